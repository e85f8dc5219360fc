//! What every screen says, worked out afresh from its place and the context, so that nothing shown
//! is kept.

mod entry;
mod help;
mod home;
mod languages;
mod number;
mod results;
mod sources;
mod topic;
mod who;

use super::context::Context;
use super::page::{Block, Content};
use super::place::Place;

pub use results::{Found, no_hits};
pub use sources::lines as source_lines;

/// What a screen says; `found` is what the screen of results is about.
pub fn content(place: Place, found: Option<&Found>, context: &Context) -> Content {
    match place {
        Place::Home => home::content(context),
        Place::Topic(topic) => topic::content(context, topic),
        Place::Results => results::content(context, found),
        Place::Entry(entry) => entry::content(context, entry),
        Place::Number(phone) => number::large(context, phone),
        Place::Code(phone) => number::code(context, phone),
        Place::Question(for_whom, question) => who::question(context, for_whom, question),
        Place::Outcome(for_whom, outcome) => who::outcome(context, for_whom, outcome),
        Place::Languages => languages::list(context),
        Place::Card(language) => languages::card(context, language),
        Place::Sources => sources::content(context),
        Place::Help => help::content(context),
    }
}

/// What to show beside a menu while a screen is only marked.
pub fn preview(place: Place, context: &Context) -> Vec<Block> {
    if let Place::Topic(topic) = place {
        return topic::preview(context, topic);
    }
    match content(place, None, context) {
        Content::Page(blocks) => blocks,
        Content::Menu(menu) => menu.intro,
    }
}
