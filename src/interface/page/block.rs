//! What a screen says, before anybody decides how it looks.

use std::ops::Range;

use crate::interface::context::Context;
use crate::interface::place::Place;
use crate::knowledge::entry::EntryIndex;
use crate::knowledge::phone::PhoneNumber;

/// One part of a page.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Block {
    /// The name of the page.
    Title(String),
    /// The name of a part of the page.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// A quieter paragraph: sources, dates, small print.
    Note(String),
    /// A number to call, always on a line of its own.
    Call(Call),
    /// A way to another screen.
    Link(Link),
    /// A number in glyphs as large as fit.
    Big(PhoneNumber),
    /// A number as a QR code for the camera of a phone.
    Code(Code),
}

/// A QR code, and what to say with it or in its place.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Code {
    /// The number to call.
    pub number: PhoneNumber,
    /// What to say below the code.
    pub caption: String,
    /// What to say where the code does not fit.
    pub too_small: String,
}

/// A number to call and what to know before calling.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Call {
    /// Whose number it is.
    pub name: String,
    pub number: PhoneNumber,
    /// Whether it is answered now.
    pub open: OpenMark,
    /// Its hours and state in words, most useful first.
    pub notes: Vec<String>,
    /// The screen that shows the number large.
    pub to: Place,
}

/// Whether a number is answered now; always said in words too.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum OpenMark {
    /// Answered now.
    Open,
    /// Not answered now.
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
    /// A short remark at its right, such as how many pages there are behind it.
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
    /// What it says.
    pub text: String,
    /// The parts that fit, as ranges of bytes.
    pub matches: Vec<Range<usize>>,
}

/// A whole screen's worth of content.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Content {
    /// Things to choose from; each choice can be looked at before it is opened.
    Menu(Menu),
    /// Something to read.
    Page(Vec<Block>),
}

/// Things to choose from.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Menu {
    /// The name of the menu.
    pub title: String,
    /// What to know before choosing.
    pub intro: Vec<Block>,
    /// The choices.
    pub items: Vec<Link>,
}

impl Content {
    /// The screen as one text, where nothing can be chosen.
    pub fn into_text(self) -> Vec<Block> {
        match self {
            Self::Page(blocks) => blocks,
            Self::Menu(menu) => {
                let title = std::iter::once(Block::Title(menu.title));
                title.chain(menu.intro).chain(menu.items.into_iter().map(Block::Link)).collect()
            }
        }
    }
}

impl Block {
    /// Where it leads, if it can be opened.
    pub const fn target(&self) -> Option<Place> {
        match self {
            Self::Call(call) => Some(call.to),
            Self::Link(link) => Some(link.to),
            _ => None,
        }
    }
}
