//! Which key a whole sequence stands for.
//!
//! From xterm's "Control Sequences" (<https://invisible-island.net/xterm/ctlseqs/ctlseqs.html>),
//! the Linux console's `console_codes(4)`, and kitty's keyboard protocol, which another program
//! may have left switched on.

use crate::interface::event::{Event, Key, KeyCode};

/// The key of a control byte: below 0x20, or 0x7f; not ESC.
pub(super) fn control(byte: u8) -> Key {
    match byte {
        b'\r' | b'\n' => Key::plain(KeyCode::Enter),
        b'\t' => Key::plain(KeyCode::Tab),
        0x08 | 0x7f => Key::plain(KeyCode::Backspace),
        0x00 => Key::control(' '),
        0x01..=0x1a => Key::control(char::from(byte - 1 + b'a')),
        _ => Key::control(char::from(byte | 0x40)),
    }
}

/// The key of `ESC O` and one more byte.
pub(super) fn keypad(last: u8) -> Option<Event> {
    let code = if last == b'M' { KeyCode::Enter } else { letter_key(last)? };
    Some(Event::Key(Key::plain(code)))
}

/// The key or mouse report of `ESC [`, what followed, and the last byte.
pub(super) fn sequence(between: &[u8], last: u8) -> Option<Event> {
    if let Some(report) = between.strip_prefix(b"<") {
        return mouse(report, last);
    }
    if between == b"[" {
        return console_function(last);
    }
    let numbers = Numbers::read(between)?;
    let (code, modifiers) = match last {
        b'~' if numbers.at(0) == 27 && numbers.count > 2 => (character(numbers.at(2))?, 1),
        b'~' => (numbered_key(numbers.at(0))?, 1),
        b'u' => (character(numbers.at(0))?, 1),
        _ => (letter_key(last)?, 1),
    };
    Some(Event::Key(Key { code, control: holds_control(numbers.at(modifiers)) }))
}

/// Whether terminals end sequences so: those of keys, of the mouse, and of answers to questions
/// that another program asked.
pub(super) fn is_known(between: &[u8], last: u8) -> bool {
    match last {
        b'~' | b'u' | b'c' | b'n' | b'R' | b't' | b'y' => !between.is_empty(),
        b'A'..=b'I' | b'M' | b'O'..=b'S' | b'Z' => true,
        // With Shift, from rxvt.
        b'a'..=b'd' => between.is_empty(),
        _ => is_mouse(between),
    }
}

/// Whether a sequence reports the mouse.
pub(super) fn is_mouse(between: &[u8]) -> bool {
    between.starts_with(b"<")
}

/// Whether terminals send a byte after `ESC O`: the keypad's keys, and rxvt's arrows with Control.
pub(super) fn is_known_keypad(last: u8) -> bool {
    matches!(last, b'A'..=b'F' | b'H' | b'I' | b'M' | b'P'..=b'S' | b'X' | b'a'..=b'd' | b'j'..=b'y')
}

fn letter_key(last: u8) -> Option<KeyCode> {
    Some(match last {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'H' => KeyCode::Home,
        b'F' => KeyCode::End,
        b'Z' => KeyCode::BackTab,
        b'P'..=b'S' => KeyCode::Function(last - b'P' + 1),
        _ => return None,
    })
}

fn numbered_key(number: u32) -> Option<KeyCode> {
    Some(match number {
        1 | 7 => KeyCode::Home,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => function(number - 10)?,
        17..=21 => function(number - 11)?,
        23 | 24 => function(number - 12)?,
        _ => return None,
    })
}

fn function(number: u32) -> Option<KeyCode> {
    u8::try_from(number).ok().map(KeyCode::Function)
}

fn console_function(last: u8) -> Option<Event> {
    let number = matches!(last, b'A'..=b'E').then(|| last - b'A' + 1)?;
    Some(Event::Key(Key::plain(KeyCode::Function(number))))
}

/// A key told by its character, as kitty's protocol and xterm's `modifyOtherKeys` do.
fn character(number: u32) -> Option<KeyCode> {
    Some(match number {
        27 => KeyCode::Escape,
        13 => KeyCode::Enter,
        9 => KeyCode::Tab,
        8 | 127 => KeyCode::Backspace,
        _ => KeyCode::Character(char::from_u32(number).filter(|letter| !letter.is_control())?),
    })
}

/// xterm's modifiers are a sum of 1, 2, 4 (Control) and 8, plus one.
fn holds_control(modifiers: u32) -> bool {
    modifiers.saturating_sub(1) & 4 != 0
}

/// Shift (4), Alt (8) and Control (16) in the number of a mouse button: a click is a click.
const HELD_KEYS: u32 = 4 | 8 | 16;

/// A mouse report: `button ; column ; row`, counted from 1, then `M` for down or moved, `m` for up.
fn mouse(report: &[u8], last: u8) -> Option<Event> {
    let numbers = Numbers::read(report).filter(|numbers| numbers.count == 3)?;
    let column = u16::try_from(numbers.at(1)).ok()?.saturating_sub(1);
    let row = u16::try_from(numbers.at(2)).ok()?.saturating_sub(1);
    match (numbers.at(0) & !HELD_KEYS, last) {
        (0..=2, b'M') => Some(Event::Click { column, row }),
        (0..=2, b'm') => Some(Event::Release { column, row }),
        (32..=34, b'M') => Some(Event::Drag { column, row }),
        (wheel @ (64 | 65), b'M') => Some(Event::Scroll { up: wheel == 64 }),
        _ => None,
    }
}

/// Up to three numbers between semicolons; a part after a colon says more about a number and is
/// not needed here.
struct Numbers {
    values: [u32; 3],
    count: usize,
}

impl Numbers {
    fn read(text: &[u8]) -> Option<Self> {
        let mut numbers = Self { values: [0; 3], count: 0 };
        for part in text.split(|&byte| byte == b';').take(3) {
            let digits = part.split(|&byte| byte == b':').next()?;
            numbers.values[numbers.count] = number(digits)?;
            numbers.count += 1;
        }
        Some(numbers)
    }

    fn at(&self, index: usize) -> u32 {
        self.values[index]
    }
}

fn number(digits: &[u8]) -> Option<u32> {
    if digits.is_empty() {
        return Some(0);
    }
    std::str::from_utf8(digits).ok()?.parse().ok()
}
