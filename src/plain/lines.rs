//! The parts of a page as lines, with a number before each thing that can be chosen.

use ratatui::layout::Size;
use unicode_width::UnicodeWidthStr;

use super::screenful::{BESIDE, Screenful};
use crate::interface::page::layout::{self, READING_COLUMNS, Style, has_gap};
use crate::interface::page::row::{Marks, Role, Room, Row};
use crate::interface::page::wrap::wrap;
use crate::interface::page::{Block, Call, Link, OnScreen};

/// Black on white, which is how cameras expect a code; and back.
const ON_WHITE: [&str; 2] = ["\x1b[30;47m", "\x1b[m"];

/// A page as lines for a terminal of this size.
pub(super) fn page(blocks: &[Block], size: Size, marks: Marks) -> Screenful {
    let room = Room { columns: size.width, rows: size.height.saturating_sub(BESIDE) };
    let rows = layout::rows(blocks, &InLines { room, marks });
    let choices = blocks.iter().filter_map(Block::target).collect();
    Screenful::new(rows.iter().map(line).collect(), choices)
}

/// A row as the terminal gets it. A code can be seen by a camera where its reader cannot see it.
fn line(row: &Row) -> String {
    let is_code = row.pieces.iter().any(|piece| piece.role == Role::Code);
    let [on, off] = if is_code { ON_WHITE } else { ["", ""] };
    format!("{on}{}{off}", row.text())
}

/// Lines for a screen reader or a simple terminal.
struct InLines {
    room: Room,
    marks: Marks,
}

impl Style<Block> for InLines {
    fn rows(&self, block: &Block, choice: usize) -> Vec<Row> {
        let number = format!("{}. ", choice + 1);
        match block {
            Block::Title(text) | Block::Text(text) | Block::Note(text) => self.wrap("", "", text),
            Block::Heading(text) => self.wrap("", "", &heading(text)),
            Block::Call(call) => self.call(&number, call),
            Block::Link(link) => self.link(&number, link),
            Block::Big(_) => self.drawn(block, Marks::ASCII),
            Block::Code(_) => self.drawn(block, self.marks),
        }
    }

    fn is_choice(&self, block: &Block) -> bool {
        block.target().is_some()
    }

    fn has_gap(&self, before: &Block, after: &Block) -> bool {
        has_gap(before, after)
    }
}

impl InLines {
    fn columns(&self) -> usize {
        self.room.columns.clamp(1, READING_COLUMNS).into()
    }

    /// The name stands between the choice and the telephone number, so that nobody takes the two
    /// for one number. A telephone number is never wrapped.
    fn call(&self, choice: &str, call: &Call) -> Vec<Row> {
        let indent = " ".repeat(choice.len());
        let line = format!("{choice}{}: {}", call.name, call.number);
        let mut rows = if line.width() <= self.columns() {
            vec![row(line)]
        } else {
            let mut rows = self.wrap(choice, &indent, &format!("{}:", call.name));
            rows.push(row(format!("{indent}{}", call.number)));
            rows
        };
        rows.extend(self.wrap(&indent, &indent, &call.notes.join(", ")));
        rows
    }

    fn link(&self, choice: &str, link: &Link) -> Vec<Row> {
        let indent = " ".repeat(choice.len());
        // The answers to a question carry their numbers on every screen.
        let own_number = choice.replace(". ", "  ");
        let text = link.text.strip_prefix(&own_number).unwrap_or(&link.text);
        let remark =
            if link.remark.is_empty() { String::new() } else { format!(" ({})", link.remark) };
        let mut rows = self.wrap(choice, &indent, &format!("{text}{remark}"));
        let snippet = link.snippet.iter();
        rows.extend(snippet.flat_map(|snippet| self.wrap(&indent, &indent, &snippet.text)));
        rows
    }

    fn wrap(&self, first: &str, others: &str, text: &str) -> Vec<Row> {
        wrap(text, self.columns(), [first, others]).into_iter().map(row).collect()
    }

    /// As the full screen has it.
    fn drawn(&self, block: &Block, marks: Marks) -> Vec<Row> {
        OnScreen { room: self.room, marks }.rows(block, 0)
    }
}

fn row(text: String) -> Row {
    Row::new(0, text, Role::Text)
}

/// A heading is told from text by its end, since nothing else can tell them apart aloud.
fn heading(text: &str) -> String {
    let is_open = text.ends_with(char::is_alphanumeric);
    if is_open { format!("{text}:") } else { text.to_owned() }
}
