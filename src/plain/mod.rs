//! The same content as lines of text: for pipes, printers, screen readers and simple terminals.
//!
//! [`write()`] gives one page whole. [`Conversation`] is the whole program, line by line.

mod clearing;
mod conversation;
mod help;
mod lines;
mod screenful;
mod shared;
mod typed;
mod whole;
mod wiped_reader;
mod word;

pub use clearing::Clearing;
pub use conversation::{Conversation, Surroundings};
pub use help::danger;
pub use shared::Shared;
pub use whole::write;
pub use wiped_reader::WipedReader;
pub use word::{WORDS, Word};
