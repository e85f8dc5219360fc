//! Which key does what. One table serves the program, the footer, the help page and the README.

use super::event::{Key, KeyCode};

/// Whether a key hides everything. Asked before anything else sees the key, in every state.
#[must_use]
pub fn hides(key: Key) -> bool {
    match key.code {
        KeyCode::Escape | KeyCode::Function(12) => true,
        KeyCode::Character(letter) => {
            key.control && matches!(letter.to_ascii_lowercase(), 'x' | 'c' | 'q' | 'z' | '\\')
        }
        _ => false,
    }
}
