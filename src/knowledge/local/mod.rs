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
mod pressing;
mod raw;
mod refuge;

use std::ops::Range;

use super::Knowledge;
use super::check::check_id;
use super::entry::EntryIndex;
use super::source::{How, PartialDate, Source, SourceIndex};
use serde::Serialize;

pub use area::Area;
use check::has_number;
pub use check::{Slip, slips};
pub use clean::clean;
pub use imitation::Own;
pub use pressing::must_be_looked_at;
pub use raw::{COLUMNS, Manifest, Service};
pub use refuge::looks_like_refuge;

/// Which list of local services.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct ListIndex(pub(super) usize);

/// Whether somebody answers for a list.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Seal {
    /// It was signed with a key that whoever owns the computer put there.
    Signed,
    Unsigned,
}

/// A list of local services, taken.
#[derive(Debug)]
pub struct List {
    pub manifest: Manifest,
    pub seal: Seal,
    /// As a source of facts: name, maker, licence, day.
    pub source: SourceIndex,
    entries: Range<usize>,
    /// The services that were not taken, each with what is wrong with it.
    pub left_out: Vec<(String, Slip)>,
}

impl List {
    /// Its services, in its order.
    pub fn entries(&self) -> impl ExactSizeIterator<Item = EntryIndex> + use<> {
        self.entries.clone().map(EntryIndex)
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
    if [name, maker, note].into_iter().any(|text| has_number(text)) {
        return Err(
            "a number to call stands in what the list says of itself: take it out".to_owned()
        );
    }
    if let Some(fault) = [name, maker, note].into_iter().find_map(|text| pressing::refused(text)) {
        return Err(format!("in what the list says of itself, {fault}"));
    }
    PartialDate::parse(&manifest.made)
}

impl Knowledge {
    /// Adds a list behind all that is there. With an `area`, only services for it and for everybody.
    /// A service that is not right is left out, and said in [`List::left_out`].
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
        let made = check_manifest(&manifest)?;
        if self.lists.iter().any(|list| list.manifest.id == manifest.id) {
            return Err(format!("another list has the id {}", manifest.id));
        }
        let own = Own::of(self);
        own.check_name(&manifest.name)?;
        own.check_name(&manifest.maker)?;
        let origin = check::Origin {
            id: &manifest.id,
            list: ListIndex(self.lists.len()),
            source: SourceIndex(self.sources.len()),
            made: &made,
            helpline: self.always.helpline.entry,
        };
        let area = Area::of(area, &services);
        let first = self.entries.len();
        let mut left_out = Vec::new();
        let mut ids = std::collections::HashSet::new();
        for service in services {
            let mut slips = slips(&service, &own, &made);
            if !ids.insert(service.id.clone()) {
                let fault = "another service has this id: give each its own".to_owned();
                slips.push(Slip { column: "id", fault });
            }
            if let Some(slip) = slips.into_iter().next() {
                left_out.push((service.id, slip));
            } else if area.has(&service) {
                self.entries.extend(check::entry(service, origin));
            }
        }
        let source = origin.source;
        self.sources.push(source_of(&manifest, made.clone()));
        let list = ListIndex(self.lists.len());
        let entries = first..self.entries.len();
        self.lists.push(List { manifest, seal, source, entries, left_out });
        Ok(list)
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
