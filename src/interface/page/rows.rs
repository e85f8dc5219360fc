//! Blocks as rows of a given width. Numbers are never wrapped or cut.

use std::ops::Range;

use textwrap::{Options, WordSplitter};
use unicode_width::UnicodeWidthStr;

use super::{Block, Call, Code, Detail, Link, OpenMark, glyphs};

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
    /// The dark and light squares of a QR code.
    Code,
}

/// A run of text in one role.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Piece {
    pub text: String,
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
    pub(super) fn new(indent: u16, text: impl Into<String>, role: Role) -> Self {
        Self { indent, pieces: vec![Piece { text: text.into(), role }], target: None }
    }

    /// The row as plain text.
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
    /// What is printed on the arrow keys: up, down, left, right; `None` where only words can be.
    pub arrows: Option<[&'static str; 4]>,
    /// Whether any letter or block can be shown, or only ASCII.
    pub is_unicode: bool,
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
        arrows: Some(["↑", "↓", "←", "→"]),
        is_unicode: true,
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
        arrows: None,
        is_unicode: false,
    };
}

/// The room a page is laid out in.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Room {
    pub columns: u16,
    /// Rows in sight at once; with none, nothing is drawn large.
    pub rows: u16,
}

/// The rows of a page, with an empty row between parts. Only numbers may be wider than the room.
pub fn rows(blocks: &[Block], room: Room, marks: Marks) -> Vec<Row> {
    let width = room.columns.clamp(1, READING_COLUMNS);
    let mut layout = Layout { width, room, marks, rows: Vec::new(), targets: 0 };
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

/// Whether an empty line stands between two parts. Lines that belong together stand together:
/// links, notes, and whatever follows a heading.
pub(crate) const fn has_gap(before: &Block, after: &Block) -> bool {
    !matches!(
        (before, after),
        (Block::Heading(_), _)
            | (Block::Link(_), Block::Link(_))
            | (Block::Call(_), Block::Call(_) | Block::Text(_))
            | (Block::Text(_), Block::Link(_) | Block::Note(_))
            | (Block::Note(_), Block::Note(_))
    )
}

struct Layout {
    width: u16,
    room: Room,
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
            Block::Big(number) => self.rows.extend(glyphs::big(number, self.room, self.marks)),
            Block::Code(code) => self.code(code),
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
        self.matched(indent, text, &[], role);
    }

    /// A paragraph in which some parts stand out.
    fn matched(&mut self, indent: u16, text: &str, matches: &[Range<usize>], role: Role) {
        let columns = usize::from(self.width.saturating_sub(indent).max(1));
        let options = Options::new(columns).word_splitter(WordSplitter::NoHyphenation);
        let mut end = 0;
        for line in textwrap::wrap(text, options) {
            let start = text[end..].find(line.as_ref()).map_or(end, |offset| end + offset);
            end = (start + line.len()).min(text.len());
            self.rows.push(Row {
                indent,
                pieces: pieces(text, start..end, matches, role),
                target: None,
            });
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
            self.paragraph(2, &call.name, Role::Text);
        }
        let (mark, role) = match call.open {
            OpenMark::Open => (self.marks.open, Role::Open),
            OpenMark::Closed => (self.marks.closed, Role::Closed),
            OpenMark::Unknown => (self.marks.unknown, Role::Closed),
        };
        self.paragraph(2, &format!("{mark} {}", call.notes.join(self.marks.between)), role);
    }

    fn code(&mut self, code: &Code) {
        if let Some(rows) = glyphs::code(&code.number, self.room, self.marks) {
            self.rows.extend(rows);
            self.paragraph(0, &code.caption, Role::Quiet);
        } else {
            self.rows.push(glyphs::spaced(&code.number, self.room));
            self.paragraph(0, &code.too_small, Role::Quiet);
        }
    }

    fn link(&mut self, link: &Link) {
        self.matched(0, &link.text, &link.matches, Role::Link);
        self.remark(link);
        if let Some(detail) = &link.detail {
            self.detail(detail);
        }
    }

    /// One row of the detail is enough: the one that fits what was typed.
    fn detail(&mut self, detail: &Detail) {
        let first = self.rows.len();
        self.matched(2, &detail.text, &detail.matches, Role::Quiet);
        let fits = |row: &Row| row.pieces.iter().any(|piece| piece.role == Role::Match);
        let found = self.rows[first..].iter().position(fits).unwrap_or(0);
        self.rows.drain(first..first + found);
        self.rows.truncate(first + 1);
    }

    /// The remark stands at the right of the link's last row, or below where there is no room.
    fn remark(&mut self, link: &Link) {
        if link.remark.is_empty() {
            return;
        }
        let used = self.rows.last().map_or(0, |row| row.text().width()) + link.remark.width();
        match (self.rows.last_mut(), usize::from(self.width).saturating_sub(used)) {
            (Some(row), gap @ 2..) => {
                row.pieces.push(Piece { text: " ".repeat(gap), role: Role::Text });
                row.pieces.push(Piece { text: link.remark.clone(), role: Role::Quiet });
            }
            _ => self.paragraph(2, &link.remark, Role::Quiet),
        }
    }
}

/// A range of a text as pieces: what lies in a match stands out.
fn pieces(text: &str, line: Range<usize>, matches: &[Range<usize>], role: Role) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut push = |range: Range<usize>, role| {
        if let Some(part) = text.get(range).filter(|part| !part.is_empty()) {
            pieces.push(Piece { text: part.to_owned(), role });
        }
    };
    let mut done = line.start;
    for found in matches {
        let found = found.start.max(done)..found.end.min(line.end);
        if !found.is_empty() {
            push(done..found.start, role);
            push(found.clone(), Role::Match);
            done = found.end;
        }
    }
    push(done..line.end, role);
    pieces
}
