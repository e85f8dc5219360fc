//! Sending a page to a printer or a file, and typing the name of that file.

use super::app::{App, Focus, no_answer};
use super::place::Place;
use super::printing::{Errand, Reply};
use super::searching::add;

/// The longest name of a file, in bytes: the memory that holds it never moves.
const LONGEST_NAME: usize = 240;

impl App {
    /// What the edge must do now, once.
    pub fn errand(&mut self) -> Option<Errand> {
        self.errand.take()
    }

    pub(super) fn take_reply(&mut self, reply: Reply) {
        self.desk.take(reply);
        self.shown = None;
    }

    /// Asks for what the screen that was just opened is about.
    pub(super) fn send_out(&mut self, place: Place) {
        self.desk.delivery = None;
        self.errand = match place {
            Place::Print(..) => Some(Errand::Look),
            Place::Sent(paper) => Some(Errand::Print(paper)),
            _ => None,
        };
    }

    /// Adds to the name of the file.
    pub(super) fn type_name(&mut self, text: &str) {
        self.focus = Focus::Search;
        self.desk.delivery = None;
        add(&mut self.answering, text, LONGEST_NAME);
        self.shown = None;
    }

    /// Writes the file with the name that was typed.
    pub(super) fn enter_name(&mut self) {
        let Place::Name(paper) = self.visits.place() else { return };
        let name = std::mem::replace(&mut self.answering, no_answer());
        self.errand = Some(Errand::Save(paper, name.trim().to_owned()));
        self.shown = None;
    }
}
