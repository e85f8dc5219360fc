//! One byte at a time to keys and the mouse, with no state that can swallow a hide key.

use crate::interface::event::{Event, Key, KeyCode};

use super::decode;
use super::text::Letter;

/// The longest sequence; whatever is longer is no key.
const LONGEST_SEQUENCE: usize = 32;

const ESCAPE: u8 = 0x1b;

#[derive(Debug, Default)]
enum State {
    /// Between keys, or inside a letter.
    #[default]
    Ground,
    /// After an ESC byte.
    Escape,
    /// After `ESC O`.
    Keypad,
    /// After `ESC [`, with the bytes since.
    Sequence(Vec<u8>),
}

/// Reads bytes; between two bytes it may be inside a sequence or a letter, never stuck there.
#[derive(Debug, Default)]
pub(super) struct Parser {
    state: State,
    letter: Letter,
    /// The sequence came in more than one read, so that its ESC may have been pressed by hand.
    split: bool,
}

impl Parser {
    /// Takes one byte. A control byte or an ESC byte ends whatever was unfinished.
    pub(super) fn take(&mut self, byte: u8) -> Option<Event> {
        match std::mem::take(&mut self.state) {
            State::Escape => self.after_escape(byte),
            _ if byte < 0x20 || byte == 0x7f => self.control(byte),
            State::Ground => self.text(byte).map(typed),
            State::Keypad => {
                let known = decode::is_known_keypad(byte) && !self.split;
                self.finish(decode::keypad(byte), known)
            }
            State::Sequence(bytes) => self.sequence(bytes, byte),
        }
    }

    /// A read ended here.
    pub(super) fn pause(&mut self) {
        self.split = self.is_undecided();
    }

    /// Whether the last ESC byte may yet be the Esc key or another.
    pub(super) fn is_undecided(&self) -> bool {
        !matches!(self.state, State::Ground)
    }

    /// Nothing more came: an ESC byte that became no key was the Esc key.
    pub(super) fn give_up(&mut self) -> Option<Event> {
        let undecided = self.is_undecided();
        *self = Self::default();
        undecided.then_some(ESC_KEY)
    }

    /// `ESC` and anything but `[` or `O` is the Esc key: Alt and a letter too, because a hand that
    /// hits Esc often hits more.
    fn after_escape(&mut self, byte: u8) -> Option<Event> {
        match byte {
            b'[' => self.state = State::Sequence(Vec::new()),
            b'O' => self.state = State::Keypad,
            _ => return Some(ESC_KEY),
        }
        None
    }

    fn control(&mut self, byte: u8) -> Option<Event> {
        self.letter.forget();
        if byte == ESCAPE {
            self.split = false;
            self.state = State::Escape;
            return None;
        }
        Some(Event::Key(decode::control(byte)))
    }

    fn text(&mut self, byte: u8) -> Option<char> {
        if byte.is_ascii() {
            self.letter.forget();
            return Some(char::from(byte));
        }
        self.letter.take(byte)
    }

    fn sequence(&mut self, mut bytes: Vec<u8>, byte: u8) -> Option<Event> {
        // The Linux console sends F1 to F5 as `ESC [ [ A` and on.
        let goes_on = matches!(byte, 0x20..=0x3f) || (byte == b'[' && bytes.is_empty());
        if goes_on && bytes.len() < LONGEST_SEQUENCE {
            bytes.push(byte);
            self.state = State::Sequence(bytes);
            return None;
        }
        let known = decode::is_known(&bytes, byte) && (!self.split || decode::is_mouse(&bytes));
        self.finish(decode::sequence(&bytes, byte), known)
    }

    /// A sequence that is no key of ours: nothing, when terminals send such; else a hand may have
    /// pressed Esc and more, and in doubt the page goes. When it came in parts there is doubt.
    fn finish(&mut self, event: Option<Event>, known: bool) -> Option<Event> {
        self.split = false;
        event.or((!known).then_some(ESC_KEY))
    }
}

const ESC_KEY: Event = Event::Key(Key::plain(KeyCode::Escape));

fn typed(letter: char) -> Event {
    Event::Key(Key::plain(KeyCode::Character(letter)))
}
