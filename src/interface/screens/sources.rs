//! Where the facts come from, under which licence, and how old they are.

use crate::interface::context::Context;
use crate::interface::page::{Block, Content, calls, trust};
use crate::interface::words::fill;
use crate::knowledge::source::Source;

pub(super) fn content(context: &Context) -> Content {
    let words = &context.words.sources;
    let mut blocks = vec![Block::Title(words.title.clone()), Block::Text(words.note.clone())];
    blocks.extend(calls::always(context));
    blocks.extend(context.knowledge.sources().iter().flat_map(|source| lines(context, source)));
    let year = context.knowledge.calendar().last_year().to_string();
    blocks.push(Block::Text(fill(&words.calendar, &[("year", &year)])));
    Content { blocks, ..Content::default() }
}

/// Where some facts come from, under which licence, and how old they are.
pub fn lines(context: &Context, source: &Source) -> Vec<Block> {
    let mut lines = vec![Block::Text(trust::citation(source))];
    let licence = source
        .licence
        .as_ref()
        .map(|licence| fill(&context.words.sources.licence, &[("licence", licence)]));
    lines.extend(
        source.attribution.iter().chain(&licence).chain(&source.note).cloned().map(Block::Note),
    );
    lines.push(Block::Note(trust::age_of_source(context, source)));
    lines
}
