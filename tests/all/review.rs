//! `airt review`: every number, for staff to ring through, the oldest check first.

use crate::support::guide::Guide;
use crate::support::program::{SATURDAY_NIGHT, answered, printed, refusal, success};
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
        "phone_note",
        "source",
        "source_title",
        "source_address",
        "dated",
        "checked",
        "how",
        "rung",
        "age_days",
        "age",
        "by",
        "right",
        "said",
        "what_to_write",
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
    let said =
        ["2024-02-19", "2026-11-23", "stored-copy", "", "", "may-be-out-of-date", "", "", "", ""];
    assert_eq!(support[12..], said);
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
    assert_eq!(refusal(&["card"]), "airt: something is missing: write `airt card <LANGUAGE>...`\n");
    assert_eq!(
        refusal(&["review", "--csv", "--json"]),
        "airt: the argument '--csv' cannot be used with '--json': \
         `airt --help` names every command\n"
    );
    assert!(refusal(&["review", "--at", "soon"]).contains("2026-12-25T10:00"));
}

#[test]
fn the_sheet_has_a_box_for_each_number_that_may_be_rung() {
    let sheet = printed(&["review", "--at", SATURDAY_NIGHT]);
    let boxes = sheet.lines().filter(|line| line.starts_with("Rung on ____")).count();
    let said = sheet.lines().filter(|line| line.starts_with("What they said ____")).count();
    // 999 and the relay for the deaf are for emergencies.
    assert_eq!([boxes, said], [count_of_numbers() - 2; 2]);
}

/// The CSV of `airt review`, with some cells filled in: number, column, text.
fn filled_in(name: &str, cells: &[(&str, &str, &str)]) -> std::path::PathBuf {
    let mut records = csv(&printed(&["review", "--csv", "--at", SATURDAY_NIGHT]));
    let head = records[0].clone();
    for (number, column, text) in cells {
        let column = head.iter().position(|name| name == column).expect("the column is there");
        let record = records.iter_mut().find(|record| record[0] == *number).expect("its record");
        (*text).clone_into(&mut record[column]);
    }
    let path = std::env::temp_dir().join(format!("airt-{name}-{}.csv", std::process::id()));
    // Some spreadsheets part columns by semicolons.
    let delimiter = if name == "right" { b';' } else { b',' };
    let mut builder = csv::WriterBuilder::new();
    let mut writer = builder.delimiter(delimiter).from_path(&path).expect("a file can be written");
    for record in records {
        writer.write_record(record).expect("it is written");
    }
    writer.flush().expect("it is written");
    path
}

fn rung(name: &str, cells: &[(&str, &str, &str)]) -> std::process::Output {
    let path = filled_in(name, cells);
    let file = path.to_string_lossy();
    let output = answered(&["review", "--rung", &file, "--at", "2026-11-26T10:00"], "");
    std::fs::remove_file(&path).expect("it was there");
    output
}

#[test]
fn what_staff_found_comes_back_as_lines_that_the_data_takes() {
    let output = rung(
        "right",
        &[
            ("0141 276 7724", "rung", "2026-11-25"),
            ("0141 276 7724", "by", "AB"),
            ("0141 276 7724", "right", "yes"),
            ("0141 276 7724", "said", "TARA, good morning"),
            ("0800 555 111", "rung", "26/11/2026"),
            ("0800 555 111", "by", "C.D."),
            ("0800 555 111", "right", "no"),
            ("0800 555 111", "said", "a fax"),
        ],
    );
    let said = success(&output);
    let lines: Vec<&str> = said.lines().filter(|line| line.starts_with('{')).collect();
    let [line] = lines[..] else { panic!("one number is right: {said}") };
    assert_eq!(
        line,
        "{ \"id\": \"tara\", \"number\": \"0141 276 7724\", \"kind\": \"geographic\", \
         \"hours\": \"24/7\", \"checked\": { \"date\": \"2026-11-25\", \"how\": \"rung\" } }"
    );
    assert!(
        said.contains("data/topics/talk.json, page tara: 0141 276 7724, rung by AB.\nThey said: TARA, good morning\nPut"),
        "{said}"
    );
    assert!(said.contains("0800 555 111, rung by C.D., is not right."), "{said}");
    assert!(said.contains("They said: a fax"), "{said}");
    // Put into the data, the line is sound.
    let talk = include_str!("../../data/topics/talk.json");
    let old = talk.lines().find(|line| line.contains("0141 276 7724")).expect("its line");
    let object = &old[old.find('{').expect("an object")..=old.rfind('}').expect("its end")];
    let new = talk.replace(object, line);
    let path = std::env::temp_dir().join(format!("airt-talk-{}.json", std::process::id()));
    std::fs::write(&path, new).expect("a file can be written");
    assert!(printed(&["check", &path.to_string_lossy()]).contains("All is well"));
    std::fs::remove_file(&path).expect("it was there");
}

