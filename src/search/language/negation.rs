//! Negation: "not police" asks for something else than "police".

use super::Language;

/// Common words that may stand between: "do not want to talk" (0: 571, 2: 573, 3: 573, 9: 573).
const MOST_BETWEEN: usize = 3;

impl Language {
    /// The words of `words` that a negation turns around: the next telling word after each.
    pub(in crate::search) fn negated<'a>(
        &self,
        words: impl Iterator<Item = &'a str>,
    ) -> Vec<&'a str> {
        let mut found = Vec::new();
        let mut left = 0;
        for word in words {
            if self.negations.contains(word) {
                left = MOST_BETWEEN + 1;
            } else if left > 0 && !self.is_common(word) {
                found.push(word);
                left = 0;
            } else {
                left = usize::saturating_sub(left, 1);
            }
        }
        found
    }
}

/// The term that stands for the opposite of `stem`; no word has a space in it.
pub fn opposite(stem: &str) -> String {
    format!("not {stem}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<&str> {
        Language::english().negated(text.split(' '))
    }

    #[test]
    fn the_next_telling_word_is_turned_around() {
        assert_eq!(of("i do not want to talk to the police"), ["talk"]);
        assert_eq!(of("they dont pay me"), ["pay"]);
        assert_eq!(of("no papers"), ["papers"]);
        assert_eq!(of("he is not here with us and they pay"), Vec::<&str>::new());
    }
}
