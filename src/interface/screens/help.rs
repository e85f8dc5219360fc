//! What each key does, made from the key table.

use crate::interface::context::Context;
use crate::interface::keymap;
use crate::interface::page::{Block, Content, Link};
use crate::interface::place::Place;
use crate::interface::words::fill;

use super::station;

pub(super) fn content(context: &Context) -> Content {
    let words = &context.words.help;
    let anywhere = keymap::hide_keys_of_every_keyboard(context.words, context.marks);
    let mut blocks = vec![
        Block::Title(words.title.clone()),
        Block::Text(fill(&words.hide, &[("keys", &anywhere)])),
        Block::Text(keymap::hide_keys(context.words, context.marks)),
        Block::Text(words.search.clone()),
        Block::Text(words.mouse.clone()),
        Block::Heading(words.keys.clone()),
    ];
    blocks.extend(
        keymap::bindings(context.can_print())
            .map(|binding| Block::Note(binding.line(context.words, context.marks))),
    );
    blocks.push(Block::Link(Link::new(&context.words.home.sources, Place::Sources)));
    blocks.extend(station::link(context));
    Content { blocks, ..Content::default() }
}
