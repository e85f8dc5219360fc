//! The only door from data files to knowledge: every check of the data stands behind it.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use unicode_width::UnicodeWidthStr;

use super::entry::{Entry, EntryIndex, LaterFact, Topic};
use super::fault::{Fault, Faults};
use super::files::{DataFile, Sort};
use super::hours::{Calendar, Hours};
use super::languages::SpokenLanguages;
use super::phone::{Phone, PhoneNumber};
use super::routes::Routes;
use super::source::{Checked, PartialDate, Source, SourceIndex};
use super::text::{TITLE_COLUMNS, check_text, fill};
use super::{Knowledge, raw};

type Values = BTreeMap<String, String>;

/// Checks the files as one whole.
///
/// # Errors
/// Every fault of every file.
pub(super) fn open(files: &[DataFile]) -> Result<Knowledge, Vec<Fault>> {
    let mut faults = Vec::new();
    let topics: Vec<(&str, raw::Topic)> = read(files, Sort::Topic, &mut faults);
    let raw_sources: Vec<(&str, raw::Sources)> = read(files, Sort::Sources, &mut faults);

    let mut sources = Vec::new();
    for (file, raw) in raw_sources {
        let mut found = Faults::new(file);
        for source in raw.sources {
            let id = source.id.clone();
            let checked = check_source(source);
            sources.extend(found.keep(&id, checked));
        }
        faults.extend(found.into_vec());
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
    let languages = open_languages(files, &mut faults);
    match (calendar, routes, languages) {
        (Some(calendar), Some(routes), Some(languages)) if faults.is_empty() => {
            let Menu { topics, entries } = menu;
            Ok(Knowledge { topics, entries, sources, calendar, routes, languages })
        }
        _ => Err(faults),
    }
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
    let routes = Routes::from_json(&file.name, &file.text, |id| names.entries.contains_key(id));
    routes.map_err(|found| faults.extend(found)).ok()
}

fn open_languages(files: &[DataFile], faults: &mut Vec<Fault>) -> Option<SpokenLanguages> {
    let file = files.iter().find(|file| file.sort == Sort::Languages)?;
    let languages = SpokenLanguages::from_json(&file.name, &file.text);
    languages.map_err(|found| faults.extend(found)).ok()
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
            Ok(raw) => read.push((file.name.as_str(), raw)),
            Err(error) => faults.push(Fault {
                file: file.name.clone(),
                item: String::new(),
                problem: error.to_string(),
            }),
        }
    }
    read
}

/// What the ids of the data lead to.
struct Names {
    entries: BTreeMap<String, EntryIndex>,
    sources: BTreeMap<String, SourceIndex>,
    /// Every number and value, by `entry.name`, for the words of other entries.
    values: Values,
}

impl Names {
    fn gather(topics: &[(&str, raw::Topic)], sources: &[Source], faults: &mut Vec<Fault>) -> Self {
        let mut names =
            Self { entries: BTreeMap::new(), sources: BTreeMap::new(), values: Values::new() };
        for (place, source) in sources.iter().enumerate() {
            names.sources.insert(source.id.clone(), SourceIndex(place));
        }
        let mut topic_ids = std::collections::BTreeSet::new();
        for (file, topic) in topics {
            let mut found = Faults::new(file);
            if !topic_ids.insert(&topic.id) {
                found.add(&topic.id, "another topic has this id: give each its own");
            }
            for entry in &topic.entries {
                let next = EntryIndex(names.entries.len());
                if names.entries.insert(entry.id.clone(), next).is_some() {
                    found.add(&entry.id, "another entry has this id: give each its own");
                }
                names.add_values(entry);
            }
            faults.extend(found.into_vec());
        }
        names
    }

    fn add_values(&mut self, entry: &raw::Entry) {
        let phones = entry.phones.iter().map(|phone| (&phone.id, &phone.number));
        for (name, value) in phones.chain(&entry.values) {
            self.values.insert(format!("{}.{name}", entry.id), value.clone());
        }
    }

    fn source(&self, id: &str) -> Result<SourceIndex, String> {
        self.sources.get(id).copied().ok_or_else(|| {
            format!("no source has the id \"{id}\": add it to sources.json, or mend the spelling")
        })
    }

    fn entry(&self, id: &str) -> Result<EntryIndex, String> {
        self.entries
            .get(id)
            .copied()
            .ok_or_else(|| format!("no entry has the id \"{id}\": `airt list` names them all"))
    }
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
        date: raw.date.as_deref().map(PartialDate::parse).transpose()?,
        how: raw.how,
        note: raw.words.map(|words| fill(&words, &raw.values)).transpose()?,
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
        for text in [&raw.words.title, &raw.words.summary] {
            found.keep(&raw.id, fill(text, &names.values));
        }
        found.keep(&raw.id, check_id(&raw.id));
        if raw.entries.is_empty() {
            found.add(&raw.id, "a topic needs at least one entry");
        }
        for entry in raw.entries {
            self.entries.extend(check_entry(entry, names, found));
        }
        self.topics.push(Topic {
            id: raw.id,
            title: raw.words.title,
            summary: raw.words.summary,
            entries: (first..self.entries.len()).map(EntryIndex).collect(),
        });
    }
}

fn check_entry(raw: raw::Entry, names: &Names, found: &mut Faults) -> Option<Entry> {
    let id = raw.id.clone();
    let mut values = names.values.clone();
    values.extend(raw.values.clone());
    values.extend(raw.phones.iter().map(|phone| (phone.id.clone(), phone.number.clone())));
    EntryCheck { id: &id, names, values, found }.entry(raw)
}

