//! Any bytes as a pack and as a spreadsheet: whatever they are, the pages of airt stay as they are,
//! and no page that is made of them has a text or a number that could do harm. And as changes to a
//! sound pack with its index: whatever the index says, a search ends.

#![no_main]

use std::sync::LazyLock;

use airt::knowledge::Knowledge;
use airt::knowledge::local::{Manifest, Own, Seal, clean};
use airt::knowledge::source::PartialDate;
use airt::pack::{self, Pack, Sheet};
use airt::search::{Engine, index, is_index};
use libfuzzer_sys::fuzz_target;

static OWN: LazyLock<Own> = LazyLock::new(|| Own::of(&Knowledge::embedded().expect("it is sound")));
static MADE: LazyLock<PartialDate> =
    LazyLock::new(|| PartialDate::parse("2026-11-25").expect("it is a day"));

/// A pack as `airt pack build` makes it.
static SOUND: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let sheet = Sheet::read(include_bytes!("../../data/packs/sample.csv"), &OWN, &MADE);
    let services = sheet.expect("it is sound").services;
    let pack = Pack { manifest: manifest(services.len()), services };
    let Pack { manifest, services } = pack.clone();
    let mut knowledge = Knowledge::embedded().expect("it is sound");
    let list = knowledge.add(manifest, services, Seal::Unsigned, "").expect("it is sound");
    pack::write_with_index(&pack, &index(&knowledge, list)).expect("it is small")
});

fuzz_target!(|bytes: &[u8]| {
    searched(changed(bytes));
    let read = pack::read(bytes);
    if let Ok(sheet) = Sheet::read(bytes, &OWN, &MADE) {
        let count = sheet.services.len();
        let pack = Pack { manifest: manifest(count), services: sheet.services };
        let read = pack::read(&pack::write(&pack).expect("it is small")).expect("it was written");
        // What a build takes, the door takes.
        assert_eq!(shown(read), count);
    }
    if let Ok(read) = read {
        shown(read);
    }
});

fn manifest(services: usize) -> Manifest {
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

/// The sound pack with changes: of each three bytes two are a place, from the end, and one is what
/// stands there.
fn changed(bytes: &[u8]) -> Vec<u8> {
    let mut pack = SOUND.clone();
    for [low, high, byte] in bytes.as_chunks().0 {
        let from_the_end = usize::from(u16::from_le_bytes([*low, *high])) % pack.len();
        let place = pack.len() - 1 - from_the_end;
        pack[place] = *byte;
    }
    pack
}

/// Opens a pack as the program does, and asks it.
fn searched(bytes: Vec<u8>) {
    let Ok(list) = pack::open(Box::new(bytes)) else { return };
    if !list.index().is_some_and(|(parts, records)| is_index(parts, records)) {
        return;
    }
    let mut knowledge = Knowledge::embedded().expect("it is sound");
    if knowledge.open(list, Seal::Unsigned).is_err() {
        return;
    }
    let engine = Engine::of_knowledge(&knowledge);
    for typed in ["food", "a bed for tonigth", "01632 960", "inglish clas", "w"] {
        engine.find(&knowledge, typed, 6);
    }
}

/// How many services are taken; none of them does harm.
fn shown(Pack { manifest, services }: Pack) -> usize {
    let mut knowledge = Knowledge::embedded().expect("it is sound");
    let own = knowledge.entries().len();
    let _ = knowledge.add(manifest, services, Seal::Unsigned, "");
    assert_eq!(knowledge.entries().len(), own);
    for place in knowledge.services() {
        let entry = &knowledge[place];
        let local = entry.local.as_ref().expect("it is of a list");
        let details = local.details.iter().map(|(_, text)| text);
        for text in [&entry.title, &entry.summary].into_iter().chain(&entry.who).chain(details) {
            assert_eq!(clean(text), *text);
        }
        for phone in &entry.phones {
            let digits = phone.number.digits();
            assert!(!digits.starts_with("09") && !digits.starts_with("070") && digits != "999");
        }
    }
    knowledge.services().len()
}
