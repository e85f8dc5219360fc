//! The lexicon: every word of the documents, its stem, and the words that look like it.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use super::column::Column;
use super::language::Language;
use super::postings::small;
use super::sorted_words::SortedWords;
use super::trigrams::{Trigrams, alike};

/// What a common word counts for, against other words as rare (0.2: 573, 0.3: 573, 0.5: 574).
pub const COMMON_SHARE: f32 = 0.3;

/// Of so many words at most a table of letter triples is made.
const MOST_IN_A_TABLE: usize = 8_192;

/// All words and stems of the documents.
pub struct Lexicon {
    /// The words as they stand in the documents.
    pub words: SortedWords,
    /// The letter triples of the words, once somebody has spelled one by ear.
    trigrams: OnceLock<Trigrams>,
    stems: SortedWords,
    /// For each word, its stem.
    terms: Column<3>,
    /// For each stem, how much it says.
    importances: Vec<f32>,
}

impl Lexicon {
    /// Takes words with the places of their stems, stems with their places, and the rarity of each.
    pub fn new(
        language: &Language,
        words: HashMap<String, u32>,
        stems: HashMap<String, u32>,
        rarities: Vec<f32>,
    ) -> Self {
        let mut words: Vec<_> = words.into_iter().collect();
        words.sort_unstable();
        let mut stems: Vec<_> = stems.into_keys().collect();
        stems.sort_unstable();
        let sorted = SortedWords::from_sorted(words.iter().map(|(word, _)| word.as_str()));
        let stems = SortedWords::from_sorted(stems.iter().map(String::as_str));
        let terms = Column::of(words.iter().map(|(_, term)| *term));
        Self { importances: rarities, ..Self::of(sorted, stems, terms) }.in_language(language)
    }

    fn of(words: SortedWords, stems: SortedWords, terms: Column<3>) -> Self {
        Self { words, trigrams: OnceLock::new(), stems, terms, importances: Vec::new() }
    }

    /// Takes bytes from outside, if they are words and stems in order and each word has a stem.
    pub fn open(parts: [Arc<[u8]>; 5]) -> Option<Self> {
        let [words, word_ends, stems, stem_ends, terms] = parts;
        let lexicon = Self::of(
            SortedWords::open(words, word_ends)?,
            SortedWords::open(stems, stem_ends)?,
            Column::open(terms)?,
        );
        let Self { words, stems, terms, .. } = &lexicon;
        let is_right = words.is_sorted()
            && stems.is_sorted()
            && terms.len() == words.len()
            && terms.iter().all(|term| (term as usize) < stems.len());
        is_right.then_some(lexicon)
    }

    /// As [`Lexicon::open`] takes them.
    pub fn parts(&self) -> [&[u8]; 5] {
        let ([words, word_ends], [stems, stem_ends]) = (self.words.parts(), self.stems.parts());
        [words, word_ends, stems, stem_ends, self.terms.bytes()]
    }

    /// The same, with the rarity of each stem.
    pub fn with_rarities(self, language: &Language, rarities: Vec<f32>) -> Self {
        Self { importances: rarities, ..self }.in_language(language)
    }

    /// The same, where the common words of a language say less.
    fn in_language(mut self, language: &Language) -> Self {
        for place in language.common().filter_map(|word| self.words.find(word)) {
            self.importances[self.terms.get(place) as usize] *= COMMON_SHARE;
        }
        self
    }

    /// The stem `stem`, if any document has it.
    #[must_use]
    pub fn stem(&self, stem: &str) -> Option<u32> {
        self.stems.find(stem).map(small)
    }

    /// The words that sound most like `typed`, and how much (0 to 1). Of very many words only those
    /// that begin alike are asked: a table of all would be larger than all else here.
    pub fn sounding(&self, typed: &str, limit: usize) -> Vec<(usize, f32)> {
        if self.words.len() <= MOST_IN_A_TABLE {
            return self.trigrams().alike(typed, limit);
        }
        let first = typed.chars().next().map(String::from).unwrap_or_default();
        alike(&self.words, self.words.starting_with(&first), typed, limit)
    }

    /// The letter triples of the words.
    fn trigrams(&self) -> &Trigrams {
        self.trigrams.get_or_init(|| Trigrams::of(&self.words))
    }

    /// The stem of the word at `place`.
    #[must_use]
    pub fn term(&self, place: usize) -> u32 {
        self.terms.get(place)
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
            .map(|place| (place, self.words.word(place)))
            .filter(move |(_, word)| letters(word) & wanted == wanted)
    }
}

/// The letters of a word as a set of bits; letters far apart may share a bit.
fn letters(word: &str) -> u32 {
    word.chars().fold(0, |set, letter| set | 1 << (u32::from(letter) % 32))
}
