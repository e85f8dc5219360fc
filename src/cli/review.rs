//! `airt review`: every number with its source and last check, for staff to ring through.

use std::io::{self, Write};
use std::process::ExitCode;

use jiff::civil::Date;
use serde::Serialize;

use super::format::{Format, write_json};
use super::table;
use crate::error::Error;
use crate::interface::context::Context;
use crate::interface::page::wrap::wrap;
use crate::interface::page::{calls, trust};
use crate::interface::words::fill;
use crate::knowledge::entry::{Entry, EntryIndex};
use crate::knowledge::hours::Hours;
use crate::knowledge::local::Detail;
use crate::knowledge::phone::{Phone, PhoneKind};
use crate::knowledge::source::{Age, Checked, How, PartialDate};

/// A number of the list; its fields are the columns of the CSV.
#[derive(Serialize)]
struct Row<'a> {
    number: &'a str,
    kind: PhoneKind,
    name: String,
    entry: &'a str,
    phone: &'a str,
    /// Whether there is a reason to doubt the number, told on the page of its entry.
    doubtful: bool,
    /// As the data has them; `None` when nobody knows them.
    hours: Option<&'a str>,
    hours_in_words: String,
    /// What to ask for, or when to call.
    phone_note: Option<&'a str>,
    source: &'a str,
    source_title: &'a str,
    source_address: Option<&'a str>,
    /// The own date of the source.
    dated: Option<&'a str>,
    /// The day somebody last looked, and how.
    checked: Option<&'a str>,
    how: Option<How>,
    /// The day somebody last rang it.
    rung: Option<&'a str>,
    /// Since somebody rang it.
    age_days: Option<i32>,
    age: Age,
    /// For staff to fill in beside `rung`: their initials, whether the number is right, what was said.
    by: &'static str,
    right: &'static str,
    said: &'static str,
    /// Words on these columns, in the first row alone.
    what_to_write: &'a str,
}

pub(super) fn run(
    output: &mut dyn Write,
    context: &Context,
    only_lists: bool,
    format: Format,
) -> Result<ExitCode, Error> {
    let numbers = numbers(context, only_lists);
    let mut rows: Vec<Row> = numbers.iter().map(|number| row(context, number)).collect();
    if let Some(first) = rows.first_mut() {
        first.what_to_write = &context.words.review.sheet.columns;
    }
    match format {
        Format::Csv => write_csv(output, &rows)?,
        Format::Json => write_json(output, &rows)?,
        Format::Text => write_text(output, context, &rows)?,
    }
    Ok(ExitCode::SUCCESS)
}

struct Number<'a> {
    entry: &'a Entry,
    phone: &'a Phone,
    check: Option<Checked>,
}

impl Number<'_> {
    /// That somebody rang it, if that is how it was last checked.
    fn rung(&self) -> Option<&Checked> {
        self.check.as_ref().filter(|check| check.how == How::Rung)
    }
}

/// Every number: first those that nobody rang, then the oldest ring first; of equals the one that
/// nobody has looked at for longest.
fn numbers<'a>(context: &Context<'a>, only_lists: bool) -> Vec<Number<'a>> {
    let number = |entry, phone| {
        let check = trust::last_check(context, entry, phone);
        Number { entry, phone, check }
    };
    let knowledge = context.knowledge;
    let places: Vec<EntryIndex> =
        if only_lists { knowledge.services().collect() } else { knowledge.places().collect() };
    let entries = places.into_iter().map(|place| &knowledge[place]);
    let mut numbers: Vec<Number> = entries
        .flat_map(|entry| entry.phones.iter().map(move |phone| number(entry, phone)))
        .collect();
    numbers.sort_by_key(|number| (first_day(number.rung()), first_day(number.check.as_ref())));
    numbers
}

fn first_day(check: Option<&Checked>) -> Option<Date> {
    check.and_then(|check| check.date.earliest())
}

