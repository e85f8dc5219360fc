//! Short forms in a question: which terms of the glossary it asks about.

use crate::knowledge::glossary::{Glossary, TermIndex};

/// The most terms explained for one question.
const MOST: usize = 2;

/// The terms that are named in a text, in its order, and its other words.
#[must_use]
pub fn explained(glossary: &Glossary, text: &str) -> (Vec<TermIndex>, Vec<String>) {
    // "n.r.m.", "N R M" and "s.45" are one word.
    let text = joined(&text.replace('.', ""));
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

/// The text with letters that stand alone side by side made one word.
fn joined(text: &str) -> String {
    let is_alone = |word: &str| word.len() == 1 && word.chars().all(char::is_alphabetic);
    let (mut joined, mut was_alone) = (String::new(), false);
    for word in text.split_whitespace() {
        let goes_on = joined.is_empty() || was_alone && is_alone(word);
        if !goes_on {
            joined.push(' ');
        }
        joined.push_str(word);
        was_alone = is_alone(word);
    }
    joined
}

fn words(text: &str) -> Vec<&str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

fn begins(words: &[&str], name: &[&str]) -> bool {
    let mut pairs = words.iter().zip(name);
    words.len() >= name.len() && pairs.all(|(one, other)| one.eq_ignore_ascii_case(other))
}
