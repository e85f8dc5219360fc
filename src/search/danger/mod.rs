//! Words of danger: a question that speaks of danger now is answered by the emergency number
//! first, whatever else it asks.

pub mod alarm;
mod check;
mod pattern;

use std::collections::HashSet;
use std::ops::Range;

use serde::Serialize;

use super::language::files::{Patterns, Row};
use pattern::{Classes, Pattern};

pub use check::check;

/// How surely somebody tells of danger now.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum DangerLevel {
    /// A line says whom to call, and nothing else changes: it costs a row, and silence a life.
    Perhaps,
    /// The emergency number comes first.
    Sure,
}

/// What danger sounds like, or a sign of being used by others, ready to be heard.
pub struct Danger {
    /// They speak of danger.
    raise: Vec<Pattern>,
    /// So do these, however calm the rest sounds.
    always: Vec<Pattern>,
    /// They take back the words of danger they share a word with, and no others.
    safe: Vec<Pattern>,
    /// They put what happened in the past, to the letter: "escape" is no slip of "escaped".
    past: Vec<Pattern>,
    /// They bring the past back.
    still: Vec<Pattern>,
}

impl Danger {
    pub fn new(patterns: &Patterns) -> Self {
        let classes = Classes::new(&patterns.classes);
        let read =
            |rows: &[Row]| rows.iter().map(|row| Pattern::new(&row.pattern, &classes)).collect();
        Self {
            raise: read(&patterns.tells),
            always: patterns
                .tells
                .iter()
                .filter(|row| row.always)
                .map(|row| Pattern::new(&row.pattern, &classes))
                .collect(),
            safe: read(&patterns.safe),
            past: read(&patterns.past),
            still: read(&patterns.still),
        }
    }

    /// Whether these folded words speak of danger now. A `common` word is no slip of another.
    pub fn speaks(&self, words: &[String], common: &HashSet<String>) -> bool {
        self.is_raised(&self.raise, words, common)
    }

    /// Whether they do, however calm the rest sounds.
    pub fn surely_speaks(&self, words: &[String], common: &HashSet<String>) -> bool {
        self.is_raised(&self.always, words, common)
    }

    fn is_raised(&self, raise: &[Pattern], words: &[String], common: &HashSet<String>) -> bool {
        let places = |patterns: &[Pattern]| -> Vec<Range<usize>> {
            patterns.iter().flat_map(|pattern| pattern.places_in(words, common)).collect()
        };
        let raised = places(raise);
        if raised.is_empty() {
            return false;
        }
        let safe = places(&self.safe);
        let shares = |one: &Range<usize>, other: &Range<usize>| {
            one.start < other.end && other.start < one.end
        };
        let is_raised = raised.iter().any(|raised| !safe.iter().any(|safe| shares(raised, safe)));
        let is_past = self.past.iter().any(|pattern| pattern.stands_to_the_letter_in(words));
        is_raised && (!is_past || !places(&self.still).is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::DangerLevel;
    use crate::search::language::Language;

    fn speaks(text: &str) -> bool {
        let words: Vec<String> = text.split(' ').map(str::to_owned).collect();
        Language::english().danger(&words) == Some(DangerLevel::Sure)
    }

    #[test]
    fn slips_count_but_other_words_do_not() {
        assert!(speaks("they will kil me"));
        assert!(speaks("emergancy"));
        assert!(!speaks("who pays the bill"));
        assert!(!speaks("will they help her do it"));
    }

    #[test]
    fn being_put_out_is_not_being_kicked() {
        assert!(speaks("they kick me"));
        assert!(!speaks("they kick me out from house"));
    }

    #[test]
    fn what_is_safe_takes_back_no_other_danger() {
        assert!(speaks("they kicked me out and he has a knife"));
        assert!(speaks("he will kill me if i come back to the house"));
        assert!(speaks("i need emergency housing he is outside"));
        assert!(speaks("i am not safe now he is outside"));
        assert!(speaks("i can not wait it is an emergency he is here"));
        assert!(speaks("i have panic attacks and he is hitting me"));
    }

    #[test]
    fn the_past_is_past_unless_it_comes_back() {
        // Nothing else calms these.
        assert!(!speaks("they beat me yesterday with a knife"));
        assert!(!speaks("he locked me up and beat me every day and i ran away"));
        assert!(!speaks("he hurt me last year"));
        assert!(speaks("he hurt me last year and he is outside"));
        assert!(speaks("he hits me i want to escape"));
    }
}
