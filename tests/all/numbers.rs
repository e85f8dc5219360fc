//! In which order numbers are offered, and what paper says of them.

use airt::interface::page::calls::{self, Say, best_first};
use airt::interface::page::row::Marks;
use airt::interface::page::{Block, Call, OpenMark};
use airt::interface::place::Place;
use airt::interface::printing::Page;
use airt::interface::screens::as_text;
use airt::knowledge::hours::Moment;
use airt::paper::{Part, Sheet};

use crate::support::guide::Guide;
use crate::support::ways::reachable;

/// By day and at night, on a working day and at a weekend.
const TIMES: [&str; 3] = ["2026-11-25T10:00", "2026-11-25T23:00", "2026-12-05T23:00"];

fn call(block: &Block) -> Option<&Call> {
    match block {
        Block::Best(_, call) | Block::Call(call) => Some(call),
        _ => None,
    }
}

/// That a number that may be answered, is free and not doubtful stands before a doubtful one, but
/// for the number that the page is about.
#[test]
fn a_free_sure_number_stands_before_a_doubtful_one_wherever_both_are_offered() {
    let guide = Guide::new();
    for time in TIMES {
        let context = guide.context_at(Moment::parse(time).unwrap(), Marks::UNICODE);
        let mut seen = 0;
        for (place, _) in reachable(&context) {
            let blocks = as_text(place, None, &context);
            let calls: Vec<&Call> = blocks.iter().filter_map(call).collect();
            let is_sure = |call: &&&Call| {
                call.open != OpenMark::Closed && call.cost.is_some() && !call.is_doubtful
            };
            let sure = calls.iter().rposition(|call| is_sure(&call));
            let doubtful = calls.iter().position(|call| call.is_doubtful);
            let is_about_it =
                matches!(place, Place::Entry(entry) if !guide.knowledge[entry].phones.is_empty());
            if let (Some(sure), Some(doubtful), false) = (sure, doubtful, is_about_it) {
                let is_outcome = matches!(place, Place::Outcome(..));
                let first = calls.iter().position(|call| is_sure(&call)).unwrap();
                assert!(if is_outcome { first } else { sure } < doubtful, "{time} {place:?}");
                seen += 1;
            }
        }
        assert!(seen > 5, "{seen} screens offer both");
    }
}

#[test]
fn the_one_number_of_a_screen_is_never_a_closed_one() {
    let guide = Guide::new();
    for time in TIMES {
        let context = guide.context_at(Moment::parse(time).unwrap(), Marks::UNICODE);
        for (place, _) in reachable(&context) {
            for block in as_text(place, None, &context) {
                let Block::Best(_, call) = block else { continue };
                assert_ne!(call.open, OpenMark::Closed, "{time} {place:?} {}", call.number);
            }
        }
    }
}

#[test]
fn a_closed_number_is_never_the_best_though_it_stands_first() {
    let guide = Guide::new();
    let context = guide.context_at(Moment::ClockWrong, Marks::UNICODE);
    let helpline = guide.knowledge.find("modern-slavery-helpline").unwrap();
    let open = calls::own(&context, helpline, Say::Brief).remove(0);
    let closed = Call { open: OpenMark::Closed, ..open.clone() };
    let (best, others) = best_first(vec![closed.clone(), open.clone()]);
    assert_eq!((best, others), (Some(open), vec![closed.clone()]));
    assert_eq!(best_first(vec![closed.clone()]), (None, vec![closed]));
}

#[test]
fn paper_has_both_numbers_of_migrant_help_and_never_says_that_a_line_is_open_now() {
    let guide = Guide::new();
    for time in TIMES {
        let context = guide.context_at(Moment::parse(time).unwrap(), Marks::ASCII);
        let sheets =
            guide.knowledge.places().map(|entry| Sheet::of_page(&context, Page::Entry(entry)));
        for sheet in sheets.chain([Sheet::of_numbers(&context)]) {
            let call = |part: &Part| match part {
                Part::Call(call) => Some(call.clone()),
                _ => None,
            };
            let calls: Vec<Call> = sheet.card.iter().chain(&sheet.parts).filter_map(call).collect();
            let has = |number: &str| calls.iter().any(|call| call.number.spoken() == number);
            assert_eq!(has("0141 884 7900"), has("0141 212 8553"), "{calls:?}");
            let notes: Vec<&String> = calls.iter().flat_map(|call| &call.notes).collect();
            for word in ["open", "closes", "opens"] {
                assert!(!notes.iter().any(|note| note.contains(word)), "{word}: {notes:?}");
            }
        }
    }
}

#[test]
fn no_words_name_a_number_by_its_place() {
    let guide = Guide::new();
    let context = guide.context_at(Moment::ClockWrong, Marks::UNICODE);
    for (place, _) in reachable(&context) {
        for block in as_text(place, None, &context) {
            let (Block::Text(text) | Block::Note(text)) = block else { continue };
            for words in
                ["first number", "second number", "number above", "number below", "top number"]
            {
                assert!(!text.contains(words), "{place:?}: {text}");
            }
        }
    }
}
