//! The best so far of all that was scored.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use super::Hit;

/// The best hits, the worst of them at hand.
pub struct Best {
    limit: usize,
    /// What a later document must score more than.
    least: f32,
    kept: BinaryHeap<Reverse<Ranked>>,
}

/// A hit that can be put in order: the better score first, of equals the earlier document.
struct Ranked(Hit);

impl Best {
    pub fn new(limit: usize) -> Self {
        let least = if limit == 0 { f32::INFINITY } else { f32::NEG_INFINITY };
        Self { limit, least, kept: BinaryHeap::new() }
    }

    /// Whether a later document with this score would be among the best.
    pub fn takes(&self, score: f32) -> bool {
        score > self.least
    }

    pub fn push(&mut self, hit: Hit) {
        self.kept.push(Reverse(Ranked(hit)));
        if self.kept.len() > self.limit {
            self.kept.pop();
        }
        if let Some(Reverse(worst)) = self.kept.peek().filter(|_| self.kept.len() == self.limit) {
            self.least = worst.0.score;
        }
    }

    /// The hits, best first.
    pub fn into_hits(self) -> Vec<Hit> {
        self.kept.into_sorted_vec().into_iter().map(|Reverse(ranked)| ranked.0).collect()
    }
}

impl Ord for Ranked {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_score = self.0.score.total_cmp(&other.0.score);
        by_score.then_with(|| other.0.document.cmp(&self.0.document))
    }
}

impl PartialOrd for Ranked {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Ranked {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Ranked {}
