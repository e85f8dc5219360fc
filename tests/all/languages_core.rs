//! The core in each language: what a person may see of it, what `airt check` says of it, and how
//! what people found of it comes back.

use airt::knowledge::Knowledge;
use airt::knowledge::files::{DataFile, EMBEDDED, Sort, embedded_with};
use airt::knowledge::languages::core::{Core, Tier, stamp};
use airt::knowledge::languages::translation::{Shown, Translation};
use airt::knowledge::languages::{State, StringId, Why};
use roxmltree::{Document, Node, ParsingOptions};
use serde_json::{Value, json};

use crate::support::program::{printed, refusal};

#[path = "../../examples/languages/file.rs"]
mod file;

use file::{Check, File};

const CODES: [&str; 22] = [
    "vi", "sq", "zh-Hans", "ro", "pl", "ar", "ti", "am", "so", "ckb", "fa", "ur", "pa", "hi", "bg",
    "es", "pt", "uk", "ru", "tr", "fr", "ml",
];

fn text_of(name: &str) -> &'static str {
    let path = format!("data/languages/{name}.json");
    EMBEDDED.iter().find(|(_, found, _)| *found == path).expect("it is embedded").2
}

fn value_of(name: &str) -> Value {
    serde_json::from_str(text_of(name)).unwrap()
}

/// A language whose drafter was sure of it, before anybody has read it: what readers find must not
/// break a test.
fn draft_of(code: &str) -> Value {
    let mut value = value_of(code);
    let strings = value["strings"].as_object_mut().unwrap().values_mut();
    for string in strings.filter(|string| !string.is_null()) {
        *string = json!({"text": string["text"], "of": string["of"], "confidence": "good"});
    }
    value
}

fn core_of(value: &Value) -> Core {
    let knowledge = Knowledge::embedded().unwrap();
    Core::from_json("core.json", &value.to_string(), |id| knowledge.find(id)).unwrap()
}

/// A language as a person would see it, and what is wrong with its file.
fn read(core: &Core, value: &Value) -> (Option<Translation>, Vec<String>) {
    let knowledge = Knowledge::embedded().unwrap();
    let (read, faults) =
        Translation::from_json("x.json", &value.to_string(), core, knowledge.languages());
    (read, faults.iter().map(ToString::to_string).collect())
}

/// Vietnamese with one string changed.
fn changed(id: StringId, change: impl Fn(&mut Value)) -> (Translation, Vec<String>) {
    let mut value = draft_of("vi");
    change(&mut value["strings"][id.name()]);
    let (read, faults) = read(&core_of(&value_of("core")), &value);
    (read.expect("the file is of Vietnamese"), faults)
}

fn reader(name: &str) -> Value {
    json!({"by": name, "date": "2026-12-01"})
}

fn is_shown(translation: &Translation, id: StringId) -> bool {
    translation.shown(id).own.is_some()
}

#[test]
fn every_language_is_sound_and_says_of_itself_what_the_list_says() {
    let knowledge = Knowledge::from_files(&embedded_with(Vec::new())).unwrap();
    let codes = knowledge.translated().map(|language| knowledge[language].id.as_str());
    assert_eq!(codes.collect::<Vec<_>>(), CODES);
    for language in knowledge.translated() {
        let translation = knowledge.translation(language).expect("it can be read");
        assert_eq!(translation.code(), knowledge[language].id);
    }
    let files = EMBEDDED.iter().filter(|(sort, ..)| *sort == Sort::Translation);
    assert_eq!(files.count(), CODES.len());
}

#[test]
fn the_age_is_that_of_the_questions() {
    let routes: Value = serde_json::from_str(include_str!("../../data/routes.json")).unwrap();
    assert_eq!(value_of("core")["age"], routes["values"]["adult_age"]);
    let (vietnamese, _) = changed(StringId::WhoAge, |string| string["read"] = json!([reader("A")]));
    let shown = vietnamese.shown(StringId::WhoAge);
    assert_eq!(shown.english, "Are you under 18?");
    assert!(shown.own.expect("a speaker read it").contains("18"));
}

