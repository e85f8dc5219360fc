//! What the targets share: lists as a person meets them, and what none of them may ever do.

use std::sync::{LazyLock, Mutex, PoisonError};

use airt::knowledge::Knowledge;
use airt::knowledge::entry::EntryIndex;
use airt::knowledge::local::{Manifest, Own, Seal, Service, clean};
use airt::knowledge::source::PartialDate;
use airt::pack::{self, Pack, Seen};
use airt::search::{Answers, Engine, EntryHit, is_index};

pub static OWN: LazyLock<Own> = LazyLock::new(|| Own::of(&knowledge()));
pub static MADE: LazyLock<PartialDate> =
    LazyLock::new(|| PartialDate::parse("2026-11-25").expect("it is a day"));

/// Danger; words of the sample begun, mistyped and misheard; and its numbers. Few, so that many packs
/// are tried.
const QUESTIONS: [&str; 4] =
    ["help me he will kill me", "a bed for tonigth w", "toothake dentst", "960001 01632 960002"];

/// The pages of airt in a search, and what they answer where there is no list.
static ENGINE: LazyLock<Mutex<(Engine, Vec<Answers<EntryHit>>)>> = LazyLock::new(|| {
    let knowledge = knowledge();
    let engine = Engine::of_knowledge(&knowledge);
    let alone = QUESTIONS.map(|typed| engine.find(&knowledge, typed, 6).answers).to_vec();
    Mutex::new((engine, alone))
});

pub fn knowledge() -> Knowledge {
    Knowledge::embedded().expect("it is sound")
}

/// What a list says of itself.
pub fn manifest(services: usize) -> Manifest {
    Manifest {
        id: "fuzz".to_owned(),
        name: "Fuzz".to_owned(),
        maker: "Fuzz".to_owned(),
        licence: "Fuzz".to_owned(),
        attribution: "Fuzz".to_owned(),
        made: "2026-11-25".to_owned(),
        services,
        ..Default::default()
    }
}

/// Opens a pack as the program opens one that is too long to keep, asks it and reads all its pages:
/// the pages of airt stay what they are.
pub fn search(bytes: Vec<u8>) {
    let mut seen = Seen::default();
    seen.take(&bytes);
    let Ok(list) = pack::open(Box::new(seen.unchanged(bytes))) else { return };
    if list.index().is_some_and(|(parts, records)| !is_index(parts, records)) {
        return;
    }
    let mut knowledge = knowledge();
    if knowledge.open(list, Seal::Unsigned).is_err() {
        return;
    }
    let mut engine = ENGINE.lock().unwrap_or_else(PoisonError::into_inner);
    engine.0.take_lists(&knowledge);
    for (typed, alone) in QUESTIONS.iter().zip(&engine.1) {
        let found = engine.0.find(&knowledge, typed, 6);
        assert_eq!(found.answers, *alone, "{typed}");
        found.near.iter().for_each(|hit| is_harmless(&knowledge, hit.entry));
    }
    knowledge.services().for_each(|place| is_harmless(&knowledge, place));
}

/// Adds a whole list; how many of its services are taken.
fn show(Pack { manifest, services }: Pack) -> usize {
    let mut knowledge = knowledge();
    let own = knowledge.entries().len();
    let _ = knowledge.add(manifest, services, Seal::Unsigned, "");
    assert_eq!(knowledge.entries().len(), own);
    knowledge.services().for_each(|place| is_harmless(&knowledge, place));
    knowledge.services().len()
}

/// What a build takes, the door takes.
pub fn build(services: Vec<Service>) {
    let count = services.len();
    let pack = Pack { manifest: manifest(count), services };
    let read = pack::read(&pack::write(&pack).expect("it is small")).expect("it was written");
    assert_eq!(show(read), count);
}

fn is_harmless(knowledge: &Knowledge, place: EntryIndex) {
    let entry = &knowledge[place];
    let local = entry.local.as_ref().expect("it is of a list");
    let details = local.details.iter().map(|(_, text)| text);
    for text in [&entry.title, &entry.summary].into_iter().chain(&entry.who).chain(details) {
        assert_eq!(clean(text), *text);
    }
    for phone in &entry.phones {
        let digits = phone.number.digits();
        assert!(!digits.starts_with("09") && !digits.starts_with("070"), "{digits}");
        assert!(!["999", "101", "112"].contains(&digits.as_str()), "{digits}");
    }
}
