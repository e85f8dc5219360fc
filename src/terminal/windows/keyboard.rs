//! What the console reports, made into events.

use windows_sys::Win32::System::Console::{
    FROM_LEFT_1ST_BUTTON_PRESSED, LEFT_ALT_PRESSED, LEFT_CTRL_PRESSED, MOUSE_WHEELED,
    RIGHT_ALT_PRESSED, RIGHT_CTRL_PRESSED, SHIFT_PRESSED,
};
use windows_sys::Win32::UI::Input::KeyboardAndMouse::{
    VK_BACK, VK_DELETE, VK_DOWN, VK_END, VK_ESCAPE, VK_F1, VK_F12, VK_HOME, VK_LEFT, VK_MENU,
    VK_NEXT, VK_OEM_5, VK_OEM_102, VK_PRIOR, VK_RETURN, VK_RIGHT, VK_TAB, VK_UP,
};

use super::system_calls::{KeyReport, MouseReport, Report};
use crate::interface::event::{Event, Key, KeyCode};
use crate::terminal::events::Events;
use crate::terminal::input::text::is_written;

const CONTROL: u32 = LEFT_CTRL_PRESSED | RIGHT_CTRL_PRESSED;
const ALT: u32 = LEFT_ALT_PRESSED | RIGHT_ALT_PRESSED;

/// What Windows reports for a key that writes a second letter.
const ALT_GR: u32 = RIGHT_ALT_PRESSED | LEFT_CTRL_PRESSED;

/// The keys that are known by which they are, whatever they write.
const NAMED: [(u16, KeyCode); 13] = [
    (VK_ESCAPE, KeyCode::Escape),
    (VK_RETURN, KeyCode::Enter),
    (VK_BACK, KeyCode::Backspace),
    (VK_DELETE, KeyCode::Delete),
    (VK_TAB, KeyCode::Tab),
    (VK_UP, KeyCode::Up),
    (VK_DOWN, KeyCode::Down),
    (VK_LEFT, KeyCode::Left),
    (VK_RIGHT, KeyCode::Right),
    (VK_HOME, KeyCode::Home),
    (VK_END, KeyCode::End),
    (VK_PRIOR, KeyCode::PageUp),
    (VK_NEXT, KeyCode::PageDown),
];

/// What was reported so far and is not whole yet.
#[derive(Debug, Default)]
pub(super) struct Keyboard {
    /// The first half of a letter.
    half: Option<u16>,
    is_button_down: bool,
}

impl Keyboard {
    /// Adds what a report means, in a window that begins at a row of the buffer.
    pub(super) fn take(&mut self, report: Report, top: i16, events: &mut Events) {
        match report {
            Report::Key(report) => {
                let key = self.key(report);
                for key in key.iter().flat_map(|key| vec![*key; report.times.max(1).into()]) {
                    events.push(Event::Key(key));
                }
            }
            Report::Mouse(report) => {
                self.mouse(report, top).into_iter().for_each(|event| events.push(event));
            }
            Report::Resize => events.push(Event::Resize),
        }
    }

    fn key(&mut self, report: KeyReport) -> Option<Key> {
        // A letter typed by its number comes when Alt is let go.
        if !report.is_down && (report.code != VK_MENU || report.unit == 0) {
            return None;
        }
        let control = report.held & CONTROL != 0;
        if let Some(code) = named(report) {
            return Some(Key { code, control });
        }
        // Control and Alt together are AltGr, which writes letters, or nothing yet for an accent.
        if report.held & ALT_GR == ALT_GR && report.unit == 0 {
            return None;
        }
        if control && !(report.held & ALT != 0 && report.unit >= 0x20) {
            return control_key(report);
        }
        self.letter(report.unit).map(|letter| Key::plain(KeyCode::Character(letter)))
    }

    /// The letter of a unit, once it is whole.
    fn letter(&mut self, unit: u16) -> Option<char> {
        if unit == 0 {
            return None;
        }
        let units = [self.half.take(), Some(unit)];
        let mut letters = char::decode_utf16(units.into_iter().flatten());
        let letter = letters.find_map(Result::ok);
        if letter.is_none() {
            self.half = Some(unit);
        }
        letter.filter(|&letter| is_written(letter))
    }

