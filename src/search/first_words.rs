//! The first words people type in their own language: help, police, danger.

use std::collections::HashMap;

use super::fold::fold;
use crate::knowledge::Knowledge;
use crate::knowledge::entry::EntryIndex;
use crate::knowledge::languages::LanguageIndex;

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
        self.0.get(fold(typed.trim()).text()).map_or(&[], Vec::as_slice)
    }

    /// What such words mean among others of their languages, in the order they stand.
    pub fn within<'a>(
        &'a self,
        typed: &'a str,
        languages: &'a [LanguageIndex],
    ) -> impl Iterator<Item = &'a FirstWord> {
        let words = typed.split_whitespace().flat_map(|word| self.of(word));
        words.filter(|word| languages.contains(&word.language))
    }
}
