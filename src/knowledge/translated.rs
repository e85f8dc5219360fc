//! The words of sections, pages and "Who can help me?" in another language, by id. Facts stand beside
//! `words`, and nothing here can reach them. Pages tell of rights: words are shown once a speaker and
//! a Scots lawyer found them right, and until the English they were made from changes.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

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
    #[serde(rename = "code")]
    _code: String,
    #[serde(deserialize_with = "twins::map")]
    words_of: BTreeMap<String, Translated>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Translated {
    /// The stamp of the English words, as `airt check` names it.
    of: String,
    read: Vec<Record>,
    law: Option<Record>,
    words: Value,
}

/// The files with the words that a file of translated words puts in the place of the English.
pub(super) fn put_in(files: &[DataFile], faults: &mut Vec<Fault>) -> Option<Vec<DataFile>> {
    let translated = files.iter().find(|file| file.sort == Sort::Words)?;
    let mut found = Faults::new(&translated.name);
    let raw: Result<Raw, _> = serde_json::from_str(&translated.text);
    let raw = found.keep("", raw.map_err(|error| error.to_string()));
    let files = raw.map(|Raw { mut words_of, .. }| {
        let files = files.iter().map(|file| match file.sort {
            Sort::Topic | Sort::Sources | Sort::Routes => reworded(file, &mut words_of, &mut found),
            _ => file.clone(),
        });
        let files = files.collect();
        for id in words_of.keys() {
            found.add(id, "nothing has this id: take it out");
        }
        files
    });
    faults.extend(found.into_vec());
    files
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
    let english = stamp(&value["words"].to_string());
    let records = record::check(&translated.read, translated.law.as_ref());
    if found.keep(id, records).is_none() {
    } else if translated.of != english {
        found.add(
            id,
            format!("its English has changed: translate that, and write \"of\": \"{english}\""),
        );
    } else if translated.law.is_some() {
        value["words"] = translated.words;
    }
}
