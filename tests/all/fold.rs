//! What is on the first screen of every page, before anybody scrolls.

use airt::interface::event::KeyCode;
use airt::interface::page::Block;
use airt::interface::page::row::Marks;
use airt::interface::place::Place;
use airt::interface::screens::content;
use airt::knowledge::hours::Moment;

use crate::support::guide::Guide;
use crate::support::person::Person;

/// Sizes from the smallest to the largest, and between the limits of the layout.
const SIZES: [(u16, u16); 12] = [
    (40, 12),
    (60, 15),
    (71, 16),
    (72, 20),
    (80, 24),
    (80, 30),
    (100, 29),
    (119, 30),
    (120, 40),
    (132, 43),
    (200, 60),
    (300, 120),
];

/// So many letters of a page's answer must be seen at once.
const FIRST_LETTERS: usize = 30;

#[test]
fn every_page_says_its_answer_a_number_999_and_the_way_out_on_its_first_screen() {
    let guide = Guide::new();
    let emergency = guide.knowledge.always().emergency.entry;
    for (columns, rows) in SIZES {
        for index in guide.knowledge.places().filter(|index| *index != emergency) {
            let entry = &guide.knowledge[index];
            let mut person = Person::at(columns, rows);
            person.types(&entry.title).opens(&entry.title.chars().take(20).collect::<String>());
            let screen = person.screen();
            let words = screen.split_whitespace().collect::<Vec<_>>().join(" ");
            let answer: String = entry.summary.chars().take(FIRST_LETTERS).collect();
            assert!(words.contains(answer.trim()), "{columns}x{rows} {answer}:\n{screen}");
            let mut phones = guide.knowledge.entries().iter().flat_map(|entry| &entry.phones);
            let body = screen.lines().skip(1).collect::<String>();
            let is_number = phones.any(|phone| body.contains(phone.number.spoken()));
            assert!(is_number, "{columns}x{rows} {}: no number:\n{screen}", entry.id);
            assert!(
                screen.contains("999") && screen.contains("Esc"),
                "{columns}x{rows}:\n{screen}"
            );
        }
    }
}

#[test]
fn the_page_of_999_says_first_what_to_do_when_one_cannot_speak() {
    for (columns, rows) in SIZES {
        let mut person = Person::at(columns, rows);
        person.types("danger now").press(KeyCode::Enter).sees("Cannot speak?").sees("Esc");
        person.sees("In an emergency, call");
        if rows >= 24 {
            let all = ["Press 55", "On a landline?", "Deaf?", "No phone?", "Someone coming?"];
            for text in all {
                person.sees(text);
            }
        }
    }
}

#[test]
fn every_question_has_its_answers_on_its_first_screen() {
    for (columns, rows) in SIZES {
        let mut person = Person::at(columns, rows);
        person.press(KeyCode::Function(5)).sees("1  Yes").sees("2  No").sees("3  I would");
        person.types("2").sees("Question 2").sees("1  Yes").sees("4  I would");
        person.types("2").sees("Question 3").sees("1  Yes").sees("2  No").sees("3  I would");
    }
}

#[test]
fn on_the_smallest_screen_the_card_says_whose_number_it_is() {
    for (title, name) in [
        ("Victim Support Scotland", "Victim Support Scotland free to call"),
        ("Childline, for young people", "Childline"),
        ("The TARA Service", "TARA"),
        ("Migrant Help", "Migrant Help"),
    ] {
        let mut person = Person::at(40, 12);
        person.types(title).press(KeyCode::Enter);
        let card = person.lines()[1..4].join("\n");
        assert!(card.contains(name), "{title}:\n{card}");
    }
}

/// Who opens a section has not said that they are a child, a woman or anybody else.
#[test]
fn the_card_of_a_section_is_for_everybody_whatever_the_time() {
    for time in ["2026-12-02T10:00", "2026-12-05T23:00"] {
        for section in ["Talk to someone", "The police", "Your rights", "Court", "Money"] {
            let mut person = Person::at_time(80, 24, time);
            person.press(KeyCode::Down).press(KeyCode::Up).opens(section);
            person.sees("Talk to someone who is not the police.").sees("0800 0121 700  Modern");
        }
    }
}

#[test]
fn a_caution_is_said_once_on_a_page() {
    let guide = Guide::new();
    let context = guide.context_at(Moment::ClockWrong, Marks::UNICODE);
    for index in guide.knowledge.places() {
        let page = content(Place::Entry(index), None, &context);
        let texts: Vec<&String> = page
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Text(text) | Block::Note(text) => Some(text),
                _ => None,
            })
            .collect();
        for caution in ["are not free to call", "not sure of this number"] {
            let count = texts.iter().filter(|text| text.contains(caution)).count();
            assert!(count <= 1, "{}: {caution:?} {count} times", guide.knowledge[index].id);
        }
    }
}

#[test]
fn no_row_is_wider_than_its_measure_and_nothing_stands_at_the_left_edge_of_a_wide_screen() {
    for (columns, rows) in [(120, 40), (200, 60), (300, 120)] {
        let mut person = Person::at(columns, rows);
        person.types("screens in court").opens("Screens in court");
        for line in person.lines().iter().skip(1).take(usize::from(rows) - 2) {
            let left = line.chars().take_while(|sign| *sign == ' ').count();
            assert!(line.is_empty() || left >= usize::from(columns - 108) / 2, "{line}");
        }
    }
}
