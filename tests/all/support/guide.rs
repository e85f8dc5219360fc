//! What the program knows, for tests that need no process.

use airt::interface::context::Context;
use airt::interface::page::row::Marks;
use airt::interface::printing::Desk;
use airt::interface::settings::TimeSource;
use airt::interface::words::Words;
use airt::knowledge::Knowledge;
use airt::knowledge::hours::Moment;
use airt::paper::Order;

use super::program::cannot_print;

/// The data and the English words.
pub struct Guide {
    pub knowledge: Knowledge,
    pub words: Words,
    /// Where there is no printer.
    pub desk: Desk,
}

impl Guide {
    pub fn new() -> Self {
        let (knowledge, words) = (Knowledge::embedded().unwrap(), Words::english().unwrap());
        let mut desk = Desk::default();
        desk.take(cannot_print(&Order::Look));
        Self { knowledge, words, desk }
    }

    /// What screens are made from at a moment that nobody asked for.
    pub fn context_at(&self, moment: Moment, marks: Marks) -> Context<'_> {
        let now = TimeSource::Stopped(moment);
        let context = Context::new(&self.knowledge, &self.words, now, marks);
        Context { is_as_of: false, desk: Some(&self.desk), ..context }
    }
}
