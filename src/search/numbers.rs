//! Telephone numbers, found by their digits however they are spaced or glued.

use super::sorted_words::SortedWords;

/// Digits it takes to look for a number.
const FEWEST_DIGITS: usize = 3;
/// Digits it takes to look for a number by its end, without the area code.
const FEWEST_LAST_DIGITS: usize = 6;

/// The documents that hold each number.
#[derive(Debug, Default)]
pub struct Numbers {
    endings: SortedWords,
    /// For each ending, the document and how many digits of the number stand before it.
    owners: Vec<(u32, usize)>,
}

impl Numbers {
    /// Takes numbers as they are written, each with its document.
    pub fn new<'a>(numbers: impl IntoIterator<Item = (&'a str, u32)>) -> Self {
        let mut endings: Vec<(String, u32, usize)> = Vec::new();
        for (written, document) in numbers {
            let digits = national(written);
            let last = digits.len().saturating_sub(FEWEST_LAST_DIGITS);
            endings.extend((0..=last).map(|start| (digits[start..].to_owned(), document, start)));
        }
        endings.sort_unstable();
        Self {
            endings: SortedWords::from_sorted(endings.iter().map(|ending| ending.0.as_str())),
            owners: endings.iter().map(|ending| (ending.1, ending.2)).collect(),
        }
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
            let (document, before) = self.owners[place];
            let is_whole = self.endings.word(place).len() == digits.len();
            match (before, is_whole) {
                (0, true) => Some((document, 1.0)),
                (0, false) => Some((document, 0.8)),
                _ if digits.len() >= FEWEST_LAST_DIGITS => Some((document, 0.6)),
                _ => None,
            }
        };
        self.endings.starting_with(digits).filter_map(fit).collect()
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
