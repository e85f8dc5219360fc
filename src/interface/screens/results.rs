//! What fits the words in the search box. Nothing found is never a dead end.

use zeroize::Zeroizing;

use crate::interface::context::Context;
use crate::interface::page::calls::{self, Say};
use crate::interface::page::{Block, Content, Link, Snippet, TextField, trust};
use crate::interface::place::Place;
use crate::interface::words::{Words, fill};
use crate::knowledge::Knowledge;
use crate::knowledge::entry::{Entry, EntryIndex};
use crate::knowledge::glossary::TermIndex;
use crate::knowledge::languages::{LanguageIndex, SpokenLanguage};
use crate::search::fold::fold;
use crate::search::{DangerLevel, Engine, Finding, Highlighter};

use super::{glossary, languages, near, side};

/// Letters it takes to name a language; signs that stand for whole words need no more than two.
const SHORTEST_NAME: usize = 2;

/// The most pages one screen lists; what a person needs is near the top or not there.
const MOST_HITS: usize = 6;

/// So many more pages push what stands below them off a small screen.
const FEW_PAGES: usize = 2;

/// What a person typed, and the entries that fit it. The words are wiped when they go.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Found {
    /// The words, as typed.
    pub typed: Zeroizing<String>,
    /// A link to each thing that fits, best first: worked out once, not for each picture.
    items: Vec<Link>,
    /// Whether the first of them answers.
    is_sure: bool,
    /// A link to each service of a list that fits: never before any of the others.
    near: Vec<Link>,
    /// What is said before all pages: of danger, of short forms, to a greeting.
    first: Vec<Block>,
}

impl Found {
    /// What fits the words: languages by name, then the entries, best first.
    pub fn of(engine: &Engine, context: &Context, typed: Zeroizing<String>) -> Self {
        let finding = engine.find(context.knowledge, &typed, MOST_HITS);
        let mut items = spoken(context, &typed, &finding);
        let is_sure = finding.answers.is_sure || !items.is_empty();
        let marks = Highlighter::new(&typed);
        let pages = finding.answers.hits.iter().map(|hit| link(context, hit.entry, &marks));
        // In danger 999 stands before all languages.
        let place = if finding.answers.danger == Some(DangerLevel::Sure) { 0 } else { items.len() };
        items.splice(place..place, pages);
        let first = first(context, &typed, &finding);
        let near = finding
            .near
            .iter()
            .map(|hit| Link {
                text: near::with_towns(context, hit.entry),
                ..link(context, hit.entry, &marks)
            })
            .collect();
        Self { typed, items, is_sure, near, first }
    }
}

pub(super) fn content(context: &Context, found: Option<&Found>) -> Content {
    let mut blocks = found.map_or_else(Vec::new, |found| found.first.clone());
    blocks.extend(match found {
        Some(found) if found.is_sure => sure(context, found),
        Some(found) => {
            let nearest = found.items.iter().map(|link| Link::new(&link.text, link.to));
            not_sure(context, nearest, near::found(context, &found.near))
        }
        None => not_sure(context, [], Vec::new()),
    });
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
        items.partition(|link| link.to.language().is_some());
    if !cards.is_empty() {
        blocks.extend(cards.into_iter().map(Block::Link));
        blocks.extend(helpline(context, &context.words.home.talk));
    }
    if found.items.is_empty() {
        blocks.extend(helpline(context, &context.words.home.talk));
        blocks.extend(ways_on(context));
    }
    if pages.len() >= FEW_PAGES && !found.near.is_empty() {
        blocks.push(Block::Note(context.words.near.below.clone()));
    }
    blocks.extend(pages.into_iter().map(Block::Link));
    blocks.extend(near::found(context, &found.near));
    blocks.push(Block::Note(always_line(context.knowledge, context.words)));
    blocks
}

/// The best match: its name, what it says, and its best number.
fn opened(context: &Context, index: EntryIndex, link: Link, typed: &str) -> Block {
    let entry = &context.knowledge[index];
    let calls = calls::of_entry(context, index);
    let text = entry.answer();
    let matches = Highlighter::new(typed).find(&text);
    let snippet = Some(Snippet { text, matches });
    let remark = context.words.search.best.clone();
    Block::Found(Link { snippet, remark, ..link }, calls::best_first(calls).0)
}

/// What is said before all pages.
pub fn first(context: &Context, typed: &str, finding: &Finding) -> Vec<Block> {
    let (words, always) = (&context.words.search, context.knowledge.always());
    let mut first = Vec::new();
    if finding.answers.danger == Some(DangerLevel::Perhaps) {
        let values = [("emergency", always.emergency.number.spoken())];
        first.push(Block::Text(fill(&words.if_danger, &values)));
    }
    first.extend(finding.terms.iter().flat_map(|&term| explanation(context, term)));
    if finding.is_unknown_term {
        first.push(Block::Text(fill(&words.unknown_term, &[("term", typed.trim())])));
    }
    let reply = finding.small_talk.and_then(|said| words.small_talk.get(said));
    first.extend(reply.cloned().map(Block::Text));
    first
}

