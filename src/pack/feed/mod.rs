//! Feeds of Open Referral: HSDS 3.0 to 3.2 and Open Referral UK 1 and 3, in and, as HSDS 3.0, out.
//!
//! Lenient in shape, for real feeds have ages of -1, labels inside numbers, HTML and no ids; strict
//! in what reaches a person, by the same door as a spreadsheet. See
//! <https://docs.openreferral.org/en/latest/hsds/schema_reference.html>.
//!
//! What is lost on the way in: the names and addresses of staff (they are counted), every phone but
//! the first that can be called, every location but the first, hours that are not weekly (kept as
//! words, where the feed has some) or have ended, how it was checked and that its address is not
//! private (anybody may write a feed), accessibility, funding, documents, programmes.

mod address;
mod hours;
mod out;
mod pages;
mod phone;
mod text;

use serde_json::Value;

pub use out::write;
pub(super) use pages::Pages;

use super::days;
use crate::knowledge::local::{Service, Slip, clean};
use crate::knowledge::source::PartialDate;
use text::{plain, shortened};

/// Where a page or an organisation has its services.
const PAGES: [&str; 3] = ["contents", "content", "services"];
/// Why a service of a feed is not there any more.
const ENDED: [&str; 4] = ["inactive", "defunct", "temporarily closed", "closed"];
/// What directories write where there is no alert.
const NO_ALERT: [&str; 4] = ["none", "n/a", "-", ""];
/// All others tell nothing.
const AGES: std::ops::RangeInclusive<f64> = 1.0..=110.0;
/// Letters of what a directory says instead of a list.
const LONGEST_REFUSAL: usize = 80;

/// A service of a feed, as a row before any check.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub service: Service,
    /// What was changed in it, or must be looked at.
    pub mended: Vec<Slip>,
    /// Whether the feed says that it has ended.
    pub is_ended: bool,
    /// How many people were named in it.
    pub staff: usize,
}

/// What a directory says where it could not give a list.
pub(super) fn refusal(feed: &Value) -> Option<String> {
    let is_list = PAGES.iter().chain(&["description"]).any(|key| feed.get(key).is_some());
    let keys = ["message", "detail", "error", "title"];
    let errors = ["error", "errors"].into_iter().flat_map(|key| list(feed, key));
    let mut said = errors.map(|it| said(it, &keys)).chain([first_text(feed, &keys)]);
    let said = said.find(|said| !said.is_empty()).filter(|_| !is_list)?;
    Some(clean(&said).chars().take(LONGEST_REFUSAL).collect())
}

/// Every service of a feed that is read on the day `made`: one, a page or list of them, or
/// organisations with theirs.
pub(super) fn rows(feed: &Value, made: &PartialDate) -> Vec<Row> {
    let mut found = Vec::new();
    gather(feed, "", made, &mut found);
    found
}

/// Goes through lists, pages and organisations. No deeper than JSON was let in.
fn gather(value: &Value, organisation: &str, made: &PartialDate, found: &mut Vec<Row>) {
    if let Value::Array(items) = value {
        for item in items {
            gather(item, organisation, made, found);
        }
        return;
    }
    let pages = PAGES.into_iter().filter_map(|key| value.get(key));
    let mut is_page = false;
    for page in pages.filter(|page| page.is_array() || page.is_object()) {
        is_page = true;
        let name = text_of(value, "name");
        gather(page, if name.is_empty() { organisation } else { &name }, made, found);
    }
    if !is_page && value.get("name").is_some() {
        found.push(row(value, organisation, made));
    }
}

