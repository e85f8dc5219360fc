//! `airt search WORDS...`: pages that answer, best first.

use std::io::Write;
use std::process::ExitCode;

use serde::Serialize;

use super::arguments::Search;
use super::{NOTHING_FOUND, json};
use crate::error::Error;
use crate::interface::context::Context;
use crate::interface::screens;
use crate::plain;
use crate::search::{Engine, EntryHit};

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
    let hits = engine.entries(context.knowledge, &search.words.join(" "), search.limit);
    let row = |hit: &EntryHit| {
        let entry = &context.knowledge[hit.entry];
        HitRow { id: &entry.id, title: &entry.title, score: hit.score }
    };
    let rows: Vec<HitRow> = hits.iter().map(row).collect();
    if search.json {
        json::write(output, &rows)?;
    } else if rows.is_empty() {
        plain::write(output, context, &screens::no_hits(context))?;
    } else {
        write_text(output, context, &hits)?;
    }
    Ok(if rows.is_empty() { ExitCode::from(NOTHING_FOUND) } else { ExitCode::SUCCESS })
}

fn write_text(output: &mut dyn Write, context: &Context, hits: &[EntryHit]) -> Result<(), Error> {
    for hit in hits {
        let entry = &context.knowledge[hit.entry];
        writeln!(output, "{}", entry.title)?;
        writeln!(output, "  {}", entry.summary)?;
        writeln!(output, "  airt show {}", entry.id)?;
    }
    Ok(())
}
