//! Sets of questions, each with the entry it should reach.

use std::fmt;

use super::*;

/// A question in somebody's own words.
pub struct Question {
    pub text: String,
    /// The id of the entry, or of several that are right; `none` where no page should be given as
    /// sure.
    pub expected: String,
}

/// Reads `tests/all/search/NAME.tsv`.
pub fn read(name: &str) -> Vec<Question> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/all/search/{name}.tsv"));
    let text = fs::read_to_string(path).unwrap();
    text.lines()
        .skip(1)
        .map(|row| {
            let (text, expected) = row.split_once('\t').unwrap();
            Question { text: text.to_owned(), expected: expected.to_owned() }
        })
        .collect()
}

/// Asks `questions`, prints how many reached their entry and which did not.
pub fn score(name: &str, questions: &[Question]) -> Score {
    let score = Score::of(&Entries::embedded(), questions);
    println!("{name}: {score}");
    score
}

/// How many questions reached their entry.
pub struct Score {
    /// The share whose entry came first.
    pub first: f64,
    /// The share whose entry came among the first three.
    pub in_three: f64,
    asked: usize,
    misses: Vec<String>,
}

impl Score {
    #[expect(clippy::cast_precision_loss, reason = "a few hundred questions")]
    pub fn of(entries: &Entries, questions: &[Question]) -> Self {
        let (mut first, mut in_three) = (0, 0);
        let mut misses = Vec::new();
        for question in questions {
            let found = entries.search(&question.text);
            let place = match question.expected.as_str() {
                "none" if !found.is_sure => Some(0),
                expected => {
                    let is_right = |id: &&str| expected.split(' ').any(|right| right == *id);
                    found.hits.iter().position(is_right)
                }
            };
            first += usize::from(place == Some(0));
            in_three += usize::from(place.is_some_and(|place| place < 3));
            if place != Some(0) {
                let place = place.map_or("-".to_owned(), |place| (place + 1).to_string());
                let found = found.hits[..found.hits.len().min(3)].join(" ");
                misses.push(format!(
                    "{place:>2}  {} -> {} (got {found})",
                    question.text, question.expected
                ));
            }
        }
        let share = |count: usize| count as f64 / questions.len() as f64;
        Self { first: share(first), in_three: share(in_three), asked: questions.len(), misses }
    }
}

impl fmt::Display for Score {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { first, in_three, asked, .. } = self;
        write!(formatter, "first {first:.3}, in three {in_three:.3} of {asked}")?;
        self.misses.iter().try_for_each(|miss| write!(formatter, "\n  {miss}"))
    }
}
