//! A number to call that stands in a text, where nobody checks it: in digits, in words, in both, or as a
//! short code to text. Only English is read.

use super::refuge::NUMBERS;

/// With so many digits in one run a text holds a number to call.
const DIGITS: usize = 9;
/// The same where words count as digits: "0900-1700 one day a week" has one less.
const DIGITS_AND_WORDS: usize = 10;
/// How many of the [`NUMBERS`] are of one digit; all others add two to a run.
const ONES: usize = 9;
/// What else is said of one digit, or of one more, and of two.
const ONE: [&str; 4] = ["zero", "oh", "nought", "double"];
const TWO: [&str; 2] = ["triple", "treble"];
/// Words for a message to a short code, and the digits that one has.
const TEXTING: [&str; 5] = ["text", "texts", "texting", "txt", "sms"];
const SHORT_CODE: std::ops::RangeInclusive<usize> = 5..=8;

/// Whether a text holds a number to call or to text.
pub fn has_number(text: &str) -> bool {
    longest_run(text) >= DIGITS
        || longest_run(&in_digits(text)) >= DIGITS_AND_WORDS
        || text.split(['.', '!', '?', ';']).any(has_short_code)
}

/// Whether a number stands in a text that somebody could ring, among numbers of licences and charities: one
/// of this country or with the code of another, or a directory's.
pub fn can_be_rung(text: &str) -> bool {
    let is_other = |letter: char| letter.is_numeric() && !letter.is_ascii_digit();
    let begins = |at: usize| !text[..at].ends_with(|before: char| before.is_ascii_digit());
    let mut begun = text.match_indices(|c: char| c.is_ascii_digit()).filter(|(at, _)| begins(*at));
    let is_number = |(at, _): (usize, &str)| {
        let run = text[at..].chars().take_while(|c| c.is_ascii_digit() || is_between(*c));
        let run: String = run.filter(char::is_ascii_digit).collect();
        let is_inland = run.starts_with('0') && !run.starts_with("000");
        let has_code = text[..at].ends_with('+') || run.starts_with("44") && run.len() == 12;
        run.len() >= DIGITS && (is_inland || has_code) || run.starts_with("118") && run.len() == 6
    };
    begun.any(is_number) || text.contains(is_other) && has_number(text)
}

/// The most digits in a row, with what people write between them.
fn longest_run(text: &str) -> usize {
    let runs = text.chars().scan(0, |run, letter| {
        *run = match letter {
            _ if letter.is_numeric() => *run + 1,
            _ if is_between(letter) => *run,
            _ => 0,
        };
        Some(*run)
    });
    runs.max().unwrap_or_default()
}

/// What people write between the digits of a number.
fn is_between(letter: char) -> bool {
    matches!(letter, ' ' | '-' | '(' | ')' | '\u{2010}'..='\u{2015}' | '\u{a0}')
}

/// A text with as many digits in the place of each word of a number as it stands for.
fn in_digits(text: &str) -> String {
    let mut said = String::with_capacity(text.len());
    for piece in text.to_lowercase().split_inclusive(|letter: char| !letter.is_alphabetic()) {
        let word = piece.trim_end_matches(|letter: char| !letter.is_alphabetic());
        let digits = digits_of(word);
        let rest = if digits == 0 { piece } else { &piece[word.len()..] };
        said.extend(std::iter::repeat_n('0', digits));
        said.push_str(rest);
    }
    said
}

fn digits_of(word: &str) -> usize {
    match NUMBERS.split(' ').position(|number| number == word) {
        Some(place) if place < ONES => 1,
        Some(_) => 2,
        None if ONE.contains(&word) => 1,
        None if TWO.contains(&word) => 2,
        // Letters that look like it.
        None if word.bytes().all(|letter| letter == b'o') => word.len(),
        None => 0,
    }
}

/// `Text HELP to 80010`.
fn has_short_code(sentence: &str) -> bool {
    let sentence = sentence.to_lowercase();
    let mut words = sentence.split(|letter: char| !letter.is_alphanumeric());
    let is_code = |word: &str| {
        SHORT_CODE.contains(&word.chars().count()) && word.chars().all(char::is_numeric)
    };
    words.clone().any(|word| TEXTING.contains(&word)) && words.any(is_code)
}
