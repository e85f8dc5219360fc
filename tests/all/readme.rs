//! The README tells the truth.

use airt::interface::keymap::{BINDINGS, hide_keys};
use airt::interface::page::row::Marks;
use airt::interface::words::Words;

const README: &str = include_str!("../../README.md");

#[test]
fn its_table_of_keys_is_the_key_table() {
    let words = Words::english().expect("the words are whole");
    let row = |line: String| format!("| {} |", line.replacen(": ", " | ", 1));
    let rows = BINDINGS.iter().map(|binding| row(binding.line(&words, Marks::UNICODE)));
    let table = rows.collect::<Vec<_>>().join("\n");
    assert!(README.contains(&table), "the table of keys should be:\n{table}");
    assert!(README.contains(&hide_keys(&words, Marks::UNICODE)), "it names every hide key");
}

#[test]
fn it_carries_the_attribution() {
    assert!(README.contains("Contains public sector information licensed under the"));
    assert!(README.contains("Open Government Licence v3.0"));
}
