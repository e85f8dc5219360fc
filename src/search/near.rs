//! The services of lists, in indexes of their own: whatever words a list is stuffed with, no page of
//! airt moves for it.

use std::sync::Arc;

use super::entries::{EntryHit, document};
use super::index::Index;
use super::query::{Kind, Query, QueryWord};
use super::{Engine, Hit};
use crate::knowledge::Knowledge;
use crate::knowledge::entry::EntryIndex;
use crate::knowledge::local::{List, ListIndex};

/// An engine over the services of one list.
pub(super) struct Near {
    engine: Engine,
    list: ListIndex,
}

impl Near {
    /// Of each list: over the index that came with it, or else one that is made now.
    pub(super) fn of(knowledge: &Knowledge) -> Vec<Self> {
        let lists = knowledge.list_places();
        lists.map(|list| Self { engine: engine(knowledge, &knowledge[list]), list }).collect()
    }

    /// What answers of its list, best first. In a whole sentence the words of the list are few, and
    /// "need" or "hurts" is no reason to find no doctor and no dentist: where the list knows half of
    /// the words that tell, those are asked. Else all are, and only a sure answer counts.
    fn hits(&self, query: &Query, limit: usize) -> Vec<Hit> {
        let tells = |word: &&QueryWord| matches!(word.kind, Kind::Telling | Kind::TurnsAway);
        let telling: Vec<&QueryWord> = query.words.iter().filter(tells).collect();
        let known = telling.iter().filter(|word| self.engine.has_meaning(word));
        let known: Vec<QueryWord> = known.map(|word| (*word).clone()).collect();
        if known.is_empty() || known.len() * 2 < telling.len() {
            let answers = self.engine.rank(query, limit);
            return answers.hits.into_iter().filter(|_| answers.is_sure).collect();
        }
        let asked = Query { words: known, ..query.clone() };
        self.engine.rank(&asked, limit).hits
    }

    /// The services of all lists that answer, best first; none where none is sure to.
    pub(super) fn find(
        all: &[Self],
        knowledge: &Knowledge,
        query: &Query,
        limit: usize,
    ) -> Vec<EntryHit> {
        let mut found: Vec<EntryHit> = Vec::new();
        for near in all {
            let hits = near.hits(query, limit).into_iter();
            // A record that is not right has no page.
            let entry = |hit: &Hit| knowledge[near.list].entry(hit.document);
            found.extend(
                hits.filter_map(|hit| Some(EntryHit { entry: entry(&hit)?, score: hit.score })),
            );
        }
        found.sort_by(|one, other| other.score.total_cmp(&one.score));
        found.truncate(limit);
        found
    }
}

fn engine(knowledge: &Knowledge, list: &List) -> Engine {
    let opened = list.index().and_then(|parts| Index::open(parts, list.records()));
    let index = opened.unwrap_or_else(|| of_list(knowledge, list));
    Engine { is_local: true, hidden: list.elsewhere().to_vec(), ..Engine::over(index, None) }
}

/// The index of a list: every record has its place in it, and one that cannot be shown has no words.
fn of_list(knowledge: &Knowledge, list: &List) -> Index {
    let entries: Vec<Option<EntryIndex>> =
        (0..list.records()).map(|place| list.entry(place)).collect();
    let entries = entries.iter().map(|entry| entry.map(|entry| &knowledge[entry]));
    let words: Vec<_> = entries
        .clone()
        .map(|entry| [entry.map_or_else(Vec::new, |entry| entry.keywords.read()), Vec::new()])
        .collect();
    Index::of(
        entries.zip(&words).map(|(entry, words)| {
            entry.map_or_else(Default::default, |entry| document(entry, words))
        }),
    )
}

/// Whether the index of a pack with so many records can be used.
pub fn is_index(parts: &[Arc<[u8]>], records: usize) -> bool {
    Index::open(parts, records).is_some()
}

/// The index of a list, for the file of its pack; read again by [`is_index`].
pub fn index(knowledge: &Knowledge, list: ListIndex) -> Vec<Vec<u8>> {
    let index = of_list(knowledge, &knowledge[list]);
    index.parts().into_iter().map(<[u8]>::to_vec).collect()
}
