//! What was typed, cut to a sensible length and taken apart.

use super::{common::is_common, fold::fold, numbers, stem::Stemmer, words::words};

/// Letters of a query that are read: a story fits, and no length can stall the search.
const MOST_LETTERS: usize = 2_000;
/// Words of a query that are looked up.
const MOST_WORDS: usize = 24;
/// Letters a word can have; anything longer is not a word.
const LONGEST_WORD: usize = 40;

/// A query, ready to be looked up.
#[derive(Debug)]
pub struct Query {
    /// Every word, in order.
    pub texts: Vec<String>,
    /// The words to look up, each once.
    pub words: Vec<QueryWord>,
    /// What may be telephone numbers in it, as typed.
    pub numbers: Vec<String>,
}

/// One word to look up.
#[derive(Debug, PartialEq, Eq)]
pub struct QueryWord {
    /// The folded word.
    pub text: String,
    /// Its stem.
    pub stem: String,
    /// Whether it says little by itself.
    pub is_common: bool,
    /// Whether it is the last one and may go on.
    pub is_unfinished: bool,
}

impl Query {
    /// Takes `typed` apart.
    #[must_use]
    pub fn new(typed: &str, stemmer: &Stemmer) -> Self {
        let end = typed.char_indices().nth(MOST_LETTERS).map_or(typed.len(), |(end, _)| end);
        let folded = fold(&typed[..end]);
        let found = words(folded.text());
        let unfinished = found.last().filter(|last| last.range.end == folded.text().len());
        let unfinished = unfinished.map(|word| word.text.clone());
        let texts: Vec<String> = found.into_iter().map(|word| word.text).collect();
        let words = to_look_up(&texts, unfinished.as_deref(), stemmer);
        Self { words, numbers: numbers::runs(folded.text()), texts }
    }
}

/// Each different word once; when there are too many, the common ones go first.
fn to_look_up(texts: &[String], unfinished: Option<&str>, stemmer: &Stemmer) -> Vec<QueryWord> {
    let is_long = texts.len() > MOST_WORDS;
    let mut words: Vec<QueryWord> = Vec::new();
    for text in texts {
        let is_unfinished = unfinished == Some(text);
        let word = QueryWord {
            stem: stemmer.stem(text).into_owned(),
            is_common: is_common(text),
            is_unfinished,
            text: text.clone(),
        };
        let is_new = words.iter().all(|other| other.text != word.text);
        let fits = word.text.chars().count() <= LONGEST_WORD && !(is_long && word.is_common);
        if is_new && fits && words.len() < MOST_WORDS {
            words.push(word);
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_word_is_unfinished_until_a_space_follows() {
        let stemmer = Stemmer::english();
        let last = |typed: &str| Query::new(typed, &stemmer).words.pop().unwrap().is_unfinished;
        assert!(last("my boss"));
        assert!(!last("my boss "));
        assert!(!last("my boss?"));
    }

    #[test]
    fn a_long_story_is_cut_to_its_telling_words() {
        let stemmer = Stemmer::english();
        let story = "and then he took my passport from me ".repeat(3_000);
        let query = Query::new(&story, &stemmer);
        assert_eq!(
            query.words.iter().map(|word| &word.text).collect::<Vec<_>>(),
            ["took", "passport"]
        );
    }
}
