//! The only way from data files to knowledge: every check of the data stands here.

mod entry;
mod names;

use serde::de::DeserializeOwned;

use super::always::{self, Always};
use super::entry::{Entry, EntryIndex, Topic};
use super::fault::{Fault, Faults};
use super::files::{DataFile, Sort};
use super::glossary::Glossary;
use super::hours::Calendar;
use super::languages::SpokenLanguages;
use super::languages::core::Core;
use super::languages::translation::Translation;
use super::routes::Routes;
use super::source::{PartialDate, Source};
use super::text::{Named, check_text, fill_checked};
use super::{Knowledge, raw, translated};
use entry::check_entry;
use names::Names;

/// How much of the files is checked.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Depth {
    /// What a picture can show: the first one must not wait for the rest.
    Shown,
    /// The words that are only searched, too.
    Whole,
}

/// Checks the files as one whole.
///
/// # Errors
/// Every fault of every file.
pub(super) fn open(files: &[DataFile], depth: Depth) -> Result<Knowledge, Vec<Fault>> {
    let mut faults = Vec::new();
    let topics: Vec<(&str, raw::Topic)> = read(files, Sort::Topic, &mut faults);
    let raw_sources: Vec<(&str, raw::Sources)> = read(files, Sort::Sources, &mut faults);

    let sources = open_sources(raw_sources, &mut faults);
    always::check(&topics, &mut faults);
    if depth == Depth::Whole {
        check_search_words(&topics, &mut faults);
    }
    let calendar = open_calendar(files, &mut faults);
    let names = Names::gather(&topics, &sources, &mut faults);
    let mut menu = Menu::default();
    for (file, raw) in topics {
        let mut found = Faults::new(file);
        menu.add(raw, &names, &mut found);
        faults.extend(found.into_vec());
    }
    let routes = open_routes(files, &names, &mut faults);
    let languages = open_languages(files, depth, &mut faults);
    let glossary = open_glossary(files, &names, &mut faults);
    let core = open_core(files, &names, &mut faults);
    if let (Depth::Whole, Some(core), Some(languages)) = (depth, &core, &languages) {
        check_translations(files, core, languages, &mut faults);
        if faults.is_empty() {
            translated::check(files, &mut faults);
        }
    }
    let translations = files.iter().filter(|file| file.sort == Sort::Translation);
    let translations = translations.cloned().collect();
    let Menu { topics, entries } = menu;
    let whole = || {
        let always = Always::find(&entries)?;
        let (calendar, routes) = (calendar?, routes?);
        let (languages, glossary, core) = (languages?, glossary?, core?);
        Some(Knowledge {
            always,
            topics,
            entries,
            lists: Vec::new(),
            sources,
            calendar,
            routes,
            languages,
            glossary,
            core,
            translations,
        })
    };
    if faults.is_empty() { whole().ok_or(faults) } else { Err(faults) }
}

fn check_search_words(topics: &[(&str, raw::Topic)], faults: &mut Vec<Fault>) {
    for (file, topic) in topics {
        let mut found = Faults::new(file);
        for entry in &topic.entries {
            for words in [&entry.words.keywords, &entry.words.asks] {
                found.keep(&entry.id, words.check());
            }
        }
        faults.extend(found.into_vec());
    }
}

/// The sources of every file. A second one of the same id would take over the facts that name it.
fn open_sources(files: Vec<(&str, raw::Sources)>, faults: &mut Vec<Fault>) -> Vec<Source> {
    let mut sources: Vec<Source> = Vec::new();
    for (file, raw) in files {
        let mut found = Faults::new(file);
        for source in raw.sources {
            let id = source.id.clone();
            if sources.iter().any(|other| other.id == id) {
                found.add(&id, "another source has this id: give each its own");
            }
            let checked = check_source(source);
            sources.extend(found.keep(&id, checked));
        }
        faults.extend(found.into_vec());
    }
    sources
}

fn open_calendar(files: &[DataFile], faults: &mut Vec<Fault>) -> Option<Calendar> {
    let file = files.iter().find(|file| file.sort == Sort::Calendar)?;
    let mut found = Faults::new(&file.name);
    let calendar = Calendar::from_json(&file.text).map_err(|fault| fault.to_string());
    let calendar = found.keep("", calendar);
    faults.extend(found.into_vec());
    calendar
}

fn open_routes(files: &[DataFile], names: &Names, faults: &mut Vec<Fault>) -> Option<Routes> {
    let file = files.iter().find(|file| file.sort == Sort::Routes)?;
    let routes = Routes::from_json(&file.name, &file.text, |id| names.entries.get(id).copied());
    routes.map_err(|found| faults.extend(found)).ok()
}

