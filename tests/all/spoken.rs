//! The way to somebody who can help, in a person's own language.

use airt::interface::page::Block;
use airt::interface::page::row::{Letters, Marks};
use airt::interface::place::{Place, Step};
use airt::interface::screens::as_text;
use airt::knowledge::hours::Moment;
use airt::knowledge::languages::{LanguageIndex, Script};

use crate::support::guide::Guide;

const STEPS: [Step; 5] = [Step::Danger, Step::Emergency, Step::Unsure, Step::Helpline, Step::Card];

const BOTH_WAYS: Marks = Marks { letters: Letters::Turned, ..Marks::UNICODE };

/// The words of a screen, block by block, in one line each.
fn said(guide: &Guide, marks: Marks, place: Place) -> Vec<String> {
    let context = guide.context_at(Moment::ClockWrong, marks);
    as_text(place, None, &context).iter().map(|block| format!("{block:?}")).collect()
}

fn spoken(guide: &Guide) -> Vec<LanguageIndex> {
    let whole = |index: &LanguageIndex| {
        guide.knowledge.translation(*index).is_some_and(|translation| !translation.is_card_only())
    };
    guide.knowledge.translated().filter(whole).collect()
}

#[test]
fn each_step_says_english_too_and_that_its_words_are_a_draft() {
    let guide = Guide::new();
    let languages = spoken(&guide);
    assert!(languages.len() >= 15, "{}", languages.len());
    for language in languages {
        for (step, english) in STEPS.into_iter().zip([
            "Are you in danger now?",
            "Call this number now:",
            "Call this number now:",
            "You can call this number and talk to someone:",
            "Show this page to a person who can help you.",
        ]) {
            let said = said(&guide, BOTH_WAYS, Place::Spoken(language, step)).join("\n");
            for text in [english, "The other pages are in English.", "Draft: nobody", "Esc"] {
                assert!(said.contains(text), "{text} in {language:?} {step:?}:\n{said}");
            }
        }
    }
}

#[test]
fn a_number_stands_alone_and_its_words_have_none() {
    let guide = Guide::new();
    for language in spoken(&guide) {
        for (step, number) in [(Step::Emergency, "999"), (Step::Helpline, "0800 0121 700")] {
            let context = guide.context_at(Moment::ClockWrong, BOTH_WAYS);
            let blocks = as_text(Place::Spoken(language, step), None, &context);
            let large: Vec<&str> = blocks
                .iter()
                .filter_map(|block| match block {
                    Block::Big(number, beside) if beside.is_empty() => Some(number.spoken()),
                    _ => None,
                })
                .collect();
            assert_eq!(large, [number], "{language:?}");
            let texts = blocks.iter().filter_map(|block| match block {
                Block::Own(_, text) | Block::Text(text) | Block::Note(text) => Some(text),
                _ => None,
            });
            for text in texts {
                assert!(!text.contains(|letter: char| letter.is_numeric()), "{text}");
            }
        }
    }
}

/// A cell of the table for each script and terminal.
#[test]
fn each_script_is_shown_where_it_can_be_read() {
    use Letters::{Apart, Joined, OnPaper, Turned};
    use Script::{Arab, Beng, Cyrl, Deva, Ethi, Guru, Hans, Hant, Latn, Mlym, Thai};
    for (scripts, can) in [
        (&[Latn, Cyrl, Ethi, Hans, Hant, Thai][..], [true, true, true, true]),
        (&[Beng, Deva, Guru], [false, true, true, true]),
        (&[Arab], [false, false, true, true]),
        (&[Mlym], [false, false, false, true]),
    ] {
        for &script in scripts {
            let shown = [Apart, Joined, Turned, OnPaper]
                .map(|letters| Marks { letters, ..Marks::UNICODE }.can_show(script));
            assert_eq!(shown, can, "{script:?}");
            assert!(!Marks::ASCII.can_show(script), "{script:?}");
        }
    }
}

#[test]
fn no_letter_is_shown_that_comes_reversed_or_apart() {
    let guide = Guide::new();
    let is_arabic = |letter: char| Script::Arab.has(letter);
    let is_malayalam = |letter: char| Script::Mlym.has(letter);
    for language in guide.knowledge.translated() {
        let places = STEPS.map(|step| Place::Spoken(language, step));
        for place in places.into_iter().chain([Place::Card(language), Place::Languages]) {
            let usual = said(&guide, Marks::UNICODE, place).join("\n");
            assert!(!usual.contains(is_arabic), "{usual}");
            for marks in [Marks::UNICODE, BOTH_WAYS] {
                let said = said(&guide, marks, place).join("\n");
                assert!(!said.contains(is_malayalam), "{said}");
            }
        }
    }
    let arabic = guide.knowledge.languages().places().find(|(_, language)| language.id == "ar");
    let place = Place::Spoken(arabic.unwrap().0, Step::Danger);
    assert!(said(&guide, BOTH_WAYS, place).join("\n").contains(is_arabic));
}

/// Letters that run or join change places with what stands beside them.
#[test]
fn nothing_stands_beside_letters_that_run_from_right_to_left() {
    let guide = Guide::new();
    for language in spoken(&guide) {
        let script = guide.knowledge[language].script;
        if script.stands_alone() {
            for block in said(&guide, BOTH_WAYS, Place::Spoken(language, Step::Danger)) {
                let is_mixed = block.contains("Tile")
                    && block.chars().any(|letter| script != Script::Latn && script.has(letter));
                assert!(!is_mixed, "{block}");
            }
        }
    }
}

#[test]
fn a_language_that_cannot_say_it_is_a_draft_shows_its_card_only() {
    let guide = Guide::new();
    for code in ["ti", "so", "am", "ckb"] {
        let languages = guide.knowledge.languages();
        let (index, _) = languages.places().find(|(_, language)| language.id == code).unwrap();
        let step = said(&guide, BOTH_WAYS, Place::Spoken(index, Step::Emergency));
        assert_eq!(step, said(&guide, BOTH_WAYS, Place::Card(index)), "{code}");
    }
}
