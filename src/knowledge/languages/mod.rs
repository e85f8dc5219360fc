//! "I speak another language": languages in their own scripts, and for each a card to show
//! to staff that asks for an interpreter; for some also the [`core`], each string of which is shown
//! as far as its [`translation`] is known to be right.

pub mod core;
mod id;
mod raw;
pub(super) mod record;
mod script;
mod state;
pub mod translation;
pub(super) mod typed;

use std::ops::Index;

use jiff::civil::Date;
use serde::{Deserialize, Deserializer};

pub use id::StringId;
pub use script::Script;
pub use state::{State, Why};
pub use typed::TypedWord;

use super::check::Depth;
use super::fault::{Fault, Faults};
use super::text::{check_text, fill};
use super::twins::twins;

/// The languages that a person can say they speak, the most needed in Scotland first.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SpokenLanguages {
    card: String,
    spoken: Vec<SpokenLanguage>,
}

/// Which language of the list.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct LanguageIndex(usize);

/// One language and its card.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct SpokenLanguage {
    /// A language tag (BCP 47), such as `vi` or `zh-Hans`.
    pub id: String,
    /// The script that it is written in here.
    pub script: Script,
    /// Its name in English.
    pub english: String,
    /// Its name in its own script.
    pub name: String,
    /// Its own name in plain Latin letters (ASCII), for terminals without its glyphs.
    pub latin: String,
    /// "I speak this language. I need an interpreter.", in the language.
    pub card: String,
    /// Letters that tell it from others: those English has not, and its brothers in the same script.
    #[serde(default)]
    pub letters: String,
    /// Common words of it in plain Latin letters, as on the keyboards here, none of them English; a
    /// space stands before and behind each.
    #[serde(default, deserialize_with = "between_spaces")]
    pub typed: String,
    /// Whether somebody who speaks it has checked the card.
    pub review: Review,
}

fn between_spaces<'de, D: Deserializer<'de>>(read: D) -> Result<String, D::Error> {
    String::deserialize(read).map(|words| format!(" {words} "))
}

/// How far a translation can be trusted.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "kebab-case")]
pub enum Review {
    /// Nobody who speaks the language has checked it yet.
    Draft,
    /// A named person has checked it.
    Reviewed {
        /// Who checked it.
        by: String,
        /// When, as in `2026-11-30`.
        date: String,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    card: String,
    spoken: Vec<SpokenLanguage>,
}

impl SpokenLanguages {
    /// Reads the file of languages (`data/languages-spoken.json`).
    ///
    /// # Errors
    /// Every fault of the file: a text in another script than its own or not in composed
    /// form, a tag that is none or stands twice, a reviewer without a name or a date.
    pub fn from_json(file: &str, json: &str) -> Result<Self, Vec<Fault>> {
        Self::open(file, json, Depth::Whole)
    }

    /// As [`Self::from_json`]; each letter is looked at only where all is checked.
    pub(super) fn open(file: &str, json: &str, depth: Depth) -> Result<Self, Vec<Fault>> {
        let mut found = Faults::new(file);
        let raw = serde_json::from_str::<Raw>(json).map_err(|error| error.to_string());
        let raw = found.keep("", raw);
        if let Some(raw) = raw.as_ref().filter(|_| depth == Depth::Whole) {
            check(raw, &mut found);
        }
        let faults = found.into_vec();
        let languages = raw.map(|raw| Self { card: raw.card, spoken: raw.spoken });
        languages.filter(|_| faults.is_empty()).ok_or(faults)
    }

    /// Every language, in the order of the list.
    pub fn all(&self) -> &[SpokenLanguage] {
        &self.spoken
    }

    /// Every language with its place.
    pub fn places(&self) -> impl Iterator<Item = (LanguageIndex, &SpokenLanguage)> {
        self.spoken.iter().enumerate().map(|(place, language)| (LanguageIndex(place), language))
    }

    /// The card of a language in English, for the staff who read it.
    pub fn english_card(&self, language: &SpokenLanguage) -> String {
        fill(&self.card, &[("language", &language.english)])
    }
}

impl Index<LanguageIndex> for SpokenLanguages {
    type Output = SpokenLanguage;

    fn index(&self, language: LanguageIndex) -> &SpokenLanguage {
        &self.spoken[language.0]
    }
}

fn check(raw: &Raw, found: &mut Faults) {
    let card = raw.card.contains("{language}").then_some(());
    found.keep("card", card.ok_or_else(|| "write {language} where its name goes".to_owned()));
    for id in twins(raw.spoken.iter().map(|language| &language.id)) {
        found.add(id, "another language has this tag: give each its own");
    }
    for language in &raw.spoken {
        let id = &language.id;
        found.keep(id, check_tag(id));
        found.keep(id, check_latin(&language.latin));
        found.keep(id, check_text(&language.english));
        found.keep(id, check_review(&language.review));
        for text in [&language.name, &language.card] {
            found.keep(id, check_text(text).and_then(|()| language.script.check(text)));
        }
    }
}

/// A language of two or three letters, and a script where the language alone does not tell.
fn check_tag(tag: &str) -> Result<(), String> {
    let (language, script) = tag.split_once('-').unwrap_or((tag, "Latn"));
    let is_language =
        matches!(language.len(), 2 | 3) && language.bytes().all(|byte| byte.is_ascii_lowercase());
    if is_language && Script::from_code(script).is_some() {
        Ok(())
    } else {
        Err(format!("write the tag \"{}\" as in vi or zh-Hans", tag.escape_default()))
    }
}

fn check_latin(latin: &str) -> Result<(), String> {
    check_text(latin)?;
    let is_plain = latin.is_ascii();
    is_plain.then_some(()).ok_or_else(|| format!("write \"{latin}\" in the letters A to Z alone"))
}

fn check_review(review: &Review) -> Result<(), String> {
    let Review::Reviewed { by, date } = review else { return Ok(()) };
    check_record(by, date)
}

/// A person or office with a name, and the day they looked.
fn check_record(by: &str, date: &str) -> Result<(), String> {
    check_text(by)?;
    let date_fault = |_| format!("write the date of the review as 2026-11-30, not \"{date}\"");
    date.parse::<Date>().map(|_| ()).map_err(date_fault)
}