#[test]
fn a_draft_shows_danger_and_the_helpline_marked_and_nothing_of_rights_or_who_can_help() {
    let core = core_of(&value_of("core"));
    for code in CODES {
        let value = draft_of(code);
        let (translation, _) = read(&core, &value);
        let translation = translation.unwrap();
        for &id in StringId::ALL {
            let shown = translation.shown(id);
            let is_there = !value["strings"][id.name()].is_null();
            let expected = is_there && core.string(id).tier == Tier::A;
            assert_eq!(shown.own.is_some(), expected, "{code} {}", id.name());
            assert_eq!(shown.is_marked, expected, "{code} {}", id.name());
            assert!(!shown.english.is_empty() && !shown.english.contains('{'));
        }
    }
}

#[test]
fn what_people_found_decides_what_is_shown() {
    const HIDDEN: (bool, bool) = (false, false);
    const MARKED: (bool, bool) = (true, true);
    const PLAIN: (bool, bool) = (true, false);
    let records = [
        (State::Draft, json!([]), Value::Null, [MARKED, HIDDEN, HIDDEN]),
        (State::Read, json!([reader("A")]), Value::Null, [MARKED, MARKED, HIDDEN]),
        (State::ReadTwice, json!([reader("A"), reader("B")]), Value::Null, [PLAIN, PLAIN, HIDDEN]),
        (State::Law, json!([reader("A")]), reader("C"), [PLAIN, PLAIN, PLAIN]),
    ];
    let tiers = [StringId::DangerAsk, StringId::WhoAdult, StringId::RightPlace];
    for (state, read, law, expected) in records {
        for (id, (is_shown, is_marked)) in tiers.into_iter().zip(expected) {
            let (translation, faults) = changed(id, |string| {
                (string["read"], string["law"]) = (read.clone(), law.clone());
            });
            assert_eq!(faults, [""; 0]);
            assert_eq!(translation.state(id), state);
            let shown = translation.shown(id);
            assert_eq!(
                (shown.own.is_some(), shown.is_marked),
                (is_shown, is_marked),
                "{id:?} {state:?}"
            );
        }
    }
}

#[test]
fn a_lawyer_alone_is_not_enough_and_one_reader_is_not_two() {
    let id = StringId::RightPlace;
    for (read, law, expected) in [
        (json!([]), reader("C"), "a lawyer alone is not enough: a speaker must have read it, too"),
        (
            json!([reader("c")]),
            reader("C"),
            "a lawyer alone is not enough: a speaker must have read it, too",
        ),
        (
            json!([reader("A"), reader("a")]),
            Value::Null,
            "\"a\" has read it twice: it takes another reader",
        ),
        (
            json!([{"by": "", "date": "2026-12-01"}]),
            Value::Null,
            "a text is empty, or begins or ends with a space",
        ),
        (
            json!([{"by": "A", "date": "soon"}]),
            Value::Null,
            "write the date of the review as 2026-11-30, not \"soon\"",
        ),
    ] {
        let (translation, faults) = changed(id, |string| {
            (string["read"], string["law"]) = (read.clone(), law.clone());
        });
        assert_eq!(faults, [format!("x.json: right.place: {expected}")]);
        assert_eq!(translation.state(id), State::Hidden(Why::Faulty));
        assert!(!is_shown(&translation, id));
    }
}

#[test]
fn a_weak_string_is_hidden_until_a_speaker_has_read_it() {
    let id = StringId::DangerAsk;
    let (weak, _) = changed(id, |string| string["confidence"] = json!("weak"));
    assert_eq!(weak.state(id), State::Hidden(Why::Weak));
    assert_eq!(
        weak.shown(id),
        Shown { own: None, english: "Are you in danger now?", is_marked: false }
    );
    assert!(is_shown(&weak, StringId::DangerCall));

    let (read, _) = changed(id, |string| {
        (string["confidence"], string["read"]) = (json!("weak"), json!([reader("A")]));
    });
    assert!(read.shown(id).is_marked && is_shown(&read, id));
}

