//! One entry, whole: whom to call first, then the words, then where they come from.

use crate::interface::context::Context;
use crate::interface::page::calls::{self, Say};
use crate::interface::page::{Block, Call, Content, Link, trust};
use crate::interface::words::fill;
use crate::knowledge::entry::{Entry, EntryIndex, LaterFact};

pub(super) fn content(context: &Context, index: EntryIndex) -> Content {
    let entry = &context.knowledge[index];
    let words = &context.words.entry;
    let mut blocks = vec![Block::Title(entry.title.clone())];
    blocks.push(Block::Heading(words.call.clone()));
    blocks.extend(calls::of_entry(context, index));
    blocks.push(Block::Heading(words.act.clone()));
    blocks.push(Block::Text(entry.act.clone()));
    part(&mut blocks, &words.who, entry.who.iter());
    part(&mut blocks, &words.body, std::iter::once(&entry.summary).chain(&entry.body));
    later(&mut blocks, context, index);
    related(&mut blocks, context, entry);
    blocks.push(Block::Heading(words.source.clone()));
    blocks.extend(trust::lines(context, entry));
    Content::Page(blocks)
}

fn part<'a>(blocks: &mut Vec<Block>, heading: &str, paragraphs: impl Iterator<Item = &'a String>) {
    let mut paragraphs = paragraphs.peekable();
    if paragraphs.peek().is_some() {
        blocks.push(Block::Heading(heading.to_owned()));
        blocks.extend(paragraphs.cloned().map(Block::Text));
    }
}

/// Facts of other sources stand apart, each with its source and date.
fn later(blocks: &mut Vec<Block>, context: &Context, index: EntryIndex) {
    let entry = &context.knowledge[index];
    if entry.later.is_empty() {
        return;
    }
    blocks.push(Block::Heading(context.words.entry.later.clone()));
    for fact in &entry.later {
        blocks.extend(fact.paragraphs.iter().cloned().map(Block::Text));
        blocks.push(Block::Note(origin(context, fact)));
        blocks.extend(numbers_of(context, index, fact).map(Block::Call));
    }
}

fn origin(context: &Context, fact: &LaterFact) -> String {
    let source = &context.knowledge[fact.source];
    let from = fill(&context.words.entry.from, &[("source", &trust::citation(source))]);
    format!("{from}. {}", trust::age_line(context, source.checked().as_ref()))
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

fn related(blocks: &mut Vec<Block>, context: &Context, entry: &Entry) {
    if entry.related.is_empty() {
        return;
    }
    blocks.push(Block::Heading(context.words.entry.related.clone()));
    let links = entry.related.iter().map(|&entry| Link::to_entry(context, entry));
    blocks.extend(links.map(Block::Link));
}
