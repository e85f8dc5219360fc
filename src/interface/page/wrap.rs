//! Where a line ends: counted in cells of the terminal, between words, never inside one that fits.

use textwrap::{Options, WordSplitter};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Columns in which every telephone number has room on one line.
const ROOM_FOR_A_NUMBER: usize = 16;

/// Stands for the spaces in a number while lines are broken.
const UNBROKEN_SPACE: &str = "\u{a0}";

/// The lines of a text; the first begins with one indent, the others with another. A telephone
/// number is whole on its line, where it has room.
pub fn wrap(text: &str, columns: usize, [first, others]: [&str; 2]) -> Vec<String> {
    let options = Options::new(columns.max(1))
        .initial_indent(first)
        .subsequent_indent(others)
        .word_splitter(WordSplitter::NoHyphenation);
    let held = if columns < ROOM_FOR_A_NUMBER { text.to_owned() } else { hold(text) };
    let lines = textwrap::wrap(&held, options).into_iter();
    lines.map(|line| line.replace(UNBROKEN_SPACE, " ")).collect()
}

/// A text in which a space between two digits breaks no line.
fn hold(text: &str) -> String {
    let is_digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
    let mut held = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_inside = is_digit(held.chars().next_back()) && is_digit(letters.peek().copied());
        match letter {
            ' ' if is_inside => held.push_str(UNBROKEN_SPACE),
            letter => held.push(letter),
        }
    }
    held
}

/// How many rows a terminal needs for a text that nobody wrapped.
pub fn height(text: &str, columns: usize) -> usize {
    let (mut rows, mut used) = (1, 0);
    for width in text.graphemes(true).map(UnicodeWidthStr::width) {
        if used + width > columns && used > 0 {
            rows += 1;
            used = 0;
        }
        used += width;
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_telephone_number_is_whole_on_its_line() {
        let lines = wrap("at other times call 0141 212 8553.", 26, ["", ""]);
        assert_eq!(lines, ["at other times call", "0141 212 8553."]);
        assert_eq!(wrap("call 0141 212", 8, ["", ""]), ["call", "0141 212"]);
    }

    #[test]
    fn a_terminal_breaks_where_the_next_cell_is_missing() {
        for (text, columns, rows) in [("", 5, 1), ("12345", 5, 1), ("123456", 5, 2), ("中文", 3, 2)]
        {
            assert_eq!(height(text, columns), rows, "{text} at {columns}");
        }
    }
}