#[test]
fn a_language_that_cannot_say_that_it_is_a_draft_shows_its_card_alone() {
    let faults: [fn(&mut Value); 3] = [
        |string| string["confidence"] = json!("weak"),
        |string| *string = Value::Null,
        |string| string["of"] = json!("00000000"),
    ];
    for fault in faults {
        let (translation, _) = changed(StringId::Draft, fault);
        let shown: Vec<_> =
            StringId::ALL.iter().filter(|id| is_shown(&translation, **id)).collect();
        assert_eq!(shown, [&StringId::CardSpeak, &StringId::CardNeed]);
    }
}

#[test]
fn another_letter_in_the_english_hides_the_string_in_every_language() {
    let mut core = value_of("core");
    let place = StringId::ALL.iter().position(|id| *id == StringId::DangerCall).unwrap();
    core["core"][place]["english"] = json!("Call that number now:");
    let core = core_of(&core);
    for code in CODES {
        let (translation, faults) = read(&core, &draft_of(code));
        let translation = translation.unwrap();
        assert_eq!(translation.state(StringId::DangerCall), State::Hidden(Why::Stale), "{code}");
        let shown = translation.shown(StringId::DangerCall);
        assert_eq!((shown.own, shown.english), (None, "Call that number now:"), "{code}");
        assert_eq!(translation.to_be_checked(StringId::DangerCall), None);
        assert!(
            faults[0].starts_with("x.json: danger.call: it was made from another English text")
        );
        assert_eq!(faults.len(), 1);
        assert!(is_shown(&translation, StringId::DangerAsk), "{code}");
    }
}

#[test]
fn the_english_name_of_the_language_is_part_of_the_english() {
    let mut value = draft_of("vi");
    value["say"] = json!("Viet");
    let (translation, faults) = read(&core_of(&value_of("core")), &value);
    assert_eq!(faults.len(), 2, "say.language and card.speak: {faults:?}");
    assert!(!is_shown(&translation.unwrap(), StringId::CardSpeak));
}

#[test]
fn a_string_with_a_fault_is_hidden_alone_and_named() {
    use StringId::{AnswerYes, DangerAsk, HideShort, WhoAge};
    for (id, text, expected) in [
        // A Cyrillic letter that looks like the Latin one.
        (AnswerYes, "Cо", "'о' in \"Cо\" is no letter of Latn"),
        (AnswerYes, "...", "\"...\" has no letter"),
        (AnswerYes, "C\u{202e}o", "take out the character U+202E in \"Co\""),
        (AnswerYes, "C\u{7}o", "take out the character U+0007 in \"Co\""),
        (AnswerYes, "Co\u{301}", "write \"Có\" in composed form (Unicode NFC)"),
        (AnswerYes, "Có 1", "a digit stands in the words: numbers stand apart from them"),
        (AnswerYes, "Có {age}", "write the same names in braces as the English has"),
        (WhoAge, "Có", "write the same names in braces as the English has"),
        (WhoAge, "Có {age} {tuổi}", "write the same names in braces as the English has"),
        (HideShort, "Che nhanh trang", "it is 15 cells wide, and the most is 12"),
        (DangerAsk, "", "a text is empty, or begins or ends with a space"),
    ] {
        let (translation, faults) = changed(id, |string| string["text"] = json!(text));
        let expected = expected.replace("Có\" in", "Co\u{301}\" in");
        assert_eq!(faults, [format!("x.json: {}: {expected}", id.name())]);
        assert_eq!(translation.state(id), State::Hidden(Why::Faulty));
        assert!(!is_shown(&translation, id), "{text}");
        assert!(is_shown(&translation, StringId::DangerCall));
    }
}

#[test]
fn what_nobody_has_written_yet_is_said_to_be() {
    let id = StringId::DangerAsk;
    let (translation, faults) = changed(id, |string| *string = Value::Null);
    assert_eq!((translation.state(id), faults.len()), (State::Hidden(Why::Missing), 0));

    let mut value = value_of("vi");
    let strings = value["strings"].as_object_mut().unwrap();
    let danger = strings.remove("danger.ask").unwrap();
    strings.insert("danger.aks".to_owned(), danger);
    value["typed"]["police"] = json!("policy");
    let (translation, faults) = read(&core_of(&value_of("core")), &value);
    assert!(!is_shown(&translation.unwrap(), id));
    assert_eq!(
        faults,
        [
            "x.json: danger.ask: it is missing: write it, or null until somebody has",
            "x.json: danger.aks: no string of the core has this id: take it out",
            "x.json: police: core.json has no meaning \"policy\"",
        ]
    );
}

