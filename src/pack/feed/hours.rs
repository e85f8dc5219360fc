//! Weekly rules of a feed (a part of RFC 5545) as opening hours; anything else as its words.

use serde_json::Value;

use super::{first_text, list, text_of};
use crate::knowledge::hours::Hours;

/// Days as feeds and as opening hours have them.
const DAYS: [(&str, &str); 7] = [
    ("MO", "Mo"),
    ("TU", "Tu"),
    ("WE", "We"),
    ("TH", "Th"),
    ("FR", "Fr"),
    ("SA", "Sa"),
    ("SU", "Su"),
];

/// What makes a rule more than "each week on these days".
const MORE: [&str; 7] =
    ["until", "count", "byweekno", "bymonthday", "byyearday", "valid_to", "valid_from"];

/// The hours of the first of these that has schedules.
pub(super) fn of(places: &[&Value]) -> String {
    let schedules = |place: &&Value| -> Vec<Value> {
        ["schedules", "regular_schedules"]
            .iter()
            .flat_map(|key| list(place, key))
            .cloned()
            .collect()
    };
    let found = places.iter().map(schedules).find(|schedules| !schedules.is_empty());
    let schedules = found.unwrap_or_default();
    let told = schedules.iter().map(|it| first_text(it, &["description", "notes"]));
    let told = told.into_iter().find(|told| !told.is_empty()).unwrap_or_default();
    // A list that airt gave away says its hours whole.
    if Hours::parse(&told).is_ok() {
        return told;
    }
    weekly(&schedules).unwrap_or(told)
}

fn weekly(schedules: &[Value]) -> Option<String> {
    let mut days: [Vec<String>; 7] = Default::default();
    for schedule in schedules {
        let span = format!("{}-{}", time(schedule, "opens_at")?, time(schedule, "closes_at")?);
        for day in days_of(schedule)? {
            days[day].push(span.clone());
        }
    }
    let rules = DAYS.iter().zip(&mut days).filter(|(_, spans)| !spans.is_empty());
    let rules = rules.map(|((_, day), spans)| {
        spans.sort();
        spans.dedup();
        format!("{day} {}", spans.join(","))
    });
    let hours = rules.collect::<Vec<_>>().join("; ");
    Hours::parse(&hours).is_ok().then_some(hours)
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

fn days_of(schedule: &Value) -> Option<Vec<usize>> {
    let is_more = |key: &str| !text_of(schedule, key).is_empty();
    let freq = text_of(schedule, "freq");
    let interval = text_of(schedule, "interval");
    let is_weekly = freq.is_empty() || freq == "WEEKLY";
    if MORE.iter().any(|key| is_more(key)) || !is_weekly || !matches!(interval.as_str(), "" | "1") {
        return None;
    }
    let written = first_text(schedule, &["byday", "weekday"]).to_uppercase();
    let place = |day: &str| {
        let named = DAYS.iter().position(|(known, _)| *known == day);
        named.or_else(|| day.parse::<usize>().ok()?.checked_sub(1).filter(|day| *day < 7))
    };
    written.split(',').map(str::trim).map(place).collect()
}
