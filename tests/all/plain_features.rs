//! Everything the full screen can do can be done in lines: one table, walked in both.

use std::collections::HashSet;

use crate::support::person::{Person, WEDNESDAY_MORNING, Way};
use crate::support::program::cannot_print;
use airt::interface::event::KeyCode;
use airt::interface::keymap::{BINDINGS, Command as KeyCommand};
use airt::interface::page::row::Marks;
use airt::interface::settings::TimeSource;
use airt::interface::words::Words;
use airt::knowledge::Knowledge;
use airt::knowledge::hours::Moment;
use airt::plain::{Clearing, Conversation, Surroundings, WORDS, Word};
use ratatui::layout::Size;

/// Something that a person can do.
struct Feature {
    what: &'static str,
    /// By lines.
    lines: &'static str,
    /// By keys.
    keys: Way,
    /// What both show in the end; nothing when both hide.
    seen: &'static str,
    /// The words it is done by.
    commands: &'static [Word],
    /// The keys it is done by.
    key_commands: &'static [KeyCommand],
}

const FEATURES: &[Feature] = &[
    Feature {
        what: "see who to call in danger",
        lines: "",
        keys: |person| person,
        seen: "In danger now? Call 999.",
        commands: &[],
        key_commands: &[],
    },
    Feature {
        what: "open a section",
        lines: "4\n",
        keys: |person| person.press(KeyCode::Down).press(KeyCode::Up).opens("Talk to someone"),
        seen: "The TARA Service, for women",
        commands: &[],
        key_commands: &[KeyCommand::Down, KeyCommand::Up, KeyCommand::Open],
    },
    Feature {
        what: "read a page to its end",
        lines: "search tara\n1\nmore\n",
        keys: |person| {
            person.opens("Talk to someone").opens("The TARA Service");
            person.press(KeyCode::PageDown).press(KeyCode::PageUp).reads("Where this comes from")
        },
        seen: "https://www.mygov.scot/human-trafficking-support",
        commands: &[Word::More],
        key_commands: &[KeyCommand::PageDown, KeyCommand::PageUp],
    },
    Feature {
        what: "print, or save a file",
        lines: "print\n",
        keys: |person| person.press(KeyCode::Function(6)),
        seen: "Print only if it is safe to keep.",
        commands: &[Word::Print],
        key_commands: &[KeyCommand::Print],
    },
    Feature {
        what: "search in own words",
        lines: "search nowhere to sleep\n",
        keys: |person| person.types("nowhere to sleepp").press(KeyCode::Backspace),
        seen: "A safe place to stay",
        commands: &[Word::Search],
        key_commands: &[KeyCommand::Erase],
    },
    Feature {
        what: "go one step back",
        lines: "4\n2\nback\n",
        keys: |person| {
            person.opens("Talk to someone").opens("The TARA Service").press(KeyCode::Left)
        },
        seen: "A guardian for a child who is alone",
        commands: &[Word::Back],
        key_commands: &[KeyCommand::Back],
    },
    Feature {
        what: "go to the start",
        lines: "search tara\n1\nstart\n",
        keys: |person| {
            person.opens("Talk to someone").opens("The TARA Service").press(KeyCode::Home)
        },
        seen: "Is this happening to me?",
        commands: &[Word::Start],
        key_commands: &[KeyCommand::Start],
    },
    Feature {
        what: "get the help page",
        lines: "help\n",
        keys: |person| person.press(KeyCode::Function(1)),
        seen: "Help with",
        commands: &[Word::Help],
        key_commands: &[KeyCommand::Help],
    },
    Feature {
        what: "see where the facts come from",
        lines: "sources\n",
        keys: |person| person.press(KeyCode::Function(1)).opens("Sources"),
        seen: "Open Government Licence",
        commands: &[Word::Sources],
        key_commands: &[],
    },
    Feature {
        what: "be asked who can help",
        lines: "who\n",
        keys: |person| person.press(KeyCode::Function(5)),
        seen: "Are you in danger now?",
        commands: &[Word::Who],
        key_commands: &[KeyCommand::Who],
    },
    Feature {
        what: "find a card in one's own language",
        lines: "languages\n",
        keys: |person| person.press(KeyCode::Function(2)),
        seen: "Tiếng Việt",
        commands: &[Word::Languages],
        key_commands: &[KeyCommand::Languages],
    },
    Feature {
        what: "answer a question by its digit",
        lines: "who\n1\n",
        keys: |person| person.press(KeyCode::Function(5)).types("1"),
        seen: "999",
        commands: &[],
        key_commands: &[],
    },
    Feature {
        what: "have a number by itself",
        lines: "search tara\n1\n1\n",
        keys: |person| {
            person.opens("Talk to someone").opens("The TARA Service").press(KeyCode::Function(3))
        },
        seen: "Show this number as a code for a phone camera",
        commands: &[],
        key_commands: &[KeyCommand::Big],
    },
    Feature {
        what: "have a number as a code for a camera",
        lines: "search tara\n1\n1\n1\n",
        keys: |person| {
            person.opens("Talk to someone").opens("The TARA Service").press(KeyCode::Function(4))
        },
        seen: "Point a phone camera here.",
        commands: &[],
        key_commands: &[KeyCommand::Code],
    },
    Feature {
        what: "hide everything",
        lines: "hide\nstart\n",
        keys: |person| person.press(KeyCode::Escape),
        seen: "",
        commands: &[Word::Hide],
        key_commands: &[],
    },
];