#[test]
fn a_file_of_no_language_or_of_another_one_shows_nothing() {
    let core = core_of(&value_of("core"));
    for (field, value) in [("code", "sq"), ("script", "Cyrl"), ("name", "Shqip"), ("latin", "Viet")]
    {
        let mut file = value_of("vi");
        file[field] = json!(value);
        let (translation, faults) = read(&core, &file);
        assert!(translation.is_none(), "{field}");
        assert!(faults[0].contains("as in languages-spoken.json"), "{faults:?}");
    }
}

#[test]
fn airt_check_names_the_file_the_string_and_the_fault() {
    let mut value = value_of("vi");
    value["strings"]["danger.ask"]["of"] = json!("12345678");
    let file = DataFile {
        name: "corrected.json".into(),
        sort: Sort::of(&value).expect("it is a data file"),
        text: value.to_string().into(),
    };
    let faults = Knowledge::from_files(&embedded_with(vec![file])).unwrap_err();
    assert_eq!(
        faults.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["corrected.json: danger.ask: it was made from another English text than \"Are you in \
            danger now?\": translate that, and write \"of\": \"0a95f1cb\", not \"12345678\""]
    );
}

#[test]
fn a_fault_of_the_core_is_told_in_words() {
    let knowledge = Knowledge::embedded().unwrap();
    let told = |change: fn(&mut Value)| {
        let mut value = value_of("core");
        change(&mut value);
        let faults = Core::from_json("core.json", &value.to_string(), |id| knowledge.find(id));
        faults.unwrap_err().iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(
        told(|core| core["core"][0]["id"] = json!("chose")),
        [
            "core.json: chose: no screen uses a string of this id: take it out",
            "core.json: choose: it is missing",
        ]
    );
    assert_eq!(
        told(|core| core["core"][0]["id"] = json!("draft")),
        [
            "core.json: draft: another string has this id: give each its own",
            "core.json: choose: it is missing",
        ]
    );
    assert_eq!(
        told(|core| core["meanings"]["help"] = json!(["nowhere"])),
        ["core.json: help: there is no entry \"nowhere\""]
    );
    assert_eq!(
        told(|core| core["age"] = json!("adult")),
        ["core.json: age: write it with two digits"]
    );
}

#[test]
fn typed_words_lead_to_their_pages() {
    let knowledge = Knowledge::embedded().unwrap();
    let words = knowledge.typed_words();
    for language in knowledge.translated() {
        let known = words.iter().filter(|word| word.language == language);
        assert!(known.count() >= 20, "{}", knowledge[language].id);
    }
    let found = words.iter().find(|word| word.word == "nguy hiem").expect("it is Vietnamese");
    assert_eq!((knowledge[found.language].id.as_str(), found.meaning.as_str()), ("vi", "danger"));
    let danger = knowledge.core().meaning(&found.meaning).unwrap();
    assert_eq!(knowledge[danger[0]].id, "emergency-999");
}

#[test]
fn the_list_counts_what_is_shown_and_what_was_read() {
    let list = printed(&["languages"]);
    assert_eq!(list.lines().count(), CODES.len());
    let knowledge = Knowledge::embedded().unwrap();
    for (line, language) in list.lines().zip(knowledge.translated()) {
        let translation = knowledge.translation(language).unwrap();
        let code = translation.code();
        let count =
            |fits: &dyn Fn(StringId) -> bool| StringId::ALL.iter().filter(|id| fits(**id)).count();
        let shown = count(&|id| is_shown(&translation, id));
        let missing = count(&|id| translation.to_be_checked(id).is_none());
        assert!(line.starts_with(&format!("{code} ")), "{line}");
        assert!(line.contains(&format!(" {shown} of 49 shown, ")), "{line}");
        assert!(line.ends_with(&format!(" read, 0 stale, {missing} missing")), "{line}");
        assert_eq!(printed(&["languages", code]), format!("{line}\n"));
    }
    assert_eq!(
        refusal(&["languages", "th", "--sheet"]),
        "airt: \"th\" has a card and no more: `airt languages` names those that have more\n"
    );
}

/// The pages of a sheet, as a browser has them.
fn pages<'a, 'input>(sheet: &'a Document<'input>) -> Vec<Node<'a, 'input>> {
    sheet.descendants().filter(|node| node.has_tag_name("article")).collect()
}

fn parse(html: &str) -> Document<'_> {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    Document::parse_with_options(html, options).expect("every tag is closed")
}

