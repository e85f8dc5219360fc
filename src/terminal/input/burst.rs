//! A paste, told from typing without asking the terminal to mark it.
//!
//! Marked ("bracketed") paste is never switched on: a program that is killed would leave it on.
//! One read that holds several letters, a line break and more letters was not typed by a hand.
//! It is one text: its line breaks would press Enter.

use std::time::Instant;

use crate::interface::event::{Event, KeyCode};

use super::PATIENCE;
use crate::terminal::events::Events;

/// The fewest letters before a line break that no hand types in one read.
const SEVERAL: usize = 2;

/// Whether the rest of a paste is still coming.
#[derive(Debug, Default)]
pub(in crate::terminal) struct Burst {
    last: Option<Instant>,
}

impl Burst {
    /// Turns the events of one read that is a paste into one; drops what follows without a pause.
    pub(in crate::terminal) fn fold(&mut self, events: Events, now: Instant) -> Events {
        if self.last.is_some_and(|last| now.duration_since(last) < PATIENCE) {
            self.last = Some(now);
            return Events::default();
        }
        let pasted = pasted(&events);
        self.last = pasted.is_some().then_some(now);
        pasted.map_or(events, |text| [Event::Paste(text)].into_iter().collect())
    }
}

/// The text of a burst, if it is one, with a space between its lines.
fn pasted(events: &[Event]) -> Option<String> {
    let mut lines = events.split(is_line_break).skip_while(|line| line.is_empty());
    // Room for the longest letters: it must not move, because what it leaves is not overwritten.
    let mut text = String::with_capacity(4 * events.len());
    text.extend(lines.next()?.iter().filter_map(letter));
    let is_several = text.chars().count() >= SEVERAL;
    let first = text.len();
    for line in lines.filter(|line| !line.is_empty()) {
        text.push(' ');
        text.extend(line.iter().filter_map(letter));
    }
    let goes_on = !text[first..].trim_start().is_empty();
    (goes_on && is_several).then_some(text)
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
