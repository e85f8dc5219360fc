//! What a person is told about a number's hours: open, closed or not known, and when
//! that changes.

use airt::interface::words::Words;
use airt::knowledge::hours::{Calendar, Hours, HoursWords, Moment, OpenState, Why, state};
use jiff::civil::date;

const DAY_LINE: &str = "Mo-Fr 09:00-17:00";
const NIGHT_LINE: &str = "Mo-Fr 00:00-09:00,17:00-24:00; Sa-Su 00:00-24:00";

fn calendar() -> Calendar {
    Calendar::from_json(include_str!("../../data/calendar/gb-sct.json")).unwrap()
}

fn words() -> HoursWords {
    Words::english().unwrap().hours
}

/// What a person reads beside a number with these hours at this wall time.
fn told(hours: &str, at: &str) -> String {
    let hours = Hours::parse(hours).unwrap();
    let moment = Moment::parse(at).unwrap();
    words().state(&state(Some(&hours), &calendar(), &moment), &moment)
}

fn check_told(hours: &str, cases: &[(&str, &str)]) {
    for (at, expected) in cases {
        assert_eq!(told(hours, at), *expected, "{hours} at {at}");
    }
}

#[test]
fn a_day_line_through_a_plain_week() {
    check_told(
        DAY_LINE,
        &[
            ("2026-11-20T08:59", "closed, opens today at 9am"),
            ("2026-11-20T09:00", "open, closes today at 5pm"),
            ("2026-11-20T16:59", "open, closes today at 5pm"),
            ("2026-11-20T17:00", "closed, opens Monday at 9am"),
            ("2026-11-22T12:00", "closed, opens tomorrow at 9am"),
        ],
    );
}

#[test]
fn a_saturday_at_23_00() {
    let at = "2026-11-21T23:00";
    assert_eq!(told(DAY_LINE, at), "closed, opens Monday at 9am");
    assert_eq!(told(NIGHT_LINE, at), "open, closes Monday at 9am");
    assert_eq!(told("24/7", at), "open now");
}

#[test]
fn midnight_is_named_by_the_night_it_is_in() {
    check_told(
        "Mo 09:00-24:00; We 00:00-09:00",
        &[
            ("2026-11-16T23:59", "open, closes tonight at midnight"),
            ("2026-11-17T00:00", "closed, opens tonight at midnight"),
            ("2026-11-16T00:00", "closed, opens today at 9am"),
            ("2026-11-18T00:00", "open, closes today at 9am"),
            ("2026-11-15T12:00", "closed, opens tomorrow at 9am"),
        ],
    );
    assert_eq!(
        told("We 00:00-09:00", "2026-11-14T12:00"),
        "closed, opens Tuesday night at midnight"
    );
    assert_eq!(
        told("We 00:00-09:00", "2026-11-16T12:00"),
        "closed, opens tomorrow night at midnight"
    );
}

#[test]
fn two_halves_of_a_night_are_one_night() {
    check_told(
        NIGHT_LINE,
        &[
            ("2026-11-17T23:00", "open, closes tomorrow at 9am"),
            ("2026-11-18T00:00", "open, closes today at 9am"),
            ("2026-11-18T12:00", "closed, opens today at 5pm"),
        ],
    );
}

#[test]
fn from_christmas_to_the_new_year_a_day_line_is_not_known_on_bank_holidays() {
    check_told(
        DAY_LINE,
        &[
            ("2026-12-24T10:00", "open, closes today at 5pm"),
            // Friday and Monday are bank holidays: Tuesday is the next certain opening.
            ("2026-12-24T18:00", "closed, open again by Tuesday at 9am"),
            ("2026-12-25T10:00", "not known: bank holiday"),
            ("2026-12-26T10:00", "not known: bank holiday"),
            ("2026-12-27T10:00", "closed, open again by Tuesday at 9am"),
            ("2026-12-28T10:00", "not known: bank holiday"),
            ("2026-12-29T10:00", "open, closes today at 5pm"),
            ("2026-12-31T17:00", "closed, open again by Tuesday at 9am"),
            ("2027-01-01T10:00", "not known: bank holiday"),
            ("2027-01-02T10:00", "not known: bank holiday"),
            ("2027-01-03T10:00", "closed, open again by Tuesday at 9am"),
            ("2027-01-04T10:00", "not known: bank holiday"),
        ],
    );
}

#[test]
fn from_christmas_to_the_new_year_hours_that_speak_of_holidays_are_certain() {
    check_told(
        "Mo-Fr 09:00-17:00; PH off",
        &[
            ("2026-12-24T18:00", "closed, opens Tuesday at 9am"),
            ("2026-12-25T10:00", "closed, opens Tuesday at 9am"),
            ("2026-12-28T10:00", "closed, opens tomorrow at 9am"),
            ("2026-12-31T18:00", "closed, opens Tuesday at 9am"),
            ("2027-01-03T10:00", "closed, opens Tuesday at 9am"),
        ],
    );
    check_told(
        "Mo-Fr 00:00-09:00,17:00-24:00; Sa-Su,PH 00:00-24:00",
        &[
            ("2026-12-24T18:00", "open, closes Tuesday at 9am"),
            ("2026-12-24T08:00", "open, closes today at 9am"),
            ("2027-01-03T23:00", "open, closes Tuesday at 9am"),
        ],
    );
}

#[test]
fn an_opening_a_week_away_or_more_is_told_by_its_date() {
    assert_eq!(
        told("Mo 09:00-10:00; PH off", "2026-12-22T10:00"),
        "closed, opens Monday 11 January at 9am"
    );
}

