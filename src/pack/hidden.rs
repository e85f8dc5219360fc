//! The address of a place where people hide: taken out of a row, and looked for in its other cells.

use super::quarter;
use crate::knowledge::local::{SHORT_STREETS, Service, Slip};

/// Words that stand in many addresses, and so tell nobody a place.
const ORDINARY: [&str; 62] = [
    "street", "road", "avenue", "lane", "terrace", "crescent", "drive", "gardens", "square",
    "wynd", "place", "court", "close", "way", "row", "gate", "flat", "flats", "floor", "room",
    "rooms", "house", "building", "block", "unit", "suite", "door", "top", "first", "second",
    "third", "ground", "upper", "lower", "left", "right", "north", "south", "east", "west", "high",
    "main", "the", "and", "for", "box", "care", "near", "behind", "above", "opposite", "next",
    "scotland", "centre", "hall", "health", "hospital", "library", "school", "city", "town",
    "ring",
];
/// Columns that never hold words of a place.
const OTHER: [&str; 3] = ["private_address", "checked_on", "checked_how"];
/// Shorter parts of an address are words that stand in many places, and shorter words tell nothing.
const SHORTEST_PART: usize = 5;
const SHORTEST_WORD: usize = 3;
/// A word of so many letters is known inside the address of a page.
const LONG_WORD: usize = 4;

/// Takes address and postcode away; says in which cells they still stand.
pub(super) fn hide(service: &mut Service, found: &mut Vec<Slip>) {
    let address = std::mem::take(&mut service.address);
    let postcode = bare(&std::mem::take(&mut service.postcode));
    let told = quarter::told(&address, &service.area);
    let parts: Vec<String> = parts(&address).filter(|part| !is_within(part, &told)).collect();
    let pieces = words(&address);
    let pieces: Vec<&str> =
        pieces.split(' ').filter(|word| tells(word) && !is_within(word, &told)).collect();
    let stands = |column: &str, text: &str| -> Option<String> {
        let words = words(text);
        let letters = bare(&words);
        let is_web = matches!(column, "website" | "email");
        let is_there = |piece: &&&str| {
            let is_word = |word: &str| word.strip_suffix('s').unwrap_or(word) == **piece;
            is_within(piece, &words)
                || words.split(' ').any(is_word)
                || is_web && piece.chars().count() >= LONG_WORD && letters.contains(**piece)
        };
        let part = parts.iter().find(|part| letters.contains(&bare(part)));
        let piece = pieces.iter().find(is_there).map(|piece| (*piece).to_owned());
        let postcode = Some(&postcode).filter(|code| !code.is_empty() && letters.contains(*code));
        part.cloned().or(piece).or_else(|| postcode.cloned())
    };
    let cells = service.cells().filter(|(column, ..)| !OTHER.contains(column));
    found.extend(cells.filter_map(|(column, text, _)| {
        let piece = stands(column, text)?;
        let fault =
            format!("the address is private, and stands here too (\"{piece}\"): take it out");
        Some(Slip { column, fault })
    }));
}

/// The parts of an address between its commas, each with its number and without.
fn parts(address: &str) -> impl Iterator<Item = String> {
    address
        .split([',', ';'])
        .map(words)
        .flat_map(|part| {
            let without =
                part.split(' ').skip_while(|word| word.starts_with(|c: char| c.is_ascii_digit()));
            let without = without.collect::<Vec<_>>().join(" ");
            [part, without]
        })
        .filter(|part| part.chars().count() >= SHORTEST_PART && !ORDINARY.contains(&part.as_str()))
}

/// Whether a place could be found by this word of its address.
fn tells(word: &str) -> bool {
    let is_number = word.starts_with(|first: char| first.is_ascii_digit());
    word.chars().count() >= SHORTEST_WORD && !is_number && !ORDINARY.contains(&word)
}

/// Whether these words stand in others, whole and in their order.
pub(super) fn is_within(part: &str, words: &str) -> bool {
    format!(" {words} ").contains(&format!(" {part} "))
}

/// Words in small letters with single spaces between; short forms of streets are written out.
pub(super) fn words(text: &str) -> String {
    let text = text.to_lowercase();
    let words =
        text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let long = |word| {
        SHORT_STREETS.iter().find(|(short, _)| *short == word).map_or(word, |(_, long)| *long)
    };
    words.map(long).collect::<Vec<_>>().join(" ")
}

/// Letters and digits alone, as `dd14qb`.
fn bare(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
