//! Words in order, in one piece of memory: found by halving, completed by walking on.

use std::ops::Range;
use std::sync::Arc;

use super::column::Column;
use super::postings::small;

/// A sorted set of words; each is known by its place in the order.
#[derive(Clone, Debug)]
pub struct SortedWords {
    /// UTF-8, as the words are.
    text: Arc<[u8]>,
    ends: Column<4>,
}

impl SortedWords {
    /// Takes words that are sorted and differ from each other.
    pub fn from_sorted<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        let mut text = String::new();
        let end = |word: &str| {
            text.push_str(word);
            small(text.len())
        };
        let ends = Column::of(words.into_iter().map(end));
        Self { text: text.into_bytes().into(), ends }
    }

    /// Takes bytes from outside, if they are words in any order.
    pub fn open(text: Arc<[u8]>, ends: Arc<[u8]>) -> Option<Self> {
        let (letters, ends) = (std::str::from_utf8(&text).ok()?, Column::open(ends)?);
        let is_whole = |end: u32| letters.is_char_boundary(end as usize);
        let fits = ends.divides(text.len()) && ends.iter().all(is_whole);
        fits.then_some(Self { text, ends })
    }

    /// Whether each word stands before the next.
    pub fn is_sorted(&self) -> bool {
        (1..self.len()).all(|place| self.bytes(place - 1) < self.bytes(place))
    }

    /// The text and where its words end, as [`SortedWords::open`] takes them.
    pub fn parts(&self) -> [&[u8]; 2] {
        [&self.text, self.ends.bytes()]
    }

    /// How many words there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The word at `place`.
    #[must_use]
    pub fn word(&self, place: usize) -> &str {
        std::str::from_utf8(self.bytes(place)).unwrap_or_default()
    }

    /// They stand in the order of the words.
    fn bytes(&self, place: usize) -> &[u8] {
        self.text.get(self.ends.start(place)..self.ends.get(place) as usize).unwrap_or_default()
    }

    /// The place of `word`.
    #[must_use]
    pub fn find(&self, word: &str) -> Option<usize> {
        let word = word.as_bytes();
        let place = self.first_not(0, |other| other < word);
        (place < self.len() && self.bytes(place) == word).then_some(place)
    }

    /// The places of all words that begin with `prefix`.
    #[must_use]
    pub fn starting_with(&self, prefix: &str) -> Range<usize> {
        let prefix = prefix.as_bytes();
        let start = self.first_not(0, |word| word < prefix);
        start..self.first_not(start, |word| word.starts_with(prefix))
    }

    /// The first place from `start` on where `is_before` no longer holds, if it holds for a while
    /// and then never again. Near places are found fastest.
    #[must_use]
    pub fn first_not(&self, start: usize, is_before: impl Fn(&[u8]) -> bool) -> usize {
        first_not(start, self.len(), |place| is_before(self.bytes(place)))
    }
}

/// The same of anything in order that ends before `end`.
pub fn first_not(start: usize, end: usize, is_before: impl Fn(usize) -> bool) -> usize {
    let mut step = 1;
    let mut low = start;
    while low + step <= end && is_before(low + step - 1) {
        low += step;
        step *= 2;
    }
    let mut high = (low + step).min(end);
    while low < high {
        let middle = low.midpoint(high);
        if is_before(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
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
        assert_eq!(SortedWords::from_sorted([]).starting_with("a"), 0..0);
    }
}
