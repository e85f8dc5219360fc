//! A pack is read once the program has given up its rights, and leaves with the screen.

use std::path::PathBuf;
use std::process::Command;

use airt::knowledge::Knowledge;
use airt::knowledge::local::{Manifest, Own, Seal, Service, clean};
use airt::knowledge::source::PartialDate;
use airt::pack::{self, Pack, Sheet};

use crate::support::pty::Session;

const SAMPLE: &[u8] = include_bytes!("../../data/packs/sample.csv");

/// The sample as a file, with what stands behind its first bytes cut off.
pub fn sample(name: &str, cut: usize) -> PathBuf {
    let knowledge = Knowledge::embedded().unwrap();
    let made = PartialDate::parse("2026-11-25").unwrap();
    let services = Sheet::read(SAMPLE, &Own::of(&knowledge), &made).unwrap().services;
    let pack = Pack { manifest: manifest(services.len()), services };
    let mut bytes = pack::write(&pack).unwrap();
    bytes.truncate(bytes.len() - cut);
    let path = std::env::temp_dir().join(format!("airt-{}-{name}.airtpack", std::process::id()));
    std::fs::write(&path, bytes).unwrap();
    path
}

fn manifest(services: usize) -> Manifest {
    let text = str::to_owned;
    Manifest {
        id: text("sample"),
        name: text("Sample of invented help"),
        maker: text("The makers of airt"),
        licence: text("MIT"),
        attribution: text("Invented for airt."),
        made: text("2026-11-25"),
        services,
        ..Manifest::default()
    }
}

fn shown(pack: &PathBuf) -> Session {
    let mut command = Command::new(env!("CARGO_BIN_EXE_airt"));
    Session::start(command.arg("--pack").arg(pack), 80, 24)
}

#[test]
fn a_pack_is_read_behind_the_locked_door_found_by_its_words_and_hidden() {
    let file = sample("whole", 0);
    let mut session = shown(&file);
    session.wait_for("Near you");
    session.send("toothache dentist");
    session.wait_for("Dentist at the Docks");
    session.send("\x18");
    assert!(session.wait_for_end().success());
    assert!(!session.everything().contains("Docks"), "{}", session.everything());
    std::fs::remove_file(file).unwrap();
}

/// A stick that is pulled out: what is left of the file is not what was written.
#[test]
fn a_pack_that_is_cut_short_is_a_line_and_all_else_works() {
    let file = sample("cut", 100);
    let mut session = shown(&file);
    session.wait_for("is left out: it is broken");
    session.send("my boss has my passport");
    session.wait_for("best match");
    session.send("\x18");
    assert!(session.wait_for_end().success());
    std::fs::remove_file(file).unwrap();
}

#[test]
fn a_pack_that_is_not_there_is_a_line_and_all_else_works() {
    let mut session = shown(&PathBuf::from("/no/such.airtpack"));
    session.wait_for("/no/such.airtpack cannot be opened");
    session.send("my boss has my passport");
    session.wait_for("best match");
    session.send("\x18");
    assert!(session.wait_for_end().success());
}

/// A short list is kept whole: the stick may go.
#[test]
fn a_pack_that_goes_away_while_it_is_shown_changes_nothing() {
    let file = sample("gone", 0);
    let mut session = shown(&file);
    session.wait_for("Near you");
    std::fs::File::create(&file).unwrap();
    session.send("toothache dentist");
    session.wait_for("Dentist at the Docks");
    session.send("\x18");
    assert!(session.wait_for_end().success());
    std::fs::remove_file(file).unwrap();
}

/// A list that is too long to be kept whole, as a file and as bytes.
fn long(name: &str) -> (PathBuf, Vec<u8>) {
    let service = |place: usize| Service {
        id: format!("hall-{place}"),
        name: "Zebra hall".to_owned(),
        what_it_does: "warm food ".repeat(39),
        who_for: "everybody ".repeat(29),
        words_people_use: "zebra; ".repeat(50),
        phone: format!("01632 96{place:04}"),
        source: "Invented ".repeat(20),
        website: format!("www.{}.org.uk", "zebra".repeat(30)),
        languages: "English; ".repeat(20),
        ..Service::default()
    };
    let services: Vec<Service> = (0..3_000).map(service).map(cleaned).collect();
    let pack = Pack { manifest: manifest(services.len()), services };
    let mut knowledge = Knowledge::embedded().unwrap();
    let Pack { manifest, services } = pack.clone();
    let list = knowledge.add(manifest, services, Seal::Unsigned, "").unwrap();
    assert!(knowledge[list].left_out.is_empty(), "{:?}", knowledge[list].left_out.first());
    let bytes = pack::write_with_index(&pack, &airt::search::index(&knowledge, list)).unwrap();
    assert!(bytes.len() > 4 * 1024 * 1024, "{}", bytes.len());
    let path = std::env::temp_dir().join(format!("airt-{}-{name}.airtpack", std::process::id()));
    std::fs::write(&path, &bytes).unwrap();
    (path, bytes)
}

fn cleaned(mut service: Service) -> Service {
    service.cells_mut().for_each(|(_, cell)| *cell = clean(cell));
    service
}

#[test]
fn a_long_list_is_read_when_it_is_shown() {
    let (file, _) = long("long");
    let mut session = shown(&file);
    session.wait_for("Near you");
    session.send("zebra hall");
    session.wait_for("Zebra hall");
    session.send("\x18");
    assert!(session.wait_for_end().success());
    std::fs::remove_file(file).unwrap();
}

/// Whoever changes a file after its signature was checked changes nothing that a person sees.
#[test]
fn a_long_list_that_is_changed_while_it_is_open_is_not_shown() {
    let (file, mut bytes) = long("changed");
    let mut session = shown(&file);
    session.wait_for("Near you");
    for place in 0..bytes.len() - 8 {
        if bytes[place..].starts_with(b"01632 96") {
            bytes[place + 7] = b'9';
        }
    }
    std::fs::write(&file, &bytes).unwrap();
    session.send("zebra hall");
    session.wait_for("cannot be read now: its stick is gone");
    assert!(!session.everything().contains("01632 99"), "{}", session.everything());
    session.send("\x18");
    assert!(session.wait_for_end().success());
    std::fs::remove_file(file).unwrap();
}

/// A stick that is pulled out is a read that fails: no signal, and the way out is as ever.
#[test]
fn a_long_list_that_goes_away_while_it_is_open_is_said_to_be_gone() {
    let (file, _) = long("away");
    let mut session = shown(&file);
    session.wait_for("Near you");
    std::fs::File::create(&file).unwrap();
    session.send("zebra hall");
    session.wait_for("cannot be read now: its stick is gone");
    session.send("\x18");
    assert!(session.wait_for_end().success());
    std::fs::remove_file(file).unwrap();
}
