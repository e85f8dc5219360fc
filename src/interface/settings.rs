//! What is chosen once, at the start: looks, signs, and where the time comes from.

use jiff::civil::Date;

use super::page::row::Marks;
use super::theme::Looks;
use super::words::Words;
use crate::knowledge::hours::Moment;

/// How the program looks and tells the time.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Colours.
    pub looks: Looks,
    /// Signs that this terminal can show.
    pub marks: Marks,
    /// Tells the time, or always gives the time asked for.
    pub time: TimeSource,
    /// What the person should know about the start, shown until a key is pressed.
    pub notice: Option<String>,
}

/// A way out that is not covered here, because the system refused what covers it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Gap {
    /// Nobody clears the screen when the program is killed.
    Killed,
    /// Nobody sees that the program was stopped.
    Stopped,
}

impl Gap {
    /// One line for the person.
    pub fn says(self, words: &Words) -> &str {
        match self {
            Self::Killed => &words.gaps.killed,
            Self::Stopped => &words.gaps.stopped,
        }
    }
}

/// Where the time comes from: the edge hands it in, so that a test can choose it.
#[derive(Clone, Copy, Debug)]
pub enum TimeSource {
    /// Asked each time; a clock that shows a day before this one is wrong.
    Running(fn(Date) -> Moment, Date),
    /// The same for ever: `--at`.
    Stopped(Moment),
    /// There is no clock that can be trusted.
    Unknown,
}

impl TimeSource {
    /// What time it is.
    pub fn now(self) -> Moment {
        match self {
            Self::Running(read, since) => read(since),
            Self::Stopped(moment) => moment,
            Self::Unknown => Moment::ClockWrong,
        }
    }
}
