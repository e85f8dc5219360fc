//! Short forms in a question: which terms of the glossary it asks about.

use crate::knowledge::glossary::{Glossary, TermIndex};

/// The most terms explained for one question.
const MOST: usize = 2;

/// The terms that are named in a text, in its order, and its other words.
#[must_use]
pub fn explained(glossary: &Glossary, text: &str) -> (Vec<TermIndex>, Vec<String>) {
    let text = joined(text);
    let typed = words(&text);
    let is_loud = !text.chars().any(char::is_lowercase);
    let names: Vec<(TermIndex, bool, Vec<&str>)> = glossary
        .places()
        .flat_map(|(index, term)| {
            term.names.iter().map(move |name| (index, term.capitals, words(name)))
        })
        .collect();
    let (mut found, mut others) = (Vec::new(), Vec::new());
    let mut place = 0;
    while place < typed.len() {
        let longest = names
            .iter()
            .filter(|(_, capitals, name)| {
                let is_named = begins(&typed[place..], name);
                let in_capitals = || !is_loud && typed[place..].starts_with(name);
                is_named && (!capitals || name.len() == typed.len() || in_capitals())
            })
            .max_by_key(|(_, _, name)| name.len());
        if let Some(&(index, _, ref name)) = longest {
            if !found.contains(&index) && found.len() < MOST {
                found.push(index);
            }
            place += name.len();
        } else {
            others.push(typed[place].to_lowercase());
            place += 1;
        }
    }
    (found, others)
}

/// The text with single letters side by side made one word: "n.r.m.", "N R M", "s.45".
fn joined(text: &str) -> String {
    let is_alone = |word: &str| word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    let is_loud = |word: &str| word.chars().all(char::is_uppercase);
    let (mut joined, mut before) = (String::new(), None);
    for word in text.split_whitespace().flat_map(without_stops) {
        let goes_on =
            before.is_some_and(|before: bool| is_alone(&word) && before == is_loud(&word));
        if !joined.is_empty() && !goes_on {
            joined.push(' ');
        }
        joined.push_str(&word);
        before = is_alone(&word).then(|| is_loud(&word));
    }
    joined
}

/// A word with full stops as one where they part single letters or digits, else as its parts.
fn without_stops(word: &str) -> Vec<String> {
    let parts: Vec<&str> = word.split('.').filter(|part| !part.is_empty()).collect();
    let is_short = |part: &&str| part.len() == 1 || part.bytes().all(|byte| byte.is_ascii_digit());
    if parts.iter().all(is_short) {
        vec![parts.concat()]
    } else {
        parts.into_iter().map(str::to_owned).collect()
    }
}

fn words(text: &str) -> Vec<&str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

fn begins(words: &[&str], name: &[&str]) -> bool {
    let mut pairs = words.iter().zip(name);
    words.len() >= name.len() && pairs.all(|(one, other)| one.eq_ignore_ascii_case(other))
}
