//! `airt review`: every number, for staff to ring through, the oldest check first.

use crate::support::program::{SATURDAY_NIGHT, printed, refusal};
use airt::knowledge::Knowledge;
use serde_json::Value;
use unicode_width::UnicodeWidthStr;

/// Two dated numbers: 1 November 2022 and 19 February 2024, counted to 5 December 2026.
const TABLE: &str = "\
Ring each number and see if it is right. The first ones have waited longest.
Do not ring these to check, for they are for emergencies only: 999 and 18000.

Number         Whose it is                Hours                   Source            Last check
-------------  -------------------------  ----------------------  ----------------  ----------------
999            Emergency (emergency-999)  24 hours a day          Human             not known
                                                                  trafficking:
                                                                  support

101            Police, not urgent         hours not known         Human             not known
               (police-101)                                       trafficking:
                                                                  support

0800 0121 700  Modern Slavery Helpline    hours not known         Human             not known
               (modern-slavery-helpline)                          trafficking:
                                                                  support

0141 276 7724  TARA, for women over 18    24 hours a day          Human             not known
               (tara)                                             trafficking:
                                                                  support

0141 884 7900  Migrant Help, for adults:  Monday to Friday, 9am   Human             not known
               By day (migrant-help), we  to 5pm                  trafficking:
               are not sure of this                               support
               number

0141 212 8553  Migrant Help, for adults:  Monday to Friday,       Human             not known
               Out of hours               midnight to 9am and     trafficking:
               (migrant-help), we are     5pm to midnight;        support
               not sure of this number    Saturday and Sunday,
                                          24 hours a day

0800 1111      Childline, up to age 19    24 hours a day          Human             not known
               (childline)                                        trafficking:
                                                                  support

18000          Relay UK, for deaf people  hours not known         Emergency help    2022-11, read on
               (emergency-999)                                    for deaf people   the page, 1495
                                                                                    days old

0800 160 1985  Victim Support Scotland    hours not known         Victim Support    2024-02-19, read
               (compensation)                                     Scotland's        on the page,
                                                                  number            1020 days old
";

fn csv(text: &str) -> Vec<Vec<String>> {
    let records = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let record = |record: csv::StringRecord| record.iter().map(str::to_owned).collect();
    records.into_records().map(|found| record(found.expect("a record"))).collect()
}

#[test]
fn the_table_names_every_number_and_fits_100_columns() {
    let table = printed(&["review", "--at", SATURDAY_NIGHT]);
    assert_eq!(table, TABLE);
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
        "checked",
        "how",
        "age_days",
        "age",
    ];
    assert_eq!(records[0], head);
    assert_eq!(records.len(), 10);
    let night = [
        "0141 212 8553",
        "geographic",
        "Migrant Help, for adults: Out of hours",
        "migrant-help",
        "night",
        "true",
        "Mo-Fr 00:00-09:00,17:00-24:00; Sa-Su 00:00-24:00",
        "Monday to Friday, midnight to 9am and 5pm to midnight; Saturday and Sunday, \
         24 hours a day",
        "mygov-support",
        "Human trafficking: support",
        "https://www.mygov.scot/human-trafficking-support",
        "",
        "",
        "",
        "may-be-out-of-date",
    ];
    assert_eq!(records[6], night);
    assert_eq!(records[9][11..], ["2024-02-19", "page", "1020", "may-be-out-of-date"]);
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
    let expected = [
        "999",
        "101",
        "0800 0121 700",
        "0141 276 7724",
        "0141 884 7900",
        "0141 212 8553",
        "0800 1111",
        "18000",
        "0800 160 1985",
    ];
    assert_eq!(numbers, expected);
    assert_eq!(rows[0]["hours"], "24/7");
    assert_eq!(rows[1]["hours"], Value::Null);
    assert_eq!(rows[1]["hours_in_words"], "hours not known");
    assert_eq!(rows[0]["age_days"], Value::Null);
    // 19 February to 20 May 2024: a day more than three months, and 91 days.
    assert_eq!(rows[8]["age_days"], 91);
    assert_eq!(rows[8]["age"], "check-when-you-call");
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
