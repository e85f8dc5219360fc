//! What the product knows: entries, numbers, sources and hours, checked at one place.
//!
//! `raw` shapes are what the files say; `check` turns them into the types of [`entry`],
//! [`phone`] and [`source`], or says what is wrong as [`fault::Fault`]s. Nothing else can make them.

pub mod always;
mod check;
pub mod entry;
pub mod fault;
pub mod files;
pub mod glossary;
pub mod hours;
pub mod languages;
pub mod local;
pub mod phone;
mod raw;
pub mod routes;
pub mod search_words;
pub mod source;
pub mod text;
mod translated;
mod twins;

use std::ops::Index;

use always::Always;
use check::Depth;
use entry::{Audience, Entry, EntryIndex, PhoneIndex, Topic, TopicIndex};
use fault::Fault;
use files::{DataFile, Sort};
use glossary::{Glossary, Term, TermIndex};
use hours::Calendar;
use languages::core::Core;
use languages::translation::Translation;
use languages::{LanguageIndex, SpokenLanguage, SpokenLanguages, TypedWord, typed};
use local::{List, ListIndex};
use phone::Phone;
use routes::Routes;
use source::{PartialDate, Source, SourceIndex};

/// Everything the product knows, checked.
#[derive(Debug)]
pub struct Knowledge {
    always: Always,
    topics: Vec<Topic>,
    /// Those of airt itself; behind them stand those of the lists.
    entries: Vec<Entry>,
    lists: Vec<List>,
    sources: Vec<Source>,
    calendar: Calendar,
    routes: Routes,
    languages: SpokenLanguages,
    glossary: Glossary,
    core: Core,
    /// The languages of the core, each of which is read when somebody chooses it.
    translations: Vec<DataFile>,
}

impl Knowledge {
    /// The knowledge inside the executable, in English.
    ///
    /// # Errors
    /// The faults of the data; the tests see to it that there are none.
    pub fn embedded() -> Result<Self, Vec<Fault>> {
        Self::embedded_in("en")
    }

    /// The same, in the words of a language where there are some; what is wrong with them stays
    /// English, and `airt check` names it.
    ///
    /// # Errors
    /// As above.
    pub fn embedded_in(language: &str) -> Result<Self, Vec<Fault>> {
        Self::in_words(&files::embedded_with(Vec::new()), language)
    }

    /// The knowledge of some files, in the words of a language where there are some.
    ///
    /// # Errors
    /// Every fault of what a picture can show in English.
    pub fn in_words(files: &[DataFile], language: &str) -> Result<Self, Vec<Fault>> {
        let words = files.iter().find(|file| file.sort == Sort::Words && file.is_in(language));
        let reworded = words.map(|words| translated::put_in(files, words).0);
        let reworded = reworded.and_then(|files| check::open(&files, Depth::Shown).ok());
        reworded.map_or_else(|| check::open(files, Depth::Shown), Ok)
    }

    /// The knowledge of the files, checked as one whole.
    ///
    /// # Errors
    /// Every fault of every file.
    pub fn from_files(files: &[DataFile]) -> Result<Self, Vec<Fault>> {
        check::open(files, Depth::Whole)
    }

    /// 999, 101 and the helpline.
    pub const fn always(&self) -> &Always {
        &self.always
    }

    /// The sections of the menu, in order.
    pub fn topics(&self) -> &[Topic] {
        &self.topics
    }

    /// Every section with its place, in order.
    pub fn topic_places(&self) -> impl Iterator<Item = (TopicIndex, &Topic)> {
        self.topics.iter().enumerate().map(|(place, topic)| (TopicIndex(place), topic))
    }

    /// Whom an entry is for: whom its section is for.
    pub fn audience(&self, entry: EntryIndex) -> Audience {
        let mut topics = self.topics.iter();
        let topic = topics.find(|topic| topic.entries.contains(&entry));
        topic.map_or(Audience::Everybody, |topic| topic.audience)
    }

    /// The numbers of an entry with their places, those to call first in front.
    pub fn phones(&self, entry: EntryIndex) -> impl Iterator<Item = (PhoneIndex, &Phone)> {
        let phones = self[entry].phones.iter().enumerate();
        phones.map(move |(place, phone)| (PhoneIndex { entry, place }, phone))
    }

    /// Every entry of airt itself, in menu order.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The place of every entry of airt itself, in menu order.
    pub fn places(&self) -> impl Iterator<Item = EntryIndex> + use<> {
        (0..self.entries.len()).map(EntryIndex)
    }

    /// The lists of local services.
    pub fn lists(&self) -> &[List] {
        &self.lists
    }

    /// The place of every list.
    pub fn list_places(&self) -> impl Iterator<Item = ListIndex> + use<> {
        (0..self.lists.len()).map(ListIndex)
    }

