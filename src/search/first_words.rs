//! The first words people type in their own language: help, police, danger.

use std::collections::HashMap;

use super::fold::fold;
use crate::knowledge::Knowledge;
use crate::knowledge::entry::EntryIndex;
use crate::knowledge::languages::{LanguageIndex, Script};

/// Each word or two, folded, with what it may mean; languages share some.
#[derive(Default)]
pub struct FirstWords(HashMap<String, Vec<FirstWord>>);

/// What a first word means in a language.
pub struct FirstWord {
    pub language: LanguageIndex,
    /// The pages it asks for, best first.
    pub entries: Vec<EntryIndex>,
}

impl FirstWord {
    /// Whether it tells of danger.
    pub fn is_danger(&self, emergency: EntryIndex) -> bool {
        self.entries.first() == Some(&emergency)
    }
}

impl FirstWords {
    /// Reads the words of every language.
    pub fn new(knowledge: &Knowledge) -> Self {
        let mut words: HashMap<String, Vec<FirstWord>> = HashMap::new();
        for typed in knowledge.typed_words() {
            let entries = knowledge.core().meaning(&typed.meaning).unwrap_or_default().to_vec();
            let word = FirstWord { language: typed.language, entries };
            let others = words.entry(fold(&typed.word).text().to_owned()).or_default();
            if others.iter().all(|other| other.language != word.language) {
                others.push(word);
            }
        }
        Self(words)
    }

    /// What a whole question means, if it is such words and nothing else.
    pub fn of(&self, typed: &str) -> &[FirstWord] {
        self.0.get(fold(bare(typed)).text()).map_or(&[], Vec::as_slice)
    }

    /// What such words mean among others of their languages, the longest first.
    pub fn within(&self, typed: &str, languages: &[LanguageIndex]) -> Vec<&FirstWord> {
        let words: Vec<&str> = typed.split_whitespace().collect();
        let runs = (1..=LONGEST).rev().flat_map(|length| words.windows(length));
        let runs = runs.map(|run| run.join(" ")).chain(words.iter().flat_map(|word| pieces(word)));
        let found = runs.flat_map(|run| self.of(&run));
        found.filter(|word| languages.contains(&word.language)).collect()
    }
}

/// The most words of one entry in the lists.
const LONGEST: usize = 3;

/// Without the marks around it: "¡ayuda!" is "ayuda".
fn bare(typed: &str) -> &str {
    let is_mark =
        |letter: char| letter.is_ascii_punctuation() || "¡¿؟،؛。！？，、…«»“”।".contains(letter);
    typed.trim_matches(|letter: char| letter.is_whitespace() || is_mark(letter))
}

/// Each two, three or four letters of a word of Chinese, which has no spaces.
fn pieces(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    if !letters.iter().any(|&letter| Script::Hans.has(letter)) {
        return Vec::new();
    }
    (2..=4)
        .rev()
        .flat_map(|length| letters.windows(length))
        .map(|piece| piece.iter().collect())
        .collect()
}
