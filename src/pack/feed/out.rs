//! A pack as a page of HSDS 3.0 services. What HSDS has no place for stands in `attributes`, each
//! under the name of its column; the words to find it by, and that its address is private, are read again.

use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::address::{email, uri};
use super::text::plain;
use crate::knowledge::hours::Hours;
use crate::knowledge::local::{Service, parts};
use crate::knowledge::source::PartialDate;
use crate::pack::{Pack, days};

/// A page with every service. docs/packs.md says what is lost.
pub fn write(pack: &Pack) -> Value {
    let services = pack.services.iter().map(|it| service(pack, &without_html(it)));
    let services: Vec<Value> = services.collect();
    json!({
        "total_items": services.len(),
        "total_pages": 1,
        "page_number": 1,
        "size": services.len(),
        "first_page": true,
        "last_page": true,
        "empty": services.is_empty(),
        "contents": services,
    })
}

/// Who reads a feed may take it for HTML.
fn without_html(service: &Service) -> Service {
    let mut plain_service = service.clone();
    for (_, cell) in plain_service.cells_mut() {
        *cell = plain(cell);
    }
    plain_service
}

fn service(pack: &Pack, service: &Service) -> Value {
    let id = |part: &str| uuid(&[&pack.manifest.id, &service.id, part]);
    let mut it = Map::new();
    let mut put = |key: &str, value: Value| it.insert(key.to_owned(), value);
    put("id", json!(id("service")));
    put("name", json!(service.name));
    put("description", json!(service.what_it_does));
    put("status", json!("active"));
    put(
        "organization",
        json!({
            "id": uuid(&[&pack.manifest.id, &service.source]),
            "name": service.source,
            "description": service.source,
        }),
    );
    let how_to_come = service.phone.is_empty().then(|| service.phone_note.clone());
    for (key, text) in [
        ("url", uri(&service.website)),
        ("email", email(&service.email).map(str::to_owned)),
        ("application_process", how_to_come),
        ("fees_description", Some(service.cost.clone())),
        ("eligibility_description", Some(service.who_for.clone())),
        ("assured_date", first_day(&service.checked_on)),
    ] {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            put(key, json!(text));
        }
    }
    let named = |cell: &str, part: &str| -> Vec<Value> {
        let named = |name| json!({"id": id(&format!("{part} {name}")), "name": name});
        once(cell).into_iter().map(named).collect()
    };
    for (key, items) in [
        ("phones", phones(service, &id)),
        ("schedules", schedules(service, &id)),
        ("service_areas", named(&service.area, "service_areas")),
        ("languages", named(&service.languages, "languages")),
        ("service_at_locations", places(service, &id)),
        ("attributes", attributes(pack, service, &id)),
    ] {
        if !items.is_empty() {
            put(key, json!(items));
        }
    }
    Value::Object(it)
}

/// What a cell lists, each once.
fn once(cell: &str) -> Vec<&str> {
    let mut once = Vec::new();
    for part in parts(cell) {
        if !once.contains(&part) {
            once.push(part);
        }
    }
    once
}

/// A feed has whole days: of a month or a year the first, the oldest it can mean.
fn first_day(checked_on: &str) -> Option<String> {
    PartialDate::parse(checked_on).ok()?.earliest().map(|day| day.to_string())
}

fn phones(service: &Service, id: &dyn Fn(&str) -> String) -> Vec<Value> {
    let mut phone = json!({"id": id("phone"), "number": service.phone});
    if !service.phone_note.is_empty() {
        phone["description"] = json!(service.phone_note);
    }
    if service.phone.is_empty() { Vec::new() } else { vec![phone] }
}

/// The town is known where it ends the address and is one that the service is for. No county is known.
fn places(service: &Service, id: &dyn Fn(&str) -> String) -> Vec<Value> {
    if service.address.is_empty() && service.postcode.is_empty() {
        return Vec::new();
    }
    let is_town =
        |(street, end): &(&str, &str)| street != end && service.areas().any(|area| area == *end);
    let split = service.address.rsplit_once(", ").filter(is_town);
    let (street, town) = split.unwrap_or((&service.address, ""));
    vec![json!({"id": id("at"), "location": {
        "id": id("location"),
        "location_type": "physical",
        "addresses": [{
            "id": id("address"),
            "address_1": street,
            "city": town,
            "state_province": "",
            "postal_code": service.postcode,
            "country": "GB",
            "address_type": "physical",
        }],
    }})]
}

/// Each week's days and times, and the whole as it is written; or the words alone.
fn schedules(service: &Service, id: &dyn Fn(&str) -> String) -> Vec<Value> {
    if service.hours.is_empty() {
        return Vec::new();
    }
    let weekly = Hours::parse(&service.hours).map(|hours| hours.weekly()).unwrap_or_default();
    if weekly.is_empty() {
        return vec![json!({"id": id("schedule"), "description": service.hours})];
    }
    let rules = weekly.into_iter().enumerate().map(|(place, (day, opens, closes))| {
        json!({
            "id": id(&format!("schedule {place}")),
            "freq": "WEEKLY",
            "interval": 1,
            "byday": days::code(day),
            "opens_at": opens,
            // No clock of a feed has 24:00.
            "closes_at": if closes == "24:00" { "23:59" } else { &closes },
            "description": service.hours,
        })
    });
    rules.collect()
}

/// The words to find it by, as subjects; and how it was checked, and whether its address is private.
fn attributes(pack: &Pack, service: &Service, id: &dyn Fn(&str) -> String) -> Vec<Value> {
    let words = once(&service.words_people_use).into_iter().map(|word| {
        json!({
            "id": id(&format!("word {word}")),
            "link_type": "words_people_use",
            "taxonomy_term": {
                "id": uuid(&[&pack.manifest.id, "word", word]),
                "name": word,
                "description": "A word that people use for such help",
            },
        })
    });
    let cells =
        [("checked_how", &service.checked_how), ("private_address", &service.private_address)];
    let cells = cells.into_iter().filter(|(_, value)| !value.is_empty());
    let cells =
        cells.map(|(column, value)| json!({"id": id(column), "link_type": column, "value": value}));
    words.chain(cells).collect()
}

/// The same id for the same thing each time (a UUID of version 8, RFC 9562).
fn uuid(parts: &[&str]) -> String {
    let hash = Sha256::digest(parts.join("\n"));
    let number = hash.iter().take(16).fold(0_u128, |number, byte| number << 8 | u128::from(*byte));
    let hex = format!("{number:032x}");
    format!("{}-{}-8{}-8{}-{}", &hex[..8], &hex[8..12], &hex[13..16], &hex[17..20], &hex[20..])
}
