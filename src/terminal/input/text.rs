//! Letters in UTF-8, a byte at a time.

/// A letter whose bytes have not all come.
#[derive(Debug, Default)]
pub(super) struct Letter {
    bytes: [u8; 4],
    length: usize,
}

impl Letter {
    /// Takes one byte from 0x80 up; answers with the letter once it is whole. Bytes that belong
    /// to no letter are dropped.
    pub(super) fn take(&mut self, byte: u8) -> Option<char> {
        if byte >= 0xc0 {
            self.length = 0;
        } else if self.length == 0 {
            return None;
        }
        self.bytes[self.length] = byte;
        self.length += 1;
        if self.length < expected_length(self.bytes[0]) {
            return None;
        }
        let whole = &self.bytes[..std::mem::take(&mut self.length)];
        std::str::from_utf8(whole).ok()?.chars().next().filter(|&letter| is_written(letter))
    }

    pub(super) fn forget(&mut self) {
        *self = Self::default();
    }
}

fn expected_length(first: u8) -> usize {
    match first {
        0xf0.. => 4,
        0xe0..=0xef => 3,
        _ => 2,
    }
}

/// Control characters and those that turn the direction of a line are not text: they survive into
/// the terminal and make a number read backwards. The joiners stay, Farsi needs them.
pub(in crate::terminal) fn is_written(letter: char) -> bool {
    !letter.is_control()
        && !matches!(
            letter,
            '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{feff}' | '\u{2028}' | '\u{2029}'
            | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        )
}
