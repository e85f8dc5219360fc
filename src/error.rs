//! What can stop a command: always one line that says what to do next.

use std::fmt;
use std::io;

use crate::knowledge::text::is_forbidden;

/// Why a command stopped.
#[derive(Debug)]
pub enum Error {
    /// What was asked for cannot be done.
    Refused {
        /// What is in the way.
        what: String,
        /// What to do instead.
        hint: String,
    },
    /// Several things are wrong with data files; each is a line of its own.
    Faults(Vec<String>),
    /// Several things in a file from staff cannot be used; each line names the next step.
    Refusals(Vec<String>),
    /// The output could not be written.
    Output(io::Error),
}

impl Error {
    /// What is in the way, and what to do instead.
    pub fn refused(what: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Refused { what: what.into(), hint: hint.into() }
    }

    /// Whether the reader of a pipe went away, which is a normal end (`airt list | head`).
    pub fn is_closed_pipe(&self) -> bool {
        matches!(self, Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }
}

/// How many letters of a message are shown from its beginning, which names the place, and as many
/// from its end, which says what to do.
const LONGEST_HALF: usize = 200;

/// A message with nothing in it that a terminal would obey, nor more than a person reads: names of
/// files and values in them can hold anything.
fn shown(message: &str) -> String {
    let letter = |letter| if is_seen(letter) { letter } else { '\u{fffd}' };
    let length = message.chars().count();
    if length <= 2 * LONGEST_HALF {
        return message.chars().map(letter).collect();
    }
    let beginning = message.chars().take(LONGEST_HALF);
    let end = message.chars().skip(length - LONGEST_HALF);
    beginning.chain(" ... ".chars()).chain(end).map(letter).collect()
}

/// A fault is read by itself: the joiners that some scripts need would only hide in it.
fn is_seen(letter: char) -> bool {
    !is_forbidden(letter) && !matches!(letter, '\u{200c}' | '\u{200d}')
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused { what, hint } => {
                write!(formatter, "airt: {}: {}", shown(what), shown(hint))
            }
            Self::Faults(faults) => {
                for fault in faults {
                    writeln!(formatter, "{}", shown(fault))?;
                }
                write!(formatter, "airt: mend what is named above, then run `airt check` again")
            }
            Self::Refusals(refusals) => {
                for refusal in refusals {
                    writeln!(formatter, "{}", shown(refusal))?;
                }
                write!(
                    formatter,
                    "airt: these rows were left out: mend what is named above, and give the file again"
                )
            }
            Self::Output(error) => {
                write!(
                    formatter,
                    "airt: the text could not be written ({error}): try another place for it"
                )
            }
        }
    }
}

impl std::error::Error for Error {}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}