/// What a short form stands for, and who says so.
fn explanation(context: &Context, term: TermIndex) -> [Block; 2] {
    let term = &context.knowledge[term];
    let name = term.names.first().map_or("", String::as_str);
    let area = glossary::area(context, term);
    let values = [("term", name), ("long", &term.long), ("area", &area), ("says", &term.says)];
    let source = &context.knowledge[term.source];
    [
        Block::Text(fill(&context.words.search.term, &values)),
        Block::Note(trust::publisher(context, source)),
    ]
}

/// 999, 101 and the helpline in one line.
pub fn always_line(knowledge: &Knowledge, words: &Words) -> String {
    let always = knowledge.always();
    let [emergency, police, helpline] =
        [&always.emergency, &always.police, &always.helpline].map(|first| first.number.spoken());
    let values = [("emergency", emergency), ("police", police), ("helpline", helpline)];
    fill(&words.search.always_line, &values)
}

/// A hit says why it is there: the fitting part of its title, or else of its text.
fn link(context: &Context, index: EntryIndex, marks: &Highlighter) -> Link {
    let entry = &context.knowledge[index];
    let matches = marks.find(&entry.title);
    let snippet = Some(reason(entry, marks));
    Link { matches, snippet, ..Link::to_entry(context, index) }
}

/// The first text of an entry that has what the person typed, or else its summary. Never a keyword
/// or a way that others asked: a person must not read of somebody else's fear.
fn reason(entry: &Entry, marks: &Highlighter) -> Snippet {
    let texts = [&entry.summary].into_iter().chain(&entry.body).chain(&entry.who);
    texts
        .map(|text| Snippet { text: text.clone(), matches: marks.find(text) })
        .find(|snippet| !snippet.matches.is_empty())
        .unwrap_or_else(|| Snippet { text: entry.summary.clone(), matches: Vec::new() })
}

/// A card for each language whose name the person typed, in English or in their own letters; or
/// that they may be typing in. All languages, where the letters are of none of them.
pub fn spoken(context: &Context, typed: &str, finding: &Finding) -> Vec<Link> {
    let name = fold(typed.trim());
    if name.text().chars().count() < SHORTEST_NAME {
        return Vec::new();
    }
    let languages = context.knowledge.languages();
    let is_english = finding.is_english;
    let named =
        languages.places().filter(|(_, language)| is_named(language, name.text(), is_english));
    let mut spoken: Vec<LanguageIndex> = named.map(|(index, _)| index).collect();
    if spoken.is_empty() {
        spoken.clone_from(&finding.languages);
    }
    if spoken.is_empty() && finding.is_foreign {
        return vec![Link::new(&context.words.home.languages, Place::Languages)];
    }
    let link = |index| languages::link(context, index, &languages[index]);
    spoken.into_iter().map(link).collect()
}

/// Whether a word of its name was typed; or its beginning, unless that is a word of its own: "polis"
/// is no beginning of "Polish".
fn is_named(language: &SpokenLanguage, typed: &str, is_english: bool) -> bool {
    [&language.english, &language.name, &language.latin].into_iter().any(|name| {
        let name = fold(name);
        let mut words = name.text().split(|letter: char| !letter.is_alphanumeric());
        !is_english && name.text().starts_with(typed)
            || words
                .any(|word| !word.is_empty() && typed.split_whitespace().any(|part| part == word))
    })
}

/// What to say and whom to call where no page is sure to answer; and the pages that may.
pub fn not_sure(
    context: &Context,
    nearest: impl IntoIterator<Item = Link>,
    near: Vec<Block>,
) -> Vec<Block> {
    let words = &context.words.search;
    let [emergency, police, _] = context.knowledge.always().entries();
    let own = |entry| calls::own(context, entry, Say::Brief).into_iter();
    let nearest: Vec<Block> = nearest.into_iter().map(Block::Link).collect();
    let mut blocks = Vec::new();
    if nearest.is_empty() && near.is_empty() {
        blocks.push(Block::Title(words.nothing.clone()));
        blocks.push(Block::Note(words.a_person.clone()));
        blocks.extend(helpline(context, &context.words.home.talk));
        blocks.extend(own(emergency).chain(own(police)).map(Block::Call));
        blocks.push(Block::Note(words.try_words.clone()));
    } else {
        blocks.extend(helpline(context, &words.find_words));
        if !nearest.is_empty() {
            blocks.push(Block::Heading(words.perhaps.clone()));
            blocks.extend(nearest);
        }
        blocks.extend(near);
        blocks.push(Block::Note(always_line(context.knowledge, context.words)));
    }
    blocks.extend(ways_on(context));
    blocks
}

/// Ways on that need no words.
fn ways_on(context: &Context) -> [Block; 2] {
    let words = &context.words.home;
    let ways = [Link::new(&words.who, Place::WHO), Link::new(&words.languages, Place::Languages)];
    ways.map(Block::Link)
}

/// The helpline in a card.
fn helpline(context: &Context, label: &str) -> Option<Block> {
    let helpline = context.knowledge.always().helpline.entry;
    let call = calls::own(context, helpline, Say::Brief).into_iter().next();
    call.map(|call| Block::Best(label.to_owned(), call))
}
