//! Telephone numbers, found by their digits however they are spaced or glued.

use std::sync::Arc;

use super::column::Column;
use super::postings::small;
use super::sorted_words::{SortedWords, first_not};

/// Digits it takes to look for a number.
const FEWEST_DIGITS: usize = 3;
/// Digits it takes to look for a number by its end, without the area code.
const FEWEST_LAST_DIGITS: usize = 6;
/// Digits of a number, at most: more is none (E.164).
const LONGEST: usize = 15;

/// The bits of an ending that say how many digits of the number stand before it.
const BEFORE_BITS: u32 = 4;

/// The documents that hold each number.
#[derive(Clone, Debug)]
pub struct Numbers {
    /// The digits of each number, in no order.
    digits: SortedWords,
    /// For each number, its document.
    owners: Column<3>,
    /// The ends of all numbers, in order: which number, and how many of its digits stand before.
    endings: Column<4>,
}

impl Numbers {
    /// Takes numbers as they are written, each with its document.
    pub fn new<'a>(numbers: impl IntoIterator<Item = (&'a str, u32)>) -> Self {
        let (digits, owners): (Vec<String>, Vec<u32>) = numbers
            .into_iter()
            .map(|(written, document)| (national(written), document))
            .filter(|(digits, _)| (1..=LONGEST).contains(&digits.len()))
            .unzip();
        let mut endings: Vec<(&str, usize, usize)> = Vec::new();
        for (number, digits) in digits.iter().enumerate() {
            let last = digits.len().saturating_sub(FEWEST_LAST_DIGITS);
            endings.extend((0..=last).map(|start| (&digits[start..], number, start)));
        }
        endings.sort_unstable();
        let ending = |&(_, number, start): &(&str, usize, usize)| {
            small(number) << BEFORE_BITS | small(start)
        };
        Self {
            endings: Column::of(endings.iter().map(ending)),
            digits: SortedWords::from_sorted(digits.iter().map(String::as_str)),
            owners: Column::of(owners),
        }
    }

    /// Takes bytes from outside, if they are numbers of so many documents.
    pub fn open(parts: [Arc<[u8]>; 4], documents: usize) -> Option<Self> {
        let [digits, ends, owners, endings] = parts;
        let numbers = Self {
            digits: SortedWords::open(digits, ends)?,
            owners: Column::open(owners)?,
            endings: Column::open(endings)?,
        };
        let is_right = numbers.digits.parts()[0].iter().all(u8::is_ascii_digit)
            && numbers.owners.len() == numbers.digits.len()
            && numbers.owners.iter().all(|document| (document as usize) < documents)
            && (0..numbers.endings.len()).all(|place| !numbers.ending(place).is_empty());
        is_right.then_some(numbers)
    }

    /// As [`Numbers::open`] takes them.
    pub fn parts(&self) -> [&[u8]; 4] {
        let [digits, ends] = self.digits.parts();
        [digits, ends, self.owners.bytes(), self.endings.bytes()]
    }

    /// The number of an ending, and how many of its digits stand before.
    fn number(&self, place: usize) -> (usize, usize) {
        let ending = self.endings.get(place);
        ((ending >> BEFORE_BITS) as usize, (ending & ((1 << BEFORE_BITS) - 1)) as usize)
    }

    fn ending(&self, place: usize) -> &str {
        let (number, before) = self.number(place);
        if number >= self.digits.len() {
            return "";
        }
        self.digits.word(number).get(before..).unwrap_or_default()
    }

    /// The documents whose numbers match one of `runs`, digits as they were typed, in order, with how
    /// well: 1 for the whole number, less for its beginning, least for its end.
    pub fn find_all(&self, runs: &[String]) -> Vec<(u32, f32)> {
        let mut found: Vec<(u32, f32)> = runs.iter().flat_map(|run| self.find(run)).collect();
        found.sort_by(|one, other| one.0.cmp(&other.0).then(other.1.total_cmp(&one.1)));
        found.dedup_by_key(|hit| hit.0);
        found
    }

    /// How well the best document fits; nothing where none does.
    pub fn best_fit(&self, runs: &[String]) -> f32 {
        self.find_all(runs).iter().map(|(_, fit)| *fit).fold(0.0, f32::max)
    }

    /// A run that is no number as a whole may be several.
    fn find(&self, run: &str) -> Vec<(u32, f32)> {
        let whole = self.find_digits(&national(run));
        if !whole.is_empty() {
            return whole;
        }
        run.split(|letter: char| !letter.is_ascii_digit())
            .filter(|group| group.len() >= FEWEST_DIGITS)
            .flat_map(|group| self.find_digits(&national(group)))
            .collect()
    }

    fn find_digits(&self, digits: &str) -> Vec<(u32, f32)> {
        if digits.is_empty() {
            return Vec::new();
        }
        let fit = |place| {
            let (number, before) = self.number(place);
            let document = self.owners.get(number);
            let is_whole = self.ending(place).len() == digits.len();
            match (before, is_whole) {
                (0, true) => Some((document, 1.0)),
                (0, false) => Some((document, 0.8)),
                _ if digits.len() >= FEWEST_LAST_DIGITS => Some((document, 0.6)),
                _ => None,
            }
        };
        let end = self.endings.len();
        let first = first_not(0, end, |place| self.ending(place) < digits);
        let last = first_not(first, end, |place| self.ending(place).starts_with(digits));
        (first..last).filter_map(fit).collect()
    }
}

/// The runs of digits in `folded` text that may be telephone numbers, as they were typed.
pub fn runs(folded: &str) -> Vec<String> {
    folded
        .split(|letter: char| !letter.is_ascii_digit() && !" -./()+".contains(letter))
        .filter(|run| run.chars().filter(char::is_ascii_digit).count() >= FEWEST_DIGITS)
        .map(str::to_owned)
        .collect()
}

/// The digits of a number without the country code of the United Kingdom and leading zeros.
fn national(written: &str) -> String {
    let digits: String = written.chars().filter(char::is_ascii_digit).collect();
    let bare = digits.trim_start_matches('0');
    let national = match bare.strip_prefix("44") {
        Some(rest) if rest.len() >= 9 => rest.trim_start_matches('0'),
        _ => bare,
    };
    national.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers() -> Numbers {
        Numbers::new([("0141 276 7724", 0), ("999", 1), ("0800 1111", 2), ("0141 884 7900", 3)])
    }

    fn documents(query: &str) -> Vec<u32> {
        numbers().find_all(&runs(query)).into_iter().map(|(document, _)| document).collect()
    }

    #[test]
    fn a_number_is_found_however_it_is_written() {
        for written in [
            "0141 276 7724",
            "01412767724",
            "1412767724",
            "+44 141 276 7724",
            "(0141) 276-7724",
            "0044 (0)141 2767724",
            "what is 0141 276 7724",
            "276 7724",
        ] {
            assert_eq!(documents(written), [0], "{written}");
        }
    }

    #[test]
    fn a_number_is_found_from_its_first_three_digits() {
        assert_eq!(documents("0141"), [0, 3]);
        assert_eq!(documents("999"), [1]);
        assert_eq!(documents("08"), Vec::<u32>::new());
        assert_eq!(documents("101 or 999"), [1]);
        assert_eq!(documents("101 999"), [1]);
        assert_eq!(documents("07700 900123"), Vec::<u32>::new());
    }
}
