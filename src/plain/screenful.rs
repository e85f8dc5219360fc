//! A page that is shown one screenful at a time.

use std::io::{self, Write};

use ratatui::layout::Size;

use crate::interface::page::wrap;
use crate::interface::place::Place;
use crate::interface::words::PlainWords;

/// Lines beside a page: an empty one above, "more" and the prompt below, each in one line unless
/// the terminal is very narrow.
pub(super) const BESIDE: u16 = 3;

/// A page: its lines, how many of them were shown, and where each choice leads.
#[derive(Debug, Default)]
pub(super) struct Screenful {
    lines: Vec<String>,
    shown: usize,
    choices: Vec<Place>,
}

impl Screenful {
    /// A page of which nothing was shown yet.
    pub(super) const fn new(lines: Vec<String>, choices: Vec<Place>) -> Self {
        Self { lines, shown: 0, choices }
    }

    /// Whether all of it was shown.
    pub(super) const fn is_done(&self) -> bool {
        self.shown >= self.lines.len()
    }

    /// Where a choice leads, from 0.
    pub(super) fn choice(&self, index: usize) -> Option<Place> {
        self.choices.get(index).copied()
    }

    /// How many choices there are.
    pub(super) const fn choices(&self) -> usize {
        self.choices.len()
    }

    /// Writes the next screenful, and whether there is more.
    pub(super) fn write(
        &mut self,
        output: &mut dyn Write,
        size: Size,
        words: &PlainWords,
    ) -> io::Result<()> {
        let below = [&words.more, &words.prompt].map(|text| wrap::height(text, size.width.into()));
        let used = 1 + below.iter().sum::<usize>();
        let room = usize::from(size.height).saturating_sub(used).max(1);
        let rest = &self.lines[self.shown..];
        let count = fitting(rest, room);
        for line in std::iter::once("").chain(rest[..count].iter().map(String::as_str)) {
            writeln!(output, "{line}")?;
        }
        let gap = rest[count..].iter().take_while(|line| line.is_empty()).count();
        self.shown += count + gap;
        if self.is_done() { Ok(()) } else { writeln!(output, "{}", words.more) }
    }
}

/// How many lines to show at once: what fits, but rather up to a gap in its second half than
/// through the middle of a part.
fn fitting(lines: &[String], room: usize) -> usize {
    if lines.len() <= room {
        return lines.len();
    }
    let gap = lines[..=room].iter().rposition(String::is_empty);
    gap.filter(|&gap| gap > room / 2).unwrap_or(room)
}
