//! `airt search WORDS...`: pages that answer, best first.

use std::io::Write;
use std::process::ExitCode;

use serde::Serialize;

use super::NOTHING_FOUND;
use super::arguments::Search;
use super::format::{Format, write_json};
use crate::error::Error;
use crate::interface::context::Context;
use crate::interface::page::calls::{self, Say};
use crate::interface::page::{Block, Link};
use crate::interface::place::Place;
use crate::interface::screens;
use crate::plain;
use crate::search::{Answers, DangerLevel, Engine, EntryHit};

/// The answers: sure ones, or where none is, the nearest pages.
#[derive(Serialize)]
struct AnswersRow<'a> {
    /// Whether the words tell of danger now.
    danger: Option<DangerLevel>,
    /// The tag of the language it is typed in, or speaks of, if that is not English.
    language: Option<&'a str>,
    answers: Vec<HitRow<'a>>,
    perhaps: Vec<HitRow<'a>>,
}

#[derive(Serialize)]
struct HitRow<'a> {
    id: &'a str,
    title: &'a str,
    score: f32,
}

pub(super) fn run(
    output: &mut dyn Write,
    context: &Context,
    search: &Search,
) -> Result<ExitCode, Error> {
    let engine = Engine::of_knowledge(context.knowledge);
    let words = search.words.join(" ");
    if words.trim().is_empty() {
        return Err(Error::refused("nothing to search for", "write it: airt search my own words"));
    }
    let answers = engine.entries(context.knowledge, &words, search.limit.get());
    let spoken = screens::spoken(context, &words);
    let is_text = Format::from(search.format) != Format::Json;
    if is_text && answers.danger == Some(DangerLevel::Perhaps) {
        plain::write(output, context, &[screens::if_danger(context)])?;
        writeln!(output)?;
    }
    if Format::from(search.format) == Format::Json {
        write_json(output, &rows(context, &spoken, &answers))?;
    } else if answers.is_sure || !spoken.is_empty() {
        write_text(output, context, &spoken, &answers.hits)?;
    } else {
        let nearest = answers.hits.iter().map(|hit| Link::to_entry(context, hit.entry));
        plain::write(output, context, &screens::not_sure(context, nearest))?;
    }
    let is_found = !answers.hits.is_empty() || !spoken.is_empty();
    Ok(if is_found { ExitCode::SUCCESS } else { ExitCode::from(NOTHING_FOUND) })
}

fn rows<'a>(context: &'a Context, spoken: &[Link], answers: &Answers<EntryHit>) -> AnswersRow<'a> {
    let row = |hit: &EntryHit| {
        let entry = &context.knowledge[hit.entry];
        HitRow { id: &entry.id, title: &entry.title, score: (hit.score * 10.0).round() / 10.0 }
    };
    let rows = answers.hits.iter().map(row).collect();
    let language = spoken.first().and_then(|link| match link.to {
        Place::Card(index) => Some(context.knowledge.languages()[index].id.as_str()),
        _ => None,
    });
    let danger = answers.danger;
    let (answers, perhaps) = if answers.is_sure { (rows, vec![]) } else { (vec![], rows) };
    AnswersRow { danger, language, answers, perhaps }
}

/// Each hit with its first number; and always whom to call, whatever was found.
fn write_text(
    output: &mut dyn Write,
    context: &Context,
    spoken: &[Link],
    hits: &[EntryHit],
) -> Result<(), Error> {
    let mut blocks: Vec<Block> = spoken.iter().cloned().map(Block::Link).collect();
    for hit in hits {
        let entry = &context.knowledge[hit.entry];
        blocks.push(Block::Link(Link::to_entry(context, hit.entry)));
        blocks.push(Block::Note(entry.summary.clone()));
        let calls = calls::own(context, hit.entry, Say::Brief).into_iter().take(1);
        blocks.extend(calls.map(Block::Call));
    }
    blocks.push(Block::Heading(context.words.search.always.clone()));
    blocks.extend(calls::always(context));
    Ok(plain::write(output, context, &blocks)?)
}
