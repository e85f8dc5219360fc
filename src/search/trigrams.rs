//! Trigrams: the last resort for words spelled by ear ("compinsashun").

use std::ops::Range;

use super::postings::small;
use super::sorted_words::SortedWords;

/// The share of letter triples two words must have in common (Dice) to be taken for each other
/// (0.4: 570, 0.5: 573, 0.6: 570).
const ALIKE: f32 = 0.5;

/// For each three letters, the words that hold them.
#[derive(Debug, Default)]
pub struct Trigrams {
    /// Sorted pairs of three letters and the place of a word.
    pairs: Vec<([char; 3], u32)>,
    /// How many triples each word has.
    counts: Vec<u32>,
}

impl Trigrams {
    /// Takes every word of `words` apart.
    #[must_use]
    pub fn of(words: &SortedWords) -> Self {
        let mut trigrams = Self::default();
        for place in 0..words.len() {
            let triples = triples(words.word(place));
            trigrams.counts.push(u32::try_from(triples.len()).unwrap_or(u32::MAX));
            let place = u32::try_from(place).unwrap_or(u32::MAX);
            trigrams.pairs.extend(triples.into_iter().map(|triple| (triple, place)));
        }
        trigrams.pairs.sort_unstable();
        trigrams
    }

    /// The places of the words most like `typed`, with how alike they are (0 to 1), best first.
    #[must_use]
    pub fn alike(&self, typed: &str, limit: usize) -> Vec<(usize, f32)> {
        let typed = triples(typed);
        let mut shared = vec![0_u32; self.counts.len()];
        for triple in &typed {
            for place in self.places(*triple) {
                shared[place] += 1;
            }
        }
        let found = shared
            .iter()
            .enumerate()
            .filter(|&(_, &shared)| shared > 1)
            .map(|(place, &shared)| (place, dice(shared, self.counts[place], typed.len())));
        most_alike(found, limit)
    }

    fn places(&self, triple: [char; 3]) -> impl Iterator<Item = usize> {
        let start = self.pairs.partition_point(|pair| pair.0 < triple);
        self.pairs[start..]
            .iter()
            .take_while(move |pair| pair.0 == triple)
            .map(|pair| pair.1 as usize)
    }
}

/// The same for the words at `places`, one after another.
pub fn alike(
    words: &SortedWords,
    places: Range<usize>,
    typed: &str,
    limit: usize,
) -> Vec<(usize, f32)> {
    let typed = triples(typed);
    let bits = typed.iter().fold(0, |bits, triple| bits | bit(triple));
    let likeness = |place| {
        let word = words.word(place);
        // Most words are not alike whatever else they have: a word has no fewer triples than it shares.
        let most = small(most_shared(word, &typed, bits));
        if dice(most, most, typed.len()) < ALIKE {
            return (place, 0.0);
        }
        let triples = triples(word);
        let shared = triples.iter().filter(|triple| typed.binary_search(triple).is_ok()).count();
        (place, dice(small(shared), small(triples.len()), typed.len()))
    };
    most_alike(places.map(likeness), limit)
}

/// One of 64 bits for a triple: most that differ have another.
fn bit(triple: &[char; 3]) -> u64 {
    let [first, second, third] = triple.map(u32::from);
    1 << ((first * 25 + second * 5 + third) % u64::BITS)
}

/// How many triples of a word are among those of `typed`, whose bits are `bits`; one that it has
/// twice counts twice.
fn most_shared(word: &str, typed: &[[char; 3]], bits: u64) -> usize {
    let mut three = [' '; 3];
    let letters = word.chars().chain([' ']);
    letters
        .filter(|letter| {
            three = [three[1], three[2], *letter];
            bits & bit(&three) != 0 && typed.binary_search(&three).is_ok()
        })
        .count()
}

fn most_alike(found: impl Iterator<Item = (usize, f32)>, limit: usize) -> Vec<(usize, f32)> {
    let mut found: Vec<(usize, f32)> = found.filter(|&(_, alike)| alike >= ALIKE).collect();
    found.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
    found.truncate(limit);
    found
}

#[expect(clippy::cast_precision_loss, reason = "a word has a handful of triples")]
fn dice(shared: u32, count: u32, typed: usize) -> f32 {
    2.0 * shared as f32 / (count as f32 + typed as f32)
}

/// The different triples of a word, its edges marked by spaces.
fn triples(word: &str) -> Vec<[char; 3]> {
    let letters: Vec<char> = format!(" {word} ").chars().collect();
    let mut triples: Vec<_> =
        letters.windows(3).map(|three| [three[0], three[1], three[2]]).collect();
    triples.sort_unstable();
    triples.dedup();
    triples
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_spelled_by_ear_are_found() {
        let words = SortedWords::from_sorted(["compensation", "interpreter", "passport"]);
        let trigrams = Trigrams::of(&words);
        assert_eq!(trigrams.alike("compensashun", 3).first().map(|hit| hit.0), Some(0));
        assert_eq!(trigrams.alike("intrpreter", 3).first().map(|hit| hit.0), Some(1));
        assert!(trigrams.alike("asdfghjkl", 3).is_empty());
        for typed in ["compensashun", "intrpreter", "asdfghjkl"] {
            assert_eq!(alike(&words, 0..3, typed, 3), trigrams.alike(typed, 3));
        }
    }
}
