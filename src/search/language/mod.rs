//! Language: all that search must know of the language people write in, read from `data/search/`.
//!
//! Another language is another set of these files. Nothing has to be sorted; [`check()`] says what is
//! wrong with them, and each row of danger brings the sentences that prove it.

mod check;
pub(super) mod files;
mod negation;

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use super::danger::alarm::Alarm;
use super::danger::{Danger, DangerLevel};
use super::small_talk::SmallTalk;
use super::stem::Stemmer;
use files::{Files, Raw};

pub use check::check;
pub(super) use check::{check_list, check_word};
pub(super) use negation::opposite;

/// What the engine needs of one language.
pub struct Language {
    stemmer: Stemmer,
    /// Words that carry a sentence and say little about what it is about; and the places where all
    /// that can be found here holds too.
    common: HashSet<String>,
    /// Words that are no slips of others: those and the commonest of the language.
    everyday: HashSet<String>,
    /// Words that turn around what follows.
    negations: HashSet<String>,
    /// Everyday things this program has no answer for.
    unrelated: HashSet<String>,
    /// Words that look for something else unless somebody tells what happened to them: other
    /// places, and work to apply for.
    looked_for: HashSet<String>,
    /// Words of somebody telling what happened.
    tellers: HashSet<String>,
    /// What workers call themselves and the people they help.
    of_workers: HashSet<String>,
    /// Words of their work.
    of_work: HashSet<String>,
    /// Words for another person who may need help.
    of_another: HashSet<String>,
    /// Words of somebody who speaks of themselves, or asks what a name means.
    not_of_work: HashSet<String>,
    /// Words for one thing, where people say any of them; a word stands in one row only.
    same: Vec<Vec<String>>,
    danger: Danger,
    /// Signs that others use a person.
    signs: Danger,
    alarm: Alarm,
    small_talk: Vec<SmallTalk>,
}

/// Who asks a question.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Voice {
    /// A worker, of their work: "consent to a referral".
    Work,
    /// A worker, of anything: "my client needs a bed".
    Worker,
    /// Anybody else; "who can refer me" is asked by a person who needs help.
    Person,
}

impl Language {
    /// English. Its files are inside the executable and a test reads them, so that they can be read.
    pub fn english() -> &'static Self {
        static ENGLISH: LazyLock<Language> =
            LazyLock::new(|| Language::new(Files::ENGLISH.read().unwrap_or_default()));
        &ENGLISH
    }

    fn new(raw: Raw) -> Self {
        let words = raw.words;
        let common: HashSet<String> = words.common.into_iter().chain(words.nearby).collect();
        let everyday = raw.everyday.words.split(' ').map(str::to_owned);
        Self {
            everyday: everyday.chain(common.iter().cloned()).collect(),
            small_talk: raw.small_talk,
            danger: Danger::new(&raw.patterns),
            signs: Danger::new(&raw.signs),
            alarm: Alarm::new(&raw.alarm),
            stemmer: Stemmer::english(words.irregular),
            common,
            negations: words.negations.into_iter().collect(),
            unrelated: words.unrelated.into_iter().collect(),
            looked_for: words.looked_for.into_iter().collect(),
            tellers: words.tellers.into_iter().collect(),
            of_workers: words.of_workers.into_iter().collect(),
            of_work: words.of_work.into_iter().collect(),
            of_another: words.of_another.into_iter().collect(),
            not_of_work: words.not_of_work.into_iter().collect(),
            same: raw.synonyms.same,
        }
    }

    /// Whether somebody asks about themselves, or what a word means.
    pub(super) fn is_of_oneself(&self, words: &[String]) -> bool {
        words.iter().any(|word| self.not_of_work.contains(word))
    }

    /// Whether somebody asks about another person who may need help.
    pub(super) fn is_of_another(&self, words: &[String]) -> bool {
        words.iter().any(|word| self.of_another.contains(word))
    }

    /// The stem of a folded word.
    pub(super) fn stem<'a>(&'a self, word: &'a str) -> Cow<'a, str> {
        self.stemmer.stem(word)
    }

    pub(super) fn is_common(&self, word: &str) -> bool {
        self.common.contains(word)
    }

    /// The words that carry a sentence.
    pub(super) fn common(&self) -> impl Iterator<Item = &str> {
        self.common.iter().map(String::as_str)
    }

    /// Whether `word` is no slip of another.
    pub(super) fn is_everyday(&self, word: &str) -> bool {
        self.everyday.contains(word)
    }

    /// What folded words say as they would to a person, if they say nothing else.
    pub(super) fn small_talk(&self, words: &[String]) -> Option<&str> {
        let said = self.small_talk.iter().find(|talk| talk.is_said(words));
        said.map(|talk| talk.id.as_str())
    }

    /// Whether a folded word greets or thanks, and asks for nothing.
    pub(super) fn is_courtesy(&self, word: &str) -> bool {
        let courtesy = self.small_talk.iter().filter(|talk| talk.is_courtesy);
        courtesy.flat_map(|talk| &talk.telling).any(|telling| telling == word)
    }

    /// The rows of words for one thing.
    pub(super) fn same(&self) -> &[Vec<String>] {
        &self.same
    }

    /// Whether somebody is telling what happened, not looking a thing up.
    pub(super) fn tells(&self, words: &[String]) -> bool {
        words.iter().any(|word| self.tellers.contains(word))
    }

    /// Who asks, by their words, and by whether one of them is a term of the glossary.
    pub(super) fn voice(&self, words: &[String], names_term: bool) -> Voice {
        let has = |list: &HashSet<String>| words.iter().any(|word| list.contains(word));
        let is_of_a_worker = has(&self.of_workers);
        let is_of_a_person = has(&self.not_of_work);
        if has(&self.of_work) && (is_of_a_worker || !is_of_a_person) {
            Voice::Work
        } else if is_of_a_worker || names_term && !is_of_a_person {
            Voice::Worker
        } else {
            Voice::Person
        }
    }

    /// Whether `word` turns away from everything that can be found here. Nothing relevant must find
    /// nothing, so that nobody is sent to a service that cannot help.
    pub(super) fn turns_away(&self, word: &str, is_told: bool) -> bool {
        self.unrelated.contains(word) || (!is_told && self.looked_for.contains(word))
    }

    /// Whether folded words tell of a sign that others use a person: papers kept, work without
    /// pay, debt, lies, threats, force.
    pub(super) fn is_sign(&self, words: &[String]) -> bool {
        self.signs.speaks(words, &self.everyday)
    }

    /// Whether folded words tell of danger: surely where a pattern says so and the whole is not
    /// calm, or the pattern is of those that count always.
    pub(super) fn danger(&self, words: &[String]) -> Option<DangerLevel> {
        let is_said = self.danger.speaks(words, &self.everyday);
        let is_certain = || self.danger.surely_speaks(words, &self.everyday);
        if is_said && (!self.alarm.is_calm(words) || is_certain()) {
            Some(DangerLevel::Sure)
        } else {
            (is_said || self.alarm.rises(words)).then_some(DangerLevel::Perhaps)
        }
    }
}
