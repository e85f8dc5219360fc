//! What the system refuses this program for the person's sake.

use std::fmt;

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum State {
    On,
    /// As far as this system goes.
    #[cfg(target_os = "linux")]
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
            #[cfg(target_os = "linux")]
            Self::Partly => "partly on",
            Self::Off => "off: this system does not offer it",
        })
    }
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Protection {
    /// What it keeps from happening.
    pub name: &'static str,
    pub state: State,
}

impl Protection {
    pub(super) fn new(name: &'static str, state: State) -> Self {
        Self { name, state }
    }
}