#[test]
fn what_staff_wrote_wrong_is_refused_by_row_and_column_with_the_next_step() {
    let number = "0141 276 7724";
    let all = |column: &'static str, text: &'static str| {
        let cells = [("rung", "2026-11-25"), ("by", "AB"), ("right", "yes"), ("said", "hello")];
        let cells =
            cells.map(|(name, usual)| (number, name, if name == column { text } else { usual }));
        cells.to_vec()
    };
    for (column, text, what) in [
        ("rung", "2026-11-27", "column rung: 2026-11-27 has not come yet: write the day on which"),
        ("rung", "11/25/2026", "column rung: \"11/25/2026\" is no day: write it as 2026-11-22"),
        ("by", "Ann Brown", "column by: \"Ann Brown\" may be a name: write two to four capital"),
        ("by", "Ann", "column by: \"Ann\" may be a name: write two to four capital letters"),
        ("by", "", "column by: nobody is named: write two to four capital letters"),
        (
            "right",
            "maybe",
            "column right: \"maybe\" is none of the three answers: write yes, no, or no answer",
        ),
    ] {
        let output = rung(&format!("wrong-{column}-{}", text.len()), &all(column, text));
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        assert!(output.stdout.is_empty(), "{output:?}");
        let said = String::from_utf8(output.stderr).expect("text is UTF-8");
        assert!(said.starts_with("row ") && said.contains(what), "{what}: {said}");
        assert!(said.ends_with("mend what is named above, and give the file again\n"), "{said}");
    }
    let unknown = rung("unknown", &[(number, "number", "0141 000 0000")]);
    let said = String::from_utf8(unknown.stderr).expect("text is UTF-8");
    assert!(
        said.contains("column number: \"0141 000 0000\" is no number of airt: copy it"),
        "{said}"
    );
    let slip = rung("slip", &[(number, "number", "0141 276 7742")]);
    let said = String::from_utf8(slip.stderr).expect("text is UTF-8");
    assert!(said.contains("is no number of airt (did you mean 0141 276 7724?)"), "{said}");
    let emergency = rung("emergency", &[("999", "rung", "2026-11-25"), ("999", "by", "AB")]);
    let said = String::from_utf8(emergency.stderr).expect("text is UTF-8");
    assert!(said.contains("999 is for emergencies only: do not ring it"), "{said}");
    let nothing = rung("nothing", &[]);
    let said = String::from_utf8(nothing.stderr).expect("text is UTF-8");
    assert_eq!(said, "airt: no row says that a number was rung: fill in rung, by and right\n");
}

#[test]
fn a_row_that_is_wrong_leaves_the_others_and_no_answer_is_no_check() {
    let output = rung(
        "some",
        &[
            ("0141 276 7724", "rung", "2026-11-25"),
            ("0141 276 7724", "by", "AB"),
            ("0141 276 7724", "right", "yes"),
            ("0141 884 7900", "rung", "2026-11-25"),
            ("0141 884 7900", "by", "AB"),
            ("0141 884 7900", "right", "No answer"),
            ("0800 555 111", "rung", "2026-11-25"),
            ("0800 555 111", "by", "Ann"),
            ("0800 555 111", "right", "yes"),
        ],
    );
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    let said = String::from_utf8(output.stdout).expect("text is UTF-8");
    let lines: Vec<&str> = said.lines().filter(|line| line.starts_with('{')).collect();
    assert!(matches!(lines[..], [line] if line.contains("0141 276 7724")), "{said}");
    assert!(
        said.contains(
            "page migrant-help: 0141 884 7900, rung by AB on 2026-11-25. Nobody answered. \
             Change nothing"
        ),
        "{said}"
    );
    let told = String::from_utf8(output.stderr).expect("text is UTF-8");
    assert!(told.contains("column by: \"Ann\" may be a name"), "{told}");
    assert!(told.ends_with(
        "these rows were left out: mend what is named above, and give the file again\n"
    ));
}

/// As spreadsheets save it where nobody asks for UTF-8.
#[test]
fn a_list_in_other_letters_is_read() {
    let text = "number,rung,by,right,said\n0141 276 7724,2026-11-25,AB,yes,caf\u{e9}\n";
    let older: Vec<u8> = text.chars().map(|letter| u8::try_from(letter).unwrap()).collect();
    let tabs = text.replace(',', "\t");
    let wide = tabs.encode_utf16().flat_map(u16::to_le_bytes);
    let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain(wide).collect();
    for (name, bytes) in [("older", older), ("wide", wide)] {
        let path = std::env::temp_dir().join(format!("airt-{name}-{}.csv", std::process::id()));
        std::fs::write(&path, bytes).expect("it is written");
        let file = path.to_string_lossy();
        let output = answered(&["review", "--rung", &file, "--at", "2026-11-26T10:00"], "");
        std::fs::remove_file(&path).expect("it was there");
        let said = String::from_utf8(output.stdout).expect("text is UTF-8");
        assert!(said.contains("They said: caf\u{e9}"), "{name}: {said}");
    }
}

#[test]
fn a_list_without_a_column_names_it() {
    let path = std::env::temp_dir().join(format!("airt-column-{}.csv", std::process::id()));
    std::fs::write(&path, "number,rung,by,rihgt,said\n101,,,,\n").expect("it is written");
    let said = refusal(&["review", "--rung", &path.to_string_lossy()]);
    std::fs::remove_file(&path).expect("it was there");
    assert!(said.contains("has no column \"right\": save it as CSV with the columns"), "{said}");
}