/// The checks of one entry: its facts are at hand for its words.
struct EntryCheck<'a, 'file> {
    id: &'a str,
    names: &'a Names,
    values: Values,
    found: &'a mut Faults<'file>,
}

impl EntryCheck<'_, '_> {
    fn entry(&mut self, raw: raw::Entry) -> Option<Entry> {
        self.keep(check_id(&raw.id));
        let phones: Vec<&String> = raw.phones.iter().map(|phone| &phone.id).collect();
        self.refuse_strays("phones", raw.words.phones.keys(), &phones);
        let facts: Vec<&String> = raw.later.iter().map(|fact| &fact.id).collect();
        self.refuse_strays("later", raw.words.later.keys(), &facts);
        if raw.phones.is_empty() && raw.call.is_empty() {
            self.found.add(self.id, "it leads to nobody: give it `phones`, or entries to `call`");
        }
        for text in raw.words.keywords.iter().chain(&raw.words.asks) {
            self.keep(check_text(text));
        }
        for value in raw.values.values() {
            self.keep(check_text(value));
        }
        let source = self.keep(self.names.source(&raw.source));
        let checked = self.checked(raw.checked.as_ref());
        let phones = self.phones(&raw);
        let later = self.later(&raw);
        let title = self.title(&raw.words.title);
        let entry = Entry {
            id: raw.id,
            kind: raw.kind,
            source: source?,
            checked,
            phones,
            later,
            call: self.links(&raw.call),
            related: self.links(&raw.related),
            name: raw.words.name.as_deref().and_then(|name| self.fill(name)),
            title: title?,
            summary: self.fill(&raw.words.summary)?,
            act: self.fill(&raw.words.act)?,
            who: raw.words.who.as_deref().and_then(|who| self.fill(who)),
            body: self.paragraphs(&raw.words.body),
            keywords: raw.words.keywords,
            asks: raw.words.asks,
        };
        Some(entry)
    }

    fn keep<T>(&mut self, checked: Result<T, String>) -> Option<T> {
        self.found.keep(self.id, checked)
    }

    fn fill(&mut self, words: &str) -> Option<String> {
        let filled = fill(words, &self.values);
        self.keep(filled)
    }

    fn paragraphs(&mut self, words: &[String]) -> Vec<String> {
        if words.is_empty() {
            self.found.add(self.id, "a list of paragraphs is empty: write at least one");
        }
        words.iter().filter_map(|paragraph| self.fill(paragraph)).collect()
    }

    fn title(&mut self, words: &str) -> Option<String> {
        let title = self.fill(words)?;
        if title.width() > TITLE_COLUMNS {
            self.found.add(
                self.id,
                format!("the title is wider than {TITLE_COLUMNS} columns: \"{title}\""),
            );
        }
        Some(title)
    }

    fn links(&mut self, ids: &[String]) -> Vec<EntryIndex> {
        ids.iter().filter_map(|id| self.keep(self.names.entry(id))).collect()
    }

    fn checked(&mut self, raw: Option<&raw::Checked>) -> Option<Checked> {
        let raw = raw?;
        let date = self.keep(PartialDate::parse(&raw.date))?;
        Some(Checked { date, how: raw.how })
    }

    fn phones(&mut self, raw: &raw::Entry) -> Vec<Phone> {
        raw.phones.iter().filter_map(|phone| self.phone(phone, raw)).collect()
    }

    fn phone(&mut self, phone: &raw::Phone, entry: &raw::Entry) -> Option<Phone> {
        let hours = phone
            .hours
            .as_deref()
            .map(|hours| Hours::parse(hours).map_err(|fault| fault.to_string()));
        let hours = self.keep(hours.transpose())?;
        let number = self.keep(PhoneNumber::parse(&phone.number, phone.kind))?;
        let source =
            self.keep(self.names.source(phone.source.as_ref().unwrap_or(&entry.source)))?;
        let label = entry.words.phones.get(&phone.id);
        Some(Phone {
            id: phone.id.clone(),
            label: label.and_then(|words| self.fill(words)),
            number,
            kind: phone.kind,
            doubtful: phone.doubtful,
            hours,
            source,
            checked: self.checked(phone.checked.as_ref()),
        })
    }

    fn later(&mut self, raw: &raw::Entry) -> Vec<LaterFact> {
        raw.later.iter().filter_map(|fact| self.later_fact(fact, &raw.words)).collect()
    }

    fn later_fact(&mut self, fact: &raw::LaterFact, words: &raw::EntryWords) -> Option<LaterFact> {
        let source = self.keep(self.names.source(&fact.source))?;
        let Some(paragraphs) = words.later.get(&fact.id) else {
            self.found.add(self.id, format!("write the words of the later fact \"{}\"", fact.id));
            return None;
        };
        Some(LaterFact { source, paragraphs: self.paragraphs(paragraphs) })
    }

    /// Words for a phone or fact that is not there are a slip of spelling.
    fn refuse_strays<'b>(
        &mut self,
        list: &str,
        words: impl Iterator<Item = &'b String>,
        facts: &[&String],
    ) {
        for id in words {
            if !facts.contains(&id) {
                self.found.add(
                    self.id,
                    format!("words.{list} names \"{id}\", which {list} does not have"),
                );
            }
        }
    }
}

/// Ids are for scripts and file names: small letters, digits and hyphens.
fn check_id(id: &str) -> Result<(), String> {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if !id.is_empty() && id.bytes().all(fits) {
        Ok(())
    } else {
        Err(format!(
            "write the id \"{}\" in small letters, digits and hyphens",
            id.escape_default()
        ))
    }
}
