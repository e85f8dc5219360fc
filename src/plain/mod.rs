//! The same content as lines of text: for pipes, printers, screen readers and simple terminals.
//!
//! [`write()`] puts one page on paper. [`Conversation`] is the whole program, line by line.

mod clearing;
mod command;
mod conversation;
mod help;
mod lines;
mod meant;
mod paper;
mod screenful;
mod typed;
mod wiped_reader;

pub use clearing::Clearing;
pub use command::{COMMANDS, Command};
pub use conversation::{Conversation, Place};
pub use paper::write;
pub use wiped_reader::WipedReader;
