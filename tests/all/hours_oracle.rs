//! Hours strings mean here what they mean in OpenStreetMap: random strings at random
//! times against the `opening-hours` crate, which is given the same bank holidays.

use std::sync::{Arc, LazyLock};

use airt::knowledge::hours::{
    Calendar, DayKind, Hours, Moment, OpenState, Opens, Until, Why, state,
};
use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use compact_calendar::CompactCalendar;
use jiff::ToSpan;
use jiff::civil::{DateTime, date};
use opening_hours::{Context, ContextHolidays, OpeningHours};
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};

static CALENDAR: LazyLock<Calendar> =
    LazyLock::new(|| Calendar::from_json(include_str!("../../data/calendar/gb-sct.json")).unwrap());

static ORACLE_CONTEXT: LazyLock<Context> = LazyLock::new(|| {
    let public: CompactCalendar = CALENDAR.holidays().map(|(date, _)| chrono_date(date)).collect();
    let holidays = ContextHolidays::new(Arc::new(public), Arc::default());
    Context::default().with_holidays(holidays).approx_bound_interval_size(TimeDelta::days(366))
});

const WEEKDAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

fn chrono_date(date: jiff::civil::Date) -> NaiveDate {
    date.to_string().parse().unwrap()
}

fn chrono_time(time: DateTime) -> NaiveDateTime {
    time.to_string().parse().unwrap()
}

fn weekdays() -> impl Strategy<Value = String> {
    let item = prop_oneof![
        select(&WEEKDAYS[..]).prop_map(str::to_owned),
        (select(&WEEKDAYS[..]), select(&WEEKDAYS[..]))
            .prop_map(|(first, last)| format!("{first}-{last}")),
    ];
    prop::collection::vec(item, 1..=3).prop_map(|items| items.join(","))
}

fn days_with_bank_holidays() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("PH".to_owned()),
        weekdays().prop_map(|days| format!("{days},PH")),
        weekdays().prop_map(|days| format!("PH,{days}"))
    ]
}

/// "off", or up to three spans between quarters of an hour.
fn times() -> impl Strategy<Value = String> {
    let quarters: Vec<u16> = (0..=96).collect();
    let spans = (1..=3usize).prop_flat_map(move |count| subsequence(quarters.clone(), count * 2));
    let spans = spans.prop_map(|edges| edges.chunks(2).map(span).collect::<Vec<_>>().join(","));
    prop_oneof![1 => Just("off".to_owned()), 1 => Just("00:00-24:00".to_owned()), 6 => spans]
}

fn span(edges: &[u16]) -> String {
    let time = |quarter: u16| format!("{:02}:{:02}", quarter / 4, quarter % 4 * 15);
    format!("{}-{}", time(edges[0]), time(edges[1]))
}

fn rules(days: impl Strategy<Value = String>, count: usize) -> impl Strategy<Value = Vec<String>> {
    let rule = (days, times()).prop_map(|(days, times)| format!("{days} {times}"));
    prop::collection::vec(rule, 0..=count)
}

fn hours() -> impl Strategy<Value = String> {
    let written = (rules(weekdays(), 3), rules(days_with_bank_holidays(), 2))
        .prop_map(|(plain, special)| [plain, special].concat().join("; "))
        .prop_filter("no rule at all", |written| !written.is_empty());
    prop_oneof![1 => Just("24/7".to_owned()), 40 => written]
}

/// Half of the times fall near a bank holiday, where mistakes are likely. A year after
/// each of them is still in the calendar: the hand-written cases look at its end.
fn time() -> impl Strategy<Value = DateTime> {
    let near = (any::<Index>(), -3..=3i32).prop_map(|(index, days)| {
        let holidays: Vec<_> = CALENDAR.holidays().collect();
        index.get(&holidays).0.checked_add(days.days()).unwrap()
    });
    let anywhere =
        (0..3 * 365i32).prop_map(|days| date(2026, 1, 1).checked_add(days.days()).unwrap());
    let minute = prop_oneof![0..24 * 60i64, (0..96i64).prop_map(|quarter| quarter * 15)];
    (prop_oneof![near, anywhere], minute)
        .prop_map(|(date, minute)| date.at(0, 0, 0, 0).checked_add(minute.minutes()).unwrap())
        .prop_filter("not a year before the calendar ends", |time| {
            (2026..2028).contains(&time.year())
        })
}

