//! Text of feeds: without HTML, without labels, short enough.

/// Names of letters in HTML that feeds have.
const NAMED: [(&str, &str); 16] = [
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", " "),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("ndash", "–"),
    ("mdash", "—"),
    ("hellip", "…"),
    ("bull", "•"),
    ("eacute", "é"),
    ("pound", "£"),
];

/// The fewest digits that a number to call has among other text.
const FEWEST_DIGITS: usize = 6;

/// Without tags, and with letters in the place of their names. Feeds have HTML within HTML.
pub(super) fn plain(text: &str) -> String {
    once_plain(&once_plain(text))
}

fn once_plain(text: &str) -> String {
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

/// A tag, as the space that it leaves, with what is not for reading. `3 < 5` has none.
fn tag(text: &str) -> Option<(String, &str)> {
    let inside = text.strip_prefix('<')?;
    let is_tag = inside.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
    let unread = ["script", "style"].into_iter().find(|name| inside.starts_with(name));
    let end = unread.and_then(|name| inside.find(&format!("</{name}"))).unwrap_or_default();
    let (_, behind) = inside[end..].split_once('>').filter(|_| is_tag)?;
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
    let mut runs = runs.filter(|run| digits(run) >= FEWEST_DIGITS);
    match (runs.next(), runs.next()) {
        (Some(run), None) => without_open(run).trim_matches([' ', '-']).to_owned(),
        _ => text.to_owned(),
    }
}

/// What stands before a bracket behind a number that does not close, as of `(24 hours)`. The number may
/// stand in one itself.
fn without_open(run: &str) -> &str {
    let open = run.rfind('(').filter(|open| run.rfind(')').is_none_or(|close| close < *open));
    let open = open.filter(|open| digits(&run[..*open]) >= FEWEST_DIGITS);
    open.map_or(run, |open| &run[..open])
}

/// A number without its extension, and the extension: `ext 4`, `x4`, `extension: 4`.
pub(super) fn extension(text: &str) -> (&str, &str) {
    let mut places = text.match_indices(['e', 'E', 'x', 'X']).map(|(place, _)| place);
    let split = places.find_map(|place| {
        let (number, rest) = text.split_at(place);
        let word = rest.split(|letter: char| !letter.is_ascii_alphabetic()).next()?;
        let is_sign = ["ext", "extn", "extension", "x"].contains(&word.to_lowercase().as_str());
        let is_behind = digits(number) >= FEWEST_DIGITS && !number.ends_with(char::is_alphabetic);
        let more = rest[word.len()..].trim_matches([' ', '.', ':', ')', '#']);
        (is_sign && is_behind && digits(more) == more.len()).then_some((number, more))
    });
    split.map_or((text, ""), |(number, more)| (number.trim_end_matches([' ', ',', '(']), more))
}

fn digits(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
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
        assert_eq!(plain("&lt;p&gt;Tea&amp;nbsp;for all&lt;/p&gt;"), "Tea for all");
        assert_eq!(plain("a<style>p { margin: 0 }</style>b<script>c()</script>"), "a b");
        assert_eq!(plain("3 < 5 & more &unknown; <"), "3 < 5 & more &unknown; <");
    }

    #[test]
    fn a_number_is_found_among_its_labels() {
        assert_eq!(number_in("\"+44 1632 960001\""), "+44 1632 960001");
        assert_eq!(number_in("Tel: 01632 960001 (office)"), "01632 960001");
        assert_eq!(number_in("(0141) 496-0001 (24 hours)"), "(0141) 496-0001");
        assert_eq!(number_in("01632 960001 / 01632 960002"), "01632 960001 / 01632 960002");
    }

    #[test]
    fn an_extension_is_told_apart() {
        for (text, parts) in [
            ("01632 960001 ext 4", ("01632 960001", "4")),
            ("01632 960001 (Ext. 204)", ("01632 960001", "204")),
            ("01632960001x1234567", ("01632960001", "1234567")),
            ("01632 960001, extension: 12", ("01632 960001", "12")),
            ("Text 01632 960001", ("Text 01632 960001", "")),
            ("01632 960001 text only", ("01632 960001 text only", "")),
        ] {
            assert_eq!(extension(text), parts);
        }
    }

    #[test]
    fn a_long_text_ends_with_a_sentence_or_a_word() {
        assert_eq!(shortened("One. Two. Three.", 10), ("One.".to_owned(), Some(16)));
        assert_eq!(shortened("one two three", 9), ("one two…".to_owned(), Some(13)));
        assert_eq!(shortened("short", 9), ("short".to_owned(), None));
    }
}
