//! Keys in, screen out: what a person does and sees.

use airt::interface::event::{Event, Key, KeyCode};
use airt::interface::keymap::HIDE_KEYS;

use crate::support::person::Person;
use crate::support::ways::{Sort, every_sort};

#[test]
fn the_first_screen_says_who_to_call_and_how_to_hide() {
    for (columns, rows) in [(80, 24), (120, 40), (40, 12)] {
        Person::at(columns, rows)
            .sees("In danger now? Call 999.")
            .sees("Esc")
            .sees("In danger, or cannot speak");
    }
    Person::at(80, 24).sees("Not urgent: police 101").sees("Hide this screen  Esc");
}

#[test]
fn own_words_reach_a_right_answer() {
    let mut person = Person::at(80, 24);
    person.types("my boss has my passport").sees("Advice about the law");
    person.press(KeyCode::Enter).sees("Advice about the law").sees("0800 0121 700");
    person.reads("You can have independent legal advice.");
}

#[test]
fn migrant_help_has_both_numbers_and_says_when_to_use_which() {
    let mut person = Person::at(80, 24);
    person.opens("Talk to someone").opens("Migrant Help");
    person.sees("0141 884 7900").sees("0141 212 8553");
    person.sees("By day").sees("Out of hours");
    person.reads(
        "From Monday to Friday, 9:00 to 17:00, call 0141 884 7900. At all other times call 0141 212 8553.",
    );
}

#[test]
fn the_three_court_measures_say_who_gets_them_automatically() {
    let mut person = Person::at(80, 24);
    person.opens("Court").sees("A live TV link to the court").sees("Screens in court");
    person.sees("A supporter beside you in court");
    person.opens("Help when you speak in court");
    person.reads("Victims of trafficking get them. They are automatic");
    person.reads("they have a right to apply to the court for them");
}

#[test]
fn every_sort_of_screen_has_a_way_that_leads_there() {
    for Sort { name, go, sees } in every_sort() {
        let mut person = Person::at(120, 40);
        go(&mut person).sees(sees);
        if name != "home" {
            Person::at(120, 40).sees_no(sees);
        }
    }
}

#[test]
fn every_hide_key_hides_from_every_screen_and_while_typing() {
    for Sort { go, .. } in every_sort() {
        for key in HIDE_KEYS {
            let mut person = Person::at(80, 24);
            go(&mut person);
            assert!(!person.hidden, "hidden too early:\n{}", person.screen());
            person.event(&Event::Key(key));
            assert!(person.hidden, "{key:?} did not hide:\n{}", person.screen());
        }
    }
}

#[test]
fn words_for_leaving_hide_when_they_are_typed_and_entered() {
    for word in ["exit", "quit", "q", "hide", "EXIT"] {
        let mut person = Person::at(80, 24);
        person.types(word).press(KeyCode::Enter);
        assert!(person.hidden, "{word}:\n{}", person.screen());
    }
    let mut person = Person::at(80, 24);
    person.types("exit visa").press(KeyCode::Enter);
    assert!(!person.hidden, "words that only begin so are searched for");
}

#[test]
fn yes_and_no_answer_a_question_in_words() {
    for (typed, next) in
        [("no", "Are you under 18?"), ("No", "Are you under 18?"), ("yes", "Emergency")]
    {
        let mut person = Person::at(80, 24);
        person.press(KeyCode::Function(5)).types(typed).sees("Are you in danger now?").sees(typed);
        person.press(KeyCode::Enter).sees(next).sees_no("best match");
    }
    let mut person = Person::at(80, 24);
    person.press(KeyCode::Function(5)).types("no").press(KeyCode::Enter).types("not sure");
    person.press(KeyCode::Enter).sees_no("Are you under 18?").sees_no("best match");
    person.press(KeyCode::Left).sees("Are you under 18?").types("n");
    person.press(KeyCode::Backspace).sees("Are you under 18?").press(KeyCode::Left);
    person.sees("Are you in danger now?").types("nowhere to sleep").sees("A safe place to stay");
}

