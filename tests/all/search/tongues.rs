//! Other languages: the way to a card, and no English taken for one.

use super::*;

/// The tags of the languages that a text may be in.
fn tags(entries: &Entries, text: &str) -> Vec<String> {
    let found = entries.engine.find(&entries.knowledge, text, 1).languages;
    found.into_iter().map(|index| entries.knowledge[index].id.clone()).collect()
}

#[test]
fn no_english_question_is_taken_for_another_language() {
    let entries = Entries::embedded();
    for set in ["own-queries", "dev-queries", "blind-queries", "no-answer", "calm", "danger"] {
        for question in questions::read(set) {
            let found = tags(&entries, &question.text);
            assert!(found.is_empty(), "{:?} in {found:?}", question.text);
        }
    }
}

#[test]
fn each_card_is_in_its_own_language() {
    let entries = Entries::embedded();
    for language in entries.knowledge.languages().all() {
        for text in [&language.card, &language.card.to_uppercase()] {
            let found = tags(&entries, text);
            assert!(found.contains(&language.id), "{text}: {found:?}");
        }
    }
}

#[test]
fn people_type_without_the_marks_of_their_letters() {
    let entries = Entries::embedded();
    for (text, language) in [
        ("toi can giup do", "vi"),
        ("cuu toi", "vi"),
        ("nie mowie po angielsku", "pl"),
        ("nu vorbesc engleza", "ro"),
        ("ajutor", "ro"),
        ("necesito ayuda por favor", "es"),
        ("pomogite mne", "ru"),
        ("me duhet ndihme", "sq"),
        // Endings change, and English words may stand between.
        ("patronum pasaportumu aldi ve evde kaldim", "tr"),
        ("szef zabral moj passport i nie placi", "pl"),
    ] {
        assert!(
            tags(&entries, text).contains(&language.to_owned()),
            "{text}: {:?}",
            tags(&entries, text)
        );
    }
}
