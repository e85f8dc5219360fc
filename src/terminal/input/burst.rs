//! A paste, told from typing without asking the terminal to mark it.
//!
//! Marked ("bracketed") paste is never switched on: a program that is killed would leave it on.
//! One read that holds several letters, a line break and more letters was not typed by a hand.
//! Its first line is kept; the rest would press Enter and move about by itself.

use std::time::Instant;

use crate::interface::event::{Event, KeyCode};

use super::PATIENCE;
use crate::terminal::events::Events;

/// The fewest letters before a line break that no hand types in one read.
const SEVERAL: usize = 2;

/// Whether the rest of a paste is still coming.
#[derive(Debug, Default)]
pub(super) struct Burst {
    last: Option<Instant>,
}

impl Burst {
    /// Turns the events of one read that is a paste into one; drops what follows without a pause.
    pub(super) fn fold(&mut self, events: Events, now: Instant) -> Events {
        if self.last.is_some_and(|last| now.duration_since(last) < PATIENCE) {
            self.last = Some(now);
            return Events::default();
        }
        let pasted = first_line(&events);
        self.last = pasted.is_some().then_some(now);
        pasted.map_or(events, |line| [Event::Paste(line)].into_iter().collect())
    }
}

/// The first line of a burst, if it is one.
fn first_line(events: &[Event]) -> Option<String> {
    let mut lines = events.split(is_line_break).skip_while(|line| line.is_empty());
    // Room for the longest letters: it must not move, because what it leaves is not overwritten.
    let first = lines.next()?;
    let mut line = String::with_capacity(4 * first.len());
    line.extend(first.iter().filter_map(letter));
    let goes_on = lines.flatten().any(|event| letter(event).is_some());
    (goes_on && line.chars().count() >= SEVERAL).then_some(line)
}

fn is_line_break(event: &Event) -> bool {
    matches!(event, Event::Key(key) if key.code == KeyCode::Enter)
}

fn letter(event: &Event) -> Option<char> {
    match event {
        Event::Key(key) if key.code == KeyCode::Tab => Some(' '),
        Event::Key(key) if !key.control => match key.code {
            KeyCode::Character(letter) => Some(letter),
            _ => None,
        },
        _ => None,
    }
}
