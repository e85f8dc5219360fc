//! Highlights: which letters of a text answer the question.

use std::ops::Range;

use fuzzy_matcher::{FuzzyMatcher, skim::SkimMatcherV2};
use unicode_segmentation::UnicodeSegmentation;

use super::{
    fold::{Folded, fold},
    language::Language,
    query::{Kind, Query, QueryWord},
    typos,
    words::words,
};

/// The bytes of `text` that answer `typed`: ranges in order, apart from each other, on whole
/// grapheme clusters.
///
/// A word is marked when it is one of the words typed, in any form, folded, unfinished or
/// mistyped. When no word is, letters typed in their order are ("tvlink" in "TV link").
#[must_use]
pub fn highlights(text: &str, typed: &str) -> Vec<Range<usize>> {
    Highlighter::new(typed).find(text)
}

/// What was typed, to be looked for in many texts.
#[derive(Debug)]
pub struct Highlighter {
    query: Query,
}

impl Highlighter {
    pub fn new(typed: &str) -> Self {
        Self { query: Query::new(typed, Language::english()) }
    }

    /// What [`highlights`] finds.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Range<usize>> {
        let folded = fold(text);
        let mut found = marked_words(&folded, &self.query, Language::english());
        if found.is_empty() {
            found = marked_letters(&folded, &self.query);
        }
        whole_clusters(text, &found)
    }
}

fn marked_words(folded: &Folded, query: &Query, language: &Language) -> Vec<Range<usize>> {
    let has_telling_word = query.words.iter().any(|word| word.kind != Kind::Common);
    let sought: Vec<_> =
        query.words.iter().filter(|word| word.kind != Kind::Common || !has_telling_word).collect();
    words(folded.text())
        .into_iter()
        .filter(|word| {
            let stem = language.stem(&word.text);
            sought.iter().any(|sought| answers(&word.text, &stem, sought))
        })
        .map(|word| folded.original(word.range))
        .collect()
}

fn answers(word: &str, stem: &str, sought: &QueryWord) -> bool {
    stem == sought.stem
        || (sought.is_unfinished && word.starts_with(&sought.text))
        || is_slip(word, &sought.text)
}

/// Whether it is mistyped. Most words are too short or too long to be, and are not compared.
fn is_slip(word: &str, sought: &str) -> bool {
    let forgiven = typos::forgiven(sought).min(typos::forgiven(word));
    let apart = word.chars().count().abs_diff(sought.chars().count());
    forgiven > 0 && apart <= forgiven && typos::slips(sought, word) <= forgiven || word == sought
}

/// The letters of the question in their order, when all of them stand there.
fn marked_letters(folded: &Folded, query: &Query) -> Vec<Range<usize>> {
    let pattern = query.texts.concat();
    if !(3..=32).contains(&pattern.chars().count()) {
        return Vec::new();
    }
    let matcher = SkimMatcherV2::default().ignore_case();
    let Some((_, letters)) = matcher.fuzzy_indices(folded.text(), &pattern) else {
        return Vec::new();
    };
    let starts: Vec<_> = folded.text().char_indices().collect();
    letters
        .into_iter()
        .map(|letter| starts[letter])
        .map(|(start, letter)| folded.original(start..start + letter.len_utf8()))
        .collect()
}

/// Widens ranges to whole grapheme clusters of `text` and joins those that touch.
fn whole_clusters(text: &str, found: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut whole: Vec<Range<usize>> = Vec::new();
    for (start, cluster) in text.grapheme_indices(true) {
        let end = start + cluster.len();
        if !found.iter().any(|range| range.start < end && start < range.end) {
            continue;
        }
        match whole.last_mut() {
            Some(last) if last.end == start => last.end = end,
            _ => whole.push(start..end),
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked<'a>(text: &'a str, typed: &str) -> Vec<&'a str> {
        highlights(text, typed).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn words_are_marked_in_any_form() {
        assert_eq!(marked("Victims of trafficking", "i was trafficked"), ["trafficking"]);
        assert_eq!(marked("The TARA Service", "tara glasgow"), ["TARA"]);
        assert_eq!(marked("Legal advice", "leg"), ["Legal"]);
        assert_eq!(marked("An interpreter", "intrepreter"), ["interpreter"]);
        assert_eq!(marked("Café Łódź", "cafe lodz"), ["Café", "Łódź"]);
    }

    #[test]
    fn letters_are_marked_when_no_word_is() {
        assert_eq!(marked("Live TV link", "tvlink"), ["TV", "link"]);
        assert_eq!(marked("Your rights", "pizza"), Vec::<&str>::new());
    }

    #[test]
    fn marks_stand_on_whole_clusters() {
        assert_eq!(marked("cafe\u{301}\u{302} now", "cafe"), ["cafe\u{301}\u{302}"]);
    }
}
