//! Sheets as text, ready for a printer of plain text such as `lp`.

use std::io::{self, Write};

use textwrap::{Options, WordSplitter};
use unicode_width::UnicodeWidthStr;

use crate::interface::context::Context;
use crate::interface::page::rows::has_gap;
use crate::interface::page::{Block, Call};

use super::Sheet;

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
        for line in lines(context, sheet) {
            writeln!(output, "{line}")?;
        }
    }
    Ok(())
}

fn lines(context: &Context, sheet: &Sheet) -> Vec<String> {
    let mut lines = Vec::new();
    let mut before = None;
    for block in sheet.card.iter().chain(&sheet.blocks) {
        if before.is_some_and(|before| has_gap(before, block) || parts_calls(before, block)) {
            lines.push(String::new());
        }
        lines.extend(block_lines(context, block));
        before = Some(block);
    }
    lines
}

/// Numbers to call stand apart from each other and from what follows.
const fn parts_calls(before: &Block, after: &Block) -> bool {
    match (before, after) {
        (Block::Heading(_), _) => false,
        (before, after) => matches!(before, Block::Call(_)) || matches!(after, Block::Call(_)),
    }
}

fn block_lines(context: &Context, block: &Block) -> Vec<String> {
    match block {
        Block::Title(text) => underlined(context, text, "="),
        Block::Heading(text) => underlined(context, text, "-"),
        Block::Text(text) | Block::Note(text) => wrap(context, ["", ""], text),
        Block::Call(call) => call_lines(context, call),
        // No sheet has these: they are for a screen.
        Block::Link(_) | Block::Big(_) | Block::Code(_) => Vec::new(),
    }
}

fn underlined(context: &Context, text: &str, line: &str) -> Vec<String> {
    let mut lines = wrap(context, ["", ""], text);
    let widest = lines.iter().map(|line| line.width()).max().unwrap_or_default();
    lines.push(line.repeat(widest));
    lines
}

/// The number stands in front, where the eye finds it, and everything else beside it.
fn call_lines(context: &Context, call: &Call) -> Vec<String> {
    let number = format!("{:NUMBER_COLUMNS$}", call.number.spoken());
    let indent = " ".repeat(number.width());
    let mut lines = wrap(context, [&number, &indent], &call.name);
    lines.extend(wrap(context, [&indent, &indent], &call.notes.join(", ")));
    lines
}

/// A paragraph as lines in which every telephone number is whole.
fn wrap(context: &Context, [first, others]: [&str; 2], text: &str) -> Vec<String> {
    let options = Options::new(COLUMNS)
        .initial_indent(first)
        .subsequent_indent(others)
        .word_splitter(WordSplitter::NoHyphenation);
    let held = super::numbers(context).fold(text.to_owned(), |text, number| {
        text.replace(number, &number.replace(' ', UNBROKEN_SPACE))
    });
    let wrapped = textwrap::wrap(&held, options);
    wrapped.into_iter().map(|line| line.replace(UNBROKEN_SPACE, " ")).collect()
}
