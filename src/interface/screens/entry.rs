//! One entry: the answer first, then whom to call, then all else there is to know of it.

use crate::interface::context::Context;
use crate::interface::keymap;
use crate::interface::page::calls::{self, Say};
use crate::interface::page::{Block, Call, Content, Link, trust};
use crate::interface::place::Place;
use crate::interface::words::fill;
use crate::knowledge::entry::{Entry, EntryIndex, LaterFact};
use crate::knowledge::local::{Detail, Local};

use super::{aloud, foot, glossary, near, side};

pub(super) fn content(context: &Context, index: EntryIndex) -> Content {
    let entry = &context.knowledge[index];
    let words = &context.words.entry;
    let mut blocks = way_up(context, index);
    blocks.push(Block::Title(entry.title.clone()));
    blocks.extend(trust::warnings(context, entry));
    blocks.push(Block::Text(entry.answer()));
    blocks.extend(aloud::way_in(context, index));
    let (best, others) = calls::best_first(calls::of_entry(context, index));
    let label = if entry.phones.is_empty() { &words.ask_here } else { &words.call };
    blocks.extend(best.clone().map(|call| Block::Best(label.clone(), call)));
    blocks.extend(others.iter().cloned().map(Block::Call));
    blocks.extend(entry.local.iter().flat_map(|local| details(context, local)));
    rest(&mut blocks, context, index);
    blocks.extend(foot(context, best.iter().chain(&others)));
    blocks.push(Block::Heading(words.source.clone()));
    blocks.extend(trust::lines(context, entry));
    Content { blocks, side: side(context, best.as_ref()), ..Content::default() }
}

/// The page of 999: the number as large as it fits, and what to do when one cannot speak.
pub(super) fn danger(context: &Context, index: EntryIndex) -> Content {
    let entry = &context.knowledge[index];
    let words = &context.words.danger;
    let call = &context.knowledge.always().emergency.number;
    let key = keymap::name(keymap::HIDE_KEYS[0], context.words, context.marks);
    let say = |text: &str| fill(text, &[("emergency", call.spoken()), ("key", &key)]);
    let beside = [&entry.summary, &entry.act, &words.when, &words.who];
    let mut blocks = way_up(context, index);
    blocks.push(Block::Big(call.clone(), beside.map(String::clone).to_vec()));
    let later = entry.later.iter().flat_map(|fact| &fact.paragraphs).map(|text| asked(text));
    let (answers, more): (Vec<_>, Vec<_>) =
        later.partition(|block| matches!(block, Block::Answer(..)));
    blocks.extend(answers);
    blocks.push(Block::Answer(words.no_phone.clone(), say(&words.ask_anyone)));
    blocks.push(Block::Answer(words.someone_coming.clone(), say(&words.hide)));
    blocks.extend(more);
    blocks.extend(calls::of_entry(context, index).into_iter().map(Block::Call));
    let of_later = entry.later.iter().flat_map(|fact| numbers_of(context, index, fact));
    blocks.extend(of_later.map(Block::Call));
    part(&mut blocks, &context.words.entry.body, entry.body.iter());
    related(&mut blocks, context, entry);
    blocks.push(Block::Heading(context.words.entry.source.clone()));
    blocks.extend(trust::lines(context, entry));
    blocks.extend(entry.later.iter().map(|fact| Block::Note(origin(context, fact))));
    Content { blocks, side: side(context, None), ..Content::default() }
}

/// A paragraph that begins with a question is its answer.
fn asked(paragraph: &str) -> Block {
    match paragraph.split_once("? ") {
        Some((question, answer)) => Block::Answer(format!("{question}?"), answer.to_owned()),
        None => Block::Text(paragraph.to_owned()),
    }
}

/// What a list says of a service beside its name and number.
pub fn details(context: &Context, local: &Local) -> Vec<Block> {
    let words = &context.words.near;
    let label = |detail| match detail {
        Detail::PhoneNote => &words.phone_note,
        Detail::Hours => &words.hours,
        Detail::Address => &words.address,
        Detail::Area => &words.area,
        Detail::Languages => &words.languages,
        Detail::Cost => &words.cost,
        Detail::Website => &words.website,
        Detail::Email => &words.email,
    };
    let private = local.is_private.then_some((&words.address, &words.private));
    let details = local.details.iter().map(|(detail, text)| (label(*detail), text)).chain(private);
    details.map(|(label, text)| Block::Answer(label.clone(), text.clone())).collect()
}

