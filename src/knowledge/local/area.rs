//! Where a service is for: towns and postcodes as words, with no map.

use std::borrow::Borrow;

use super::List;
use super::raw::Service;
use super::refuge::has_postcode;
use crate::knowledge::Knowledge;

/// Letters of the second half of a postcode.
const SECOND_HALF: usize = 3;

/// Of so many services at most somebody can choose a town: all are looked at.
const MOST_SERVICES: usize = 2_000;

/// Towns to choose from: more are no choice.
const MOST_TOWNS: usize = 24;

/// A town that services are for: its place in [`Knowledge::areas`].
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct AreaIndex(usize);

impl Knowledge {
    /// The towns that the services of lists are for, in order; none where there is no choice.
    pub fn areas(&self) -> Vec<(AreaIndex, &str)> {
        if self.lists.iter().map(List::records).sum::<usize>() > MOST_SERVICES {
            return Vec::new();
        }
        let services = self.lists.iter().flat_map(List::entries).map(|entry| &self[entry]);
        let services = services.filter_map(|entry| entry.local.as_ref());
        let mut towns: Vec<&str> = services.flat_map(|local| local.towns()).collect();
        towns.sort_by_cached_key(|town| town.to_lowercase());
        towns.dedup_by(|one, other| is_same_town(one, other));
        if (2..=MOST_TOWNS).contains(&towns.len()) {
            (0..).map(AreaIndex).zip(towns).collect()
        } else {
            Vec::new()
        }
    }
}

/// Whether two towns are one, however they are written.
pub fn is_same_town(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

/// A place as somebody asked for it, with the towns that a list names beside its postcode.
#[derive(Clone, Debug, Default)]
pub struct Area {
    asked: String,
    is_postcode: bool,
    towns: Vec<String>,
}

impl Area {
    /// A town such as `Dundee`, or a postcode or its beginning, such as `DD1 4QB`, `DD1` or `DD`. Of a
    /// postcode the list says itself which towns it is of: those of its services that are there. Where
    /// none is, of those nearest by the letters: a street of `DD2` is near what is in `DD1`.
    pub fn of(asked: &str, services: impl IntoIterator<Item: Borrow<Service>>) -> Self {
        let mut asked = district(asked);
        let letters = asked.find(|letter: char| letter.is_ascii_digit());
        let is_postcode = letters.is_some();
        let letters = letters.map_or("", |end| &asked[..end]).to_owned();
        let (mut is_there, mut towns, mut around) = (false, Vec::new(), Vec::new());
        for service in services.into_iter().filter(|_| is_postcode) {
            let service = service.borrow();
            let (own, postcode) = (service.areas().map(str::to_lowercase), &service.postcode);
            if is_begun_by(&district(postcode), &asked) {
                is_there = true;
                towns.extend(own);
            } else if is_begun_by(&district(postcode), &letters) {
                around.extend(own);
            }
        }
        if !is_there && !around.is_empty() {
            (asked, towns) = (letters, around);
        }
        towns.sort_unstable();
        towns.dedup();
        Self { asked, is_postcode, towns }
    }

    /// Whether a service is for people there. One that names no place is for everybody, and where
    /// nobody can tell of a town if it is near, it is shown.
    pub fn has(&self, service: &Service) -> bool {
        let is_untold = service.postcode.is_empty() && self.is_postcode && self.towns.is_empty();
        self.asked.is_empty() || service.area.is_empty() || is_untold || self.is_of(service)
    }

    /// Whether a service says that it is there, or for people there.
    pub fn is_of(&self, service: &Service) -> bool {
        let is_near =
            |town: &str| *town == self.asked || self.towns.iter().any(|near| near == town);
        is_begun_by(&district(&service.postcode), &self.asked)
            || service.areas().any(|town| is_near(&town.to_lowercase()))
    }
}

/// The first half of a whole postcode; any other text as it is, in small letters.
fn district(text: &str) -> String {
    let text = text.trim().to_lowercase();
    if !has_postcode(&text) {
        return text;
    }
    let joined = text.replace(' ', "");
    let first = joined.len().checked_sub(SECOND_HALF).and_then(|half| joined.get(..half));
    first.unwrap_or(&text).to_owned()
}

/// `DD` begins `DD1` and `DD10`; `DD1` begins `DD1` alone.
fn is_begun_by(district: &str, asked: &str) -> bool {
    let rest = if asked.is_empty() { None } else { district.strip_prefix(asked) };
    let is_letters = asked.bytes().all(|byte| byte.is_ascii_alphabetic());
    rest.is_some_and(|rest| {
        rest.is_empty() || is_letters && rest.starts_with(|next: char| next.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn service(area: &str, postcode: &str) -> Service {
        Service { area: area.to_owned(), postcode: postcode.to_owned(), ..Service::default() }
    }

    fn serves(service: &Service, asked: &str) -> bool {
        Area::of(asked, [service]).has(service)
    }

    #[test]
    fn a_place_is_a_town_or_a_postcode_or_its_beginning() {
        let dundee = service("Dundee; Angus", "DD1 4QB");
        for asked in ["Dundee", "dundee", " ANGUS ", "DD1", "dd", "DD1 4QB", "dd14qb", "DD1 9ZZ"] {
            assert!(serves(&dundee, asked), "{asked}");
        }
        for asked in ["Perth", "D", "Dun", "PH1", "PH1 4QB"] {
            assert!(!serves(&dundee, asked), "{asked}");
        }
    }

    #[test]
    fn a_service_without_a_place_is_for_everybody() {
        for asked in ["Dundee", "DD1"] {
            assert!(serves(&service("", ""), asked), "{asked}");
        }
        for asked in ["Perth", "PH1"] {
            assert!(serves(&service("", "DD1 4QB"), asked), "{asked}");
        }
    }

    #[test]
    fn a_postcode_finds_the_services_that_have_its_town_alone() {
        let list = [service("Dundee", "DD1 4QB"), service("Dundee", ""), service("Perth", "")];
        let found = |asked: &str| -> Vec<usize> {
            let area = Area::of(asked, &list);
            (0..list.len()).filter(|place| area.has(&list[*place])).collect()
        };
        assert_eq!(found("DD1"), [0, 1]);
        // No service tells of it: what is in the next district is nearer than nothing.
        assert_eq!(found("DD2 1AA"), [0, 1]);
        // Nothing of the list tells which town it is of.
        assert_eq!(found("PH1 5AA"), [1, 2]);
    }
}
