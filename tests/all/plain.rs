//! The whole program as a conversation of lines, as a person has it.

use airt::interface::context::Context;
use airt::interface::page::row::Marks;
use airt::interface::page::{Block, Call, Link};
use airt::interface::place::Place;
use airt::interface::screens::as_text;
use airt::interface::settings::TimeSource;
use airt::knowledge::hours::Moment;
use airt::plain::{Clearing, Conversation, Surroundings};
use proptest::prelude::*;
use ratatui::layout::Size;
use unicode_width::UnicodeWidthStr;

use crate::support::guide::Guide;
use crate::support::program::cannot_print;
use crate::support::ways::reachable;

const HELPLINE: &str = "0800 0121 700";
const USUAL: Size = Size::new(80, 24);
/// So tall that nothing is held back.
const TALL: Size = Size::new(80, 1000);

impl Guide {
    fn moment() -> Moment {
        Moment::parse("2026-11-18T10:00").expect("a Wednesday morning")
    }

    fn context(&self) -> Context<'_> {
        self.context_at(Self::moment(), Marks::UNICODE)
    }

    /// Everything that is said while these lines are typed.
    fn talk(&self, typed: impl AsRef<[u8]>, size: Size) -> String {
        self.talk_at(typed, size, Clearing::ByKey, &|| false)
    }

    fn talk_at(
        &self,
        typed: impl AsRef<[u8]>,
        size: Size,
        clearing: Clearing,
        more_is_waiting: &dyn Fn() -> bool,
    ) -> String {
        let time = TimeSource::Stopped(Self::moment());
        let conversation = Conversation::new(&self.knowledge, &self.words, time, Marks::UNICODE);
        let mut said = Vec::new();
        let place =
            Surroundings { size: &|| size, more_is_waiting, clearing, carry_out: &cannot_print };
        conversation.hold(&mut typed.as_ref(), &mut said, &place).expect("strings do not fail");
        String::from_utf8(said).expect("text")
    }

    /// The numbers that open these one after the other, from the start.
    fn path(&self, names: &[&str]) -> String {
        names.iter().fold("start".to_owned(), |path, name| {
            let page = self.answer(&path);
            let line = page.lines().find(|line| line.contains(&format!(". {name}")));
            let (number, _) = line.and_then(|line| line.split_once('.')).expect(name);
            format!("{path}\n{number}")
        })
    }

    /// What was said after the last line.
    fn answer(&self, typed: &str) -> String {
        let said = self.talk(format!("{typed}\n"), TALL);
        let parts: Vec<&str> = said.split(&self.words.plain.prompt).collect();
        parts[parts.len() - 2].trim().to_owned()
    }
}

