//! What can stop a command: always one line that says what to do next.

use std::fmt;
use std::io;

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

/// A message with nothing in it that a terminal would obey: names of files can hold anything.
fn shown(message: &str) -> String {
    message.chars().map(|letter| if letter.is_control() { '\u{fffd}' } else { letter }).collect()
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
                    "airt: nothing is ready to be put into the data: mend what is named above"
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
