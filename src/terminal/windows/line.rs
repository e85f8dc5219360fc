//! A line while it is typed: the console must not edit it, because what it edits it remembers.

use unicode_width::UnicodeWidthChar;
use zeroize::{Zeroize, Zeroizing};

use crate::interface::event::{Key, KeyCode};

/// The most bytes of a line that are kept.
const LONGEST: usize = 4096;

/// A line that is not whole yet. Its memory never moves, so that all of it can be wiped.
#[derive(Debug)]
pub(super) struct Line(Zeroizing<String>);

impl Default for Line {
    fn default() -> Self {
        Self(Zeroizing::new(String::with_capacity(LONGEST)))
    }
}

impl Line {
    /// Takes a key and says what to show for it. Answers with the line, and its end, at Enter.
    pub(super) fn take(&mut self, key: Key, shown: &mut String) -> Option<Zeroizing<String>> {
        match key.code {
            KeyCode::Enter => {
                shown.push_str("\r\n");
                self.0.push('\n');
                return Some(std::mem::take(self).0);
            }
            KeyCode::Backspace => self.take_back(shown),
            KeyCode::Character('h') if key.control => self.take_back(shown),
            KeyCode::Character('u') if key.control => {
                while !self.0.is_empty() {
                    self.take_back(shown);
                }
            }
            KeyCode::Character(letter) if !key.control && self.0.len() + 5 < LONGEST => {
                self.0.push(letter);
                shown.push(letter);
            }
            _ => {}
        }
        None
    }

    fn take_back(&mut self, shown: &mut String) {
        let Some((start, letter)) = self.0.char_indices().last() else { return };
        let mut rest = self.0.split_off(start);
        rest.zeroize();
        for _ in 0..letter.width().unwrap_or(0) {
            shown.push_str("\x08 \x08");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(keys: &[Key]) -> (Option<String>, String) {
        let (mut line, mut shown, mut whole) = (Line::default(), String::new(), None);
        for key in keys {
            whole = line.take(*key, &mut shown).map(|line| line.as_str().to_owned());
        }
        (whole, shown)
    }

    #[test]
    fn a_line_is_shown_as_it_is_typed_and_letters_are_taken_back() {
        let key = |letter| Key::plain(KeyCode::Character(letter));
        let (back, enter) = (Key::plain(KeyCode::Backspace), Key::plain(KeyCode::Enter));
        let (line, shown) = typed(&[key('ź'), key('a'), back, back, back, key('b'), enter]);
        assert_eq!(line.as_deref(), Some("b\n"));
        assert_eq!(shown, "źa\x08 \x08\x08 \x08b\r\n");
        let (line, _) = typed(&[key('a'), key('b'), Key::control('u'), enter]);
        assert_eq!(line.as_deref(), Some("\n"));
    }
}
