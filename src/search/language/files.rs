//! The files of a language as they are written.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::knowledge::fault::Fault;
use crate::search::danger::alarm::Weights;
use crate::search::small_talk::SmallTalk;

/// The texts of the files.
#[derive(Clone, Copy)]
pub struct Files<'a> {
    pub danger: &'a str,
    pub signs: &'a str,
    pub synonyms: &'a str,
    pub words: &'a str,
    pub alarm: &'a str,
    pub small_talk: &'a str,
    pub everyday: &'a str,
}

/// What the files hold.
#[derive(Default)]
pub struct Raw {
    pub patterns: Patterns,
    pub signs: Patterns,
    pub synonyms: Synonyms,
    pub words: Words,
    pub alarm: Weights,
    pub small_talk: Vec<SmallTalk>,
    pub everyday: Everyday,
}

/// What danger sounds like, or a sign of being used by others.
///
/// A pattern is a row of words: a class in capitals stands for any of its words, and `..` for up to
/// two words of any kind.
#[derive(Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Patterns {
    pub classes: Vec<Class>,
    /// They tell of it.
    pub tells: Vec<Row>,
    /// They take back the words that tell of it and that they share a word with.
    pub safe: Vec<Row>,
    /// They put what happened in the past.
    pub past: Vec<Row>,
    /// They bring the past back.
    pub still: Vec<Row>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Class {
    pub name: String,
    pub words: Vec<String>,
}

/// A pattern, and two sentences near each other that only it tells apart.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    pub pattern: String,
    /// Whether it counts however calm the rest sounds.
    #[serde(default)]
    pub always: bool,
    /// Tells of it.
    pub says: String,
    /// Does not.
    pub calm: String,
}

/// Words for one thing.
#[derive(Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Synonyms {
    pub same: Vec<Vec<String>>,
}

/// Words that are not what a question is about.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    pub common: Vec<String>,
    pub nearby: Vec<String>,
    /// What workers call themselves and the people they help.
    pub of_workers: Vec<String>,
    /// Words of their work, which others hear and use of themselves.
    pub of_work: Vec<String>,
    /// Words for another person who may need help; not "he", who is often the one that is feared.
    pub of_another: Vec<String>,
    /// Words of somebody who speaks of themselves, or asks what a name means: beside them, words of
    /// work are none.
    pub not_of_work: Vec<String>,
    pub negations: Vec<String>,
    pub unrelated: Vec<String>,
    pub looked_for: Vec<String>,
    pub tellers: Vec<String>,
    /// Forms that no suffix rule can bring back, each with the word it is a form of.
    pub irregular: Vec<(String, String)>,
}

/// What people say as they would to a person.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Talk {
    talk: Vec<SmallTalk>,
}

/// The commonest words of the language, which are never slips of others.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Everyday {
    /// Where they come from, and under which licence.
    #[serde(rename = "about")]
    pub _about: String,
    /// Set apart by spaces.
    pub words: String,
}

impl Files<'static> {
    pub const DANGER: &'static str = "data/search/danger.json";
    pub const SIGNS: &'static str = "data/search/signs.json";
    pub const SYNONYMS: &'static str = "data/search/synonyms.json";
    pub const WORDS: &'static str = "data/search/words.json";
    pub const SMALL_TALK: &'static str = "data/search/small-talk.json";
    pub const EVERYDAY: &'static str = "data/search/everyday.json";

    pub const ENGLISH: Self = Self {
        danger: include_str!("../../../data/search/danger.json"),
        signs: include_str!("../../../data/search/signs.json"),
        synonyms: include_str!("../../../data/search/synonyms.json"),
        words: include_str!("../../../data/search/words.json"),
        alarm: include_str!("../../../data/search/alarm.json"),
        small_talk: include_str!("../../../data/search/small-talk.json"),
        everyday: include_str!("../../../data/search/everyday.json"),
    };
}

impl Files<'_> {
    pub fn read(&self) -> Result<Raw, Fault> {
        Ok(Raw {
            patterns: parse(Files::DANGER, self.danger)?,
            signs: parse(Files::SIGNS, self.signs)?,
            synonyms: parse(Files::SYNONYMS, self.synonyms)?,
            words: parse(Files::WORDS, self.words)?,
            alarm: parse(Weights::FILE, self.alarm)?,
            small_talk: parse::<Talk>(Files::SMALL_TALK, self.small_talk)?.talk,
            everyday: parse(Files::EVERYDAY, self.everyday)?,
        })
    }
}

fn parse<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, Fault> {
    serde_json::from_str(text).map_err(|error| Fault {
        file: file.to_owned(),
        item: String::new(),
        problem: error.to_string(),
    })
}