fn row(value: &Value, organisation: &str, made: &PartialDate) -> Row {
    let mut row = Row::default();
    let at = first(value, &["service_at_locations"]);
    let place = list(at, "location").next().unwrap_or(at);
    let address = first(place, &["addresses", "physical_addresses"]);
    let own = text_of(first(value, &["organization"]), "name");
    let places = [value, at, place];
    let organisation = if own.is_empty() { organisation.to_owned() } else { own };
    let address_parts = ["address_1", "address_2"].map(|key| text_of(address, key));
    let city = text_of(address, "city");
    let areas = names(value, "service_areas", &["name", "service_area"]);
    let (phone, phone_note) = phone::of(value, &places);
    let mut alert = text_of(value, "alert");
    if NO_ALERT.contains(&alert.to_lowercase().trim_end_matches('.')) {
        alert.clear();
    }
    row.service = Service {
        name: text_of(value, "name"),
        phone,
        phone_note,
        hours: if alert.is_empty() { hours::of(&places, made.earliest()) } else { String::new() },
        who_for: who_for(value),
        address: join(address_parts.into_iter().chain([city.clone()]), ", "),
        area: if areas.is_empty() { city } else { areas },
        postcode: text_of(address, "postal_code"),
        website: address::web(&text_of(value, "url")),
        email: text_of(value, "email").trim_start_matches("mailto:").to_owned(),
        languages: names(value, "languages", &["name", "language"]),
        words_people_use: topics(value),
        checked_on: checked_on(value, made),
        private_address: private_address(value),
        source: if organisation.is_empty() {
            "An Open Referral feed".to_owned()
        } else {
            organisation
        },
        ..Service::default()
    };
    if !row.service.checked_on.is_empty() {
        // Whatever it says: nobody here rang.
        "told".clone_into(&mut row.service.checked_how);
    }
    let mut told = text_of(value, "description");
    if !alert.is_empty() {
        told = format!("{}. {told}", alert.trim_end_matches(['.', '!']));
        let fault = "the feed has an alert: it stands first, and hours are left out; look if it is still true";
        row.mended.push(Slip { column: "what_it_does", fault: fault.to_owned() });
    }
    let mut cut = |column, text: String, most| {
        let (kept, letters) = shortened(&text, most);
        let fault = letters.map(|letters| format!("shortened: it had {letters} letters"));
        row.mended.extend(fault.map(|fault| Slip { column, fault }));
        kept
    };
    row.service.what_it_does = cut("what_it_does", told, 400);
    row.service.hours = cut("hours", std::mem::take(&mut row.service.hours), hours::MOST);
    row.service.phone_note = cut("phone_note", std::mem::take(&mut row.service.phone_note), 120);
    row.service.cost = cut("cost", cost(value), 120);
    row.service.who_for = cut("who_for", std::mem::take(&mut row.service.who_for), 300);
    row.service.words_people_use =
        cut("words_people_use", std::mem::take(&mut row.service.words_people_use), 400);
    let status = text_of(value, "status").to_lowercase().replace(['_', '-'], " ");
    row.is_ended = ENDED.contains(&status.as_str());
    row.staff = staff(value);
    row
}

/// The day it was looked at, if it is one that can be: what nobody can read tells nothing.
fn checked_on(value: &Value, made: &PartialDate) -> String {
    let written = text_of(value, "assured_date");
    let day = days::read(&written).unwrap_or_else(|| written.chars().take(10).collect());
    let date = PartialDate::parse(&day).ok().filter(|date| date.earliest() <= made.earliest());
    date.map(|date| date.as_str().to_owned()).unwrap_or_default()
}

/// `yes`, where airt wrote it beside a service that it gave away. That everybody may know an address
/// only a person's own sheet can say.
fn private_address(value: &Value) -> String {
    let is_private =
        |it: &Value| text_of(it, "link_type") == "private_address" && text_of(it, "value") == "yes";
    let is_private = list(value, "attributes").any(is_private);
    if is_private { "yes".to_owned() } else { String::new() }
}

fn who_for(value: &Value) -> String {
    let age = |key: &str| number(value, key).filter(|age| AGES.contains(age));
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
        let term = ["taxonomy_term", "taxonomy"].iter().find_map(|key| item.get(key));
        term.map(|term| said(term, &["name"]))
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

/// Every item of a list; what stands in the place of a list is one.
fn list<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> + use<'a> {
    let found = value.get(key);
    let items = found.and_then(Value::as_array).into_iter().flatten();
    items.chain(found.filter(|it| !it.is_array() && !it.is_null()))
}

fn first<'a>(value: &'a Value, keys: &[&str]) -> &'a Value {
    keys.iter().find_map(|key| list(value, key).next()).unwrap_or(&Value::Null)
}

fn first_text(value: &Value, keys: &[&str]) -> String {
    keys.iter().map(|key| text_of(value, key)).find(|text| !text.is_empty()).unwrap_or_default()
}

/// What a list says under the first of the keys that each item has.
fn names(value: &Value, key: &str, names: &[&str]) -> String {
    join(list(value, key).map(|item| said(item, names)), "; ")
}

/// What an item says under the first of the keys that it has, or as a text in its place.
fn said(item: &Value, keys: &[&str]) -> String {
    if item.is_object() { first_text(item, keys) } else { text(item) }
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
    value.get(key).map(text).unwrap_or_default()
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => plain(text),
        Value::Number(number) => number.to_string(),
        Value::Array(items) => join(items.iter().map(text), ", "),
        _ => String::new(),
    }
}

/// A number, or a text that is one.
fn number(value: &Value, key: &str) -> Option<f64> {
    let found = value.get(key)?;
    found.as_f64().or_else(|| found.as_str()?.trim().parse().ok())
}
