//! `airt show ID`: one page, whole.

use std::collections::BTreeMap;
use std::io::Write;
use std::process::ExitCode;

use serde::Serialize;

use super::format::{Format, write_json};
use super::guess;
use crate::error::Error;
use crate::interface::context::Context;
use crate::interface::page::calls;
use crate::interface::place::Place;
use crate::interface::screens;
use crate::knowledge::entry::{EntryIndex, Kind, LaterFact};
use crate::knowledge::local::{Detail, Local, Seal};
use crate::knowledge::phone::{Phone, PhoneKind, PhoneNumber};
use crate::knowledge::source::{Checked, PartialDate, SourceIndex};
use crate::plain;

pub(super) fn run(
    output: &mut dyn Write,
    context: &Context,
    id: &str,
    format: Format,
) -> Result<ExitCode, Error> {
    let place = find(context, id, &[])?;
    if format == Format::Json {
        write_json(output, &page(context, place))?;
    } else {
        plain::write(output, context, &screens::as_text(Place::Entry(place), None, context))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The page with this id, in any case; `others` may be meant, too.
pub(super) fn find(context: &Context, id: &str, others: &[&str]) -> Result<EntryIndex, Error> {
    let wanted = id.trim().to_lowercase();
    context.knowledge.find(&wanted).ok_or_else(|| {
        let ids = context.knowledge.entries().iter().map(|entry| entry.id.as_str());
        let meant = guess::meant(&wanted, ids.chain(others.iter().copied()));
        let id = id.escape_debug();
        Error::refused(format!("no page has the id \"{id}\"{meant}"), "`airt list` names them all")
    })
}

#[derive(Serialize)]
struct Page<'a> {
    id: &'a str,
    kind: Kind,
    title: &'a str,
    phones: Vec<PhoneRow<'a>>,
    call: Vec<&'a str>,
    summary: &'a str,
    act: &'a str,
    who: Option<&'a str>,
    body: &'a [String],
    later: Vec<LaterRow<'a>>,
    related: Vec<&'a str>,
    source: SourceRow<'a>,
    checked: Option<&'a Checked>,
    /// What a list says of a local service.
    #[serde(skip_serializing_if = "Option::is_none")]
    local: Option<LocalRow<'a>>,
}

#[derive(Serialize)]
struct LocalRow<'a> {
    list: &'a str,
    signed: bool,
    note: &'a str,
    source: &'a str,
    licence: &'a str,
    attribution: &'a str,
    details: BTreeMap<Detail, &'a str>,
}

#[derive(Serialize)]
pub(super) struct PhoneRow<'a> {
    id: &'a str,
    label: Option<&'a str>,
    number: &'a PhoneNumber,
    kind: PhoneKind,
    doubtful: bool,
    hours: Option<&'a str>,
    now: String,
    source: &'a str,
}

#[derive(Serialize)]
struct LaterRow<'a> {
    paragraphs: &'a [String],
    source: SourceRow<'a>,
}

#[derive(Serialize)]
struct SourceRow<'a> {
    title: &'a str,
    publisher: &'a str,
    url: Option<&'a str>,
    /// Its own date.
    dated: Option<&'a PartialDate>,
    /// The day somebody looked at it, and how.
    checked: Option<Checked>,
}

fn page<'a>(context: &Context<'a>, place: EntryIndex) -> Page<'a> {
    let entry = &context.knowledge[place];
    let ids = |places: &'a [EntryIndex]| -> Vec<&'a str> {
        places.iter().map(|&place| context.knowledge[place].id.as_str()).collect()
    };
    Page {
        id: &entry.id,
        kind: entry.kind,
        title: &entry.title,
        phones: entry.phones.iter().map(|phone| phone_row(context, phone)).collect(),
        call: ids(&entry.call),
        summary: &entry.summary,
        act: &entry.act,
        who: entry.who.as_deref(),
        body: &entry.body,
        later: entry.later.iter().map(|fact| later_row(context, fact)).collect(),
        related: ids(&entry.related),
        source: source_row(context, entry.source),
        checked: entry.checked.as_ref(),
        local: entry.local.as_ref().map(|local| local_row(context, local)),
    }
}

fn local_row<'a>(context: &Context<'a>, local: &'a Local) -> LocalRow<'a> {
    let list = &context.knowledge[local.list];
    LocalRow {
        list: &list.manifest.name,
        signed: list.seal == Seal::Signed,
        note: &list.manifest.note,
        source: &local.source,
        licence: &list.manifest.licence,
        attribution: &list.manifest.attribution,
        details: local.details.iter().map(|(detail, text)| (*detail, text.as_str())).collect(),
    }
}

/// A number as JSON has it.
pub(super) fn phone_row<'a>(context: &Context<'a>, phone: &'a Phone) -> PhoneRow<'a> {
    let state = calls::open_state(context, phone);
    PhoneRow {
        id: &phone.id,
        label: phone.label.as_deref(),
        number: &phone.number,
        kind: phone.kind,
        doubtful: phone.doubtful,
        hours: phone.hours.as_ref().map(crate::knowledge::hours::Hours::as_written),
        now: context.words.hours.state(&state, &context.moment),
        source: &context.knowledge[phone.source].id,
    }
}

fn later_row<'a>(context: &Context<'a>, fact: &'a LaterFact) -> LaterRow<'a> {
    LaterRow { paragraphs: &fact.paragraphs, source: source_row(context, fact.source) }
}

fn source_row<'a>(context: &Context<'a>, place: SourceIndex) -> SourceRow<'a> {
    let source = &context.knowledge[place];
    SourceRow {
        title: &source.title,
        publisher: &source.publisher,
        url: source.url.as_deref(),
        dated: source.dated.as_ref(),
        checked: source.checked(),
    }
}
