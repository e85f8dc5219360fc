//! Sheets as text, ready for a printer of plain text such as `lp`.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use crate::interface::context::Context;
use crate::interface::page::Call;
use crate::interface::page::layout::{Style, rows};
use crate::interface::page::row::{Role, Row};
use crate::interface::page::wrap;

use super::{Part, Sheet};

/// The widest line. Printers of plain text have room for 80 columns; this leaves a margin.
pub const COLUMNS: usize = 72;

/// The column of numbers: the longest has 13 signs.
const NUMBER_COLUMNS: usize = 15;

/// Between two sheets: a printer begins a new page at it.
const FORM_FEED: char = '\x0c';

/// A space that no line is broken at, so that a number stays whole.
const UNBROKEN_SPACE: &str = "\u{a0}";

/// Writes the sheets one after another, each on a page of its own.
///
/// # Errors
/// When the output cannot be written.
pub fn write(output: &mut dyn Write, context: &Context, sheets: &[Sheet]) -> io::Result<()> {
    for (place, sheet) in sheets.iter().enumerate() {
        if place > 0 {
            write!(output, "{FORM_FEED}")?;
        }
        let parts = [sheet.card.clone(), sheet.parts.clone()].concat();
        for row in rows(&parts, &OnPaper { context }) {
            writeln!(output, "{}", row.text())?;
        }
    }
    Ok(())
}

/// Plain text on paper: a number stands in front, where the eye finds it.
struct OnPaper<'a> {
    context: &'a Context<'a>,
}

impl Style<Part> for OnPaper<'_> {
    fn rows(&self, part: &Part, _first: usize) -> Vec<Row> {
        let lines = match part {
            Part::Title(text) => self.underlined(text, "="),
            Part::Heading(text) => self.underlined(text, "-"),
            Part::Text(text) | Part::Own(text) | Part::Note(text) => self.wrap(["", ""], text),
            Part::Call(call) => self.call(call),
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
            (Part::Heading(_), _) | (Part::Text(_) | Part::Note(_), Part::Note(_))
        )
    }
}

impl OnPaper<'_> {
    fn underlined(&self, text: &str, line: &str) -> Vec<String> {
        let mut lines = self.wrap(["", ""], text);
        let widest = lines.iter().map(|line| line.width()).max().unwrap_or_default();
        lines.push(line.repeat(widest));
        lines
    }

    fn call(&self, call: &Call) -> Vec<String> {
        let number = format!("{:NUMBER_COLUMNS$}", call.number.spoken());
        let indent = " ".repeat(number.width());
        let mut lines = self.wrap([&number, &indent], &call.name);
        lines.extend(self.wrap([&indent, &indent], &call.notes.join(", ")));
        lines
    }

    /// Lines in which every telephone number is whole.
    fn wrap(&self, indents: [&str; 2], text: &str) -> Vec<String> {
        let held = super::numbers(self.context).fold(text.to_owned(), |text, number| {
            text.replace(number, &number.replace(' ', UNBROKEN_SPACE))
        });
        let lines = wrap::wrap(&held, COLUMNS, indents).into_iter();
        lines.map(|line| line.replace(UNBROKEN_SPACE, " ")).collect()
    }
}
