//! A terminal that many people share: keys, fingers and seconds in, screen out.

use airt::interface::event::{Event, Key, KeyCode};
use airt::interface::keymap::HIDE_KEYS;
use airt::interface::page::row::Marks;
use airt::interface::printing::{Delivery, Errand, Reply};
use airt::interface::settings::{Settings, TimeSource};
use airt::interface::station::{Printer, Protections, Station};
use airt::interface::theme::{Depth, Looks, Theme};
use airt::knowledge::hours::Moment;
use proptest::prelude::*;

use crate::colour::assert_readable_on_console;
use crate::support::kiosk::{AFTER, settings, wednesday};
use crate::support::person::Person;
use crate::support::program::refusal;
use crate::support::ways::{Sort, every_sort};

const SIZES: [(u16, u16); 4] = [(40, 12), (64, 24), (80, 24), (120, 40)];

/// How long the question stands.
const GRACE: u16 = 30;

/// What nobody must see who walks by.
const FORBIDDEN: [&str; 12] = [
    "traffick",
    "abuse",
    "safe",
    "hid",
    "session",
    "last used",
    "victim",
    "slave",
    "danger",
    "police",
    "airt",
    "secret",
];

fn resting(columns: u16, rows: u16) -> Person {
    Person::before_kiosk(columns, rows, settings(wednesday()), Person::station(false))
}

fn is_at_rest(person: &Person) -> bool {
    person.screen().contains("Information and help")
}

#[test]
fn it_rests_on_words_that_tell_nothing() {
    for (columns, rows) in SIZES {
        let mut person = resting(columns, rows);
        person.sees("Information and help").sees("Press any key").sees_no("Touch");
        person.sees("Emergency: 999").sees("Wednesday 25 November, 10:00").sees("Tiếng Việt");
        let seen = person.screen().to_lowercase();
        let found: Vec<&str> = FORBIDDEN.into_iter().filter(|word| seen.contains(word)).collect();
        assert!(found.is_empty(), "{found:?} on\n{seen}");
        let before = person.screen();
        person.waits(1000);
        assert_eq!(person.screen(), before, "nothing moves");
        let first = person.lines().into_iter().find(|line| !line.trim().is_empty());
        assert_eq!(first.unwrap().trim(), "Information and help");
    }
}

#[test]
fn at_rest_only_names_that_the_terminal_can_draw_are_shown() {
    let plain = Settings { marks: Marks::ASCII, ..settings(wednesday()) };
    let mut person = Person::before_kiosk(64, 24, plain, Person::station(false));
    person.sees("Emergency: 999");
    assert!(person.screen().is_ascii(), "{}", person.screen());
}

#[test]
fn a_clock_that_is_wrong_or_unknown_is_not_shown_and_no_hours_are_said() {
    for time in [
        TimeSource::Unknown,
        TimeSource::Running(|_| Moment::ClockWrong, jiff::civil::Date::default()),
    ] {
        let mut person = Person::before_kiosk(80, 24, settings(time), Person::station(false));
        person.sees("Emergency: 999").sees_no(":0").sees_no("November");
        person.waits(1).press(KeyCode::Enter).sees_no("Not now");
        person.opens("Talk to someone").opens("Migrant Help").sees_no("open now");
        person.reads("this computer's clock is wrong");
        person.press(KeyCode::Function(1)).opens("This terminal").sees("clock is not trusted");
    }
}

#[test]
fn the_key_that_wakes_does_nothing_else() {
    for (columns, rows) in SIZES {
        for key in [KeyCode::Enter, KeyCode::Character('x'), KeyCode::Function(5)] {
            let mut person = resting(columns, rows);
            person.waits(1).press(key).sees("Clear").sees("Who can help me?");
            person.sees_no("best match").sees_no("Are you in danger now?");
        }
    }
}

#[test]
fn mashed_keys_do_not_wake_it() {
    let mut person = resting(80, 24);
    person.press_times(KeyCode::Enter, 20).waits(1).press_times(KeyCode::Enter, 20).waits(1);
    assert!(is_at_rest(&person), "{}", person.screen());
    person.waits(1).press(KeyCode::Enter).sees("Who can help me?");
}

