//! Printing from where one is: what is asked of the person, and what of the edge.

use airt::interface::event::{Event, KeyCode};
use airt::interface::page::row::Marks;
use airt::interface::place::Place;
use airt::interface::printing::{Delivery, Errand, Page, Paper, Reply};
use airt::knowledge::hours::Moment;
use airt::paper::Order;

use crate::support::guide::Guide;
use crate::support::person::Person;
use crate::support::ways::reachable;

/// A person who reads a page and wants it on paper.
fn prints() -> Person {
    let mut person = Person::at(80, 24);
    person.opens("Talk to someone").opens("The TARA");
    person.press(KeyCode::Function(6));
    person
}

fn is_done(delivery: Delivery) -> Event {
    Event::Printing(Reply::Done(delivery))
}

#[test]
fn a_page_goes_to_the_printer_that_is_named_and_the_screen_says_so() {
    let mut person = prints();
    assert_eq!(person.asks(), Some(Errand::Look));
    person.sees("Print only if it is safe to keep.").has_printer().sees("the printer office");
    person.opens("This page").sees("Sending it to the printer.");
    let Some(Errand::Print(Paper { page: Some(Page::Entry(_)), has_numbers: false })) =
        person.asks()
    else {
        panic!("the page was not printed")
    };
    person.event(&is_done(Delivery::Printed)).sees("It is with the printer now.");
    assert_eq!(person.asks(), None, "once");
    person.press(KeyCode::Function(6)).press(KeyCode::Left).sees("The numbers, on a card");
}

#[test]
fn where_there_is_no_printer_the_person_names_a_file() {
    let mut person = prints();
    let found = Reply::Found { printer: None, folder: "/home/ann".to_owned() };
    person.event(&Event::Printing(found)).sees("There is no printer here.");
    person.opens("This page and the numbers").sees("Name of the file:").sees("in /home/ann.");
    _ = person.asks();
    person.press(KeyCode::Enter);
    assert_eq!(person.asks(), None, "a file without a name");
    person.types("2 sheetx").press(KeyCode::Backspace).sees("2 sheet").press(KeyCode::Enter);
    let Some(Errand::Save(Paper { page: Some(_), has_numbers: true }, name)) = person.asks() else {
        panic!("no file was asked for")
    };
    assert_eq!(name, "2 sheet");
    person.event(&is_done(Delivery::Exists)).sees("There is a file with this name already.");
    person.event(&Event::Paste("other".to_owned())).sees_no("already").press(KeyCode::Enter);
    assert!(matches!(person.asks(), Some(Errand::Save(_, name)) if name == "other"));
    let saved = Delivery::Saved("/home/ann/other.html".to_owned());
    person.event(&is_done(saved)).sees("Saved in /home/ann/other.html.");
    person.press(KeyCode::Backspace).sees("The numbers, on a card");
}

#[test]
fn a_printer_that_refuses_leaves_a_way() {
    let mut person = prints();
    person.has_printer().opens("The numbers").event(&is_done(Delivery::Refused));
    person.sees("Nothing was printed.").opens("Save a file").sees("Name of the file:");
    person.sees_no("Nothing was printed.");
}

#[test]
fn hiding_works_while_a_file_is_named() {
    let mut person = prints();
    person.opens("The numbers").types("quit").press(KeyCode::Enter);
    assert!(person.hidden);
    let mut person = prints();
    person.opens("The numbers").types("a").press(KeyCode::Escape);
    assert!(person.hidden);
}

#[test]
fn a_long_name_is_cut_and_never_moves_in_memory() {
    let mut person = prints();
    person.opens("The numbers").event(&Event::Paste("é".repeat(4_000))).press(KeyCode::Enter);
    assert!(matches!(person.asks(), Some(Errand::Save(_, name)) if name.len() == 240));
}

#[test]
fn each_page_that_has_a_form_on_paper_is_in_what_is_sent() {
    let guide = Guide::new();
    // Even where the screen has few letters.
    let context = guide.context_at(Moment::ClockWrong, Marks::ASCII);
    let (mut cards, mut outcomes) = (0, 0);
    for (place, _) in reachable(&context) {
        let Place::Print(page, _) = place.to_print() else { continue };
        let Some(page) = page else { continue };
        let paper = Paper { page: Some(page), has_numbers: true };
        let Order::Print { text } = Order::of(&context, &Errand::Print(paper)) else { panic!() };
        let save = Errand::Save(paper, "x".to_owned());
        let Order::Save { page: html, .. } = Order::of(&context, &save) else { panic!() };
        let (own, says) = match page {
            Page::Entry(entry) => {
                let entry = &context.knowledge[entry];
                let warning = entry.form.as_ref().map(|form| &form.warning);
                (warning.unwrap_or(&entry.title), "0800 0121 700")
            }
            Page::Card(language) => {
                cards += 1;
                (&context.knowledge[language].card, "I need an interpreter")
            }
            Page::Outcome(for_whom, outcome) => {
                outcomes += 1;
                (&context.knowledge.routes().route(for_whom)[outcome].title, "This paper was made")
            }
            Page::Near(_) => panic!("there is no list"),
        };
        let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let own = own.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(joined.contains(&own), "{own}:\n{text}");
        assert!(page == Page::Entry(context.knowledge.always().helpline.entry) || !says.is_empty());
        assert!(html.contains("0800 0121 700") && html.contains("broken line"), "{own}");
        assert!(!text.contains("open now"), "{text}");
    }
    assert!(cards > 20 && outcomes > 5, "{cards} cards, {outcomes} outcomes");
}
