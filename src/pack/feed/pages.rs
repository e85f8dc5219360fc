//! Directories give their lists in pages: whether all of them are here.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::first_text;

/// Of each list how many pages it has, and the numbers of those that are here. Lists are told apart by
/// how many services they have.
#[derive(Debug, Default)]
pub(in crate::pack) struct Pages(BTreeMap<String, (usize, BTreeSet<usize>)>);

impl Pages {
    /// Takes a feed that is here.
    pub(in crate::pack) fn see(&mut self, feed: &Value) {
        let count = |keys: &[&str]| first_text(feed, keys).parse::<usize>().ok();
        let number = count(&["page_number", "number"]);
        let last = ["last_page", "last"].iter().find_map(|key| feed.get(key)?.as_bool());
        // Behind one that is not the last stands one at least; some count from 0.
        let after =
            |is_last| if is_last { 0 } else { number.map_or(2, |number| (number + 1).max(2)) };
        let pages = count(&["total_pages", "totalPages"]).or_else(|| last.map(after));
        let Some(pages) = pages else { return };
        let services = first_text(feed, &["total_items", "totalElements"]);
        let (of, here) = self.0.entry(services).or_default();
        *of = pages.max(*of);
        here.insert(number.unwrap_or(here.len()));
    }

    /// What to say of those that are not here.
    pub(in crate::pack) fn missing(self) -> Vec<String> {
        let lists = self.0.into_values().map(|(of, here)| (here.len(), of));
        let missing = lists.filter(|(here, of)| here < of).map(|(here, of)| {
            format!("Pages of the directory that are here: {here} of {of}. Fetch the others, put all into one folder, and build that folder.")
        });
        missing.collect()
    }
}
