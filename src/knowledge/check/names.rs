//! What the ids in the data lead to.

use std::collections::{BTreeMap, BTreeSet};

use crate::knowledge::entry::EntryIndex;
use crate::knowledge::fault::{Fault, Faults};
use crate::knowledge::raw;
use crate::knowledge::source::{Source, SourceIndex};

/// What the ids of the data lead to.
pub(super) struct Names {
    pub(super) entries: BTreeMap<String, EntryIndex>,
    pub(super) sources: BTreeMap<String, SourceIndex>,
    /// Every number and value, by `entry.name`, for the words of other entries.
    pub(super) values: BTreeMap<String, String>,
}

impl Names {
    pub(super) fn gather(
        topics: &[(&str, raw::Topic)],
        sources: &[Source],
        faults: &mut Vec<Fault>,
    ) -> Self {
        let mut names =
            Self { entries: BTreeMap::new(), sources: BTreeMap::new(), values: BTreeMap::new() };
        for (place, source) in sources.iter().enumerate() {
            names.sources.insert(source.id.clone(), SourceIndex(place));
        }
        let mut topic_ids = BTreeSet::new();
        for (file, topic) in topics {
            let mut found = Faults::new(file);
            if !topic_ids.insert(&topic.id) {
                found.add(&topic.id, "another topic has this id: give each its own");
            }
            for entry in &topic.entries {
                let next = EntryIndex(names.entries.len());
                if names.entries.insert(entry.id.clone(), next).is_some() {
                    found.add(&entry.id, "another entry has this id: give each its own");
                }
                names.add_values(entry);
            }
            faults.extend(found.into_vec());
        }
        names
    }

    fn add_values(&mut self, entry: &raw::Entry) {
        let phones = entry.phones.iter().map(|phone| (&phone.id, &phone.number));
        for (name, value) in phones.chain(&entry.values) {
            self.values.insert(format!("{}.{name}", entry.id), value.clone());
        }
    }

    pub(super) fn source(&self, id: &str) -> Result<SourceIndex, String> {
        self.sources.get(id).copied().ok_or_else(|| {
            format!("no source has the id \"{id}\": add it to sources.json, or mend the spelling")
        })
    }

    pub(super) fn entry(&self, id: &str) -> Result<EntryIndex, String> {
        self.entries
            .get(id)
            .copied()
            .ok_or_else(|| format!("no entry has the id \"{id}\": `airt list` names them all"))
    }
}
