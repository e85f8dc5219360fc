//! One line of a page, and the signs and the room it is made for.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

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

/// What digits and codes are drawn with, beside a space.
const BLOCKS: &str = "█▀▄";

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
    /// Whether any block and sign can be shown, or only ASCII.
    pub is_unicode: bool,
    /// What becomes of letters beyond ASCII.
    pub letters: Letters,
    /// What a person said of them, which counts before that.
    pub told: Told,
}

/// What becomes of letters beyond ASCII: those that run from right to left, or join signs that stand
/// on or below them, are the hard ones.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Letters {
    /// Nobody knows, or they are boxes.
    Lost,
    /// Those that the font has, one in each cell: the Linux console.
    InFont(Font),
    /// Some that join are lost.
    Apart,
    /// They are joined, and what runs from right to left is reversed.
    Joined,
    /// The terminal itself turns and joins all but Malayalam.
    Turned,
    /// All are right: on paper, by a browser.
    Right,
}

/// The scripts that a person said can be read, and those that cannot.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Told {
    reads: u16,
    lost: u16,
}

/// What a font can write, kept until the program ends.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Font(&'static [u16]);

impl Font {
    /// A font with these code points.
    pub fn new(mut letters: Vec<u16>) -> Self {
        letters.sort_unstable();
        Self(letters.leak())
    }

    /// Whether it has every letter and sign of a text, each for a cell of its own: a console joins
    /// none.
    pub fn has(self, text: &str) -> bool {
        text.chars().all(|letter| letter.width() == Some(1))
            && text.encode_utf16().all(|unit| self.0.binary_search(&unit).is_ok())
    }
}

impl Marks {
    /// Whether a text in a script can be read: measured in seven terminals, none of which shows
    /// Malayalam.
    pub fn can_show(self, script: Script, text: &str) -> bool {
        let is_told = |scripts: u16| scripts & script.bit() != 0;
        text.is_ascii()
            || match (self.letters, script) {
                _ if is_told(self.told.reads) => true,
                _ if is_told(self.told.lost) => false,
                (Letters::Lost, _) => false,
                (Letters::Right, _) => true,
                (Letters::InFont(font), _) => !script.stands_alone() && font.has(text),
                (letters, Script::Arab) => letters == Letters::Turned,
                (letters, Script::Beng | Script::Deva | Script::Guru) => letters != Letters::Apart,
                (_, Script::Mlym) => false,
                _ => true,
            }
    }

    /// Takes what a person said of the letters of a script.
    pub const fn tell(&mut self, script: Script, reads: bool) {
        let Told { reads: can, lost } = self.told;
        let bit = script.bit();
        self.told = if reads {
            Told { reads: can | bit, lost: lost & !bit }
        } else {
            Told { reads: can & !bit, lost: lost | bit }
        };
    }

    /// These signs, or ASCII where a font lacks one of them, with the letters that the font has.
    pub fn in_font(self, font: Font) -> Self {
        let signs = [
            self.open,
            self.closed,
            self.between,
            self.pointer,
            self.up,
            self.rule,
            self.bar,
            self.more,
            self.above,
            self.below,
            BLOCKS,
        ];
        let arrows = self.arrows.unwrap_or_default();
        let has_all = signs.iter().chain(&arrows).all(|sign| font.has(sign));
        Self { letters: Letters::InFont(font), ..if has_all { self } else { Self::ASCII } }
    }

    /// For paper.
    pub const PAPER: Self = Self { letters: Letters::Right, ..Self::UNICODE };

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
        told: Told { reads: 0, lost: 0 },
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
        letters: Letters::Lost,
        told: Told { reads: 0, lost: 0 },
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

    /// The same, but that no empty rows are put into it.
    pub(crate) fn without_air(self) -> Self {
        Self { rows: self.rows.min(Self::AIRY - 1), ..self }
    }
}
