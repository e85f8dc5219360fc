//! A pack is read once the program has given up its rights, and leaves with the screen.

use std::path::PathBuf;
use std::process::Command;

use airt::knowledge::Knowledge;
use airt::knowledge::local::{Manifest, Own};
use airt::knowledge::source::PartialDate;
use airt::pack::{self, Pack, Sheet};

use crate::support::pty::Session;

const SAMPLE: &[u8] = include_bytes!("../../data/packs/sample.csv");

/// The sample as a file, with what stands behind its first bytes cut off.
fn sample(name: &str, cut: usize) -> PathBuf {
    let knowledge = Knowledge::embedded().unwrap();
    let made = PartialDate::parse("2026-11-25").unwrap();
    let services = Sheet::read(SAMPLE, &Own::of(&knowledge), &made).unwrap().services;
    let text = str::to_owned;
    let manifest = Manifest {
        id: text("sample"),
        name: text("Sample of invented help"),
        maker: text("The makers of airt"),
        licence: text("MIT"),
        attribution: text("Invented for airt."),
        made: text("2026-11-25"),
        services: services.len(),
        ..Manifest::default()
    };
    let mut bytes = pack::write(&Pack { manifest, services }).unwrap();
    bytes.truncate(bytes.len() - cut);
    let path = std::env::temp_dir().join(format!("airt-{}-{name}.airtpack", std::process::id()));
    std::fs::write(&path, bytes).unwrap();
    path
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

/// Nothing of a pack is mapped: bytes that go away later are missed by nobody.
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