#[test]
fn hide_keys_end_it_from_rest_from_the_question_and_from_every_screen() {
    for key in HIDE_KEYS {
        let mut person = resting(80, 24);
        person.waits(2).event(&Event::Key(key));
        assert!(person.hidden && is_at_rest(&person), "{key:?} wakes nothing");
        let mut person = Person::at_kiosk(80, 24, false);
        person.waits(AFTER + 5).sees("Are you still there?").event(&Event::Key(key));
        assert!(person.hidden, "{key:?}");
    }
    for Sort { go, .. } in sorts() {
        let mut person = Person::at_kiosk(80, 24, false);
        go(&mut person).press(KeyCode::Escape);
        assert!(person.hidden);
    }
}

/// Every sort of screen that there is on a kiosk: none of printing.
fn sorts() -> impl Iterator<Item = Sort> {
    let prints = ["print", "sent", "name"];
    every_sort().into_iter().filter(move |sort| !prints.contains(&sort.name.as_str()))
}

#[test]
fn nobody_there_is_asked_and_then_all_is_cleared() {
    for (columns, rows) in SIZES {
        let mut person = Person::at_kiosk(columns, rows, true);
        person.types("my boss has my passport").waits(AFTER - 1).sees("passport");
        person.waits(1).sees("Are you still there?").sees("Press any key to go on");
        person.sees("This screen clears in 30 seconds.").sees("Emergency: 999");
        person.sees_no("passport").sees_no("0800").sees_no("danger");
        person.waits(GRACE - 1).sees("This screen clears in 1 second.");
        assert!(!person.hidden);
        person.waits(1);
        assert!(person.hidden);
        person.sees_no("passport");
    }
}

#[test]
fn any_key_goes_on_where_the_person_was() {
    for key in [KeyCode::Enter, KeyCode::Character('z'), KeyCode::Left] {
        let mut person = Person::at_kiosk(80, 24, false);
        person.types("my boss has my passport").press(KeyCode::Enter);
        let before = person.screen();
        person.waits(AFTER + GRACE - 1).press(key);
        assert_eq!(person.screen(), before, "{key:?}");
        assert!(!person.hidden);
    }
}

#[test]
fn no_screen_says_hide_and_none_leads_out() {
    for Sort { go, name, .. } in sorts() {
        for (columns, rows) in SIZES {
            let mut person = Person::at_kiosk(columns, rows, columns == 120);
            go(&mut person).sees_no("Hide").sees_no("hide").sees_no("F6").sees_no("rint");
            assert!(person.screen().contains("Clear"), "{name}:\n{}", person.screen());
            person.press_times(KeyCode::PageDown, 20).sees_no("ide ").sees_no("Save");
        }
    }
}

#[test]
fn words_for_leaving_clear_it() {
    for word in ["clear", "exit", "quit", "q", "hide"] {
        let mut person = Person::at_kiosk(80, 24, false);
        person.types(word).press(KeyCode::Enter);
        assert!(person.hidden, "{word}");
    }
}

#[test]
fn nothing_is_printed_or_saved_without_a_printer() {
    let mut person = Person::at_kiosk(80, 24, false);
    let before = person.screen();
    person.press(KeyCode::Function(6));
    assert_eq!(person.screen(), before);
    assert_eq!(person.asks(), None);
    person.press(KeyCode::Function(1)).sees_no("F6");
}

#[test]
fn with_a_printer_pages_are_printed_and_no_file_is_offered() {
    let station = Station { printer: Printer::Ready, ..Person::station(false) };
    let mut person = Person::before_kiosk(80, 24, settings(wednesday()), station);
    person.waits(1).press(KeyCode::Enter).sees("F6 print").press(KeyCode::Function(6));
    person.sees("Looking for the printer.").sees_no("file").has_printer();
    person.sees("the printer of this terminal").sees_no("file").opens("The numbers");
    assert!(matches!(person.asks(), Some(Errand::Look | Errand::Print(_))));
    person.event(&Event::Printing(Reply::Done(Delivery::Refused)));
    person.sees("The printer did not take it.").sees_no("file");
}

#[test]
fn staff_see_what_the_terminal_is_and_nothing_of_who_used_it() {
    let off = vec!["no file can be opened: off: switched off".to_owned()];
    let protections = Protections { on: 4, all: 5, off };
    let station = Station { protections, ..Person::station(false) };
    let mut person = Person::before_kiosk(80, 24, settings(wednesday()), station);
    person.waits(1).press(KeyCode::Enter).press(KeyCode::Function(1)).opens("This terminal");
    person.sees("Version 0.1.0").sees("date of its facts: 22 November 2026").sees("oldest check");
    person.sees("on: 4 of 5").sees("switched off").sees("The clock is trusted.");
    person.sees("It does not print.");
    Person::at(80, 24).press(KeyCode::Function(1)).press_times(KeyCode::PageDown, 9);
    Person::at(80, 24).press(KeyCode::Function(1)).sees_no("This terminal");
}

