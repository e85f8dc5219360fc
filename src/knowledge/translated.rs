//! The words of sections, pages and "Who can help me?" in another language, by id. Facts stand beside
//! `words`, and nothing here can reach them. Pages tell of rights: words are shown once a speaker and
//! a Scots lawyer found them right, and until the English they were made from changes.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use super::check::{self, Depth};
use super::fault::{Fault, Faults};
use super::files::{DataFile, Sort};
use super::languages::core::stamp;
use super::languages::record::{self, Record};
use super::twins;

/// `data/entries/CODE.json`. The id of a section begins with `topics/`, that of the note on
/// a source with `sources/`; that of the questions is `routes`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    code: String,
    #[serde(deserialize_with = "twins::map")]
    words_of: BTreeMap<String, Translated>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Translated {
    /// The stamp of the English words, as `airt check` names it.
    of: String,
    read: Vec<Record>,
    law: Option<Record>,
    words: Value,
}

/// Checks each file of translated words: by itself, and as what the pages are then made of.
pub(super) fn check(files: &[DataFile], faults: &mut Vec<Fault>) {
    for words in files.iter().filter(|file| file.sort == Sort::Words) {
        let (reworded, found) = put_in(files, words);
        faults.extend(found);
        let found = check::open(&reworded, Depth::Shown).err().unwrap_or_default();
        let of_words = |fault| Fault { file: words.name.to_string(), ..fault };
        faults.extend(found.into_iter().map(of_words));
    }
}

/// The other files with `translated` words in the place of the English, and what is wrong with those.
pub(super) fn put_in(files: &[DataFile], translated: &DataFile) -> (Vec<DataFile>, Vec<Fault>) {
    let mut found = Faults::new(&translated.name);
    let raw: Result<Raw, _> = serde_json::from_str(&translated.text);
    let raw = found.keep("", raw.map_err(|error| error.to_string()));
    let mut words_of = raw.map_or_else(BTreeMap::new, |raw| {
        let is_tag =
            raw.code.split('-').all(|part| part.bytes().all(|byte| byte.is_ascii_alphanumeric()));
        if !is_tag {
            found.add("code", "write the tag of the language, such as vi");
        }
        raw.words_of
    });
    let files = files.iter().filter(|file| file.sort != Sort::Words);
    let files = files.map(|file| match file.sort {
        Sort::Topic | Sort::Sources | Sort::Routes => reworded(file, &mut words_of, &mut found),
        _ => file.clone(),
    });
    let files = files.collect();
    for id in words_of.keys() {
        found.add(id, "nothing has this id: take it out");
    }
    (files, found.into_vec())
}

fn reworded(
    file: &DataFile,
    words_of: &mut BTreeMap<String, Translated>,
    found: &mut Faults,
) -> DataFile {
    // What is wrong with the file itself is said by whoever reads it next.
    let Ok(mut value) = serde_json::from_str::<Value>(&file.text) else { return file.clone() };
    let id = |value: &Value| value["id"].as_str().unwrap_or_default().to_owned();
    match file.sort {
        Sort::Routes => reword("routes", &mut value, words_of, found),
        Sort::Topic => reword(&format!("topics/{}", id(&value)), &mut value, words_of, found),
        _ => {}
    }
    for (list, folder) in [("entries", ""), ("sources", "sources/")] {
        let items = value.get_mut(list).and_then(Value::as_array_mut);
        for item in items.into_iter().flatten() {
            reword(&format!("{folder}{}", id(item)), item, words_of, found);
        }
    }
    DataFile { text: value.to_string().into(), ..file.clone() }
}

/// Puts words in the place of the English ones, where there are some that may be shown.
fn reword(
    id: &str,
    value: &mut Value,
    words_of: &mut BTreeMap<String, Translated>,
    found: &mut Faults,
) {
    let Some(translated) = words_of.remove(id) else { return };
    let checked = translated.check(&value["words"]);
    if found.keep(id, checked).is_some() && translated.law.is_some() {
        value["words"] = translated.words;
    }
}

impl Translated {
    fn check(&self, english: &Value) -> Result<(), String> {
        record::check(&self.read, self.law.as_ref())?;
        let stamp = stamp(&english.to_string());
        if self.of != stamp {
            return Err(format!(
                "its English has changed: translate that, and write \"of\": \"{stamp}\""
            ));
        }
        match field_with_other_names(english, &self.words) {
            Some(field) => Err(format!("write the same names in braces as the English in {field}")),
            None => Ok(()),
        }
    }
}

/// A field whose names in braces are not those of the English: they stand for the facts.
fn field_with_other_names(english: &Value, own: &Value) -> Option<String> {
    let fields = english.as_object()?.iter();
    let mut other = fields.filter(|(field, text)| names(text) != names(&own[field.as_str()]));
    other.next().map(|(field, _)| field.clone())
}

/// Every name in braces of a value, in order.
fn names(value: &Value) -> Vec<String> {
    let text = value.to_string();
    let starts = text.match_indices('{').map(|(at, _)| &text[at + 1..]);
    let names = starts.filter_map(|rest| rest.split_once('}')).map(|(name, _)| name.to_owned());
    let is_name =
        |name: &String| name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    let mut names: Vec<String> = names.filter(is_name).collect();
    names.sort_unstable();
    names
}
