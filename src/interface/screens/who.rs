//! "Who can help me?": a question at a time, and then whom to call. Nothing answered is kept: a
//! screen knows only its own place on the route.

use crate::interface::context::Context;
use crate::interface::page::calls::{self, Say};
use crate::interface::page::{Block, Call, Content, Link};
use crate::interface::place::Place;
use crate::interface::words::fill;
use crate::knowledge::routes::{Answer, ForWhom, LeadsTo, OutcomeIndex, QuestionIndex, Suggestion};

use super::{foot, side};

pub(super) fn question(context: &Context, for_whom: ForWhom, index: QuestionIndex) -> Content {
    let route = context.knowledge.routes().route(for_whom);
    let question = &route[index];
    let mut blocks = vec![Block::Title(question.ask.clone())];
    let (step, steps) = (route.step(index).to_string(), route.steps().to_string());
    let progress = fill(&context.words.who.progress, &[("step", &step), ("steps", &steps)]);
    blocks.push(Block::Note(progress));
    let answers = question.answers.iter().zip(1..);
    blocks.extend(answers.map(|(answer, number)| Block::Tile(link(for_whom, answer, number))));
    // After the answers: on a low screen nothing else could be answered.
    blocks.extend(question.note.clone().map(Block::Note));
    blocks.push(Block::Note(context.words.who.digits.clone()));
    if index == QuestionIndex::FIRST {
        blocks.push(Block::Note(route.intro().to_owned()));
        blocks.push(Block::Link(other_person(context, for_whom)));
    }
    let helpline = context.knowledge.always().helpline.number.spoken();
    blocks.push(Block::Text(fill(&context.words.who.or_call, &[("helpline", helpline)])));
    Content { blocks, ..Content::default() }
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
    let words = &context.words.who;
    let mut blocks = vec![Block::Title(outcome.title.clone())];
    let mut all = Vec::new();
    for (place, suggestion) in outcome.call.iter().enumerate() {
        let calls = calls::own(context, suggestion.entry, Say::Full);
        all.extend(calls.iter().cloned());
        blocks.extend(suggested(context, suggestion, calls, place == 0));
    }
    blocks.push(Block::Link(Link::new(
        &words.change,
        Place::Question(for_whom, QuestionIndex::FIRST),
    )));
    blocks.extend(foot(context, all.iter()));
    Content { blocks, side: side(context, all.first()), ..Content::default() }
}

/// One entry to call, why, and the way to its page. The one to begin with is in a card.
fn suggested(
    context: &Context,
    suggestion: &Suggestion,
    calls: Vec<Call>,
    is_first: bool,
) -> Vec<Block> {
    let start_here = &context.words.who.start_here;
    let mut calls = calls.into_iter();
    let best = is_first.then(|| calls.next()).flatten();
    let best = best.map(|call| Block::Best(start_here.clone(), call));
    let mut blocks: Vec<Block> = best.into_iter().chain(calls.map(Block::Call)).collect();
    blocks.push(Block::Text(suggestion.why.clone()));
    let title = &context.knowledge[suggestion.entry].title;
    let more = fill(&context.words.who.more, &[("title", title)]);
    blocks.push(Block::Link(Link::new(more, Place::Entry(suggestion.entry))));
    blocks
}
