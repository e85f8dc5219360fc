//! Feeds of Open Referral: HSDS 3.0 to 3.2 and Open Referral UK 1 and 3, in and, as HSDS 3.0, out.
//!
//! Lenient in shape, for real feeds have ages of -1, labels inside numbers, HTML and no ids; strict
//! in what reaches a person, by the same door as a spreadsheet. See
//! <https://docs.openreferral.org/en/latest/hsds/schema_reference.html>.
//!
//! What is lost on the way in: the names and addresses of staff (they are counted), every phone but
//! the first, every location but the first, hours that are not weekly (kept as words, where the feed
//! has some), accessibility, funding, documents, programmes.

mod hours;
mod out;
mod text;

use serde_json::Value;

pub use out::write;

use crate::knowledge::local::Service;
use text::{FEWEST_DIGITS, number_in, plain, shortened};

/// Why a service of a feed is not there any more.
const ENDED: [&str; 3] = ["inactive", "defunct", "temporarily closed"];
/// Ages that tell nothing.
const AGES: std::ops::RangeInclusive<i64> = 1..=110;

/// A service of a feed, as a row before any check.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub service: Service,
    /// What was shortened, as pairs of a column and how long it was.
    pub shortened: Vec<(&'static str, usize)>,
    /// Whether the feed says that it has ended.
    pub is_ended: bool,
    /// How many people were named in it.
    pub staff: usize,
}

/// Every service of a feed: one, a page or list of them, or organisations with theirs.
pub(super) fn rows(feed: &Value) -> Vec<Row> {
    let mut found = Vec::new();
    gather(feed, "", &mut found);
    found
}

/// Goes through lists, pages and organisations. No deeper than JSON was let in.
fn gather(value: &Value, organisation: &str, found: &mut Vec<Row>) {
    if let Value::Array(items) = value {
        for item in items {
            gather(item, organisation, found);
        }
        return;
    }
    let pages = ["contents", "content", "services"].into_iter().filter_map(|key| value.get(key));
    let mut is_page = false;
    for page in pages.filter(|page| page.is_array()) {
        is_page = true;
        let name = text_of(value, "name");
        gather(page, if name.is_empty() { organisation } else { &name }, found);
    }
    if !is_page && value.get("name").is_some() {
        found.push(row(value, organisation));
    }
}

fn row(value: &Value, organisation: &str) -> Row {
    let mut row = Row::default();
    let at = first(value, &["service_at_locations"]);
    let place = at.get("location").unwrap_or(at);
    let address = first(place, &["addresses", "physical_addresses"]);
    let own = value.get("organization").map(|it| text_of(it, "name")).unwrap_or_default();
    let places = [value, at, place];
    let organisation = if own.is_empty() { organisation.to_owned() } else { own };
    let address_parts = ["address_1", "address_2"].map(|key| text_of(address, key));
    let city = text_of(address, "city");
    let areas = names(value, "service_areas", &["name", "service_area"]);
    let (phone, phone_note) = phone(value, &places);
    row.service = Service {
        name: text_of(value, "name"),
        phone,
        phone_note,
        hours: hours::of(&places),
        who_for: who_for(value),
        address: join(address_parts.into_iter().chain([city.clone()]), ", "),
        area: if areas.is_empty() { city } else { areas },
        postcode: text_of(address, "postal_code"),
        website: web(&first_text(value, &["url"])),
        email: text_of(value, "email"),
        languages: names(value, "languages", &["name", "language"]),
        words_people_use: topics(value),
        checked_on: text_of(value, "assured_date").chars().take(10).collect(),
        source: if organisation.is_empty() {
            "An Open Referral feed".to_owned()
        } else {
            organisation
        },
        ..Service::default()
    };
    row.service.checked_how =
        if row.service.checked_on.is_empty() { String::new() } else { "told".to_owned() };
    let mut cut = |column, text: String, most| {
        let (kept, letters) = shortened(&text, most);
        row.shortened.extend(letters.map(|letters| (column, letters)));
        kept
    };
    row.service.what_it_does = cut("what_it_does", text_of(value, "description"), 400);
    row.service.phone_note = cut("phone_note", std::mem::take(&mut row.service.phone_note), 120);
    row.service.cost = cut("cost", cost(value), 120);
    row.service.who_for = cut("who_for", std::mem::take(&mut row.service.who_for), 300);
    row.service.words_people_use =
        cut("words_people_use", std::mem::take(&mut row.service.words_people_use), 400);
    row.is_ended = ENDED.contains(&text_of(value, "status").to_lowercase().as_str());
    row.staff = staff(value);
    row
}