fn row<'a>(context: &Context<'a>, number: &'a Number) -> Row<'a> {
    let Number { entry, phone, check } = number;
    let rung = number.rung();
    let source = &context.knowledge[phone.source];
    let check = check.as_ref();
    Row {
        number: phone.number.spoken(),
        kind: phone.kind,
        name: calls::name(entry, phone),
        entry: &entry.id,
        phone: &phone.id,
        doubtful: phone.doubtful,
        hours: phone.hours.as_ref().map(Hours::as_written),
        hours_in_words: calls::said_hours(entry)
            .map_or_else(|| calls::hours_in_words(context, phone), str::to_owned),
        phone_note: entry.local.as_ref().and_then(|local| local.detail(Detail::PhoneNote)),
        source: &source.id,
        source_title: &source.title,
        source_address: source.url.as_deref(),
        dated: source.dated.as_ref().map(PartialDate::as_str),
        checked: check.map(|check| check.date.as_str()),
        how: check.map(|check| check.how),
        rung: rung.map(|check| check.date.as_str()),
        age_days: age_in_days(context, rung),
        age: Age::of(check, trust::today(context)),
        by: "",
        right: "",
        said: "",
        what_to_write: "",
    }
}

/// A check is never younger than today, whatever day is asked for.
fn age_in_days(context: &Context, check: Option<&Checked>) -> Option<i32> {
    let since = first_day(check)?.until(trust::today(context)?).ok()?;
    Some(since.get_days().max(0))
}

fn write_csv(output: &mut dyn Write, rows: &[Row]) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(output);
    for row in rows {
        writer.serialize(row)?;
    }
    writer.flush()
}

fn write_text(output: &mut dyn Write, context: &Context, rows: &[Row]) -> io::Result<()> {
    let words = &context.words.review;
    for line in wrap(&words.intro, table::WIDTH, ["", ""]) {
        writeln!(output, "{line}")?;
    }
    let emergencies = rows.iter().filter(|row| is_for_emergencies(row.kind));
    let emergencies: Vec<&str> = emergencies.map(|row| row.number).collect();
    // A pack has none.
    if !emergencies.is_empty() {
        let numbers = emergencies.join(&context.words.hours.and);
        writeln!(output, "{}", fill(&words.never_ring, &[("numbers", &numbers)]))?;
    }
    for line in wrap(&words.sheet.how, table::WIDTH, ["", ""]) {
        writeln!(output, "{line}")?;
    }
    writeln!(output)?;
    let head = [&words.number, &words.whose, &words.hours, &words.source, &words.checked];
    let rows = rows.iter().map(|row| (cells(context, row), boxes(context, row)));
    table::write(output, head.map(String::as_str), rows)
}

/// Whether a call to check the number would stand in the way of somebody in danger.
pub(super) const fn is_for_emergencies(kind: PhoneKind) -> bool {
    matches!(kind, PhoneKind::Emergency | PhoneKind::Relay)
}

/// What staff write by hand when they rang: the day, who rang, what was said.
fn boxes(context: &Context, row: &Row) -> Vec<String> {
    if is_for_emergencies(row.kind) {
        return Vec::new();
    }
    let words = &context.words.review.sheet;
    let said = format!("{:_<width$}", format!("{} ", words.said), width = table::WIDTH);
    vec![words.boxes.clone(), said]
}

fn cells(context: &Context, row: &Row) -> [String; table::CELLS] {
    [
        row.number.to_owned(),
        whose(context, row),
        [&row.hours_in_words, row.phone_note.unwrap_or_default()].join(" ").trim_end().to_owned(),
        row.source_title.to_owned(),
        last_check(context, row),
    ]
}

/// The name, the page to mend, and a doubt if there is one.
fn whose(context: &Context, row: &Row) -> String {
    let doubt = row.doubtful.then(|| format!(", {}", context.words.entry.doubtful));
    format!("{} ({}){}", row.name, row.entry, doubt.unwrap_or_default())
}

/// "2026-11-25, 10 days old" or "never rung", and when somebody looked.
fn last_check(context: &Context, row: &Row) -> String {
    let words = &context.words.review;
    let rung = row.rung.map_or_else(|| words.never.clone(), str::to_owned);
    let age = row.age_days.map(|days| fill(&words.days, &[("count", &days.to_string())]));
    let looked = row.checked.filter(|_| row.rung.is_none());
    let looked = looked.map(|date| fill(&words.looked, &[("date", date)]));
    [Some(rung), age, looked].into_iter().flatten().collect::<Vec<_>>().join(", ")
}