/// The oracle knows no clocks that skip an hour: the hand-written cases look at those.
fn crosses_a_clock_change(from: DateTime, to: DateTime) -> bool {
    let changes =
        [date(2026, 3, 29), date(2027, 3, 28), date(2028, 3, 26)].map(|date| date.at(1, 0, 0, 0));
    changes.into_iter().any(|change| from < change + 1.hour() && to >= change)
}

struct Case {
    oracle: OpeningHours,
    speaks_of_bank_holidays: bool,
    now: DateTime,
}

impl Case {
    fn is_open(&self, time: DateTime) -> bool {
        self.oracle.is_open(chrono_time(time))
    }

    fn next_change(&self) -> Option<NaiveDateTime> {
        self.oracle.next_change(chrono_time(self.now))
    }

    fn is_unknown(&self, time: DateTime) -> bool {
        CALENDAR.kind_of(time.date()) == DayKind::BankHoliday && !self.speaks_of_bank_holidays
    }

    /// Whether some whole day between now and a time is unknown.
    fn crosses_unknown(&self, until: DateTime) -> bool {
        self.now
            .date()
            .series(1.day())
            .take_while(|date| *date < until.date())
            .any(|date| self.is_unknown(date.at(12, 0, 0, 0)))
    }

    fn check(&self, state: OpenState) -> Result<(), TestCaseError> {
        match state {
            OpenState::Open { until } => {
                prop_assert!(self.is_open(self.now) && !self.is_unknown(self.now));
                self.check_until(until)
            }
            OpenState::Closed { opens } => {
                prop_assert!(!self.is_open(self.now) && !self.is_unknown(self.now));
                self.check_opens(opens)
            }
            OpenState::Unknown(why) => {
                prop_assert_eq!(why, Why::BankHoliday);
                prop_assert!(self.is_unknown(self.now));
                Ok(())
            }
        }
    }

    fn check_until(&self, until: Until) -> Result<(), TestCaseError> {
        match until {
            Until::Always => prop_assert_eq!(self.next_change(), None),
            Until::Closes(time) if crosses_a_clock_change(self.now, time) => {}
            Until::Closes(time) => {
                prop_assert_eq!(self.next_change(), Some(chrono_time(time)));
                prop_assert!(!self.crosses_unknown(time) && !self.is_unknown(time));
            }
            Until::AtLeast(time) => {
                prop_assert!(self.next_change().is_none_or(|change| change >= chrono_time(time)));
                prop_assert!(!self.crosses_unknown(time) && self.is_unknown(time));
            }
        }
        Ok(())
    }

    fn check_opens(&self, opens: Opens) -> Result<(), TestCaseError> {
        match opens {
            Opens::At(time) | Opens::ByThen(time) if crosses_a_clock_change(self.now, time) => {}
            Opens::At(time) => {
                prop_assert_eq!(self.next_change(), Some(chrono_time(time)));
                prop_assert!(!self.crosses_unknown(time) && !self.is_unknown(time));
            }
            Opens::ByThen(time) => {
                prop_assert!(self.is_open(time) && !self.is_unknown(time));
                prop_assert!(self.crosses_unknown(time));
            }
            Opens::NotKnown => {
                let soon = self.now.checked_add(364.days()).unwrap();
                let is_late = |change: NaiveDateTime| change >= chrono_time(soon);
                let is_certain =
                    self.next_change().is_none_or(is_late) || self.crosses_unknown(soon);
                prop_assert!(is_certain);
            }
        }
        Ok(())
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_state_and_its_next_change_are_those_of_the_oracle(written in hours(), now in time()) {
        let oracle: OpeningHours = written.parse().unwrap();
        let speaks_of_bank_holidays = written == "24/7" || written.contains("PH");
        let case = Case { oracle: oracle.with_context(ORACLE_CONTEXT.clone()), speaks_of_bank_holidays, now };
        case.check(state(Some(&Hours::parse(&written).unwrap()), &CALENDAR, &Moment::Known(now)))?;
    }

    #[test]
    fn any_text_is_read_or_refused(written in "([MTWFSPuH0-9:;, /-]|off|PH|24/7|\\PC){0,30}") {
        if Hours::parse(&written).is_ok() {
            prop_assert!(written.trim_matches(' ').parse::<OpeningHours>().is_ok());
        }
    }
}
