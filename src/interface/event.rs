//! What can happen to the program: keys, the mouse, a new size.

use super::printing::Reply;

/// A key, whatever terminal or reader it came from.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Hash)]
pub enum KeyCode {
    /// A printable character, with Shift already applied.
    Character(char),
    Enter,
    /// The Escape key: always "hide this screen", never "back".
    Escape,
    /// Delete the character before the cursor.
    Backspace,
    /// Delete the character after the cursor.
    Delete,
    Tab,
    /// Shift and Tab.
    BackTab,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
    /// F1 to F12, as 1 to 12.
    Function(u8),
}

/// A key with the Control key held or not. Alt is never a command.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Hash)]
pub struct Key {
    pub code: KeyCode,
    /// Whether Control was held.
    pub control: bool,
}

impl Key {
    /// The key alone.
    pub const fn plain(code: KeyCode) -> Self {
        Self { code, control: false }
    }

    /// The key with Control held; `letter` in lower case, or `\`.
    pub const fn control(letter: char) -> Self {
        Self { code: KeyCode::Character(letter), control: true }
    }

    /// The byte a terminal sends for the key, if it is Esc or has Control.
    fn byte(self) -> Option<u8> {
        match self.code {
            KeyCode::Escape => Some(0x1b),
            KeyCode::Character(letter) if self.control => {
                u8::try_from(letter).ok().map(|letter| letter & 0x1f)
            }
            _ => None,
        }
    }
}

/// Every key that hides everything, the best known first. The one table of them.
pub const HIDE_KEYS: [Key; 7] = [
    Key::plain(KeyCode::Escape),
    Key::control('x'),
    Key::control('c'),
    Key::control('q'),
    Key::control('z'),
    Key::control('\\'),
    Key::plain(KeyCode::Function(12)),
];

/// Whether a byte is a hide key, where text is read line by line.
pub fn is_hide_byte(byte: u8) -> bool {
    HIDE_KEYS.iter().any(|key| key.byte() == Some(byte))
}

/// Something that happened, in the order it happened.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Event {
    /// A key went down (or repeats).
    Key(Key),
    /// A burst of text with a line break in it, which no hand types: its lines with a space between.
    Paste(String),
    /// A click or tap; cells counted from 0 at the top left.
    Click {
        /// Cells from the left edge.
        column: u16,
        /// Cells from the top edge.
        row: u16,
    },
    /// The end of a click or tap. Only a shared terminal needs it.
    Release { column: u16, row: u16 },
    /// A button or finger that moved while it was down. Only a shared terminal needs it.
    Drag { column: u16, row: u16 },
    /// The wheel, away from the person (up) or towards them.
    Scroll {
        /// Whether the text should move towards its beginning.
        up: bool,
    },
    /// The terminal has a new size; the reader of the event asks for it.
    Resize,
    /// What became of something to print.
    Printing(Reply),
    /// The lists of local services are read.
    Lists,
    /// Time to look at the clock again, so that "open now" stays true.
    Tick,
}