#[test]
fn an_open_line_is_promised_only_up_to_an_unknown_bank_holiday() {
    check_told(
        NIGHT_LINE,
        &[
            ("2026-12-24T18:00", "open until tonight at midnight or later"),
            ("2026-12-25T18:00", "not known: bank holiday"),
            // The Sunday between runs into the bank holiday on Monday.
            ("2026-12-26T18:00", "not known: bank holiday"),
            ("2026-12-27T18:00", "open until tonight at midnight or later"),
        ],
    );
}

#[test]
fn a_line_open_round_the_clock_is_open_on_every_bank_holiday_and_in_every_year() {
    for at in [
        "2026-12-25T10:00",
        "2027-01-01T00:00",
        "2031-06-02T10:00",
        "1999-01-01T10:00",
        "9999-12-31T23:59",
    ] {
        assert_eq!(told("24/7", at), "open now");
    }
}

#[test]
fn clocks_going_forward_skip_an_hour() {
    check_told(
        "Su 00:00-01:30,03:00-04:00",
        &[
            ("2026-03-29T00:30", "open, closes today at 2am"),
            ("2026-03-29T02:00", "closed, opens today at 3am"),
            ("2026-03-22T00:30", "open, closes today at 1:30am"),
        ],
    );
    // Nothing of 01:15 to 01:45 is left that night: the next opening is a week later.
    assert_eq!(
        told("Su 01:15-01:45; PH off", "2026-03-29T00:30"),
        "closed, opens Sunday 5 April at 1:15am"
    );
    let skipped = Moment::parse("2026-03-29T01:30").unwrap_err().to_string();
    assert_eq!(
        skipped,
        "2026-03-29T01:30 does not exist: the clocks go forward from 01:00 to 02:00"
    );
}

#[test]
fn clocks_going_back_repeat_an_hour() {
    check_told(
        "Su 00:00-01:30",
        &[
            ("2026-10-25T01:15", "open, closes today at 1:30am"),
            ("2026-10-25T01:30", "closed, opens Saturday night at midnight"),
        ],
    );
}

#[test]
fn a_clock_is_read_in_scotland() {
    let wall_time = |instant: &str| Moment::from_clock(instant.parse().unwrap(), date(2026, 1, 1));
    let known = |written| Moment::parse(written).unwrap();
    assert_eq!(wall_time("2026-01-15T12:00:00Z"), known("2026-01-15T12:00"));
    assert_eq!(wall_time("2026-07-15T12:00:00Z"), known("2026-07-15T13:00"));
    assert_eq!(wall_time("2026-03-29T00:59:00Z"), known("2026-03-29T00:59"));
    assert_eq!(wall_time("2026-03-29T01:00:00Z"), known("2026-03-29T02:00"));
    assert_eq!(wall_time("2026-10-25T00:30:00Z"), known("2026-10-25T01:30"));
    assert_eq!(wall_time("2026-10-25T01:30:00Z"), known("2026-10-25T01:30"));
    assert_eq!(wall_time("2026-10-25T02:00:00Z"), known("2026-10-25T02:00"));
}

#[test]
fn a_clock_from_before_the_program_was_built_is_wrong() {
    let built = date(2026, 11, 22);
    let before = Moment::from_clock("2026-11-21T23:59:59Z".parse().unwrap(), built);
    assert_eq!(before, Moment::ClockWrong);
    assert_ne!(
        Moment::from_clock("2026-11-22T00:00:00Z".parse().unwrap(), built),
        Moment::ClockWrong
    );

    let hours = Hours::parse(DAY_LINE).unwrap();
    let told = state(Some(&hours), &calendar(), &before);
    assert_eq!(words().state(&told, &before), "not known: this computer's clock is wrong");
}

#[test]
fn missing_hours_are_not_known_never_closed() {
    let moment = Moment::parse("2026-11-20T10:00").unwrap();
    assert_eq!(state(None, &calendar(), &moment), OpenState::Unknown(Why::NoHours));
    assert_eq!(words().state(&OpenState::Unknown(Why::NoHours), &moment), "hours not known");
}

#[test]
fn outside_the_calendar_only_what_no_bank_holiday_can_change_is_known() {
    let unknown = "not known: it may be a bank holiday";
    for at in ["2029-01-05T10:00", "2025-12-30T10:00", "9999-12-31T10:00"] {
        assert_eq!(told(DAY_LINE, at), unknown);
        assert_eq!(told("Mo-Fr 09:00-17:00; PH off", at), unknown);
    }
    // Closed on any Saturday, and on any bank holiday.
    assert_eq!(
        told("Mo-Fr 09:00-17:00; PH off", "2029-01-06T10:00"),
        "closed, not known when it opens"
    );
    assert_eq!(
        told("Mo-Su 09:00-17:00; PH 10:00-12:00", "2029-01-06T11:00"),
        "open until today at midday or later"
    );
    assert_eq!(told("Mo-Su,PH 00:00-24:00", "2029-01-06T11:00"), "open now");
    // The last day of the calendar: nothing is promised beyond it.
    assert_eq!(told(NIGHT_LINE, "2028-12-31T12:00"), "open until tonight at midnight or later");
}

#[test]
fn a_wrong_time_to_ask_about_is_told_in_words() {
    for written in
        ["", "tomorrow", "2026-12-25", "2026-02-30T10:00", "2026-12-25T25:00", "2026-12-25T10:00Z"]
    {
        let fault = Moment::parse(written).unwrap_err().to_string();
        assert_eq!(
            fault,
            format!("'{written}' is not a date and time: write it as 2026-12-25T10:00")
        );
    }
}
