//! What was typed, cut to a sensible length and taken apart.

use super::{
    fold::fold,
    language::{Language, opposite},
    numbers,
    words::words,
};

/// Letters of a query that are read: a story fits, and no length can stall the search.
const MOST_LETTERS: usize = 2_000;
/// Words of a query that are looked up.
const MOST_WORDS: usize = 24;
/// Letters a word can have; anything longer is not a word.
const LONGEST_WORD: usize = 40;

/// A query, ready to be looked up.
#[derive(Clone, Debug)]
pub struct Query {
    /// Every word, in order.
    pub texts: Vec<String>,
    /// The words to look up, each once.
    pub words: Vec<QueryWord>,
    /// Whether somebody tells what happened, and does not just look something up.
    pub is_told: bool,
    /// What may be telephone numbers in it, as typed.
    pub numbers: Vec<String>,
}

/// One word to look up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryWord {
    /// The folded word.
    pub text: String,
    /// Its stem.
    pub stem: String,
    /// What kind of word it is.
    pub kind: Kind,
    /// Whether it is the last one and may go on.
    pub is_unfinished: bool,
}

/// What a word does in a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Says what it is about.
    Telling,
    /// Carries the sentence.
    Common,
    /// Stands for the opposite of a word, and counts only where that is known.
    Opposite,
    /// Shows that something else is looked for.
    TurnsAway,
}

impl Query {
    /// Takes `typed` apart.
    #[must_use]
    pub fn new(typed: &str, language: &Language) -> Self {
        let end = typed.char_indices().nth(MOST_LETTERS).map_or(typed.len(), |(end, _)| end);
        let typed = typed[..end].replace('\u{1f198}', " sos ");
        let folded = fold(&typed);
        let found = words(folded.text());
        let unfinished = found.last().filter(|last| last.range.end == folded.text().len());
        let unfinished = unfinished.map(|word| word.text.clone());
        let texts: Vec<String> = found.into_iter().map(|word| word.text).collect();
        let mut words = to_look_up(&texts, unfinished.as_deref(), language);
        words.extend(opposites(&texts, language));
        let is_told = language.tells(&texts);
        Self { words, is_told, numbers: numbers::runs(folded.text()), texts }
    }
}

/// Each different word once, but no greeting; when there are too many, the common ones go first.
fn to_look_up(texts: &[String], unfinished: Option<&str>, language: &Language) -> Vec<QueryWord> {
    let is_long = texts.len() > MOST_WORDS;
    let is_told = language.tells(texts);
    let mut words: Vec<QueryWord> = Vec::new();
    for text in texts.iter().filter(|text| !language.is_courtesy(text)) {
        let word = QueryWord {
            stem: language.stem(text).into_owned(),
            kind: kind(text, is_told, language),
            is_unfinished: unfinished == Some(text),
            text: text.clone(),
        };
        let is_new = words.iter().all(|other| other.text != word.text);
        let fits =
            word.text.chars().count() <= LONGEST_WORD && !(is_long && word.kind == Kind::Common);
        if is_new && fits && words.len() < MOST_WORDS {
            words.push(word);
        }
    }
    words
}

fn kind(text: &str, is_told: bool, language: &Language) -> Kind {
    if language.turns_away(text, is_told) {
        Kind::TurnsAway
    } else if language.is_common(text) {
        Kind::Common
    } else {
        Kind::Telling
    }
}

/// The opposites the question speaks of: "not police".
fn opposites(texts: &[String], language: &Language) -> Vec<QueryWord> {
    let mut stems: Vec<String> = language
        .negated(texts.iter().map(String::as_str))
        .into_iter()
        .map(|word| opposite(&language.stem(word)))
        .collect();
    stems.dedup();
    stems.truncate(MOST_WORDS);
    stems
        .into_iter()
        .map(|stem| QueryWord {
            text: stem.clone(),
            stem,
            kind: Kind::Opposite,
            is_unfinished: false,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_word_is_unfinished_until_a_space_follows() {
        let language = Language::english();
        let last = |typed: &str| Query::new(typed, language).words.pop().unwrap().is_unfinished;
        assert!(last("my boss"));
        assert!(!last("my boss "));
        assert!(!last("my boss?"));
    }

    #[test]
    fn a_long_story_is_cut_to_its_telling_words() {
        let language = Language::english();
        let story = "and then he took my passport from me ".repeat(3_000);
        let query = Query::new(&story, language);
        assert_eq!(
            query.words.iter().map(|word| &word.text).collect::<Vec<_>>(),
            ["took", "passport"]
        );
    }
}