#[test]
fn a_click_on_the_way_out_hides() {
    let mut person = Person::at(80, 24);
    person.clicks("Hide this screen");
    assert!(person.hidden);
    let mut person = Person::at(40, 12);
    person.types("court").clicks("Hide  Esc");
    assert!(person.hidden);
}

#[test]
fn a_click_on_the_languages_of_a_small_screen_hides_nothing() {
    for (columns, rows) in [(30, 10), (40, 12), (50, 14)] {
        let mut person = Person::at(columns, rows);
        person.clicks("F2 +").sees("I speak another language");
        assert!(!person.hidden, "{columns}x{rows}");
    }
}

#[test]
fn enter_after_the_number_of_an_answer_does_not_answer_the_next_question() {
    let mut person = Person::at(80, 24);
    person.press(KeyCode::Function(5)).types("2").press(KeyCode::Enter).sees("Are you under 18?");
    person.press(KeyCode::Enter).sees("Childline");
    // A key between them says that the question was seen.
    let mut person = Person::at(80, 24);
    person.press(KeyCode::Function(5)).types("2").press(KeyCode::Down).press(KeyCode::Enter);
    person.sees_no("Are you under 18?");
}

#[test]
fn no_mark_or_edge_takes_a_digit_of_a_number_on_the_smallest_screens() {
    for (columns, rows) in [(18, 8), (17, 8)] {
        let mut person = Person::at(columns, rows);
        person.press(KeyCode::Function(5)).types("21");
        for _ in 0..12 {
            let screen = person.screen();
            assert!(!screen.contains("0121 7…") && !screen.contains("0121 70▼"), "{screen}");
            assert!(!screen.contains("0121 70▲") && !screen.contains("0121 …"), "{screen}");
            person.press(KeyCode::Down);
        }
    }
    Person::at(16, 5).sees("0800 0121").sees("700");
}

#[test]
fn a_click_opens_what_it_says() {
    let mut person = Person::at(80, 24);
    person
        .clicks("Your rights")
        .clicks("A safe place to stay")
        .reads("Help to find somewhere safe");
    person.clicks("back").sees("An interpreter, if you need one");
    person.clicks("F1 help").sees("What each key does");
}

#[test]
fn typing_searches_from_any_screen_and_back_leads_back() {
    let mut person = Person::at(80, 24);
    person.opens("Court").types("childline").sees("What do you need? childline");
    person.sees("Childline, for young people");
    person.press(KeyCode::Left).sees("Screens in court");
    person.press(KeyCode::Left).sees("Talk to someone");
    assert!(!person.hidden);
}

#[test]
fn taking_away_every_letter_leads_back_to_where_one_was() {
    let mut person = Person::at(80, 24);
    person.opens("Money").types("ab").press_times(KeyCode::Backspace, 2);
    person.sees("Money for what was done to you");
    person.press(KeyCode::Backspace).sees("Is this happening to me?");
}

#[test]
fn new_words_on_a_page_start_a_new_search() {
    let mut person = Person::at(80, 24);
    person.types("tara").press(KeyCode::Enter).types("court");
    person.sees("What do you need? court").sees_no("taracourt");
}

#[test]
fn nothing_found_is_never_a_dead_end() {
    for (columns, rows) in [(80, 24), (40, 12)] {
        let mut person = Person::at(columns, rows);
        person.types("hotline texas zzzz").reads("0800 0121 700").reads("999").reads("101");
    }
}

#[test]
fn where_no_page_is_sure_a_person_to_call_stands_before_the_pages_that_may_fit() {
    let mut person = Person::at(80, 24);
    person.types("doctor appointment").sees("A person can help you find the words.");
    person.sees("Not sure. Perhaps:").sees("Help for your body, mind and daily life");
    person.sees_no("best match").sees("0800 0121 700");
    person.press(KeyCode::Down).press(KeyCode::Enter).sees("Ask here. You can talk to someone.");
    let mut person = Person::at(40, 12);
    person.types("doctor appointment").sees("0800 0121 700");
    person.reads("Not sure. Perhaps:").reads("Help for your body");
}

