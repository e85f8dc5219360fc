//! Names and numbers that could be taken for those of airt itself.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::knowledge::Knowledge;
use crate::knowledge::languages::Script;

/// Not even as a part of a longer number.
const EMERGENCY: &str = "999";

/// Numbers of the emergency services, here and in other countries, and those of airt: no service
/// has one in its name.
const SHORT_NUMBERS: [&str; 6] = [EMERGENCY, "112", "101", "911", "116000", "18000"];

/// The same, said in words.
const SPOKEN_NUMBERS: [&str; 6] =
    ["nineninenine", "triplenine", "treblenine", "onezeroone", "oneohone", "oneonetwo"];

/// What a name says that pretends to be those whom 999 sends, or the helpline that airt names.
const EMERGENCY_SERVICES: [&str; 2] = ["emergencyservice", "ambulance"];
const HELPLINES: [&str; 3] = ["slaveryhelpline", "traffickinghelpline", "unseenhelpline"];

/// What airt alone says of a list.
const OWN_SENTENCES: [&str; 4] =
    ["signedwithakey", "nobodysigned", "thislisthasasignature", "thiscomputertrusts"];

/// Words that make no name another one.
const EMPTY_WORDS: [&str; 5] = ["the", "service", "services", "of", "and"];

/// So many slips from the number of the helpline a number is too near to it.
const NEAR: usize = 2;

/// Of so many letters one slip still leaves the same name to a reader in a hurry.
const LETTERS_A_SLIP: usize = 6;

/// What airt has of its own: each page's title and name, letters only.
#[derive(Debug)]
pub struct Own {
    names: Vec<Letters>,
    /// Names of one word in capitals, such as `TARA`: no other name has that word.
    capitals: Vec<String>,
    helpline: Letters,
}

/// A text with how often it has each letter; letters far apart may be counted together.
#[derive(Debug)]
struct Letters {
    text: String,
    length: usize,
    counts: [u8; 64],
}

impl Letters {
    fn of(text: String) -> Self {
        let mut counts = [0_u8; 64];
        for letter in text.chars() {
            let count = &mut counts[letter as usize % 64];
            *count = count.saturating_add(1);
        }
        Self { length: text.chars().count(), text, counts }
    }

    /// Whether two texts are so few slips apart. The letters alone, in any order, cost far less to
    /// compare: a slip changes the counts of two at most.
    fn is_near(&self, other: &Self, slips: usize) -> bool {
        let counts = self.counts.iter().zip(&other.counts);
        let apart: u16 = counts.map(|(one, other)| u16::from(one.abs_diff(*other))).sum();
        self.length.abs_diff(other.length) <= slips
            && usize::from(apart) <= slips * 2
            && strsim::osa_distance(&self.text, &other.text) <= slips
    }

    /// Whether the other text stands in this one; most have not even its letters.
    fn holds(&self, other: &Self) -> bool {
        let mut counts = self.counts.iter().zip(&other.counts);
        self.length >= other.length
            && counts.all(|(own, other)| own >= other)
            && self.text.contains(&other.text)
    }
}

impl Own {
    pub fn of(knowledge: &Knowledge) -> Self {
        let entries = knowledge.entries().iter();
        let names = entries.flat_map(|entry| [entry.title.as_str(), entry.name()]);
        // "TARA, for women" is known as TARA.
        let names = names.flat_map(|name| [name, name.split(',').next().unwrap_or_default()]);
        let is_capital = |name: &&str| name.len() > 1 && name.chars().all(char::is_uppercase);
        let capitals = names.clone().filter(is_capital).map(str::to_owned).collect();
        let mut names: Vec<String> = names.map(bare).filter(|name| !name.is_empty()).collect();
        names.sort_unstable();
        names.dedup();
        let helpline = Letters::of(knowledge.always().helpline.number.digits());
        Self { names: names.into_iter().map(Letters::of).collect(), capitals, helpline }
    }

    /// # Errors
    /// What the name could be taken for, and what to do.
    pub fn check_name(&self, name: &str) -> Result<(), String> {
        check_emergency(name)?;
        let bare = Letters::of(self::bare(name));
        let like = |own: &&Letters| {
            let slips = own.length / LETTERS_A_SLIP;
            bare.text == own.text || slips > 1 && (bare.holds(own) || bare.is_near(own, slips))
        };
        let says = skeleton(name).replace("hotline", "helpline");
        let is_helpline =
            bare.text == "helpline" || HELPLINES.iter().any(|helpline| says.contains(helpline));
        let mut words = name.split(|sign: char| !sign.is_alphanumeric());
        let has_capitals = words.any(|word| self.capitals.iter().any(|own| own == word));
        if is_helpline || has_capitals || self.names.iter().any(|own| like(&own)) {
            return Err("airt has a page of this name: give it a name of its own".to_owned());
        }
        Ok(())
    }

    /// # Errors
    /// What the number could be taken for, and what to do. Takes digits only.
    pub fn check_number(&self, digits: &str) -> Result<(), String> {
        if digits == self.helpline.text {
            return Err("airt shows the helpline itself: leave the row out".to_owned());
        }
        if Letters::of(digits.to_owned()).is_near(&self.helpline, NEAR) {
            return Err("this is nearly the number of the helpline: check it digit by digit, and leave the row out".to_owned());
        }
        Ok(())
    }
}

