//! The search box: what was typed, and the one screen of what fits it.

use unicode_segmentation::UnicodeSegmentation;
use zeroize::Zeroizing;

use super::app::{App, Focus, SHOWN_HITS, Visit};
use super::screens::{Found, Screen};
use crate::knowledge::entry::EntryIndex;

/// The longest text the search box takes, in bytes: far more than anyone types.
const LONGEST_QUERY: usize = 400;

impl App {
    /// Adds to the words in the search box and shows what fits them, from any screen.
    pub(super) fn search(&mut self, text: &str) {
        // Room for all that fits: a text that never moves leaves no copy behind.
        let mut typed = Zeroizing::new(String::with_capacity(LONGEST_QUERY));
        typed.push_str(self.typed());
        let text = if typed.is_empty() { text.trim_start() } else { text };
        let room = LONGEST_QUERY.saturating_sub(typed.len()) / char::MAX.len_utf8();
        typed.extend(text.chars().filter(|letter| !letter.is_control()).take(room));
        if !typed.is_empty() {
            self.show_results(typed);
        }
    }

    pub(super) fn erase(&mut self) {
        let typed = self.typed();
        let Some((start, _)) = typed.grapheme_indices(true).next_back() else {
            return self.back();
        };
        self.show_results(Zeroizing::new(typed[..start].to_owned()));
    }

    /// The results are one screen, however often the words change.
    fn show_results(&mut self, typed: Zeroizing<String>) {
        let results = |visit: &Visit| matches!(visit.screen, Screen::Results(_));
        if let Some(place) = self.visits.iter().position(results) {
            self.visits.truncate(place);
        }
        self.focus = Focus::Search;
        if typed.is_empty() {
            return;
        }
        self.prepare();
        let hits =
            self.engine.as_ref().map(|engine| engine.entries(&self.knowledge, &typed, SHOWN_HITS));
        let places: Vec<EntryIndex> =
            hits.unwrap_or_default().iter().map(|hit| hit.entry).collect();
        let found = Found::new(&self.context(), typed, &places);
        self.visit(Screen::Results(found));
    }
}