#[test]
fn every_cell_can_be_read_on_the_linux_console() {
    let depth = Depth::Console;
    for theme in [Theme::Default, Theme::Light, Theme::HighContrast] {
        let looks = Looks { theme, depth };
        let settings = Settings { looks, marks: Marks::ASCII, ..settings(wednesday()) };
        for has_touch in [false, true] {
            let station = Person::station(has_touch);
            let mut person = Person::before_kiosk(64, 24, settings.clone(), station);
            let check = |person: &mut Person| {
                let cells = person.buffer().content.iter();
                // A dot of a large digit has no letter.
                for cell in cells.filter(|cell| cell.symbol() != " ") {
                    assert_readable_on_console(cell.style(), cell.symbol());
                }
            };
            check(&mut person);
            check(person.waits(1).press(KeyCode::Enter));
            check(person.press(KeyCode::Home));
            check(person.press(KeyCode::Down));
            check(person.waits(3).taps("What do you need?"));
            check(person.press(KeyCode::Function(5)));
            check(person.waits(AFTER + 1));
        }
    }
}

#[test]
fn every_screen_can_be_drawn_at_every_size_of_glass() {
    for Sort { go, .. } in sorts() {
        let mut person = Person::at_kiosk(80, 24, true);
        go(&mut person);
        for (columns, rows) in [(0, 0), (1, 1), (10, 3), (20, 19), (20, 20), (36, 20), (300, 120)] {
            person.resizes(columns, rows).press(KeyCode::Down).press(KeyCode::Up);
        }
    }
    for (columns, rows) in [(0, 0), (1, 1), (10, 3), (30, 7)] {
        let mut person = resting(columns, rows);
        person.waits(1).press(KeyCode::Enter).waits(AFTER + 1).waits(1);
    }
}

#[test]
fn its_options_belong_to_it_and_it_needs_a_terminal_to_clear() {
    let refused: [(&[&str], &str); 8] = [
        (&["--kiosk"], "--kiosk needs a screen"),
        (&["--kiosk", "--plain"], "--kiosk needs a screen"),
        (&["--kiosk", "--after-hiding", "clock"], "cannot be used with"),
        (&["--kiosk", "--idle", "29"], "30..=600"),
        (&["--kiosk", "--idle", "601"], "30..=600"),
        (&["--idle", "60"], "--kiosk"),
        (&["--clock", "unknown"], "--kiosk"),
        (&["--printer", "/dev/usb/lp0"], "--kiosk"),
    ];
    for (options, why) in refused {
        let said = refusal(options);
        assert!(said.contains(why), "{options:?}: {said}");
    }
}

fn events() -> impl Strategy<Value = Vec<Event>> {
    let keys = prop_oneof![
        Just(KeyCode::Enter),
        Just(KeyCode::Down),
        Just(KeyCode::Left),
        Just(KeyCode::Home),
        (1..=11_u8).prop_map(KeyCode::Function),
        prop::char::range('a', 'z').prop_map(KeyCode::Character),
    ];
    let cell = || (0..120_u16, 3..36_u16);
    let event = prop_oneof![
        4 => keys.prop_map(|code| Event::Key(Key::plain(code))),
        2 => Just(Event::Tick),
        2 => cell().prop_map(|(column, row)| Event::Click { column, row }),
        2 => cell().prop_map(|(column, row)| Event::Release { column, row }),
        1 => cell().prop_map(|(column, row)| Event::Drag { column, row }),
        1 => any::<bool>().prop_map(|up| Event::Scroll { up }),
        1 => "[a-z ]{1,30}".prop_map(Event::Paste),
    ];
    prop::collection::vec(event, 0..40)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever was pressed, it ends or rests as it did at first once nobody comes.
    #[test]
    fn after_anybody_nothing_is_left_once_nobody_comes(events in events()) {
        let mut person = resting(120, 40);
        let rest = person.screen();
        for event in &events {
            person.event(event);
        }
        person.waits(AFTER + GRACE);
        prop_assert!(person.hidden || person.screen() == rest, "{}", person.screen());
    }
}

#[test]
fn no_two_languages_have_one_name_in_latin_letters() {
    let settings = Settings { marks: Marks::ASCII, ..settings(wednesday()) };
    let mut person = Person::before_kiosk(120, 40, settings, Person::station(false));
    person.sees("Punjabi (India)").sees("Punjabi (Pakistan)").sees_no("Panjabi");
}
