//! What fits the words in the search box. Nothing found is never a dead end.

use zeroize::Zeroizing;

use crate::interface::context::Context;
use crate::interface::page::calls::{self, Say};
use crate::interface::page::{Block, Content, Link, Snippet, TextField};
use crate::interface::place::Place;
use crate::interface::words::fill;
use crate::knowledge::entry::{Entry, EntryIndex};
use crate::knowledge::languages::{LanguageIndex, SpokenLanguage};
use crate::search::fold::fold;
use crate::search::{DangerLevel, Engine, highlights, typed_in};

use super::{languages, side};

/// Letters it takes to name a language; signs that stand for whole words need no more than two.
const SHORTEST_NAME: usize = 2;

/// The most pages one screen lists; what a person needs is near the top or not there.
const MOST_HITS: usize = 6;

/// What a person typed, and the entries that fit it. The words are wiped when they go.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Found {
    /// The words, as typed.
    pub typed: Zeroizing<String>,
    /// A link to each thing that fits, best first: worked out once, not for each picture.
    items: Vec<Link>,
    /// Whether the first of them answers.
    is_sure: bool,
    /// Whether the words may tell of danger.
    may_be_danger: bool,
}

impl Found {
    /// What fits the words: languages by name, then the entries, best first.
    pub fn of(engine: &Engine, context: &Context, typed: Zeroizing<String>) -> Self {
        let mut items = spoken(context, &typed);
        let answers = engine.entries(context.knowledge, &typed, MOST_HITS);
        let is_sure = answers.is_sure || !items.is_empty();
        items.extend(answers.hits.iter().map(|hit| link(context, hit.entry, &typed)));
        let may_be_danger = answers.danger == Some(DangerLevel::Perhaps);
        Self { typed, items, is_sure, may_be_danger }
    }
}

pub(super) fn content(context: &Context, found: Option<&Found>) -> Content {
    let mut blocks = match found {
        Some(found) if found.is_sure => sure(context, found),
        Some(found) => {
            not_sure(context, found.items.iter().map(|link| Link::new(&link.text, link.to)))
        }
        None => not_sure(context, []),
    };
    if found.is_some_and(|found| found.may_be_danger) {
        blocks.insert(0, if_danger(context));
    }
    let best = blocks.iter().find_map(|block| match block {
        Block::Found(_, call) => call.clone(),
        Block::Best(_, call) => Some(call.clone()),
        _ => None,
    });
    let side = side(context, best.as_ref());
    Content { blocks, field: Some(TextField::Search), side, ..Content::default() }
}

/// The best match opened, the others below it.
fn sure(context: &Context, found: &Found) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut items = found.items.iter().cloned();
    if let Some(Place::Entry(entry)) = found.items.first().map(|link| link.to) {
        blocks.extend(items.next().map(|link| opened(context, entry, link, &found.typed)));
    }
    let (cards, pages): (Vec<Link>, Vec<Link>) =
        items.partition(|link| matches!(link.to, Place::Card(_)));
    if !cards.is_empty() {
        blocks.extend(cards.into_iter().map(Block::Link));
        blocks.extend(helpline(context, &context.words.home.talk));
    }
    blocks.extend(pages.into_iter().map(Block::Link));
    blocks.push(Block::Note(always(context)));
    blocks
}

/// The best match: its name, what it says, and its best number.
fn opened(context: &Context, index: EntryIndex, link: Link, typed: &str) -> Block {
    let entry = &context.knowledge[index];
    let calls = calls::of_entry(context, index);
    let text = format!("{} {}", entry.summary, entry.act);
    let matches = highlights(&text, typed);
    let snippet = Some(Snippet { text, matches });
    let remark = context.words.search.best.clone();
    Block::Found(Link { snippet, remark, ..link }, calls::best_first(calls).0)
}

/// What to do if the words told of danger: a line that is calm where they did not.
pub fn if_danger(context: &Context) -> Block {
    let emergency = &context.knowledge.always().emergency;
    let values = [("emergency", emergency.number.spoken())];
    Block::Text(fill(&context.words.search.if_danger, &values))
}

/// 999, 101 and the helpline in one line.
fn always(context: &Context) -> String {
    let always = context.knowledge.always();
    let [emergency, police, helpline] =
        [&always.emergency, &always.police, &always.helpline].map(|first| first.number.spoken());
    let values = [("emergency", emergency), ("police", police), ("helpline", helpline)];
    fill(&context.words.search.always_line, &values)
}

/// A hit says why it is there: the fitting part of its title, or else of its text.
fn link(context: &Context, index: EntryIndex, typed: &str) -> Link {
    let entry = &context.knowledge[index];
    let matches = highlights(&entry.title, typed);
    let snippet = Some(reason(entry, typed));
    Link { matches, snippet, ..Link::to_entry(context, index) }
}

/// The first text of an entry that has what the person typed, or else its summary. Never a keyword
/// or a way that others asked: a person must not read of somebody else's fear.
fn reason(entry: &Entry, typed: &str) -> Snippet {
    let texts = [&entry.summary].into_iter().chain(&entry.body).chain(&entry.who);
    texts
        .map(|text| Snippet { text: text.clone(), matches: highlights(text, typed) })
        .find(|snippet| !snippet.matches.is_empty())
        .unwrap_or_else(|| Snippet { text: entry.summary.clone(), matches: Vec::new() })
}

/// A card for each language whose name the person typed, in English or in their own letters; or
/// that they may be typing in.
pub fn spoken(context: &Context, typed: &str) -> Vec<Link> {
    let name = fold(typed.trim());
    if name.text().chars().count() < SHORTEST_NAME {
        return Vec::new();
    }
    let languages = context.knowledge.languages();
    let named = languages.places().filter(|(_, language)| is_named(language, name.text()));
    let mut spoken: Vec<LanguageIndex> = named.map(|(index, _)| index).collect();
    if spoken.is_empty() {
        spoken = typed_in(languages, typed);
    }
    let link = |index| languages::link(context, index, &languages[index]);
    spoken.into_iter().map(link).collect()
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

/// What to say and whom to call where no page is sure to answer; and the pages that may.
pub fn not_sure(context: &Context, nearest: impl IntoIterator<Item = Link>) -> Vec<Block> {
    let words = &context.words.search;
    let [emergency, police, _] = context.knowledge.always().entries();
    let own = |entry| calls::own(context, entry, Say::Brief).into_iter();
    let nearest: Vec<Block> = nearest.into_iter().map(Block::Link).collect();
    let mut blocks = Vec::new();
    if nearest.is_empty() {
        blocks.push(Block::Title(words.nothing.clone()));
        blocks.push(Block::Note(words.a_person.clone()));
        blocks.extend(helpline(context, &context.words.home.talk));
        blocks.extend(own(emergency).chain(own(police)).map(Block::Call));
        blocks.push(Block::Note(words.try_words.clone()));
    } else {
        blocks.extend(helpline(context, &words.find_words));
        blocks.push(Block::Heading(words.perhaps.clone()));
        blocks.extend(nearest);
        blocks.push(Block::Note(always(context)));
    }
    blocks.push(Block::Link(Link::new(&context.words.home.who, Place::WHO)));
    blocks.push(Block::Link(Link::new(&context.words.home.languages, Place::Languages)));
    blocks
}

/// The helpline in a card.
fn helpline(context: &Context, label: &str) -> Option<Block> {
    let helpline = context.knowledge.always().helpline.entry;
    let call = calls::own(context, helpline, Say::Brief).into_iter().next();
    call.map(|call| Block::Best(label.to_owned(), call))
}
