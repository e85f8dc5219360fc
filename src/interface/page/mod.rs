//! What a screen says, before anybody decides how it looks: the full screen and the plain lines
//! are both made from it.

pub mod calls;
mod glyphs;
pub mod rows;
pub mod trust;

use std::ops::Range;

use crate::knowledge::phone::PhoneNumber;

use super::screens::Screen;

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
    pub to: Screen,
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
    pub detail: Option<Detail>,
    /// A short remark at its right, such as how many pages there are behind it.
    pub remark: String,
    /// Where it leads.
    pub to: Screen,
}

impl Link {
    /// A link without a remark.
    pub fn new(text: impl Into<String>, to: Screen) -> Self {
        Self { text: text.into(), matches: Vec::new(), detail: None, remark: String::new(), to }
    }
}

/// A line below a link, such as the sentence that fits what the person typed.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Detail {
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
    /// Where each thing that can be opened leads, in order.
    pub fn targets(&self) -> Vec<&Screen> {
        match self {
            // As one pane shows them: the choices, then the introduction.
            Self::Menu(menu) => {
                let choices = menu.items.iter().map(|item| &item.to);
                choices.chain(menu.intro.iter().filter_map(Block::target)).collect()
            }
            Self::Page(blocks) => blocks.iter().filter_map(Block::target).collect(),
        }
    }
}

impl Block {
    /// Where it leads, if it can be opened.
    pub const fn target(&self) -> Option<&Screen> {
        match self {
            Self::Call(call) => Some(&call.to),
            Self::Link(link) => Some(&link.to),
            _ => None,
        }
    }
}
