//! The terminal on Windows: handles of our own to the console, keys as it reports them, which come
//! whole, and every way out.

mod console;
mod departure;
mod guardian;
mod held;
mod keyboard;
mod line;
mod lines;
mod pieces;
#[expect(unsafe_code, reason = "the console's calls have no safe form in a kept crate")]
mod system_calls;
mod watcher;

use std::time::Duration;

pub(super) use departure::{font, has_letters_only, has_no_cursor, protections};
pub use guardian::guard_if_asked;
pub(super) use held::Held;
pub use lines::Lines;

/// Nothing lies between a program and its console that waits for more after an Esc.
pub(super) const fn holds_esc_for_mouse() -> bool {
    false
}

/// How often the program looks whether it was told to end while nothing is typed.
const LOOK: Duration = Duration::from_millis(250);
