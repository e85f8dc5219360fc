//! Folding: one spelling for every way of typing the same letters.
//!
//! Compatibility decomposition (NFKD), lower case, and no marks in the scripts where people
//! leave marks out. A map leads from every folded byte back to the letter it came from.

use std::ops::Range;

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Folded text and the way back to the text it was made from.
#[derive(Debug, Default)]
pub struct Folded {
    text: String,
    /// For each byte of `text`, the bytes of the original letter it came from.
    origins: Vec<(usize, usize)>,
}

impl Folded {
    /// The folded text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the original text that became `folded`, a range of bytes of [`Folded::text`].
    ///
    /// An empty range, or one outside the text, came from nothing.
    #[must_use]
    pub fn original(&self, folded: Range<usize>) -> Range<usize> {
        match self.origins.get(folded) {
            Some([(start, end)] | [(start, _), .., (_, end)]) => *start..*end,
            _ => 0..0,
        }
    }

    fn push(&mut self, letter: char, origin: (usize, usize)) {
        self.text.push(letter);
        self.origins.resize(self.text.len(), origin);
    }
}

/// Folds `original`.
#[must_use]
pub fn fold(original: &str) -> Folded {
    let mut folded = Folded::default();
    let mut drops_marks = true;
    for (start, letter) in original.char_indices() {
        let origin = (start, start + letter.len_utf8());
        if letter.is_ascii() {
            drops_marks = true;
            push_plain(&mut folded, letter.to_ascii_lowercase(), origin);
            continue;
        }
        for part in std::iter::once(letter).nfkd().flat_map(char::to_lowercase) {
            if is_combining_mark(part) {
                if !drops_marks {
                    folded.push(part, origin);
                }
            } else if !is_invisible(part) {
                drops_marks = is_written_without_marks(part);
                push_plain(&mut folded, part, origin);
            }
        }
    }
    folded
}

/// Pushes the plain letters for those that decomposition leaves whole.
fn push_plain(folded: &mut Folded, letter: char, origin: (usize, usize)) {
    let plain = match letter {
        'đ' | 'ð' => "d",
        'ł' => "l",
        'ø' => "o",
        'ı' => "i",
        'ħ' => "h",
        'ŧ' => "t",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ς' => "σ",
        'ى' | 'ی' => "ي",
        'ک' => "ك",
        'ة' => "ه",
        '\u{2018}' | '\u{2019}' | '\u{02bc}' | '`' => "'",
        _ => return folded.push(letter, origin),
    };
    for letter in plain.chars() {
        folded.push(letter, origin);
    }
}

/// Characters that draw nothing: soft hyphen, tatweel, joiners, direction marks, byte order mark.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{61c}' | '\u{640}' | '\u{feff}')
        || ('\u{200b}'..='\u{200f}').contains(&letter)
        || ('\u{202a}'..='\u{202e}').contains(&letter)
        || ('\u{2060}'..='\u{206f}').contains(&letter)
}

/// Whether `letter` is Latin, Greek, Cyrillic, Hebrew or Arabic (or plain ASCII): there people
/// leave the marks out when they type in a hurry. In other scripts a mark is part of the letter.
fn is_written_without_marks(letter: char) -> bool {
    let blocks: [Range<u32>; 12] = [
        0x0000..0x0530, // Latin, Greek, Cyrillic
        0x0590..0x0700, // Hebrew, Arabic
        0x0750..0x0780, // Arabic Supplement
        0x08a0..0x0900, // Arabic Extended-A
        0x1c80..0x1c90, // Cyrillic Extended-C
        0x1d00..0x2000, // Phonetic, Latin Extended Additional, Greek Extended
        0x2018..0x201a, // quotation marks that become ASCII's
        0x2c60..0x2c80, // Latin Extended-C
        0x2de0..0x2e00, // Cyrillic Extended-A
        0xa640..0xa6a0, // Cyrillic Extended-B
        0xa720..0xa800, // Latin Extended-D
        0xab30..0xab70, // Latin Extended-E
    ];
    blocks.iter().any(|block| block.contains(&u32::from(letter)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn folded(text: &str) -> String {
        fold(text).text().to_owned()
    }

    #[test]
    fn letters_lose_case_and_marks_where_people_leave_them_out() {
        assert_eq!(folded("Café ÉCOUTE"), "cafe ecoute");
        assert_eq!(folded("Đường phố"), "duong pho");
        assert_eq!(folded("Łódź"), "lodz");
        assert_eq!(folded("Ёлка Їжак"), "елка іжак");
        assert_eq!(folded("Άδης"), "αδησ");
        assert_eq!(folded("مُسَاعَدَة"), "مساعده");
        assert_eq!(folded("שָׁלוֹם"), "שלום");
    }

    #[test]
    fn a_mark_after_a_curly_quotation_mark_goes_as_after_a_straight_one() {
        assert_eq!(folded("\u{2018}\u{11347}"), "'");
        assert_eq!(folded("'\u{11347}"), "'");
    }

    #[test]
    fn marks_stay_where_they_are_part_of_the_letter() {
        assert_eq!(folded("हिंदी"), "हिंदी");
        assert_eq!(folded("ภาษาไทย").chars().count(), "ภาษาไทย".chars().count());
    }

    #[test]
    fn wide_letters_and_hidden_marks_are_plain() {
        assert_eq!(folded("ＴＡＲＡ"), "tara");
        assert_eq!(folded("\u{202e}ta\u{200b}ra\u{ad}"), "tara");
        assert_eq!(folded("\u{301}\u{302}\u{303}"), "");
    }

    #[test]
    fn the_way_back_leads_to_whole_letters() {
        let text = "été ß";
        let result = fold(text);
        assert_eq!(&text[result.original(0..3)], "été");
        assert_eq!(&text[result.original(4..5)], "ß");
        assert_eq!(result.original(3..3), 0..0);
        assert_eq!(result.original(0..99), 0..0);
    }

    proptest! {
        #[test]
        fn every_byte_leads_back_in_order(text in any::<String>()) {
            let result = fold(&text);
            let mut last = 0;
            for byte in 0..result.text().len() {
                let origin = result.original(byte..byte + 1);
                prop_assert!(text.get(origin.clone()).is_some_and(|letter| !letter.is_empty()));
                prop_assert!(origin.start >= last);
                last = origin.start;
            }
        }

        #[test]
        fn folding_twice_changes_nothing(text in any::<String>()) {
            let once = folded(&text);
            prop_assert_eq!(folded(&once), once);
        }
    }
}
