//! The address of a place where people hide: taken out of a row, and looked for in its other cells.

use crate::knowledge::local::{Service, Slip};

/// Words by which a part of an address names a street.
const STREETS: [&str; 16] = [
    "street", "road", "avenue", "lane", "terrace", "crescent", "drive", "gardens", "square",
    "wynd", "place", "court", "close", "way", "row", "gate",
];
/// Short forms of them.
const SHORT: [(&str, &str); 7] = [
    ("st", "street"),
    ("rd", "road"),
    ("ave", "avenue"),
    ("ln", "lane"),
    ("terr", "terrace"),
    ("cres", "crescent"),
    ("sq", "square"),
];
/// Columns that never hold words of a place.
const OTHER: [&str; 3] = ["private_address", "checked_on", "checked_how"];
/// Shorter parts of an address are words that stand in many places.
const SHORTEST: usize = 5;

/// Takes address and postcode away; says in which cells they still stand.
pub(super) fn hide(service: &mut Service, found: &mut Vec<Slip>) {
    let address = std::mem::take(&mut service.address);
    let postcode = bare(&std::mem::take(&mut service.postcode));
    let parts: Vec<String> = telling(&address).collect();
    let says = |text: &str| {
        let words = format!(" {} ", words(text));
        let is_part = parts.iter().any(|part| words.contains(&format!(" {part} ")));
        is_part || !postcode.is_empty() && bare(text).contains(&postcode)
    };
    let cells = service.cells().filter(|(column, ..)| !OTHER.contains(column));
    found.extend(cells.filter(|(_, text, _)| says(text)).map(|(column, ..)| {
        let fault = "the address is private, and stands here too: take it out".to_owned();
        Slip { column, fault }
    }));
}

/// The parts of an address by which the place could be found: the first, and each street, with
/// its number and without. Towns are said in `area`, and may be.
fn telling(address: &str) -> impl Iterator<Item = String> {
    let parts = address.split([',', ';']).map(words).enumerate();
    parts
        .filter(|(place, part)| *place == 0 || is_street(part))
        .flat_map(|(_, part)| {
            let without =
                part.split(' ').skip_while(|word| word.starts_with(|c: char| c.is_ascii_digit()));
            let without = without.collect::<Vec<_>>().join(" ");
            [part, without]
        })
        .filter(|part| part.chars().count() >= SHORTEST && !STREETS.contains(&part.as_str()))
}

fn is_street(part: &str) -> bool {
    part.split(' ').any(|word| STREETS.contains(&word))
        || part.starts_with(|first: char| first.is_ascii_digit())
}

/// Words in small letters with single spaces between; short forms of streets are written out.
fn words(text: &str) -> String {
    let text = text.to_lowercase();
    let words =
        text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let long =
        |word| SHORT.iter().find(|(short, _)| *short == word).map_or(word, |(_, long)| *long);
    words.map(long).collect::<Vec<_>>().join(" ")
}

/// Letters and digits alone, as `dd14qb`.
fn bare(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
