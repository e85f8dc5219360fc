//! `airt review`: every number, for staff to ring through, the oldest check first.

use crate::support::guide::Guide;
use crate::support::program::{SATURDAY_NIGHT, printed, refusal};
use airt::knowledge::Knowledge;
use serde_json::Value;
use unicode_width::UnicodeWidthStr;

fn csv(text: &str) -> Vec<Vec<String>> {
    let records = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let record = |record: csv::StringRecord| record.iter().map(str::to_owned).collect();
    records.into_records().map(|found| record(found.expect("a record"))).collect()
}

/// Each number of each entry has a line.
fn count_of_numbers() -> usize {
    let guide = Guide::new();
    guide.knowledge.entries().iter().map(|entry| entry.phones.len()).sum()
}

#[test]
fn the_table_names_every_number_and_fits_100_columns() {
    let table = printed(&["review", "--at", SATURDAY_NIGHT]);
    assert!(table.lines().all(|line| line.width() <= 100));
    let knowledge = Knowledge::embedded().expect("the data is sound");
    for phone in knowledge.entries().iter().flat_map(|entry| &entry.phones) {
        let number = phone.number.spoken();
        assert_eq!(table.lines().filter(|line| line.starts_with(number)).count(), 1, "{number}");
    }
}

#[test]
fn the_csv_has_a_head_and_a_record_for_each_number() {
    let records = csv(&printed(&["review", "--csv", "--at", SATURDAY_NIGHT]));
    let head = [
        "number",
        "kind",
        "name",
        "entry",
        "phone",
        "doubtful",
        "hours",
        "hours_in_words",
        "source",
        "source_title",
        "source_address",
        "dated",
        "checked",
        "how",
        "rung",
        "age_days",
        "age",
    ];
    assert_eq!(records[0], head);
    assert_eq!(records.len(), 1 + count_of_numbers());
    let of = |number: &str| records.iter().find(|row| row[0] == number).expect("its record");
    let night = of("0141 212 8553");
    assert_eq!(
        night[5..8],
        ["true", "", "for when the day line is closed; its hours are not known"]
    );
    // The page of an MSP has a date of its own; a stored copy of it was looked at; nobody rang.
    let support = of("0800 160 1985");
    let said = ["2024-02-19", "2026-11-23", "stored-copy", "", "", "may-be-out-of-date"];
    assert_eq!(support[11..], said);
}

#[test]
fn no_field_of_the_csv_can_run_in_a_spreadsheet() {
    // Asked for a day before the checks, an age must not fall below nothing.
    for moment in [SATURDAY_NIGHT, "2020-01-01T10:00"] {
        for field in csv(&printed(&["review", "--csv", "--at", moment])).concat() {
            assert!(!field.starts_with(['=', '+', '-', '@', '\t', '\r']), "{field}");
        }
    }
}

#[test]
fn the_json_has_the_same_numbers_in_the_same_order() {
    let rows: Value =
        serde_json::from_str(&printed(&["review", "--json", "--at", "2024-05-20T10:00"]))
            .expect("JSON is JSON");
    let rows = rows.as_array().expect("a list");
    let numbers: Vec<&str> = rows.iter().filter_map(|row| row["number"].as_str()).collect();
    // The one that nobody has looked at stands first.
    assert_eq!(numbers[0], "18000");
    assert_eq!(numbers.len(), count_of_numbers());
    for row in rows.iter().filter(|row| row["how"] != "rung") {
        assert_eq!((&row["rung"], &row["age_days"]), (&Value::Null, &Value::Null), "{row}");
        assert_eq!(row["age"], "may-be-out-of-date", "a stored copy is no check: {row}");
    }
}

#[test]
fn what_cannot_be_done_is_said_in_one_line() {
    assert_eq!(
        refusal(&["review", "--csv", "--json"]),
        "airt: the argument '--csv' cannot be used with '--json': \
         `airt --help` names every command\n"
    );
    assert!(refusal(&["review", "--at", "soon"]).contains("2026-12-25T10:00"));
}
