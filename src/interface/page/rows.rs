//! Blocks as rows of a given width. Numbers are never wrapped or cut.

use textwrap::{Options, WordSplitter};
use unicode_width::UnicodeWidthStr;

use super::{Block, Call, Link, OpenMark};

/// Text is never set wider than this many columns: longer lines are hard to read.
pub const READING_COLUMNS: u16 = 66;

/// What a piece of text is; a theme gives it its looks.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Hash)]
pub enum Role {
    /// Words to read.
    Text,
    /// The name of a page.
    Title,
    /// The name of a part of a page.
    Heading,
    /// A telephone number.
    Number,
    /// Something that can be opened.
    Link,
    /// Small print.
    Quiet,
    /// A number that is answered now.
    Open,
    /// A number that is not answered now, or nobody knows.
    Closed,
    /// The line that says 999.
    Danger,
    /// The way out.
    Hide,
    /// A line between parts.
    Rule,
    /// What the person typed.
    Input,
    /// The part of a text that fits what the person typed.
    Match,
}

/// A run of text in one role.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// What it is.
    pub role: Role,
}

/// One line of a page.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Row {
    /// Columns left free in front.
    pub indent: u16,
    /// What it says.
    pub pieces: Vec<Piece>,
    /// Which of the page's targets the row belongs to, from 0.
    pub target: Option<usize>,
}

impl Row {
    fn new(indent: u16, text: impl Into<String>, role: Role) -> Self {
        Self { indent, pieces: vec![Piece { text: text.into(), role }], target: None }
    }

    /// The row as plain text.
    #[must_use]
    pub fn text(&self) -> String {
        let words: String = self.pieces.iter().map(|piece| piece.text.as_str()).collect();
        format!("{}{words}", " ".repeat(self.indent.into()))
    }
}

/// The marks that stand for a state, beside the words that say it.
#[derive(Clone, Copy, Debug)]
pub struct Marks {
    /// Answered now.
    pub open: &'static str,
    /// Not answered now.
    pub closed: &'static str,
    /// Nobody knows.
    pub unknown: &'static str,
    /// Between remarks.
    pub between: &'static str,
    /// Before the thing that is marked.
    pub pointer: &'static str,
    /// A line across.
    pub rule: &'static str,
    /// A line down.
    pub divider: &'static str,
    /// Where a text is cut.
    pub more: &'static str,
    /// More rows above.
    pub above: &'static str,
    /// More rows below.
    pub below: &'static str,
}

impl Marks {
    /// For terminals that show Unicode.
    pub const UNICODE: Self = Self {
        open: "●",
        closed: "○",
        unknown: "?",
        between: " · ",
        pointer: "▸",
        rule: "─",
        divider: "│",
        more: "…",
        above: "▲",
        below: "▼",
    };
    /// For all others.
    pub const ASCII: Self = Self {
        open: "*",
        closed: "-",
        unknown: "?",
        between: ", ",
        pointer: ">",
        rule: "-",
        divider: "|",
        more: ">",
        above: "^",
        below: "v",
    };
}

/// The rows of a page, `width` columns wide at most (numbers excepted), with an empty row between
/// parts.
#[must_use]
pub fn rows(blocks: &[Block], width: u16, marks: Marks) -> Vec<Row> {
    let mut layout =
        Layout { width: width.clamp(1, READING_COLUMNS), marks, rows: Vec::new(), targets: 0 };
    let mut before = None;
    for block in blocks {
        if before.is_some_and(|before| has_gap(before, block)) {
            layout.rows.push(Row::default());
        }
        layout.add(block);
        before = Some(block);
    }
    layout.rows
}

/// Lines that belong together stand together: links, notes, and whatever follows a heading.
const fn has_gap(before: &Block, after: &Block) -> bool {
    !matches!(
        (before, after),
        (Block::Heading(_), _)
            | (Block::Link(_), Block::Link(_))
            | (Block::Call(_), Block::Call(_))
            | (Block::Note(_) | Block::Text(_), Block::Note(_))
    )
}

struct Layout {
    width: u16,
    marks: Marks,
    rows: Vec<Row>,
    targets: usize,
}

impl Layout {
    fn add(&mut self, block: &Block) {
        match block {
            Block::Title(text) => self.paragraph(0, text, Role::Title),
            Block::Heading(text) => self.paragraph(0, text, Role::Heading),
            Block::Text(text) => self.paragraph(0, text, Role::Text),
            Block::Note(text) => self.paragraph(0, text, Role::Quiet),
            Block::Call(call) => self.target(|layout| layout.call(call)),
            Block::Link(link) => self.target(|layout| layout.link(link)),
        }
    }

    /// Marks every row that `add` makes as one target.
    fn target(&mut self, add: impl FnOnce(&mut Self)) {
        let first = self.rows.len();
        add(self);
        for row in self.rows.iter_mut().skip(first) {
            row.target = Some(self.targets);
        }
        self.targets += 1;
    }

    fn paragraph(&mut self, indent: u16, text: &str, role: Role) {
        let room = usize::from(self.width.saturating_sub(indent).max(1));
        let options = Options::new(room).word_splitter(WordSplitter::NoHyphenation);
        for line in textwrap::wrap(text, options) {
            self.rows.push(Row::new(indent, line, role));
        }
    }

    fn call(&mut self, call: &Call) {
        let number = call.number.spoken();
        let both = number.width() + 2 + call.name.width();
        if both <= self.width.into() {
            let mut row = Row::new(0, number, Role::Number);
            row.pieces.push(Piece { text: format!("  {}", call.name), role: Role::Text });
            self.rows.push(row);
        } else {
            self.rows.push(Row::new(0, number, Role::Number));
            self.paragraph(0, &call.name, Role::Text);
        }
        let (mark, role) = match call.open {
            OpenMark::Open => (self.marks.open, Role::Open),
            OpenMark::Closed => (self.marks.closed, Role::Closed),
            OpenMark::Unknown => (self.marks.unknown, Role::Closed),
        };
        self.paragraph(2, &format!("{mark} {}", call.notes.join(self.marks.between)), role);
    }

    fn link(&mut self, link: &Link) {
        let gap = 2 + link.remark.width();
        if link.remark.is_empty() || link.text.width() + gap > self.width.into() {
            return self.paragraph(0, &link.text, Role::Link);
        }
        let padding = usize::from(self.width) - link.text.width() - link.remark.width();
        let mut row = Row::new(0, link.text.as_str(), Role::Link);
        row.pieces.push(Piece { text: " ".repeat(padding), role: Role::Text });
        row.pieces.push(Piece { text: link.remark.clone(), role: Role::Quiet });
        self.rows.push(row);
    }
}
