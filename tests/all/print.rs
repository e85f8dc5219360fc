//! `airt print`: what stands on a sheet of paper, and in the page for a browser.

use crate::support::guide::Guide;
use crate::support::program::{SATURDAY_NIGHT, printed, refusal};
use airt::interface::page::row::Marks;
use airt::knowledge::entry::Audience;
use airt::knowledge::hours::Moment;
use airt::paper::{COLUMNS, Part, Sheet, write_text};
use roxmltree::{Document, ParsingOptions};
use unicode_width::UnicodeWidthStr;

impl Guide {
    fn numbers(&self) -> impl Iterator<Item = &str> {
        let phones = self.knowledge.entries().iter().flat_map(|entry| &entry.phones);
        phones.map(|phone| phone.number.spoken())
    }
}

fn text_of(sheet: Sheet) -> String {
    let mut output = Vec::new();
    write_text(&mut output, &[sheet]).expect("memory does not fail");
    String::from_utf8(output).expect("text is UTF-8")
}

fn html(ids: &[&str]) -> String {
    let arguments = [&["print", "--html", "--at", SATURDAY_NIGHT], ids].concat();
    printed(&arguments)
}

/// The page as XML, which a browser's HTML must be too here.
fn parse(html: &str) -> Document<'_> {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    Document::parse_with_options(html, options).expect("every tag is closed")
}

fn text_within(node: roxmltree::Node) -> String {
    node.descendants().filter(roxmltree::Node::is_text).filter_map(|text| text.text()).collect()
}

#[test]
fn a_card_asks_for_an_interpreter_in_a_persons_own_language() {
    for asked in ["vi", "VI", "Vietnamese", "Tiếng Việt"] {
        let card = printed(&["card", asked]);
        for text in
            ["Tôi cần một thông dịch viên.", "I need an interpreter.", "999", "0800 0121 700"]
        {
            assert!(card.contains(text), "{asked}: no {text:?} in:\n{card}");
        }
        assert!(card.contains("nobody who speaks this language has checked"), "{card}");
    }
    assert!(printed(&["card", "ar", "--html"]).contains("lang=\"ar\" dir=\"rtl\""));
    let line = refusal(&["card", "klingon"]);
    assert_eq!(line, "airt: there is no language \"klingon\": `airt languages` lists them\n");
    let slip = refusal(&["card", "vietnamse"]);
    assert!(slip.contains("\"vietnamse\" (did you mean vietnamese?)"), "{slip}");
    let nothing = refusal(&["card", ""]);
    assert!(nothing.contains("there is no language \"\""), "{nothing}");
}

/// Read as a camera reads it, from the squares that a browser draws.
#[test]
fn the_code_of_a_card_calls_the_helpline() {
    let page = printed(&["card", "vi", "--html"]);
    let (_, size) = page.split_once("viewBox=\"0 0 ").expect("there is a drawing");
    let size: usize = size.split(' ').next().unwrap().parse().unwrap();
    let (_, path) = page.split_once("<path d=\"").expect("it has a path");
    let squares = path.split('"').next().unwrap().split('M').filter(|square| !square.is_empty());
    let places: Vec<(usize, usize)> = squares
        .map(|square| square.strip_suffix("h1v1h-1z").unwrap().split_once(' ').unwrap())
        .map(|(x, y)| (x.parse().unwrap(), y.parse().unwrap()))
        .collect();
    let is_dark = |x: usize, y: usize| places.contains(&(x / 4, y / 4));
    let picture = |x, y| if is_dark(x, y) { 0 } else { 255 };
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(4 * size, 4 * size, picture);
    let codes = picture.detect_grids();
    assert_eq!(codes.len(), 1);
    assert_eq!(codes[0].decode().unwrap().1, "tel:08000121700");
}

/// `contract` holds both sheets whole.
#[test]
fn each_page_begins_on_a_new_sheet() {
    let [tara, numbers] =
        ["tara", "numbers"].map(|id| printed(&["print", id, "--at", SATURDAY_NIGHT]));
    let both = printed(&["print", "tara", "numbers", "--at", SATURDAY_NIGHT]);
    assert_eq!(both, format!("{tara}\x0c{numbers}"));
}

