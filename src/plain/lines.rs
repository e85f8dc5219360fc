//! The parts of a page as lines, with a number before each thing that can be chosen.

use textwrap::{Options, WordSplitter};
use unicode_width::UnicodeWidthStr;

use super::screenful::Page;
use crate::interface::page::rows::{READING_COLUMNS, has_gap};
use crate::interface::page::{Block, Call, Link};

/// A page as lines for a terminal of this many columns.
pub(super) fn page(blocks: &[Block], columns: u16) -> Page {
    let columns = columns.clamp(1, READING_COLUMNS).into();
    let mut layout = Layout { columns, lines: Vec::new(), choices: 0 };
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
            Block::Big(number) | Block::Code(number) => self.lines.push(number.to_string()),
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
        if link.remark.is_empty() {
            self.wrap(&choice, &indent, &link.text);
        } else {
            self.wrap(&choice, &indent, &format!("{} ({})", link.text, link.remark));
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

/// A heading is told from text by its end, since nothing else can tell them apart aloud.
fn heading(text: &str) -> String {
    let is_open = text.ends_with(char::is_alphanumeric);
    if is_open { format!("{text}:") } else { text.to_owned() }
}
