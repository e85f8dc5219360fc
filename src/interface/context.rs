//! What every screen may know: the knowledge, the words, and what time it is.

use crate::knowledge::Knowledge;
use crate::knowledge::hours::Moment;

use super::page::row::Marks;
use super::printing::Desk;
use super::settings::TimeSource;
use super::station::{Printer, Station};
use super::words::Words;

/// What a screen is made from. Nothing in it is ever about the person.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The entries, numbers and sources.
    pub knowledge: &'a Knowledge,
    /// The words of the interface.
    pub words: &'a Words,
    /// What time it is for the person, by clock or by `--at`.
    pub moment: Moment,
    /// Whether that time was asked for, and is not now.
    pub is_as_of: bool,
    /// The signs that the terminal can show.
    pub marks: Marks,
    /// What is known of printing, where one can print.
    pub desk: Option<&'a Desk>,
    /// The terminal, where many people share it.
    pub station: Option<&'a Station>,
}

impl<'a> Context<'a> {
    /// What there is to know at the time it is now.
    pub fn new(knowledge: &'a Knowledge, words: &'a Words, time: TimeSource, marks: Marks) -> Self {
        let is_as_of = matches!(time, TimeSource::Stopped(_));
        Self { knowledge, words, moment: time.now(), is_as_of, marks, desk: None, station: None }
    }

    /// Whether anything can be printed: a shared terminal has a printer of its own, or none.
    pub fn can_print(&self) -> bool {
        self.station.is_none_or(|station| station.printer == Printer::Ready)
    }

    /// That hours are shown for another time, when they are.
    pub fn as_of(&self) -> Option<String> {
        self.is_as_of.then(|| self.words.as_of(self.moment))
    }
}
