//! Words: where one ends and the next begins, in any script.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

/// One word of a folded text.
#[derive(Debug, PartialEq, Eq)]
pub struct Word {
    /// The letters, without apostrophes, full stops or a final 's.
    pub text: String,
    /// The bytes of the folded text it stands on.
    pub range: Range<usize>,
}

/// The words of `folded`, in order.
///
/// Scripts written without spaces give overlapping pairs of letters, since their words cannot be
/// told apart without a dictionary.
#[must_use]
pub fn words(folded: &str) -> Vec<Word> {
    let mut found = Vec::new();
    let mut run = 0..0;
    for (start, piece) in folded.split_word_bound_indices() {
        let range = start..start + piece.len();
        if piece.starts_with(is_unspaced) {
            run = if run.end == start { run.start..range.end } else { range };
            continue;
        }
        push_pairs(&mut found, folded, std::mem::take(&mut run));
        if piece.contains(char::is_alphanumeric) {
            found.push(Word { text: letters_of(piece), range });
        }
    }
    push_pairs(&mut found, folded, run);
    found
}

fn letters_of(piece: &str) -> String {
    let owner = piece.strip_suffix("'s").unwrap_or(piece);
    owner.replace(['\'', '.', ':', '_', '·'], "")
}

/// Pushes each pair of neighbours in a run of unspaced letters; a letter alone stands alone.
fn push_pairs(found: &mut Vec<Word>, folded: &str, run: Range<usize>) {
    let letters: Vec<Range<usize>> = folded[run.clone()]
        .char_indices()
        .map(|(start, letter)| run.start + start..run.start + start + letter.len_utf8())
        .collect();
    let mut push = |range: Range<usize>| {
        found.push(Word { text: folded[range.clone()].to_owned(), range });
    };
    match letters.as_slice() {
        [alone] => push(alone.clone()),
        several => several.windows(2).for_each(|pair| push(pair[0].start..pair[1].end)),
    }
}

/// Whether `letter` belongs to a script written without spaces between words.
fn is_unspaced(letter: char) -> bool {
    matches!(u32::from(letter),
        0x0e00..=0x0eff             // Thai, Lao
        | 0x1000..=0x109f           // Myanmar
        | 0x1780..=0x17ff           // Khmer
        | 0x3040..=0x30ff           // Hiragana, Katakana
        | 0x31f0..=0x31ff
        | 0x3400..=0x9fff           // Han
        | 0xf900..=0xfaff
        | 0x2_0000..=0x3_ffff)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::fold::fold;

    fn texts(text: &str) -> Vec<String> {
        words(fold(text).text()).into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn spaces_and_punctuation_part_words() {
        assert_eq!(texts("He's here, NOW!!! tv-link"), ["he", "here", "now", "tv", "link"]);
        assert_eq!(texts("don’t N.R.M. boss's"), ["dont", "nrm", "boss"]);
        assert_eq!(texts("0141 276 7724"), ["0141", "276", "7724"]);
        assert_eq!(texts(" \u{301} … 🙂"), Vec::<String>::new());
    }

    #[test]
    fn scripts_without_spaces_give_pairs() {
        assert_eq!(texts("我需要帮助"), ["我需", "需要", "要帮", "帮助"]);
        assert_eq!(texts("帮"), ["帮"]);
        assert_eq!(texts("call 警察 now"), ["call", "警察", "now"]);
    }

    #[test]
    fn scripts_with_spaces_give_words() {
        assert_eq!(texts("أحتاج مساعدة"), ["احتاج", "مساعده"]);
        assert_eq!(texts("Tôi cần giúp đỡ"), ["toi", "can", "giup", "do"]);
        assert_eq!(texts("እርዳታ፡እፈልጋለሁ"), ["እርዳታ", "እፈልጋለሁ"]);
        assert_eq!(texts("Мне нужна помощь"), ["мне", "нужна", "помощь"]);
    }
}
