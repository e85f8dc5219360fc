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
    pub sheet: SheetWords,
    pub rung: RungWords,
}

/// The boxes that staff fill in on paper.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SheetWords {
    pub how: String,
    pub columns: String,
    pub boxes: String,
    pub said: String,
}

/// What comes back from staff.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RungWords {
    pub right: String,
    pub wrong: String,
    pub no_answer: String,
    pub next: String,
    pub pack_right: String,
    pub pack_wrong: String,
    pub pack_no_answer: String,
    pub pack_next: String,
}

/// Words to read out to a person, and the answers to point at.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AloudWords {
    pub begin: String,
    pub go_on: String,
    pub progress: String,
    pub how: String,
    pub english_only: String,
    pub point: String,
    pub yes: String,
    pub no: String,
    pub not_now: String,
    pub in_language: String,
    pub not_kept: String,
}

/// The page for a worker's bag.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandoverWords {
    pub title: String,
    pub day_and_night: String,
    pub other_times: String,
    pub council: String,
    pub card: String,
    pub draft: String,
    pub dated: String,
    pub never_rung: String,
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
