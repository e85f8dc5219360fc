//! A paste, told from typing without asking the terminal to mark it.
//!
//! Marked ("bracketed") paste is never switched on: a program that is killed would leave it on.
//! One read that holds several letters, a line break and more letters was not typed by a hand.
//! It is one text: its line breaks would press Enter.
//!
//! A slow line gathers what a hand types and hands it over together. That looks like a paste, and
//! is taken as one text too; but nothing that a hand can have typed is ever dropped.

use std::time::Instant;

use crate::interface::event::{Event, KeyCode};

use super::PATIENCE;
use crate::terminal::events::Events;

/// The fewest letters before a line break that no hand types in one read.
const SEVERAL: usize = 2;

/// How many keys a line that gathers them for half a second hands over at once, and how many a
/// second can follow: a fast hand makes 15, a key that is held down 30.
const GATHERED: u128 = 16;
const A_SECOND: u128 = 40;

/// Whether the rest of a paste is still coming.
#[derive(Debug, Default)]
pub(in crate::terminal) struct Burst {
    run: Option<Run>,
}

/// Reads with no pause between them.
#[derive(Debug)]
struct Run {
    begins: Instant,
    last: Instant,
    keys: u128,
    has_paste: bool,
}

impl Burst {
    /// Turns the events of one read that is a paste into one; drops what follows without a pause,
    /// once it is more than a hand makes.
    pub(in crate::terminal) fn fold(&mut self, events: Events, now: Instant) -> Events {
        let goes_on = |run: &Run| now.duration_since(run.last) < PATIENCE;
        let new = Run { begins: now, last: now, keys: 0, has_paste: false };
        let run = self.run.take().filter(goes_on).unwrap_or(new);
        let run = self.run.insert(run);
        run.last = now;
        run.keys += events.len() as u128;
        if run.has_paste && run.is_faster_than_a_hand() {
            return Events::default();
        }
        let pasted = pasted(&events);
        run.has_paste |= pasted.is_some();
        pasted.map_or(events, |text| [Event::Paste(text)].into_iter().collect())
    }
}

impl Run {
    fn is_faster_than_a_hand(&self) -> bool {
        let lasted = self.last.duration_since(self.begins).as_millis();
        self.keys > GATHERED + A_SECOND * lasted / 1000
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
