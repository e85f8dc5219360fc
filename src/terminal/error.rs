//! Why the screen could not be shown.

use std::fmt;
use std::io;

/// Why the screen could not be shown. Each says what to try instead.
#[derive(Debug)]
pub enum Error {
    /// There is no terminal to draw on.
    NoTerminal(io::Error),
    /// The terminal did not take its settings.
    Settings(io::Error),
    /// The thread that reads keys, which is the one that hides the screen, could not start.
    Watcher(io::Error),
    /// A picture could not be made.
    Drawing(io::Error),
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoTerminal(cause) => write!(formatter, "there is no terminal here: {cause}"),
            Self::Settings(cause) => write!(formatter, "the terminal cannot be set up: {cause}"),
            Self::Watcher(cause) => write!(formatter, "keys cannot be read: {cause}"),
            Self::Drawing(cause) => write!(formatter, "the page cannot be drawn: {cause}"),
        }
    }
}

impl std::error::Error for Error {}
