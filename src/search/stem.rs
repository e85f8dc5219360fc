//! Stems: "trafficked", "traffickers" and "trafficking" are one word to a person who is looking.

use std::borrow::Cow;

use rust_stemmers::{Algorithm, Stemmer as Porter};

/// Forms that no suffix rule can bring back to their common word.
#[rustfmt::skip]
const IRREGULAR: [(&str, &str); 46] = [
    ("ate", "eat"), ("beaten", "beat"), ("bitten", "bite"), ("bought", "buy"), ("broke", "break"),
    ("broken", "break"), ("brought", "bring"), ("came", "come"), ("caught", "catch"),
    ("children", "child"), ("drove", "drive"), ("fled", "flee"), ("forgot", "forget"),
    ("forgotten", "forget"), ("gave", "give"), ("given", "give"), ("gone", "go"), ("heard", "hear"),
    ("held", "hold"), ("hid", "hide"), ("hidden", "hide"), ("kept", "keep"), ("knew", "know"),
    ("lost", "lose"), ("made", "make"), ("men", "man"), ("paid", "pay"), ("ran", "run"),
    ("safely", "safe"), ("safety", "safe"), ("sent", "send"), ("slept", "sleep"), ("sold", "sell"),
    ("spoke", "speak"), ("spoken", "speak"), ("stole", "steal"), ("stolen", "steal"),
    ("stood", "stand"), ("taken", "take"), ("taught", "teach"), ("thought", "think"),
    ("told", "tell"), ("took", "take"), ("went", "go"), ("women", "woman"), ("written", "write"),
];

/// Takes English words to their stems (Porter2, and a few irregular forms).
pub struct Stemmer(Porter);

impl Stemmer {
    /// A stemmer for English.
    #[must_use]
    pub fn english() -> Self {
        Self(Porter::create(Algorithm::English))
    }

    /// The stem of a folded word; words that are not plain English letters are their own stems.
    #[must_use]
    pub fn stem<'a>(&self, word: &'a str) -> Cow<'a, str> {
        if !word.bytes().all(|letter| letter.is_ascii_lowercase()) {
            return Cow::Borrowed(word);
        }
        let regular = match IRREGULAR.binary_search_by_key(&word, |&(form, _)| form) {
            Ok(found) => IRREGULAR[found].1,
            Err(_) => word,
        };
        self.0.stem(regular)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_share_a_stem() {
        let stemmer = Stemmer::english();
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
    fn the_irregular_forms_are_in_order_for_the_binary_search() {
        assert!(IRREGULAR.is_sorted());
    }

    #[test]
    fn other_scripts_are_left_alone() {
        let stemmer = Stemmer::english();
        assert_eq!(stemmer.stem("помощь"), "помощь");
        assert_eq!(stemmer.stem("帮助"), "帮助");
    }
}
