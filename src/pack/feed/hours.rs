//! Weekly rules of a feed (a part of RFC 5545) as opening hours; anything else as its words.

use jiff::civil::Date;
use serde_json::Value;

use super::{first_text, join, list, number, text_of};
use crate::knowledge::hours::Hours;
use crate::pack::{days, hours};

/// What stands before hours that are not sure.
const ASK: &str = "Ask first: ";
/// Letters of hours.
pub(super) const MOST: usize = 120;
/// From when a rule is, and what else makes it more than "each week on these days".
const BEGINS: [&str; 2] = ["valid_from", "dtstart"];
const DAYS: [&str; 2] = ["byday", "weekday"];
const MORE: [&str; 10] = [
    "until",
    "count",
    "byweekno",
    "bymonthday",
    "byyearday",
    "valid_to",
    "bymonth",
    "bysetpos",
    "exdate",
    "rrule",
];

/// The hours, on the day `made`, of the first of these that has schedules. Where they are not sure, in
/// words that nothing takes for those of each week.
pub(super) fn of(places: &[&Value], made: Option<Date>) -> String {
    let listed = |place: &&Value, keys: &[&str]| -> Vec<Value> {
        keys.iter().flat_map(|key| list(place, key)).cloned().collect()
    };
    let schedules = |place: &&Value| listed(place, &["schedules", "regular_schedules"]);
    let found = places.iter().map(schedules).find(|schedules| !schedules.is_empty());
    let mut schedules = found.unwrap_or_default();
    schedules.retain(|schedule| !is_over(schedule, made));
    let told = schedules.iter().flat_map(|it| ["description", "notes"].map(|key| text_of(it, key)));
    let told = join(told, "; ");
    let has_times = |it: &Value| !first_text(it, &["opens_at", "closes_at"]).is_empty();
    let weekly = weekly(&schedules, made);
    let mut holidays = places.iter().flat_map(|place| listed(place, &["holiday_schedules"]));
    let is_sure = schedules.iter().all(|it| is_each_week(it, made))
        && holidays.all(|it| is_over(&it, made))
        && (weekly.is_some() || !schedules.iter().any(has_times));
    let (hours, is_sure) = match weekly {
        Some(weekly) if told.is_empty() => (weekly, is_sure),
        Some(weekly) if is_sure && !is_same(&told, &weekly) => {
            return format!("{ASK}{weekly}. {told}");
        }
        // A list that airt gave away says its hours whole.
        _ => (told, is_sure),
    };
    // What will be cut off may take the rest back.
    let is_long = hours.chars().count() > MOST;
    let is_guess = is_long || !is_sure && as_data(&hours).is_some();
    if is_guess { format!("{ASK}{hours}") } else { hours }
}

/// What words say, where they can mean but one thing.
fn as_data(told: &str) -> Option<Hours> {
    Hours::parse(told).ok().or_else(|| Hours::parse(&hours::read(told)?).ok())
}

/// Whether words say of the week what the times say; of bank holidays they may say more.
fn is_same(told: &str, weekly: &str) -> bool {
    let weekly = Hours::parse(weekly).map(|hours| hours.weekly()).unwrap_or_default();
    as_data(told).is_some_and(|told| told.weekly() == weekly)
}

/// Whether it ended before a day.
fn is_over(schedule: &Value, made: Option<Date>) -> bool {
    ["valid_to", "until", "end_date"]
        .iter()
        .any(|key| day(schedule, key).is_some_and(|end| Some(end) < made))
}

fn day(schedule: &Value, key: &str) -> Option<Date> {
    text_of(schedule, key).get(..10)?.parse().ok()
}

fn weekly(schedules: &[Value], made: Option<Date>) -> Option<String> {
    let mut week: [Vec<String>; 7] = Default::default();
    for schedule in schedules {
        if !is_weekly(schedule, made) {
            return None;
        }
        for day in days_of(schedule)? {
            week[day].push(span(schedule)?);
        }
    }
    for spans in &mut week {
        spans.sort();
        spans.dedup();
    }
    let mut rules: Vec<(&[String], Vec<usize>)> = Vec::new();
    for (day, spans) in week.iter().enumerate().filter(|(_, spans)| !spans.is_empty()) {
        match rules.iter_mut().find(|(same, _)| *same == spans.as_slice()) {
            Some((_, days)) => days.push(day),
            None => rules.push((spans, vec![day])),
        }
    }
    let rules = rules.iter().map(|(spans, on)| format!("{} {}", days::in_one(on), spans.join(",")));
    let hours = rules.collect::<Vec<_>>().join("; ");
    Hours::parse(&hours).is_ok().then_some(hours)
}

fn span(schedule: &Value) -> Option<String> {
    let (opens, closes) = (time(schedule, "opens_at")?, time(schedule, "closes_at")?);
    // Feeds have no 24:00.
    let is_midnight = closes == "23:59" || closes == "00:00" && opens != closes;
    Some(format!("{opens}-{}", if is_midnight { "24:00" } else { &closes }))
}

/// A time of the clock on the wall. One with a zone could be an hour off for half of the year.
fn time(schedule: &Value, key: &str) -> Option<String> {
    let written = text_of(schedule, key);
    let mut parts = written.split(':');
    let (hour, minute) = (parts.next()?, parts.next()?);
    let is_plain = written.bytes().all(|byte| byte.is_ascii_digit() || byte == b':');
    let is_round = parts.all(|seconds| seconds.bytes().all(|byte| byte == b'0'));
    (is_plain && is_round).then(|| format!("{hour:0>2}:{minute:0>2}"))
}

/// Whether it has a rule of each week and no more, or no rule but its words.
fn is_each_week(schedule: &Value, made: Option<Date>) -> bool {
    let zone = text_of(schedule, "timezone");
    is_weekly(schedule, made)
        && first_text(schedule, &MORE).is_empty()
        && matches!(zone.as_str(), "" | "Europe/London")
}

/// Whether its rule is of each week and has begun, whatever else is said of it.
fn is_weekly(schedule: &Value, made: Option<Date>) -> bool {
    let says = |keys: &[&str]| !first_text(schedule, keys).is_empty();
    let freq = text_of(schedule, "freq").to_uppercase();
    let has_begun = |key| day(schedule, key).is_some_and(|begin| Some(begin) <= made);
    matches!(freq.as_str(), "" | "WEEKLY" | "DAILY")
        && (!says(&["interval"]) || number(schedule, "interval") == Some(1.0))
        && BEGINS.iter().all(|key| !says(&[key]) || has_begun(key))
        && (!says(&DAYS) || days_of(schedule).is_some())
}

fn days_of(schedule: &Value) -> Option<Vec<usize>> {
    let written = first_text(schedule, &DAYS);
    let numbered = |day: &str| day.parse::<usize>().ok()?.checked_sub(1).filter(|day| *day < 7);
    let place = |day: &str| days::of_week(day).or_else(|| numbered(day));
    written.split(',').map(str::trim).map(place).collect()
}
