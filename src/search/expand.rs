//! Expanding: from a word as typed to the words of the documents it may mean.

use std::cmp::Reverse;

use super::{
    Engine,
    query::{Kind, QueryWord},
    trust,
};

/// Completions of an unfinished word that are looked up (the same).
const MOST_COMPLETIONS: usize = 24;

/// How many times a word that turns away counts against an answer, next to an unknown one
/// (1: 565, 3: 573, 5: 573).
const TURNING_AWAY: f32 = 3.0;

/// A stem a typed word may mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Variant {
    /// The stem.
    pub term: u32,
    /// How far to trust that it is meant, 0 to 1.
    pub trust: f32,
    /// How much of what the stem says counts: never more than the word typed would say.
    pub weight: f32,
    /// How much the stem says in a phrase, as far as it is trusted.
    pub wanted: f32,
}

/// What an opposite ("not paid") counts for, beside its word, which counts too
/// (0: 573, 0.3: 573, 0.6: 573, 1: 571).
const OPPOSITE_SHARE: f32 = 0.6;

/// All that one typed word may mean.
#[derive(Debug)]
pub struct Expansion {
    /// The stems, each once, the most trusted first.
    pub variants: Vec<Variant>,
    /// How much the word says in the question.
    pub importance: f32,
    /// Whether it says what the question is about.
    pub is_telling: bool,
}

impl Engine {
    /// Expands `word`: as it stands, then completed, then the ways it may have gone wrong.
    pub(super) fn expand(&self, word: &QueryWord) -> Expansion {
        if word.kind == Kind::TurnsAway && !self.is_local {
            let importance = self.unknown_importance * TURNING_AWAY;
            return Expansion { variants: Vec::new(), importance, is_telling: false };
        }
        let mut meanings = self.plain(word);
        if meanings.is_empty() && word.text.chars().any(char::is_alphabetic) {
            meanings = self.guess(word);
        }
        meanings.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        let importance = self.importance(word, &meanings);
        let mut variants: Vec<Variant> = Vec::with_capacity(meanings.len());
        for (term, trust) in meanings {
            if variants.iter().all(|variant| variant.term != term) {
                let own = self.lexicon.importance(term);
                let weight = trust * (importance / own).min(1.0);
                variants.push(Variant { term, trust, weight, wanted: trust * own });
            }
        }
        Expansion {
            variants,
            importance,
            is_telling: matches!(word.kind, Kind::Telling | Kind::TurnsAway),
        }
    }

    /// How much the word says: as much as its best meaning; the most when it means nothing known.
    fn importance(&self, word: &QueryWord, meanings: &[(u32, f32)]) -> f32 {
        let own = match meanings.first() {
            Some(&(best, _)) => self.lexicon.importance(best),
            None => self.unknown_importance,
        };
        match word.kind {
            Kind::Common => own.min(self.common_importance),
            Kind::Opposite => own * OPPOSITE_SHARE,
            _ => own,
        }
    }

    /// Whether a word means something here, as it is typed or in other words.
    pub(super) fn has_meaning(&self, word: &QueryWord) -> bool {
        let is_begun = || {
            let completes = word.is_unfinished && word.kind != Kind::Common;
            completes && !self.lexicon.words.starting_with(&word.text).is_empty()
        };
        self.lexicon.stem(&word.stem).is_some()
            || !self.synonyms.of(&word.stem).is_empty()
            || is_begun()
    }

    /// The word itself, other words for the same thing, and what it may be the beginning of.
    fn plain(&self, word: &QueryWord) -> Vec<(u32, f32)> {
        let mut meanings = Vec::new();
        meanings.extend(self.lexicon.stem(&word.stem).map(|term| (term, trust::EXACT)));
        let same = self.synonyms.of(&word.stem).iter();
        meanings.extend(same.map(|&term| (term, trust::SYNONYM)));
        if word.is_unfinished && word.kind != Kind::Common {
            let trust = if meanings.is_empty() { trust::COMPLETION } else { trust::LONGER };
            meanings.extend(self.completions(&word.text, trust));
        }
        meanings
    }

    /// The commonest words that begin with `text`.
    fn completions(&self, text: &str, trust: f32) -> Vec<(u32, f32)> {
        let places = self.lexicon.words.starting_with(text);
        self.commonest(places, MOST_COMPLETIONS).into_iter().map(|term| (term, trust)).collect()
    }

    /// The stems of the words at `places` that stand in the most documents.
    fn commonest(&self, places: impl Iterator<Item = usize>, most: usize) -> Vec<u32> {
        let mut terms: Vec<u32> = places.map(|place| self.lexicon.term(place)).collect();
        terms.sort_unstable();
        terms.dedup();
        if terms.len() <= most {
            return terms;
        }
        let rarer = |term| (Reverse(self.postings.frequency(term)), term);
        let mut terms: Vec<_> = terms.into_iter().map(rarer).collect();
        terms.select_nth_unstable(most);
        terms[..most].iter().map(|(_, term)| *term).collect()
    }
}
