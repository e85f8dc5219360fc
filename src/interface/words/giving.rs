//! The words of what is given away: lists for staff, and pages on paper.

use serde::Deserialize;

/// The list of numbers that staff ring through.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReviewWords {
    pub intro: String,
    pub never_ring: String,
    pub number: String,
    pub whose: String,
    pub hours: String,
    pub source: String,
    pub checked: String,
    pub never: String,
    pub looked: String,
    pub days: String,
}

/// Pages on paper.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrintWords {
    pub title: String,
    pub fold: String,
    pub may_change: String,
    pub made_on: String,
}
