//! How hard a text is to read, by two published formulas that look at different things.

use super::syllables::syllables;

/// What the formulas count.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counts {
    pub sentences: usize,
    pub words: usize,
    pub syllables: usize,
    /// Letters and digits.
    pub letters: usize,
    /// The words of the longest sentence.
    pub longest: usize,
}

impl Counts {
    /// Counts several texts as one; the end of a text ends a sentence.
    pub fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut counts = Self::default();
        for sentence in texts.into_iter().flat_map(sentences) {
            counts.add(sentence);
        }
        counts
    }

    fn add(&mut self, sentence: &str) {
        let words: Vec<&str> = words(sentence).collect();
        let letters = |word: &&str| word.chars().filter(|sign| sign.is_alphanumeric()).count();
        self.sentences += usize::from(!words.is_empty());
        self.words += words.len();
        self.syllables += words.iter().map(|word| syllables(word)).sum::<usize>();
        self.letters += words.iter().map(letters).sum::<usize>();
        self.longest = self.longest.max(words.len());
    }

    /// The grade by each formula.
    pub fn grades(self) -> [f64; 2] {
        [self.flesch_kincaid(), self.coleman_liau()]
    }

    /// Flesch-Kincaid grade level (Kincaid and others, US Navy, 1975): syllables and sentences.
    fn flesch_kincaid(self) -> f64 {
        let [words, sentences, syllables, _] = self.numbers();
        0.39 * words / sentences + 11.8 * syllables / words - 15.59
    }

    /// Coleman-Liau index (Coleman and Liau, 1975): letters and sentences. The second formula
    /// because it needs no syllables, so that a slip in counting those cannot bend both; and of
    /// the two such formulas the stricter: the automated readability index puts texts of short
    /// sentences below grade 1 whatever their words.
    fn coleman_liau(self) -> f64 {
        let [words, sentences, _, letters] = self.numbers();
        5.88 * letters / words - 29.6 * sentences / words - 15.8
    }

    #[expect(clippy::cast_precision_loss, reason = "the counts of a page are small")]
    fn numbers(self) -> [f64; 4] {
        [self.words, self.sentences, self.syllables, self.letters].map(|count| count as f64)
    }
}

/// The sentences of a text. A point within a number or an address ends none.
pub fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let is_end = |&(place, _): &(usize, &str)| rest[..place].ends_with(['.', '?', '!']);
        let end = rest.match_indices(' ').find(is_end).map_or(rest.len(), |(place, _)| place + 1);
        let (sentence, after) = rest.split_at(end);
        rest = after;
        (!sentence.is_empty()).then_some(sentence)
    })
}

/// The words of a sentence: whatever has a letter or a digit in it.
pub fn words(sentence: &str) -> impl Iterator<Item = &str> {
    sentence.split_whitespace().filter(|word| word.contains(char::is_alphanumeric))
}
