//! What a screen says, before anybody decides how it looks.

use std::ops::Range;

use super::row::{Marks, Role};
use crate::interface::context::Context;
use crate::interface::place::Place;
use crate::knowledge::entry::EntryIndex;
use crate::knowledge::languages::LanguageIndex;
use crate::knowledge::phone::PhoneNumber;

/// One part of a page.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Block {
    /// The way to where a page belongs.
    Up(Link),
    /// The name of the page.
    Title(String),
    /// The name of a part of the page.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// A line of a list.
    Item(String),
    /// Words to show to somebody or to read out to them, as large as letters can be.
    Said(String),
    /// A quieter paragraph: sources, dates, small print.
    Note(String),
    /// A question in two or three words, and its answer beside it.
    Answer(String, String),
    /// The best number to call, with what it is for above it.
    Best(String, Call),
    /// Another number to call, on a line of its own.
    Call(Call),
    /// A way to another screen.
    Link(Link),
    /// A way to another screen that is large where there is room.
    Tile(Link),
    /// What fits best what the person typed: a way to its page, and its best number.
    Found(Link, Option<Call>),
    /// Choices that are short enough to stand beside each other.
    Choices(Vec<Link>),
    /// A number in digits as large as fit, with words to stand beside it.
    Big(PhoneNumber, Vec<String>),
    /// A number as a QR code for the camera of a phone.
    Code(Code),
    /// A paragraph in another language, on a row of its own.
    Own(LanguageIndex, String),
    /// Words to show to somebody: in their language, and in English.
    Paper(LanguageIndex, String, String),
}

/// A QR code, and what to say with it or in its place.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Code {
    /// The number to call.
    pub number: PhoneNumber,
    /// What to say below the code, the first line first.
    pub captions: Vec<String>,
    /// What to say where the code does not fit; nothing, where it can be left out.
    pub too_small: Option<String>,
}

/// A number to call and what to know before calling.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Call {
    /// Whose number it is.
    pub name: String,
    pub number: PhoneNumber,
    /// Whether it is answered now.
    pub open: OpenMark,
    /// The same in a few words: "closes today at 5pm".
    pub state: String,
    /// Its hours and state in words, most useful first.
    pub notes: Vec<String>,
    /// What a call costs, where that must be known: "free to call".
    pub cost: Option<String>,
    /// Whether there is a reason to doubt the number.
    pub is_doubtful: bool,
    /// The screen that shows the number large.
    pub to: Place,
}

impl Call {
    /// " *", which is told at the foot of the page, beside a number that is not sure.
    pub fn marked_name(&self) -> String {
        format!("{}{}", self.name, if self.is_doubtful { " *" } else { "" })
    }

    /// The mark of whether a number is answered now.
    pub(super) fn open_mark(&self, marks: Marks) -> (String, Role) {
        match self.open {
            OpenMark::Open => (format!("{} {}", marks.open, self.state), Role::Way),
            OpenMark::Closed => (format!("{} {}", marks.closed, self.state), Role::Quiet),
            OpenMark::Unknown => (self.state.clone(), Role::Quiet),
        }
    }
}

/// Whether a number is answered now; always said in words too.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum OpenMark {
    Open,
    Closed,
    /// Nobody knows.
    Unknown,
}

/// A way to another screen.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Link {
    /// What it says.
    pub text: String,
    /// The parts of the text that fit what the person typed, as ranges of bytes.
    pub matches: Vec<Range<usize>>,
    /// A line below it that says more.
    pub snippet: Option<Snippet>,
    /// A short remark at its right.
    pub remark: String,
    /// Where it leads.
    pub to: Place,
}

impl Link {
    /// A link without a remark.
    pub fn new(text: impl Into<String>, to: Place) -> Self {
        Self { text: text.into(), matches: Vec::new(), snippet: None, remark: String::new(), to }
    }

    /// The way to a page of help, by its title.
    pub fn to_entry(context: &Context, entry: EntryIndex) -> Self {
        Self::new(&context.knowledge[entry].title, Place::Entry(entry))
    }
}

/// A line below a link, such as the sentence that fits what the person typed.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Snippet {
    pub text: String,
    /// The parts that fit, as ranges of bytes.
    pub matches: Vec<Range<usize>>,
}

/// A whole screen's worth of content.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Content {
    /// What there is to read and to choose from.
    pub blocks: Vec<Block>,
    /// What stands beside it where there is room; nothing in it can be opened.
    pub side: Vec<Block>,
    /// Languages to choose from in one row, above all else.
    pub languages: Vec<Link>,
    /// The box to type in, if it is on the screen.
    pub field: Option<TextField>,
}

/// What is typed in the box.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum TextField {
    /// Words to search for, or an answer in words.
    #[default]
    Search,
    /// The name of a file.
    Name,
}

impl Block {
    /// Where it leads, if it can be opened; several where it is several choices.
    pub fn targets(&self) -> Vec<Place> {
        match self {
            Self::Up(link) | Self::Link(link) | Self::Tile(link) | Self::Found(link, None) => {
                vec![link.to]
            }
            Self::Found(link, Some(call)) => vec![link.to, call.to],
            Self::Call(call) | Self::Best(_, call) => vec![call.to],
            Self::Choices(links) => links.iter().map(|link| link.to).collect(),
            _ => Vec::new(),
        }
    }
}
