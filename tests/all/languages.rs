//! "I speak another language": each language in its own script, with a card to show.

use std::collections::BTreeSet;

use airt::knowledge::languages::{Review, Script, SpokenLanguage, SpokenLanguages};
use serde_json::{Value, json};
use unicode_normalization::UnicodeNormalization;

const JSON: &str = include_str!("../../data/languages-spoken.json");

fn languages() -> SpokenLanguages {
    SpokenLanguages::from_json("languages-spoken.json", JSON).unwrap()
}

fn language(id: &str) -> SpokenLanguage {
    let languages = languages();
    languages.all().iter().find(|language| language.id == id).unwrap().clone()
}

#[test]
fn the_languages_most_needed_in_scotland_are_there() {
    let needed = [
        "vi", "sq", "zh-Hans", "ro", "pl", "ar", "ti", "am", "so", "ckb", "fa", "ps", "ur", "pa",
        "hi", "bn", "bg", "lt", "es", "pt", "uk", "ru",
    ];
    let ids: BTreeSet<_> = languages().all().iter().map(|language| language.id.clone()).collect();
    for id in needed {
        assert!(ids.contains(id), "{id}");
    }
    assert_eq!(ids.len(), languages().all().len());
}

#[test]
fn each_language_is_written_in_its_own_script() {
    use Script::{Arab, Beng, Cyrl, Deva, Ethi, Guru, Hans, Hant, Latn, Mlym, Thai};
    let scripts = [
        (Arab, &["ar", "ckb", "fa", "prs", "ps", "ur", "pa-Arab"][..]),
        (Beng, &["bn"]),
        (Cyrl, &["bg", "uk", "ru"]),
        (Deva, &["hi"]),
        (Ethi, &["ti", "am"]),
        (Guru, &["pa"]),
        (Hans, &["zh-Hans"]),
        (Hant, &["yue-Hant"]),
        (
            Latn,
            &[
                "vi", "sq", "ro", "pl", "so", "kmr", "lt", "es", "pt", "tr", "fr", "sk", "cs",
                "hu", "lv", "fil", "om", "yo", "sw",
            ],
        ),
        (Mlym, &["ml"]),
        (Thai, &["th"]),
    ];
    for (script, ids) in scripts {
        for id in ids {
            assert_eq!(language(id).script, script, "{id}");
        }
    }
    assert_eq!(scripts.iter().map(|(_, ids)| ids.len()).sum::<usize>(), languages().all().len());
}

#[test]
fn only_arabic_letters_run_from_right_to_left() {
    for language in languages().all() {
        let has_arabic =
            language.card.chars().any(|letter| matches!(letter, '\u{600}'..='\u{6ff}'));
        let runs_left = language.script.runs_left();
        assert_eq!(runs_left, has_arabic, "{}", language.id);
    }
}

#[test]
fn every_text_is_in_composed_form_without_marks_that_hide_or_reorder() {
    for language in languages().all() {
        for text in [&language.name, &language.card, &language.english, &language.latin] {
            assert!(text.nfc().eq(text.chars()), "{text}");
            let is_bidi = |mark| matches!(mark, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
            assert!(!text.contains(is_bidi), "{text}");
        }
    }
}

#[test]
fn a_name_stands_in_plain_letters_for_terminals_without_the_glyphs() {
    assert_eq!(language("vi").latin, "Tieng Viet");
    assert_eq!(language("bg").latin, "Balgarski");
    assert!(languages().all().iter().all(|language| language.latin.is_ascii()));
}

#[test]
fn the_card_is_two_sentences_in_the_language_and_in_english() {
    let languages = languages();
    let polish = languages.all().iter().find(|language| language.id == "pl").unwrap();
    assert_eq!(polish.card, "Mówię po polsku. Potrzebuję tłumacza.");
    assert_eq!(languages.english_card(polish), "I speak Polish. I need an interpreter.");
    for language in languages.all() {
        let ends = language.card.chars().filter(|mark| ".。።।۔".contains(*mark)).count();
        // In Thai only a space ends a sentence.
        let spaces = language.card.matches(' ').count();
        let sentences = if language.script == Script::Thai { spaces + 1 } else { ends };
        assert_eq!(sentences, 2, "{}", language.card);
    }
}

#[test]
fn every_card_is_a_draft_until_a_named_person_has_checked_it() {
    assert!(languages().all().iter().all(|language| language.review == Review::Draft));

    let mut file: Value = serde_json::from_str(JSON).unwrap();
    file["spoken"][0]["review"] =
        json!({"reviewed": {"by": "Nguyen Thi Mai", "date": "2026-11-30"}});
    let languages = SpokenLanguages::from_json("languages-spoken.json", &file.to_string()).unwrap();
    let expected =
        Review::Reviewed { by: "Nguyen Thi Mai".to_owned(), date: "2026-11-30".to_owned() };
    assert_eq!(languages.all()[0].review, expected);
}

/// What is said of the languages with one value changed.
fn check_told(path: &str, value: Value, expected: &str) {
    let mut file: Value = serde_json::from_str(JSON).unwrap();
    *file.pointer_mut(path).unwrap() = value;
    let faults =
        SpokenLanguages::from_json("languages-spoken.json", &file.to_string()).unwrap_err();
    let told: Vec<_> = faults.iter().map(ToString::to_string).collect();
    assert_eq!(told, [format!("languages-spoken.json: {expected}")], "{path}");
}

#[test]
fn a_faulty_file_is_told_in_words() {
    // A Cyrillic letter that looks like the Latin one.
    check_told("/spoken/1/name", json!("Shqiр"), "sq: 'р' in \"Shqiр\" is no letter of Latn");
    check_told("/spoken/1/card", json!("..."), "sq: \"...\" has no letter");
    check_told("/spoken/1/id", json!("vi"), "vi: another language has this tag: give each its own");
    check_told(
        "/spoken/1/id",
        json!("Albanian"),
        "Albanian: write the tag \"Albanian\" as in vi or zh-Hans",
    );
    check_told(
        "/spoken/0/latin",
        json!("Tiếng Việt"),
        "vi: write \"Tiếng Việt\" in the letters A to Z alone",
    );
    check_told(
        "/spoken/5/name",
        json!("Polski\u{202e}"),
        "pl: take out the character U+202E in \"Polski\"",
    );
    check_told(
        "/spoken/1/review",
        json!({"reviewed": {"by": "Ana", "date": "last week"}}),
        "sq: write the date of the review as 2026-11-30, not \"last week\"",
    );
    check_told(
        "/card",
        json!("I need an interpreter."),
        "card: write {language} where its name goes",
    );
}
