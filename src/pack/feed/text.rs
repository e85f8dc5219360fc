//! Text of feeds: without HTML, without labels, short enough.

/// Names of letters in HTML that feeds have.
const NAMED: [(&str, &str); 8] = [
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", " "),
    ("rsquo", "’"),
    ("pound", "£"),
];

/// The fewest digits that a number to call has among other text.
pub(super) const FEWEST_DIGITS: usize = 6;

/// Without tags, and with letters in the place of their names.
pub(super) fn plain(text: &str) -> String {
    let mut said = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(place) = rest.find(['<', '&']) {
        said.push_str(&rest[..place]);
        rest = &rest[place..];
        let (letters, behind) = tag(rest).or_else(|| named(rest)).unwrap_or_else(|| {
            let first = &rest[..1];
            (first.to_owned(), &rest[1..])
        });
        said.push_str(&letters);
        rest = behind;
    }
    said.push_str(rest);
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A tag, as the space that it leaves. `3 < 5` has none.
fn tag(text: &str) -> Option<(String, &str)> {
    let inside = text.strip_prefix('<')?;
    let is_tag = inside.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
    let (_, behind) = inside.split_once('>').filter(|_| is_tag)?;
    Some((" ".to_owned(), behind))
}

fn named(text: &str) -> Option<(String, &str)> {
    let (name, behind) = text.strip_prefix('&')?.split_once(';')?;
    if let Some((_, letters)) = NAMED.iter().find(|(known, _)| *known == name) {
        return Some(((*letters).to_owned(), behind));
    }
    let number = name.strip_prefix('#')?;
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => number.parse(),
    };
    Some((char::from_u32(code.ok()?)?.to_string(), behind))
}

/// The one number in a text with labels; the text, where there is none or more than one.
pub(super) fn number_in(text: &str) -> String {
    let is_part = |letter: char| letter.is_ascii_digit() || " +-()".contains(letter);
    let runs = text.split(|letter| !is_part(letter)).map(str::trim);
    let digits = |run: &str| run.bytes().filter(u8::is_ascii_digit).count();
    let mut runs = runs.filter(|run| digits(run) >= FEWEST_DIGITS);
    match (runs.next(), runs.next()) {
        (Some(run), None) => run.trim_matches([' ', '-']).trim_end_matches('(').trim().to_owned(),
        _ => text.to_owned(),
    }
}

/// A text up to the end of a sentence that fits, or of a word; and how long it was, if it is cut.
pub(super) fn shortened(text: &str, most: usize) -> (String, Option<usize>) {
    let letters = text.chars().count();
    if letters <= most {
        return (text.to_owned(), None);
    }
    let end = text.char_indices().nth(most - 1).map_or(text.len(), |(place, _)| place);
    let head = &text[..end];
    let kept = match head.rfind(". ") {
        Some(place) => head[..=place].to_owned(),
        None => format!("{}…", head.rsplit_once(' ').map_or(head, |(words, _)| words)),
    };
    (kept, Some(letters))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_becomes_plain_text() {
        assert_eq!(
            plain("<p>Tea &amp; soup<br/>at&nbsp;3 &#39;til 5</p>"),
            "Tea & soup at 3 'til 5"
        );
        assert_eq!(plain("3 < 5 & more &unknown; <"), "3 < 5 & more &unknown; <");
    }

    #[test]
    fn a_number_is_found_among_its_labels() {
        assert_eq!(number_in("\"+44 1632 960001\""), "+44 1632 960001");
        assert_eq!(number_in("Tel: 01632 960001 (office)"), "01632 960001");
        assert_eq!(number_in("01632 960001 / 01632 960002"), "01632 960001 / 01632 960002");
    }

    #[test]
    fn a_long_text_ends_with_a_sentence_or_a_word() {
        assert_eq!(shortened("One. Two. Three.", 10), ("One.".to_owned(), Some(16)));
        assert_eq!(shortened("one two three", 9), ("one two…".to_owned(), Some(13)));
        assert_eq!(shortened("short", 9), ("short".to_owned(), None));
    }
}
