//! Words in order, in one piece of memory: found by halving, completed by walking on.

use std::ops::Range;

/// A sorted set of words; each is known by its place in the order.
#[derive(Debug, Default)]
pub struct SortedWords {
    text: String,
    ends: Vec<usize>,
}

impl SortedWords {
    /// Takes words that are sorted and differ from each other.
    pub fn from_sorted<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        let mut sorted = Self::default();
        for word in words {
            sorted.text.push_str(word);
            sorted.ends.push(sorted.text.len());
        }
        sorted
    }

    /// How many words there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The word at `place`.
    #[must_use]
    pub fn word(&self, place: usize) -> &str {
        let start = if place == 0 { 0 } else { self.ends[place - 1] };
        &self.text[start..self.ends[place]]
    }

    /// The place of `word`.
    #[must_use]
    pub fn find(&self, word: &str) -> Option<usize> {
        let place = self.first_not(0, |other| other < word);
        (place < self.len() && self.word(place) == word).then_some(place)
    }

    /// The places of all words that begin with `prefix`.
    #[must_use]
    pub fn starting_with(&self, prefix: &str) -> Range<usize> {
        let start = self.first_not(0, |word| word < prefix);
        start..self.first_not(start, |word| word.starts_with(prefix))
    }

    /// The first place from `start` on where `is_before` no longer holds, if it holds for a while
    /// and then never again. Near places are found fastest.
    #[must_use]
    pub fn first_not(&self, start: usize, is_before: impl Fn(&str) -> bool) -> usize {
        let mut step = 1;
        let mut low = start;
        while low + step <= self.len() && is_before(self.word(low + step - 1)) {
            low += step;
            step *= 2;
        }
        let mut high = (low + step).min(self.len());
        while low < high {
            let middle = low.midpoint(high);
            if is_before(self.word(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_and_completed() {
        let words = SortedWords::from_sorted(["call", "court", "courtroom", "cut", "tara"]);
        assert_eq!(words.find("court"), Some(1));
        assert_eq!(words.find("cour"), None);
        assert_eq!(words.find("zebra"), None);
        assert_eq!(words.starting_with("cour"), 1..3);
        assert_eq!(words.starting_with(""), 0..5);
        assert_eq!(words.starting_with("z"), 5..5);
        assert_eq!(SortedWords::default().starting_with("a"), 0..0);
    }
}
