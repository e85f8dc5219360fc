//! The file of a language, as it is changed: only `airt check` says whether it may be shown.

use std::collections::BTreeMap;
use std::error::Error;

use airt::knowledge::languages::StringId;
use airt::knowledge::languages::core::{Core, Tier, stamp};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    code: String,
    script: String,
    say: String,
    name: String,
    latin: String,
    strings: BTreeMap<String, Option<Words>>,
    typed: BTreeMap<String, String>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Words {
    text: String,
    of: String,
    confidence: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    read: Vec<Record>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    law: Option<Record>,
}

#[derive(Deserialize, Serialize)]
struct Record {
    by: String,
    date: String,
}

/// What one person found of all strings of a sheet.
pub struct Check<'a> {
    pub by: &'a str,
    pub date: &'a str,
    /// Those that were unclear or wrong.
    pub wrong: &'a [&'a str],
    pub is_law: bool,
}

#[derive(Deserialize)]
struct StringRow {
    id: String,
    text: String,
    of: String,
    confidence: String,
}

#[derive(Deserialize)]
struct TypedRow {
    typed: String,
    meaning: String,
}

impl File {
    /// Takes in strings. What readers found stays with the same text of the same English, and goes
    /// with any other; a string that the table lacks stays as it is.
    pub fn take_strings(&mut self, table: &str) -> Result<(), Box<dyn Error>> {
        for StringRow { id, text, of, confidence } in rows(table)? {
            known(&id)?;
            let old = self.strings.remove(&id).flatten();
            let old = old.filter(|old| old.text == text && old.of == of);
            let (read, law) = old.map_or_else(Default::default, |old| (old.read, old.law));
            self.strings.insert(id, Some(Words { text, of, confidence, read, law }));
        }
        Ok(())
    }

    /// Takes in the words that a person may type, in place of those that are there.
    pub fn take_typed(&mut self, table: &str) -> Result<(), Box<dyn Error>> {
        let rows: Vec<TypedRow> = rows(table)?;
        self.typed = rows.into_iter().map(|row| (row.typed, row.meaning)).collect();
        Ok(())
    }

    /// Notes what a person found: nothing of strings that were not on the sheet. What was unclear
    /// or wrong is hidden, whoever read it before, until a speaker has read other words.
    pub fn record(&mut self, core: &Core, check: &Check) -> Result<(), Box<dyn Error>> {
        check.wrong.iter().try_for_each(|id| known(id))?;
        for id in StringId::ALL {
            let Some(Some(words)) = self.strings.get_mut(id.name()) else { continue };
            let is_right = !check.wrong.contains(&id.name());
            let was_on_sheet = words.of == stamp(&core.english(*id, &self.say))
                && (!check.is_law || core.string(*id).tier == Tier::C);
            let record = Record { by: check.by.to_owned(), date: check.date.to_owned() };
            match (is_right, check.is_law) {
                _ if !was_on_sheet => {}
                (true, true) => words.law = Some(record),
                (true, false) => words.read.push(record),
                (false, _) => {
                    (words.read, words.law) = Default::default();
                    "weak".clone_into(&mut words.confidence);
                }
            }
        }
        Ok(())
    }

    /// The file as JSON, one string a line, so that a change shows alone.
    pub fn write(&self) -> Result<String, serde_json::Error> {
        let json = |text: &str| serde_json::to_string(text);
        let strings = StringId::ALL.iter().map(|id| {
            let words = self.strings.get(id.name()).and_then(Option::as_ref);
            Ok(format!("{}: {}", json(id.name())?, serde_json::to_string(&words)?))
        });
        let strings = strings.collect::<Result<Vec<_>, serde_json::Error>>()?.join(",\n");
        let typed = self.typed.iter();
        let typed = typed.map(|(word, meaning)| Ok(format!("{}: {}", json(word)?, json(meaning)?)));
        let typed = typed.collect::<Result<Vec<_>, serde_json::Error>>()?.join(",\n");
        Ok(format!(
            "{{\"code\": {}, \"script\": {}, \"say\": {}, \"name\": {}, \"latin\": {},\n\
             \"strings\": {{\n{strings}\n}}, \"typed\": {{\n{typed}\n}}}}\n",
            json(&self.code)?,
            json(&self.script)?,
            json(&self.say)?,
            json(&self.name)?,
            json(&self.latin)?
        ))
    }
}

fn known(id: &str) -> Result<(), String> {
    let is_known = StringId::ALL.iter().any(|known| known.name() == id);
    is_known.then_some(()).ok_or_else(|| format!("no string of the core has the id \"{id}\""))
}

/// The rows of a table whose cells stand between tabs, as they are: no cell is in quotes.
fn rows<T: DeserializeOwned>(table: &str) -> Result<Vec<T>, csv::Error> {
    let mut reader =
        csv::ReaderBuilder::new().delimiter(b'\t').quoting(false).from_reader(table.as_bytes());
    reader.deserialize().collect()
}