/// What the lines say last, or nothing once they ended before all was typed.
fn in_lines(typed: &str) -> String {
    let knowledge = Knowledge::embedded().expect("the data is sound");
    let words = Words::english().expect("the words are whole");
    let time = TimeSource::Stopped(Moment::parse(WEDNESDAY_MORNING).expect("a moment"));
    let around = Surroundings {
        size: &|| Size::new(80, 200),
        more_is_waiting: &|| false,
        clearing: Clearing::ByKey,
        carry_out: &cannot_print,
    };
    let mut said = Vec::new();
    let mut input = typed.as_bytes();
    let conversation = Conversation::new(&knowledge, &words, time, Marks::UNICODE);
    conversation.hold(&mut input, &mut said, &around).expect("strings do not fail");
    if input.is_empty() { String::from_utf8(said).expect("text") } else { String::new() }
}

#[test]
fn each_feature_is_there_in_lines() {
    for feature in FEATURES {
        let said = in_lines(feature.lines);
        assert!(said.contains(feature.seen), "{}:\n{said}", feature.what);
        assert_eq!(said.is_empty(), feature.seen.is_empty(), "{}:\n{said}", feature.what);
    }
}

#[test]
fn each_feature_is_there_on_the_full_screen() {
    for feature in FEATURES {
        let mut person = Person::at(80, 24);
        (feature.keys)(&mut person);
        assert_eq!(person.hidden, feature.seen.is_empty(), "{}", feature.what);
        person.reads(feature.seen);
    }
}

#[test]
fn each_word_and_each_key_belongs_to_a_feature() {
    for (command, _) in WORDS {
        let found = FEATURES.iter().any(|feature| feature.commands.contains(command));
        assert!(found, "{command:?} has no row in the table of features");
    }
    let keys: HashSet<KeyCommand> =
        FEATURES.iter().flat_map(|feature| feature.key_commands).copied().collect();
    for (_, command) in BINDINGS.iter().flat_map(|binding| binding.keys) {
        assert!(keys.contains(command), "{command:?} has no row in the table of features");
    }
}

#[test]
fn each_word_is_on_the_help_page_and_none_stands_twice() {
    let words = Words::english().expect("the words are whole");
    let help = in_lines("help\n");
    let mut seen = HashSet::new();
    for typed in WORDS.iter().flat_map(|(_, of)| &of(&words.plain.commands).typed) {
        assert!(help.contains(typed.as_str()), "{typed} is not on the help page");
        assert!(seen.insert(typed), "{typed} does two things");
        assert_eq!(*typed, typed.to_lowercase());
    }
}
