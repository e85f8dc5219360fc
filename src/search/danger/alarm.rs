//! Alarm: whether words may tell of danger, by what was learned from sentences people might write.
//!
//! Every run of four letters of a word weighs for danger or against it. Letters forgive slips and
//! broken grammar, where patterns of words do not. `tests/all/search/learning.rs` makes the
//! weights.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

/// Letters that are weighed together; a shorter word is weighed whole.
const LETTERS: usize = 4;
/// Words that are weighed together: a sentence. A long letter is as alarming as its worst part.
const WINDOW: usize = 12;

/// What may be danger: of sentences that other hands wrote, how many tell of danger, and how many
/// only sound like it (-100: .90 and .20, -150: .93 and .26, -200: .95 and .32).
const PERHAPS: i32 = -150;

/// What is calm, whatever one word of it says: below it a knife is for a kitchen. Of 44 sentences
/// that only sound like danger, in two sets kept aside, 999 came first for so many
/// (-100: 6, -50: 3, 0: 3).
const CALM: i32 = -50;

/// The file of weights, as it is written.
#[derive(Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Weights {
    /// What weighs before anything is said.
    pub start: i32,
    /// Runs of letters, set apart by spaces, by what each weighs.
    pub runs: Vec<(i32, String)>,
}

impl Weights {
    pub const FILE: &'static str = "data/search/alarm.json";
}

/// What was learned, ready to be asked.
pub struct Alarm {
    start: i32,
    weights: HashMap<String, i32>,
}

impl Alarm {
    pub fn new(weights: &Weights) -> Self {
        let runs = weights.runs.iter().flat_map(|(weight, runs)| {
            runs.split(' ').filter(|run| !run.is_empty()).map(|run| (run.to_owned(), *weight))
        });
        Self { start: weights.start, weights: runs.collect() }
    }

    /// Whether folded words may tell of danger.
    pub fn rises(&self, words: &[String]) -> bool {
        self.weigh(words) >= PERHAPS
    }

    /// Whether folded words are calm on the whole.
    pub fn is_calm(&self, words: &[String]) -> bool {
        self.weigh(words) < CALM
    }

    /// How far folded words tell of danger: over 0 if more likely than not.
    pub fn weigh(&self, words: &[String]) -> i32 {
        let step = WINDOW / 2;
        let starts = (0..words.len()).step_by(step);
        let starts = starts.take_while(|&start| start == 0 || start + step < words.len());
        let windows = starts.map(|start| &words[start..words.len().min(start + WINDOW)]);
        windows.map(|words| self.weigh_sentence(words)).max().unwrap_or(self.start)
    }

    fn weigh_sentence(&self, words: &[String]) -> i32 {
        let weight = |run: &String| self.weights.get(run).copied().unwrap_or_default();
        self.start + runs(words).iter().map(weight).sum::<i32>()
    }
}

/// Every run of letters of some words, each once.
pub fn runs(words: &[String]) -> Vec<String> {
    let mut runs: Vec<String> = Vec::new();
    for word in words {
        let letters: Vec<char> = format!("<{word}>").chars().collect();
        let length = LETTERS.min(letters.len());
        runs.extend(letters.windows(length).map(|run| run.iter().collect()));
    }
    runs.sort_unstable();
    runs.dedup();
    runs
}
