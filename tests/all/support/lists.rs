//! Lists of local services: the sample of invented ones, and rows made up for a test.

use std::path::PathBuf;

use airt::knowledge::Knowledge;
use airt::knowledge::local::{ListIndex, Manifest, Own, Seal, Service};
use airt::knowledge::source::PartialDate;
use airt::pack::{self, Pack, Sheet};

/// The day the lists of the tests are made.
pub const MADE: &str = "2026-11-25";

pub const NOTE: &str = "These services are invented, to try airt. Do not call them.";

/// Reads a spreadsheet.
pub fn read(bytes: &[u8]) -> Result<Sheet, String> {
    let knowledge = Knowledge::embedded().unwrap();
    Sheet::read(bytes, &Own::of(&knowledge), &PartialDate::parse(MADE).unwrap())
}

/// What a list says of itself.
pub fn manifest(id: &str) -> Manifest {
    Manifest {
        id: id.to_owned(),
        name: "Sample of invented help".to_owned(),
        maker: "The makers of airt".to_owned(),
        licence: "MIT or Apache-2.0".to_owned(),
        attribution: "Invented for airt.".to_owned(),
        note: NOTE.to_owned(),
        made: MADE.to_owned(),
        sequence: 1,
        services: 0,
    }
}

/// A list of these services.
pub fn pack(services: Vec<Service>) -> Pack {
    Pack { manifest: Manifest { services: services.len(), ..manifest("sample") }, services }
}

/// The sample of invented services.
pub fn sample() -> Pack {
    let sheet = read(include_bytes!("../../../data/packs/sample.csv")).unwrap();
    assert_eq!(sheet.left_out(), 0, "{:?}", sheet.remarks);
    pack(sheet.services)
}

pub fn add(knowledge: &mut Knowledge, pack: Pack) -> ListIndex {
    knowledge.add(pack.manifest, pack.services, Seal::Unsigned, "").unwrap()
}

pub fn add_sample(knowledge: &mut Knowledge) -> ListIndex {
    add(knowledge, sample())
}

/// The bytes of a pack as `airt pack build` makes them.
pub fn indexed(pack: &Pack) -> Vec<u8> {
    let mut knowledge = Knowledge::embedded().unwrap();
    let list = add(&mut knowledge, pack.clone());
    pack::write_with_index(pack, &airt::search::index(&knowledge, list)).unwrap()
}

/// A list of which nothing is read but what it says of itself.
pub fn open(knowledge: &mut Knowledge, bytes: Vec<u8>) -> Result<ListIndex, String> {
    let list = pack::open(Box::new(bytes))?;
    knowledge.open(list, Seal::Unsigned)
}

/// A service that is right.
pub fn service(name: &str) -> Service {
    let text = str::to_owned;
    Service {
        id: airt::pack::slug(name),
        name: text(name),
        what_it_does: text("Help for everybody."),
        source: text("Invented for airt"),
        ..Service::default()
    }
}

/// A new empty folder of a test.
pub fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("airt-packs-{}-{name}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}