#[test]
fn words_that_may_tell_of_danger_bring_a_calm_line_and_no_other_change() {
    for (columns, rows) in [(80, 24), (40, 12)] {
        let mut person = Person::at(columns, rows);
        person.types("she wont open her eyes").reads("If you are in danger now, call 999.");
        person.reads("Call and listen.");
    }
    Person::at(80, 24).types("what is the nrm").sees_no("If you are in danger");
}

#[test]
fn whoever_types_in_another_language_gets_its_card_and_a_number() {
    let mut person = Person::at(80, 24);
    person.types("toi can giup do").sees("Tiếng Việt").sees("0800 0121 700");
    person.press(KeyCode::Enter).sees("Bạn có đang gặp nguy hiểm").sees("Are you in danger now?");
}

#[test]
fn a_question_mark_opens_help_only_in_an_empty_box() {
    Person::at(80, 24).types("?").sees("What each key does");
    Person::at(80, 24).types("police?").sees("What do you need? police?");
}

#[test]
fn danger_at_the_end_of_a_long_pasted_letter_puts_999_first() {
    let mut person = Person::at(80, 24);
    person.event(&Event::Paste("where can i sleep".to_owned())).sees("A safe place to stay");
    let mut person = Person::at(80, 24);
    let letter = "I came here to work in a house. ".repeat(40) + "He has a knife.";
    person.event(&Event::Paste(letter)).sees("Danger now: call 999");
}

#[test]
fn held_keys_and_a_book_of_text_do_no_harm() {
    let mut person = Person::at(80, 24);
    person.press_times(KeyCode::Down, 500).press_times(KeyCode::Enter, 50);
    person.press_times(KeyCode::Left, 500).sees("Who can help me?");
    person.event(&Event::Paste("word ".repeat(100_000))).sees("999");
    person.press(KeyCode::Home).sees("Who can help me?");
}

#[test]
fn a_closed_number_gives_way_to_the_open_one() {
    let mut person = Person::at_time(80, 24, "2026-12-05T23:00");
    person.opens("Talk to someone").opens("Migrant Help");
    person.sees("▌  0141 212 8553").sees_no("▌  0141 884 7900").sees("– opens Monday at 9am");
}

#[test]
fn the_cursor_follows_typing_and_the_mark() {
    let mut person = Person::at(80, 24);
    person.types("visa");
    let cursor = person.cursor();
    let line = person.lines()[usize::from(cursor.y)].clone();
    assert!(line.ends_with("visa"), "{line}");
    person.press(KeyCode::Left).press(KeyCode::Down);
    let cursor = person.cursor();
    let line = person.lines()[usize::from(cursor.y)].clone();
    let words: String = line.chars().skip(cursor.x.into()).collect();
    assert!(words.starts_with(&person.marked()), "the cursor is not on the words: {line}");
}

#[test]
fn a_tick_looks_at_the_clock_again() {
    let mut person = Person::at(80, 24);
    person.event(&Event::Tick).event(&Event::Key(Key::plain(KeyCode::Down))).sees("999");
}

#[test]
fn the_number_key_shows_a_number_of_this_page_whatever_is_marked() {
    let mut person = Person::at(80, 24);
    person.types("tara").press(KeyCode::Enter);
    person.press_times(KeyCode::PageDown, 10).press(KeyCode::Function(3));
    person.sees("0141 276 7724 TARA, for women over 18");
}

#[test]
fn the_numbers_of_the_first_screen_can_be_opened_where_it_is_narrow() {
    let mut person = Person::at(40, 40);
    person.press(KeyCode::Up).opens("0800 0121 700");
    person.reads("0800 0121 700 Modern Slavery Helpline").reads("read from far away");
}

#[test]
fn a_space_on_a_page_leads_nowhere() {
    let mut person = Person::at(80, 24);
    person.types("tara").press(KeyCode::Enter).types(" ");
    person.sees("‹ Talk to someone");
}

