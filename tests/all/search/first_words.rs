//! The first words people type in their own language lead to its door.

use airt::search::DangerLevel;

use super::*;

/// Each word of each language reaches that language, and its pages; danger puts 999 first.
#[test]
fn every_first_word_reaches_its_language_and_its_pages() {
    let entries = Entries::embedded();
    let (mut asked, mut right) = (0, 0);
    for typed in entries.knowledge.typed_words() {
        let found = entries.engine.find(&entries.knowledge, &typed.word, 6);
        let pages = entries.knowledge.core().meaning(&typed.meaning).unwrap();
        asked += 1;
        let has_page =
            pages.iter().all(|page| found.answers.hits.iter().any(|hit| hit.entry == *page));
        if found.languages.contains(&typed.language) && has_page {
            right += 1;
        } else {
            println!("{} ({:?}): {found:?}", typed.word, typed.language);
        }
        if pages.first() == Some(&entries.knowledge.always().emergency.entry) {
            assert_eq!(found.answers.danger, Some(DangerLevel::Sure), "{}", typed.word);
            assert_eq!(found.answers.hits[0].entry, pages[0], "{}", typed.word);
        }
    }
    println!("first words: {right} of {asked} reach their language and pages");
    assert!(right * 100 >= asked * 97, "{right} of {asked}");
}

/// Only the names of languages may fire in English.
#[test]
fn no_english_question_is_a_first_word() {
    let entries = Entries::embedded();
    let words: BTreeSet<String> =
        entries.knowledge.typed_words().into_iter().map(|typed| typed.word).collect();
    for set in ["own-queries", "dev-queries", "blind-queries", "no-answer", "calm", "danger"] {
        for question in questions::read(set) {
            let is_name = entries.knowledge.languages().all().iter().any(|language| {
                [&language.english, &language.latin]
                    .iter()
                    .any(|name| name.eq_ignore_ascii_case(&question.text))
            });
            assert!(is_name || !words.contains(&question.text), "{}", question.text);
        }
    }
}

/// "My child": words that need not stand in any list, beside one that does; marks do not matter. What
/// they say of the police nobody here can tell, so that the helpline stands before them.
#[test]
fn a_first_word_among_others_of_its_language_reaches_its_pages() {
    let entries = Entries::embedded();
    for (typed, page) in [
        ("mon enfant", "childline"),
        ("moje dziecko", "childline"),
        ("estoy en peligro.", "emergency-999"),
        ("¡ayuda!", "modern-slavery-helpline"),
        ("我的孩子", "childline"),
        ("no quiero policía", "modern-slavery-helpline"),
        ("la policia me tiene encerrado", "modern-slavery-helpline"),
    ] {
        let found = entries.engine.find(&entries.knowledge, typed, 6);
        let first = found.answers.hits.first().map(|hit| entries.knowledge[hit.entry].id.as_str());
        assert_eq!(first, Some(page), "{typed}");
        let is_danger = found.answers.danger == Some(DangerLevel::Sure);
        assert_eq!(is_danger, page == "emergency-999", "{typed}");
    }
}
