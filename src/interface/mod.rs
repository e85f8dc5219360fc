//! What a person sees and does: events in, one picture out, no input or output of its own.

mod answering;
pub mod app;
mod buttons;
mod canvas;
pub mod context;
pub mod event;
pub mod idle;
pub mod keymap;
pub mod kiosk;
pub mod meant;
pub mod page;
pub mod place;
pub mod printing;
pub mod reading;
mod saving;
pub mod screens;
mod searching;
pub mod settings;
mod shown;
pub mod station;
pub mod theme;
mod view;
pub mod visits;
pub mod words;

pub use app::{App, Effect};
pub use kiosk::Kiosk;
