//! The checks of one entry.

use std::collections::BTreeMap;

use unicode_width::UnicodeWidthStr;

use super::check_id;
use super::names::Names;
use crate::knowledge::entry::{Entry, EntryIndex, Form, FormBox, LaterFact, List};
use crate::knowledge::fault::Faults;
use crate::knowledge::hours::Hours;
use crate::knowledge::phone::{Phone, PhoneNumber};
use crate::knowledge::raw;
use crate::knowledge::source::{Checked, PartialDate};
use crate::knowledge::text::{Named, TITLE_COLUMNS, check_text, fill_checked};
use crate::knowledge::twins::twins;

/// The entry that passes every check; what does not pass is noted.
pub(super) fn check_entry(raw: raw::Entry, names: &Names, found: &mut Faults) -> Option<Entry> {
    let id = raw.id.clone();
    let mut values = raw.values.clone();
    values.extend(raw.phones.iter().map(|phone| (phone.id.clone(), phone.number.clone())));
    EntryCheck { id: &id, names, values, found }.entry(raw)
}

/// The checks of one entry: its facts are at hand for its words.
struct EntryCheck<'a, 'file> {
    id: &'a str,
    names: &'a Names,
    values: BTreeMap<String, String>,
    found: &'a mut Faults<'file>,
}

impl EntryCheck<'_, '_> {
    fn entry(&mut self, raw: raw::Entry) -> Option<Entry> {
        let facts = raw.later.iter().map(|fact| &fact.id);
        let phones = raw.phones.iter().map(|phone| &phone.id);
        for id in [&raw.id].into_iter().chain(phones).chain(facts) {
            self.keep(check_id(id));
        }
        for name in raw.values.keys() {
            // In the words a name stands in braces, where a hyphen reads as a minus.
            self.keep(check_id(&name.replace('_', "-")));
        }
        let phones: Vec<&String> = raw.phones.iter().map(|phone| &phone.id).collect();
        self.refuse_strays("phones", raw.words.phones.keys(), &phones);
        let facts: Vec<&String> = raw.later.iter().map(|fact| &fact.id).collect();
        self.refuse_strays("later", raw.words.later.keys(), &facts);
        let lists: Vec<&String> = raw.lists.iter().map(|list| &list.id).collect();
        self.refuse_strays("lists", raw.words.lists.keys(), &lists);
        let boxes: Vec<&String> = raw.form.iter().map(|one| &one.id).collect();
        self.refuse_strays("form", raw.words.form.keys(), &boxes);
        for twin in [facts, lists, boxes]
            .into_iter()
            .flat_map(|ids| twins(ids.into_iter()))
            .chain(twins(phones.into_iter().chain(raw.values.keys())))
        {
            self.found.add(
                self.id,
                format!("\"{twin}\" stands twice: give each phone, value, list, box and later fact its own"),
            );
        }
        if raw.phones.is_empty() && raw.call.is_empty() {
            self.found.add(self.id, "it leads to nobody: give it `phones`, or entries to `call`");
        }
        for value in raw.values.values() {
            self.keep(check_text(value));
        }
        let source = self.keep(self.names.source(&raw.source));
        let checked = self.checked(raw.checked.as_ref());
        let phones = self.phones(&raw);
        let later = self.later(&raw);
        let lists = raw.lists.iter().filter_map(|list| self.list(list, &raw.words)).collect();
        let form = self.form(&raw);
        let bag = raw.words.bag.iter().filter_map(|line| self.fill(line)).collect();
        let aloud = raw.words.aloud.iter().filter_map(|line| self.fill(line)).collect();
        let title = self.title(&raw.words.title);
        let entry = Entry {
            id: raw.id,
            kind: raw.kind,
            source: source?,
            checked,
            phones,
            lists,
            aloud,
            bag,
            form,
            has_glossary: raw.glossary,
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
            local: None,
        };
        Some(entry)
    }

    fn keep<T>(&mut self, checked: Result<T, String>) -> Option<T> {
        self.found.keep(self.id, checked)
    }

    fn fill(&mut self, words: &str) -> Option<String> {
        let filled = fill_checked(words, Named { own: &self.values, all: &self.names.values });
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
        let other =
            |id: &String| entry.phones.iter().any(|other| other.id == *id && *id != phone.id);
        if phone.when_closed.iter().any(|id| !other(id)) {
            self.found.add(self.id, "`when_closed` must name another phone of the entry");
        }
        Some(Phone {
            id: phone.id.clone(),
            label: label.and_then(|words| self.fill(words)),
            number,
            kind: phone.kind,
            doubtful: phone.doubtful,
            hours,
            is_for_when_another_is_closed: phone.when_closed.is_some(),
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

    fn list(&mut self, list: &raw::LaterFact, words: &raw::EntryWords) -> Option<List> {
        let source = self.keep(self.names.source(&list.source))?;
        let Some(words) = words.lists.get(&list.id) else {
            self.found.add(self.id, format!("write the words of the list \"{}\"", list.id));
            return None;
        };
        let title = self.fill(&words.title)?;
        Some(List { id: list.id.clone(), source, title, lines: self.paragraphs(&words.lines) })
    }

    /// A form has a warning, and a form without boxes is none.
    fn form(&mut self, raw: &raw::Entry) -> Option<Form> {
        if raw.form.is_empty() != raw.words.warning.is_none() {
            self.found.add(self.id, "a form needs boxes in `form` and a `warning` in its words");
        }
        let warning = self.fill(raw.words.warning.as_ref()?)?;
        let boxes = raw.form.iter().filter_map(|one| self.form_box(one, &raw.words)).collect();
        Some(Form { warning, boxes })
    }

    fn form_box(&mut self, one: &raw::FormBox, words: &raw::EntryWords) -> Option<FormBox> {
        let Some(label) = words.form.get(&one.id) else {
            self.found.add(self.id, format!("write the label of the box \"{}\"", one.id));
            return None;
        };
        Some(FormBox { label: self.fill(label)?, lines: one.lines })
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
