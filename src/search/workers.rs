//! Pages for workers, found beside the pages for persons and never in their way.
//!
//! They are an index of their own: what stands on them changes nothing about how a frightened
//! person's words are answered.

use super::fold::fold;
use super::language::Voice;
use super::query::Query;
use super::rank::MOST_PERHAPS;
use super::words::{Word, words};
use super::{Answers, DangerLevel, Engine, EntryHit};
use crate::knowledge::Knowledge;
use crate::knowledge::entry::{Entry, EntryIndex};

/// Where a page for workers stands that answers as much of a person's own words.
const BEHIND_PERSONS: usize = 2;

impl Engine {
    /// What answers, with the pages for workers. The best of them stands first where a worker asks
    /// and it answers as many of the words, or where its name or that of a line is typed; else behind.
    pub(super) fn with_pages_of_workers(
        &self,
        knowledge: &Knowledge,
        query: &Query,
        names_term: bool,
        limit: usize,
    ) -> Answers<EntryHit> {
        let mut answers = self.entries(query, limit);
        let Some(engine) = &self.of_workers else { return answers };
        let mut found = engine.entries(query, limit);
        let named = self.named(engine, knowledge, query);
        if let Some(entry) = named {
            found.put_first(entry);
        }
        if found.hits.is_empty() || answers.danger == Some(DangerLevel::Sure) {
            return answers;
        }
        let voice = self.language.voice(&query.texts, names_term);
        if !found.is_sure {
            if self.may_be_of_work(query, voice, &answers) {
                answers.put_in(1, found.hits.remove(0));
            }
            return answers;
        }
        let best = &knowledge[found.hits[0].entry];
        let names_phone = !answers.is_sure && self.names_phone(best, query);
        let is_named = named == Some(found.hits[0].entry);
        let place = if is_named || names_phone {
            Some(0)
        } else {
            self.place_of_workers(engine, query, voice, &answers, &found)
        };
        if let Some(place) = place {
            answers.put_in(place, found.hits.remove(0));
        }
        if answers.is_sure {
            answers.follow_with(found.hits);
        }
        answers
    }

    /// Whether a page for workers that is not sure to answer stands second: a worker asks, or somebody
    /// asks about another person and nothing is sure.
    fn may_be_of_work(&self, query: &Query, voice: Voice, answers: &Answers<EntryHit>) -> bool {
        let is_of_another = || {
            self.language.is_of_another(&query.texts)
                && !self.language.is_of_oneself(&query.texts)
                && !answers.is_sure
        };
        !answers.hits.is_empty() && (voice != Voice::Person || is_of_another())
    }

    /// Where the best page for workers stands; nowhere for a person's own words.
    fn place_of_workers(
        &self,
        engine: &Self,
        query: &Query,
        voice: Voice,
        answers: &Answers<EntryHit>,
        found: &Answers<EntryHit>,
    ) -> Option<usize> {
        let fit = |engine: &Self| engine.numbers.best_fit(&query.numbers);
        if fit(engine) > fit(self) {
            return Some(0);
        }
        let others = self.answered(query, answers);
        let own = engine.answered(query, found);
        match voice {
            Voice::Work if own >= others => Some(0),
            Voice::Worker if own > others => Some(0),
            Voice::Work | Voice::Worker => Some(1),
            // Nothing for persons is sure to answer: among what may.
            Voice::Person if !answers.is_sure => Some(1),
            // Of somebody else alone; "he" is often the one who is feared.
            Voice::Person if own > others && !self.language.is_of_oneself(&query.texts) => {
                Some(usize::from(!self.language.is_of_another(&query.texts)))
            }
            // Of anything: behind what helps a person.
            Voice::Person => (own >= others).then_some(BEHIND_PERSONS),
        }
    }

    /// The page whose name is typed, or the first of a section so named, and nothing else: small words
    /// do not count, but who speaks of themselves names no page.
    fn named(&self, engine: &Self, knowledge: &Knowledge, query: &Query) -> Option<EntryIndex> {
        let telling = |texts: &mut dyn Iterator<Item = &String>| -> Vec<String> {
            texts.filter(|text| !self.language.is_common(text)).cloned().collect()
        };
        let typed = telling(&mut query.texts.iter());
        let is_typed = |title: &str| {
            let title = words(fold(title).text());
            telling(&mut title.iter().map(|word| &word.text)) == typed
        };
        let section = |entry: EntryIndex| {
            let mut topics = knowledge.topics().iter();
            topics.any(|topic| topic.entries.first() == Some(&entry) && is_typed(&topic.title))
        };
        if typed.is_empty() || self.language.is_of_oneself(&query.texts) {
            return None;
        }
        let stem = |word: &String| engine.lexicon.stem(&self.language.stem(word));
        let stems: Option<Vec<u32>> = typed.iter().map(stem).collect();
        // To take each title apart at each key is dear, and most hold none of the words.
        let has_words = |document| {
            let title = engine.phrases.of_document(document).next();
            let title: Vec<u32> = title.into_iter().flatten().collect();
            stems.as_ref().is_some_and(|stems| stems.iter().all(|stem| title.contains(stem)))
        };
        let mut entries = (0..).zip(engine.entries.iter().copied());
        let is_named = |&(document, entry): &(u32, EntryIndex)| {
            has_words(document) && is_typed(&knowledge[entry].title) || section(entry)
        };
        entries.find(is_named).map(|(_, entry)| entry)
    }

    /// Whether the name of a line is typed, such as "samaritans".
    fn names_phone(&self, entry: &Entry, query: &Query) -> bool {
        let labels = entry.phones.iter().filter_map(|phone| phone.label.as_ref());
        let names = labels.map(|label| words(fold(label).text()));
        let telling = names.map(|mut name| {
            name.retain(|word| !self.language.is_common(&word.text));
            name
        });
        let is_typed = |name: Vec<Word>| name.iter().all(|word| query.texts.contains(&word.text));
        telling.filter(|name| !name.is_empty()).any(is_typed)
    }

    /// The share of a question that the best page answers.
    fn answered(&self, query: &Query, answers: &Answers<EntryHit>) -> f32 {
        let first = answers.hits.first().filter(|_| answers.is_sure);
        let document =
            first.and_then(|hit| self.entries.iter().position(|entry| *entry == hit.entry));
        document.map_or(0.0, |document| self.coverage_of(query, document))
    }
}

impl Answers<EntryHit> {
    fn put_first(&mut self, entry: EntryIndex) {
        self.hits.retain(|hit| hit.entry != entry);
        let score = self.hits.first().map_or(1.0, |hit| hit.score);
        self.hits.insert(0, EntryHit { entry, score });
        self.is_sure = true;
    }

    /// Puts a hit there, as sure; scores of two indexes do not compare.
    fn put_in(&mut self, place: usize, hit: EntryHit) {
        let place = place.min(self.hits.len());
        let beside = self.hits.get(place).or(self.hits.last());
        let score = beside.map_or(hit.score, |beside| beside.score);
        self.hits.insert(place, EntryHit { score, ..hit });
        self.is_sure |= place == 0;
        if !self.is_sure {
            self.hits.truncate(MOST_PERHAPS);
        }
    }

    fn follow_with(&mut self, hits: Vec<EntryHit>) {
        let least = self.hits.last().map_or(f32::INFINITY, |last| last.score);
        self.hits
            .extend(hits.into_iter().map(|hit| EntryHit { score: hit.score.min(least), ..hit }));
    }
}