#[test]
fn all_pages_fit_the_paper_and_do_not_say_what_is_open_now() {
    let guide = Guide::new();
    let all = printed(&["print", "all", "--at", SATURDAY_NIGHT]);
    let sheets: Vec<&str> = all.split('\x0c').collect();
    assert_eq!(sheets.len(), guide.knowledge.entries().len());
    let sheets = sheets.iter().zip(guide.knowledge.entries());
    // What a form says stands in its own test.
    for (sheet, entry) in sheets.filter(|(_, entry)| entry.form.is_none()) {
        assert!(sheet.starts_with(&entry.title), "{sheet}");
        assert!(sheet.lines().all(|line| line.width() <= COLUMNS), "{sheet}");
        for now in ["open now", "open, closes", "closed, opens", "airt show"] {
            assert!(!sheet.contains(now), "{now}: {sheet}");
        }
        let joined = sheet.replace('\n', " ");
        let source = &guide.knowledge[entry.source];
        for said in [Some(&source.title), Some(&source.publisher), source.attribution.as_ref()] {
            assert!(said.is_none_or(|said| joined.contains(said.as_str())), "{said:?}: {sheet}");
        }
        for phone in &entry.phones {
            let number = phone.number.spoken();
            assert!(sheet.lines().any(|line| line.starts_with(number)), "{number}: {sheet}");
        }
    }
}

#[test]
fn a_number_in_a_sentence_is_whole_wherever_it_stands() {
    let guide = Guide::new();
    for number in guide.numbers() {
        for before in 1..=COLUMNS {
            let text = format!("{} {number} again", "a".repeat(before));
            let sheet = Sheet { card: Vec::new(), parts: vec![Part::Text(text)] };
            let lines = text_of(sheet);
            assert!(lines.lines().any(|line| line.contains(number)), "{lines}");
        }
    }
}

#[test]
fn a_wrong_clock_puts_no_day_on_paper() {
    let guide = Guide::new();
    let context = guide.context_at(Moment::ClockWrong, Marks::ASCII);
    let text = text_of(Sheet::of_numbers(&context));
    assert!(!text.contains("This paper was made on"), "{text}");
    assert!(text.contains("Monday to Friday, 9am to 5pm"), "{text}");
}

#[test]
fn the_page_for_a_browser_is_whole_in_itself() {
    let page = html(&["all", "numbers"]);
    let document = parse(&page);
    let elements = [
        "html", "head", "meta", "title", "style", "body", "article", "section", "h1", "h2", "p",
        "span", "div",
    ];
    let attributes = ["lang", "charset", "http-equiv", "content", "name", "class"];
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        assert!(elements.contains(&node.tag_name().name()), "{node:?}");
        for attribute in node.attributes() {
            assert!(attributes.contains(&attribute.name()), "{node:?}");
            assert!(!attribute.value().contains("http:"), "{node:?}");
        }
        if node.has_tag_name("style") {
            let style = text_within(node);
            assert!(!style.contains("url(") && !style.contains("@import"), "{style}");
        }
    }
    assert!(
        page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>")
    );
    assert!(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'\""));
}

#[test]
fn the_browser_says_nothing_telling_on_its_tab() {
    for ids in [&["numbers"][..], &["tara"], &["all"]] {
        let page = html(ids);
        let document = parse(&page);
        let title = document.descendants().find(|node| node.has_tag_name("title"));
        assert_eq!(title.and_then(|title| title.text()), Some("Useful numbers"));
    }
}

#[test]
fn the_page_for_a_browser_has_every_number_whole_and_every_word_of_the_sheet() {
    let guide = Guide::new();
    let page = html(&["numbers", "all"]);
    let document = parse(&page);
    let large = |class| {
        let found =
            document.descendants().filter(move |node| node.attribute("class") == Some(class));
        found.map(text_within).collect::<Vec<_>>()
    };
    let (calls, whole) = (large("large"), large("number"));
    for number in guide.numbers() {
        assert!(calls.iter().any(|call| call == number), "{number}");
        assert!(!number.contains(' ') || whole.iter().any(|one| one == number), "{number}");
    }
    let all = text_within(document.root_element());
    for entry in guide.knowledge.entries().iter().filter(|entry| entry.form.is_none()) {
        for text in [&entry.title, &entry.summary, &entry.act].into_iter().chain(&entry.body) {
            assert!(all.contains(text.as_str()), "{text}");
        }
    }
}

#[test]
fn the_card_has_the_numbers_and_no_telling_headline() {
    let guide = Guide::new();
    let page = html(&["numbers"]);
    let document = parse(&page);
    let card = document.descendants().find(|node| node.attribute("class") == Some("card"));
    let card = card.expect("there is a card");
    let headings: Vec<String> = card
        .descendants()
        .filter(|node| node.has_tag_name("h1") || node.has_tag_name("h2"))
        .map(text_within)
        .collect();
    assert_eq!(headings, ["Useful numbers"]);
    let text = text_within(card);
    let large = card.descendants().filter(|node| node.attribute("class") == Some("large"));
    let large: Vec<String> = large.map(text_within).collect();
    let knowledge = &guide.knowledge;
    for (index, phone) in knowledge.places().flat_map(|entry| knowledge.phones(entry)) {
        let is_for_all = knowledge.audience(index.entry) == Audience::Everybody;
        let is_there = large.iter().any(|number| number == phone.number.spoken());
        assert_eq!(is_there, is_for_all, "{}", phone.number);
    }
    assert!(!text.contains("trafficking"), "{text}");
    assert!(text.contains("This paper was made on 5 December 2026."), "{text}");
}

