//! Expanding: from a word as typed to the words of the documents it may mean.

use fuzzy_matcher::FuzzyMatcher;

use super::{Engine, query::QueryWord, synonyms, typos};

/// Completions of an unfinished word that are looked up.
const MOST_COMPLETIONS: usize = 24;
/// Words looked up for a word that stands nowhere.
const MOST_GUESSES: usize = 6;

/// How much a word counts when it stands there as typed, and less for each way it is a guess.
mod trust {
    pub const EXACT: f32 = 1.0;
    pub const COMPLETION: f32 = 0.85;
    pub const SYNONYM: f32 = 0.6;
    pub const PART: f32 = 0.8;
    pub const ONE_SLIP: f32 = 0.85;
    pub const TWO_SLIPS: f32 = 0.7;
    pub const ABBREVIATION: f32 = 0.75;
    pub const SOUND: f32 = 0.7;
}

/// A stem a typed word may mean, and how far to trust that (0 to 1).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Variant {
    /// The stem.
    pub term: u32,
    /// How far to trust it.
    pub trust: f32,
}

/// All that one typed word may mean.
#[derive(Debug)]
pub struct Expansion {
    /// The stems, each once, the most trusted first.
    pub variants: Vec<Variant>,
    /// How much the word says in the question.
    pub importance: f32,
}

impl Engine {
    /// Expands `word`: as it stands, then completed, then the ways it may have gone wrong.
    pub(super) fn expand(&self, word: &QueryWord) -> Expansion {
        let mut variants = self.plain(word);
        if variants.is_empty() && word.text.chars().any(char::is_alphabetic) {
            variants = self.guess(word);
        }
        variants.sort_by(|one, other| {
            other.trust.total_cmp(&one.trust).then(one.term.cmp(&other.term))
        });
        let mut known = Vec::new();
        variants.retain(|variant| {
            let is_new = !known.contains(&variant.term);
            known.push(variant.term);
            is_new
        });
        let importance = self.importance(word, &variants);
        Expansion { variants, importance }
    }

    /// How much the word says: as much as its best meaning; the most when it means nothing known.
    fn importance(&self, word: &QueryWord, variants: &[Variant]) -> f32 {
        let own = match variants.first() {
            Some(best) => self.lexicon.importance(best.term),
            None => self.unknown_importance,
        };
        if word.is_common { own.min(self.common_importance) } else { own }
    }

    /// The word itself, other words for the same thing, and what it may be the beginning of.
    fn plain(&self, word: &QueryWord) -> Vec<Variant> {
        let mut variants: Vec<Variant> = self
            .lexicon
            .stem(&word.stem)
            .map(|term| Variant { term, trust: trust::EXACT })
            .into_iter()
            .collect();
        for other in synonyms::others(&word.text) {
            let stem = self.lexicon.stemmer.stem(other);
            variants.extend(
                self.lexicon.stem(&stem).map(|term| Variant { term, trust: trust::SYNONYM }),
            );
        }
        if word.is_unfinished && !word.is_common {
            let share = if variants.is_empty() { trust::COMPLETION } else { trust::SYNONYM };
            variants.extend(self.completions(&word.text, share));
        }
        variants
    }

    /// The commonest words that begin with `text`.
    fn completions(&self, text: &str, trust: f32) -> Vec<Variant> {
        let mut terms: Vec<u32> =
            self.lexicon.words.starting_with(text).map(|place| self.lexicon.term(place)).collect();
        terms.sort_unstable();
        terms.dedup();
        if terms.len() > MOST_COMPLETIONS {
            terms.select_nth_unstable_by_key(MOST_COMPLETIONS, |&term| {
                (std::cmp::Reverse(self.postings.frequency(term)), term)
            });
            terms.truncate(MOST_COMPLETIONS);
        }
        terms.into_iter().map(|term| Variant { term, trust }).collect()
    }

    /// What an unknown word may mean, by the first way that finds anything.
    fn guess(&self, word: &QueryWord) -> Vec<Variant> {
        let ways = [Self::unfinished, Self::glued, Self::mistyped, Self::shortened, Self::misheard];
        ways.iter().map(|way| way(self, word)).find(|found| !found.is_empty()).unwrap_or_default()
    }

    /// "interp" in the middle of a question.
    fn unfinished(&self, word: &QueryWord) -> Vec<Variant> {
        if word.text.chars().count() < 4 {
            return Vec::new();
        }
        self.completions(&word.text, trust::COMPLETION)
    }

    /// "safehouse": two known words without a space.
    fn glued(&self, word: &QueryWord) -> Vec<Variant> {
        let known = |part: &str| self.lexicon.stem(&self.lexicon.stemmer.stem(part));
        let parts = word.text.char_indices().map(|(at, _)| word.text.split_at(at));
        parts
            .filter(|(one, other)| {
                one.len() >= 2 && other.len() >= 2 && one.len().max(other.len()) >= 4
            })
            .find_map(|(one, other)| Some([known(one)?, known(other)?]))
            .map(|terms| terms.map(|term| Variant { term, trust: trust::PART }).to_vec())
            .unwrap_or_default()
    }

    /// "soliciter": a slip or two away from a known word; the fewest slips win.
    fn mistyped(&self, word: &QueryWord) -> Vec<Variant> {
        for allowed in 1..=typos::forgiven(&word.text) {
            let near = typos::near(&self.lexicon.words, &word.text, allowed, word.is_unfinished);
            let trust = if allowed == 1 { trust::ONE_SLIP } else { trust::TWO_SLIPS };
            let found = self.commonest(near.into_iter().map(|(place, _)| place));
            if !found.is_empty() {
                return found.into_iter().map(|term| Variant { term, trust }).collect();
            }
        }
        Vec::new()
    }

    fn commonest(&self, places: impl Iterator<Item = usize>) -> Vec<u32> {
        let mut terms: Vec<u32> = places.map(|place| self.lexicon.term(place)).collect();
        terms
            .sort_unstable_by_key(|&term| (std::cmp::Reverse(self.postings.frequency(term)), term));
        terms.dedup();
        terms.truncate(MOST_GUESSES);
        terms
    }

    /// "psprt": letters of a known word, in order, with some left out.
    fn shortened(&self, word: &QueryWord) -> Vec<Variant> {
        let typed = word.text.chars().count();
        if typed < 3 {
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
        found.sort_by_key(|&(score, place)| (std::cmp::Reverse(score), place));
        found.truncate(MOST_GUESSES);
        let terms = found.into_iter().map(|(_, place)| self.lexicon.term(place));
        terms.map(|term| Variant { term, trust: trust::ABBREVIATION }).collect()
    }

    /// "compinsashun": spelled by ear.
    fn misheard(&self, word: &QueryWord) -> Vec<Variant> {
        if word.text.chars().count() < 5 {
            return Vec::new();
        }
        let alike = self.lexicon.trigrams.alike(&word.text, MOST_GUESSES);
        alike
            .into_iter()
            .map(|(place, alike)| Variant {
                term: self.lexicon.term(place),
                trust: trust::SOUND * alike,
            })
            .collect()
    }
}
