//! The languages that somebody may be typing in, by their letters and by common words of each.

use super::fold::fold;
use crate::knowledge::languages::{LanguageIndex, Script, SpokenLanguage, SpokenLanguages};

/// The most languages offered for one text: brothers in the same letters, near the top of a screen.
const MOST: usize = 4;

/// Words that are read: more say nothing new, and a pasted letter has hundreds.
const MOST_WORDS: usize = 24;

/// A letter that tells languages apart says as much as so many of their words.
const LETTER: usize = 2;

/// Letters of a word that can go on with an ending and stay itself.
const LONG: usize = 5;

/// Letters of an ending.
const LONGEST_ENDING: usize = 3;

/// Letters of a word that is English and nothing else.
const TELLING: usize = 3;

/// The languages that a text may be in, likeliest first; none for English.
#[must_use]
pub fn typed_in(
    languages: &SpokenLanguages,
    text: &str,
    is_english: impl Fn(&str) -> bool,
) -> Vec<LanguageIndex> {
    let text = text.to_lowercase();
    let folded = fold(&text);
    let words = folded.text().split(|letter: char| !letter.is_alphabetic());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).take(MOST_WORDS).collect();
    // Short words are alike in many languages: "a", "me", "no".
    let english = words.iter().filter(|word| word.len() >= TELLING && is_english(word)).count();
    let words: Vec<Typed> = words.into_iter().map(Typed::new).collect();
    let scored = languages.places();
    let scored = scored.map(|(index, language)| (score(language, &text, &words, english), index));
    let scored: Vec<(usize, LanguageIndex)> = scored.filter(|(score, _)| *score > 0).collect();
    let best = scored.iter().map(|(score, _)| *score).max();
    let likeliest = scored.into_iter().filter(|(score, _)| Some(*score) == best);
    likeliest.map(|(_, index)| index).take(MOST).collect()
}

/// How much of a text is in a language; nothing unless that is more than is English.
fn score(language: &SpokenLanguage, text: &str, words: &[Typed], english: usize) -> usize {
    let own = text.chars().filter(|letter| language.letters.contains(*letter)).count();
    if language.script != Script::Latn && text.chars().any(|letter| language.script.has(letter)) {
        return 1 + own * LETTER;
    }
    let own_words: Vec<&Typed> = words.iter().filter(|word| word.is_of(language)).collect();
    let known = own_words.len();
    let telling = words.iter().filter(|word| word.text.len() >= TELLING).count();
    // One word may be a name: "Ben", "Anh"; of two, one is enough where none is English.
    let is_enough = match telling {
        0 => false,
        1 => own_words.iter().any(|word| word.text.len() > TELLING),
        2 => known >= 1,
        _ => known >= 2,
    };
    let score = known + if known > 0 { own * LETTER } else { 0 };
    if known > english && is_enough || score > words.len() && own >= 2 { score } else { 0 }
}

/// A word that was typed.
struct Typed<'a> {
    text: &'a str,
    /// As it stands among the words of a language, and what a long one is without an ending.
    forms: Vec<String>,
}

impl<'a> Typed<'a> {
    fn new(text: &'a str) -> Self {
        let ends = (0..=LONGEST_ENDING).filter_map(|ending| text.len().checked_sub(ending));
        let is_form =
            |end: &usize| *end == text.len() || *end >= LONG && text.is_char_boundary(*end);
        let forms = ends.filter(is_form).map(|end| format!(" {} ", &text[..end])).collect();
        Self { text, forms }
    }

    fn is_of(&self, language: &SpokenLanguage) -> bool {
        self.forms.iter().any(|form| language.typed.contains(form))
    }
}
