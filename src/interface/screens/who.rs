//! "Who can help me?": a question at a time, and then whom to call. Nothing answered is kept: a
//! screen knows only its own place on the route.

use crate::interface::context::Context;
use crate::interface::page::calls::{self, Say};
use crate::interface::page::{Block, Content, Link};
use crate::interface::place::Place;
use crate::interface::words::fill;
use crate::knowledge::routes::{Answer, ForWhom, LeadsTo, OutcomeIndex, QuestionIndex, Suggestion};

pub(super) fn question(context: &Context, for_whom: ForWhom, index: QuestionIndex) -> Content {
    let route = context.knowledge.routes().route(for_whom);
    let question = &route[index];
    let mut blocks = vec![Block::Title(question.ask.clone())];
    let answers = question.answers.iter().zip(1..);
    blocks.extend(answers.map(|(answer, number)| Block::Link(link(for_whom, answer, number))));
    blocks.push(Block::Note(context.words.who.digits.clone()));
    blocks.extend(question.note.clone().map(Block::Text));
    if index == QuestionIndex::FIRST {
        blocks.push(Block::Note(route.intro().to_owned()));
        blocks.push(Block::Link(other_person(context, for_whom)));
    }
    Content::Page(blocks)
}

fn link(for_whom: ForWhom, answer: &Answer, number: usize) -> Link {
    let to = match answer.leads_to {
        LeadsTo::Question(question) => Place::Question(for_whom, question),
        LeadsTo::Outcome(outcome) => Place::Outcome(for_whom, outcome),
    };
    Link::new(format!("{number}  {}", answer.words), to)
}

/// The way to the same questions about another person, and back.
fn other_person(context: &Context, for_whom: ForWhom) -> Link {
    let words = &context.words.who;
    let (said, other) = match for_whom {
        ForWhom::Myself => (&words.someone_else, ForWhom::SomeoneElse),
        ForWhom::SomeoneElse => (&words.myself, ForWhom::Myself),
    };
    Link::new(said, Place::Question(other, QuestionIndex::FIRST))
}

pub(super) fn outcome(context: &Context, for_whom: ForWhom, index: OutcomeIndex) -> Content {
    let outcome = &context.knowledge.routes().route(for_whom)[index];
    let mut blocks = vec![Block::Title(outcome.title.clone())];
    blocks.extend(outcome.call.iter().flat_map(|suggestion| suggested(context, suggestion)));
    Content::Page(blocks)
}

/// One entry to call, why, and the way to its page.
fn suggested(context: &Context, suggestion: &Suggestion) -> Vec<Block> {
    let entry = suggestion.entry;
    let calls = calls::own(context, entry, Say::Full);
    let mut blocks: Vec<Block> = calls.into_iter().map(Block::Call).collect();
    blocks.push(Block::Text(suggestion.why.clone()));
    let more = fill(&context.words.who.more, &[("title", &context.knowledge[entry].title)]);
    blocks.push(Block::Link(Link::new(more, Place::Entry(entry))));
    blocks
}
