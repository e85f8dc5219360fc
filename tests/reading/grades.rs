//! How hard a text is to read, by two published formulas that look at different things.

use crate::syllables::syllables;

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
        self.sentences += usize::from(!words.is_empty());
        self.words += words.len();
        self.syllables += words.iter().map(|word| syllables(word)).sum::<usize>();
        let letters = |word: &&str| word.chars().filter(|sign| sign.is_alphanumeric()).count();
        self.letters += words.iter().map(letters).sum::<usize>();
        self.longest = self.longest.max(words.len());
    }

    /// Flesch-Kincaid grade level (Kincaid and others, US Navy, 1975): syllables and sentences.
    pub fn flesch_kincaid(self) -> f64 {
        let [words, sentences, syllables, _] = self.numbers();
        0.39 * words / sentences + 11.8 * syllables / words - 15.59
    }

    /// Automated readability index (Senter and Smith, US Air Force, 1967): letters and sentences.
    /// Chosen as the second because it needs no syllables, so that a slip in counting those
    /// cannot bend both.
    pub fn automated(self) -> f64 {
        let [words, sentences, _, letters] = self.numbers();
        4.71 * letters / words + 0.5 * words / sentences - 21.43
    }

    pub fn coleman_liau(self) -> f64 {
        let [words, sentences, _, letters] = self.numbers();
        5.88 * letters / words - 29.6 * sentences / words - 15.8
    }

    #[expect(clippy::cast_precision_loss, reason = "counts of one page are small")]
    fn numbers(self) -> [f64; 4] {
        [self.words, self.sentences, self.syllables, self.letters].map(|count| count as f64)
    }
}

/// The sentences of a text. A point within a number or an address ends none.
pub fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let ends = |text: &str| {
        let after = text.find([' ']).map_or(text.len(), |end| end + 1);
        after
    };
    let mut rest = text;
    std::iter::from_fn(move || {
        let mut end = 0;
        while end < rest.len() {
            end += ends(&rest[end..]);
            if rest[..end].trim_end().ends_with(['.', '?', '!']) {
                break;
            }
        }
        let (sentence, after) = rest.split_at(end);
        rest = after;
        (!sentence.is_empty()).then_some(sentence)
    })
}

/// The words of a sentence: whatever has a letter or a digit in it.
pub fn words(sentence: &str) -> impl Iterator<Item = &str> {
    sentence.split_whitespace().filter(|word| word.contains(char::is_alphanumeric))
}
