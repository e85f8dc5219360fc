//! A section of the menu: its entries.

use crate::interface::context::Context;
use crate::interface::page::calls::{self, Say};
use crate::interface::page::{Block, Content, Link, Menu};
use crate::knowledge::entry::TopicIndex;

pub(super) fn content(context: &Context, index: TopicIndex) -> Content {
    let topic = &context.knowledge[index];
    Content::Menu(Menu {
        title: topic.title.clone(),
        intro: vec![Block::Text(topic.summary.clone())],
        items: topic.entries.iter().map(|&entry| Link::to_entry(context, entry)).collect(),
    })
}

/// A section at a glance: its numbers, and the names of the pages that have none.
pub(super) fn preview(context: &Context, index: TopicIndex) -> Vec<Block> {
    let topic = &context.knowledge[index];
    let mut blocks = vec![Block::Title(topic.title.clone()), Block::Text(topic.summary.clone())];
    for &entry in &topic.entries {
        let calls = calls::own(context, entry, Say::Brief);
        if calls.is_empty() {
            blocks.push(Block::Link(Link::to_entry(context, entry)));
        }
        blocks.extend(calls.into_iter().map(Block::Call));
    }
    blocks
}
