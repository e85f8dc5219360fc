//! The one number of a service, out of all that a feed has.

use serde_json::Value;

use super::text::{extension, number_in};
use super::{join, list, said, text_of};
use crate::knowledge::local::has_number;
use crate::pack::number;

/// Kinds of numbers that nobody can talk to: wherever a word of them stands, where a text begins with it,
/// and where it does and one of [`ALONE`] or nothing is behind.
const FAX: [&str; 3] = ["fax", "facsimile", "telefax"];
const DEVICES: [&str; 5] = ["pager", "modem", "textphone", "minicom", "tty"];
const MESSAGES: [&str; 3] = ["text", "sms", "video"];
const ALONE: [&str; 5] = ["only", "number", "line", "phone", "messages"];

/// What says that a number is for both, beside one of those.
const VOICE: [&str; 5] = ["phone", "telephone", "tel", "call", "voice"];
/// Before "fax", near by, it is of another number or none.
const NOT: [&str; 3] = ["no", "not", "never"];

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

/// Whether somebody may answer, by its type and by what is said of it.
fn has_voice(phone: &Value) -> bool {
    let [kind, told] = ["type", "description"].map(|key| text_of(phone, key).to_lowercase());
    let number = said(phone, &["number"]).to_lowercase();
    let is_for_both = [&kind, &told, &number].into_iter().any(|text| is_for_both(text));
    let is_silent = words(&kind).any(is_no_voice)
        || tells_of_no_voice(&told)
        || tells_of_no_voice(&number) && !words(&number).any(|word| VOICE.contains(&word));
    is_for_both || !is_silent
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty())
}

fn is_no_voice(word: &str) -> bool {
    FAX.contains(&word) || DEVICES.contains(&word) || MESSAGES.contains(&word)
}

/// `Phone and fax`, `Tel/Fax`, `call or text`.
fn is_for_both(text: &str) -> bool {
    let joined = [" and ", " or ", " & ", "&", " / "];
    let joined = joined.iter().fold(text.to_owned(), |text, with| text.replace(with, "/"));
    joined
        .split_whitespace()
        .any(|word| words(word).any(is_no_voice) && words(word).any(|word| VOICE.contains(&word)))
}

/// `Fax (call first)`, `SMS only`; not `Please do not fax`, nor `You can text too`.
fn tells_of_no_voice(text: &str) -> bool {
    let words: Vec<&str> = words(text).collect();
    let is_denied = |at: usize| words[at.saturating_sub(2)..at].iter().any(|it| NOT.contains(it));
    let is_fax = (0..words.len()).any(|at| FAX.contains(&words[at]) && !is_denied(at));
    is_fax
        || match words[..] {
            [first] => is_no_voice(first),
            [first, next, ..] => {
                DEVICES.contains(&first) || MESSAGES.contains(&first) && ALONE.contains(&next)
            }
            [] => false,
        }
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
