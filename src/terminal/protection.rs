//! What the system refuses this program for the person's sake.

use std::fmt;

/// Whether a protection is on.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum State {
    /// As far as it goes.
    On,
    /// As far as this system goes.
    Partly,
    /// Not offered by this system.
    Off,
}

impl State {
    pub(super) fn of(works: bool) -> Self {
        if works { Self::On } else { Self::Off }
    }
}

impl fmt::Display for State {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::On => "on",
            Self::Partly => "partly on",
            Self::Off => "off: this system does not offer it",
        })
    }
}

/// One protection of this process.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Protection {
    /// What it keeps from happening.
    pub name: &'static str,
    /// Whether it is on.
    pub state: State,
}

impl Protection {
    pub(super) fn new(name: &'static str, state: State) -> Self {
        Self { name, state }
    }
}
