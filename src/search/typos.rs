//! Typing slips: words a letter or two away from what was typed.

use std::ops::Range;

use super::sorted_words::SortedWords;

/// How many slips are forgiven in a word: none in a short one, one from four letters, two from
/// eight (a wrong, missing, extra or swapped letter is one slip).
#[must_use]
pub fn forgiven(word: &str) -> usize {
    match word.chars().count() {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    }
}

/// The slips between `typed` and `word`.
#[must_use]
pub fn slips(typed: &str, word: &str) -> usize {
    let mut table = Table::new(typed);
    word.chars().for_each(|letter| table.push(letter));
    table.whole()
}

/// Whether one slip and no more lies between two words.
#[must_use]
pub fn is_one_slip(typed: &str, word: &str) -> bool {
    let alike = typed.chars().zip(word.chars()).take_while(|(one, other)| one == other);
    let start: usize = alike.map(|(letter, _)| letter.len_utf8()).sum();
    let (typed, word) = (&typed[start..], &word[start..]);
    let mut backwards = typed.chars().rev().zip(word.chars().rev());
    let ends_alike = backwards.by_ref().take_while(|(one, other)| one == other).count();
    let rest = |text: &str| text.chars().count() - ends_alike;
    match (rest(typed), rest(word)) {
        (1, 0 | 1) | (0, 1) => true,
        (2, 2) => {
            typed.chars().take(2).eq(word.chars().take(2).collect::<Vec<_>>().into_iter().rev())
        }
        _ => false,
    }
}

/// Whether two words are made of the same letters.
#[must_use]
pub fn same_letters(one: &str, other: &str) -> bool {
    let sorted = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    sorted(one) == sorted(other)
}

/// The places in `words` within `allowed` slips of `typed`, each with its number of slips.
///
/// With `as_prefix`, words that go on after what was typed count too. The first letter has to be
/// right, or swapped with the second: it nearly always is, "spain" is not a slip of "pain", and it
/// saves most of the work.
#[must_use]
pub fn near(
    words: &SortedWords,
    typed: &str,
    allowed: usize,
    as_prefix: bool,
) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut table = Table::new(typed);
    for beginning in beginnings(typed) {
        walk(words, words.starting_with(&beginning), &mut table, allowed, as_prefix, &mut found);
    }
    found
}

/// The first letter typed, or the first two swapped.
fn beginnings(typed: &str) -> Vec<String> {
    let mut letters = typed.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if first != second => {
            vec![first.to_string(), [second, first].iter().collect()]
        }
        (first, _) => first.into_iter().map(String::from).collect(),
    }
}

fn walk(
    words: &SortedWords,
    places: Range<usize>,
    table: &mut Table,
    allowed: usize,
    as_prefix: bool,
    found: &mut Vec<(usize, usize)>,
) {
    let mut place = places.start;
    while place < places.end {
        let word = words.word(place);
        table.keep_common(word);
        let mut dead_end = None;
        for (start, letter) in word.char_indices().skip(table.depth()) {
            table.push(letter);
            if table.least() > allowed {
                dead_end = Some(start + letter.len_utf8());
                break;
            }
        }
        let slips = if as_prefix { table.best_prefix() } else { table.whole() };
        if slips <= allowed && (as_prefix || dead_end.is_none()) {
            found.push((place, slips));
        }
        place = match dead_end {
            Some(end) if !as_prefix || slips > allowed => {
                words.first_not(place + 1, |other| other.starts_with(&word.as_bytes()[..end]))
            }
            _ => place + 1,
        };
    }
}

/// The distance table (optimal string alignment), one row for each letter of the word so far:
/// words that begin alike share the first rows.
struct Table {
    typed: Vec<char>,
    letters: Vec<char>,
    rows: Vec<usize>,
}

impl Table {
    fn new(typed: &str) -> Self {
        let typed: Vec<char> = typed.chars().collect();
        Self { letters: Vec::new(), rows: (0..=typed.len()).collect(), typed }
    }