fn way_up(context: &Context, index: EntryIndex) -> Vec<Block> {
    if context.knowledge[index].local.is_some() {
        return near::link(context).map(Block::Up).into_iter().collect();
    }
    let topics = context.knowledge.topic_places();
    let mut of_entry = topics.filter(|(_, topic)| topic.entries.contains(&index));
    let link = of_entry.next().map(|(place, topic)| Link::new(&topic.title, Place::Topic(place)));
    link.map(Block::Up).into_iter().collect()
}

fn rest(blocks: &mut Vec<Block>, context: &Context, index: EntryIndex) {
    let entry = &context.knowledge[index];
    let words = &context.words.entry;
    part(blocks, &words.who, entry.who.iter());
    part(blocks, &words.body, entry.body.iter());
    lists(blocks, context, entry);
    if !entry.later.is_empty() {
        blocks.push(Block::Heading(words.later.clone()));
        later(blocks, context, index);
    }
    if entry.has_glossary {
        blocks.extend(glossary::blocks(context));
    }
    related(blocks, context, entry);
}

fn part<'a>(blocks: &mut Vec<Block>, heading: &str, paragraphs: impl Iterator<Item = &'a String>) {
    let mut paragraphs = paragraphs.peekable();
    if paragraphs.peek().is_some() {
        blocks.push(Block::Heading(heading.to_owned()));
        blocks.extend(paragraphs.cloned().map(Block::Text));
    }
}

/// Lists with their source, the words to read out, and what stands on a form.
fn lists(blocks: &mut Vec<Block>, context: &Context, entry: &Entry) {
    let words = &context.words.entry;
    for list in &entry.lists {
        let source = trust::publisher(context, &context.knowledge[list.source]);
        items(blocks, &list.title, list.lines.iter());
        blocks.push(Block::Note(fill(&words.from, &[("source", &source)])));
    }
    items(blocks, &words.aloud, entry.aloud.iter());
    if let Some(form) = &entry.form {
        blocks.push(Block::Heading(words.form.clone()));
        blocks.push(Block::Text(form.warning.clone()));
        blocks.extend(form.boxes.iter().map(|one| Block::Item(one.label.clone())));
    }
}

fn items<'a>(blocks: &mut Vec<Block>, heading: &str, lines: impl Iterator<Item = &'a String>) {
    let mut lines = lines.peekable();
    if lines.peek().is_some() {
        blocks.push(Block::Heading(heading.to_owned()));
        blocks.extend(lines.cloned().map(Block::Item));
    }
}

/// Facts of other sources stand apart, each with its source and date.
fn later(blocks: &mut Vec<Block>, context: &Context, index: EntryIndex) {
    for fact in &context.knowledge[index].later {
        blocks.extend(fact.paragraphs.iter().cloned().map(Block::Text));
        blocks.push(Block::Note(origin(context, fact)));
        blocks.extend(numbers_of(context, index, fact).map(Block::Call));
    }
}

fn origin(context: &Context, fact: &LaterFact) -> String {
    let source = &context.knowledge[fact.source];
    let from = fill(&context.words.entry.from, &[("source", &trust::citation(source))]);
    format!("{from}. {}", trust::age_of_source(context, source))
}

/// The numbers that the fact's source gives and the entry's own source does not.
fn numbers_of<'a>(
    context: &'a Context,
    index: EntryIndex,
    fact: &'a LaterFact,
) -> impl Iterator<Item = Call> + 'a {
    let own = context.knowledge[index].source;
    let phones = context.knowledge.phones(index);
    let of_fact =
        phones.filter(move |(_, phone)| phone.source != own && phone.source == fact.source);
    of_fact.map(|(phone, _)| calls::call(context, phone, Say::Full))
}

pub(super) fn related(blocks: &mut Vec<Block>, context: &Context, entry: &Entry) {
    if entry.related.is_empty() {
        return;
    }
    blocks.push(Block::Heading(context.words.entry.related.clone()));
    let links = entry.related.iter().map(|&entry| Link::to_entry(context, entry));
    blocks.extend(links.map(Block::Link));
}
