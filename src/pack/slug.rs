//! Ids made of names.

use unicode_normalization::UnicodeNormalization;

/// The longest id, in letters.
const LONGEST: usize = 48;

/// A name in small letters, digits and hyphens: `Café No. 3` is `cafe-no-3`. A name with none of
/// them is `service`.
pub fn slug(name: &str) -> String {
    let letters = name.nfkd().flat_map(char::to_lowercase).filter(char::is_ascii);
    let mut slug = String::new();
    for letter in letters {
        if letter.is_ascii_alphanumeric() && slug.len() < LONGEST {
            slug.push(letter);
        } else if !slug.is_empty() && !slug.ends_with('-') && slug.len() < LONGEST {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "service".to_owned() } else { slug.to_owned() }
}
