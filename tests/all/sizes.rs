//! Every screen at every size: nothing fails, and no number is ever cut.

use airt::interface::event::KeyCode;
use airt::knowledge::Knowledge;

use crate::support::person::Person;
use crate::support::ways::{Sort, every_sort};

#[test]
fn every_screen_can_be_drawn_at_every_size() {
    for Sort { go, .. } in every_sort() {
        let mut person = Person::at(80, 24);
        go(&mut person);
        for rows in 0..=20 {
            for columns in 0..=60 {
                person.resizes(columns, rows);
                person.press(KeyCode::Down).press(KeyCode::Up);
            }
        }
    }
}

#[test]
fn the_way_out_and_999_are_on_every_screen_from_eleven_columns() {
    for Sort { go, .. } in every_sort() {
        let mut person = Person::at(80, 24);
        go(&mut person);
        for columns in 11..=130 {
            for rows in [1, 2, 3, 5, 12, 40] {
                person.resizes(columns, rows);
                let first = person.lines()[0].clone();
                assert!(
                    first.contains("999") && first.contains("Esc"),
                    "{columns}x{rows}: {first}"
                );
            }
        }
    }
}

/// Rows in which every page with a number of its own is seen whole.
const TALLEST_PAGE: u16 = 400;

#[test]
fn every_number_of_every_entry_stays_whole_at_every_width() {
    let knowledge = Knowledge::embedded().expect("the data has no fault");
    for entry in knowledge.entries() {
        let mut person = Person::at(80, TALLEST_PAGE);
        person.types(&entry.title).opens(&entry.title.chars().take(20).collect::<String>());
        for columns in 20..=80 {
            person.resizes(columns, TALLEST_PAGE);
            for phone in &entry.phones {
                person.sees(phone.number.spoken());
            }
        }
    }
}
