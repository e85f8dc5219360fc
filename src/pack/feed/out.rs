//! A pack as a page of HSDS 3.0 services.

use jiff::civil::Weekday;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::knowledge::hours::Hours;
use crate::knowledge::local::Service;
use crate::pack::Pack;

/// A page with every service. What is lost: `words_people_use`, `private_address`, and the towns of
/// addresses, which a pack does not know apart from the street.
pub fn write(pack: &Pack) -> Value {
    let services: Vec<Value> = pack.services.iter().map(|it| service(pack, it)).collect();
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
    for (key, text) in [
        ("url", &service.website),
        ("email", &service.email),
        ("fees_description", &service.cost),
        ("eligibility_description", &service.who_for),
        ("assured_date", &service.checked_on),
    ] {
        if !text.is_empty() {
            put(key, json!(text));
        }
    }
    if !service.phone.is_empty() {
        put(
            "phones",
            json!([{"id": id("phone"), "number": service.phone, "description": service.phone_note}]),
        );
    }
    if !service.hours.is_empty() {
        put("schedules", json!(schedules(service, &id)));
    }
    let named = |cell: &str, part: &str| -> Vec<Value> {
        let names = cell.split(';').map(str::trim).filter(|name| !name.is_empty());
        names.map(|name| json!({"id": id(&format!("{part} {name}")), "name": name})).collect()
    };
    for (key, cell) in [("service_areas", &service.area), ("languages", &service.languages)] {
        if !cell.is_empty() {
            put(key, json!(named(cell, key)));
        }
    }
    if !service.address.is_empty() {
        put("service_at_locations", json!([{"id": id("at"), "location": location(service, &id)}]));
    }
    Value::Object(it)
}

fn location(service: &Service, id: &dyn Fn(&str) -> String) -> Value {
    json!({
        "id": id("location"),
        "location_type": "physical",
        "addresses": [{
            "id": id("address"),
            "address_1": service.address,
            "city": "",
            "state_province": "",
            "postal_code": service.postcode,
            "country": "GB",
            "address_type": "physical",
        }],
    })
}

/// Each week's days and times, and the whole as it is written; or the words alone.
fn schedules(service: &Service, id: &dyn Fn(&str) -> String) -> Vec<Value> {
    let weekly = Hours::parse(&service.hours).map(|hours| hours.weekly()).unwrap_or_default();
    if weekly.is_empty() {
        return vec![json!({"id": id("schedule"), "description": service.hours})];
    }
    let rules = weekly.into_iter().enumerate().map(|(place, (day, opens, closes))| {
        json!({
            "id": id(&format!("schedule {place}")),
            "freq": "WEEKLY",
            "interval": 1,
            "byday": day_code(day),
            "opens_at": opens,
            "closes_at": closes,
            "description": service.hours,
        })
    });
    rules.collect()
}

const fn day_code(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "MO",
        Weekday::Tuesday => "TU",
        Weekday::Wednesday => "WE",
        Weekday::Thursday => "TH",
        Weekday::Friday => "FR",
        Weekday::Saturday => "SA",
        Weekday::Sunday => "SU",
    }
}

/// The same id for the same thing each time (a UUID of version 8, RFC 9562).
fn uuid(parts: &[&str]) -> String {
    let hash = Sha256::digest(parts.join("\n"));
    let number = hash.iter().take(16).fold(0_u128, |number, byte| number << 8 | u128::from(*byte));
    let hex = format!("{number:032x}");
    format!("{}-{}-8{}-8{}-{}", &hex[..8], &hex[8..12], &hex[13..16], &hex[17..20], &hex[20..])
}
