//! The knowledge as documents to search.

use super::{Answers, Document, Engine};
use crate::knowledge::Knowledge;
use crate::knowledge::entry::{Entry, EntryIndex};

/// An entry that answers a question, and how well; the score compares hits of one search only.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EntryHit {
    /// Which entry.
    pub entry: EntryIndex,
    /// How well it answers.
    pub score: f32,
}

impl Engine {
    /// An engine that searches every entry.
    #[must_use]
    pub fn of_knowledge(knowledge: &Knowledge) -> Self {
        let emergency = Some(knowledge.always().emergency.entry.position());
        let words: Vec<_> = knowledge
            .entries()
            .iter()
            .map(|entry| [entry.keywords.read(), entry.asks.read()])
            .collect();
        let entries = knowledge.entries().iter().zip(&words);
        Self::build(entries.map(|(entry, words)| document(entry, words)), emergency)
    }

    /// The entries that answer, best first, at most `limit`.
    #[must_use]
    pub fn entries(&self, knowledge: &Knowledge, typed: &str, limit: usize) -> Answers<EntryHit> {
        let places: Vec<EntryIndex> = knowledge.places().collect();
        let Answers { hits, is_sure, danger } = self.search(typed, limit);
        let entry = |document: usize| places.get(document).copied();
        let hits = hits.iter();
        let hits = hits
            .filter_map(|hit| Some(EntryHit { entry: entry(hit.document)?, score: hit.score }))
            .collect();
        Answers { hits, is_sure, danger }
    }
}

fn document<'a>(entry: &'a Entry, [keywords, asks]: &'a [Vec<String>; 2]) -> Document<'a> {
    let later = entry.later.iter().flat_map(|fact| &fact.paragraphs);
    let body = entry.body.iter().chain(&entry.who).chain([&entry.act]).chain(later);
    Document {
        title: &entry.title,
        keywords: keywords.iter().map(String::as_str).collect(),
        asks: asks.iter().map(String::as_str).collect(),
        summary: &entry.summary,
        body: body.map(String::as_str).collect(),
        numbers: entry.phones.iter().map(|phone| phone.number.spoken()).collect(),
    }
}
