//! A section of the menu: its best number, and its entries.

use crate::interface::context::Context;
use crate::interface::page::calls::{self, Say};
use crate::interface::page::{Block, Content, Link};
use crate::knowledge::entry::{EntryIndex, TopicIndex};

use super::{foot, side};

pub(super) fn content(context: &Context, index: TopicIndex) -> Content {
    let topic = &context.knowledge[index];
    let helpline = context.knowledge.always().helpline.entry;
    let numbers = topic.entries.iter().chain([&helpline]);
    let numbers = numbers.flat_map(|&entry| calls::own(context, entry, Say::Brief));
    let best = numbers.min_by_key(calls::rank);
    let mut blocks = vec![Block::Title(topic.title.clone()), Block::Note(topic.summary.clone())];
    let label = context.words.entry.call.clone();
    blocks.extend(best.clone().map(|call| Block::Best(label, call)));
    blocks.extend(topic.entries.iter().map(|&entry| Block::Link(link(context, entry))));
    blocks.extend(foot(context, best.iter()));
    Content { blocks, side: side(context, best.as_ref()), ..Content::default() }
}

/// A page, with its best number beside it if it has one.
fn link(context: &Context, entry: EntryIndex) -> Link {
    let (best, others) = calls::best_first(calls::own(context, entry, Say::Brief));
    let call = best.or_else(|| others.into_iter().next());
    let remark = call.map_or_else(String::new, |call| format!("{}, {}", call.number, call.state));
    Link { remark, ..Link::to_entry(context, entry) }
}
