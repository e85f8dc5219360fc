//! Fingers on the glass of a terminal that many people share.

use airt::interface::event::{Event, KeyCode};
use ratatui::layout::Position;

use crate::support::kiosk::{settings, wednesday};
use crate::support::person::Person;

fn resting() -> Person {
    Person::before_kiosk(120, 40, settings(wednesday()), Person::station(true))
}

#[test]
fn whoever_touches_it_finds_their_language_first() {
    let mut person = resting();
    person.waits(1).taps("Touch the screen").sees("Touch your language").waits(2);
    person.taps("Polski").sees("Are you in danger now?");
    let mut person = resting();
    person.waits(1).taps("Touch the screen").waits(2).taps("English").sees("What do you need?");
}

#[test]
fn every_target_on_glass_is_three_rows_high() {
    for (columns, rows) in [(80, 24), (120, 33), (120, 40)] {
        let mut person = Person::at_kiosk(columns, rows, true);
        for name in ["Back", "Start", "Help", "Who can help me?", "Your rights"] {
            let Some(at) = last(&person, name) else { continue };
            for row in [at.y - 1, at.y + 1] {
                let mut person = Person::at_kiosk(columns, rows, true);
                let before = person.screen();
                let at = Position { y: row, ..at };
                person.touches(at).lifts(at);
                assert_eq!(person.screen() == before, ["Back", "Start"].contains(&name), "{name}");
            }
        }
        person.sees("Back").sees("Start").sees("Help").sees("Clear");
    }
}

/// Where a text is on the screen at last, if it is.
fn last(person: &Person, text: &str) -> Option<Position> {
    let lines = person.lines();
    let row = lines.iter().rposition(|line| line.contains(text))?;
    let column = lines[row][..lines[row].rfind(text)?].chars().count();
    Some(Position::new(u16::try_from(column).ok()?, u16::try_from(row).ok()?))
}

/// Taps a button in the last rows, with quiet before and after.
#[track_caller]
fn tap_button<'a>(person: &'a mut Person, name: &str) -> &'a mut Person {
    let at = last(person, name).expect("there are buttons");
    person.waits(2).touches(at).lifts(at).waits(2)
}

#[test]
fn a_tap_opens_and_the_buttons_lead_back_and_out() {
    let mut person = Person::at_kiosk(120, 40, true);
    person.taps("Your rights").sees("A safe place to stay").waits(2);
    person.taps("A safe place to stay").sees("‹ Your rights");
    tap_button(&mut person, "Back").sees("A safe place to stay");
    tap_button(&mut person, "Start").sees("Who can help me?");
    tap_button(&mut person, "Help").sees("What each key does");
    let at = last(&person, "Clear").unwrap();
    person.touches(at);
    assert!(person.hidden, "hiding does not wait for the finger to be lifted");
}

#[test]
fn what_is_pressed_here_and_let_go_there_does_nothing() {
    let mut person = Person::at_kiosk(120, 40, true);
    let before = person.screen();
    let (one, other) = (person.find("Your rights"), person.find("Talk to someone"));
    person.touches(one).lifts(other).touches(other).lifts(one);
    assert_eq!(person.screen(), before);
}

#[test]
fn a_palm_does_nothing_until_all_is_quiet() {
    let mut person = Person::at_kiosk(120, 40, true);
    let before = person.screen();
    let (one, other) = (person.find("Your rights"), person.find("Who can help me?"));
    person.touches(one).touches(other).lifts(one).touches(one).lifts(one).lifts(other);
    assert_eq!(person.screen(), before);
    person.waits(2).taps("Your rights").sees("A safe place to stay");
}

#[test]
fn the_second_of_two_taps_opens_nothing_more() {
    let mut person = resting();
    let at = person.find("Polski");
    person.waits(1).touches(at).lifts(at).touches(at).lifts(at).sees("Touch your language");
    let mut person = Person::at_kiosk(120, 40, true);
    let at = person.find("Your rights");
    person.touches(at).lifts(at).touches(at).lifts(at);
    person.sees("A safe place to stay").sees_no("‹");
}

#[test]
fn a_finger_that_moves_scrolls_and_opens_nothing() {
    let mut person = Person::at_kiosk(80, 24, true);
    tap_button(&mut person, "Help");
    let top = person.lines()[2].clone();
    let (from, to) = (Position::new(20, 15), Position::new(20, 8));
    person.touches(from).event(&Event::Drag { column: 20, row: 12 });
    person.event(&Event::Drag { column: 20, row: 8 }).lifts(to);
    assert!(!person.screen().contains(&top) || top.trim().is_empty(), "{}", person.screen());
    person.touches(to).event(&Event::Drag { column: 20, row: 20 }).lifts(from);
    assert_eq!(person.lines()[2], top);
}

#[test]
fn letters_can_be_touched_after_a_tap_in_the_field_and_go_at_the_first_real_key() {
    for (columns, rows) in [(80, 24), (120, 40)] {
        let mut person = Person::at_kiosk(columns, rows, true);
        person.sees_no("Space").taps("What do you need?").sees("Space").sees("q ").sees("Done");
        for letter in ["t", "a", "x"] {
            tap_key(&mut person, letter);
        }
        person.sees("need? tax").taps("Delete").sees("need? ta");
        tap_key(&mut person, "r");
        tap_key(&mut person, "a");
        person.sees("TARA").taps("Space").sees("Space");
        person.taps("Done").sees_no("Space").sees("TARA");
        person.waits(2).taps("need? tara").sees("Space").press(KeyCode::Down).sees_no("Space");
        person.waits(2).taps("need? tara").sees("Space").taps("TARA Service").sees_no("Space");
    }
}

/// Taps a key of the keyboard: a letter with nothing beside it, on the last rows.
#[track_caller]
fn tap_key(person: &mut Person, letter: &str) {
    let key = format!("  {letter}  ");
    let lines = person.lines();
    let row = lines.iter().rposition(|line| format!("  {line}  ").contains(&key));
    let row = row.unwrap_or_else(|| panic!("no key {letter}:\n{}", person.screen()));
    let before = lines[row].find(&format!(" {letter} ")).map_or(0, |at| at + 1);
    let column = lines[row][..before].chars().count();
    let at = Position::new(u16::try_from(column).unwrap(), u16::try_from(row).unwrap());
    person.touches(at).lifts(at);
}

#[test]
fn the_letters_of_the_chosen_language_are_on_the_keyboard() {
    let mut person = Person::at_kiosk(120, 40, true);
    person.press(KeyCode::Function(2)).opens("Polski").press(KeyCode::Home).waits(3);
    person.taps("What do you need?").sees("ł");
    tap_key(&mut person, "ś");
    person.sees("need? ś");
}
