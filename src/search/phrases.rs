//! Phrases: titles, keywords and asks, compared with a question as a whole.

/// The phrases of every document, as the stems they hold.
#[derive(Debug, Default)]
pub struct Phrases {
    terms: Vec<u32>,
    phrase_ends: Vec<usize>,
    /// For each document, where its phrases end.
    document_ends: Vec<usize>,
}

impl Phrases {
    /// Takes the phrases of each document; `order` leads from the stems' first numbers to those
    /// they have now.
    pub fn new(documents: &[Vec<Vec<u32>>], order: &[u32]) -> Self {
        let mut phrases = Self::default();
        for document in documents {
            for phrase in document {
                phrases.terms.extend(phrase.iter().map(|&term| order[term as usize]));
                phrases.phrase_ends.push(phrases.terms.len());
            }
            phrases.document_ends.push(phrases.phrase_ends.len());
        }
        phrases
    }

    pub fn of_document(&self, document: u32) -> impl Iterator<Item = &[u32]> {
        let document = document as usize;
        let start = if document == 0 { 0 } else { self.document_ends[document - 1] };
        (start..self.document_ends[document]).map(|phrase| {
            let start = if phrase == 0 { 0 } else { self.phrase_ends[phrase - 1] };
            &self.terms[start..self.phrase_ends[phrase]]
        })
    }

    /// How alike the nearest phrase of `document` is (0 to 1, Dice over the weight of words).
    ///
    /// `wanted` gives for each stem how well the question asks for it (0 to 1), `total` the weight
    /// of the whole question.
    pub fn likeness(
        &self,
        document: u32,
        wanted: &[f32],
        total: f32,
        importance: impl Fn(u32) -> f32,
    ) -> f32 {
        let mut best: f32 = 0.0;
        for phrase in self.of_document(document) {
            let mut shared = 0.0;
            let mut weight = 0.0;
            for &term in phrase {
                let importance = importance(term);
                weight += importance;
                shared += importance * wanted[term as usize];
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