    /// The place of every local service that can be shown, list after list: all are looked at.
    pub fn services(&self) -> impl ExactSizeIterator<Item = EntryIndex> + use<> {
        let services: Vec<_> = self.lists.iter().flat_map(List::entries).collect();
        services.into_iter()
    }

    /// The page of a local service. A place is only given for one that can be shown; were there none,
    /// the helpline is never wrong.
    fn service(&self, place: EntryIndex) -> &Entry {
        let page = self.lists.iter().rev().find_map(|list| list.page(place));
        page.unwrap_or_else(|| &self.entries[self.always.helpline.entry.0])
    }

    /// The publications that facts come from.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// When somebody last looked at each fact, as far as that is known.
    pub fn checks(&self) -> impl Iterator<Item = &PartialDate> {
        let phones = self.entries.iter().flat_map(|entry| &entry.phones);
        let sources = self.sources.iter().filter_map(|source| source.checked.as_ref());
        let phones = phones.filter_map(|phone| phone.checked.as_ref());
        let entries = self.entries.iter().filter_map(|entry| entry.checked.as_ref());
        sources.chain(entries.chain(phones).map(|checked| &checked.date))
    }

    /// The bank holidays that opening hours speak of.
    pub const fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// The questions of "Who can help me?".
    pub const fn routes(&self) -> &Routes {
        &self.routes
    }

    /// The languages people speak, and a card to show in each.
    pub const fn languages(&self) -> &SpokenLanguages {
        &self.languages
    }

    /// Short forms that workers use, and what each stands for.
    pub const fn glossary(&self) -> &Glossary {
        &self.glossary
    }

    /// What is said in every language of the core, in English.
    pub const fn core(&self) -> &Core {
        &self.core
    }

    /// The languages of the core, in the order of the list; none of their files is read.
    pub fn translated(&self) -> impl Iterator<Item = LanguageIndex> {
        let places = self.languages.places();
        places.map(|(index, _)| index).filter(|&index| self.is_translated(index))
    }

    /// Whether a language is of the core; its file is not read.
    pub fn is_translated(&self, language: LanguageIndex) -> bool {
        self.translation_file(language).is_some()
    }

    /// The core in a language, read now; `None` where it is not of the core, and only its card can
    /// be shown.
    pub fn translation(&self, language: LanguageIndex) -> Option<Translation> {
        let file = self.translation_file(language)?;
        // What is wrong is hidden, and `airt check` names it.
        let (read, _) = Translation::from_json(&file.name, &file.text, &self.core, &self.languages);
        read.filter(|translation| translation.code() == self[language].id)
    }

    /// The words that a person may type in every language of the core, read now: all its files are
    /// gone through.
    pub fn typed_words(&self) -> Vec<TypedWord> {
        let words = |language| {
            let file = self.translation_file(language)?;
            Some(typed::words_of(&self.core, language, &file.text))
        };
        self.translated().filter_map(words).flatten().collect()
    }

    fn translation_file(&self, language: LanguageIndex) -> Option<&DataFile> {
        let code = Some(self[language].id.as_str());
        self.translations.iter().find(|file| file.language() == code)
    }

    /// The place of the entry with this id.
    pub fn find(&self, id: &str) -> Option<EntryIndex> {
        let own = self.places().find(|&place| self[place].id == id);
        own.or_else(|| self.lists.iter().find_map(|list| list.find(id)))
    }
}

impl Index<EntryIndex> for Knowledge {
    type Output = Entry;

    fn index(&self, place: EntryIndex) -> &Entry {
        self.entries.get(place.0).unwrap_or_else(|| self.service(place))
    }
}

impl Index<SourceIndex> for Knowledge {
    type Output = Source;

    fn index(&self, place: SourceIndex) -> &Source {
        &self.sources[place.0]
    }
}

impl Index<TopicIndex> for Knowledge {
    type Output = Topic;

    fn index(&self, topic: TopicIndex) -> &Topic {
        &self.topics[topic.0]
    }
}

impl Index<PhoneIndex> for Knowledge {
    type Output = Phone;

    fn index(&self, phone: PhoneIndex) -> &Phone {
        &self[phone.entry].phones[phone.place]
    }
}

impl Index<ListIndex> for Knowledge {
    type Output = List;

    fn index(&self, list: ListIndex) -> &List {
        &self.lists[list.0]
    }
}

impl Index<LanguageIndex> for Knowledge {
    type Output = SpokenLanguage;

    fn index(&self, language: LanguageIndex) -> &SpokenLanguage {
        &self.languages[language]
    }
}

impl Index<TermIndex> for Knowledge {
    type Output = Term;

    fn index(&self, term: TermIndex) -> &Term {
        &self.glossary[term]
    }
}
