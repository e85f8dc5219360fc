//! The services of a list: read, looked at and made into pages when somebody asks for them.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use super::check::{Origin, entry, is_town};
use super::imitation::Own;
use super::{Area, ListIndex, Manifest, Service, slips};
use crate::knowledge::entry::{Entry, EntryIndex};
use crate::knowledge::source::{PartialDate, SourceIndex};

/// Records that are read one by one, wherever they lie.
pub trait Records: fmt::Debug + Send + Sync {
    /// How many there are.
    fn count(&self) -> usize;

    /// One of them; none where it cannot be read, or is not what it was.
    fn read(&self, place: usize) -> Option<Service>;
}

/// A list of which only what it says of itself is read.
#[derive(Debug)]
pub struct Unread {
    pub manifest: Manifest,
    records: Box<dyn Records>,
    index: Option<Vec<Arc<[u8]>>>,
    elsewhere: Vec<bool>,
    is_of_area: bool,
    towns: BTreeSet<String>,
}

impl Unread {
    pub fn new(
        manifest: Manifest,
        records: Box<dyn Records>,
        index: Option<Vec<Arc<[u8]>>>,
    ) -> Self {
        let (elsewhere, towns) = (Vec::new(), BTreeSet::new());
        Self { manifest, records, index, elsewhere, is_of_area: false, towns }
    }

    /// The same, with services for this place and for everybody alone: every record is read.
    #[must_use]
    pub fn for_area(mut self, area: &str) -> Self {
        if !area.is_empty() {
            let records = || (0..self.records.count()).map(|place| self.records.read(place));
            let area = Area::of(area, records().flatten());
            for service in records() {
                self.elsewhere.push(service.as_ref().is_none_or(|it| !area.has(it)));
                self.is_of_area |= service.as_ref().is_some_and(|it| area.is_of(it));
                let towns = service.iter().flat_map(Service::areas);
                self.towns.extend(towns.filter(|town| is_town(town)).map(str::to_owned));
            }
        }
        self
    }

    /// The index that came with it, and how many records it is of.
    pub fn index(&self) -> Option<(&[Arc<[u8]>], usize)> {
        Some((self.index.as_deref()?, self.records.count()))
    }

    /// Whether a service of it names the place that was asked for.
    pub const fn is_of_area(&self) -> bool {
        self.is_of_area
    }

    /// The towns that its services name, once a place was asked for.
    pub fn towns(&self) -> impl Iterator<Item = &str> {
        self.towns.iter().map(String::as_str)
    }
}

/// What stands between a record and a page.
#[derive(Debug)]
pub(super) struct Door {
    pub own: Own,
    pub id: String,
    pub list: ListIndex,
    pub source: SourceIndex,
    pub made: PartialDate,
    /// Whom to call where a service has no number.
    pub helpline: EntryIndex,
    /// The place of the first service among all pages.
    pub first: usize,
}

impl Door {
    /// The page of a service that was found right.
    pub(super) fn page(&self, service: Service) -> Option<Entry> {
        let Self { id, list, source, made, helpline, .. } = self;
        let (list, source, helpline) = (*list, *source, *helpline);
        entry(service, Origin { id, list, source, made, helpline })
    }

    /// The page of a service, if nothing is wrong with it.
    fn let_in(&self, service: Service) -> Option<Entry> {
        let is_right = slips(&service, &self.own, &self.made).is_empty();
        if is_right { self.page(service) } else { None }
    }
}

/// A page, once somebody asked for it; none for a record that is not right. Pages stay: a person
/// looks at a few hundred of them in a long evening.
type Page = OnceLock<Option<Box<Entry>>>;

/// The services of one list.
#[derive(Debug)]
pub(super) struct Shelf {
    pub first: usize,
    pub elsewhere: Vec<bool>,
    pub index: Option<Vec<Arc<[u8]>>>,
    pages: Vec<Page>,
    records: Option<Box<dyn Records>>,
    /// Whether a record could not be read: its file is gone or was changed.
    is_lost: AtomicBool,
    door: Door,
}

impl Shelf {
    /// Of pages that were looked at.
    pub(super) fn of(pages: Vec<Entry>, door: Door) -> Self {
        let pages = pages.into_iter().map(|page| Page::from(Some(Box::new(page)))).collect();
        let (first, elsewhere) = (door.first, Vec::new());
        Self {
            first,
            elsewhere,
            index: None,
            pages,
            records: None,
            is_lost: AtomicBool::default(),
            door,
        }
    }

    /// Of records that nobody has read.
    pub(super) fn unread(unread: Unread, door: Door) -> (Manifest, Self) {
        let Unread { manifest, records, index, elsewhere, .. } = unread;
        let pages = (0..records.count()).map(|_| Page::new()).collect();
        let (first, records) = (door.first, Some(records));
        let is_lost = AtomicBool::default();
        (manifest, Self { first, elsewhere, index, pages, records, is_lost, door })
    }

    pub(super) fn len(&self) -> usize {
        self.pages.len()
    }

    /// The place among all pages behind its last.
    pub(super) fn end(&self) -> usize {
        self.first + self.len()
    }

    pub(super) fn made(&self) -> &PartialDate {
        &self.door.made
    }

    pub(super) fn is_here(&self, place: usize) -> bool {
        self.elsewhere.get(place) != Some(&true)
    }

    /// The page of the service at a place, if there is one, it is for here and nothing is wrong
    /// with it.
    pub(super) fn page(&self, place: usize) -> Option<&Entry> {
        let page = self.pages.get(place).filter(|_| self.is_here(place))?;
        let make = || self.door.let_in(self.record(place)?).map(Box::new);
        page.get_or_init(make).as_deref()
    }

    fn record(&self, place: usize) -> Option<Service> {
        let record = self.records.as_ref()?.read(place);
        self.is_lost.fetch_or(record.is_none(), Ordering::Relaxed);
        record
    }

    pub(super) fn is_lost(&self) -> bool {
        self.is_lost.load(Ordering::Relaxed)
    }

    /// The place of the service with an id of its own list.
    pub(super) fn find(&self, id: &str) -> Option<usize> {
        let has_id = |place: &usize| match (self.pages[*place].get(), &self.records) {
            (Some(page), _) => page.as_ref().is_some_and(|page| is_of(page, id)),
            (None, Some(records)) => records.read(*place).is_some_and(|record| record.id == id),
            (None, None) => false,
        };
        (0..self.len()).find(has_id)
    }
}

/// Whether a page of a list has this id in it.
fn is_of(page: &Entry, id: &str) -> bool {
    page.id.split_once('/').is_some_and(|(_, own)| own == id)
}
