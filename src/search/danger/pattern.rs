//! A pattern of words, and whether it stands in a question.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use crate::search::language::files::Class;
use crate::search::typos;

/// What a `..` leaves open, at most.
const LONGEST_GAP: usize = 2;

/// The words each class stands for.
pub struct Classes<'a>(HashMap<&'a str, Arc<[String]>>);

impl<'a> Classes<'a> {
    pub fn new(classes: &'a [Class]) -> Self {
        let words = |class: &'a Class| (class.name.as_str(), class.words.as_slice().into());
        Self(classes.iter().map(words).collect())
    }

    fn words(&self, part: &str) -> Arc<[String]> {
        self.0.get(part).cloned().unwrap_or_else(|| Arc::new([part.to_owned()]))
    }
}

pub struct Pattern(Vec<Part>);

enum Part {
    Gap,
    AnyOf(Arc<[String]>),
}

impl Pattern {
    pub fn new(written: &str, classes: &Classes) -> Self {
        let part = |part| match part {
            ".." => Part::Gap,
            word => Part::AnyOf(classes.words(word)),
        };
        Self(written.split(' ').map(part).collect())
    }

    /// The words of `words` it stands on, wherever it does, slips forgiven.
    pub fn places_in(&self, words: &[String], common: &HashSet<String>) -> Vec<Range<usize>> {
        self.places(words, |word, meant| is_like(word, meant, common)).collect()
    }

    pub fn stands_to_the_letter_in(&self, words: &[String]) -> bool {
        self.places(words, |word, meant| word == meant).next().is_some()
    }

    fn places(
        &self,
        words: &[String],
        is: impl Fn(&str, &str) -> bool,
    ) -> impl Iterator<Item = Range<usize>> {
        (0..words.len()).filter_map(move |start| {
            beginning(&words[start..], &self.0, &is).map(|count| start..start + count)
        })
    }
}

/// How many of the first `words` are `parts`, with gaps as short as can be; none if they are not.
fn beginning(words: &[String], parts: &[Part], is: &impl Fn(&str, &str) -> bool) -> Option<usize> {
    match (parts, words) {
        ([], _) => Some(0),
        ([Part::Gap, rest @ ..], _) => (0..=LONGEST_GAP.min(words.len()))
            .find_map(|skipped| Some(skipped + beginning(&words[skipped..], rest, is)?)),
        (_, []) => None,
        ([Part::AnyOf(meant), rest @ ..], [word, others @ ..]) => meant
            .iter()
            .any(|meant| is(word, meant))
            .then(|| beginning(others, rest, is))
            .flatten()
            .map(|count| count + 1),
    }
}

/// Whether `word` is `meant`, or `meant` with a slip: any one slip from six letters, from four a
/// missing, extra or swapped letter, since "bill" and "boat" are words of their own.
fn is_like(word: &str, meant: &str, common: &HashSet<String>) -> bool {
    if word.chars().next() != meant.chars().next() {
        return false;
    }
    if word == meant {
        return true;
    }
    let (typed, letters) = (word.chars().count(), meant.chars().count());
    let is_other_letter = || typed == letters && !typos::same_letters(word, meant);
    letters >= 4
        && typed.abs_diff(letters) <= 1
        && !common.contains(word)
        && typos::is_one_slip(word, meant)
        && (letters >= 6 || !is_other_letter())
}
