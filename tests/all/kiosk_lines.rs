//! The conversation of lines on a terminal that many people share, with no second really waited.

use std::cell::RefCell;
use std::collections::VecDeque;

use airt::interface::page::row::Marks;
use airt::interface::words::Words;
use airt::knowledge::Knowledge;
use airt::plain::{Clearing, Conversation, Shared, Surroundings};
use ratatui::layout::Size;

use crate::support::kiosk::{AFTER, wednesday};
use crate::support::person::Person;
use crate::support::program::cannot_print;

/// Longer than anybody is waited for.
const FOR_EVER: u16 = 1000;

/// The line that wakes it, a quiet second after the start.
const WAKE: (u16, &str) = (1, "\n");

/// What is said while these lines are typed, each so many seconds after the last. In the end nobody
/// comes, or the input ends where nobody is waited for.
fn talk(lines: &[(u16, &str)]) -> String {
    let knowledge = Knowledge::embedded().expect("the data is sound");
    let words = Words::english().expect("the words are whole").for_kiosk();
    let seconds: VecDeque<u16> = lines.iter().map(|(wait, _)| *wait).chain([FOR_EVER]).collect();
    let seconds = RefCell::new(seconds);
    let waits_a_second = || {
        let mut seconds = seconds.borrow_mut();
        match seconds.front_mut() {
            Some(left) if *left > 0 => {
                *left -= 1;
                false
            }
            _ => {
                seconds.pop_front();
                true
            }
        }
    };
    let around = Surroundings {
        size: &|| Size::new(80, 200),
        more_is_waiting: &|| false,
        clearing: Clearing::ByKey,
        carry_out: &cannot_print,
    };
    let typed: String = lines.iter().map(|(_, line)| *line).collect();
    let mut said = Vec::new();
    let shared = Shared::new(Person::station(false), AFTER, &waits_a_second);
    let conversation =
        Conversation::new(&knowledge, &words, wednesday(), Marks::UNICODE).shared(shared);
    conversation.hold(&mut typed.as_bytes(), &mut said, &around).expect("strings do not fail");
    String::from_utf8(said).expect("text")
}

#[test]
fn it_rests_on_words_that_tell_nothing_until_enter() {
    let rest = talk(&[]);
    let lines: Vec<&str> = rest.lines().filter(|line| !line.is_empty()).collect();
    let expected = [
        "Information and help",
        "Press Enter to begin.",
        "Emergency: 999",
        "Wednesday 25 November, 10:00",
    ];
    assert_eq!(lines, expected);
    let awake = talk(&[WAKE]);
    assert!(awake.contains("Who can help me?"), "{awake}");
    assert_eq!(talk(&[(0, "\n"), (0, "passport\n"), (1, "\n")]), rest, "it was not quiet");
}

#[test]
fn nothing_says_hide_and_the_words_for_leaving_end_it() {
    for typed in ["help\n", "start\n", "4\n", "languages\n", "who\n"] {
        let said = talk(&[WAKE, (1, typed)]);
        assert!(!said.to_lowercase().contains("hide"), "{typed}: {said}");
        assert!(said.contains("help or clear:"), "{said}");
    }
    for word in ["clear\n", "quit\n", "hide\n", "clera\n", "\x1b"] {
        let said = talk(&[WAKE, (1, word), (1, "help\n")]);
        assert!(!said.contains("Words you can type"), "{word}: {said}");
    }
    assert!(!talk(&[WAKE, (1, "help\n")]).contains("print"));
    assert!(!talk(&[(1, "clear\n"), (1, "\n")]).contains("Who can help me?"));
}

#[test]
fn it_asks_twice_whether_anybody_is_there_and_ends() {
    let said = talk(&[WAKE]);
    let asked: Vec<&str> = said.lines().filter(|line| line.contains("still there")).collect();
    let ask = |seconds| {
        format!(
            "Are you still there? Press Enter to go on. This screen clears in {seconds} seconds."
        )
    };
    assert_eq!(asked, [ask(30), ask(10)]);
    assert!(!talk(&[WAKE, (AFTER - 1, "4\n"), (AFTER - 1, "hide\n")]).contains("still there"));
}

#[test]
fn the_line_that_answers_does_nothing_else() {
    let said = talk(&[WAKE, (1, "4\n"), (AFTER + 5, "2\n"), (1, "2\n"), (1, "hide\n")]);
    assert_eq!(said.matches("The TARA Service").count(), 2, "{said}");
    let hidden = talk(&[WAKE, (AFTER + 5, "hide\n"), (1, "4\n")]);
    assert!(!hidden.contains("The TARA Service"), "{hidden}");
}

#[test]
fn it_prints_nothing_and_staff_have_a_page() {
    let said = talk(&[WAKE, (1, "print\n")]);
    assert!(said.contains("The printer cannot be found.") && !said.contains("file"), "{said}");
    let help = talk(&[WAKE, (1, "help\n")]);
    let line = help.lines().find(|line| line.contains("This terminal")).expect(&help);
    let number = line.split('.').next().expect("a number").trim().to_owned() + "\n";
    let said = talk(&[WAKE, (1, "help\n"), (1, &number)]);
    assert!(said.contains("Protections that are on: 5 of 5."), "{said}");
}