/// # Errors
/// Where a name could be taken for 999, 101 or the police, and what to do.
pub(super) fn check_emergency(name: &str) -> Result<(), String> {
    if let Some(word) = name.split_whitespace().find(|word| mixes_scripts(word)) {
        return Err(format!("\"{word}\" mixes letters of two scripts: type it again"));
    }
    let bare = skeleton(name);
    let runs: Vec<&str> = bare.split(|letter: char| !letter.is_ascii_digit()).collect();
    let alike: String = name.split_whitespace().map(as_digits).collect();
    let is_short = |number: &&&str| {
        let is_999 =
            **number == EMERGENCY && (bare.contains(EMERGENCY) || alike.contains(EMERGENCY));
        is_999 || runs.contains(*number) || alike == **number
    };
    if let Some(number) = SHORT_NUMBERS.iter().find(is_short) {
        return Err(format!("a name must not have {number} in it: take it out"));
    }
    if SPOKEN_NUMBERS.iter().any(|number| bare.contains(number)) {
        return Err("a name must not say an emergency number: take it out".to_owned());
    }
    if name.split(|sign: char| !sign.is_alphanumeric()).any(says_police) {
        return Err(
            "people would take it for the police, whom airt shows itself: say who else they are"
                .to_owned(),
        );
    }
    if EMERGENCY_SERVICES.iter().any(|service| bare.contains(service)) {
        return Err(
            "people would take it for those whom 999 sends: say who else they are".to_owned()
        );
    }
    Ok(())
}

/// What to do about a text that speaks as airt does of a list.
pub(super) fn speaks_as_airt(text: &str) -> Option<&'static str> {
    let says = skeleton(text);
    let is_own = OWN_SENTENCES.iter().any(|sentence| says.contains(sentence));
    is_own.then_some("only airt says who signed a list: take those words out")
}

/// A name without the words that every name may have.
fn bare(name: &str) -> String {
    let is_telling =
        |word: &&str| !EMPTY_WORDS.iter().any(|empty| word.eq_ignore_ascii_case(empty));
    skeleton(&name.split_whitespace().filter(is_telling).collect::<String>())
}

/// The letters and digits of a text, without case, marks, width and spaces.
fn skeleton(text: &str) -> String {
    let parts = text.nfkd().filter(|part| !is_combining_mark(*part));
    parts.flat_map(char::to_lowercase).filter(|part| part.is_alphanumeric()).collect()
}

/// Whether a word says police, with a slip or with digits that look like letters.
fn says_police(word: &str) -> bool {
    let word = skeleton(word).replace('0', "o").replace('1', "l");
    let is_near = word.chars().count() > 4 && strsim::osa_distance(&word, "police") < 2;
    is_near && word != "policy" || word == "polis"
}

/// A word of digits and the letters that look like them, as digits; nothing for any other word.
fn as_digits(word: &str) -> String {
    let digit = |letter: char| match letter {
        'o' => Some('0'),
        'i' | 'l' => Some('1'),
        'g' | 'q' => Some('9'),
        digit => digit.is_ascii_digit().then_some(digit),
    };
    skeleton(word).chars().map(digit).collect::<Option<String>>().unwrap_or_default()
}

/// Whether a word has Latin letters beside Greek or Cyrillic ones, which look like them.
fn mixes_scripts(word: &str) -> bool {
    let is_like_latin = |letter: char| {
        Script::Cyrl.has(letter)
            || matches!(letter, '\u{370}'..='\u{3ff}' | '\u{13a0}'..='\u{13ff}')
    };
    word.chars().any(is_like_latin) && word.chars().any(|letter| Script::Latn.has(letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own() -> Own {
        Own::of(&Knowledge::embedded().unwrap())
    }

    #[test]
    fn names_that_could_be_taken_for_those_of_airt_are_refused() {
        for name in [
            "Modern Slavery Helpline",
            "MODERN  SLAVERY HELP-LINE",
            "Modern Slavery Helpllne",
            "Glasgow Modern Slavery Helpline",
            "M\u{43e}dern Slavery Helpline",
            "999",
            "Call 9 9 9 here",
            "９９９ help",
            "Emergency 1O1",
            "Nine nine nine",
            "TARA",
            "Childline",
            "The T\u{c1}RA Service",
            "Migrant Help",
            "Dundee Police",
            "P0lice Scotland",
            "Danger: help, poliice",
            "Emergency Services Dundee",
            "Ambulance Dundee",
            "Triple Nine",
            "Modern Slavery Hotline Scotland",
            "Slavery Helpline Scotland",
            "The Helpline",
            "TARA Dundee",
            "Unseen Helpline",
        ] {
            assert!(own().check_name(name).is_err(), "{name}");
        }
    }

    #[test]
    fn ordinary_names_are_taken() {
        for name in [
            "Harbour Kitchen",
            "NHS 24 on 111",
            "Tayside Law Centre",
            "English classes, room 12",
            "Hall 1012",
            "Пункт помощи Dundee",
            "Migrant doctors of Dundee",
            "Helping hands",
            "Polish welcome",
            "Policy desk",
            "Dundee Advice Helpline",
            "Food bank",
            "Emergency food",
            "Tara's Kitchen",
            "Tara Dance School",
            "Advice for people in modern slavery",
        ] {
            assert_eq!(own().check_name(name), Ok(()), "{name}");
        }
    }

    #[test]
    fn a_number_near_to_that_of_the_helpline_is_refused() {
        for number in ["08000121700", "08000121701", "08000121070", "0800121700", "08080121700"] {
            assert!(own().check_number(number).is_err(), "{number}");
        }
        for number in ["01412767724", "08081570000", "08001111", "116123"] {
            assert_eq!(own().check_number(number), Ok(()), "{number}");
        }
    }
}