/// Lines of text on a sheet of A4 from a printer of plain text, six an inch, without its margins.
const LINES_OF_A4: usize = 64;

#[test]
fn the_worksheet_is_one_page_of_empty_boxes_that_says_first_that_paper_can_be_found() {
    let sheet = printed(&["print", "worksheet", "--at", SATURDAY_NIGHT]);
    assert!(sheet.starts_with("THIS PAPER CAN BE FOUND."), "{sheet}");
    assert_eq!(sheet, printed(&["print", "workers-worksheet"]), "no day or time is filled in");
    assert!(sheet.lines().count() <= LINES_OF_A4, "{} lines", sheet.lines().count());
    assert!(sheet.lines().all(|line| line.width() <= COLUMNS), "{sheet}");
    let is_line = |line: &&str| line.len() == COLUMNS && line.bytes().all(|sign| sign == b'_');
    assert_eq!(sheet.lines().filter(is_line).count(), 34, "{sheet}");
    for label in ["Under 18, or may be?", "in their own words", "not now", "(30 days)"] {
        assert!(sheet.contains(label), "{label}: {sheet}");
    }
    assert!(!sheet.contains("2026"), "{sheet}");
    let page = html(&["worksheet"]);
    let document = parse(&page);
    let body = document.descendants().find(|node| node.has_tag_name("body")).expect("a body");
    assert!(text_within(body).trim_start().starts_with("THIS PAPER CAN BE FOUND."));
}

#[test]
fn the_page_for_a_bag_has_the_numbers_by_day_and_night_six_cards_and_its_age() {
    let sheet = printed(&["print", "handover", "--at", SATURDAY_NIGHT]);
    assert!(sheet.lines().count() <= LINES_OF_A4, "{} lines:\n{sheet}", sheet.lines().count());
    assert!(sheet.lines().all(|line| line.width() <= COLUMNS), "{sheet}");
    let part = |from: &str, to: &str| {
        let (_, rest) = sheet.split_once(from).unwrap_or_else(|| panic!("no {from}: {sheet}"));
        rest.split_once(to).unwrap_or_else(|| panic!("no {to}: {sheet}")).0.to_owned()
    };
    let always = part("Day and night\n", "At other times");
    for number in ["999", "101", "0141 276 7724", "0800 1111", "- 111  NHS", "0800 148 88 88"] {
        assert!(always.contains(number), "{number}: {sheet}");
    }
    let others = part("hours not known\n", "Council social work");
    for line in [
        "0141 884 7900  Migrant Help, for adults: By day, Monday to Friday",
        "0141 212 8553  Migrant Help, for adults: Out of hours, hours not",
        "0800 0121 700  Modern Slavery Helpline, hours not known",
    ] {
        assert!(others.contains(line), "{line}: {sheet}");
    }
    for text in [
        "See the person alone.",
        "Use an interpreter who does not know them",
        "for an adult who says no.",
        "An adult must understand and say yes",
        "Under 18, or may be? You do not need their yes.",
        "Do not promise:",
        "Vietnamese",
        "Albanian",
        "Mandarin",
        "Romanian",
        "Tigrinya",
        "Arabic",
        "No speaker has checked",
        "24 November 2026",
    ] {
        assert!(sheet.contains(text), "{text}: {sheet}");
    }
}

#[test]
fn words_that_look_like_tags_are_words() {
    let guide = Guide::new();
    let context = guide.context_at(Moment::ClockWrong, Marks::ASCII);
    let sheet =
        Sheet { card: Vec::new(), parts: vec![Part::Text("a < b & c > <script>".to_owned())] };
    let mut output = Vec::new();
    airt::paper::write_html(&mut output, &context, &[sheet]).expect("memory does not fail");
    let page = String::from_utf8(output).expect("text is UTF-8");
    assert!(page.contains("<p class=\"text\">a &lt; b &amp; c &gt; &lt;script&gt;</p>"), "{page}");
}

#[test]
fn what_cannot_be_printed_is_said_in_one_line() {
    let slip = refusal(&["print", "handovr"]);
    assert!(slip.contains("(did you mean handover?)"), "{slip}");
    let unknown = "airt: no page has the id \"tarra\" (did you mean tara?): \
                   `airt list` names them all\n";
    assert_eq!(refusal(&["print", "tarra"]), unknown);
    assert_eq!(refusal(&["print", "tara", "tarra", "--html"]), unknown);
    assert!(refusal(&["print"]).contains("write `airt print <ID>...`"));
    assert!(refusal(&["print", "tara", "--at", "soon"]).contains("2026-12-25T10:00"));
}
