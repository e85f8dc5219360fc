//! Words that are only searched. They are half of the data, and no picture shows them: they are read
//! when the search is built, after the first picture.

use serde::Deserialize;
use serde_json::value::RawValue;

use super::text::check_text;

/// A list of words as it is written.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub struct SearchWords(Box<RawValue>);

impl SearchWords {
    /// The words. None where they are no list, which the door refuses.
    pub fn read(&self) -> Vec<String> {
        self.parse().unwrap_or_default()
    }

    /// Words that were checked elsewhere.
    pub(super) fn of(words: &[&str]) -> Option<Self> {
        serde_json::value::to_raw_value(words).ok().map(Self)
    }

    /// # Errors
    /// What is wrong with the list, or with a word of it.
    pub(super) fn check(&self) -> Result<(), String> {
        let words = self.parse().map_err(|error| error.to_string())?;
        words.iter().try_for_each(|word| check_text(word))
    }

    fn parse(&self) -> serde_json::Result<Vec<String>> {
        serde_json::from_str(self.0.get())
    }
}
