//! What changed from one list to the next, for whoever hands it on.

use std::collections::BTreeMap;

use super::Pack;
use crate::knowledge::local::Service;

/// One thing that changed; a service is named by its id.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Change<'a> {
    Added(&'a Service),
    Gone(&'a Service),
    /// Which column, what it said, and what it says.
    Cell(&'a Service, &'static str, &'a str, &'a str),
}

/// Numbers first, for they do the most harm; then services that are gone, that are new, and all
/// other cells.
pub fn compare<'a>(old: &'a Pack, new: &'a Pack) -> Vec<Change<'a>> {
    let by_id = |pack: &'a Pack| -> BTreeMap<&'a str, &'a Service> {
        pack.services.iter().map(|service| (service.id.as_str(), service)).collect()
    };
    let (before, after) = (by_id(old), by_id(new));
    let gone =
        before.iter().filter(|(id, _)| !after.contains_key(*id)).map(|(_, s)| Change::Gone(s));
    let added =
        after.iter().filter(|(id, _)| !before.contains_key(*id)).map(|(_, s)| Change::Added(s));
    let both = after.iter().filter_map(|(id, now)| Some((*before.get(id)?, *now)));
    let cells = both.flat_map(|(was, now)| {
        let pairs = was.cells().zip(now.cells()).filter(|((_, was, _), (_, now, _))| was != now);
        pairs.map(move |((column, was, _), (_, is, _))| Change::Cell(now, column, was, is))
    });
    let mut changes: Vec<Change> = gone.chain(added).chain(cells).collect();
    changes.sort_by_key(|change| match change {
        Change::Cell(_, "phone", ..) => 0,
        Change::Gone(_) => 1,
        Change::Added(_) => 2,
        Change::Cell(..) => 3,
    });
    changes
}
