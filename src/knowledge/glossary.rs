//! The glossary: short forms that workers use, and what each stands for (`data/glossary.json`).

use std::ops::Index;

use serde::Deserialize;

use super::entry::EntryIndex;
use super::fault::{Fault, Faults};
use super::source::SourceIndex;
use super::text::check_text;
use super::twins::twins;

/// Every term, in the order of the file.
#[derive(Debug)]
pub struct Glossary {
    terms: Vec<Term>,
}

/// Which term of the glossary.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct TermIndex(usize);

/// What a short form stands for.
#[derive(Debug)]
pub struct Term {
    /// What people write, the usual form first.
    pub names: Vec<String>,
    /// Whether it is an everyday word, too, so that only capitals mean the term.
    pub capitals: bool,
    /// What it stands for.
    pub long: String,
    /// That in a plain sentence.
    pub says: String,
    /// Where it is used: a part of the UK, or all of it.
    pub area: String,
    /// The page that has more.
    pub entry: Option<EntryIndex>,
    /// Where the sentence comes from.
    pub source: SourceIndex,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    terms: Vec<RawTerm>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTerm {
    names: Vec<String>,
    #[serde(default)]
    capitals: bool,
    long: String,
    says: String,
    r#where: String,
    entry: Option<String>,
    source: String,
}

impl Glossary {
    /// Reads the file of terms; `entry` and `source` find what an id names.
    ///
    /// # Errors
    /// Every fault of the file: a term with no name, a name that stands twice, an id that names
    /// nothing, a text that is none.
    pub(super) fn from_json(
        file: &str,
        json: &str,
        entry: impl Fn(&str) -> Option<EntryIndex>,
        source: impl Fn(&str) -> Option<SourceIndex>,
    ) -> Result<Self, Vec<Fault>> {
        let mut found = Faults::new(file);
        let raw = serde_json::from_str::<Raw>(json).map_err(|error| error.to_string());
        let raw = found.keep("", raw).map_or_else(Vec::new, |raw| raw.terms);
        for name in twins(raw.iter().flat_map(|term| &term.names)) {
            found.add(name, "another term has this name: give each its own");
        }
        let mut terms = Vec::new();
        for term in raw {
            let name = term.names.first().cloned().unwrap_or_default();
            terms.extend(found.keep(&name, check(term, &entry, &source)));
        }
        let faults = found.into_vec();
        if faults.is_empty() { Ok(Self { terms }) } else { Err(faults) }
    }

    /// Every term with its place.
    pub fn places(&self) -> impl Iterator<Item = (TermIndex, &Term)> {
        self.terms.iter().enumerate().map(|(place, term)| (TermIndex(place), term))
    }
}

impl Term {
    /// Whether Scotland uses it.
    pub fn is_of_scotland(&self) -> bool {
        self.area.contains("Scotland") || self.area == "UK"
    }
}

impl Index<TermIndex> for Glossary {
    type Output = Term;

    fn index(&self, term: TermIndex) -> &Term {
        &self.terms[term.0]
    }
}

fn check(
    raw: RawTerm,
    entry: impl Fn(&str) -> Option<EntryIndex>,
    source: impl Fn(&str) -> Option<SourceIndex>,
) -> Result<Term, String> {
    if raw.names.is_empty() {
        return Err("it has no name: write at least one in \"names\"".to_owned());
    }
    for text in raw.names.iter().chain([&raw.long, &raw.says, &raw.r#where]) {
        check_text(text)?;
    }
    let entry = raw.entry.map(|id| entry(&id).ok_or(format!("there is no entry \"{id}\"")));
    Ok(Term {
        names: raw.names,
        capitals: raw.capitals,
        long: raw.long,
        says: raw.says,
        area: raw.r#where,
        entry: entry.transpose()?,
        source: source(&raw.source).ok_or(format!("there is no source \"{}\"", raw.source))?,
    })
}
