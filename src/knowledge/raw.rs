//! The data files exactly as they are written. Unknown fields are refused, nothing else is judged.
//!
//! Facts stand beside `words`; a translation replaces `words` and can reach nothing else.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::entry::{Audience, Kind};
use super::phone::PhoneKind;
use super::search_words::SearchWords;
use super::source::How;
use super::twins;

/// A file in `data/topics/`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Topic {
    pub id: String,
    #[serde(default, rename = "for")]
    pub audience: Audience,
    pub words: TopicWords,
    pub entries: Vec<Entry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TopicWords {
    pub title: String,
    pub summary: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    pub id: String,
    pub kind: Kind,
    pub source: String,
    pub checked: Option<Checked>,
    #[serde(default, deserialize_with = "twins::map")]
    pub values: BTreeMap<String, String>,
    #[serde(default)]
    pub phones: Vec<Phone>,
    #[serde(default)]
    pub lists: Vec<LaterFact>,
    #[serde(default)]
    pub form: Vec<FormBox>,
    #[serde(default)]
    pub glossary: bool,
    #[serde(default)]
    pub later: Vec<LaterFact>,
    #[serde(default)]
    pub call: Vec<String>,
    #[serde(default)]
    pub related: Vec<String>,
    pub words: EntryWords,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EntryWords {
    pub title: String,
    pub name: Option<String>,
    pub summary: String,
    pub act: String,
    pub who: Option<String>,
    pub body: Vec<String>,
    pub warning: Option<String>,
    #[serde(default)]
    pub aloud: Vec<String>,
    #[serde(default)]
    pub bag: Vec<String>,
    #[serde(default, deserialize_with = "twins::map")]
    pub lists: BTreeMap<String, ListWords>,
    #[serde(default, deserialize_with = "twins::map")]
    pub form: BTreeMap<String, String>,
    #[serde(default, deserialize_with = "twins::map")]
    pub phones: BTreeMap<String, String>,
    #[serde(default, deserialize_with = "twins::map")]
    pub later: BTreeMap<String, Vec<String>>,
    pub keywords: SearchWords,
    pub asks: SearchWords,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ListWords {
    pub title: String,
    pub lines: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FormBox {
    pub id: String,
    pub lines: usize,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Phone {
    pub id: String,
    pub number: String,
    pub kind: PhoneKind,
    #[serde(default)]
    pub doubtful: bool,
    pub hours: Option<String>,
    pub when_closed: Option<String>,
    pub source: Option<String>,
    pub checked: Option<Checked>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LaterFact {
    pub id: String,
    pub source: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Checked {
    pub date: String,
    pub how: How,
}

/// `data/sources.json`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sources {
    pub sources: Vec<Source>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Source {
    pub id: String,
    pub title: String,
    pub publisher: String,
    pub url: Option<String>,
    pub licence: Option<String>,
    pub attribution: Option<String>,
    pub dated: Option<String>,
    pub checked: Option<String>,
    pub how: How,
    pub words: Option<String>,
    #[serde(default, deserialize_with = "twins::map")]
    pub values: BTreeMap<String, String>,
}
