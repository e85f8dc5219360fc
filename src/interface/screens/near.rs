//! Services near the person, from lists that other people made: behind all that airt has itself.

use crate::interface::context::Context;
use crate::interface::page::{Block, Content, Link, TextField, trust};
use crate::interface::place::Place;
use crate::interface::words::fill;
use crate::knowledge::local::List;

use super::side;
use super::topic;

/// The most services of one list that stand on the page; a search finds the others.
const MOST_OF_A_LIST: usize = 30;

/// The way there, if a list has a service for here.
pub(super) fn link(context: &Context) -> Option<Link> {
    let has_service = context.knowledge.lists().iter().any(|list| list.count() > 0);
    has_service.then(|| Link::new(&context.words.near.title, Place::Near))
}

pub(super) fn content(context: &Context) -> Content {
    let words = &context.words.near;
    let mut blocks = vec![Block::Title(words.title.clone()), Block::Note(words.summary.clone())];
    blocks.extend(context.knowledge.lists().iter().flat_map(|list| of_list(context, list)));
    Content {
        blocks,
        side: side(context, None),
        field: Some(TextField::Search),
        ..Content::default()
    }
}

fn of_list(context: &Context, list: &List) -> Vec<Block> {
    let count = list.count();
    if count == 0 {
        return Vec::new();
    }
    let words = &context.words.near;
    let names = [("list", list.manifest.name.as_str()), ("maker", &list.manifest.maker)];
    let mut blocks = vec![Block::Heading(fill(&words.maker, &names))];
    blocks.extend(trust::of_list(context, list));
    blocks.extend(
        list.entries().take(MOST_OF_A_LIST).map(|entry| Block::Link(topic::link(context, entry))),
    );
    if count > MOST_OF_A_LIST {
        let (shown, count) = (MOST_OF_A_LIST.to_string(), count.to_string());
        blocks.push(Block::Note(fill(&words.count, &[("shown", &shown), ("count", &count)])));
    }
    blocks
}

/// What a search found in the lists, as a group of its own.
pub(super) fn found(context: &Context, links: Vec<Link>) -> Vec<Block> {
    if links.is_empty() {
        return Vec::new();
    }
    let heading = Block::Heading(context.words.near.title.clone());
    std::iter::once(heading).chain(links.into_iter().map(Block::Link)).collect()
}
