//! The knowledge as documents to search, and what else there is to say to a question.

use super::explained::explained;
use super::first_words::{FirstWord, FirstWords};
use super::near::Near;
use super::query::Query;
use super::typed_in::typed_in;
use super::{Answers, DangerLevel, Document, Engine};
use crate::knowledge::Knowledge;
use crate::knowledge::entry::{Audience, Entry, EntryIndex};
use crate::knowledge::glossary::TermIndex;
use crate::knowledge::languages::{LanguageIndex, Script};

/// The place of the last page that everybody sees: among the first three stands one to call.
const LAST_SEEN: usize = 2;

/// Where somebody who asks if this is safe can read more.
const ABOUT_SAFETY: (&str, &str) = ("safe", "staying-safe");

/// The letters of a short form: `UKVCAS` and the like.
const LONGEST_SHORT_FORM: usize = 6;

/// An entry that answers a question, and how well; the score compares hits of one search only.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EntryHit {
    /// Which entry.
    pub entry: EntryIndex,
    /// How well it answers.
    pub score: f32,
}

/// All there is to say to a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding<'a> {
    /// The pages.
    pub answers: Answers<EntryHit>,
    /// The services of lists that answer; never among the pages, and never before them.
    pub near: Vec<EntryHit>,
    /// The terms it asks about.
    pub terms: Vec<TermIndex>,
    /// Whether it is a short form that nothing here explains.
    pub is_unknown_term: bool,
    /// What is said as to a person, by its name in `data/search/small-talk.json`.
    pub small_talk: Option<&'a str>,
    /// The languages it may be typed in, likeliest first; none for English.
    pub languages: Vec<LanguageIndex>,
    /// Whether it is not English, whatever it is.
    pub is_foreign: bool,
    /// Whether each word of it is English.
    pub is_english: bool,
}

impl Engine {
    /// An engine that searches every entry.
    #[must_use]
    pub fn of_knowledge(knowledge: &Knowledge) -> Self {
        let of = |audience| Self::of_entries(knowledge, audience);
        let of_workers = Some(Box::new(of(Audience::Workers)));
        let first_words = FirstWords::new(knowledge);
        let near = Near::of(knowledge);
        Self { first_words, of_workers, near, ..of(Audience::Everybody) }
    }

    /// Makes what the lists have findable too, behind all else.
    pub fn take_lists(&mut self, knowledge: &Knowledge) {
        self.near = Near::of(knowledge);
    }

    fn of_entries(knowledge: &Knowledge, audience: Audience) -> Self {
        let places = knowledge.places();
        let entries: Vec<EntryIndex> =
            places.filter(|&entry| knowledge.audience(entry) == audience).collect();
        let first = knowledge.always().emergency.entry;
        let emergency = entries.iter().position(|&entry| entry == first);
        let words = |&entry: &EntryIndex| {
            let entry = &knowledge[entry];
            [entry.keywords.read(), entry.asks.read()]
        };
        let words: Vec<_> = entries.iter().map(words).collect();
        let documents = entries.iter().zip(&words);
        let documents = documents.map(|(&entry, words)| document(&knowledge[entry], words));
        let engine = Self::build(documents, emergency);
        Self { entries, ..engine }
    }

    /// What there is to say, pages best first, at most `limit`.
    #[must_use]
    pub fn find(&self, knowledge: &Knowledge, typed: &str, limit: usize) -> Finding<'_> {
        let query = Query::new(typed, self.language);
        let languages = typed_in(knowledge.languages(), typed, |word| self.knows(word));
        let (terms, others) = explained(knowledge.glossary(), typed);
        let mut finding = Finding {
            answers: self.with_pages_of_workers(knowledge, &query, !terms.is_empty(), limit),
            near: Near::find(&self.near, knowledge, &query, limit),
            terms,
            is_unknown_term: false,
            small_talk: None,
            is_foreign: !languages.is_empty() || typed.chars().any(is_of_another_script),
            is_english: query.texts.iter().all(|word| self.knows(word)),
            languages,
        };
        match self.first_words.of(typed) {
            [] => finding.take_words_among_others(knowledge, &self.first_words, typed),
            words => finding.take_first_words(knowledge, words),
        }
        if finding.answers.danger.is_none() && finding.is_foreign {
            // Nobody here can tell if these words speak of danger.
            finding.answers.danger = Some(DangerLevel::Perhaps);
        }
        if finding.answers.danger != Some(DangerLevel::Sure) {
            let answers = &mut finding.answers;
            if finding.terms.is_empty() {
                self.add_somebody_to_call(answers, knowledge, &query);
            } else {
                let is_all = others.iter().all(|word| self.language.is_common(word));
                add_terms(answers, knowledge, &finding.terms, is_all);
            }
            finding.small_talk = self.language.small_talk(&query.texts);
            add_safety(answers, knowledge, finding.small_talk);
        }
        finding.answers.hits.truncate(limit);
        finding.is_unknown_term = !finding.answers.is_sure
            && finding.terms.is_empty()
            && !finding.is_foreign
            && is_short_form(typed);
        finding
    }

    /// Whether a folded word is English, or means something here.
    fn knows(&self, word: &str) -> bool {
        let stem = self.language.stem(word);
        self.language.is_everyday(word)
            || self.lexicon.stem(&stem).is_some()
            || !self.synonyms.of(&stem).is_empty()
            || self.of_workers.as_ref().is_some_and(|engine| engine.knows(word))
    }

    /// A right without a person to call is half an answer.
    fn add_somebody_to_call(
        &self,
        answers: &mut Answers<EntryHit>,
        knowledge: &Knowledge,
        query: &Query,
    ) {
        let helpline = knowledge.always().helpline.entry;
        let is_sign = self.language.is_sign(&query.texts);
        let answers_calls = |hit: &EntryHit| {
            hit.entry == helpline || !is_sign && !knowledge[hit.entry].phones.is_empty()
        };
        let is_there = answers.hits.iter().take(LAST_SEEN + 1).any(answers_calls);
        if query.is_told && (answers.is_sure || is_sign) && !is_there {
            answers.show_within(LAST_SEEN, helpline);
        }
    }

    /// The entries that answer.
    pub(super) fn entries(&self, query: &Query, limit: usize) -> Answers<EntryHit> {
        let Answers { hits, is_sure, danger } = self.answers(query, limit);
        let entry = |document: usize| self.entries.get(document).copied();
        let hits = hits.iter();
        let hits = hits
            .filter_map(|hit| Some(EntryHit { entry: entry(hit.document)?, score: hit.score }))
            .collect();
        Answers { hits, is_sure, danger }
    }
}

