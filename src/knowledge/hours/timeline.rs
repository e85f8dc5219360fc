use jiff::ToSpan;
use jiff::civil::{Date, DateTime};

use super::rule::{DAY_END, Rule, is_open};
use super::{Calendar, DayKind, Hours, Why, london};

/// How far ahead a change is looked for: every bank holiday comes round in this time.
const DAYS_AHEAD: usize = 366;

/// What is certain about a number at one time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Status {
    Open,
    Closed,
    Unknown(Why),
}

/// What is certain at a wall time.
pub(super) fn status_at(hours: &Hours, calendar: &Calendar, time: DateTime) -> Status {
    let minute = minute_of_day(time);
    let status = |bank_holiday| {
        if is_open(&hours.rules, time.weekday(), bank_holiday, minute) {
            Status::Open
        } else {
            Status::Closed
        }
    };
    let speaks_of_bank_holidays = hours.rules.iter().any(Rule::speaks_of_bank_holidays);
    match calendar.kind_of(time.date()) {
        DayKind::Ordinary => status(false),
        DayKind::BankHoliday if speaks_of_bank_holidays => status(true),
        DayKind::BankHoliday => Status::Unknown(Why::BankHoliday),
        DayKind::NotCovered if speaks_of_bank_holidays && status(false) == status(true) => {
            status(false)
        }
        DayKind::NotCovered => Status::Unknown(Why::OutsideCalendar),
    }
}

/// The changes after a wall time, within a year, in order: when, and what is certain then.
pub(super) fn changes(
    hours: &Hours,
    calendar: &Calendar,
    from: DateTime,
) -> impl Iterator<Item = (DateTime, Status)> {
    let minutes = change_minutes(hours);
    let dates = from.date().series(1.day()).take(DAYS_AHEAD);
    let times = dates.flat_map(move |date| wall_times(date, &minutes));
    let mut previous = status_at(hours, calendar, from);
    times.filter(move |time| *time > from).filter_map(move |time| {
        let status = status_at(hours, calendar, time);
        let is_change = status != previous;
        previous = status;
        is_change.then_some((time, status))
    })
}

/// The minutes of a day at which anything can change.
fn change_minutes(hours: &Hours) -> Vec<u16> {
    let spans = hours.rules.iter().flat_map(|rule| &rule.spans);
    let edges = spans.flat_map(|span| [span.start, span.end]);
    let mut minutes: Vec<_> = edges.filter(|minute| *minute < DAY_END).chain([0]).collect();
    minutes.sort_unstable();
    minutes.dedup();
    minutes
}

fn wall_times(date: Date, minutes: &[u16]) -> Vec<DateTime> {
    minutes.iter().filter_map(|minute| wall_time(date, *minute)).collect()
}

/// The wall time of a minute of a day; a skipped one is when the clocks have moved on.
fn wall_time(date: Date, minute: u16) -> Option<DateTime> {
    let hour = i8::try_from(minute / 60).ok()?;
    let time = date.at(hour, i8::try_from(minute % 60).ok()?, 0, 0);
    Some(if london::is_skipped(time) { date.at(hour + 1, 0, 0, 0) } else { time })
}

fn minute_of_day(time: DateTime) -> u16 {
    u16::from(time.hour().unsigned_abs()) * 60 + u16::from(time.minute().unsigned_abs())
}
