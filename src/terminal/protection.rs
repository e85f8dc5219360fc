//! What the system refuses this program for the person's sake.

use std::fmt;

use crate::interface::station::Protections;

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum State {
    On,
    /// As far as this system goes.
    #[cfg(target_os = "linux")]
    Partly,
    /// Not offered by this system.
    Off,
    /// The system has it, and its settings refuse it to this program.
    SwitchedOff,
}

impl State {
    /// Of something that every Unix has.
    #[cfg(unix)]
    pub(super) const fn of(works: bool) -> Self {
        if works { Self::On } else { Self::SwitchedOff }
    }

    pub(super) const fn is_on(self) -> bool {
        !matches!(self, Self::Off | Self::SwitchedOff)
    }
}

impl fmt::Display for State {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::On => "on",
            #[cfg(target_os = "linux")]
            Self::Partly => "partly on",
            Self::Off => "off: this system does not offer it",
            Self::SwitchedOff => "off: switched off by the system's settings",
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
    pub(super) const fn new(name: &'static str, state: State) -> Self {
        Self { name, state }
    }
}

impl fmt::Display for Protection {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.name, self.state)
    }
}

/// The same for a page.
pub fn told(protections: &[Protection]) -> Protections {
    let off = protections.iter().filter(|protection| !protection.state.is_on());
    let off: Vec<String> = off.map(ToString::to_string).collect();
    Protections { on: protections.len() - off.len(), all: protections.len(), off }
}