impl Finding<'_> {
    /// Answers the first words of a language: its pages, and 999 first for danger. Languages that
    /// share a word are all offered.
    fn take_first_words(&mut self, knowledge: &Knowledge, words: &[FirstWord]) {
        let Some(first) = words.first() else { return };
        self.is_foreign = true;
        self.languages = words.iter().map(|word| word.language).collect();
        self.take_pages(knowledge, first);
    }

    /// Answers the first word of a language among others of it: that of danger before any other. The
    /// others may say no: whoever fears the police finds the helpline before them.
    fn take_words_among_others(&mut self, knowledge: &Knowledge, words: &FirstWords, typed: &str) {
        let always = knowledge.always();
        let found = words.within(typed, &self.languages);
        let danger = found.iter().find(|word| word.is_danger(always.emergency.entry));
        let Some(word) = danger.or(found.first()) else { return };
        self.take_pages(knowledge, word);
        if word.entries.first() == Some(&always.police.entry) {
            self.answers.show_within(0, always.helpline.entry);
        }
    }

    fn take_pages(&mut self, knowledge: &Knowledge, word: &FirstWord) {
        for &entry in word.entries.iter().rev() {
            self.answers.show_within(0, entry);
        }
        if word.is_danger(knowledge.always().emergency.entry) {
            self.answers.danger = Some(DangerLevel::Sure);
        }
    }
}

/// Adds the pages that have more of the terms: first of all, where nothing else is asked.
fn add_terms(
    answers: &mut Answers<EntryHit>,
    knowledge: &Knowledge,
    terms: &[TermIndex],
    is_all: bool,
) {
    let place = if is_all { 0 } else { LAST_SEEN };
    for entry in terms.iter().rev().filter_map(|&term| knowledge[term].entry) {
        answers.show_within(place, entry);
    }
}

/// Adds the page that says what this program hides, where somebody asks if it is safe.
fn add_safety(answers: &mut Answers<EntryHit>, knowledge: &Knowledge, said: Option<&str>) {
    if said == Some(ABOUT_SAFETY.0)
        && let Some(entry) = knowledge.find(ABOUT_SAFETY.1)
    {
        answers.show_within(0, entry);
    }
}

impl Answers<EntryHit> {
    /// Has `entry` stand at `place` or before. First of all, it is the sure answer: what was unsure
    /// goes.
    fn show_within(&mut self, place: usize, entry: EntryIndex) {
        if place == 0 && !self.is_sure {
            self.hits.clear();
            self.is_sure = true;
        }
        let stands = self.hits.iter().position(|hit| hit.entry == entry);
        if stands.is_none_or(|stands| stands > place) {
            self.hits.retain(|hit| hit.entry != entry);
            let place = place.min(self.hits.len());
            let beside = self.hits.get(place).or(self.hits.last());
            let score = beside.map_or(1.0, |hit| hit.score);
            self.hits.insert(place, EntryHit { entry, score });
        }
    }
}

/// Whether a letter is of no script that English is written in.
fn is_of_another_script(letter: char) -> bool {
    letter.is_alphabetic() && !Script::Latn.has(letter)
}

/// Whether a text is one word in capitals, as short forms are: `AWPR`, `S.47`.
fn is_short_form(typed: &str) -> bool {
    let typed = typed.trim();
    let is_part =
        |letter: char| letter.is_ascii_uppercase() || letter.is_ascii_digit() || letter == '.';
    let letters = typed.chars().filter(|letter| letter.is_alphanumeric()).count();
    (2..=LONGEST_SHORT_FORM).contains(&letters)
        && typed.chars().all(is_part)
        && typed.chars().any(char::is_uppercase)
}

pub(super) fn document<'a>(
    entry: &'a Entry,
    [keywords, asks]: &'a [Vec<String>; 2],
) -> Document<'a> {
    let later = entry.later.iter().flat_map(|fact| &fact.paragraphs);
    let lists = entry.lists.iter().flat_map(|list| &list.lines);
    let local = entry.local.iter().flat_map(|local| &local.details).map(|(_, text)| text);
    let body = entry.body.iter().chain(&entry.who).chain([&entry.act]);
    let body = body.chain(lists).chain(&entry.aloud).chain(later).chain(local);
    Document {
        title: &entry.title,
        keywords: keywords.iter().map(String::as_str).collect(),
        asks: asks.iter().map(String::as_str).collect(),
        summary: &entry.summary,
        body: body.map(String::as_str).collect(),
        numbers: entry.phones.iter().map(|phone| phone.number.spoken()).collect(),
    }
}
