//! What the product knows: entries, numbers, sources and hours, checked at one door.
//!
//! `raw` shapes are what the files say; `door` turns them into the types of [`entry`],
//! [`phone`] and [`source`], or says what is wrong as [`fault::Fault`]s. Nothing else can make them.

mod door;
pub mod entry;
pub mod fault;
pub mod files;
pub mod hours;
pub mod languages;
pub mod phone;
mod raw;
pub mod routes;
pub mod source;
pub mod text;

use std::ops::Index;

use entry::{Entry, EntryIndex, Topic};
use fault::Fault;
use files::DataFile;
use hours::Calendar;
use languages::SpokenLanguages;
use routes::Routes;
use source::{Source, SourceIndex};

/// Everything the product knows, checked.
#[derive(Debug)]
pub struct Knowledge {
    topics: Vec<Topic>,
    entries: Vec<Entry>,
    sources: Vec<Source>,
    calendar: Calendar,
    routes: Routes,
    languages: SpokenLanguages,
}

impl Knowledge {
    /// The knowledge inside the executable.
    ///
    /// # Errors
    /// The faults of the data; the tests see to it that there are none.
    pub fn embedded() -> Result<Self, Vec<Fault>> {
        Self::from_files(&files::embedded_with(Vec::new()))
    }

    /// The knowledge of the files, checked as one whole.
    ///
    /// # Errors
    /// Every fault of every file.
    pub fn from_files(files: &[DataFile]) -> Result<Self, Vec<Fault>> {
        door::open(files)
    }

    /// The sections of the menu, in order.
    #[must_use]
    pub fn topics(&self) -> &[Topic] {
        &self.topics
    }

    /// Every entry, in menu order.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Every entry with its place, in menu order.
    pub fn places(&self) -> impl Iterator<Item = EntryIndex> + use<> {
        (0..self.entries.len()).map(EntryIndex)
    }

    /// The publications that facts come from.
    #[must_use]
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// The bank holidays that opening hours speak of.
    #[must_use]
    pub const fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// The questions of "Who can help me?".
    #[must_use]
    pub const fn routes(&self) -> &Routes {
        &self.routes
    }

    /// The languages people speak, and a card to show in each.
    #[must_use]
    pub const fn languages(&self) -> &SpokenLanguages {
        &self.languages
    }

    /// The first number of the entry with this id, as it is said; empty when it has none.
    #[must_use]
    pub fn first_number(&self, id: &str) -> &str {
        let phone = self.find(id).and_then(|place| self[place].phones.first());
        phone.map(|phone| phone.number.spoken()).unwrap_or_default()
    }

    /// The place of the entry with this id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<EntryIndex> {
        self.places().find(|&place| self[place].id == id)
    }
}

impl Index<EntryIndex> for Knowledge {
    type Output = Entry;

    fn index(&self, place: EntryIndex) -> &Entry {
        &self.entries[place.0]
    }
}

impl Index<SourceIndex> for Knowledge {
    type Output = Source;

    fn index(&self, place: SourceIndex) -> &Source {
        &self.sources[place.0]
    }
}