/// A text in one line, however it was wrapped.
fn unwrapped(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_first_page_says_who_to_call_and_how_to_hide() {
    let said = Guide::new().talk("", USUAL);
    for expected in ["999", "101", HELPLINE, "type hide and press Enter", "stays in this window"] {
        assert!(said.contains(expected), "{expected} is not in:\n{said}");
    }
}

#[test]
fn a_helpline_is_reached_in_four_lines_on_a_small_screen() {
    let guide = Guide::new();
    for size in [Size::new(40, 12), Size::new(60, 10), USUAL] {
        let said = guide.talk("\n\n\n\n", size);
        assert!(said.contains(HELPLINE), "{size:?}:\n{said}");
    }
    let said = guide.talk("search helpline\n1\n\n\n", Size::new(20, 12));
    assert!(said.contains(HELPLINE), "{said}");
}

#[test]
fn how_to_hide_is_said_once() {
    let guide = Guide::new();
    let said = guide.talk("1\nback\nstart\nsources\n", TALL);
    assert_eq!(said.matches(&guide.words.plain.hide).count(), 1);
}

#[test]
fn what_hiding_does_is_promised_as_it_is() {
    let guide = Guide::new();
    let said = |clearing| unwrapped(&guide.talk_at("", TALL, clearing, &|| false));
    let words = &guide.words.plain;
    assert!(said(Clearing::ByKey).contains(&words.keys));
    assert!(said(Clearing::Perhaps).contains(&words.may_not_clear));
    assert!(!said(Clearing::Never).contains(&words.hide));
    assert!(said(Clearing::Never).contains("cannot be cleared"));
}

#[test]
fn every_way_to_hide_ends_the_conversation() {
    let guide = Guide::new();
    let ways = [
        "hide",
        "HIDE",
        "  Hide. ",
        "hide now",
        "hdie",
        "hid",
        "hife",
        "q",
        "Q",
        "quit",
        "exit",
        "\x1b",
        "\x1b[A",
        "\x18",
        "\x03",
        "safe house\x1b",
    ];
    for way in ways {
        let said = guide.talk(format!("{way}\nsources\n"), TALL);
        assert!(!said.contains("Open Government Licence"), "{way:?} does not hide:\n{said}");
    }
}

#[test]
fn own_words_are_not_taken_for_hiding() {
    let guide = Guide::new();
    for words in ["where can i hide", "exit visa", "quit my job", "he hides my passport", "bride"] {
        let said = guide.answer(words);
        let search = &guide.words.search;
        let answers = [&search.best, &search.perhaps, &search.nothing];
        let is_answered = answers.iter().any(|answer| said.contains(*answer));
        assert!(is_answered, "{words}:\n{said}");
    }
}

#[test]
fn a_number_opens_what_stands_beside_it() {
    let guide = Guide::new();
    for typed in ["4", " 4. ", "(4)", "04"] {
        assert!(guide.answer(typed).starts_with("Talk to someone"), "{typed}");
    }
}

#[test]
fn an_unknown_number_gets_one_line() {
    let guide = Guide::new();
    for typed in ["0", "99", "5\n66"] {
        let said = guide.answer(typed);
        assert_eq!(said.lines().count(), 1, "{typed}:\n{said}");
        assert!(said.contains("There is no "), "{typed}:\n{said}");
    }
}

#[test]
fn a_telephone_number_is_searched_for() {
    let guide = Guide::new();
    for (typed, found) in
        [("999", "Danger now"), ("0800 1111", "Childline"), ("01412767724", "TARA")]
    {
        assert!(guide.answer(typed).contains(found), "{typed}");
    }
}

#[test]
fn any_words_search_and_the_word_search_may_stand_before_them() {
    let guide = Guide::new();
    let said = guide.answer("i have nowhere to sleep");
    assert!(said.contains("A safe place to stay"), "{said}");
    assert_eq!(guide.answer("SEARCH i have nowhere to sleep"), said);
    assert_eq!(guide.answer("search"), guide.words.plain.search_what);
}

#[test]
fn nothing_found_still_says_who_to_call() {
    let said = Guide::new().answer("zzqx qqzx");
    for number in ["999", "101", HELPLINE] {
        assert!(said.contains(number), "{said}");
    }
}

#[test]
fn back_and_start_lead_back() {
    let guide = Guide::new();
    assert!(guide.answer("4\n1\nback").starts_with("Talk to someone"));
    assert!(guide.answer("4\n2\nback\nback").contains("Who can help me?"));
    assert!(guide.answer("4\n2\nstart").contains("Who can help me?"));
    assert_eq!(guide.answer("back"), guide.words.plain.at_start);
    assert!(guide.answer("4\nsources\nsources\nback").starts_with("Talk to someone"));
}

#[test]
fn a_long_page_comes_screen_by_screen() {
    let guide = Guide::new();
    let whole = guide.talk("start\n", TALL);
    for enter in ["\n", "more\n", "MORE\n"] {
        let pieces = guide.talk(enter.repeat(9), Size::new(80, 10));
        let words = |said: &str| {
            let said = said.replace(&guide.words.plain.more, "");
            said.replace(&guide.words.plain.prompt, "")
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
        };
        let first_page = words(&whole);
        let first_page = first_page.rsplit_once(" Start ").map_or("", |(first, _)| first);
        assert!(words(&pieces).starts_with(first_page), "{pieces}");
        assert!(pieces.contains(&guide.words.plain.end), "{pieces}");
    }
}

#[test]
fn every_page_says_the_way_out_and_whom_to_call_in_danger() {
    let guide = Guide::new();
    let [section, entry] = [vec!["Your rights"], vec!["Your rights", "Advice about the law"]];
    let [section, entry] = [section, entry].map(|names| guide.path(&names));
    for typed in ["start", &section, &entry, "sources", "help", "who", "search visa", "zzqx qqzx"] {
        let said = guide.talk(format!("start\n{typed}\n"), TALL);
        let page = said.rsplit(&guide.words.plain.prompt).nth(1).expect("a page");
        assert!(page.contains("999"), "{typed}:\n{page}");
        assert!(guide.words.plain.prompt.contains("hide"));
    }
}

#[test]
fn a_pasted_page_is_one_search() {
    let guide = Guide::new();
    let left = std::cell::Cell::new(3);
    let waits = || {
        left.set(left.get() - 1);
        left.get() > 0
    };
    let said = guide.talk_at("hello\nsources\nhe has a knife\n", TALL, Clearing::ByKey, &waits);
    assert!(said.contains("1. Danger now: call 999"), "{said}");
    assert!(!said.contains("Open Government Licence") && !said.contains("TARA"), "{said}");
}

#[test]
fn hiding_counts_in_a_pasted_page() {
    let guide = Guide::new();
    let said = guide.talk_at("childline\nhide\nsources\n", TALL, Clearing::ByKey, &|| true);
    assert!(!said.contains("Childline, for"), "{said}");
}

#[test]
fn broken_bytes_and_endless_lines_do_no_harm() {
    let guide = Guide::new();
    let long = "visa ".repeat(100_000);
    let said = guide.talk(format!("{long}\nback\n"), TALL);
    assert!(said.contains("Permission to stay"), "{said}");
    let said = guide.talk(b"\xff\xfe visa \x80\n\xc3\n", TALL);
    assert!(said.contains("Permission to stay"), "{said}");
    let hidden = guide.talk(format!("{long}\x1b\nsources\n"), TALL);
    assert!(!hidden.contains("Open Government Licence"));
}

fn words_of(block: &Block) -> Vec<String> {
    match block {
        Block::Title(text)
        | Block::Heading(text)
        | Block::Text(text)
        | Block::Item(text)
        | Block::Said(text)
        | Block::Note(text)
        | Block::Own(_, text) => vec![text.clone()],
        Block::Answer(question, answer) => vec![question.clone(), answer.clone()],
        Block::Paper(_, own, english) => vec![own.clone(), english.clone()],
        Block::Call(Call { name, number, notes, .. })
        | Block::Best(_, Call { name, number, notes, .. }) => {
            [vec![name.clone(), number.to_string()], notes.clone()].concat()
        }
        // An answer's number stands before it anyway.
        Block::Link(Link { text, remark, .. }) | Block::Tile(Link { text, remark, .. }) => {
            let text = text.trim_start_matches(|sign: char| sign.is_ascii_digit() || sign == ' ');
            vec![text.to_owned(), remark.clone()]
        }
        Block::Choices(links) => links.iter().map(|link| link.text.clone()).collect(),
        Block::Big(_, words) => words.clone(),
        Block::Up(_) | Block::Found(..) | Block::Code(_) => Vec::new(),
    }
}

#[test]
fn every_screen_says_all_it_has_to_say() {
    let guide = Guide::new();
    let context = guide.context();
    let screens = reachable(&context);
    assert!(screens.len() > 50, "{} screens", screens.len());
    for (screen, path) in screens.iter().filter(|(screen, _)| *screen != Place::Help) {
        let said = guide.talk(format!("start\n{path}"), TALL);
        let page = said.rsplit(&guide.words.plain.prompt).nth(1).expect("a page");
        let page = unwrapped(page);
        for text in as_text(*screen, None, &context).iter().flat_map(words_of) {
            assert!(page.contains(&text), "{screen:?} does not say: {text}\n{page}");
        }
    }
}

#[test]
fn no_telephone_number_is_ever_broken() {
    let guide = Guide::new();
    let context = guide.context();
    for columns in [20, 24, 30, 40] {
        for (screen, path) in reachable(&context) {
            let said = guide.talk(format!("start\n{path}"), Size::new(columns, 1000));
            for block in as_text(screen, None, &context) {
                let Block::Call(call) = block else { continue };
                let number = call.number.to_string();
                assert!(said.lines().any(|line| line.ends_with(&number)), "{number}:\n{said}");
            }
        }
    }
}

/// How many rows of a terminal a text takes, counted in cells. Colours take none.
fn height(text: &str, columns: u16) -> usize {
    let rows = |line: &str| {
        let mut parts = line.split('\x1b');
        let first = parts.next().unwrap_or_default();
        let others = parts.filter_map(|part| part.split_once('m')).map(|(_, shown)| shown);
        let shown: String = std::iter::once(first).chain(others).collect();
        shown.width().div_ceil(columns.into()).max(1)
    };
    text.lines().map(rows).sum()
}

proptest! {
    #[test]
    fn never_more_than_a_screenful_without_asking(
        columns in 20_u16..120,
        rows in 6_u16..60,
        typed in proptest::collection::vec(
            prop_oneof![Just(String::new()), "[1-9]", "1[0-9]", "[a-z]{1,8}( [a-z]{1,8})?",
                Just("back".to_owned()), Just("help".to_owned()), Just("sources".to_owned())],
            0..12,
        ),
    ) {
        let guide = Guide::new();
        let prompt = &guide.words.plain.prompt;
        let said = guide.talk(typed.join("\n") + "\n", Size::new(columns, rows));
        for part in said.split(prompt.as_str()) {
            let part = part.strip_prefix(' ').unwrap_or(part);
            let taken = height(&format!("{part}{prompt}"), columns);
            prop_assert!(taken <= rows.into(), "{taken} of {rows} lines:\n{part}");
        }
    }

    #[test]
    fn no_input_breaks_the_conversation(typed in any::<Vec<u8>>()) {
        Guide::new().talk(typed, USUAL);
    }
}
