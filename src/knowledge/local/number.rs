//! A number to call that stands in a text, where nobody checks it: in digits, in words, in both, or as a
//! short code to text. Only English is read.

use std::sync::LazyLock;

use super::refuge::NUMBERS;

/// With so many digits in one run a text holds a number to call.
const DIGITS: usize = 9;
/// The same where words count as digits: "0900-1700 one day a week" has one less.
const DIGITS_AND_WORDS: usize = 10;
/// Digits of a number of this country, its first 0 among them.
const INLAND: std::ops::RangeInclusive<usize> = 10..=11;
/// How many of the [`NUMBERS`] are of one digit; all others add two to a run.
const ONES: usize = 9;
/// What else is said of one digit, or of one more, and of two: in numbers to call, and hardly in others.
const ONE: [&str; 4] = ["zero", "oh", "nought", "double"];
const TWO: [&str; 2] = ["triple", "treble"];
/// Each word with how many digits it stands for, and whether it hardly stands in what is no number to call.
static WORDS: LazyLock<Vec<(&str, usize, bool)>> = LazyLock::new(|| {
    let numbers = NUMBERS.split(' ').enumerate();
    let numbers = numbers.map(|(place, word)| (word, if place < ONES { 1 } else { 2 }, false));
    numbers.chain(ONE.map(|word| (word, 1, true))).chain(TWO.map(|word| (word, 2, true))).collect()
});
/// The letters of the longest word of a number.
const LONGEST_WORD: usize = 9;
/// Words for a message to a short code, and the digits that one has.
const TEXTING: [&str; 5] = ["text", "texts", "texting", "txt", "sms"];
const SHORT_CODE: std::ops::RangeInclusive<usize> = 5..=8;
/// What stands between whole groups of a number. Between fewer than three digits it is of a time, a day or
/// an amount.
const SIGNS: [char; 4] = ['.', '/', ',', '_'];
const WHOLE_GROUP: usize = 3;

/// Whether a text holds a number to call or to text.
pub fn has_number(text: &str) -> bool {
    longest_run(text) >= DIGITS || can_be_rung(text)
}

/// Whether a number stands in a text that somebody could ring or text, among numbers of licences and
/// charities.
pub fn can_be_rung(text: &str) -> bool {
    let is_other = |letter: char| letter.is_numeric() && !letter.is_ascii_digit();
    let begins = |at: usize| !text[..at].ends_with(|before: char| before.is_ascii_digit());
    let mut begun = text.match_indices(|c: char| c.is_ascii_digit()).filter(|(at, _)| begins(*at));
    begun.any(|(at, _)| is_directory(&text[at..]) || is_dialled(&text[..at], &text[at..]))
        || is_said(text)
        || text.split(['.', '!', '?', ';']).any(has_short_code)
        || text.contains(is_other) && longest_run(text) >= DIGITS
}

/// `118 500`, but not `118-120 High Street`.
fn is_directory(run: &str) -> bool {
    let rest = run.strip_prefix("118");
    let rest = rest.map(|rest| rest.strip_prefix([' ', '\u{a0}']).unwrap_or(rest));
    rest.is_some_and(|rest| leading_digits(rest).len() == WHOLE_GROUP)
}

/// Whether a number of this country, or with the code of another, begins a text.
fn is_dialled(before: &str, text: &str) -> bool {
    let has_code = before.ends_with('+');
    let is_inland = text.starts_with('0') && !text.starts_with("000");
    let (mut count, mut rest) = (0, text);
    let mut has_year = false;
    let first = leading_digits(text).len();
    while has_code || is_inland || text.starts_with("44") {
        let group = leading_digits(rest);
        count += group.len();
        has_year |= group.len() == 4 && (group.starts_with("19") || group.starts_with("20"));
        // `01-11-2026 10:15`, `SC012345 (2026)`
        let is_dated = has_year && matches!(first, 2 | 6);
        if has_code && count >= DIGITS
            || is_inland && INLAND.contains(&count) && !is_dated
            || text.starts_with("44") && count == 12
        {
            return true;
        }
        let behind = after_signs(&rest[group.len()..]);
        let between = &rest[group.len()..rest.len() - behind.len()];
        let next = leading_digits(behind).len();
        if next == 0 || between.contains(SIGNS) && group.len().min(next) < WHOLE_GROUP {
            return false;
        }
        rest = behind;
    }
    false
}

/// What stands behind signs, or behind the name of a town in brackets: `01632 (Dundee) 960199`.
fn after_signs(text: &str) -> &str {
    let is_sign = |letter: char| is_between(letter) || SIGNS.contains(&letter);
    let behind = text.trim_start_matches(is_sign);
    let town = behind.split_once(')').filter(|(name, _)| name.chars().all(char::is_alphabetic));
    town.map_or(behind, |(_, rest)| rest.trim_start_matches(is_sign))
}

fn leading_digits(text: &str) -> &str {
    &text[..text.bytes().take_while(u8::is_ascii_digit).count()]
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

/// Whether a number is said in words, or in words and digits: some word that only numbers to call have, or
/// digits, stand in it. "Twenty twenty five to twenty twenty six" has none.
fn is_said(text: &str) -> bool {
    let (mut count, mut has_word, mut is_to_call) = (0, false, false);
    let (mut rest, mut before) = (text, ' ');
    while let Some(first) = rest.chars().next() {
        let is_word = first.is_alphabetic();
        let is_same = |letter: char| {
            letter.is_alphabetic() == is_word && letter.is_numeric() == first.is_numeric()
        };
        let end = rest.find(|letter| !is_same(letter)).unwrap_or(rest.len());
        let (piece, behind) = rest.split_at(end);
        let touches = before.is_numeric() || behind.starts_with(char::is_numeric);
        let (digits, is_of_calls) = match first {
            _ if is_word => digits_of(piece, touches),
            _ if first.is_numeric() => (piece.chars().count(), true),
            _ => (0, false),
        };
        if digits > 0 {
            count += digits;
            has_word |= is_word;
            is_to_call |= is_of_calls;
        } else if !piece.chars().all(is_between) {
            (count, has_word, is_to_call) = (0, false, false);
        }
        if has_word && is_to_call && count >= DIGITS_AND_WORDS {
            return true;
        }
        before = if first.is_numeric() { first } else { ' ' };
        rest = behind;
    }
    false
}

/// For how many digits a word stands, and whether it hardly stands in what is no number to call.
fn digits_of(word: &str, touches_digits: bool) -> (usize, bool) {
    if word.len() > LONGEST_WORD {
        return (0, false);
    }
    // Letters that look like digits.
    let is_like = |letter: u8| match letter {
        b'o' | b'O' => true,
        b'i' | b'I' | b'l' => touches_digits,
        _ => false,
    };
    if word.bytes().all(is_like) {
        return (word.len(), true);
    }
    let known = WORDS.iter().find(|(known, ..)| known.eq_ignore_ascii_case(word));
    known.map_or((0, false), |(_, digits, is_of_calls)| (*digits, *is_of_calls))
}

/// `Text HELP to 80010`.
fn has_short_code(sentence: &str) -> bool {
    let words = sentence.split(|letter: char| !letter.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    let is_texting = |word: &str| TEXTING.iter().any(|known| known.eq_ignore_ascii_case(word));
    let leads = |word: &str| word.eq_ignore_ascii_case("to") || is_texting(word);
    let is_code = |word: &str| {
        SHORT_CODE.contains(&word.chars().count()) && word.chars().all(char::is_numeric)
    };
    words.clone().any(is_texting)
        && words.clone().zip(words.skip(1)).any(|(before, word)| leads(before) && is_code(word))
}
