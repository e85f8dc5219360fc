//! The terminal on Unix: our own opening of it, our own reader, and every way out.

mod bell;
mod between;
mod clearing;
mod departure;
mod device;
mod enter;
mod gate;
mod guardian;
mod held;
mod lifeline;
mod lines;
pub mod lockdown;
mod printer;
mod signals;
#[expect(unsafe_code, reason = "signal handlers and fork have no safe form in a kept crate")]
mod system_calls;
mod watcher;

pub(super) use enter::protections;
pub(super) use held::Held;
pub use lines::Lines;

/// Whether a program that asks for the mouse loses the Esc key.
pub(super) fn holds_esc_for_mouse() -> bool {
    between::Between::find().holds_esc_for_mouse()
}

/// A terminal on Unix says nothing of itself: its environment does.
pub(super) const fn has_no_cursor() -> bool {
    false
}

/// As above.
pub(super) const fn has_letters_only() -> bool {
    false
}

/// What the font of a console has.
#[cfg(target_os = "linux")]
pub(super) fn font() -> Option<Vec<u16>> {
    device::Device::open().and_then(|device| system_calls::font_of(&device)).ok()
}

/// Only Linux has such a console.
#[cfg(not(target_os = "linux"))]
pub(super) const fn font() -> Option<Vec<u16>> {
    None
}
