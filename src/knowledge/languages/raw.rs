//! What the file of a language says, and the checks of each string of it.

use std::collections::BTreeMap;

use serde::Deserialize;
use unicode_width::UnicodeWidthStr;

use super::core::{Core, CoreString};
use super::record::{self, Record};
use super::state::{State, Why};
use super::{Script, SpokenLanguage, SpokenLanguages};
use crate::knowledge::fault::Faults;
use crate::knowledge::text::check_text;
use crate::knowledge::twins;

/// The one value of the core: it may stand in words where digits may not.
const AGE: &str = "{age}";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Raw {
    pub code: String,
    script: Script,
    pub say: String,
    name: String,
    latin: String,
    /// `null` for what nobody has written yet.
    #[serde(deserialize_with = "twins::map")]
    pub strings: BTreeMap<String, Option<RawString>>,
    #[serde(deserialize_with = "twins::map")]
    typed: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawString {
    pub text: String,
    /// The stamp of the English that it was made from.
    pub of: String,
    confidence: Confidence,
    #[serde(default)]
    read: Vec<Record>,
    law: Option<Record>,
}

/// How sure its drafter was.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "kebab-case")]
enum Confidence {
    Good,
    Fair,
    Weak,
}

impl Raw {
    /// The language that it says it is of, by every name that it has.
    pub fn language<'a>(
        &self,
        languages: &'a SpokenLanguages,
    ) -> Result<&'a SpokenLanguage, String> {
        let language = languages.all().iter().find(|language| language.id == self.code);
        let language = language.filter(|language| {
            self.script == language.script
                && self.name == language.name
                && self.latin == language.latin
        });
        let code = self.code.escape_default();
        let fault = || {
            format!("write code, script, name and latin of \"{code}\" as in languages-spoken.json")
        };
        let language = language.ok_or_else(fault)?;
        check_text(&self.say)?;
        Ok(language)
    }

    /// Checks the words that a person may type, and what was not taken out of the strings.
    pub fn check_rest(&self, core: &Core, language: &SpokenLanguage, found: &mut Faults) {
        for id in self.strings.keys() {
            found.add(id, "no string of the core has this id: take it out");
        }
        for (word, meaning) in &self.typed {
            found.keep(word, check_typed(core, language, word, meaning));
        }
    }
}

fn check_typed(
    core: &Core,
    language: &SpokenLanguage,
    word: &str,
    meaning: &str,
) -> Result<(), String> {
    check_text(word)?;
    if !word.is_ascii() {
        language.script.check(word)?;
    }
    if word != word.to_lowercase() {
        return Err("write it in small letters".to_owned());
    }
    let fault = || format!("core.json has no meaning \"{}\"", meaning.escape_debug());
    core.meaning(meaning).map(|_| ()).ok_or_else(fault)
}

impl RawString {
    /// Refuses what could break a screen, change a fact, or pass for checked.
    pub fn check(&self, core: &CoreString, script: Script) -> Result<(), String> {
        check_text(&self.text)?;
        let count = |text: &str| text.matches(AGE).count();
        let words = self.text.replace(AGE, "");
        if count(&self.text) != count(&core.english) || words.contains(['{', '}']) {
            return Err("write the same names in braces as the English has".to_owned());
        }
        script.check(&words)?;
        if words.contains(char::is_numeric) {
            return Err("a digit stands in the words: numbers stand apart from them".to_owned());
        }
        // A person's age has two digits.
        let width = self.text.replace(AGE, "00").width();
        if width > core.widest {
            return Err(format!("it is {width} cells wide, and the most is {}", core.widest));
        }
        record::check(&self.read, self.law.as_ref())
    }

    /// How far it can be trusted, once it is checked.
    pub fn state(&self) -> State {
        match self.read.len() {
            _ if self.law.is_some() => State::Law,
            0 if self.confidence == Confidence::Weak => State::Hidden(Why::Weak),
            0 => State::Draft,
            1 => State::Read,
            _ => State::ReadTwice,
        }
    }
}
