//! What the program knows, for tests that need no process.

use airt::interface::context::Context;
use airt::interface::page::row::Marks;
use airt::interface::settings::TimeSource;
use airt::interface::words::Words;
use airt::knowledge::Knowledge;
use airt::knowledge::hours::Moment;

/// The data and the English words.
pub struct Guide {
    pub knowledge: Knowledge,
    pub words: Words,
}

impl Guide {
    pub fn new() -> Self {
        Self { knowledge: Knowledge::embedded().unwrap(), words: Words::english().unwrap() }
    }

    /// What screens are made from at a moment that nobody asked for.
    pub fn context_at(&self, moment: Moment, marks: Marks) -> Context<'_> {
        let now = TimeSource::Stopped(moment);
        Context { is_as_of: false, ..Context::new(&self.knowledge, &self.words, now, marks) }
    }
}
