//! The whole glossary, by the letters of its terms.

use crate::interface::context::Context;
use crate::interface::page::{Block, trust};
use crate::interface::words::fill;
use crate::knowledge::glossary::Term;

pub(super) fn blocks(context: &Context) -> Vec<Block> {
    let mut terms: Vec<&Term> =
        context.knowledge.glossary().places().map(|(_, term)| term).collect();
    terms.sort_by_cached_key(|term| names(term).to_lowercase());
    terms.into_iter().flat_map(|term| term_blocks(context, term)).collect()
}

fn term_blocks(context: &Context, term: &Term) -> [Block; 3] {
    let source = trust::publisher(context, &context.knowledge[term.source]);
    let from = fill(&context.words.entry.from, &[("source", &source)]);
    [
        Block::Heading(format!("{}: {}", names(term), term.long)),
        Block::Text(term.says.clone()),
        Block::Note(format!("{}. {from}", area(context, term))),
    ]
}

fn names(term: &Term) -> String {
    term.names.join(" / ")
}

/// Where a term is used, and that Scotland is not among it.
pub(super) fn area(context: &Context, term: &Term) -> String {
    if term.is_of_scotland() {
        return term.area.clone();
    }
    fill(&context.words.search.not_in_scotland, &[("area", &term.area)])
}
