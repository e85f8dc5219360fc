//! A town's own services: lists from outside, made into ordinary pages that say whose they are.
//!
//! The rules that keep them from doing harm:
//!
//! 1. They stand behind all that airt has itself, here, in the menu and in what a search finds; an
//!    id is `list/service`, which no page of airt has. Nothing is replaced: [`Knowledge::add`].
//! 2. No name and no number may be taken for 999, 101, the helpline or a page of airt:
//!    `imitation`.
//! 3. No text hides, reorders or runs: [`clean`]. No number to call stands in a text, and none that
//!    costs a fortune anywhere: `check`.
//! 4. A place where people hide has no address: `refuge`.
//! 5. No text keeps a person from help, or takes what they have: `pressing`.

mod area;
mod check;
mod clean;
mod imitation;
mod number;
mod pressing;
mod raw;
mod refuge;
mod shelf;

use std::sync::Arc;

use super::Knowledge;
use super::check::check_id;
use super::entry::{Entry, EntryIndex};
use super::source::{How, PartialDate, Source, SourceIndex};
use serde::Serialize;

pub use area::{Area, AreaIndex, is_same_town};
pub use check::{Slip, parts, places, slips};
pub use clean::clean;
pub use imitation::Own;
pub use number::has_number;
pub use pressing::must_be_looked_at;
pub use raw::{COLUMNS, Manifest, Service};
pub use refuge::{SHORT_STREETS, is_of_a_door, looks_like_refuge};
use shelf::{Door, Shelf};
pub use shelf::{Records, Unread};

/// Which list of local services.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct ListIndex(pub(super) usize);

/// Whether somebody answers for a list.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Seal {
    /// It was signed with a key that whoever owns the computer put there.
    Signed,
    /// It has a signature, and no key is here to check it with.
    Unchecked,
    Unsigned,
}

/// A list of local services, taken.
#[derive(Debug)]
pub struct List {
    pub manifest: Manifest,
    pub seal: Seal,
    /// As a source of facts: name, maker, licence, day.
    pub source: SourceIndex,
    /// The services that were not taken, each with what is wrong with it. Those of a list that is
    /// [opened](Knowledge::open) are looked at when they are shown, and are not here.
    pub left_out: Vec<(String, Slip)>,
    shelf: Shelf,
}

impl List {
    /// The services that can be shown, in its order; each is looked at when it is asked for.
    pub fn entries(&self) -> impl Iterator<Item = EntryIndex> {
        (0..self.shelf.len()).filter_map(|place| self.entry(place))
    }

    /// How many services it says that it has here.
    pub fn count(&self) -> usize {
        (0..self.shelf.len()).filter(|place| self.shelf.is_here(*place)).count()
    }

    /// The service at a place of the list, if it can be shown.
    pub fn entry(&self, place: usize) -> Option<EntryIndex> {
        self.shelf.page(place).map(|_| EntryIndex(self.shelf.first + place))
    }

    /// For each service whether it is for other places than the one that was asked for; nothing
    /// where all are here.
    pub fn elsewhere(&self) -> &[bool] {
        &self.shelf.elsewhere
    }

    /// The index that came with it, for the search: whatever it says, pages are made of the records.
    pub fn index(&self) -> Option<&[Arc<[u8]>]> {
        self.shelf.index.as_deref()
    }

    /// Whether it could be read no longer when somebody asked for a service.
    pub fn is_lost(&self) -> bool {
        self.shelf.is_lost()
    }

    /// How many records it has.
    pub fn records(&self) -> usize {
        self.shelf.len()
    }

    pub(super) fn page(&self, entry: EntryIndex) -> Option<&Entry> {
        self.shelf.page(entry.0.checked_sub(self.shelf.first)?)
    }

    /// The service with this id.
    pub(super) fn find(&self, id: &str) -> Option<EntryIndex> {
        let id = id.strip_prefix(&*self.manifest.id)?.strip_prefix('/')?;
        let place = self.shelf.find(id)?;
        self.entry(place)
    }
}

/// What only a local service has.
#[derive(Debug)]
pub struct Local {
    pub list: ListIndex,
    /// In the order in which they are read; none is empty.
    pub details: Vec<(Detail, String)>,
    /// Who says so.
    pub source: String,
    /// Whether people are safe there because few know where it is.
    pub is_private: bool,
}

impl Local {
    /// What the list says of this, if it does.
    pub fn detail(&self, wanted: Detail) -> Option<&str> {
        let found = self.details.iter().find(|(detail, _)| *detail == wanted);
        found.map(|(_, text)| text.as_str())
    }

    /// The towns it is for; none where it is for everybody.
    pub fn towns(&self) -> impl Iterator<Item = &str> {
        self.detail(Detail::Area).into_iter().flat_map(parts)
    }

    /// Whether it is for people in a town.
    pub fn is_for(&self, town: &str) -> bool {
        let mut towns = self.towns().peekable();
        towns.peek().is_none() || towns.any(|other| is_same_town(other, town))
    }
}

