//! What people say to a program as they would to a person: it gets a true answer, not a page.

use serde::Deserialize;

/// Something that is said in many ways (`data/search/small-talk.json`).
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SmallTalk {
    /// The name of its answer in the words of the interface.
    pub id: String,
    /// Whether its words ask for nothing in any question: "hello", "thanks".
    #[serde(default)]
    pub is_courtesy: bool,
    /// One of these must be said, too, where there are any.
    #[serde(default)]
    pub needs: Vec<String>,
    /// One of them must be said.
    pub telling: Vec<String>,
    /// Nothing but these may stand beside.
    pub beside: Vec<String>,
}

impl SmallTalk {
    /// Whether folded words say this and nothing else.
    pub fn is_said(&self, words: &[String]) -> bool {
        let is_telling = |word| self.telling.contains(word);
        words.iter().any(is_telling)
            && (self.needs.is_empty() || words.iter().any(|word| self.needs.contains(word)))
            && words.iter().all(|word| is_telling(word) || self.beside.contains(word))
    }
}
