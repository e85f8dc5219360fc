//! One line of a page, and the signs and the room it is made for.

use unicode_width::UnicodeWidthStr;

use crate::knowledge::languages::Script;

/// What a piece of text is; a theme gives it its looks.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Hash)]
pub enum Role {
    /// Words to read.
    Text,
    /// Words to read first: the name of a page, of a part of it, of a choice.
    Strong,
    /// A telephone number.
    Number,
    /// Something that can be done or opened.
    Way,
    /// The key that does it.
    Key,
    /// Small print.
    Quiet,
    /// The way out.
    Hide,
    /// A line between parts, where there are no grounds of another colour.
    Rule,
    /// The bar at the left of a card.
    Bar,
    /// The part of a text that fits what the person typed.
    Match,
    /// A cell that is a dot of a large digit.
    Dot,
    /// Ink on the white of a code or a card to show.
    Ink,
    /// A cell that is a dot of a code.
    InkDot,
    /// The words of a card to show.
    StrongInk,
}

/// What lies under the letters.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Hash)]
pub enum Ground {
    #[default]
    Page,
    /// The first line, the last one, cards and the field.
    Panel,
    /// What is marked.
    Picked,
    /// The white of a code or a card to show.
    Paper,
}

/// A run of text in one role.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Piece {
    pub text: String,
    pub role: Role,
}

impl Piece {
    pub fn new(text: impl Into<String>, role: Role) -> Self {
        Self { text: text.into(), role }
    }
}

/// The columns of a row that lead somewhere.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Span {
    pub from: u16,
    pub to: u16,
    /// Which of the page's targets, from 0.
    pub target: usize,
}

/// One line of a page.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Row {
    /// Columns left free in front.
    pub indent: u16,
    /// What it says.
    pub pieces: Vec<Piece>,
    /// What it says at its right end.
    pub right: Vec<Piece>,
    pub ground: Ground,
    /// What can be opened in it.
    pub spans: Vec<Span>,
    /// Whether what can be opened has a ground of its own.
    pub is_tile: bool,
}

impl Row {
    pub fn new(indent: u16, text: impl Into<String>, role: Role) -> Self {
        Self { indent, pieces: vec![Piece::new(text, role)], ..Self::default() }
    }

    /// The row as something to open, over its whole width.
    pub fn leading_to(self, target: usize) -> Self {
        Self { spans: vec![Span { from: 0, to: u16::MAX, target }], ..self }
    }

    pub fn leads_to(&self, target: usize) -> bool {
        self.spans.iter().any(|span| span.target == target)
    }

    /// Columns from its left edge to the end of its words.
    pub fn width(&self) -> usize {
        let words: usize = self.pieces.iter().map(|piece| piece.text.width()).sum();
        usize::from(self.indent) + words
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
    /// Between remarks.
    pub between: &'static str,
    /// Before the thing that is marked.
    pub pointer: &'static str,
    /// Before the way up.
    pub up: &'static str,
    /// A line across.
    pub rule: &'static str,
    /// The left edge of a card.
    pub bar: &'static str,
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
    /// What becomes of letters beyond those.
    pub letters: Letters,
}

/// What becomes of letters that run from right to left, or join signs that stand on or below them.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Letters {
    /// Some are lost.
    Apart,
    /// They are joined, and what runs from right to left is reversed.
    Joined,
    /// The terminal itself turns and joins all but Malayalam.
    Turned,
    /// All are right: on paper, by a browser.
    OnPaper,
}

impl Marks {
    /// Whether letters of a script can be read: measured in seven terminals, none of which shows
    /// Malayalam.
    pub const fn can_show(self, script: Script) -> bool {
        let can = match script {
            Script::Arab => matches!(self.letters, Letters::Turned | Letters::OnPaper),
            Script::Beng | Script::Deva | Script::Guru => !matches!(self.letters, Letters::Apart),
            Script::Mlym => matches!(self.letters, Letters::OnPaper),
            _ => true,
        };
        self.is_unicode && can
    }

    /// For paper.
    pub const PAPER: Self = Self { letters: Letters::OnPaper, ..Self::UNICODE };

    /// For terminals that show Unicode.
    pub const UNICODE: Self = Self {
        open: "●",
        closed: "–",
        between: " · ",
        pointer: "→",
        up: "‹",
        rule: "─",
        bar: "▌",
        more: "…",
        above: "▲",
        below: "▼",
        arrows: Some(["↑", "↓", "←", "→"]),
        is_unicode: true,
        letters: Letters::Joined,
    };
    /// For all others. A caution is a `*`, so what is open is not.
    pub const ASCII: Self = Self {
        open: "+",
        closed: "-",
        between: ", ",
        pointer: ">",
        up: "<",
        rule: "-",
        bar: "|",
        more: "...",
        above: "^",
        below: "v",
        arrows: None,
        is_unicode: false,
        letters: Letters::Apart,
    };
}

/// Columns inside a card before its words: the bar and two spaces. Links and numbers begin there,
/// too.
pub(super) const INSIDE: u16 = 3;

/// The room a page is laid out in.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Room {
    pub columns: u16,
    /// Rows in sight at once; with none, nothing is drawn large.
    pub rows: u16,
}

impl Room {
    /// Fewer columns than this are narrow: what stands beside stands below.
    pub const NARROW: u16 = 60;
    /// From so many rows on there is air between the parts.
    pub const AIRY: u16 = 26;

    pub const fn is_narrow(self) -> bool {
        self.columns < Self::NARROW
    }

    pub const fn is_airy(self) -> bool {
        self.rows >= Self::AIRY
    }
}
