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
    /// The sign of the sheet, which stands on it.
    pub sheet: &'a str,
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

    /// Notes what a person found of the strings of a sheet. What was unclear or wrong is hidden,
    /// whoever read it before, until a speaker has read it or other words.
    pub fn record(&mut self, core: &Core, check: &Check) -> Result<(), Box<dyn Error>> {
        let ids = StringId::ALL.iter().filter(|id| self.is_on_sheet(core, check, **id));
        let names: Vec<&str> = ids.map(|id| id.name()).collect();
        if let Some(id) = check.wrong.iter().find(|id| !names.contains(id)) {
            return Err(format!("no string of this sheet has the id \"{id}\"").into());
        }
        let words = names.iter().filter_map(|name| self.strings[*name].as_ref());
        let texts: Vec<String> = words.map(|words| core.filled(&words.text)).collect();
        if stamp(&texts.join("\n")) != check.sheet {
            return Err("these words are not those of that sheet: print it anew".into());
        }
        for name in names {
            if let Some(Some(words)) = self.strings.get_mut(name) {
                words.record(check, !check.wrong.contains(&name));
            }
        }
        Ok(())
    }

    /// What was written for the English that stands here, and for a lawyer only the rights.
    fn is_on_sheet(&self, core: &Core, check: &Check, id: StringId) -> bool {
        let words = self.strings.get(id.name()).and_then(Option::as_ref);
        let is_fit = words.is_some_and(|words| words.of == stamp(&core.source(id, &self.say)));
        is_fit && (!check.is_law || core.string(id).tier == Tier::C)
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

impl Words {
    fn record(&mut self, check: &Check, is_right: bool) {
        let record = Record { by: check.by.to_owned(), date: check.date.to_owned() };
        match (is_right, check.is_law) {
            (true, true) => self.law = Some(record),
            (true, false) => self.read.push(record),
            (false, _) => {
                (self.read, self.law) = Default::default();
                "weak".clone_into(&mut self.confidence);
            }
        }
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
