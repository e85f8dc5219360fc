//! The terminal for lines of text. The console edits them; it has no way to hand one over early.

use std::io::{self, Read, Write};

use crossterm::terminal;
use ratatui::layout::Size;

use crate::interface::printing::Reply;
use crate::paper::Order;
use crate::terminal::bytes::{self, SavedLines};
use crate::terminal::{Error, printing, size};

/// The terminal, taken line by line.
pub struct Lines;

impl Lines {
    /// Takes the console as it is.
    ///
    /// # Errors
    /// Never here.
    pub fn open(_show_faults: bool) -> Result<Self, Error> {
        Ok(Self)
    }

    pub fn size(&self) -> Size {
        let (columns, rows) = terminal::size().unwrap_or_default();
        size::clamp(columns, rows)
    }

    /// The console does not say.
    pub fn more_is_waiting(&self) -> bool {
        false
    }

    /// Has something printed or saved, and waits until it is.
    pub fn carry_out(&self, order: &Order) -> Reply {
        printing::carry_out(order)
    }

    /// Clears the screen and the lines above it.
    pub fn close(self) {
        super::write(&bytes::leaving(SavedLines::Erasable));
    }
}

impl Read for &Lines {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        io::stdin().read(buffer)
    }
}

impl Write for &Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        io::stdout().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        io::stdout().flush()
    }
}
