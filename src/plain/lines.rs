//! The parts of a page as lines, with a number before each thing that can be chosen.

use ratatui::layout::Size;
use textwrap::{Options, WordSplitter};
use unicode_width::UnicodeWidthStr;

use super::screenful::{BESIDE, Page};
use crate::interface::page::rows::{Marks, READING_COLUMNS, Role, Room, has_gap, rows};
use crate::interface::page::{Block, Call, Link};

/// Black on white, which is how cameras expect a code; and back.
const ON_WHITE: [&str; 2] = ["\x1b[30;47m", "\x1b[m"];

/// A page as lines for a terminal of this size.
pub(super) fn page(blocks: &[Block], size: Size, marks: Marks) -> Page {
    let columns = size.width.clamp(1, READING_COLUMNS).into();
    let room = Room { columns: size.width, rows: size.height.saturating_sub(BESIDE) };
    let mut layout = Layout { columns, room, marks, lines: Vec::new(), choices: 0 };
    let mut before = None;
    for block in blocks {
        if before.is_some_and(|before| has_gap(before, block)) {
            layout.lines.push(String::new());
        }
        layout.add(block);
        before = Some(block);
    }
    let choices = blocks.iter().filter_map(Block::target).cloned().collect();
    Page::new(layout.lines, choices)
}

struct Layout {
    columns: usize,
    room: Room,
    marks: Marks,
    lines: Vec<String>,
    choices: usize,
}

impl Layout {
    fn add(&mut self, block: &Block) {
        match block {
            Block::Title(text) | Block::Text(text) | Block::Note(text) => self.wrap("", "", text),
            Block::Heading(text) => self.wrap("", "", &heading(text)),
            Block::Call(call) => self.call(call),
            Block::Link(link) => self.link(link),
            Block::Big(_) => self.lines.extend(drawn(block, self.room, Marks::ASCII)),
            Block::Code(_) => self.code(block),
        }
    }

    /// A code can be seen by a camera where its reader cannot see it.
    fn code(&mut self, block: &Block) {
        let [on, off] = ON_WHITE;
        for row in rows(std::slice::from_ref(block), self.room, self.marks) {
            let is_code = row.pieces.iter().any(|piece| piece.role == Role::Code);
            let text = row.text();
            self.lines.push(if is_code { format!("{on}{text}{off}") } else { text });
        }
    }

    /// The name stands between the choice and the telephone number, so that nobody takes the two
    /// for one number. A telephone number is never wrapped.
    fn call(&mut self, call: &Call) {
        let choice = self.next_choice();
        let indent = " ".repeat(choice.len());
        let line = format!("{choice}{}: {}", call.name, call.number);
        if line.width() <= self.columns {
            self.lines.push(line);
        } else {
            self.wrap(&choice, &indent, &format!("{}:", call.name));
            self.lines.push(format!("{indent}{}", call.number));
        }
        self.wrap(&indent, &indent, &call.notes.join(", "));
    }

    fn link(&mut self, link: &Link) {
        let choice = self.next_choice();
        let indent = " ".repeat(choice.len());
        // The answers to a question carry their numbers on every screen.
        let text = link.text.strip_prefix(&format!("{}  ", self.choices)).unwrap_or(&link.text);
        if link.remark.is_empty() {
            self.wrap(&choice, &indent, text);
        } else {
            self.wrap(&choice, &indent, &format!("{text} ({})", link.remark));
        }
        if let Some(detail) = &link.detail {
            self.wrap(&indent, &indent, &detail.text);
        }
    }

    fn next_choice(&mut self) -> String {
        self.choices += 1;
        format!("{}. ", self.choices)
    }

    fn wrap(&mut self, first: &str, others: &str, text: &str) {
        let options = Options::new(self.columns)
            .initial_indent(first)
            .subsequent_indent(others)
            .word_splitter(WordSplitter::NoHyphenation);
        let wrapped = textwrap::wrap(text, options);
        self.lines.extend(wrapped.into_iter().map(std::borrow::Cow::into_owned));
    }
}

/// The lines of a block as the full screen has them.
fn drawn(block: &Block, room: Room, marks: Marks) -> impl Iterator<Item = String> {
    rows(std::slice::from_ref(block), room, marks).into_iter().map(|row| row.text())
}

/// A heading is told from text by its end, since nothing else can tell them apart aloud.
fn heading(text: &str) -> String {
    let is_open = text.ends_with(char::is_alphanumeric);
    if is_open { format!("{text}:") } else { text.to_owned() }
}
