//! How far a translated string can be trusted, and whether that is far enough to show it.

use super::core::Tier;

/// How far a string of a translation can be trusted: worked out from its records, never stored.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum State {
    /// Nobody may see it.
    Hidden(Why),
    /// No speaker has read it.
    Draft,
    /// One speaker has found it right.
    Read,
    /// Two have.
    ReadTwice,
    /// A speaker and a Scots lawyer have.
    Law,
}

/// Why nobody may see a string.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Why {
    /// Nobody has written it.
    Missing,
    /// The English that it was made from has changed.
    Stale,
    /// It breaks a rule, which `airt check` names.
    Faulty,
    /// Who drafted it was unsure, and no speaker has read it.
    Weak,
}

/// In which way a string is shown.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Showing {
    /// In English alone.
    English,
    /// With a mark that says it may be wrong.
    Marked,
    /// As it is.
    Plain,
}

impl State {
    /// What a reader may see, by what a wrong word could do.
    pub(super) const fn showing(self, tier: Tier) -> Showing {
        match (self, tier) {
            (Self::Law, _) | (Self::ReadTwice, Tier::A | Tier::B) => Showing::Plain,
            (Self::Read, Tier::A | Tier::B) | (Self::Draft, Tier::A) => Showing::Marked,
            (Self::Hidden(_), _) | (_, Tier::C) | (Self::Draft, Tier::B) => Showing::English,
        }
    }
}