fn open_languages(
    files: &[DataFile],
    depth: Depth,
    faults: &mut Vec<Fault>,
) -> Option<SpokenLanguages> {
    let file = files.iter().find(|file| file.sort == Sort::Languages)?;
    let languages = SpokenLanguages::open(&file.name, &file.text, depth);
    languages.map_err(|found| faults.extend(found)).ok()
}

fn open_glossary(files: &[DataFile], names: &Names, faults: &mut Vec<Fault>) -> Option<Glossary> {
    let file = files.iter().find(|file| file.sort == Sort::Glossary)?;
    let entry = |id: &str| names.entries.get(id).copied();
    let source = |id: &str| names.sources.get(id).copied();
    let glossary = Glossary::from_json(&file.name, &file.text, entry, source);
    glossary.map_err(|found| faults.extend(found)).ok()
}

fn open_core(files: &[DataFile], names: &Names, faults: &mut Vec<Fault>) -> Option<Core> {
    let file = files.iter().find(|file| file.sort == Sort::Core)?;
    let core = Core::from_json(&file.name, &file.text, |id| names.entries.get(id).copied());
    core.map_err(|found| faults.extend(found)).ok()
}

/// Reads every language of the core for its faults.
fn check_translations(
    files: &[DataFile],
    core: &Core,
    languages: &SpokenLanguages,
    faults: &mut Vec<Fault>,
) {
    for file in files.iter().filter(|file| file.sort == Sort::Translation) {
        faults.extend(Translation::from_json(&file.name, &file.text, core, languages).1);
    }
}

/// The files of one sort as their raw shapes.
fn read<'a, T: DeserializeOwned>(
    files: &'a [DataFile],
    sort: Sort,
    faults: &mut Vec<Fault>,
) -> Vec<(&'a str, T)> {
    let mut read = Vec::new();
    for file in files.iter().filter(|file| file.sort == sort) {
        match serde_json::from_str(&file.text) {
            Ok(raw) => read.push((file.name.as_ref(), raw)),
            Err(error) => faults.push(Fault {
                file: file.name.to_string(),
                item: String::new(),
                problem: error.to_string(),
            }),
        }
    }
    read
}

fn check_source(raw: raw::Source) -> Result<Source, String> {
    check_id(&raw.id)?;
    for text in
        [Some(&raw.title), Some(&raw.publisher), raw.licence.as_ref(), raw.attribution.as_ref()]
    {
        text.map_or(Ok(()), |text| check_text(text))?;
    }
    if let Some(url) = raw.url.as_ref().filter(|url| !url.starts_with("https://")) {
        return Err(format!("the address {url} does not start with https://"));
    }
    Ok(Source {
        id: raw.id,
        title: raw.title,
        publisher: raw.publisher,
        url: raw.url,
        licence: raw.licence,
        attribution: raw.attribution,
        dated: raw.dated.as_deref().map(PartialDate::parse).transpose()?,
        checked: raw.checked.as_deref().map(PartialDate::parse).transpose()?,
        how: raw.how,
        note: raw.words.map(|words| fill_checked(&words, Named::only(&raw.values))).transpose()?,
    })
}

/// The topics and entries that passed so far.
#[derive(Default)]
struct Menu {
    topics: Vec<Topic>,
    entries: Vec<Entry>,
}

impl Menu {
    fn add(&mut self, raw: raw::Topic, names: &Names, found: &mut Faults) {
        let first = self.entries.len();
        let mut filled = |words: &str| {
            found.keep(&raw.id, fill_checked(words, Named::only(&names.values))).unwrap_or_default()
        };
        let (title, summary) = (filled(&raw.words.title), filled(&raw.words.summary));
        found.keep(&raw.id, check_id(&raw.id));
        if raw.entries.is_empty() {
            found.add(&raw.id, "a topic needs at least one entry");
        }
        for entry in raw.entries {
            self.entries.extend(check_entry(entry, names, found));
        }
        self.topics.push(Topic {
            id: raw.id,
            audience: raw.audience,
            title,
            summary,
            entries: (first..self.entries.len()).map(EntryIndex).collect(),
        });
    }
}

/// The longest id, in letters.
const LONGEST_ID: usize = 60;

/// Ids are for scripts and file names: small letters, digits and hyphens.
pub(super) fn check_id(id: &str) -> Result<(), String> {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if (1..=LONGEST_ID).contains(&id.len()) && id.bytes().all(fits) {
        Ok(())
    } else {
        Err(format!(
            "write the id \"{}\" in small letters, digits and hyphens, at most {LONGEST_ID} of them",
            id.escape_default()
        ))
    }
}
