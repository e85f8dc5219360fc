//! `airt list`: every section and page.

use std::io::Write;
use std::process::ExitCode;

use serde::Serialize;

use super::format::{Format, write_json};
use crate::error::Error;
use crate::interface::context::Context;
use crate::interface::words::fill;
use crate::knowledge::entry::{Audience, Entry, Kind};
use crate::knowledge::local::Manifest;

#[derive(Serialize)]
struct TopicRow<'a> {
    id: &'a str,
    #[serde(rename = "for")]
    audience: Audience,
    title: &'a str,
    summary: &'a str,
    entries: Vec<EntryRow<'a>>,
}

#[derive(Serialize)]
struct EntryRow<'a> {
    id: &'a str,
    title: &'a str,
    kind: Kind,
}

pub(super) fn run(
    output: &mut dyn Write,
    context: &Context,
    format: Format,
) -> Result<ExitCode, Error> {
    let topics: Vec<TopicRow> = rows(context);
    if format == Format::Json {
        write_json(output, &topics)?;
        return Ok(ExitCode::SUCCESS);
    }
    let ids = topics.iter().flat_map(|topic| &topic.entries).map(|entry| entry.id.len());
    let longest = ids.max().unwrap_or_default();
    let lists = context.knowledge.lists();
    for topic in topics {
        let list = lists.iter().find(|list| list.manifest.id == topic.id);
        let names = |manifest: &Manifest| {
            let names = [("list", manifest.name.as_str()), ("maker", manifest.maker.as_str())];
            fill(&context.words.near.maker, &names)
        };
        let title = list.map_or_else(|| topic.title.to_owned(), |list| names(&list.manifest));
        writeln!(output, "{title}")?;
        for entry in topic.entries {
            writeln!(output, "  {:longest$}  {}", entry.id, entry.title)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn rows<'a>(context: &Context<'a>) -> Vec<TopicRow<'a>> {
    let knowledge = context.knowledge;
    let row = |entry: &'a Entry| EntryRow { id: &entry.id, title: &entry.title, kind: entry.kind };
    let topics = knowledge.topics().iter().map(|topic| TopicRow {
        id: &topic.id,
        audience: topic.audience,
        title: &topic.title,
        summary: &topic.summary,
        entries: topic.entries.iter().map(|&place| row(&knowledge[place])).collect(),
    });
    let lists = knowledge.lists().iter().map(|list| TopicRow {
        id: &list.manifest.id,
        audience: Audience::Everybody,
        title: &list.manifest.name,
        summary: &list.manifest.maker,
        entries: list.entries().map(|place| row(&knowledge[place])).collect(),
    });
    // A list may have nothing for the place that was asked for.
    topics.chain(lists.filter(|list| !list.entries.is_empty())).collect()
}
