//! The services of lists, in an index of their own: whatever words a list is stuffed with, no page of
//! airt moves for it.

use super::Engine;
use super::entries::{EntryHit, document};
use super::query::Query;
use crate::knowledge::Knowledge;

/// An engine over the local services.
pub(super) struct Near {
    engine: Box<Engine>,
    /// The place of the first of them in the knowledge.
    entries: Vec<crate::knowledge::entry::EntryIndex>,
}

impl Near {
    /// None where there is no list.
    pub(super) fn of(knowledge: &Knowledge) -> Option<Self> {
        let entries: Vec<_> = knowledge.services().collect();
        let words: Vec<_> =
            entries.iter().map(|&entry| [knowledge[entry].keywords.read(), Vec::new()]).collect();
        let documents = entries.iter().zip(&words);
        let documents = documents.map(|(&entry, words)| document(&knowledge[entry], words));
        let engine = Box::new(Engine { is_local: true, ..Engine::build(documents, None) });
        (!entries.is_empty()).then_some(Self { engine, entries })
    }

    /// The services that answer, best first; none where none is sure to.
    pub(super) fn find(&self, query: &Query, limit: usize) -> Vec<EntryHit> {
        let answers = self.engine.rank(query, limit);
        let hits = answers.hits.into_iter().filter(|_| answers.is_sure);
        let hit = |hit: super::Hit| {
            Some(EntryHit { entry: *self.entries.get(hit.document)?, score: hit.score })
        };
        hits.filter_map(hit).collect()
    }
}
