//! What a person sees and does: events in, one picture out, no input or output of its own.

pub mod app;
pub mod event;
pub mod keymap;

pub use app::{App, Effect};
