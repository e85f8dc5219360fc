//! What fits the words in the search box. Nothing found is never a dead end.

use crate::interface::context::Context;
use crate::interface::page::{Block, Content, Link, Menu, calls};
use crate::knowledge::entry::EntryIndex;

use super::Screen;

pub(super) fn content(context: &Context, places: &[EntryIndex]) -> Content {
    if places.is_empty() {
        return Content::Page(no_hits(context));
    }
    Content::Menu(Menu {
        title: context.words.search.title.clone(),
        intro: Vec::new(),
        items: hits(context, places),
    })
}

/// A link to each hit, best first.
#[must_use]
pub fn hits(context: &Context, places: &[EntryIndex]) -> Vec<Link> {
    let link =
        |&place: &EntryIndex| Link::new(&context.knowledge[place].title, Screen::Entry(place));
    places.iter().map(link).collect()
}

/// What to say and whom to offer when nothing fits.
#[must_use]
pub fn no_hits(context: &Context) -> Vec<Block> {
    let words = &context.words.search;
    let mut blocks = vec![Block::Title(words.title.clone()), Block::Text(words.nothing.clone())];
    blocks.extend(calls::always(context));
    blocks
}
