//! Words for one thing, where people say any of them.

use std::collections::HashMap;

use super::language::Language;
use super::lexicon::Lexicon;

/// The rows as the stems that stand in the documents.
#[derive(Debug, Default)]
pub struct Synonyms {
    rows: Vec<Vec<u32>>,
    /// For each stem in a row, the row.
    places: HashMap<String, usize>,
}

impl Synonyms {
    /// Looks the rows of `language` up in `lexicon`.
    pub fn new(language: &Language, lexicon: &Lexicon) -> Self {
        let mut synonyms = Self::default();
        for (place, row) in language.same().iter().enumerate() {
            let stems: Vec<String> =
                row.iter().map(|word| language.stem(word).into_owned()).collect();
            synonyms.rows.push(stems.iter().filter_map(|stem| lexicon.stem(stem)).collect());
            synonyms.places.extend(stems.into_iter().map(|stem| (stem, place)));
        }
        synonyms
    }

    /// The stems for the same thing as `stem`, itself among them.
    pub fn of(&self, stem: &str) -> &[u32] {
        self.places.get(stem).map_or(&[], |&place| &self.rows[place])
    }
}
