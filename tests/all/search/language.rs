//! The words of search as data: every row holds what it says, and none goes unseen.

use std::fmt::Write;

use airt::search::language;
use serde_json::Value;

use super::*;

fn read(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/search").join(name);
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// Each row of danger is its own test: its two sentences, and that nothing but it tells them apart.
#[test]
fn every_row_of_words_holds_what_it_says() {
    let faults: Vec<String> = language::check().iter().map(ToString::to_string).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// A row that is taken out takes its test with it: here it is seen.
#[test]
fn no_row_of_danger_goes_unseen() {
    let file = read("danger.json");
    let mut seen = String::new();
    for class in file["classes"].as_array().unwrap() {
        let words: Vec<_> =
            class["words"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        writeln!(seen, "{} = {}", class["name"].as_str().unwrap(), words.join(" ")).unwrap();
    }
    for list in ["tells", "safe", "past", "still"] {
        writeln!(seen, "\n{list}").unwrap();
        for row in file[list].as_array().unwrap() {
            let [pattern, says] = ["pattern", "says"].map(|field| row[field].as_str().unwrap());
            writeln!(seen, "  {pattern}: {says}").unwrap();
        }
    }
    insta::assert_snapshot!("danger", seen);
}

#[test]
fn no_file_of_words_is_forgotten() {
    let names = fs::read_dir("data/search").unwrap();
    let mut names: Vec<_> = names.map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(
        names,
        [
            "alarm.json",
            "danger.json",
            "everyday.json",
            "signs.json",
            "small-talk.json",
            "synonyms.json",
            "words.json",
        ]
    );
}
