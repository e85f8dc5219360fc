//! Finding, whatever is typed: any script, any length, any bytes.

use std::sync::LazyLock;

use airt::{
    knowledge::Knowledge,
    search::{Document, Engine, highlights},
};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

static KNOWLEDGE: LazyLock<Knowledge> = LazyLock::new(|| Knowledge::embedded().unwrap());
static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::of_knowledge(&KNOWLEDGE));

/// The ids of what `typed` finds, best first.
fn found(typed: &str) -> Vec<&'static str> {
    let hits = ENGINE.find(&KNOWLEDGE, typed, 5).answers.hits;
    hits.iter().map(|hit| KNOWLEDGE[hit.entry].id.as_str()).collect()
}

/// Where clusters of `text` begin, and its end.
fn boundaries(text: &str) -> Vec<usize> {
    text.grapheme_indices(true).map(|(start, _)| start).chain([text.len()]).collect()
}

#[test]
fn a_word_is_found_from_its_first_letters() {
    for (word, letters, id) in [
        ("interpreter", 3, "interpreter"),
        ("compensation", 4, "compensation"),
        ("tara", 2, "tara"),
    ] {
        for end in letters..=word.len() {
            let typed = &word[..end];
            assert!(found(typed).contains(&id), "{typed}: {:?}", found(typed));
        }
    }
}

#[test]
fn a_number_is_found_however_it_is_spaced() {
    for typed in ["0141 276 7724", "01412767724", "1412767724", "+44 141 276 7724"] {
        assert_eq!(found(typed).first(), Some(&"tara"), "{typed}");
    }
    for (typed, id) in [("999", "emergency-999"), ("101", "police-101"), ("0800 1111", "childline")]
    {
        assert_eq!(found(typed).first(), Some(&id), "{typed}");
    }
}

#[test]
fn capitals_marks_and_wide_letters_make_no_difference() {
    for typed in ["TARA", "tára", "ＴＡＲＡ", "t\u{200b}ara", "\u{202e}tara"] {
        assert_eq!(found(typed).first(), Some(&"tara"), "{typed}");
    }
}

#[test]
fn entries_in_any_script_are_found_in_that_script() {
    let titles = [
        "مساعدة في المحكمة",
        "您可以要求翻译",
        "Bạn có thể xin phiên dịch",
        "የሕግ ምክር",
        "Безопасное жильё",
        "مترجم",
    ];
    let documents = titles.map(|title| Document { title, ..Document::default() });
    let engine = Engine::build(documents, None);
    for (typed, document) in
        [("المَحكمة", 0), ("翻译", 1), ("phien dich", 2), ("ምክር", 3), ("ЖИЛЬЕ", 4), ("مترجم", 5)]
    {
        let first = engine.search(typed, 3).hits.first().map(|hit| hit.document);
        assert_eq!(first, Some(document), "{typed}");
    }
}

#[test]
fn long_and_strange_questions_find_what_they_can() {
    for letter in ["a", " ", "\u{301}", "\u{202e}", "\u{2067}", "م", "警", "9", "tara ", "not "] {
        let typed = letter.repeat(60_000);
        assert!(found(&typed).len() <= 5);
        assert!(highlights("The TARA Service", &typed).len() <= 2);
    }
    assert_eq!(found(""), Vec::<&str>::new());
    assert_eq!(found("   \n\t"), Vec::<&str>::new());
}

#[test]
fn no_documents_find_nothing() {
    let engine = Engine::build([], Some(3));
    assert!(engine.search("help me now", 5).hits.is_empty());
}

proptest! {
    #[test]
    fn anything_typed_is_answered_the_same_way_twice(typed in any::<String>()) {
        prop_assert_eq!(found(&typed), found(&typed));
    }

    #[test]
    fn words_in_any_mixture_are_answered(
        words in prop::collection::vec("[a-z]{1,9}|police|tara|[0-9 ]{1,12}|not|kill|é", 0..9),
    ) {
        let typed = words.join(" ");
        let hits = ENGINE.search(&typed, 4).hits;
        prop_assert!(hits.len() <= 4);
        prop_assert!(hits.is_sorted_by(|one, other| one.score >= other.score));
    }

    #[test]
    fn highlights_stand_on_whole_clusters_in_order(text in any::<String>(), typed in any::<String>()) {
        check_highlights(&text, &typed)?;
    }

    #[test]
    fn highlights_of_a_part_of_the_text_stand_on_whole_clusters(
        text in "(a|é|e\u{301}\u{302}|ß|ﬁ|م|مُ|警|🏳️‍🌈| |'|-){0,24}",
        start in 0..24_usize,
        length in 1..9_usize,
    ) {
        let typed: String = text.chars().skip(start).take(length).collect();
        check_highlights(&text, &typed)?;
    }
}

fn check_highlights(text: &str, typed: &str) -> Result<(), TestCaseError> {
    let boundaries = boundaries(text);
    let mut last = None;
    for range in highlights(text, typed) {
        prop_assert!(boundaries.contains(&range.start) && boundaries.contains(&range.end));
        prop_assert!(range.start < range.end);
        prop_assert!(last.is_none_or(|last| last < range.start));
        last = Some(range.end);
    }
    Ok(())
}
