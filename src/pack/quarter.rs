//! The quarter of a town in which people hide: `area` may name their town, and no smaller place.

use crate::knowledge::local::{Service, Slip};

/// What stands behind a town in an address, beside what ends in "shire".
const BEHIND_A_TOWN: &str = "scotland uk gb angus fife lothian midlothian clackmannan moray argyll caithness sutherland \
    ross tayside highland borders strathclyde orkney shetland";

/// What to say of an area that is a part of the private address, and not its town.
pub(super) fn in_area(service: &Service) -> Option<Slip> {
    let parts = service.address.split([',', ';']).map(str::trim);
    let mut parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    while parts.last().is_some_and(|part| is_behind_a_town(part)) {
        parts.pop();
    }
    parts.pop();
    let is_part = |area: &&str| parts.iter().any(|part| part.eq_ignore_ascii_case(area));
    let area = service.areas().find(is_part)?;
    let fault = format!(
        "the address is private, and \"{area}\" is a part of it: write the whole town alone, or nothing"
    );
    Some(Slip { column: "area", fault })
}

/// A county, the country, or a postcode.
fn is_behind_a_town(part: &str) -> bool {
    let last = part.to_lowercase();
    let last = last.split(' ').next_back().unwrap_or_default();
    let has_digit = part.contains(|letter: char| letter.is_ascii_digit());
    let is_postcode = has_digit && part.chars().all(|c| !c.is_lowercase());
    is_postcode || last.ends_with("shire") || BEHIND_A_TOWN.split(' ').any(|one| one == last)
}
