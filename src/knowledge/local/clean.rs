//! Text from outside, made fit for a screen and for a spreadsheet.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::super::text::is_forbidden;

/// Marks on one letter, at most: more would reach into the rows above and below.
const MOST_MARKS: usize = 3;

/// One line of composed letters: nothing that hides, reorders or overlaps, and nothing in front
/// that a spreadsheet would carry out as a formula.
pub fn clean(text: &str) -> String {
    // Nearly every text is printable ASCII, where nothing is composed or hidden.
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return on_one_line(text);
    }
    let mut marks = 0;
    let is_kept = |letter: &char| {
        marks = if is_combining_mark(*letter) { marks + 1 } else { 0 };
        marks <= MOST_MARKS
    };
    let spaced = text.nfc().map(|letter| if letter.is_control() { ' ' } else { letter });
    let kept: String =
        spaced.filter(|letter| !is_forbidden(*letter)).filter(is_kept).nfc().collect();
    on_one_line(&kept)
}

/// Words with single spaces between, the first of which runs nowhere.
fn on_one_line(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    line.trim_start_matches(runs_in_a_spreadsheet).trim().to_owned()
}

/// Whether a spreadsheet takes a cell that begins so for a formula.
fn runs_in_a_spreadsheet(letter: char) -> bool {
    matches!(letter, '=' | '+' | '-' | '@' | ' ')
}
