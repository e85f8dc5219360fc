//! The quarter of a town in which people hide: `area` may name their town, and no smaller place.

use super::hidden::{is_within, words};
use crate::knowledge::local::{Service, Slip, is_of_a_door};

/// What stands behind a town in an address, beside what ends in "shire": counties, council areas, islands.
const BEHIND_A_TOWN: &str = "scotland uk gb kingdom britain angus fife lothian midlothian clackmannan moray argyll bute \
    caithness sutherland ross cromarty tayside highland highlands borders strathclyde orkney shetland galloway \
    inverclyde kinross valley hebrides isles islands siar lewis harris uist benbecula barra skye raasay mull iona \
    islay jura arran cumbrae tiree coll colonsay gigha lismore unst yell hoy sanday westray stronsay lochaber kintyre";
/// Words between those, or behind a town: "Perth and Kinross", "Isle of Lewis", "Dundee City".
const BETWEEN: &str = "and of isle city united great forth";
/// What stands in a part of an address that only leads to a door, beside its number.
const DOORS: &str = "top ground first second third floor upper lower left right unit";
/// A house without its street.
const HOUSES: &str = "house cottage lodge villa flats tower towers";

/// What to say of an area that is a part of the private address, and not its town.
pub(super) fn in_area(service: &Service) -> Option<Slip> {
    let (smaller, _) = split(&service.address);
    let area = service.areas().find(|area| smaller.contains(&words(area)))?;
    let fault = format!(
        "the address is private, and \"{area}\" is a part of it: write the whole town alone, or nothing"
    );
    Some(Slip { column: "area", fault })
}

/// What of an address may be said: its town, for `area` says it, and what stands behind that. "Mill Brae" of
/// "3 Mill Brae" and of "3, Mill Brae" is its street.
pub(super) fn told(address: &str, area: &str) -> String {
    let area = words(area);
    let (smaller, parts) = split(address);
    let mut before = smaller.last().is_some_and(|part| part.split(' ').all(is_of_door));
    let mut ends = Vec::new();
    for part in &parts {
        let mut part: Vec<&str> = part.split(' ').collect();
        while part.last().is_some_and(|word| is_of_a_postcode(word)) {
            part.pop();
        }
        let is_behind = |word: &&&str| is_region(word) || is_of(BETWEEN, word);
        let end = part.len() - part.iter().rev().take_while(is_behind).count();
        let is_town = |start: &usize| is_within(&part[*start..end].join(" "), &area);
        let start = (0..end).find(is_town).unwrap_or(end);
        let door =
            part[..start].last().map_or(before, |word| is_of_door(word) || is_of(HOUSES, word));
        if !door {
            ends.push(part[start..].join(" "));
        }
        before = part.iter().all(|word| is_of_door(word));
    }
    ends.join(" ")
}

fn is_of_door(word: &str) -> bool {
    is_of_a_door(word) || is_of(DOORS, word)
}

fn is_of(list: &str, word: &str) -> bool {
    list.split(' ').any(|one| one == word)
}

fn is_of_a_postcode(word: &str) -> bool {
    word.contains(is_digit) && word.contains(char::is_alphabetic)
}

fn is_digit(letter: char) -> bool {
    letter.is_ascii_digit()
}

/// The parts of an address in small letters, without what stands in brackets: those before its town, and the
/// others.
fn split(address: &str) -> (Vec<String>, Vec<String>) {
    let (start, rest) = address.split_once('(').unwrap_or((address, ""));
    let rest = rest.split('(').map(|piece| piece.split_once(')').map_or("", |(_, behind)| behind));
    let bare = rest.fold(start.to_owned(), |bare, piece| bare + piece);
    let parts = bare.split([',', ';']).map(words);
    let mut smaller: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    let town = smaller.iter().rposition(|part| !is_behind_a_town(part)).unwrap_or_default();
    let others = smaller.split_off(town.min(smaller.len()));
    (smaller, others)
}

/// A county, an island, the country, or a postcode.
fn is_behind_a_town(part: &str) -> bool {
    part.split(' ').rfind(|word| !is_of_a_postcode(word)).is_none_or(is_region)
}

fn is_region(word: &str) -> bool {
    word.ends_with("shire") || is_of(BEHIND_A_TOWN, word)
}
