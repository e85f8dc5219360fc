//! Sheets as text, ready for a printer of plain text such as `lp`.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use crate::interface::page::Call;
use crate::interface::page::layout::{Style, rows};
use crate::interface::page::row::{Role, Row};
use crate::interface::page::wrap::wrap;

use super::{Part, Sheet};

/// The widest line. Printers of plain text have room for 80 columns; this leaves a margin.
pub const COLUMNS: usize = 72;

/// The column of numbers: the longest has 14 signs.
const NUMBER_COLUMNS: usize = 15;

/// Between two sheets: a printer begins a new page at it.
const FORM_FEED: char = '\x0c';

/// Writes the sheets one after another, each on a page of its own.
///
/// # Errors
/// When the output cannot be written.
pub fn write(output: &mut dyn Write, sheets: &[Sheet]) -> io::Result<()> {
    for (place, sheet) in sheets.iter().enumerate() {
        if place > 0 {
            write!(output, "{FORM_FEED}")?;
        }
        let parts = [sheet.card.clone(), sheet.parts.clone()].concat();
        for row in rows(&parts, &OnPaper) {
            writeln!(output, "{}", row.text())?;
        }
    }
    Ok(())
}

/// Plain text on paper: a number stands in front, where the eye finds it.
struct OnPaper;

impl Style<Part> for OnPaper {
    fn rows(&self, part: &Part, _first: usize) -> Vec<Row> {
        let lines = match part {
            Part::Title(text) => underlined(text, "="),
            Part::Heading(text) => underlined(text, "-"),
            Part::Text(text) | Part::Foreign { text, .. } | Part::Note(text) => {
                wrap(text, COLUMNS, ["", ""])
            }
            Part::Item(text) => wrap(text, COLUMNS, ["- ", "  "]),
            Part::Box(label, lines) => boxed(label, *lines),
            Part::Line(asked) => to_write_on(asked),
            Part::Call(call) => call_lines(call),
            // Lines of text have gaps between them, and no camera reads it.
            Part::Code(_) => Vec::new(),
        };
        lines.into_iter().map(|line| Row::new(0, line, Role::Text)).collect()
    }

    fn choices(&self, _part: &Part) -> usize {
        0
    }

    /// Notes stand together, and whatever follows a heading; numbers to call stand apart from each
    /// other and from what follows.
    fn has_gap(&self, before: &Part, after: &Part) -> bool {
        !matches!(
            (before, after),
            (Part::Heading(_), _)
                | (Part::Text(_) | Part::Note(_) | Part::Item(_), Part::Note(_))
                | (Part::Item(_), Part::Item(_))
                | (Part::Box(..), Part::Box(..))
                | (Part::Line(_), Part::Line(_))
                | (Part::Foreign { .. } | Part::Note(_), Part::Foreign { .. })
        )
    }
}

fn underlined(text: &str, line: &str) -> Vec<String> {
    let mut lines = wrap(text, COLUMNS, ["", ""]);
    let widest = lines.iter().map(|line| line.width()).max().unwrap_or_default();
    lines.push(line.repeat(widest));
    lines
}

/// The words, and the rest of the line; long words take a line of their own.
fn to_write_on(asked: &str) -> Vec<String> {
    let mut lines = wrap(asked, COLUMNS, ["", ""]);
    let last = lines.pop().unwrap_or_default();
    let rest = COLUMNS.saturating_sub(last.width() + 1);
    lines.push(format!("{last} {}", "_".repeat(rest)));
    lines
}

/// A label, and lines to write on below it.
fn boxed(label: &str, lines: usize) -> Vec<String> {
    let line = "_".repeat(COLUMNS);
    wrap(label, COLUMNS, ["", ""]).into_iter().chain(std::iter::repeat_n(line, lines)).collect()
}

fn call_lines(call: &Call) -> Vec<String> {
    let number = format!("{:NUMBER_COLUMNS$}", call.number.spoken());
    let indent = " ".repeat(number.width());
    let mut lines = wrap(&call.marked_name(), COLUMNS, [&number, &indent]);
    lines.extend(wrap(&call.notes.join(", "), COLUMNS, [&indent, &indent]));
    lines
}
