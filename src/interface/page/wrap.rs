//! Where a line ends: counted in cells of the terminal, between words, never inside one that fits.

use textwrap::{Options, WordSplitter};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The lines of a text; the first begins with one indent, the others with another.
pub fn wrap(text: &str, columns: usize, [first, others]: [&str; 2]) -> Vec<String> {
    let options = Options::new(columns.max(1))
        .initial_indent(first)
        .subsequent_indent(others)
        .word_splitter(WordSplitter::NoHyphenation);
    textwrap::wrap(text, options).into_iter().map(std::borrow::Cow::into_owned).collect()
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
    fn a_terminal_breaks_where_the_next_cell_is_missing() {
        for (text, columns, rows) in [("", 5, 1), ("12345", 5, 1), ("123456", 5, 2), ("中文", 3, 2)]
        {
            assert_eq!(height(text, columns), rows, "{text} at {columns}");
        }
    }
}
