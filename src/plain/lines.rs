//! The parts of a page as lines, with a number before each thing that can be chosen.

use ratatui::layout::Size;
use unicode_width::UnicodeWidthStr;

use super::screenful::{BESIDE, Screenful};
use crate::interface::page::layout::{self, READING_COLUMNS, Style, has_gap};
use crate::interface::page::row::{Marks, Role, Room, Row};
use crate::interface::page::wrap::wrap;
use crate::interface::page::{Block, Call, Link, OnScreen};
use crate::knowledge::phone::PhoneNumber;

/// Black on white, which is how cameras expect a code; and back.
const ON_WHITE: [&str; 2] = ["\x1b[30;47m", "\x1b[m"];

/// A page as lines for a terminal of this size.
pub(super) fn page(blocks: &[Block], size: Size, marks: Marks) -> Screenful {
    let room = Room { columns: size.width, rows: size.height.saturating_sub(BESIDE) };
    let rows = layout::rows(blocks, &InLines { room, marks, is_numbered: true });
    let choices = blocks.iter().flat_map(Block::targets).collect();
    Screenful::new(rows.iter().map(line).collect(), choices)
}

/// A row as the terminal gets it. A code can be seen by a camera where its reader cannot see it.
fn line(row: &Row) -> String {
    let is_code = row.pieces.iter().any(|piece| piece.role == Role::Ink);
    let [on, off] = if is_code { ON_WHITE } else { ["", ""] };
    format!("{on}{}{off}", row.text())
}

/// Lines for a screen reader, a simple terminal or a pipe.
pub(super) struct InLines {
    pub room: Room,
    pub marks: Marks,
    /// Whether a number stands before each thing that can be chosen.
    pub is_numbered: bool,
}

impl Style<Block> for InLines {
    fn rows(&self, block: &Block, first: usize) -> Vec<Row> {
        match block {
            Block::Title(text)
            | Block::Text(text)
            | Block::Said(text)
            | Block::Note(text)
            | Block::Own(_, text) => self.wrap("", "", text),
            Block::Item(text) => self.wrap("- ", "  ", text),
            Block::Heading(text) => self.wrap("", "", &heading(text)),
            Block::Answer(question, answer) => self.wrap("", "", &format!("{question} {answer}")),
            Block::Best(label, call) => {
                let label = self.wrap("", "", &heading(label));
                label.into_iter().chain(self.call(first, call)).collect()
            }
            Block::Call(call) => self.call(first, call),
            Block::Up(link) | Block::Link(link) | Block::Tile(link) => self.link(first, link),
            Block::Found(link, call) => {
                let call = call.iter().flat_map(|call| self.call(first + 1, call));
                self.link(first, link).into_iter().chain(call).collect()
            }
            Block::Choices(links) => {
                let links = links.iter().zip(first..);
                links.flat_map(|(link, choice)| self.link(choice, link)).collect()
            }
            Block::Big(number, words) => {
                let words = words.iter().flat_map(|text| self.wrap("", "", text));
                self.drawn(number).into_iter().chain(words).collect()
            }
            Block::Code(_) => {
                OnScreen { room: self.room, marks: self.marks, has_tiles: false }.rows(block, first)
            }
            Block::Paper(_, own, english) => {
                [self.wrap("", "", own), self.wrap("", "", english)].concat()
            }
        }
    }

    fn choices(&self, block: &Block) -> usize {
        block.targets().len()
    }

    fn has_gap(&self, before: &Block, after: &Block) -> bool {
        has_gap(before, after)
    }
}

impl InLines {
    fn columns(&self) -> usize {
        self.room.columns.clamp(1, READING_COLUMNS).into()
    }

    /// What stands before a thing that can be chosen.
    fn number(&self, choice: usize) -> String {
        if self.is_numbered { format!("{}. ", choice + 1) } else { String::new() }
    }

    /// The name stands between the choice and the telephone number, so that nobody takes the two
    /// for one number. A telephone number is never wrapped.
    fn call(&self, choice: usize, call: &Call) -> Vec<Row> {
        let choice = self.number(choice);
        let indent = " ".repeat(choice.len().max(2));
        let line = format!("{choice}{}: {}", call.marked_name(), call.number);
        let mut rows = if line.width() <= self.columns() {
            vec![row(line)]
        } else {
            let mut rows = self.wrap(&choice, &indent, &format!("{}:", call.marked_name()));
            rows.push(row(format!("{indent}{}", call.number)));
            rows
        };
        rows.extend(self.wrap(&indent, &indent, &call.notes.join(", ")));
        rows
    }

    fn link(&self, choice: usize, link: &Link) -> Vec<Row> {
        let own_number = format!("{}  ", choice + 1);
        let choice = self.number(choice);
        let indent = " ".repeat(choice.len().max(2));
        // The answers to a question carry their numbers on every screen.
        let text = link.text.strip_prefix(&own_number).unwrap_or(&link.text);
        let remark =
            if link.remark.is_empty() { String::new() } else { format!(" ({})", link.remark) };
        let mut rows = self.wrap(&choice, &indent, &format!("{text}{remark}"));
        let snippet = link.snippet.iter();
        rows.extend(snippet.flat_map(|snippet| self.wrap(&indent, &indent, &snippet.text)));
        rows
    }

    fn wrap(&self, first: &str, others: &str, text: &str) -> Vec<Row> {
        wrap(text, self.columns(), [first, others]).into_iter().map(row).collect()
    }

    /// As the full screen has it where letters are all there is.
    fn drawn(&self, number: &PhoneNumber) -> Vec<Row> {
        let room = Room { rows: 0, ..self.room };
        let block = Block::Big(number.clone(), Vec::new());
        OnScreen { room, marks: Marks::ASCII, has_tiles: false }.rows(&block, 0)
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
