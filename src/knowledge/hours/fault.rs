use std::fmt;

/// Why hours, a calendar or a time could not be read, and what to write instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HoursFault(String);

impl HoursFault {
    pub(super) fn new(problem: impl Into<String>) -> Self {
        Self(problem.into())
    }
}

impl fmt::Display for HoursFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for HoursFault {}
