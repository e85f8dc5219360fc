//! The quarter of a town in which people hide: `area` may name their town, and no smaller place.

use super::hidden::{is_within, words};
use crate::knowledge::local::{Service, Slip};

/// What stands behind a town in an address, beside what ends in "shire".
const BEHIND_A_TOWN: &str = "scotland uk gb angus fife lothian midlothian clackmannan moray argyll caithness sutherland \
    ross tayside highland borders strathclyde orkney shetland";

/// What to say of an area that is a part of the private address, and not its town.
pub(super) fn in_area(service: &Service) -> Option<Slip> {
    let (smaller, _) = split(&service.address);
    let is_part = |area: &&str| smaller.iter().any(|part| part.eq_ignore_ascii_case(area));
    let area = service.areas().find(is_part)?;
    let fault = format!(
        "the address is private, and \"{area}\" is a part of it: write the whole town alone, or nothing"
    );
    Some(Slip { column: "area", fault })
}

/// What of an address may be said, for `area` says it: its town, and what stands behind that. "Mill Brae" of
/// "3 Mill Brae" is its street.
pub(super) fn told(address: &str, area: &str) -> String {
    let area = words(area);
    let (_, parts) = split(address);
    let ends = parts.into_iter().filter_map(|part| {
        let part = words(part);
        let mut part: Vec<&str> = part.split(' ').collect();
        while part.last().is_some_and(|word| is_of_a_postcode(word)) {
            part.pop();
        }
        let start = (0..part.len()).find(|start| is_within(&part[*start..].join(" "), &area))?;
        let door = part[..start].last().is_some_and(|word| word.starts_with(is_digit));
        (!door).then(|| part[start..].join(" "))
    });
    ends.collect::<Vec<_>>().join(" ")
}

fn is_of_a_postcode(word: &str) -> bool {
    word.contains(is_digit) && word.contains(char::is_alphabetic)
}

fn is_digit(letter: char) -> bool {
    letter.is_ascii_digit()
}

/// The parts of an address: those before its town, and the others.
fn split(address: &str) -> (Vec<&str>, Vec<&str>) {
    let parts = address.split([',', ';']).map(str::trim);
    let mut smaller: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    let town = smaller.iter().rposition(|part| !is_behind_a_town(part)).unwrap_or_default();
    let others = smaller.split_off(town.min(smaller.len()));
    (smaller, others)
}

/// A county, the country, or a postcode.
fn is_behind_a_town(part: &str) -> bool {
    let last = part.to_lowercase();
    let last = last.split(' ').next_back().unwrap_or_default();
    let has_digit = part.contains(is_digit);
    let is_postcode = has_digit && part.chars().all(|c| !c.is_lowercase());
    is_postcode || last.ends_with("shire") || BEHIND_A_TOWN.split(' ').any(|one| one == last)
}
