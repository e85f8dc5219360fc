//! Any bytes as a pack and as a spreadsheet: whatever they are, the pages of airt stay as they are,
//! and no page that is made of them has a text or a number that could do harm.

#![no_main]

use std::sync::LazyLock;

use airt::knowledge::Knowledge;
use airt::knowledge::local::{Own, Seal, clean};
use airt::knowledge::source::PartialDate;
use airt::pack::{self, Pack, Sheet};
use libfuzzer_sys::fuzz_target;

static OWN: LazyLock<Own> = LazyLock::new(|| Own::of(&Knowledge::embedded().expect("it is sound")));
static MADE: LazyLock<PartialDate> =
    LazyLock::new(|| PartialDate::parse("2026-11-25").expect("it is a day"));

fuzz_target!(|bytes: &[u8]| {
    let read = pack::read(bytes);
    if let Ok(sheet) = Sheet::read(bytes, &OWN, &MADE) {
        let manifest = airt::knowledge::local::Manifest {
            id: "fuzz".to_owned(),
            name: "Fuzz".to_owned(),
            maker: "Fuzz".to_owned(),
            licence: "Fuzz".to_owned(),
            attribution: "Fuzz".to_owned(),
            made: "2026-11-25".to_owned(),
            services: sheet.services.len(),
            ..Default::default()
        };
        let count = sheet.services.len();
        let pack = Pack { manifest, services: sheet.services };
        let read = pack::read(&pack::write(&pack).expect("it is small")).expect("it was written");
        // What a build takes, the door takes.
        assert_eq!(shown(read), count);
    }
    if let Ok(read) = read {
        shown(read);
    }
});

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
