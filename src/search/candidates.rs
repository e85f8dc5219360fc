//! Candidates: the few documents of a great many that are worth a closer look.

use std::{cmp::Reverse, collections::BinaryHeap};

use super::{Engine, builder::small, expand::Expansion};

/// Documents that get a closer look: all of them in a corpus no larger than this.
const CANDIDATES: usize = 64;
/// Documents read for one word, its best first, so that no word of a huge corpus is a long wait.
const MOST_READ: usize = 16_384;

impl Engine {
    /// The documents that score best by their words alone.
    pub(super) fn candidates(&self, expansions: &[Expansion]) -> Vec<u32> {
        let count = self.postings.document_count();
        if count <= CANDIDATES {
            return (0..small(count)).collect();
        }
        let mut scores = vec![0; count];
        let mut best_meaning = vec![0; count];
        for expansion in expansions {
            self.add_scores(expansion, &mut scores, &mut best_meaning);
        }
        best(&scores, CANDIDATES)
    }

    /// Adds what the best meaning of one word says about each document. `best_meaning` is all
    /// zeros before and after.
    fn add_scores(&self, expansion: &Expansion, scores: &mut [u32], best_meaning: &mut [u32]) {
        let has_several = expansion.variants.len() > 1;
        for variant in &expansion.variants {
            let mut left = (MOST_READ / expansion.variants.len()).max(1);
            for (impact, documents) in self.postings.of_term(variant.term) {
                let read = &documents[..documents.len().min(left)];
                left -= read.len();
                let points = points(f32::from(impact) * variant.weight);
                for &document in read {
                    let document = document as usize;
                    let gain = points.saturating_sub(best_meaning[document]);
                    scores[document] += gain;
                    if has_several {
                        best_meaning[document] += gain;
                    }
                }
            }
        }
        if has_several {
            best_meaning.fill(0);
        }
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 255, times 256")]
fn points(score: f32) -> u32 {
    (score * 256.0) as u32
}

/// The documents with the best scores, in no order; of equals the first.
fn best(scores: &[u32], count: usize) -> Vec<u32> {
    let mut kept = BinaryHeap::with_capacity(count + 1);
    let mut least = 0;
    for (document, &score) in scores.iter().enumerate() {
        if score <= least {
            continue;
        }
        kept.push(Reverse((score, Reverse(document))));
        if kept.len() > count {
            kept.pop();
            least = kept.peek().map_or(0, |Reverse((lowest, _))| *lowest);
        }
    }
    kept.into_iter().map(|Reverse((_, Reverse(document)))| small(document)).collect()
}
