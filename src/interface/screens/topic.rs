//! A section of the menu: its best number, and its entries.

use crate::interface::context::Context;
use crate::interface::page::calls::{self, Say};
use crate::interface::page::{Block, Content, Link};
use crate::knowledge::entry::{EntryIndex, TopicIndex};

use super::{foot, side};

pub(super) fn content(context: &Context, index: TopicIndex) -> Content {
    let topic = &context.knowledge[index];
    // Of the numbers that are for everybody: who opens a section said nothing of themselves yet.
    let everybody = context.knowledge.always().entries();
    let helpline = context.knowledge.always().helpline.entry;
    let numbers = topic.entries.iter().copied().chain([helpline]);
    let numbers = numbers.filter(|entry| everybody.contains(entry));
    let numbers = numbers.flat_map(|entry| {
        let label = &context.knowledge[entry].summary;
        calls::own(context, entry, Say::Brief).into_iter().map(move |call| (label, call))
    });
    let best = numbers.min_by_key(|(_, call)| calls::rank(call));
    let mut blocks = vec![Block::Title(topic.title.clone()), Block::Note(topic.summary.clone())];
    blocks.extend(best.iter().map(|(label, call)| Block::Best((*label).clone(), call.clone())));
    let best = best.map(|(_, call)| call);
    blocks.extend(topic.entries.iter().map(|&entry| Block::Link(link(context, entry))));
    blocks.extend(foot(context, best.iter()));
    Content { blocks, side: side(context, best.as_ref()), ..Content::default() }
}

/// A page, with its best number beside it if it has one.
pub(super) fn link(context: &Context, entry: EntryIndex) -> Link {
    let (best, others) = calls::best_first(calls::own(context, entry, Say::Brief));
    let call = best.or_else(|| others.into_iter().next());
    let remark = call.map_or_else(String::new, |call| format!("{}, {}", call.number, call.state));
    Link { remark, ..Link::to_entry(context, entry) }
}
