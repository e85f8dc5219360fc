//! What fits the words in the search box. Nothing found is never a dead end.

use zeroize::Zeroizing;

use crate::interface::context::Context;
use crate::interface::page::{Block, Content, Detail, Link, Menu, calls};
use crate::knowledge::entry::{Entry, EntryIndex};
use crate::knowledge::languages::SpokenLanguage;
use crate::search::fold::fold;
use crate::search::highlights;

use super::{Screen, languages};

/// Letters it takes to name a language; signs that stand for whole words need no more than two.
const SHORTEST_NAME: usize = 2;

/// What a person typed, and the entries that fit it. The words are wiped when they go.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Found {
    /// The words, as typed.
    pub typed: Zeroizing<String>,
    /// A link to each thing that fits, best first: worked out once, not for each picture.
    items: Vec<Link>,
}

impl Found {
    /// What fits the words: languages by name, then the entries, best first.
    pub fn new(context: &Context, typed: Zeroizing<String>, places: &[EntryIndex]) -> Self {
        let mut items = spoken(context, &typed);
        items.extend(places.iter().map(|&place| link(context, place, &typed)));
        Self { typed, items }
    }
}

pub(super) fn content(context: &Context, found: &Found) -> Content {
    if found.items.is_empty() {
        return Content::Page(no_hits(context));
    }
    let (title, items) = (context.words.search.title.clone(), found.items.clone());
    Content::Menu(Menu { title, intro: Vec::new(), items })
}

/// A hit says why it is there: the fitting part of its title, or else of its text.
fn link(context: &Context, place: EntryIndex, typed: &str) -> Link {
    let entry = &context.knowledge[place];
    let matches = highlights(&entry.title, typed);
    let detail = matches.is_empty().then(|| reason(entry, typed));
    Link { matches, detail, ..Link::new(&entry.title, Screen::Entry(place)) }
}

/// The first text of an entry that has what the person typed, or else its summary. Never a keyword
/// or a way that others asked: a person must not read of somebody else's fear.
fn reason(entry: &Entry, typed: &str) -> Detail {
    let texts = [&entry.summary].into_iter().chain(&entry.body).chain(&entry.who);
    texts
        .map(|text| Detail { text: text.clone(), matches: highlights(text, typed) })
        .find(|detail| !detail.matches.is_empty())
        .unwrap_or_else(|| Detail { text: entry.summary.clone(), matches: Vec::new() })
}

/// A card for each language whose name the person typed, in English or in their own letters.
fn spoken(context: &Context, typed: &str) -> Vec<Link> {
    let typed = fold(typed.trim());
    if typed.text().chars().count() < SHORTEST_NAME {
        return Vec::new();
    }
    let languages = context.knowledge.languages().all().iter().zip(0..);
    languages
        .filter(|(language, _)| is_named(language, typed.text()))
        .map(|(language, place)| Link {
            remark: language.english.clone(),
            ..Link::new(languages::shown_name(context, language), Screen::Card(place))
        })
        .collect()
}

/// Whether a name of the language begins with what was typed, or a word of it was typed.
fn is_named(language: &SpokenLanguage, typed: &str) -> bool {
    [&language.english, &language.name, &language.latin].into_iter().any(|name| {
        let name = fold(name);
        let mut words = name.text().split(|letter: char| !letter.is_alphanumeric());
        name.text().starts_with(typed)
            || words
                .any(|word| !word.is_empty() && typed.split_whitespace().any(|part| part == word))
    })
}

/// What to say and whom to offer when nothing fits.
pub fn no_hits(context: &Context) -> Vec<Block> {
    let words = &context.words.search;
    let mut blocks = vec![Block::Title(words.title.clone()), Block::Text(words.nothing.clone())];
    blocks.extend(calls::always(context));
    blocks.push(Block::Link(Link::new(&context.words.home.languages, Screen::Languages)));
    blocks
}