    fn width(&self) -> usize {
        self.typed.len() + 1
    }

    fn depth(&self) -> usize {
        self.letters.len()
    }

    fn row(&self, depth: usize) -> &[usize] {
        &self.rows[depth * self.width()..(depth + 1) * self.width()]
    }

    /// Keeps the rows of the letters that `word` begins with too.
    fn keep_common(&mut self, word: &str) {
        let common =
            self.letters.iter().zip(word.chars()).take_while(|(kept, new)| *kept == new).count();
        self.letters.truncate(common);
        self.rows.truncate((common + 1) * self.width());
    }

    fn push(&mut self, letter: char) {
        let depth = self.depth();
        let mut left = depth + 1;
        self.rows.push(left);
        for column in 1..self.width() {
            let above = &self.row(depth)[column - 1..=column];
            let change = usize::from(self.typed[column - 1] != letter);
            let mut best = (above[0] + change).min(above[1] + 1).min(left + 1);
            if column > 1 && depth > 0 && self.is_swap(column, letter) {
                best = best.min(self.row(depth - 1)[column - 2] + 1);
            }
            self.rows.push(best);
            left = best;
        }
        self.letters.push(letter);
    }

    /// Whether the last two letters typed before `column` are the word's last two, swapped.
    fn is_swap(&self, column: usize, letter: char) -> bool {
        self.typed[column - 2] == letter && self.letters.last() == Some(&self.typed[column - 1])
    }

    fn least(&self) -> usize {
        self.row(self.depth()).iter().copied().min().unwrap_or(0)
    }

    fn whole(&self) -> usize {
        self.row(self.depth())[self.typed.len()]
    }

    /// The fewest slips between what was typed and any beginning of the word.
    fn best_prefix(&self) -> usize {
        let last = self.typed.len();
        (0..=self.depth()).map(|depth| self.row(depth)[last]).min().unwrap_or(last)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_slip_is_a_wrong_missing_extra_or_swapped_letter() {
        for typed in ["polise", "polce", "pollice", "poilce"] {
            assert_eq!(slips(typed, "police"), 1, "{typed}");
        }
        assert_eq!(slips("soliciter", "solicitor"), 1);
        assert_eq!(slips("", "tara"), 4);
    }

    #[test]
    fn near_words_are_found_whole_or_begun() {
        let words = SortedWords::from_sorted(["passport", "police", "policeman", "tara"]);
        assert_eq!(near(&words, "polcie", 1, false), [(1, 1)]);
        assert_eq!(near(&words, "polcie", 1, true), [(1, 1), (2, 1)]);
        assert_eq!(near(&words, "pasportt", 2, false), [(0, 2)]);
        assert_eq!(near(&words, "tarra", 1, false), [(3, 1)]);
        assert_eq!(near(&words, "atra", 1, false), [(3, 1)]);
        assert_eq!(near(&words, "xara", 1, false), []);
    }

    proptest! {
        #[test]
        fn one_slip_is_what_the_table_counts(typed in "[abé]{0,6}", word in "[abé]{0,6}") {
            prop_assert_eq!(is_one_slip(&typed, &word), slips(&typed, &word) == 1);
        }

        #[test]
        fn the_walk_agrees_with_asking_every_word(
            mut known in prop::collection::btree_set("[abc]{1,6}", 0..40),
            typed in "[abc]{2,6}",
        ) {
            known.retain(|word| word.starts_with(&typed[..1]));
            let words = SortedWords::from_sorted(known.iter().map(String::as_str));
            let every: Vec<_> = known
                .iter()
                .enumerate()
                .map(|(place, word)| (place, slips(&typed, word)))
                .filter(|&(_, slips)| slips <= 1)
                .collect();
            prop_assert_eq!(near(&words, &typed, 1, false), every);
        }
    }
}
