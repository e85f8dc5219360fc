//! Where a click hides the screen: told by the thread that draws, asked by the thread that reads.

use std::sync::atomic::{AtomicU64, Ordering::SeqCst};

use ratatui::layout::{Position, Rect};

use crate::interface::{event::Event, keymap};

/// An area of the picture that is shown; at first an empty one.
#[derive(Debug, Default)]
pub struct HideTarget(AtomicU64);

impl HideTarget {
    /// Says where a click hides the screen from now on.
    pub fn set(&self, area: Rect) {
        let parts = [area.x, area.y, area.width, area.height];
        let packed = parts.iter().fold(0, |packed, part| packed << 16 | u64::from(*part));
        self.0.store(packed, SeqCst);
    }

    /// Whether an event hides the screen: a hide key, or a click there.
    pub(super) fn hides(&self, event: &Event) -> bool {
        match event {
            Event::Key(key) => keymap::hides(*key),
            Event::Click { column, row } => self.contains(*column, *row),
            _ => false,
        }
    }

    /// Whether it has a cell, counted from 0 at the top left.
    fn contains(&self, column: u16, row: u16) -> bool {
        let packed = self.0.load(SeqCst);
        let [height, width, y, x] = [0, 16, 32, 48].map(|bits| (packed >> bits & 0xffff) as u16);
        Rect { x, y, width, height }.contains(Position::new(column, row))
    }
}
