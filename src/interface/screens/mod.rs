//! What every screen says, worked out afresh from its place and the context, so that nothing shown
//! is kept.

mod aloud;
mod entry;
mod glossary;
mod help;
mod home;
mod languages;
mod near;
mod number;
mod print;
mod results;
mod sources;
mod spoken;
mod station;
mod topic;
mod who;

use super::context::Context;
use super::event::{Key, KeyCode};
use super::keymap;
use super::page::{Block, Call, Content, Link};
use super::place::Place;
use super::words::fill;

pub use entry::details;
pub use languages::{door, links as language_links};
pub use near::{Shown, shown as near_shown, whose, with_towns};
pub use results::{Found, always_line, first, not_sure, spoken};
pub use sources::lines as source_lines;
pub use station::link as station_link;

/// What a screen says; `found` is what the screen of results is about.
pub fn content(place: Place, found: Option<&Found>, context: &Context) -> Content {
    match place {
        Place::Home => home::content(context),
        Place::Topic(topic) => topic::content(context, topic),
        Place::Near(area) => near::content(context, area),
        Place::Results => results::content(context, found),
        Place::Entry(entry) if entry == context.knowledge.always().emergency.entry => {
            entry::danger(context, entry)
        }
        Place::Entry(entry) => entry::content(context, entry),
        Place::Aloud(entry, step) => aloud::content(context, entry, step),
        Place::Number(phone) => number::large(context, phone),
        Place::Code(phone) => number::code(context, phone),
        Place::Question(for_whom, question) => who::question(context, for_whom, question),
        Place::Outcome(for_whom, outcome) => who::outcome(context, for_whom, outcome),
        Place::Languages => languages::list(context),
        // It leads back at once.
        Place::Reads(..) => Content::default(),
        Place::Letters(language) => languages::letters(context, language),
        Place::Card(language) => languages::card(context, language),
        Place::Spoken(language, step) => spoken::content(context, language, step),
        Place::Print(page, way) => print::choice(context, page, way),
        Place::Sent(paper) => print::sent(context, paper),
        Place::Name(_) => print::name(context),
        Place::Sources => sources::content(context),
        Place::Help => help::content(context),
        Place::Station => station::content(context),
    }
}

/// A screen as one text, where one goes back by other means than a way up, and where no key leads
/// from the start to the languages and the sources.
pub fn as_text(place: Place, found: Option<&Found>, context: &Context) -> Vec<Block> {
    let blocks = content(place, found, context).blocks.into_iter();
    let mut blocks: Vec<Block> = blocks.filter(|block| !matches!(block, Block::Up(_))).collect();
    // The number fills the screen where others have a name.
    let emergency = context.knowledge.always().emergency.entry;
    if place == Place::Entry(emergency) {
        blocks.insert(0, Block::Title(context.knowledge[emergency].title.clone()));
    }
    if place == Place::Home {
        let words = &context.words.home;
        let ways = [
            Link::new(&words.languages, Place::Languages),
            Link::new(&words.sources, Place::Sources),
            Link::new(&words.help, Place::Help),
        ];
        blocks.extend(ways.map(Block::Link));
    }
    blocks
}

/// What must be known of some numbers, said once for all of them.
fn foot<'a>(context: &Context, calls: impl Iterator<Item = &'a Call>) -> Vec<Block> {
    let words = &context.words.entry;
    let helpline = context.knowledge.always().helpline.number.spoken();
    let mut begin: Vec<&str> = Vec::new();
    let mut is_doubtful = false;
    for call in calls {
        is_doubtful |= call.is_doubtful;
        let first = call.number.spoken().split(' ').next().unwrap_or_default();
        let is_paid = call.cost.is_none() && call.number.spoken().contains(' ');
        begin.extend((is_paid && !begin.contains(&first)).then_some(first));
    }
    let paid = begin.into_iter().map(|first| fill(&words.paid_foot, &[("begin", first)]));
    let doubt = is_doubtful.then(|| fill(&words.doubtful_foot, &[("helpline", helpline)]));
    let foot: Vec<String> = paid.chain(doubt).collect();
    if foot.is_empty() { Vec::new() } else { vec![Block::Note(foot.join(" "))] }
}

/// What stands beside a page on a wide screen: the best number for the camera of a phone, and the
/// way to a card for people who speak another language.
fn side(context: &Context, best: Option<&Call>) -> Vec<Block> {
    let words = &context.words.languages;
    let code = best.filter(|call| call.number.spoken().contains(' '));
    let code = code.map(|call| Block::Code(number::code_of(context, call.number.clone())));
    let mut blocks: Vec<Block> = code.into_iter().collect();
    if context.station.is_some_and(|station| station.has_touch) {
        return blocks;
    }
    blocks.push(Block::Heading(words.side.clone()));
    let key = Key::plain(KeyCode::Function(2));
    let key = keymap::name(key, context.words, context.marks);
    blocks.push(Block::Note(fill(&words.side_key, &[("key", &key)])));
    blocks
}
