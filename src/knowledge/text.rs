//! Text that is safe to put on any screen, and words whose numbers come from the facts.

use std::collections::BTreeMap;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The longest title, in terminal columns: it must fit beside a mark on an 80-column screen.
pub const TITLE_COLUMNS: usize = 60;

/// The longest text, in bytes: a paragraph beyond it is no plain English, and in no script.
const LONGEST_TEXT: usize = 2000;

/// Refuses text that could hide, reorder or break what stands beside it.
///
/// # Errors
/// Says what is wrong with the text and names the character.
pub fn check_text(text: &str) -> Result<(), String> {
    if text.trim() != text || text.is_empty() {
        return Err("a text is empty, or begins or ends with a space".to_owned());
    }
    if text.len() > LONGEST_TEXT {
        return Err(format!("write \"{}...\" in at most {LONGEST_TEXT} bytes", clip(text)));
    }
    // Nearly every text is printable ASCII, where nothing else can be wrong.
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return Ok(());
    }
    if let Some(bad) = text.chars().find(|&character| is_forbidden(character)) {
        return Err(format!("take out the character U+{:04X} in \"{}\"", bad as u32, clip(text)));
    }
    if !is_nfc(text) {
        return Err(format!("write \"{}\" in composed form (Unicode NFC)", clip(text)));
    }
    Ok(())
}

fn is_nfc(text: &str) -> bool {
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => true,
        IsNormalized::No => false,
        IsNormalized::Maybe => text.nfc().eq(text.chars()),
    }
}

/// Control characters, bidirectional overrides and isolates, invisible marks and emoji.
pub fn is_forbidden(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{00ad}' | '\u{034f}' | '\u{061c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}'
            | '\u{1f000}'..='\u{1faff}' | '\u{e0000}'..='\u{e01ef}')
}

fn clip(text: &str) -> String {
    text.chars().filter(|character| !is_forbidden(*character)).take(40).collect()
}

/// What the names in the words of one entry stand for: its own values and numbers first, then those
/// of others by `entry.name`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named<'a> {
    /// The entry's own.
    pub own: &'a BTreeMap<String, String>,
    /// Those of all entries.
    pub all: &'a BTreeMap<String, String>,
}

impl<'a> Named<'a> {
    /// Values with nothing beside them.
    pub(super) const fn only(own: &'a BTreeMap<String, String>) -> Self {
        Self { own, all: own }
    }

    fn get(self, name: &str) -> Option<&'a String> {
        self.own.get(name).or_else(|| self.all.get(name))
    }
}

/// Puts the facts into the words: `{name}` becomes the value of that name.
///
/// # Errors
/// A digit that stands in the words themselves (a translation could change it), a name nobody
/// gave, or a brace that is not closed.
pub(super) fn fill_checked(words: &str, values: Named) -> Result<String, String> {
    check_text(words)?;
    let mut filled = String::with_capacity(words.len() + 16);
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(without_digits(before)?);
        let (name, behind) = after
            .split_once('}')
            .ok_or_else(|| format!("close the brace in \"{}\"", clip(words)))?;
        let value = values
            .get(name)
            .ok_or_else(|| format!("no value is named {{{name}}}: add it to `values`"))?;
        filled.push_str(value);
        rest = behind;
    }
    filled.push_str(without_digits(rest)?);
    Ok(filled)
}

/// Puts values into a text that was checked: `fill("Call {number}.", &[("number", "999")])`. What
/// a value says is never filled again; a name nobody gave stays.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let named = after.split_once('}').and_then(|(name, behind)| {
            let (_, value) = values.iter().find(|(known, _)| *known == name)?;
            Some((value, behind))
        });
        let (value, behind) = named.map_or(("{", after), |(value, behind)| (*value, behind));
        filled.push_str(value);
        rest = behind;
    }
    filled.push_str(rest);
    filled
}

fn without_digits(words: &str) -> Result<&str, String> {
    let has_digit = if words.is_ascii() {
        words.bytes().any(|byte| byte.is_ascii_digit())
    } else {
        words.chars().any(char::is_numeric)
    };
    if has_digit {
        return Err(format!(
            "a digit stands in the words \"{}\": put the number in `values` or `phones` and write its {{name}}",
            clip(words)
        ));
    }
    Ok(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values() -> BTreeMap<String, String> {
        BTreeMap::from([("days".to_owned(), "90".to_owned())])
    }

    #[test]
    fn a_name_in_braces_becomes_its_value() {
        assert_eq!(
            fill_checked("Up to {days} days.", Named::only(&values())).as_deref(),
            Ok("Up to 90 days.")
        );
    }

    #[test]
    fn a_value_with_braces_is_not_filled_again() {
        let values = [("name", "{day}"), ("day", "Monday")];
        assert_eq!(fill("{name} on {day}, {gone} {", &values), "{day} on Monday, {gone} {");
    }

    #[test]
    fn digits_unknown_names_and_open_braces_are_refused() {
        for words in ["Up to 45 days", "{weeks} weeks", "Up to {days", "٩٠ days"] {
            assert!(fill_checked(words, Named::only(&values())).is_err(), "{words}");
        }
    }

    #[test]
    fn text_that_can_hide_or_reorder_is_refused() {
        for text in
            ["", " a", "a\u{7}", "a\u{202e}b", "a\u{2067}b", "e\u{301}", "a\u{200b}b", "\u{1f600}"]
        {
            assert!(check_text(text).is_err(), "{text:?}");
        }
        assert!(check_text("Tiếng Việt, العربية, ትግርኛ").is_ok());
    }
}