fn texts<'a>(page: Node<'a, '_>, is_own: bool) -> Vec<&'a str> {
    let nodes = page.children().filter(Node::is_element);
    let nodes = nodes.filter(|node| (node.attribute("class") == Some("own")) == is_own);
    nodes.filter_map(|node| node.text()).collect()
}

#[test]
fn a_speaker_says_what_the_words_say_before_the_english_is_in_sight() {
    let knowledge = Knowledge::embedded().unwrap();
    for language in knowledge.translated() {
        let translation = knowledge.translation(language).unwrap();
        let html = printed(&["languages", translation.code(), "--sheet", "--html"]);
        let sheet = parse(&html);
        let [first, second] = pages(&sheet)[..] else { panic!("it has two parts") };
        let own = texts(first, true);
        let to_be_checked = StringId::ALL
            .iter()
            .filter_map(|id| translation.to_be_checked(*id))
            .collect::<Vec<_>>();
        // The name of the language, and every string of it, in another order.
        assert_eq!(own.len(), 1 + to_be_checked.len());
        assert!(to_be_checked.iter().all(|text| own.contains(text)));
        assert_ne!(own[1..], to_be_checked);
        // Besides, only what to do.
        let said = texts(first, false);
        assert!(
            said[3..]
                .chunks(2)
                .enumerate()
                .all(|(place, said)| said == [(place + 1).to_string().as_str(), "It says:"])
        );
        let english = StringId::ALL.iter().map(|id| translation.shown(*id).english);
        for english in english.clone() {
            assert!(!said.contains(&english), "{english}");
        }
        assert!(!said.iter().any(|text| text.contains(&*knowledge[language].english)));
        // After turning over, all of it, in the same order.
        assert_eq!(texts(second, true), own);
        assert!(english.clone().all(|english| texts(second, false).contains(&english)));
    }
}

#[test]
fn the_paper_names_the_language_and_its_direction() {
    for (code, direction) in [("ckb", "rtl"), ("ti", "ltr")] {
        let html = printed(&["languages", code, "--sheet", "--html"]);
        let sheet = parse(&html);
        let own = sheet.descendants().filter(|node| node.attribute("class") == Some("own"));
        for node in own {
            assert_eq!(
                (node.attribute("lang"), node.attribute("dir")),
                (Some(code), Some(direction))
            );
        }
    }
}

#[test]
fn a_lawyer_sees_the_rights_and_what_a_speaker_found_in_them() {
    let text = printed(&["languages", "pl", "--law"]);
    for right in ["right.place", "right.health", "right.law"] {
        assert!(text.contains(right));
    }
    assert_eq!(text.matches("A speaker says that it says:").count(), 3);
    assert!(!text.contains("danger"));
}

/// What stands on a sheet of Vietnamese, to name it by.
fn sign(arguments: &[&str]) -> String {
    let sheet = printed(&[&["languages", "vi"], arguments].concat());
    sheet.split("sheet ").nth(1).expect("it is named")[..8].to_owned()
}

fn vietnamese() -> File {
    serde_json::from_value(draft_of("vi")).unwrap()
}

fn value(file: &File) -> Value {
    serde_json::from_str(&file.write().unwrap()).unwrap()
}

fn row(id: &str, text: &str, of: &str) -> String {
    format!("id\ttext\tstate\tof\tconfidence\tnote\n{id}\t{text}\tdraft\t{of}\tgood\t\n")
}