#[test]
fn only_the_digits_of_the_answers_answer() {
    let mut person = Person::at(80, 24);
    person.press(KeyCode::Function(5)).types("0").types("4").types("9");
    person.sees("Are you in danger now?");
    person.types("222").types("2").sees("Migrant Help");
}

#[test]
fn the_name_of_a_language_leads_through_it_to_somebody_to_call() {
    let mut person = Person::at(80, 24);
    person.types("Tiếng Việt").sees("Vietnamese").press(KeyCode::Enter);
    person.sees("Are you in danger now?").types("2").sees("They are not the police.");
    person.press(KeyCode::Left).types("1").sees("Call this number now:").sees("Help me");
    person.types("7").sees("Call this number now:");
    let mut person = Person::at(80, 24);
    person.types("kurmanji").press(KeyCode::Enter).sees("I need an interpreter.");
}

#[test]
fn a_language_on_the_first_line_can_be_clicked() {
    let mut person = Person::at(80, 24);
    person.clicks("Tiếng Việt").sees("Are you in danger now?");
    person.press(KeyCode::Left).clicks("F2 +").sees("Українська");
}

#[test]
fn hours_of_another_time_are_said_to_be_of_another_time() {
    Person::at_time(80, 24, "2026-12-25T00:00")
        .sees("Not now: these hours are for Thursday 24 December night at midnight.");
    // Where the line is cut, its first words are left.
    Person::at_time(40, 12, "2026-12-25T00:00").sees("Not now: these hours");
}

#[test]
fn a_large_number_stays_on_one_line_however_narrow_the_screen() {
    let mut person = Person::at(20, 8);
    person.types("modern slavery helpline").press(KeyCode::Function(3)).sees("0800 0121 700");
}

#[test]
fn the_section_for_workers_stands_last_and_leads_to_its_pages() {
    for (columns, rows) in [(80, 24), (120, 40), (40, 12)] {
        let mut person = Person::at(columns, rows);
        person.opens("For workers").reads("The first five minutes").reads("Worksheet: one page");
    }
    let mut person = Person::at(80, 24);
    person.opens("For workers").opens("The first five minutes").reads("Do not promise");
    person.reads("From: The makers of airt.");
}

#[test]
fn words_to_read_out_stand_one_sentence_at_a_time_and_end_with_three_answers() {
    for (columns, rows) in [(80, 24), (120, 40), (40, 12)] {
        let mut person = Person::at(columns, rows);
        person.opens("For workers").opens("Yes or no").opens("Show the words");
        person.reads("I want to tell you about a choice.").sees_no("You do not have to decide");
        person.sees("1 of ").reads("in English only.");
        person.press(KeyCode::Home);
        person.opens("For workers").opens("Yes or no").opens("Show the words");
        person.press(KeyCode::Right).reads("You do not have to decide now.");
        person.press(KeyCode::Left).reads("I want to tell you about a choice.");
        for _ in 0..60 {
            if person.screen().contains("Point to yes, no or not now.") {
                break;
            }
            person.sees("Go on").press(KeyCode::Right);
        }
        person.sees("Point to yes, no or not now.");
        person.sees("Yes").sees("No").sees("Not now").reads("does not keep the answer");
        person.opens("Shqip").reads("Askush nuk").reads("Jo tani").reads("Not now");
    }
}

#[test]
fn the_worksheet_is_printed_from_its_page_as_empty_boxes() {
    let mut person = Person::at(80, 24);
    person.opens("For workers").opens("Worksheet").reads("THIS PAPER CAN BE FOUND.");
    person.press(KeyCode::Function(6)).has_printer().opens("This page").sees("Sending it");
}

#[test]
fn letters_that_scotland_does_not_use_are_marked() {
    let mut person = Person::at(80, 40);
    person.opens("For workers").opens("Words and short forms");
    person.reads("MSVCC: Modern Slavery Victim Care Contract");
    person.reads("England and Wales: not used in Scotland.");
    Person::at(80, 24).types("MSVCC").reads("not used in Scotland");
    Person::at(80, 24).types("IRD").sees_no("not used in Scotland");
}
