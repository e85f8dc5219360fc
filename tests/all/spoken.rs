//! The way to somebody who can help, in a person's own language.

use airt::interface::event::KeyCode;
use airt::interface::page::Block;
use airt::interface::page::row::{Font, Letters, Marks};
use airt::interface::place::{Place, Step};
use airt::interface::screens::as_text;
use airt::knowledge::Knowledge;
use airt::knowledge::files::{DataFile, embedded_with};
use airt::knowledge::hours::Moment;
use airt::knowledge::languages::{LanguageIndex, Script};
use serde_json::{Value, json};

use crate::support::guide::Guide;
use crate::support::person::Person;
use crate::support::program::{answered, refusal, success};

const STEPS: [Step; 6] =
    [Step::Danger, Step::Emergency, Step::Unsure, Step::Helpline, Step::Card, Step::Choice];

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

fn language(guide: &Guide, id: &str) -> LanguageIndex {
    let found = guide.knowledge.languages().places().find(|(_, language)| language.id == id);
    found.unwrap().0
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

/// A cell of the table for each script and terminal; the last is a console whose font has them all.
#[test]
fn each_script_is_shown_where_it_can_be_read() {
    use Letters::{Apart, InFont, Joined, Lost, Right, Turned};
    let font = Font::new((0..=u16::MAX).collect());
    let letters = [Lost, Apart, Joined, Turned, Right, InFont(font)];
    for (texts, can) in [
        (
            &[
                (Script::Latn, "Tiếng Việt"),
                (Script::Cyrl, "Українська"),
                (Script::Ethi, "ትግርኛ"),
                (Script::Thai, "ไทย"),
            ][..],
            [false, true, true, true, true, true],
        ),
        // A cell of a console has room for half of one; nor does it join what stands above.
        (
            &[(Script::Hans, "简体中文"), (Script::Hant, "廣東話"), (Script::Thai, "ฉันพูดภาษาไทย")],
            [false, true, true, true, true, false],
        ),
        (
            &[(Script::Beng, "বাংলা"), (Script::Deva, "हिन्दी"), (Script::Guru, "ਪੰਜਾਬੀ")],
            [false, false, true, true, true, false],
        ),
        (&[(Script::Arab, "العربية")], [false, false, false, true, true, false]),
        (&[(Script::Mlym, "മലയാളം")], [false, false, false, false, true, false]),
    ] {
        for &(script, text) in texts {
            let shown =
                letters.map(|letters| Marks { letters, ..Marks::UNICODE }.can_show(script, text));
            assert_eq!(shown, can, "{script:?}");
            assert!(Marks::ASCII.can_show(script, "Tieng Viet"), "{script:?}");
        }
    }
}

/// The font of a console has the letters of one language and not those of the next.
#[test]
fn a_console_shows_the_strings_that_its_font_can_write() {
    let guide = Guide::new();
    let letters = (' '..='~').chain("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ".chars());
    let font = Font::new(letters.map(|letter| u16::try_from(letter).unwrap()).collect());
    let marks = Marks { letters: Letters::InFont(font), ..Marks::ASCII };
    let place = |id| Place::Spoken(language(&guide, id), Step::Danger);
    let polish = said(&guide, marks, place("pl")).join("\n");
    assert!(polish.contains("niebezpieczeństwie"), "{polish}");
    let none = "This window cannot show all the letters of this language.";
    assert!(!polish.contains(none), "{polish}");
    let vietnamese = said(&guide, marks, place("vi")).join("\n");
    assert!(vietnamese.contains(none), "{vietnamese}");
    assert!(!vietnamese.contains("hiểm"), "{vietnamese}");
    assert!(vietnamese.contains("Are you in danger now?"), "{vietnamese}");
}

/// Nobody but the reader knows what a window shows; of the letters of one language it says nothing of
/// another's.
#[test]
fn a_person_says_which_letters_can_be_read() {
    let mut person = Person::at(80, 24);
    person.press(KeyCode::Function(2)).sees("Tiếng Việt").sees("al-Arabiyya");
    person.opens("Letters are missing").sees("Tiếng Việt").opens("العربية");
    person.sees("أتحدث العربية").sees("I see boxes").types("1");
    person.press(KeyCode::Left).sees("Tiếng Việt").sees("العربية").sees("Malayalam");
    person.press(KeyCode::Home).press(KeyCode::Function(2)).opens("Tiếng Việt");
    person.opens("Letters are missing").types("2").sees("Are you in danger now?");
    person.sees("cannot show all the letters").sees_no("Bạn").press(KeyCode::Left);
    person.sees("Tieng Viet").sees("العربية").sees("Shqip").sees("Yoruba");
}

/// Whoever types reads the answers, in either language.
#[test]
fn an_answer_in_words_is_an_answer_in_a_language_too() {
    for (typed, leads) in [
        ("yes", "Call this number now:"),
        ("có", "Call this number now:"),
        ("no", "You can call this number"),
        ("không", "You can call this number"),
    ] {
        let mut person = Person::at(80, 40);
        person.press(KeyCode::Function(2)).opens("Tiếng Việt").types(typed);
        person.press(KeyCode::Enter).sees(leads);
        let lines = success(&answered(&["--plain", "--lang", "vi"], &format!("{typed}\n")));
        assert!(lines.contains(leads), "{typed}: {lines}");
    }
}

/// What one speaker read is no longer said to be read by nobody, in either language.
#[test]
fn the_mark_says_how_many_speakers_read_it() {
    let nobody = ["nobody who speaks this language", "Chưa có ai kiểm tra"];
    let one = "One person who speaks this language has checked these words.";
    for (readers, expected) in [(0, nobody.to_vec()), (1, vec![one]), (2, Vec::new())] {
        let guide = Guide { knowledge: vietnamese_read_by(readers), ..Guide::new() };
        let place = Place::Spoken(language(&guide, "vi"), Step::Danger);
        let said = said(&guide, BOTH_WAYS, place).join("\n");
        for mark in [nobody[0], nobody[1], one] {
            assert_eq!(said.contains(mark), expected.contains(&mark), "{mark}:\n{said}");
        }
    }
}

fn vietnamese_read_by(readers: usize) -> Knowledge {
    let record = |name| json!({"by": format!("speaker {name}, TARA"), "date": "2026-11-26"});
    let records: Vec<Value> = (1..=readers).map(record).collect();
    let mut files = embedded_with(Vec::new());
    let is_vietnamese = |file: &&mut DataFile| file.name.ends_with("languages/vi.json");
    let file = files.iter_mut().find(is_vietnamese).unwrap();
    let mut value: Value = serde_json::from_str(&file.text).unwrap();
    for string in value["strings"].as_object_mut().unwrap().values_mut() {
        if !string.is_null() {
            string["read"] = records.clone().into();
        }
    }
    file.text = value.to_string().into();
    Knowledge::from_files(&files).unwrap()
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
    let place = Place::Spoken(language(&guide, "ar"), Step::Danger);
    assert!(said(&guide, BOTH_WAYS, place).join("\n").contains(is_arabic));
}

/// Terminals that turn letters take a closing stop for the first sign of the row.
#[test]
fn no_row_that_runs_from_right_to_left_ends_in_a_stop() {
    let guide = Guide::new();
    let context = guide.context_at(Moment::ClockWrong, BOTH_WAYS);
    let mut rows = 0;
    let places = guide.knowledge.languages().places();
    for (index, _) in places.filter(|(_, language)| language.script.runs_left()) {
        let steps = STEPS.map(|step| Place::Spoken(index, step));
        for place in steps.into_iter().chain([Place::Card(index)]) {
            for block in as_text(place, None, &context) {
                let (Block::Own(_, text) | Block::Paper(_, text, _)) = block else { continue };
                rows += 1;
                assert!(!text.ends_with(['.', ':', '۔']), "{text}");
            }
        }
    }
    assert!(rows > 50, "{rows}");
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

/// A worker opens it for somebody, at the first question in their language.
#[test]
fn the_program_begins_in_the_language_that_was_asked_for() {
    let first = success(&answered(&["--plain", "--lang", "vietnamese"], ""));
    assert!(first.contains("Are you in danger now?") && first.contains("Draft: nobody"), "{first}");
    let card = success(&answered(&["--plain", "--lang", "ti"], ""));
    assert!(card.contains("I speak Tigrinya. I need an interpreter."), "{card}");
    let home = success(&answered(&["--plain", "--lang", "en"], ""));
    assert!(home.contains("Who can help me?"), "{home}");
    assert!(success(&answered(&["--lang", "vi-VN"], "")).contains("Are you in danger now?"));
    for english in ["EN", "english", "en-GB"] {
        assert!(success(&answered(&["--lang", english], "")).contains("Who can help me?"));
    }
    assert!(refusal(&["--plain", "--lang", "tlh"]).contains("no language \"tlh\""));
    assert!(refusal(&["--lang", "vi", "search", "help"]).contains("leave one of them out"));
}