    fn mouse(&mut self, report: MouseReport, top: i16) -> Option<Event> {
        if report.flags == MOUSE_WHEELED {
            // The sign of the upper half: away from the person is more than nothing.
            return Some(Event::Scroll { up: report.buttons >> 31 == 0 });
        }
        let was_down = self.is_button_down;
        self.is_button_down = report.buttons & FROM_LEFT_1ST_BUTTON_PRESSED != 0;
        let column = u16::try_from(report.column).ok()?;
        let row = u16::try_from(report.row.checked_sub(top)?).ok()?;
        match (was_down, self.is_button_down) {
            (false, true) => Some(Event::Click { column, row }),
            (true, false) => Some(Event::Release { column, row }),
            (true, true) => Some(Event::Drag { column, row }),
            (false, false) => None,
        }
    }
}

/// A key that is no letter. A paste has keys without a code.
fn named(report: KeyReport) -> Option<KeyCode> {
    let code = match (report.code, report.unit) {
        (VK_F1..=VK_F12, _) => {
            return u8::try_from(report.code - VK_F1 + 1).ok().map(KeyCode::Function);
        }
        (VK_TAB, _) if report.held & SHIFT_PRESSED != 0 => return Some(KeyCode::BackTab),
        (_, 0x1b) => VK_ESCAPE,
        (0, 0x0a | 0x0d) => VK_RETURN,
        (0, 0x09) => VK_TAB,
        (code, _) => code,
    };
    NAMED.iter().find(|(known, _)| *known == code).map(|(_, key)| *key)
}

/// A key with Control held. The key tells before what it writes: on a Russian keyboard Ctrl+C may
/// write a Russian letter.
fn control_key(report: KeyReport) -> Option<Key> {
    let letter = match (report.code, report.unit) {
        (0x41..=0x5a, _) => u8::try_from(report.code).ok()?.to_ascii_lowercase().into(),
        (VK_OEM_5 | VK_OEM_102, _) | (_, 0x1c) => '\\',
        (_, 0x01..=0x1a) => char::from(u8::try_from(report.unit).ok()? | 0x60),
        (_, unit) => char::from_u32(unit.into()).filter(char::is_ascii_graphic)?,
    };
    Some(Key::control(letter))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interface::keymap;

    fn events(reports: &[(u16, u16, u32)]) -> Vec<Event> {
        let (mut keyboard, mut events) = (Keyboard::default(), Events::default());
        for &(code, unit, held) in reports {
            let report = KeyReport { is_down: true, times: 1, code, unit, held };
            keyboard.take(Report::Key(report), 0, &mut events);
        }
        events.to_vec()
    }

    fn letters(reports: &[(u16, u16, u32)]) -> String {
        let letter = |event: &Event| match event {
            Event::Key(Key { code: KeyCode::Character(letter), control: false }) => Some(*letter),
            _ => None,
        };
        events(reports).iter().filter_map(letter).collect()
    }

    #[test]
    fn alt_gr_writes_letters_and_control_does_not() {
        assert_eq!(letters(&[(0x51, 0x40, ALT_GR), (0x45, 0x20ac, ALT_GR)]), "@€");
        assert_eq!(letters(&[(0x51, 0x11, LEFT_CTRL_PRESSED)]), "");
        assert_eq!(events(&[(0x51, 0, ALT_GR)]), []);
    }

    #[test]
    fn a_letter_in_two_halves_is_one_and_half_a_letter_is_none() {
        assert_eq!(letters(&[(0xe7, 0xd83d, 0), (0xe7, 0xde00, 0)]), "😀");
        assert_eq!(letters(&[(0xe7, 0xde00, 0), (0x41, 0x61, 0)]), "a");
        assert_eq!(letters(&[(0xe7, 0xd83d, 0), (0x41, 0x61, 0)]), "a");
    }

    #[test]
    fn hide_keys_hide_on_every_keyboard() {
        let control = RIGHT_CTRL_PRESSED;
        let keys = [
            (VK_ESCAPE, 0x1b, 0),
            (VK_ESCAPE, 0, SHIFT_PRESSED),
            (0, 0x1b, 0),
            (0xdb, 0x1b, control),
            (0x43, 0x03, control),
            (0x43, 0x441, control),
            (0x58, 0, control),
            (0x51, 0x11, control | LEFT_ALT_PRESSED),
            (0x5a, 0x1a, control),
            (VK_OEM_5, 0x1c, control),
            (0xbf, 0x1c, control),
            (VK_F12, 0, 0),
        ];
        for key in keys {
            let event = events(&[key]);
            let hides = matches!(event[..], [Event::Key(key)] if keymap::hides(key));
            assert!(hides, "{key:?}: {event:?}");
        }
    }
}
