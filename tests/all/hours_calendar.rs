//! The calendar of Scottish bank holidays, and what is said of a faulty one.

use airt::knowledge::hours::{Calendar, DayKind};
use jiff::civil::{Weekday, date};

fn scotland() -> Calendar {
    Calendar::from_json(include_str!("../../data/calendar/gb-sct.json")).unwrap()
}

fn fault(first_year: i16, last_year: i16, dates: &[&str]) -> String {
    let holidays: Vec<_> =
        dates.iter().map(|date| format!(r#"{{"date": "{date}", "name": "A day"}}"#)).collect();
    let holidays = holidays.join(", ");
    let json = format!(
        r#"{{"basis": "made up", "first_year": {first_year}, "last_year": {last_year}, "holidays": [{holidays}]}}"#
    );
    Calendar::from_json(&json).unwrap_err().to_string()
}

#[test]
fn scottish_days_are_bank_holidays_and_english_ones_are_not() {
    let calendar = scotland();
    assert_eq!(calendar.holiday_name(date(2026, 1, 2)), Some("2nd January"));
    assert_eq!(calendar.holiday_name(date(2026, 8, 3)), Some("Summer"));
    assert_eq!(calendar.holiday_name(date(2026, 11, 30)), Some("St Andrew's Day"));
    // Easter Monday and the last Monday of August are holidays of England only.
    assert_eq!(calendar.kind_of(date(2026, 4, 6)), DayKind::Ordinary);
    assert_eq!(calendar.kind_of(date(2026, 8, 31)), DayKind::Ordinary);
}

/// A weekend day is a bank holiday too when another day stands in for it: lines may be closed.
#[test]
fn a_holiday_at_a_weekend_counts_and_so_does_the_day_in_its_place() {
    let calendar = scotland();
    let is_weekend = |day: Weekday| matches!(day, Weekday::Saturday | Weekday::Sunday);
    let (weekend, working): (Vec<_>, Vec<_>) =
        calendar.holidays().partition(|(date, _)| is_weekend(date.weekday()));
    for (date, name) in weekend {
        let stands_in = format!("{name} (substitute)");
        let found = working.iter().find(|(other, title)| *other > date && **title == stands_in);
        assert!(found.is_some(), "{date} {name} has no day in its place");
    }
    assert_eq!(calendar.kind_of(date(2027, 12, 25)), DayKind::BankHoliday);
    assert_eq!(calendar.kind_of(date(2027, 12, 27)), DayKind::BankHoliday);
}

#[test]
fn every_year_has_the_nine_holidays_of_the_law_and_2026_one_more() {
    let calendar = scotland();
    for (year, expected) in [(2026, 10), (2027, 9), (2028, 9)] {
        let is_weekend = |day: Weekday| matches!(day, Weekday::Saturday | Weekday::Sunday);
        let days = calendar.holidays().filter(|(date, _)| date.year() == year);
        assert_eq!(
            days.filter(|(date, _)| !is_weekend(date.weekday())).count(),
            expected,
            "{year}"
        );
    }
}

#[test]
fn the_calendar_says_where_it_ends_and_how_it_is_known() {
    let calendar = scotland();
    assert_eq!(calendar.last_year(), 2028);
    assert_eq!(calendar.kind_of(date(2028, 12, 31)), DayKind::Ordinary);
    assert_eq!(calendar.kind_of(date(2029, 1, 1)), DayKind::NotCovered);
    assert_eq!(calendar.kind_of(date(2025, 12, 31)), DayKind::NotCovered);
    assert!(calendar.basis().starts_with("Worked out, not published"));
}

#[test]
fn a_faulty_calendar_is_told_in_words() {
    assert_eq!(
        fault(2026, 2026, &["2026-13-01"]),
        "'2026-13-01' (A day) is not a date: write it as 2026-12-25"
    );
    let out_of_order = "2026-01-01 is out of order: write each date once, oldest first";
    assert_eq!(fault(2026, 2026, &["2026-12-25", "2026-01-01"]), out_of_order);
    assert_eq!(fault(2026, 2026, &["2026-01-01", "2026-01-01"]), out_of_order);
    assert_eq!(
        fault(2026, 2026, &["2027-01-01"]),
        "2027-01-01 is outside the years of this calendar"
    );
    assert_eq!(
        fault(2026, 2027, &["2026-01-01"]),
        "2027 has no bank holidays: add them or end the calendar earlier"
    );
    assert_eq!(fault(2027, 2026, &[]), "first_year is after last_year");
}