/// What a list can say of a service beside name, number and words.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Detail {
    /// What to say or ask for on the phone.
    PhoneNote,
    /// Hours that stand beside no number, or are in the list's own words.
    Hours,
    Address,
    Area,
    Languages,
    Cost,
    /// Shown, never opened.
    Website,
    Email,
}

/// # Errors
/// What is wrong with what a list says of itself, and what to do.
pub fn check_manifest(manifest: &Manifest) -> Result<PartialDate, String> {
    check_id(&manifest.id)?;
    let Manifest { name, maker, licence, attribution, note, .. } = manifest;
    let texts = [("name", name, 60), ("maker", maker, 120), ("licence", licence, 120)];
    let texts = texts.into_iter().chain([("attribution", attribution, 300)]);
    for (what, text, most) in texts.clone().chain([("note", note, 200)]) {
        if clean(text) != *text || text.chars().count() > most {
            return Err(format!(
                "the {what} of the list is too long, or has letters that hide others"
            ));
        }
    }
    if let Some((what, ..)) = texts.into_iter().find(|(_, text, _)| text.is_empty()) {
        return Err(format!("the list has no {what}"));
    }
    let credit = [licence, attribution];
    if [name, maker, note].into_iter().any(|text| has_number(text))
        || credit.into_iter().any(|text| number::can_be_rung(text))
    {
        return Err(
            "a number to call stands in what the list says of itself: take it out".to_owned()
        );
    }
    let mut texts = [name, maker, note, licence, attribution].into_iter();
    if let Some(fault) = texts.find_map(|text| pressing::refused(text)) {
        return Err(format!("in what the list says of itself, {fault}"));
    }
    PartialDate::parse(&manifest.made)
}

/// # Errors
/// What the list or its maker could be taken for, and what to do.
pub fn check_names(manifest: &Manifest, own: &Own) -> Result<(), String> {
    for (what, name) in [("name", &manifest.name), ("maker", &manifest.maker)] {
        own.check_name(name).map_err(|fault| format!("the {what} of the list: {fault}"))?;
    }
    Ok(())
}

impl Knowledge {
    /// Adds a list behind all that is there, each service looked at now. With an `area`, only
    /// services for it and for everybody. A service that is not right is left out, and said in
    /// [`List::left_out`].
    ///
    /// # Errors
    /// Why nothing of the list can be taken.
    pub fn add(
        &mut self,
        manifest: Manifest,
        services: Vec<Service>,
        seal: Seal,
        area: &str,
    ) -> Result<ListIndex, String> {
        let area = Area::of(area, &services);
        let door = self.door(&manifest)?;
        let (mut pages, mut left_out) = (Vec::new(), Vec::new());
        let mut ids = std::collections::HashSet::new();
        for service in services {
            let mut slips = slips(&service, &door.own, &door.made);
            if !ids.insert(service.id.clone()) {
                let fault = "another service has this id: give each its own".to_owned();
                slips.push(Slip { column: "id", fault });
            }
            if let Some(slip) = slips.into_iter().next() {
                left_out.push((service.id, slip));
            } else if area.has(&service) {
                pages.extend(door.page(service));
            }
        }
        let pages = Shelf::of(pages, door);
        Ok(self.put(List { source: self.next_source(), manifest, seal, left_out, shelf: pages }))
    }

    /// Adds a list behind all that is there; a service is read and looked at when it is shown, by the
    /// same rules, and one that is not right never is.
    ///
    /// # Errors
    /// Why nothing of the list can be taken.
    pub fn open(&mut self, unread: Unread, seal: Seal) -> Result<ListIndex, String> {
        let door = self.door(&unread.manifest)?;
        let (manifest, pages) = Shelf::unread(unread, door);
        let source = self.next_source();
        Ok(self.put(List { source, manifest, seal, left_out: Vec::new(), shelf: pages }))
    }

    /// What every service of a list must pass.
    fn door(&self, manifest: &Manifest) -> Result<Door, String> {
        let made = check_manifest(manifest)?;
        if self.lists.iter().any(|list| list.manifest.id == manifest.id) {
            return Err(format!("another list has the id {}", manifest.id));
        }
        let own = Own::of(self);
        check_names(manifest, &own)?;
        Ok(Door {
            own,
            id: manifest.id.clone(),
            list: ListIndex(self.lists.len()),
            source: self.next_source(),
            made,
            helpline: self.always.helpline.entry,
            first: self.lists.last().map_or(self.entries.len(), |list| list.shelf.end()),
        })
    }

    fn next_source(&self) -> SourceIndex {
        SourceIndex(self.sources.len())
    }

    fn put(&mut self, list: List) -> ListIndex {
        let made = list.shelf.made().clone();
        self.sources.push(source_of(&list.manifest, made));
        self.lists.push(list);
        ListIndex(self.lists.len() - 1)
    }
}

fn source_of(manifest: &Manifest, made: PartialDate) -> Source {
    let Manifest { id, name, maker, licence, attribution, note, .. } = manifest.clone();
    Source {
        id,
        title: name,
        publisher: maker,
        url: None,
        licence: Some(licence),
        attribution: Some(attribution),
        dated: Some(made),
        checked: None,
        how: How::Told,
        note: Some(note).filter(|note| !note.is_empty()),
    }
}
