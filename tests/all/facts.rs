//! The ledger of facts: each page says what it must, and no number is there that should not be.

use std::collections::BTreeSet;

use airt::knowledge::Knowledge;
use serde::Deserialize;

use crate::support::program::printed;

#[derive(Deserialize)]
struct Ledger {
    entries: Vec<Facts>,
}

#[derive(Deserialize)]
struct Facts {
    id: String,
    phones: Option<Vec<Phone>>,
    must_show: Vec<String>,
    #[serde(default)]
    later: Vec<LaterFact>,
}

#[derive(Deserialize)]
struct Phone {
    number: String,
}

#[derive(Deserialize)]
struct LaterFact {
    fact: String,
}

fn ledger() -> Ledger {
    serde_json::from_str(include_str!("facts.json")).expect("the ledger is JSON")
}

/// What `airt show` prints, in small letters.
fn shown(id: &str) -> String {
    printed(&["show", id]).to_lowercase()
}

/// A text in one line, with single spaces.
fn unwrapped(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Without any space: a number is the same however it is grouped.
fn closed_up(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn every_page_says_what_it_must() {
    for facts in ledger().entries {
        let said = shown(&facts.id);
        for expected in facts.must_show.iter().map(|text| text.to_lowercase()) {
            let is_number = expected.bytes().all(|byte| byte.is_ascii_digit());
            let is_said = if is_number {
                closed_up(&said).contains(&expected)
            } else {
                unwrapped(&said).contains(&expected)
            };
            assert!(is_said, "airt show {} does not say {expected:?}:\n{said}", facts.id);
        }
    }
}

#[test]
fn there_is_a_page_for_each_entry_of_the_ledger_and_no_other() {
    let knowledge = Knowledge::embedded().expect("the data is sound");
    let pages: BTreeSet<&str> = knowledge.entries().iter().map(|entry| &*entry.id).collect();
    let ledger = ledger();
    assert_eq!(pages, ledger.entries.iter().map(|facts| &*facts.id).collect());
}

/// Numbers of telephone length in a sentence: five digits and more, spaced or not.
fn numbers_in(fact: &str) -> Vec<String> {
    let is_other = |sign: char| !sign.is_ascii_digit() && sign != ' ';
    let runs = fact.split(is_other).map(closed_up);
    runs.filter(|digits| digits.len() >= 5).collect()
}

#[test]
fn the_numbers_are_those_of_the_ledger_and_no_others() {
    let mut to_call = BTreeSet::new();
    let mut not_to_call = BTreeSet::new();
    for facts in ledger().entries {
        let phones = facts.phones.into_iter().flatten();
        to_call.extend(phones.map(|phone| closed_up(&phone.number)));
        for LaterFact { fact } in facts.later {
            let forbidden = fact.contains("do not show");
            if forbidden { &mut not_to_call } else { &mut to_call }.extend(numbers_in(&fact));
        }
    }
    assert_eq!(not_to_call.len(), 8, "the ledger forbids eight numbers");
    let knowledge = Knowledge::embedded().expect("the data is sound");
    let phones = knowledge.entries().iter().flat_map(|entry| &entry.phones);
    let numbers: BTreeSet<String> = phones.map(|phone| phone.number.digits()).collect();
    assert_eq!(numbers, to_call);
    for id in knowledge.entries().iter().map(|entry| &entry.id) {
        let said = closed_up(&shown(id));
        for number in &not_to_call {
            assert!(!said.contains(number.as_str()), "airt show {id} shows {number}");
        }
    }
}
