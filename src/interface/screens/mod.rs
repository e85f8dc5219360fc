//! Every screen there is. What a screen says is worked out afresh from its place and the context,
//! so that nothing shown is kept.

mod entry;
mod help;
mod home;
mod languages;
mod number;
mod results;
mod sources;
mod topic;
mod who;

use crate::knowledge::entry::EntryIndex;
use crate::knowledge::routes::ForWhom;

use super::context::Context;
use super::page::{Block, Content};

pub use results::{Found, no_hits};
pub use sources::lines as source_lines;

/// A screen, and where in the knowledge it is.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Screen {
    /// The start.
    Home,
    /// A section of the menu, by its place.
    Topic(usize),
    /// What fits the words in the search box.
    Results(Found),
    /// A page of help.
    Entry(EntryIndex),
    /// One number of an entry, as large as it fits.
    Number(EntryIndex, usize),
    /// One number of an entry as a code for a phone's camera.
    Code(EntryIndex, usize),
    /// A question of "Who can help me?", by its place on the route.
    Question(ForWhom, usize),
    /// Whom to call, by the place of the outcome on the route.
    Outcome(ForWhom, usize),
    /// The languages people speak.
    Languages,
    /// A card in one of them, by its place in the list.
    Card(usize),
    /// Where the facts come from.
    Sources,
    /// What each key does.
    Help,
}

/// What a digit does on a screen.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Digits {
    /// It is typed into the search box.
    Type,
    /// It chooses an answer.
    Answer,
    /// Nothing: answering once too often must not begin a search.
    Nothing,
}

impl Screen {
    /// What the screen says.
    pub fn content(&self, context: &Context) -> Content {
        match self {
            Self::Home => home::content(context),
            Self::Topic(place) => topic::content(context, *place),
            Self::Results(found) => results::content(context, found),
            Self::Entry(place) => entry::content(context, *place),
            Self::Number(place, phone) => number::large(context, *place, *phone),
            Self::Code(place, phone) => number::code(context, *place, *phone),
            Self::Question(for_whom, place) => who::question(context, *for_whom, *place),
            Self::Outcome(for_whom, place) => who::outcome(context, *for_whom, *place),
            Self::Languages => languages::list(context),
            Self::Card(place) => languages::card(context, *place),
            Self::Sources => sources::content(context),
            Self::Help => help::content(context),
        }
    }

    /// Whether it shows letters of many scripts, some of which join the letter before.
    pub const fn has_many_scripts(&self) -> bool {
        matches!(self, Self::Languages | Self::Card(_))
    }

    /// How many answers it asks for.
    pub fn answers(&self, context: &Context) -> usize {
        match self {
            Self::Question(for_whom, place) => who::answers(context, *for_whom, *place),
            _ => 0,
        }
    }

    /// What a digit does here.
    pub const fn digits(&self) -> Digits {
        match self {
            Self::Question(..) => Digits::Answer,
            Self::Outcome(..) => Digits::Nothing,
            _ => Digits::Type,
        }
    }

    /// The number that the screen is about, if it is about one.
    pub const fn number(&self) -> Option<(EntryIndex, usize)> {
        match self {
            Self::Number(place, phone) | Self::Code(place, phone) => Some((*place, *phone)),
            _ => None,
        }
    }

    /// The screen as one text, where nothing can be chosen.
    pub fn as_text(&self, context: &Context) -> Vec<Block> {
        match self.content(context) {
            Content::Page(blocks) => blocks,
            Content::Menu(menu) => {
                let title = std::iter::once(Block::Title(menu.title));
                title.chain(menu.intro).chain(menu.items.into_iter().map(Block::Link)).collect()
            }
        }
    }

    /// What to show beside a menu while this screen is only marked.
    pub fn preview(&self, context: &Context) -> Vec<Block> {
        if let Self::Topic(place) = self {
            return topic::preview(context, *place);
        }
        match self.content(context) {
            Content::Page(blocks) => blocks,
            Content::Menu(menu) => menu.intro,
        }
    }
}
