//! The search box: what was typed, and the one screen of what fits it.

use unicode_segmentation::UnicodeSegmentation;
use zeroize::Zeroizing;

use super::app::{App, Focus};
use super::screens::Found;
use super::visits::Visits;

/// The longest text the search box takes, in bytes: a letter that somebody pastes, read for danger
/// to its end.
const LONGEST_QUERY: usize = 2_000;

impl App {
    /// Adds to the words in the search box and shows what fits them, from any screen.
    pub(super) fn search(&mut self, text: &str) {
        // Room for all that fits: a text that never moves leaves no copy behind.
        let mut typed = Zeroizing::new(String::with_capacity(LONGEST_QUERY));
        typed.push_str(self.visits.typed());
        let text = if typed.is_empty() { text.trim_start() } else { text };
        add(&mut typed, text, LONGEST_QUERY);
        if !typed.is_empty() {
            self.show_results(typed);
        }
    }

    pub(super) fn erase(&mut self) {
        if self.answering.pop().is_some() {
            self.shown = None;
            return;
        }
        let typed = self.visits.typed();
        let Some((start, _)) = typed.grapheme_indices(true).next_back() else {
            return self.turn(Visits::back);
        };
        self.show_results(Zeroizing::new(typed[..start].to_owned()));
    }

    /// The results are one screen, however often the words change.
    fn show_results(&mut self, typed: Zeroizing<String>) {
        self.focus = Focus::Search;
        self.prepare();
        let found = self.engine.as_ref().filter(|_| !typed.is_empty());
        let found = found.map(|engine| Found::of(engine, &self.context(), typed));
        self.turn(|visits| {
            visits.leave_results();
            if let Some(found) = found {
                visits.visit_found(found);
            }
        });
    }
}

/// Adds the letters of a text, as far as there is room for so many bytes in all.
pub(super) fn add(typed: &mut String, text: &str, most: usize) {
    for letter in text.chars().filter(|letter| !letter.is_control()) {
        if typed.len() + letter.len_utf8() <= most {
            typed.push(letter);
        }
    }
}
