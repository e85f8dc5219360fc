//! The routes file exactly as it is written.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::knowledge::twins;

type Texts = BTreeMap<String, String>;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Routes {
    /// Facts that the words name in braces.
    #[serde(deserialize_with = "twins::map")]
    pub values: Texts,
    /// The first one is asked first.
    pub questions: Vec<Question>,
    pub outcomes: Vec<Outcome>,
    pub words: Words,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Question {
    pub id: String,
    /// The key of its words: two questions may be worded alike and lead elsewhere.
    pub words: String,
    pub answers: Vec<Answer>,
}

/// An answer leads to a question to ask or to an outcome to call: to just one of them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Answer {
    pub id: String,
    pub ask: Option<String>,
    pub call: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Outcome {
    pub id: String,
    pub call: Vec<Suggestion>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Suggestion {
    pub entry: String,
    /// The key of the words that say why.
    pub why: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Words {
    pub myself: RouteWords,
    pub someone_else: RouteWords,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RouteWords {
    pub intro: String,
    #[serde(deserialize_with = "twins::map")]
    pub questions: BTreeMap<String, QuestionWords>,
    #[serde(deserialize_with = "twins::map")]
    pub answers: Texts,
    #[serde(deserialize_with = "twins::map")]
    pub outcomes: Texts,
    #[serde(deserialize_with = "twins::map")]
    pub why: Texts,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct QuestionWords {
    pub ask: String,
    pub note: Option<String>,
}
