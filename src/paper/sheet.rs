//! What stands on a sheet, whatever it is printed by.

use crate::interface::context::Context;
use crate::interface::page::calls::{self, Detail};
use crate::interface::page::{Block, Call, trust};
use crate::interface::screens::{Screen, source_lines};
use crate::interface::words::fill;
use crate::knowledge::entry::EntryIndex;
use crate::knowledge::source::{PartialDate, Source, SourceIndex};

/// A sheet of paper, or more where it is long.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Sheet {
    /// The part to cut out and carry; empty where there is none.
    pub card: Vec<Block>,
    /// Everything else.
    pub blocks: Vec<Block>,
}

impl Sheet {
    /// The page of an entry.
    pub fn of_entry(context: &Context, place: EntryIndex) -> Self {
        let entry = &context.knowledge[place];
        let page = Screen::Entry(place).as_text(context).into_iter();
        let mut blocks: Vec<Block> = page.filter_map(|block| on_paper(context, block)).collect();
        let later = entry.later.iter().map(|fact| fact.source);
        let sources = once_each(std::iter::once(entry.source).chain(later));
        let attributions =
            sources.iter().filter_map(|&source| context.knowledge[source].attribution.clone());
        blocks.extend(attributions.map(Block::Note));
        blocks.extend(made_on(context).map(Block::Text));
        Self { card: Vec::new(), blocks }
    }

    /// Every number, with a card to carry. Its title tells nobody what the numbers are for.
    pub fn of_numbers(context: &Context) -> Self {
        let words = &context.words.print;
        let numbers = numbers(context);
        let mut card = vec![Block::Title(words.title.clone())];
        card.extend(numbers.iter().map(|(_, call)| Block::Call(call.clone())));
        card.push(Block::Note(words.may_change.clone()));
        card.extend(made_on(context).map(Block::Note));
        let mut blocks = vec![Block::Heading(context.words.entry.source.clone())];
        for source in once_each(numbers.iter().map(|(source, _)| *source)) {
            let given = numbers.iter().filter(|(of, _)| *of == source).map(|(_, call)| call);
            blocks.extend(origin(context, &context.knowledge[source], given));
        }
        Self { card, blocks }
    }
}

/// A part of a screen as it stands on paper.
fn on_paper(context: &Context, block: Block) -> Option<Block> {
    match block {
        Block::Link(_) | Block::Big(_) | Block::Code(_) => None,
        Block::Heading(text) if text == context.words.entry.related => None,
        Block::Call(call) => Some(Block::Call(timeless(context, call))),
        block => Some(block),
    }
}

/// A call with its hours, whatever time it is now.
fn timeless(context: &Context, call: Call) -> Call {
    let found = call.to.number().and_then(|(place, index)| {
        let phone = context.knowledge[place].phones.get(index)?;
        Some(calls::call(context, place, index, phone, Detail::Timeless))
    });
    found.unwrap_or(call)
}

/// Every number of every entry and the source that gives it, in menu order.
fn numbers(context: &Context) -> Vec<(SourceIndex, Call)> {
    let of_entry = |place: EntryIndex| {
        let phones = context.knowledge[place].phones.iter().enumerate();
        phones.map(move |(index, phone)| {
            (phone.source, calls::call(context, place, index, phone, Detail::Timeless))
        })
    };
    context.knowledge.places().flat_map(of_entry).collect()
}

/// Where some numbers come from, and how old that is.
fn origin<'a>(
    context: &Context,
    source: &Source,
    given: impl Iterator<Item = &'a Call>,
) -> Vec<Block> {
    let names: Vec<&str> = given.map(|call| call.name.as_str()).collect();
    let mut blocks = vec![Block::Text(format!("{}:", names.join("; ")))];
    blocks.extend(source_lines(context, source));
    blocks
}

fn once_each(sources: impl Iterator<Item = SourceIndex>) -> Vec<SourceIndex> {
    let mut once = Vec::new();
    for source in sources {
        if !once.contains(&source) {
            once.push(source);
        }
    }
    once
}

/// The day the sheet was made, for a reader who finds it years later; not said when the clock is
/// wrong.
fn made_on(context: &Context) -> Option<String> {
    let today = PartialDate::parse(&trust::today(context)?.to_string()).ok()?;
    let date = trust::date_in_words(context, &today);
    Some(fill(&context.words.print.made_on, &[("date", &date)]))
}
