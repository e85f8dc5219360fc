//! What fits the words in the search box. Nothing found is never a dead end.

use zeroize::Zeroizing;

use crate::interface::context::Context;
use crate::interface::page::{Block, Content, Detail, Link, Menu, calls};
use crate::knowledge::entry::{Entry, EntryIndex};
use crate::search::highlights;

use super::Screen;

/// What a person typed, and the entries that fit it. The words are wiped when they go.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Found {
    /// The words, as typed.
    pub typed: Zeroizing<String>,
    /// The entries, best first.
    pub places: Vec<EntryIndex>,
}

pub(super) fn content(context: &Context, found: &Found) -> Content {
    if found.places.is_empty() {
        return Content::Page(no_hits(context));
    }
    let link = |&place: &EntryIndex| link(&context.knowledge[place], place, &found.typed);
    Content::Menu(Menu {
        title: context.words.search.title.clone(),
        intro: Vec::new(),
        items: found.places.iter().map(link).collect(),
    })
}

/// A hit says why it is there: the fitting part of its title, or else of its text.
fn link(entry: &Entry, place: EntryIndex, typed: &str) -> Link {
    let matches = highlights(&entry.title, typed);
    let detail = matches.is_empty().then(|| reason(entry, typed)).flatten();
    Link { matches, detail, ..Link::new(&entry.title, Screen::Entry(place)) }
}

/// The first text of an entry that has what the person typed.
fn reason(entry: &Entry, typed: &str) -> Option<Detail> {
    let texts =
        [&entry.summary].into_iter().chain(&entry.body).chain(&entry.who).chain(&entry.asks);
    texts
        .map(|text| Detail { text: text.clone(), matches: highlights(text, typed) })
        .find(|detail| !detail.matches.is_empty())
}

/// What to say and whom to offer when nothing fits.
#[must_use]
pub fn no_hits(context: &Context) -> Vec<Block> {
    let words = &context.words.search;
    let mut blocks = vec![Block::Title(words.title.clone()), Block::Text(words.nothing.clone())];
    blocks.extend(calls::always(context));
    blocks
}
