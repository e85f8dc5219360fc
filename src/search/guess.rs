//! Guessing: what a word may mean that stands nowhere.

use std::cmp::Reverse;

use fuzzy_matcher::FuzzyMatcher;

use super::{Engine, query::QueryWord, trust, typos};

/// Words looked up for one that stands nowhere (1: 571, 4: 573, 6: 573, 8: 573).
const MOST_GUESSES: usize = 6;
/// Letters the longer of two glued words has at least; the shorter has two (the same).
const LONGER_PART: usize = 4;
/// Letters it takes to take an unfinished word for the beginning of another with a slip in it
/// (the same: these questions end with whole words).
const FEWEST_TO_GO_ON: usize = 6;
/// Letters it takes to read a word as an abbreviation (2: 573, 3: 573, 4: 568).
const FEWEST_TO_LENGTHEN: usize = 3;
/// Letters it takes to go by the sound of a word (3: 573, 5: 573, 12: 570).
const FEWEST_TO_SOUND: usize = 5;

impl Engine {
    /// The stems an unknown word may mean, each with how far to trust it, by the first way that
    /// finds any. An everyday word is what it is: "thank" is no slip of "than".
    pub(super) fn guess(&self, word: &QueryWord) -> Vec<(u32, f32)> {
        if self.language.is_everyday(&word.text) {
            return Vec::new();
        }
        let ways = [Self::glued, Self::mistyped, Self::shortened, Self::misheard];
        ways.iter().map(|way| way(self, word)).find(|found| !found.is_empty()).unwrap_or_default()
    }

    /// "safehouse": two known words without a space.
    fn glued(&self, word: &QueryWord) -> Vec<(u32, f32)> {
        let known = |part: &str| self.lexicon.stem(&self.language.stem(part));
        let is_likely = |one: &str, other: &str| {
            one.len().min(other.len()) >= 2 && one.len().max(other.len()) >= LONGER_PART
        };
        word.text
            .char_indices()
            .map(|(at, _)| word.text.split_at(at))
            .filter(|(one, other)| is_likely(one, other))
            .find_map(|(one, other)| Some([known(one)?, known(other)?]))
            .map(|terms| terms.map(|term| (term, trust::PART)).to_vec())
            .unwrap_or_default()
    }

    /// "soliciter": a slip or two away from a known word; the fewest slips win.
    fn mistyped(&self, word: &QueryWord) -> Vec<(u32, f32)> {
        let allowed = typos::forgiven(&word.text);
        let goes_on = word.is_unfinished && word.text.chars().count() >= FEWEST_TO_GO_ON;
        let near = typos::near(&self.lexicon.words, &word.text, allowed, goes_on);
        let fewest = near.iter().map(|(_, slips)| *slips).min().unwrap_or_default().max(1);
        let nearest = near.into_iter().filter(|(_, slips)| *slips <= fewest);
        self.best(nearest.map(|(place, slips)| {
            (place, slip_trust(&word.text, self.lexicon.words.word(place), slips))
        }))
    }

    /// "psprt", or "interp" in the middle of a question: letters of a known word, in order.
    fn shortened(&self, word: &QueryWord) -> Vec<(u32, f32)> {
        let typed = word.text.chars().count();
        if typed < FEWEST_TO_LENGTHEN {
            return Vec::new();
        }
        let mut found: Vec<(i64, usize)> = self
            .lexicon
            .holding(&word.text)
            .filter(|(_, known)| known.chars().count() <= 3 * typed)
            .filter_map(|(place, known)| {
                Some((self.matcher.fuzzy_match(known, &word.text)?, place))
            })
            .collect();
        found.sort_by_key(|&(score, place)| (Reverse(score), place));
        found.truncate(MOST_GUESSES);
        self.best(found.into_iter().map(|(_, place)| (place, trust::ABBREVIATION)))
    }

    /// "compinsashun": spelled by ear.
    fn misheard(&self, word: &QueryWord) -> Vec<(u32, f32)> {
        if word.text.chars().count() < FEWEST_TO_SOUND {
            return Vec::new();
        }
        let alike = self.lexicon.sounding(&word.text, MOST_GUESSES);
        self.best(alike.into_iter().map(|(place, alike)| (place, trust::SOUND * alike)))
    }

    /// The stems of the most trusted words, the commonest of equals.
    fn best(&self, words: impl Iterator<Item = (usize, f32)>) -> Vec<(u32, f32)> {
        let mut found: Vec<(u32, f32)> =
            words.map(|(place, trust)| (self.lexicon.term(place), trust)).collect();
        found.sort_by(|one, other| {
            let frequency = |term| Reverse(self.postings.frequency(term));
            let by_trust = other.1.total_cmp(&one.1);
            by_trust.then_with(|| (frequency(one.0), one.0).cmp(&(frequency(other.0), other.0)))
        });
        found.truncate(MOST_GUESSES);
        found
    }
}

/// How far to trust that `typed` was meant to be `known`. Leaving a letter out or doubling one is
/// likelier than hitting a wrong one.
fn slip_trust(typed: &str, known: &str, slips: usize) -> f32 {
    match (slips, typed.chars().count().cmp(&known.chars().count())) {
        (0 | 1, order) if order.is_ne() || typos::same_letters(typed, known) => trust::ONE_SLIP,
        (0 | 1, _) => trust::ONE_WRONG_LETTER,
        _ => trust::TWO_SLIPS,
    }
}
