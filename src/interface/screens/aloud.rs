//! Words to read out, a sentence at a time, and the answers to point at. Nothing is chosen here for
//! the person, and no answer is kept.
//!
//! The sentences are in English: no language of the core has them yet, and none is shown that nobody
//! has checked. The answers are in the languages of the core, as far as their state allows.

use crate::interface::context::Context;
use crate::interface::event::{Key, KeyCode};
use crate::interface::keymap;
use crate::interface::page::{Block, Content, Link};
use crate::interface::place::Place;
use crate::interface::words::fill;
use crate::knowledge::entry::EntryIndex;

use super::entry::related;
use super::languages;

/// The way to the first sentence, from the page of an entry that has any.
pub(super) fn way_in(context: &Context, index: EntryIndex) -> Option<Block> {
    let has_words = !context.knowledge[index].aloud.is_empty();
    let link = || Link::new(&context.words.aloud.begin, Place::Aloud(index, 0));
    has_words.then(|| Block::Link(link()))
}

pub(super) fn content(context: &Context, index: EntryIndex, step: usize) -> Content {
    let blocks = match context.knowledge[index].aloud.get(step) {
        Some(sentence) => read_out(context, index, step, sentence),
        None => answers(context, index),
    };
    Content { blocks, ..Content::default() }
}

fn read_out(context: &Context, index: EntryIndex, step: usize, sentence: &str) -> Vec<Block> {
    let words = &context.words.aloud;
    let steps = context.knowledge[index].aloud.len().to_string();
    let values = [("step", &*(step + 1).to_string()), ("steps", &*steps)];
    let mut blocks = vec![
        Block::Said(sentence.to_owned()),
        Block::Link(Link::new(&words.go_on, Place::Aloud(index, step + 1))),
        Block::Note(fill(&words.progress, &values)),
    ];
    if step == 0 {
        blocks.push(Block::Note(words.how.clone()));
        blocks.push(Block::Note(english_only(context)));
    }
    blocks
}

/// Three answers that look the same, and for the worker what to read next.
fn answers(context: &Context, index: EntryIndex) -> Vec<Block> {
    let words = &context.words.aloud;
    let mut blocks = vec![Block::Title(words.point.clone())];
    let answers = [&words.yes, &words.no, &words.not_now];
    blocks.extend(answers.map(|answer| Block::Said(answer.clone())));
    blocks.push(Block::Note(words.not_kept.clone()));
    blocks.push(Block::Heading(words.in_language.clone()));
    blocks.push(Block::Choices(languages::links_to_answers(context)));
    related(&mut blocks, context, &context.knowledge[index]);
    blocks
}

fn english_only(context: &Context) -> String {
    let key = Key::plain(KeyCode::Function(2));
    let key = keymap::name(key, context.words, context.marks);
    fill(&context.words.aloud.english_only, &[("key", &key)])
}
