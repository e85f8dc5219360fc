//! What changed from one list to the next, for whoever hands it on.

use std::collections::BTreeMap;

use super::Pack;
use crate::knowledge::local::{Service, places};

/// One thing that changed; a service is named by its id.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Change<'a> {
    /// It was private, and now says where it is.
    Shown(&'a Service),
    /// It tells its place, and has the number, page or email of the other, which was private.
    ShownAs(&'a Service, &'a Service),
    Added(&'a Service),
    Gone(&'a Service),
    /// Which column, what it said, and what it says.
    Cell(&'a Service, &'static str, &'a str, &'a str),
}

/// What does the most harm first: a private place that is shown, by its own name or by another, then numbers; then services that are
/// new, that are gone, and all other cells.
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
    let shown = both.clone().filter(|(was, now)| is_shown(was, now)).map(|(_, s)| Change::Shown(s));
    let moved = after.iter().filter_map(|(id, now)| {
        let was = old.services.iter().find(|was| is_shown(was, now) && is_reached_as(was, now))?;
        let had_both = |had: &&Service| is_reached_as(was, had) && places(had) == places(now);
        let had = before.get(id).is_some_and(|had| is_private(had) || had_both(had));
        (!had).then_some(Change::ShownAs(now, was))
    });
    let cells = both.flat_map(|(was, now)| {
        let pairs = was.cells().zip(now.cells()).filter(|((_, was, _), (_, now, _))| was != now);
        pairs.map(move |((column, was, _), (_, is, _))| Change::Cell(now, column, was, is))
    });
    let mut changes: Vec<Change> =
        shown.chain(moved).chain(gone).chain(added).chain(cells).collect();
    changes.sort_by_key(|change| match change {
        Change::Shown(_) | Change::ShownAs(..) => 0,
        Change::Cell(_, "private_address", ..) => 1,
        Change::Cell(_, "phone", ..) => 2,
        Change::Added(_) => 3,
        Change::Gone(_) => 4,
        Change::Cell(..) => 5,
    });
    changes
}

fn is_shown(was: &Service, now: &Service) -> bool {
    is_private(was) && !is_private(now) && !places(now).is_empty()
}

fn is_private(service: &Service) -> bool {
    service.private_address == "yes"
}

/// Whether two have one number, page or email, however they are written.
fn is_reached_as(one: &Service, other: &Service) -> bool {
    let ways = |service: &Service| {
        let page = service.website.to_lowercase();
        let page = page.split_once("://").map_or(page.as_str(), |(_, page)| page);
        let page = page.trim_start_matches("www.").trim_end_matches('/').to_owned();
        [service.phone.replace(' ', ""), page, service.email.to_lowercase()]
    };
    ways(one).iter().zip(ways(other)).any(|(one, other)| !one.is_empty() && *one == other)
}
