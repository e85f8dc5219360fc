//! What is said in every language of the core, in English (`data/languages/core.json`): the English
//! counts, and each translation names the English that it was made from.

use std::collections::BTreeMap;

use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::id::StringId;
use crate::knowledge::entry::EntryIndex;
use crate::knowledge::fault::{Fault, Faults};
use crate::knowledge::text::{check_text, fill};
use crate::knowledge::twins::{self, twins};

/// The strings of the core in English, and where the words that a person may type lead.
#[derive(Clone, Debug)]
pub struct Core {
    /// In the order of [`StringId::ALL`].
    strings: Vec<CoreString>,
    age: String,
    meanings: BTreeMap<String, Vec<EntryIndex>>,
}

/// One string of the core, in English.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoreString {
    id: String,
    /// What a wrong word in it could do.
    pub tier: Tier,
    /// With `{language}` for the name of the reader's language, and `{age}` for that of an adult.
    pub english: String,
    /// The most cells that a translation may take.
    pub widest: usize,
    /// For who translates or checks it: what is meant.
    pub context: String,
}

/// How much must be known of a translation before it is shown.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
pub enum Tier {
    /// Danger, the helpline, the card: a draft may be shown, marked as one.
    A,
    /// Who can help: a speaker must have read it.
    B,
    /// Rights: a Scots lawyer must have read it, too.
    C,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    core: Vec<CoreString>,
    /// The age of an adult: the one value that words of the core may name.
    age: String,
    #[serde(deserialize_with = "twins::map")]
    meanings: BTreeMap<String, Vec<String>>,
}

impl Core {
    /// Reads the file of the core; `entry` finds what an id names.
    ///
    /// # Errors
    /// Every fault of the file: a string that is missing, unknown or there twice, a text that is
    /// none, a meaning that leads nowhere.
    pub fn from_json(
        file: &str,
        json: &str,
        entry: impl Fn(&str) -> Option<EntryIndex>,
    ) -> Result<Self, Vec<Fault>> {
        let mut found = Faults::new(file);
        let raw = serde_json::from_str::<Raw>(json).map_err(|error| error.to_string());
        let core = found.keep("", raw).map(|raw| Self::open(raw, entry, &mut found));
        let faults = found.into_vec();
        core.filter(|_| faults.is_empty()).ok_or(faults)
    }

    fn open(raw: Raw, entry: impl Fn(&str) -> Option<EntryIndex>, found: &mut Faults) -> Self {
        check(&raw, found);
        let mut core = raw.core;
        let strings = StringId::ALL.iter().filter_map(|id| {
            let place = core.iter().position(|string| string.id == id.name());
            let place = found.keep(id.name(), place.ok_or_else(|| "it is missing".to_owned()))?;
            Some(core.swap_remove(place))
        });
        let strings = strings.collect();
        let meanings = raw.meanings.into_iter().filter_map(|(meaning, ids)| {
            let entries = found.keep(&meaning, entries(&ids, &entry))?;
            Some((meaning, entries))
        });
        Self { strings, age: raw.age, meanings: meanings.collect() }
    }

    /// One string.
    pub fn string(&self, id: StringId) -> &CoreString {
        &self.strings[id as usize]
    }

    /// The English that a translation is made from; `say` is the English name of its language.
    pub fn source(&self, id: StringId, say: &str) -> String {
        fill(&self.string(id).english, &[("language", say)])
    }

    /// A text of the core, in any language, with the age of an adult in its place.
    pub fn filled(&self, text: &str) -> String {
        fill(text, &[("age", &self.age)])
    }

    /// What typed words can mean, such as `help`, and the pages that answer, the first one first.
    pub fn meanings(&self) -> impl Iterator<Item = (&str, &[EntryIndex])> {
        self.meanings.iter().map(|(meaning, entries)| (meaning.as_str(), entries.as_slice()))
    }

    /// The pages that answer a meaning, the first one first.
    pub fn meaning(&self, meaning: &str) -> Option<&[EntryIndex]> {
        self.meanings.get(meaning).map(Vec::as_slice)
    }
}

/// What tells an English text from any other: a translation keeps that of the English it was made
/// from.
pub fn stamp(english: &str) -> String {
    let [first, second, third, fourth, ..] = <[u8; 32]>::from(Sha256::digest(english));
    format!("{first:02x}{second:02x}{third:02x}{fourth:02x}")
}

fn check(raw: &Raw, found: &mut Faults) {
    for id in twins(raw.core.iter().map(|string| &string.id)) {
        found.add(id, "another string has this id: give each its own");
    }
    for string in &raw.core {
        if !StringId::ALL.iter().any(|id| id.name() == string.id) {
            found.add(&string.id, "no screen uses a string of this id: take it out");
        }
        found.keep(&string.id, check_text(&string.english));
        found.keep(&string.id, check_text(&string.context));
    }
    if raw.age.len() != 2 || !raw.age.bytes().all(|byte| byte.is_ascii_digit()) {
        found.add("age", "write it with two digits");
    }
}

fn entries(
    ids: &[String],
    entry: impl Fn(&str) -> Option<EntryIndex>,
) -> Result<Vec<EntryIndex>, String> {
    if ids.is_empty() {
        return Err("it leads to no entry: name one".to_owned());
    }
    let place = |id: &String| entry(id).ok_or_else(|| format!("there is no entry \"{id}\""));
    ids.iter().map(place).collect()
}
