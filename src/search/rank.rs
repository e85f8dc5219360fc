//! Ranking: the few documents worth a closer look, then that closer look.

use std::{cmp::Reverse, collections::BinaryHeap};

use super::{Engine, Hit, builder::small, expand::Expansion, query::Query};

/// Documents that get a closer look.
const CANDIDATES: usize = 64;
/// Documents read for one word before a closer look, best first: all of them in any corpus of
/// people's size, and never a long wait in a huge one.
const MOST_READ: usize = 16_384;
/// What the nearest phrase adds to the sum of the words, at most, as a share of that sum.
const PHRASE_BONUS: f32 = 1.0;
/// What a telephone number in the question adds.
const NUMBER_BONUS: f32 = 10_000.0;
/// The share of the question's weight a document must answer.
const FLOOR_COVERAGE: f32 = 0.45;

/// How one document answers.
struct Answer {
    /// The sum of what its words say.
    sum: f32,
    /// The share of the question it answers, 0 to 1.
    coverage: f32,
}

impl Engine {
    /// Ranks the documents for `query`.
    pub(super) fn rank(&self, query: &Query, limit: usize) -> Vec<Hit> {
        let expansions: Vec<Expansion> = query.words.iter().map(|word| self.expand(word)).collect();
        let numbers = self.numbered(query);
        let wanted = self.wanted(&expansions);
        let total: f32 = expansions.iter().map(|expansion| expansion.importance).sum();
        let mut documents = self.candidates(&expansions);
        documents.extend(numbers.iter().map(|number| number.0));
        documents.sort_unstable();
        documents.dedup();
        let mut hits: Vec<Hit> = documents
            .into_iter()
            .filter_map(|document| {
                let number = numbers.iter().find(|number| number.0 == document);
                let answer = self.answer(document, &expansions, total);
                let likeness = self.phrases.likeness(document, &wanted, total, &self.lexicon);
                let words = answer.sum
                    * (0.5 + 0.5 * answer.coverage)
                    * (1.0 + PHRASE_BONUS * likeness * likeness);
                let is_found = answer.coverage >= FLOOR_COVERAGE && answer.sum > 0.0;
                let score = match number {
                    Some((_, fit)) => words + fit * NUMBER_BONUS,
                    None if is_found => words,
                    None => return None,
                };
                Some(Hit { document: document as usize, score })
            })
            .collect();
        hits.sort_by(|one, other| {
            other.score.total_cmp(&one.score).then(one.document.cmp(&other.document))
        });
        hits.truncate(limit);
        hits
    }

    fn numbered(&self, query: &Query) -> Vec<(u32, f32)> {
        query.numbers.iter().flat_map(|run| self.numbers.find(run)).collect()
    }

    /// How well the question asks for each stem, 0 to 1.
    fn wanted(&self, expansions: &[Expansion]) -> Vec<f32> {
        let mut wanted: Vec<f32> = vec![0.0; self.lexicon.stem_count()];
        for variant in expansions.iter().flat_map(|expansion| &expansion.variants) {
            let wanted = &mut wanted[variant.term as usize];
            *wanted = wanted.max(variant.trust);
        }
        wanted
    }

    fn answer(&self, document: u32, expansions: &[Expansion], total: f32) -> Answer {
        let mut sum = 0.0;
        let mut covered = 0.0;
        for expansion in expansions {
            let mut best: f32 = 0.0;
            let mut trust: f32 = 0.0;
            for variant in &expansion.variants {
                let impact = f32::from(self.postings.impact(document, variant.term));
                best = best.max(impact * variant.trust);
                if impact > 0.0 {
                    trust = trust.max(variant.trust);
                }
            }
            let said = expansion
                .variants
                .first()
                .map_or(1.0, |first| expansion.importance / self.lexicon.importance(first.term));
            sum += best * said;
            covered += trust * expansion.importance;
        }
        Answer { sum, coverage: covered / total.max(f32::MIN_POSITIVE) }
    }

    /// The documents that score best by their words alone.
    fn candidates(&self, expansions: &[Expansion]) -> Vec<u32> {
        let count = self.postings.document_count();
        if count <= CANDIDATES {
            return (0..small(count)).collect();
        }
        best(&self.scores(expansions), CANDIDATES)
    }

    /// The score of every document by its words alone.
    fn scores(&self, expansions: &[Expansion]) -> Vec<u32> {
        let count = self.postings.document_count();
        let mut scores = vec![0_u32; count];
        let mut best_variant = vec![0_u32; count];
        for expansion in expansions {
            let several = expansion.variants.len() > 1;
            for variant in &expansion.variants {
                let mut left = (MOST_READ / expansion.variants.len()).max(1);
                for (impact, documents) in self.postings.of_term(variant.term) {
                    let documents = &documents[..documents.len().min(left)];
                    left -= documents.len();
                    let score = points(f32::from(impact) * variant.trust);
                    for &document in documents {
                        let document = document as usize;
                        let gain = score.saturating_sub(best_variant[document]);
                        scores[document] += gain;
                        if several {
                            best_variant[document] += gain;
                        }
                    }
                }
            }
            if several {
                best_variant.fill(0);
            }
        }
        scores
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 255, times 256")]
fn points(score: f32) -> u32 {
    (score * 256.0) as u32
}

/// The documents with the best scores, in no order; ties go to the first documents.
fn best(scores: &[u32], count: usize) -> Vec<u32> {
    let mut kept: BinaryHeap<Reverse<(u32, Reverse<usize>)>> = BinaryHeap::with_capacity(count + 1);
    let mut least = 0;
    for (document, &score) in scores.iter().enumerate() {
        if score <= least {
            continue;
        }
        kept.push(Reverse((score, Reverse(document))));
        if kept.len() > count {
            kept.pop();
            least = kept.peek().map_or(0, |lowest| lowest.0.0);
        }
    }
    kept.into_iter().map(|Reverse((_, Reverse(document)))| small(document)).collect()
}
