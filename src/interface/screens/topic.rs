//! A section of the menu: its entries.

use crate::interface::context::Context;
use crate::interface::page::{Block, Content, Link, Menu, calls, calls::Detail};

use super::Screen;

pub(super) fn content(context: &Context, place: usize) -> Content {
    let Some(topic) = context.knowledge.topics().get(place) else {
        return super::home::content(context);
    };
    let items = topic
        .entries
        .iter()
        .map(|&entry| Link::new(&context.knowledge[entry].title, Screen::Entry(entry)));
    Content::Menu(Menu {
        title: topic.title.clone(),
        intro: vec![Block::Text(topic.summary.clone())],
        items: items.collect(),
    })
}

/// A section at a glance: its numbers, and the names of the pages that have none.
pub(super) fn preview(context: &Context, place: usize) -> Vec<Block> {
    let Some(topic) = context.knowledge.topics().get(place) else { return Vec::new() };
    let mut blocks = vec![Block::Title(topic.title.clone()), Block::Text(topic.summary.clone())];
    for &entry in &topic.entries {
        let calls = calls::own(context, entry, Detail::Brief);
        if calls.is_empty() {
            blocks.push(Block::Link(Link::new(
                &context.knowledge[entry].title,
                Screen::Entry(entry),
            )));
        }
        blocks.extend(calls.into_iter().map(Block::Call));
    }
    blocks
}
