//! Phrases: titles, keywords and asks, compared with a question as a whole.

use std::sync::Arc;

use super::column::{Column, number};
use super::postings::small;

/// The phrases of every document, as the stems they hold.
#[derive(Clone, Debug)]
pub struct Phrases {
    terms: Column<3>,
    phrase_ends: Column<3>,
    /// For each document, where its phrases end.
    document_ends: Column<3>,
}

impl Phrases {
    /// Takes the phrases of each document; `order` leads from the stems' first numbers to those
    /// they have now.
    pub fn new(documents: &[Vec<Vec<u32>>], order: &[u32]) -> Self {
        let (mut terms, mut phrase_ends, mut document_ends) = (Vec::new(), Vec::new(), Vec::new());
        for document in documents {
            for phrase in document {
                terms.extend(phrase.iter().map(|&term| order[term as usize]));
                phrase_ends.push(small(terms.len()));
            }
            document_ends.push(small(phrase_ends.len()));
        }
        Self {
            terms: Column::of(terms),
            phrase_ends: Column::of(phrase_ends),
            document_ends: Column::of(document_ends),
        }
    }

    /// Takes bytes from outside, if they are phrases of so many documents, of so many stems.
    pub fn open(parts: [Arc<[u8]>; 3], documents: usize, stems: usize) -> Option<Self> {
        let [terms, phrase_ends, document_ends] = parts.map(Column::open);
        let phrases =
            Self { terms: terms?, phrase_ends: phrase_ends?, document_ends: document_ends? };
        let Self { terms, phrase_ends, document_ends } = &phrases;
        let is_right = document_ends.len() == documents
            && document_ends.divides(phrase_ends.len())
            && phrase_ends.divides(terms.len())
            && terms.iter().all(|term| (term as usize) < stems);
        is_right.then_some(phrases)
    }

    /// As [`Phrases::open`] takes them.
    pub fn parts(&self) -> [&[u8]; 3] {
        [&self.terms, &self.phrase_ends, &self.document_ends].map(Column::bytes)
    }

    pub fn of_document(&self, document: u32) -> impl Iterator<Item = impl Iterator<Item = u32>> {
        let document = document as usize;
        let phrases = self.document_ends.start(document)..self.document_ends.get(document) as usize;
        phrases.map(|phrase| {
            let range = self.phrase_ends.start(phrase)..self.phrase_ends.get(phrase) as usize;
            self.terms.numbers().get(range).unwrap_or_default().iter().map(number)
        })
    }

    /// How alike the nearest phrase of `document` is (0 to 1, Dice over the weight of words).
    ///
    /// `wanted` gives for each stem how well the question asks for it (0 to 1), `total` the weight
    /// of the whole question.
    pub fn likeness(
        &self,
        document: u32,
        wanted: impl Fn(u32) -> f32,
        total: f32,
        importance: impl Fn(u32) -> f32,
    ) -> f32 {
        let mut best: f32 = 0.0;
        for phrase in self.of_document(document) {
            let mut shared = 0.0;
            let mut weight = 0.0;
            for term in phrase {
                let importance = importance(term);
                weight += importance;
                shared += importance * wanted(term);
            }
            best = best.max(2.0 * shared / (weight + total));
        }
        best.min(1.0)
    }

    /// The most that [`Phrases::likeness`] can be where the wanted stems of all phrases weigh
    /// `shared` and fill `filled` of one phrase between them (0 to 1).
    pub fn most_likeness(shared: f32, filled: f32, total: f32) -> f32 {
        /// More than rounding can take away.
        const MARGIN: f32 = 1.001;
        if shared <= 0.0 || filled <= 0.0 {
            return 0.0;
        }
        // A phrase of which no more than `filled` is wanted weighs that much more than what is.
        let filled = filled.min(1.0);
        (MARGIN * 2.0 * shared * filled / (shared + total * filled)).min(1.0)
    }
}
