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

/// How far each language was checked, and the paper to check it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpeakersWords {
    pub counts: String,
    pub which: String,
    pub first: String,
    pub first_note: String,
    pub in_english: String,
    pub second: String,
    pub second_note: String,
    pub ticks: String,
    pub better: String,
    pub write: String,
    pub law: String,
    pub law_note: String,
    pub speaker_english: String,
    pub name: String,
    pub date: String,
}

/// Pages on paper.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrintWords {
    pub title: String,
    pub fold: String,
    pub may_change: String,
    pub made_on: String,
    pub ask: String,
    pub found: String,
    pub looking: String,
    pub to_printer: String,
    pub no_printer: String,
    pub this_page: String,
    pub numbers: String,
    pub both: String,
    pub to_file: String,
    pub file_title: String,
    pub file_stays: String,
    pub folder: String,
    pub name: String,
    pub name_hint: String,
    pub name_line: String,
    pub sending: String,
    pub printed: String,
    pub saved: String,
    pub refused: String,
    pub exists: String,
    pub no_folder: String,
    pub not_allowed: String,
    pub disk_full: String,
    pub failed: String,
}
