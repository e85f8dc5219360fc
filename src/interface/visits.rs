//! The way a person came: the screens that were opened, one on the other.

use super::place::Place;
use super::reading::Cursor;
use super::screens::Found;

/// What is marked first: at the start the menu, not the number above it; on a page of help the
/// number, not the way up above it.
const fn first_mark(place: Place) -> Cursor {
    let marked = if matches!(place, Place::Home | Place::Entry(_)) { 1 } else { 0 };
    Cursor { marked, scroll: 0 }
}

/// A screen that was opened, and where on it the person is.
#[derive(Clone, Debug)]
struct Visit {
    place: Place,
    cursor: Cursor,
    /// What was found there, on the screen of results.
    found: Found,
}

impl Visit {
    fn new(place: Place) -> Self {
        Self { place, cursor: first_mark(place), found: Found::default() }
    }
}

/// The screens on top of the start, the one that is seen last.
#[derive(Clone, Debug, Default)]
pub struct Visits(Vec<Visit>);

impl Visits {
    /// The screen that is seen.
    pub fn place(&self) -> Place {
        self.0.last().map_or(Place::Home, |visit| visit.place)
    }

    pub fn is_at_start(&self) -> bool {
        self.0.is_empty()
    }

    pub fn cursor(&self) -> Cursor {
        self.0.last().map_or(first_mark(Place::Home), |visit| visit.cursor)
    }

    pub fn move_to(&mut self, cursor: Cursor) {
        match self.0.last_mut() {
            Some(visit) => visit.cursor = cursor,
            None => self.0.push(Visit { cursor, ..Visit::new(Place::Home) }),
        }
    }

    /// What was found, where that is what is seen.
    pub fn found(&self) -> Option<&Found> {
        let visit = self.0.last().filter(|visit| visit.place == Place::Results)?;
        Some(&visit.found)
    }

    /// The words that were looked for, while what fits them is seen.
    pub fn typed(&self) -> &str {
        self.found().map_or("", |found| &found.typed)
    }

    pub fn visit(&mut self, place: Place) {
        if self.place() != place {
            self.0.push(Visit::new(place));
        }
    }

    pub fn visit_found(&mut self, found: Found) {
        self.0.push(Visit { found, ..Visit::new(Place::Results) });
    }

    /// Leaves the results and whatever was opened from them.
    pub fn leave_results(&mut self) {
        let results = self.0.iter().position(|visit| visit.place == Place::Results);
        self.0.truncate(results.unwrap_or(self.0.len()));
    }

    /// Leaves the screen if it shows one number: the two ways to show it take each other's place.
    pub fn leave_number(&mut self) {
        self.0.pop_if(|visit| visit.place.phone().is_some());
    }

    pub fn back(&mut self) {
        self.0.pop();
    }

    pub fn start(&mut self) {
        self.0.clear();
    }
}
