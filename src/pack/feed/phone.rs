//! The one number of a service, out of all that a feed has.

use serde_json::Value;

use super::text::{extension, number_in};
use super::{join, list, said, text_of};
use crate::knowledge::local::has_number;
use crate::pack::number;

/// Kinds of numbers that nobody can talk to.
const NO_VOICE: [&str; 8] = ["fax", "pager", "modem", "textphone", "tty", "text", "sms", "video"];

/// What says that a number is for both.
const VOICE: [&str; 5] = ["phone", "telephone", "tel", "call", "voice"];

/// The first number that can be called, of the service, its place or its organisation, and what is
/// said of it. ORUK 1 has it at a contact; the name of that person is left. Where there is no
/// number, what is said of how to come.
pub(super) fn of(value: &Value, places: &[&Value]) -> (String, String) {
    let contacts = places.iter().flat_map(|place| list(place, "contacts"));
    let organisation = list(value, "organization");
    let with_phones = places.iter().copied().chain(contacts).chain(organisation);
    let phones = with_phones.flat_map(|it| list(it, "phones"));
    let phones =
        phones.filter(|it| has_voice(it)).map(phone).filter(|(number, _)| !number.is_empty());
    let phones: Vec<(String, String)> = phones.collect();
    let can_be_called = phones.iter().find(|(number, _)| number::read(number).is_ok());
    // A number that cannot be called is told as such.
    let found = can_be_called.or(phones.first()).cloned();
    found.unwrap_or_else(|| (String::new(), note(text_of(value, "application_process"))))
}

/// Whether somebody may answer, by its type, or else by what is said of it.
fn has_voice(phone: &Value) -> bool {
    let kinds = ["type", "description"].map(|key| text_of(phone, key).to_lowercase());
    let told = format!("{} {}", kinds[1], said(phone, &["number"]).to_lowercase());
    let mut words = told.split(|letter: char| !letter.is_alphabetic());
    let is_fax = words.clone().any(|word| matches!(word, "fax" | "facsimile"))
        && !words.any(|word| VOICE.contains(&word));
    !is_fax && !kinds.iter().any(|kind| NO_VOICE.contains(&kind.as_str()))
}

fn phone(phone: &Value) -> (String, String) {
    let written = said(phone, &["number"]);
    let (number, more) = extension(&written);
    let more = if more.is_empty() { text_of(phone, "extension") } else { more.to_owned() };
    let extension = if more.is_empty() { more } else { format!("Ask for extension {more}") };
    let told = [text_of(phone, "description"), extension].map(note);
    (number_in(number), join(told.into_iter(), ". "))
}

/// What is said of a number. One that holds another number would cost the whole service.
fn note(told: String) -> String {
    if has_number(&told) { String::new() } else { told }
}