/// The first number of the service, its place or its organisation, and what is said of it. ORUK 1 has
/// it at a contact; the name of that person is left.
fn phone(value: &Value, places: &[&Value]) -> (String, String) {
    let contacts = places.iter().flat_map(|place| list(place, "contacts"));
    let organisation = value.get("organization").into_iter();
    let with_phones = places.iter().copied().chain(contacts).chain(organisation);
    let phones = with_phones.flat_map(|it| list(it, "phones"));
    let noted = |it| (number_in(&text_of(it, "number")), note(it));
    phones.map(noted).find(|(number, _)| !number.is_empty()).unwrap_or_default()
}

/// What is said of a number. One that holds another number would cost the whole service.
fn note(phone: &Value) -> String {
    let note = text_of(phone, "description");
    let digits = note.chars().filter(char::is_ascii_digit).count();
    if digits < FEWEST_DIGITS { note } else { String::new() }
}

fn who_for(value: &Value) -> String {
    let age = |key: &str| {
        let age =
            value.get(key).and_then(|age| age.as_i64().or_else(|| age.as_str()?.parse().ok()));
        age.filter(|age| AGES.contains(age))
    };
    let ages = match (age("minimum_age"), age("maximum_age")) {
        (Some(from), Some(to)) if from <= to => format!("Ages {from} to {to}"),
        (Some(from), None) => format!("From {from} years"),
        (None, Some(to)) => format!("Up to {to} years"),
        _ => String::new(),
    };
    let told = text_of(value, "eligibility_description");
    let told = if told.is_empty() { names(value, "eligibilitys", &["eligibility"]) } else { told };
    join([told, ages].into_iter(), ". ")
}

fn cost(value: &Value) -> String {
    let told = first_text(value, &["fees_description", "fees"]);
    if told.is_empty() {
        names(value, "cost_options", &["option", "amount_description"])
    } else {
        told
    }
}

/// The subjects that it is listed under, as words to find it by.
fn topics(value: &Value) -> String {
    let of = |item: &Value| {
        ["taxonomy_term", "taxonomy"]
            .iter()
            .find_map(|key| item.get(key))
            .map(|term| text_of(term, "name"))
    };
    let terms = ["attributes", "service_taxonomys"].into_iter().flat_map(|key| list(value, key));
    join(terms.filter_map(of), "; ")
}

/// How many people are named.
fn staff(value: &Value) -> usize {
    match value {
        Value::Array(items) => items.iter().map(staff).sum(),
        Value::Object(fields) => {
            let named = |it: &&Value| !text_of(it, "name").is_empty();
            let contacts = list(value, "contacts").filter(named).count();
            contacts + fields.values().map(staff).sum::<usize>()
        }
        _ => 0,
    }
}

/// An address that people can type; nothing for what is none.
fn web(written: &str) -> String {
    let is_plain = written.chars().all(|letter| letter.is_ascii_graphic()) && written.contains('.');
    if is_plain { written.to_owned() } else { String::new() }
}

fn list<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> + use<'a> {
    value.get(key).and_then(Value::as_array).into_iter().flatten()
}

fn first<'a>(value: &'a Value, keys: &[&str]) -> &'a Value {
    keys.iter().find_map(|key| list(value, key).next()).unwrap_or(&Value::Null)
}

fn first_text(value: &Value, keys: &[&str]) -> String {
    keys.iter().map(|key| text_of(value, key)).find(|text| !text.is_empty()).unwrap_or_default()
}

/// What a list says under the first of the keys that each item has.
fn names(value: &Value, key: &str, names: &[&str]) -> String {
    join(list(value, key).map(|item| first_text(item, names)), "; ")
}

fn join(parts: impl Iterator<Item = String>, between: &str) -> String {
    let mut once: Vec<String> = Vec::new();
    for part in parts.filter(|part| !part.is_empty()) {
        if !once.contains(&part) {
            once.push(part);
        }
    }
    once.join(between)
}

/// A text or number without its HTML.
fn text_of(value: &Value, key: &str) -> String {
    match value.get(key) {
        Some(Value::String(text)) => plain(text),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}
