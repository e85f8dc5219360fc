//! What happened, in order, and overwritten once it is no longer needed.

use std::hint::black_box;
use std::ops::Deref;

use zeroize::Zeroize;

use crate::interface::event::{Event, Key, KeyCode};

/// What is put over an event that was moved or is over. A letter, because nothing promises that
/// what stands for an event without one covers its place.
const OVERWRITTEN: Event = Event::Key(Key::plain(KeyCode::Character('\0')));

/// Events whose letters do not stay in memory, neither at the end nor when they move.
#[derive(Debug, Default, Eq, PartialEq)]
pub struct Events(Vec<Event>);

impl Events {
    pub fn push(&mut self, event: Event) {
        if self.0.len() == self.0.capacity() {
            self.move_to_more_room();
        }
        self.0.push(event);
    }

    /// Adds the events of another, as far as there is room for so many in all.
    pub fn take_from(&mut self, mut other: Self, most: usize) {
        let room = most.saturating_sub(self.0.len());
        for event in other.0.iter_mut().take(room) {
            self.push(std::mem::replace(event, OVERWRITTEN));
        }
    }

    fn move_to_more_room(&mut self) {
        let mut larger = Vec::with_capacity(2 * self.0.len() + 4);
        larger.extend(self.0.iter_mut().map(|event| std::mem::replace(event, OVERWRITTEN)));
        *self = Self(larger);
    }
}

impl Deref for Events {
    type Target = [Event];

    fn deref(&self) -> &[Event] {
        &self.0
    }
}

impl FromIterator<Event> for Events {
    fn from_iter<T: IntoIterator<Item = Event>>(events: T) -> Self {
        let mut all = Self::default();
        events.into_iter().for_each(|event| all.push(event));
        all
    }
}

impl Drop for Events {
    fn drop(&mut self) {
        for event in &mut self.0 {
            if let Event::Paste(text) = event {
                text.zeroize();
            }
        }
        self.0.fill(OVERWRITTEN);
        black_box(&self.0);
    }
}
