//! "Who can help me?": a question at a time, and then whom to call. Nothing answered is kept: a
//! screen knows only its own place on the route.

use crate::interface::context::Context;
use crate::interface::page::calls::{self, Detail};
use crate::interface::page::{Block, Content, Link};
use crate::interface::words::fill;
use crate::knowledge::routes::{Answer, ForWhom, LeadsTo, Suggestion};

use super::Screen;

pub(super) fn question(context: &Context, for_whom: ForWhom, place: usize) -> Content {
    let route = context.knowledge.routes().route(for_whom);
    let Some(question) = route.questions().get(place) else {
        return super::home::content(context);
    };
    let mut blocks = vec![Block::Title(question.ask.clone())];
    let answers = question.answers.iter().zip(1..);
    blocks.extend(answers.map(|(answer, number)| Block::Link(link(for_whom, answer, number))));
    blocks.push(Block::Note(context.words.who.digits.clone()));
    blocks.extend(question.note.clone().map(Block::Text));
    if place == 0 {
        blocks.push(Block::Note(route.intro().to_owned()));
        blocks.push(Block::Link(other_person(context, for_whom)));
    }
    Content::Page(blocks)
}

/// How many answers a question has.
pub(super) fn answers(context: &Context, for_whom: ForWhom, place: usize) -> usize {
    let questions = context.knowledge.routes().route(for_whom).questions();
    questions.get(place).map_or(0, |question| question.answers.len())
}

fn link(for_whom: ForWhom, answer: &Answer, number: usize) -> Link {
    let to = match answer.leads_to {
        LeadsTo::Question(place) => Screen::Question(for_whom, place),
        LeadsTo::Outcome(place) => Screen::Outcome(for_whom, place),
    };
    Link::new(format!("{number}  {}", answer.words), to)
}

/// The way to the same questions about another person, and back.
fn other_person(context: &Context, for_whom: ForWhom) -> Link {
    let words = &context.words.who;
    match for_whom {
        ForWhom::Myself => {
            Link::new(&words.someone_else, Screen::Question(ForWhom::SomeoneElse, 0))
        }
        ForWhom::SomeoneElse => Link::new(&words.myself, Screen::Question(ForWhom::Myself, 0)),
    }
}

pub(super) fn outcome(context: &Context, for_whom: ForWhom, place: usize) -> Content {
    let route = context.knowledge.routes().route(for_whom);
    let Some(outcome) = route.outcomes().get(place) else {
        return super::home::content(context);
    };
    let mut blocks = vec![Block::Title(outcome.title.clone())];
    blocks.extend(outcome.call.iter().flat_map(|suggestion| suggested(context, suggestion)));
    Content::Page(blocks)
}

/// One entry to call, why, and the way to its page.
fn suggested(context: &Context, suggestion: &Suggestion) -> Vec<Block> {
    let Some(place) = context.knowledge.find(&suggestion.entry) else { return Vec::new() };
    let calls = calls::own(context, place, Detail::Full);
    let mut blocks: Vec<Block> = calls.into_iter().map(Block::Call).collect();
    blocks.push(Block::Text(suggestion.why.clone()));
    let more = fill(&context.words.who.more, &[("title", &context.knowledge[place].title)]);
    blocks.push(Block::Link(Link::new(more, Screen::Entry(place))));
    blocks
}
