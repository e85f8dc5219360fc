//! The lexicon: every word of the documents, its stem, and the words that look like it.

use std::{collections::HashMap, ops::Range, sync::OnceLock};

use super::{language::Language, postings::small, sorted_words::SortedWords, trigrams::Trigrams};

/// What a common word counts for, against other words as rare (0.2: 573, 0.3: 573, 0.5: 574).
pub const COMMON_SHARE: f32 = 0.3;

/// All words and stems of the documents.
pub struct Lexicon {
    /// The words as they stand in the documents.
    pub words: SortedWords,
    /// The letter triples of the words, once somebody has spelled one by ear.
    trigrams: OnceLock<Trigrams>,
    stems: SortedWords,
    /// For each word, its stem.
    terms: Vec<u32>,
    /// For each word, its letters as a set of bits.
    letters: Vec<u32>,
    /// For each stem, how much it says.
    importances: Vec<f32>,
}

impl Lexicon {
    /// Takes words with the places of their stems, and stems with their places.
    pub fn new(
        language: &Language,
        words: HashMap<String, u32>,
        stems: HashMap<String, u32>,
        rarities: Vec<f32>,
    ) -> Self {
        let mut importances = rarities;
        for (_, term) in words.iter().filter(|(word, _)| language.is_common(word)) {
            importances[*term as usize] *= COMMON_SHARE;
        }
        let mut words: Vec<_> = words.into_iter().collect();
        words.sort_unstable();
        let mut stems: Vec<_> = stems.into_keys().collect();
        stems.sort_unstable();
        let sorted = SortedWords::from_sorted(words.iter().map(|(word, _)| word.as_str()));
        Self {
            trigrams: OnceLock::new(),
            words: sorted,
            stems: SortedWords::from_sorted(stems.iter().map(String::as_str)),
            letters: words.iter().map(|(word, _)| letters(word)).collect(),
            terms: words.iter().map(|(_, term)| *term).collect(),
            importances,
        }
    }

    /// The stem `stem`, if any document has it.
    #[must_use]
    pub fn stem(&self, stem: &str) -> Option<u32> {
        self.stems.find(stem).map(small)
    }

    /// The letter triples of the words.
    pub fn trigrams(&self) -> &Trigrams {
        self.trigrams.get_or_init(|| Trigrams::of(&self.words))
    }

    /// The stem of the word at `place`.
    #[must_use]
    pub fn term(&self, place: usize) -> u32 {
        self.terms[place]
    }

    /// How much the stem `term` says: its rarity, less for common words.
    #[must_use]
    pub fn importance(&self, term: u32) -> f32 {
        self.importances[term as usize]
    }

    /// How many stems there are.
    #[must_use]
    pub fn stem_count(&self) -> usize {
        self.stems.len()
    }

    /// The words that begin with the same letter as `typed` and hold all its letters, any order.
    pub fn holding(&self, typed: &str) -> impl Iterator<Item = (usize, &str)> {
        let first = typed.chars().next().map(String::from).unwrap_or_default();
        let wanted = letters(typed);
        let range: Range<usize> = self.words.starting_with(&first);
        range
            .filter(move |&place| self.letters[place] & wanted == wanted)
            .map(|place| (place, self.words.word(place)))
    }
}

/// The letters of a word as a set of bits; letters far apart may share a bit.
fn letters(word: &str) -> u32 {
    word.chars().fold(0, |set, letter| set | 1 << (u32::from(letter) % 32))
}
