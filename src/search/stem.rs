//! Stems: "trafficked", "traffickers" and "trafficking" are one word to a person who is looking.

use std::borrow::Cow;
use std::collections::HashMap;

use rust_stemmers::{Algorithm, Stemmer as Porter};

/// Takes English words to their stems (Porter2, and a few irregular forms).
pub struct Stemmer {
    regular: Porter,
    /// Forms that no suffix rule can bring back, each with its common word.
    irregular: HashMap<String, String>,
}

impl Stemmer {
    pub fn english(irregular: impl IntoIterator<Item = (String, String)>) -> Self {
        Self {
            regular: Porter::create(Algorithm::English),
            irregular: irregular.into_iter().collect(),
        }
    }

    /// The stem of a folded word; words that are not plain English letters are their own stems.
    pub fn stem<'a>(&'a self, word: &'a str) -> Cow<'a, str> {
        if !word.bytes().all(|letter| letter.is_ascii_lowercase()) {
            return Cow::Borrowed(word);
        }
        self.regular.stem(self.irregular.get(word).map_or(word, String::as_str))
    }
}

#[cfg(test)]
mod tests {
    use crate::search::language::Language;

    #[test]
    fn forms_of_one_word_share_a_stem() {
        let stemmer = Language::english();
        for forms in [
            ["trafficked", "trafficker", "trafficking"],
            ["pay", "paid", "paying"],
            ["child", "children", "childs"],
            ["counsel", "counselling", "counseling"],
        ] {
            let stems: Vec<_> = forms.iter().map(|form| stemmer.stem(form)).collect();
            assert!(stems.windows(2).all(|pair| pair[0] == pair[1]), "{forms:?}: {stems:?}");
        }
    }

    #[test]
    fn other_scripts_are_left_alone() {
        let stemmer = Language::english();
        assert_eq!(stemmer.stem("помощь"), "помощь");
        assert_eq!(stemmer.stem("帮助"), "帮助");
    }
}
