//! One line that a person typed, forgotten as soon as the next one comes.

use std::io::{self, BufRead};

use zeroize::{Zeroize, Zeroizing};

/// The longest text that is kept, in bytes: a letter that somebody pastes. What is longer is cut, so
/// that a file typed by accident takes no memory.
const LONGEST: usize = 2_000;

/// A line. Its memory never moves, so that all of it can be wiped.
#[derive(Debug)]
pub(super) struct Typed {
    bytes: Zeroizing<Vec<u8>>,
    line: Zeroizing<String>,
}

impl Default for Typed {
    fn default() -> Self {
        // One more byte for the end of the line; a broken byte becomes a sign of three.
        let bytes = Vec::with_capacity(LONGEST + 1);
        let line = String::with_capacity(3 * bytes.capacity());
        Self { bytes: bytes.into(), line: line.into() }
    }
}

impl Typed {
    /// Reads the next line in the place of the last; false when there is none.
    ///
    /// # Errors
    /// When the input cannot be read.
    pub(super) fn read(&mut self, input: &mut dyn BufRead) -> io::Result<bool> {
        self.bytes.zeroize();
        self.line.zeroize();
        let mut is_any = false;
        loop {
            let waiting = input.fill_buf()?;
            if waiting.is_empty() {
                break;
            }
            is_any = true;
            let end = waiting.iter().position(|&byte| ends_line(byte));
            let room = LONGEST.saturating_sub(self.bytes.len());
            self.bytes.extend(waiting[..end.unwrap_or(waiting.len())].iter().take(room));
            self.bytes.extend(end.map(|end| waiting[end]));
            let used = end.map_or(waiting.len(), |end| end + 1);
            input.consume(used);
            if end.is_some() {
                break;
            }
        }
        self.decode();
        Ok(is_any)
    }

    /// Adds another line that came with this one, as far as there is room.
    pub(super) fn add(&mut self, other: &Self) {
        if self.line.len() + 1 + other.line.len() <= self.line.capacity() {
            self.line.push(' ');
            self.line.push_str(&other.line);
        }
    }

    /// The line, without its end.
    pub(super) fn line(&self) -> &str {
        &self.line
    }

    fn decode(&mut self) {
        for chunk in self.bytes.utf8_chunks() {
            self.line.push_str(chunk.valid());
            if !chunk.invalid().is_empty() {
                self.line.push(char::REPLACEMENT_CHARACTER);
            }
        }
        let end = self.line.trim_end_matches(['\r', '\n']).len();
        self.line.truncate(end);
    }
}

/// Enter, or a key at which the terminal hands a line over at once.
const fn ends_line(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\x1b' | b'\x18')
}
