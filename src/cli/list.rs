//! `airt list`: every section and page.

use std::io::Write;
use std::process::ExitCode;

use serde::Serialize;

use super::format::{Format, write_json};
use crate::error::Error;
use crate::interface::context::Context;
use crate::interface::words::fill;
use crate::knowledge::entry::{Audience, Entry, Kind};

#[derive(Serialize)]
struct TopicRow<'a> {
    id: &'a str,
    #[serde(rename = "for")]
    audience: Audience,
    title: &'a str,
    summary: &'a str,
    /// Who made it, where it is a list from outside.
    #[serde(skip)]
    maker: Option<&'a str>,
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
    for topic in topics {
        let names =
            |maker| fill(&context.words.near.maker, &[("list", topic.title), ("maker", maker)]);
        let title = topic.maker.map_or_else(|| topic.title.to_owned(), names);
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
        maker: None,
        entries: topic.entries.iter().map(|&place| row(&knowledge[place])).collect(),
    });
    let lists = knowledge.lists().iter().map(|list| TopicRow {
        id: &list.manifest.id,
        audience: Audience::Everybody,
        title: &list.manifest.name,
        summary: &list.manifest.maker,
        maker: Some(&list.manifest.maker),
        entries: list.entries().map(|place| row(&knowledge[place])).collect(),
    });
    // A list may have nothing for the place that was asked for.
    topics.chain(lists.filter(|list| !list.entries.is_empty())).collect()
}
