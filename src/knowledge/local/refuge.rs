//! A place where people hide must not be found by reading a list.

use super::raw::Service;

/// Beginnings of words that speak of people who hide. To ask once too often costs a "no".
const SIGNS: [&str; 54] = [
    "refuge",
    "shelter",
    "safe house",
    "safehouse",
    "safe home",
    "safe accom",
    "safe place",
    "safe bed",
    "safe room",
    "safe space",
    "safe flat",
    "sanctuary",
    "women s aid",
    "womens aid",
    "women s house",
    "women only",
    "women who",
    "women and their children",
    "women and children",
    "domestic",
    "abus",
    "violen",
    "traffick",
    "exploit",
    "survivor",
    "forced marriage",
    "forced into",
    "honour",
    "slavery",
    "victim",
    "confidential",
    "secret",
    "hidden",
    "hide",
    "hiding",
    "hostel",
    "bed for",
    "bed tonight",
    "beds",
    "bedroom",
    "sleep",
    "overnight",
    "stay the night",
    "place to stay",
    "somewhere to stay",
    "place to live",
    "accommodation",
    "lodging",
    "supported hous",
    "half way house",
    "halfway house",
    "flee",
    "fled",
    "had to leave",
];
/// Words of streets, and short forms that mean one behind a number alone.
const STREETS: [&str; 10] = [
    "Street", "Road", "Avenue", "Lane", "Terrace", "Crescent", "Drive", "Gardens", "Square", "Wynd",
];
const SHORT_STREETS: [&str; 3] = ["St", "Rd", "Ave"];

/// Whether people may hide there.
pub fn looks_like_refuge(service: &Service) -> bool {
    let text = [&service.name, &service.what_it_does, &service.who_for, &service.words_people_use];
    let text = text.map(String::as_str).join(" ").to_lowercase();
    let words: String = text.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let words = format!(" {}", words.split_whitespace().collect::<Vec<_>>().join(" "));
    SIGNS.iter().any(|sign| words.contains(&format!(" {sign}")))
}

/// Whether a text says where a place is: a postcode, or a street with its name or number.
pub fn says_where(text: &str) -> bool {
    has_postcode(text) || has_street(text)
}

/// `12 Hill Street`, `Hill Street`; not "a street" nor "2 women in one Place".
fn has_street(text: &str) -> bool {
    let words: Vec<&str> = text
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let is_name = |word: &&str| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    words.windows(2).any(|two| STREETS.contains(&two[1]) && is_name(&two[0]))
        || words.windows(3).any(|three| {
            let street = STREETS
                .iter()
                .chain(&SHORT_STREETS)
                .any(|street| street.eq_ignore_ascii_case(three[2]));
            street && three[0].starts_with(|c: char| c.is_ascii_digit())
        })
}

/// Whether a text has a postcode of the United Kingdom, with or without its space.
pub(super) fn has_postcode(text: &str) -> bool {
    let letters: Vec<char> = text.to_uppercase().chars().collect();
    (0..letters.len()).any(|start| {
        let begins = start == 0 || !letters[start - 1].is_alphanumeric();
        begins && postcode_at(&letters[start..])
    })
}

/// One or two letters, a digit, perhaps a digit or letter; then a digit and two letters.
fn postcode_at(letters: &[char]) -> bool {
    let area = letters.iter().take_while(|letter| letter.is_ascii_uppercase()).count();
    let inward = |from: usize| {
        let from =
            from + letters[from.min(letters.len())..].iter().take_while(|c| **c == ' ').count();
        let Some([digit, one, two]) = letters.get(from..from + 3) else { return false };
        let ends = letters.get(from + 3).is_none_or(|letter| !letter.is_alphanumeric());
        digit.is_ascii_digit() && one.is_ascii_uppercase() && two.is_ascii_uppercase() && ends
    };
    let has_digit = letters.get(area).is_some_and(char::is_ascii_digit);
    let has_more = letters.get(area + 1).is_some_and(char::is_ascii_alphanumeric);
    (1..=2).contains(&area) && has_digit && (inward(area + 1) || has_more && inward(area + 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_postcode_is_seen_however_it_is_written() {
        for text in ["at DD1 4QB", "DD14QB", "g2 1aa, top bell", "EC1A 1BB", "M1 1AE"] {
            assert!(has_postcode(text), "{text}");
        }
        for text in ["at 12 hill street", "Meet in Hill Street", "4a Mill Rd."] {
            assert!(says_where(text), "{text}");
        }
        for text in [
            "people from the street",
            "2 women in one place",
            "A bed in St Andrews",
            "The Safe Place",
        ] {
            assert!(!says_where(text), "{text}");
        }
        for text in ["", "DD1", "room B12", "24 hours", "Bus 12 or 4A", "A1 road", "é"] {
            assert!(!has_postcode(text), "{text}");
        }
    }
}
