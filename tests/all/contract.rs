//! What each command prints, whole: a script or a person may rely on any of it, so that a change
//! must be seen in review. `INSTA_UPDATE=always cargo test --test all contract::` writes it anew.

use crate::support::program::{SATURDAY_NIGHT, answered, printed, success};

/// Whole texts of commands, on a Saturday night.
const COMMANDS: [(&str, &[&str]); 11] = [
    ("list", &["list"]),
    ("list_json", &["list", "--json"]),
    ("show", &["show", "migrant-help"]),
    ("show_json", &["show", "migrant-help", "--json"]),
    ("search", &["search", "my", "boss", "has", "my", "passport"]),
    ("search_json", &["search", "my", "boss", "has", "my", "passport", "--json"]),
    ("who_json", &["who", "--json"]),
    ("print", &["print", "tara"]),
    ("print_numbers", &["print", "numbers"]),
    ("review", &["review"]),
    ("review_json", &["review", "--json"]),
];

#[test]
fn every_command_prints_what_it_did() {
    for (name, arguments) in COMMANDS {
        insta::assert_snapshot!(name, printed(&[arguments, &["--at", SATURDAY_NIGHT]].concat()));
    }
}

#[test]
fn the_questions_in_lines_are_what_they_were() {
    insta::assert_snapshot!(
        "who",
        success(&answered(&["who", "--at", SATURDAY_NIGHT], "no\n2\n2\n"))
    );
}
