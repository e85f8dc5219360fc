//! A way to one screen of each sort, for everything that must hold on all of them.

use std::collections::VecDeque;

use airt::interface::context::Context;
use airt::interface::event::KeyCode;
use airt::interface::page::Block;
use airt::interface::page::row::Marks;
use airt::interface::place::Place;
use airt::interface::printing::Paper;
use airt::interface::screens::as_text;
use airt::knowledge::hours::Moment;

use super::guide::Guide;
use super::person::Way;

/// A sort of screen.
pub struct Sort {
    /// As the code calls it.
    pub name: String,
    pub go: Way,
    /// What is seen there and at the start is not.
    pub sees: &'static str,
}

impl Sort {
    fn of(place: Place) -> Self {
        let (go, sees) = way(place);
        let name = format!("{place:?}");
        let name = name.split(['(', ' ']).next().unwrap().to_lowercase();
        Self { name, go, sees }
    }
}

/// No `_` here: a new screen does not compile until it has a way.
fn way(place: Place) -> (Way, &'static str) {
    match place {
        Place::Home => (|person| person, "You have done nothing wrong."),
        Place::Topic(_) => (|person| person.opens("Talk to someone"), "People you can call."),
        Place::Results => (|person| person.types("my boss has my passport"), "best match"),
        Place::Entry(_) => {
            (|person| person.opens("Talk to someone").opens("Migrant Help"), "‹ Talk to someone")
        }
        Place::Number(_) => (
            |person| person.opens("Talk to someone").opens("The TARA").press(KeyCode::Enter),
            "read from far away",
        ),
        Place::Code(_) => (
            |person| person.opens("Talk to someone").opens("The TARA").press(KeyCode::Function(4)),
            "Show this number big",
        ),
        Place::Question(..) => (|person| person.press(KeyCode::Function(5)), "Are you in danger"),
        Place::Outcome(..) => (|person| person.press(KeyCode::Function(5)).types("1"), "More: "),
        Place::Languages => (|person| person.press(KeyCode::Function(2)), "Українська"),
        Place::Letters(_) => (
            |person| person.press(KeyCode::Function(2)).opens("Letters are missing"),
            "Can you read these letters?",
        ),
        Place::Reads(..) => unreachable!("it leads back at once"),
        Place::Card(_) => {
            (|person| person.types("kurmanji").press(KeyCode::Enter), "Show this to someone")
        }
        Place::Spoken(..) => (
            |person| person.press(KeyCode::Function(2)).press(KeyCode::Enter),
            "Are you in danger now?",
        ),
        Place::Aloud(..) => (
            |person| person.opens("For workers").opens("Yes or no").opens("Show the words"),
            "Go on",
        ),
        Place::Print(..) => (|person| person.press(KeyCode::Function(6)), "Paper can be found."),
        Place::Sent(_) => (
            |person| person.press(KeyCode::Function(6)).has_printer().opens("The numbers"),
            "Sending it",
        ),
        Place::Name(_) => (
            |person| person.press(KeyCode::Function(6)).opens("The numbers"),
            "the only thing that airt ever writes",
        ),
        Place::Near(_) => {
            (|person| person.takes_list().opens("Near you"), "from lists that other people made")
        }
        Place::Sources => (
            |person| person.press(KeyCode::Function(1)).opens("Sources"),
            "Open Government Licence",
        ),
        Place::Help => (|person| person.press(KeyCode::Function(1)), "Ctrl+X"),
        Place::Station => (
            |person| person.press(KeyCode::Function(1)).opens("This terminal"),
            "Protections that are on",
        ),
    }
}

/// One screen of each sort, and the one where nothing was found.
pub fn every_sort() -> Vec<Sort> {
    let guide = Guide::new();
    let context = guide.context_at(Moment::ClockWrong, Marks::UNICODE);
    let sent = Place::Sent(Paper { page: None, has_numbers: true });
    // No list is there unless somebody brings one.
    let mut samples = vec![Place::Results, sent, Place::Near(None)];
    for (place, _) in reachable(&context) {
        let is_same =
            |other: &Place| std::mem::discriminant(other) == std::mem::discriminant(&place);
        if !samples.iter().any(is_same) {
            samples.push(place);
        }
    }
    let nothing_found = Sort {
        name: "nothing_found".to_owned(),
        go: |person| person.types("zzzzqqq"),
        sees: "Nothing here fits those words.",
    };
    samples.into_iter().map(Sort::of).chain([nothing_found]).collect()
}

/// Each screen that can be reached from the start, with the numbers that lead to it in lines.
pub fn reachable(context: &Context) -> Vec<(Place, String)> {
    let to_print = (Place::Home.to_print(), "print\n".to_owned());
    let mut open = VecDeque::from([(Place::Home, String::new()), to_print]);
    let mut found: Vec<(Place, String)> = Vec::new();
    while let Some((place, path)) = open.pop_front() {
        let leads_back = matches!(place, Place::Reads(..));
        if leads_back || found.iter().any(|(seen, _)| *seen == place) {
            continue;
        }
        let blocks = as_text(place, None, context);
        for (index, target) in blocks.iter().flat_map(Block::targets).enumerate() {
            open.push_back((target, format!("{path}{}\n", index + 1)));
        }
        found.push((place, path));
    }
    found
}
