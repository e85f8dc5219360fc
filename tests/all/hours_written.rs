//! Hours strings: how they are said in words, and what is said of a faulty one.

use airt::interface::words::Words;
use airt::knowledge::hours::Hours;

const NIGHT_LINE: &str = "Mo-Fr 00:00-09:00,17:00-24:00; Sa-Su 00:00-24:00";

fn in_words(hours: &str) -> String {
    Hours::parse(hours).unwrap().in_words(&Words::english().unwrap().hours)
}

fn fault(hours: &str) -> String {
    Hours::parse(hours).unwrap_err().to_string()
}

#[test]
fn hours_are_said_as_people_say_them() {
    assert_eq!(in_words("24/7"), "24 hours a day");
    assert_eq!(in_words("Mo-Fr 09:00-17:00"), "Monday to Friday, 9am to 5pm");
    assert_eq!(
        in_words("Mo-Fr 09:00-17:00; PH off"),
        "Monday to Friday, 9am to 5pm; bank holidays, closed"
    );
    assert_eq!(
        in_words(NIGHT_LINE),
        "Monday to Friday, midnight to 9am and 5pm to midnight; Saturday and Sunday, 24 hours a day"
    );
    assert_eq!(in_words("Mo,We,Fr 09:30-12:00"), "Monday, Wednesday and Friday, 9:30am to midday");
    assert_eq!(
        in_words("Mo-Su,PH 12:15-24:00"),
        "every day and bank holidays, 12:15pm to midnight"
    );
    assert_eq!(in_words("Sa-Mo 00:30-12:00"), "Saturday to Monday, 12:30am to midday");
}

#[test]
fn hours_keep_the_string_that_was_written() {
    assert_eq!(Hours::parse(NIGHT_LINE).unwrap().as_written(), NIGHT_LINE);
}

#[test]
fn days_that_are_not_days_are_told() {
    let wants_a_rule = "a rule is empty: write days and times, as in 'Mo-Fr 09:00-17:00'";
    assert_eq!(fault(""), wants_a_rule);
    assert_eq!(fault("Mo-Fr 09:00-17:00;"), wants_a_rule);
    assert_eq!(
        fault("09:00-17:00"),
        "'09:00-17:00' needs days, a space, then times, as in 'Mo-Fr 09:00-17:00' or 'PH off'"
    );
    assert_eq!(
        fault("Mon 09:00-17:00"),
        "'Mon' is not a day: write Mo, Tu, We, Th, Fr, Sa, Su or PH"
    );
}

#[test]
fn times_that_are_not_times_are_told() {
    for time in ["9:00", "25:00", "24:30", "09:60", "+9:00", "", "0９:00"] {
        assert_eq!(
            fault(&format!("Mo {time}-23:00")),
            format!("'{time}' is not a time: write it as 09:00, up to 24:00")
        );
    }
}

#[test]
fn spans_that_are_not_spans_are_told() {
    for span in ["09:00", "09:00-09:00", "24:00-24:00", "open", "closed"] {
        assert_eq!(
            fault(&format!("Mo {span}")),
            format!("'{span}' is not a span of time: write it as 09:00-17:00, or 'off'")
        );
    }
    assert_eq!(
        fault("Mo-Fr 17:00-09:00"),
        "'17:00-09:00' runs over midnight: write it as two halves, \
         17:00-24:00 on the first day and 00:00-09:00 on the next"
    );
    assert_eq!(
        fault("Mo 09:00-12:00,11:00-13:00"),
        "the times '09:00-12:00,11:00-13:00' overlap or are out of order"
    );
}

#[test]
fn rules_that_undo_each_other_are_told() {
    let undone = "a rule after the PH rule undoes it on some bank holidays: write the PH rule last";
    assert_eq!(fault("PH off; Mo-Fr 09:00-17:00"), undone);
    assert_eq!(fault("Mo-Fr,PH 09:00-17:00; Sa 10:00-12:00; PH off"), undone);
    assert_eq!(
        fault("24/7; PH off"),
        "24/7 stands alone: write Mo-Su 00:00-24:00 where other rules follow"
    );
    assert_eq!(
        fault("PH off; 24/7"),
        "24/7 stands alone: write Mo-Su 00:00-24:00 where other rules follow"
    );
}
