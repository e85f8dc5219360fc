//! One line of a page, and the signs and the room it is made for.

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
    pub fn new(indent: u16, text: impl Into<String>, role: Role) -> Self {
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
