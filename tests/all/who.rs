//! `airt who`: at most three questions in lines, and then whom to call and why.

use crate::support::program::{SATURDAY_NIGHT, answered, printed, refusal, success};
use serde_json::Value;

/// What is said to whoever types nothing more.
const NOBODY_IS_LEFT: &str = "
1. Emergency: 999
   open now
2. Police, not urgent: 101
   open now
3. Modern Slavery Helpline: 0800 0121 700
   hours not known, try at any time, free to call
";

fn talk(options: &[&str], typed: &str) -> String {
    let arguments = [&["who", "--at", SATURDAY_NIGHT], options].concat();
    success(&answered(&arguments, typed))
}

/// What follows the last line typed.
fn end(options: &[&str], typed: &str) -> String {
    let said = talk(options, typed);
    said.rsplit("help or hide: ").next().unwrap_or_default().to_owned()
}

/// All that a man from a farm reads who says no three times; `contract` holds it whole.
fn farm() -> String {
    talk(&[], "2\n2\n2\n")
}

#[test]
fn numbers_words_and_first_letters_answer_alike() {
    for typed in ["no\nno\nno\n", "N\nn\nn\n", "No.\r\n NO \r\nno\r\n", "2\nno\nn", "٢\n２\n2\n"]
    {
        assert_eq!(talk(&[], typed), farm(), "{typed:?}");
    }
}

#[test]
fn enter_alone_is_i_would_rather_not_say() {
    let everyone = end(&[], "\n\n\n");
    assert_eq!(everyone, end(&[], "3\n4\n3\n"));
    let first = everyone.find("0800 0121 700").expect("the helpline");
    assert!(first < everyone.find("0141 276 7724").expect("TARA"), "{everyone}");
    assert!(everyone.contains("Only for women over 18"), "{everyone}");
}

#[test]
fn a_girl_of_15_reaches_childline_first() {
    let girl = end(&[], "no\nyes\n");
    assert!(
        girl.starts_with(
            "\nYou said that you are under 18. You can call these people. Start\nwith the first one.\n\n\
             Start here:\n1. Childline, for people under 19: 0800 1111\n   \
             open now, 24 hours a day, free to call\n\nThey are for children and young people"
        ),
        "{girl}"
    );
    assert!(!girl.contains("TARA") && !girl.contains("Migrant Help"), "{girl}");
}

#[test]
fn a_woman_made_to_sell_sex_reaches_tara_which_is_open() {
    let woman = end(&[], "no\nno\nyes\n");
    assert!(
        woman.contains("1. TARA, for women over 18: 0141 276 7724\n   open now, 24 hours a day, not free to call\n"),
        "{woman}"
    );
}

#[test]
fn danger_is_999_at_once() {
    let danger = end(&[], "yes\n");
    assert!(
        danger.starts_with("\nCall for help now.\n\nStart here:\n1. Emergency: 999\n"),
        "{danger}"
    );
    let other = end(&["--for", "someone-else"], "y\n");
    assert!(other.contains("You said that the person is in danger now."), "{other}");
}

#[test]
fn a_worker_is_asked_about_the_person() {
    let said = talk(&["--for", "someone-else"], "");
    assert!(said.contains("Is the person in danger now?"), "{said}");
    assert_eq!(end(&["--for", "someone-else"], "no\nyes\n"), end(&[], "4\nno\nyes\n"));
}

#[test]
fn whoever_stops_typing_still_has_the_helpline_and_999() {
    for typed in ["", "no\n", "no\nno\n", "no\nno\nback\n"] {
        let said = end(&[], typed);
        assert!(said.ends_with(NOBODY_IS_LEFT), "{typed:?}: {said}");
    }
}

#[test]
fn hide_ends_at_any_question() {
    let said = talk(&[], "no\nhide\nno\nno\n");
    assert!(said.ends_with("back, help or hide: "), "{said}");
    assert!(said.contains("Are you under 18?") && !said.contains("Are you a woman"), "{said}");
}

#[test]
fn other_words_are_searched_for_and_danger_in_them_is_heard() {
    let said = end(&[], "he has a knife\n");
    assert!(said.contains("999"), "{said}");
    let said = talk(&[], "he has a knife\nback\nno\nno\nno\n");
    let farm = farm();
    assert!(said.ends_with(&farm[farm.rfind("You can call").expect("the end")..]), "{said}");
}

fn named<'a>(list: &'a Value, id: &str) -> &'a Value {
    let found = list.as_array().expect("a list").iter().find(|one| one["id"] == id);
    found.unwrap_or(&Value::Null)
}

#[test]
fn the_json_has_every_question_answer_and_end_for_both() {
    let said = printed(&["who", "--json", "--at", SATURDAY_NIGHT]);
    let routes: Value = serde_json::from_str(&said).expect("JSON is JSON");
    let routes = routes.as_array().expect("a list");
    let whom: Vec<&Value> = routes.iter().map(|route| &route["for"]).collect();
    assert_eq!(whom, ["myself", "someone-else"]);
    for route in routes {
        let questions = route["questions"].as_array().expect("a list");
        assert_eq!(questions.len(), 4);
        for answer in questions.iter().flat_map(|one| one["answers"].as_array().expect("a list")) {
            let asks = named(&route["questions"], answer["ask"].as_str().unwrap_or_default());
            let calls = named(&route["outcomes"], answer["call"].as_str().unwrap_or_default());
            assert!(asks.is_null() != calls.is_null(), "{answer}");
        }
        assert_eq!(route["outcomes"].as_array().map(Vec::len), Some(9));
    }
    let adult = &named(&routes[0]["outcomes"], "adult")["call"];
    assert_eq!(adult[0]["entry"], "modern-slavery-helpline");
    assert_eq!(adult[1]["entry"], "migrant-help");
    // At night the day line is closed; the other one is never said to be open.
    assert_eq!(adult[1]["phones"][0]["number"], "0141 212 8553");
    assert_eq!(adult[1]["phones"][0]["now"], "hours not known");
    assert_eq!(adult[1]["phones"][1]["now"], "closed, opens Monday at 9am");
    assert_eq!(adult[3]["why"], "Call them at once if you are in danger.");
    // Nobody knows a number of this service: it is named, with no phone.
    let young = &named(&routes[1]["outcomes"], "young")["call"];
    assert_eq!(young[2]["entry"], "police-101");
    assert_eq!(young[3]["entry"], "guardianship");
    assert_eq!(young[3]["phones"], Value::Array(Vec::new()));
}

#[test]
fn what_cannot_be_asked_is_said_in_one_line() {
    for (arguments, expected) in [
        (&["who", "--for", "nobody"][..], "myself, someone-else"),
        (&["who", "--json", "--for", "myself"], "cannot be used with"),
        (&["who", "--at", "soon"], "2026-12-25T10:00"),
        (&["who", "tara"], "`airt --help`"),
    ] {
        let line = refusal(arguments);
        assert!(line.contains(expected), "{expected:?} is not in: {line}");
    }
}
