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
use crate::interface::page::{Block, Link, trust};
use crate::interface::screens;
use crate::knowledge::entry::EntryIndex;
use crate::knowledge::glossary::TermIndex;
use crate::plain;
use crate::search::{Answers, DangerLevel, Engine, EntryHit, Finding};

/// The tag of a language that nothing here knows (ISO 639-2).
const UNDETERMINED: &str = "und";

/// The answers: sure ones, or where none is, the nearest pages.
#[derive(Serialize)]
struct AnswersRow<'a> {
    /// Whether the words tell of danger now.
    danger: Option<DangerLevel>,
    /// The tag of the language it is typed in, or speaks of, if that is not English.
    language: Option<&'a str>,
    /// What the first short form in it stands for.
    glossary: Option<TermRow<'a>>,
    /// What is said to a greeting and the like.
    reply: Option<&'a str>,
    /// Whom to call, best first.
    numbers: Vec<NumberRow<'a>>,
    answers: Vec<HitRow<'a>>,
    perhaps: Vec<HitRow<'a>>,
    /// Services of lists that were given.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    near: Vec<HitRow<'a>>,
}

#[derive(Serialize)]
struct TermRow<'a> {
    short: &'a str,
    long: &'a str,
    says: &'a str,
    area: &'a str,
    source: &'a str,
}

#[derive(Serialize)]
struct NumberRow<'a> {
    number: &'a str,
    /// The page of whoever answers.
    id: &'a str,
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
    let finding = engine.find(context.knowledge, &words, search.limit.get());
    let spoken = screens::spoken(context, &words, &finding);
    let hits = &finding.answers.hits;
    if Format::from(search.format) == Format::Json {
        write_json(output, &rows(context, &spoken, &finding))?;
    } else {
        let first = screens::first(context, &words, &finding);
        plain::write(output, context, &first)?;
        if !first.is_empty() {
            writeln!(output)?;
        }
        let near = near(context, &finding.near);
        if finding.answers.is_sure || !spoken.is_empty() {
            write_text(output, context, &spoken, hits)?;
            if !near.is_empty() {
                writeln!(output)?;
                plain::write(output, context, &near)?;
            }
        } else {
            let nearest = hits.iter().map(|hit| Link::to_entry(context, hit.entry));
            plain::write(output, context, &screens::not_sure(context, nearest, near))?;
        }
    }
    let is_found = !hits.is_empty()
        || !finding.near.is_empty()
        || !spoken.is_empty()
        || finding.small_talk.is_some();
    Ok(if is_found { ExitCode::SUCCESS } else { ExitCode::from(NOTHING_FOUND) })
}

fn rows<'a>(context: &'a Context, spoken: &[Link], finding: &Finding) -> AnswersRow<'a> {
    let Answers { hits, is_sure, danger } = &finding.answers;
    let row = |hit: &EntryHit| {
        let entry = &context.knowledge[hit.entry];
        HitRow { id: &entry.id, title: &entry.title, score: (hit.score * 10.0).round() / 10.0 }
    };
    let rows = hits.iter().map(row).collect();
    let near = finding.near.iter().map(row).collect();
    let language = spoken.first().map(|link| {
        let language = link.to.language();
        language.map_or(UNDETERMINED, |index| &context.knowledge.languages()[index].id)
    });
    let glossary = finding.terms.first().map(|&term| term_row(context, term));
    let reply = finding.small_talk.and_then(|said| context.words.search.small_talk.get(said));
    let numbers = numbers(context, if *is_sure { hits } else { &[] });
    let (answers, perhaps) = if *is_sure { (rows, vec![]) } else { (vec![], rows) };
    let reply = reply.map(String::as_str);
    AnswersRow { danger: *danger, language, glossary, reply, numbers, answers, perhaps, near }
}

fn term_row<'a>(context: &'a Context, term: TermIndex) -> TermRow<'a> {
    let term = &context.knowledge[term];
    TermRow {
        short: term.names.first().map_or("", String::as_str),
        long: &term.long,
        says: &term.says,
        area: &term.area,
        source: &context.knowledge[term.source].id,
    }
}

/// The best number of the first page, and those that are always there.
fn numbers<'a>(context: &'a Context, hits: &[EntryHit]) -> Vec<NumberRow<'a>> {
    let row = |entry: EntryIndex, number| NumberRow { number, id: &context.knowledge[entry].id };
    let best = hits.first().and_then(|hit| {
        let (_, phone) = context.knowledge.phones(hit.entry).next()?;
        Some(row(hit.entry, phone.number.spoken()))
    });
    let always = context.knowledge.always();
    let [emergency, police, helpline] = [&always.emergency, &always.police, &always.helpline]
        .map(|first| row(first.entry, first.number.spoken()));
    let mut numbers: Vec<NumberRow> = best.into_iter().collect();
    for number in [helpline, emergency, police] {
        if numbers.iter().all(|other| other.number != number.number) {
            numbers.push(number);
        }
    }
    numbers
}

/// What the lists have, behind all else, each service with its number.
fn near(context: &Context, near: &[EntryHit]) -> Vec<Block> {
    let mut blocks = Vec::new();
    for hit in near {
        let text = screens::with_towns(context, hit.entry);
        blocks.push(Block::Link(Link { text, ..Link::to_entry(context, hit.entry) }));
        blocks.push(Block::Note(context.knowledge[hit.entry].summary.clone()));
        blocks.extend(trust::warnings(context, &context.knowledge[hit.entry]));
        blocks.extend(calls::own(context, hit.entry, Say::Brief).into_iter().map(Block::Call));
    }
    if !blocks.is_empty() {
        blocks.insert(0, Block::Heading(context.words.near.title.clone()));
    }
    blocks
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