#[test]
fn the_files_are_written_as_they_stand() {
    for code in CODES {
        let file: File = serde_json::from_str(text_of(code)).unwrap();
        assert_eq!(file.write().unwrap(), text_of(code), "{code}");
    }
}

#[test]
fn what_a_reader_found_stays_with_the_words_and_goes_with_others() {
    let core = core_of(&value_of("core"));
    let sheet = sign(&["--sheet"]);
    let mut file = vietnamese();
    let check = Check {
        sheet: &sheet,
        by: "a speaker, TARA",
        date: "2026-12-01",
        wrong: &["danger.call"],
        is_law: false,
    };
    file.record(&core, &check).unwrap();
    let (translation, faults) = read(&core, &value(&file));
    let translation = translation.unwrap();
    assert_eq!(faults, [""; 0]);
    assert_eq!(translation.state(StringId::DangerAsk), State::Read);
    assert!(is_shown(&translation, StringId::WhoAge));
    assert!(!is_shown(&translation, StringId::DangerCall), "a speaker said that it is wrong");

    let draft = draft_of("vi");
    let same = draft["strings"]["danger.ask"]["text"].as_str().unwrap();
    for (text, of, expected) in [
        (same, "0a95f1cb", json!([{"by": "a speaker, TARA", "date": "2026-12-01"}])),
        (same, "00000000", Value::Null),
        ("Bạn có nguy hiểm không?", "0a95f1cb", Value::Null),
    ] {
        let mut file: File = serde_json::from_value(value(&file)).unwrap();
        file.take_strings(&row("danger.ask", text, of)).unwrap();
        let value = value(&file);
        assert_eq!(value["strings"]["danger.ask"]["read"], expected, "{text} {of}");
        assert_eq!(value["strings"]["danger.ask"]["text"], text);
        assert!(value["strings"]["answer.yes"]["read"].is_array(), "the others stay");
    }
}

#[test]
fn what_a_lawyer_found_is_of_the_rights_alone() {
    let core = core_of(&value_of("core"));
    let mut file = vietnamese();
    let sheet = sign(&["--sheet"]);
    let speaker = Check { sheet: &sheet, by: "A", date: "2026-12-01", wrong: &[], is_law: false };
    file.record(&core, &speaker).unwrap();
    let sheet = sign(&["--law"]);
    let lawyer = Check { sheet: &sheet, by: "B", wrong: &["right.law"], is_law: true, ..speaker };
    file.record(&core, &lawyer).unwrap();
    let (translation, faults) = read(&core, &value(&file));
    let translation = translation.unwrap();
    assert_eq!(faults, [""; 0]);
    assert_eq!(translation.state(StringId::RightPlace), State::Law);
    assert_eq!(translation.state(StringId::RightLaw), State::Hidden(Why::Weak));
    assert_eq!(translation.state(StringId::DangerAsk), State::Read);
}

#[test]
fn a_record_of_other_words_than_those_of_the_sheet_is_refused() {
    let core = core_of(&value_of("core"));
    let sheet = sign(&["--sheet"]);
    let mut file = vietnamese();
    let check =
        Check { sheet: &sheet, by: "A", date: "2026-12-01", wrong: &["danger"], is_law: false };
    let refused =
        |file: &mut File, check: &Check| file.record(&core, check).unwrap_err().to_string();
    assert_eq!(refused(&mut file, &check), "no string of this sheet has the id \"danger\"");
    file.take_strings(&row("answer.yes", "Vâng", &stamp("Yes"))).unwrap();
    let check = Check { wrong: &[], ..check };
    assert!(refused(&mut file, &check).starts_with("these words are not those of that sheet"));
    assert!(file.take_strings(&row("danger", "Vâng", "")).is_err());
    assert!(!file.write().unwrap().contains("\"read\""));
}

#[test]
fn typed_words_come_in_from_a_sheet() {
    let mut file = vietnamese();
    file.take_typed("typed\tkind\tmeaning\tids\ncứu\tword\thelp\tx\n").unwrap();
    assert_eq!(value(&file)["typed"], json!({"cứu": "help"}));
}
