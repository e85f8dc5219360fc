//! Any bytes as a pack, and as changes to a sound one with its index: whatever they are, the pages
//! of airt stay as they are, a search ends, and no page has a text or a number that could do harm.
//!
//! Lengths are put right after each change: else nearly every change would end at the head.
//!
//! `cargo +nightly fuzz run -s none pack -- -max_len=24576`, with packs that `airt pack build` made in
//! `fuzz/corpus/pack`. There is no unsafe code for a sanitizer to watch.

#![no_main]

use std::sync::LazyLock;

use airt::knowledge::local::Seal;
use airt::pack::{self, Pack, Sheet};
use airt::search::index;
use airt_fuzz::{MADE, OWN, knowledge, manifest, search};
use libfuzzer_sys::fuzz_target;

const HEAD: usize = 28;

/// A pack as `airt pack build` makes it, and its index in pieces.
static SOUND: LazyLock<(Pack, Vec<Vec<u8>>)> = LazyLock::new(|| {
    let sheet = Sheet::read(include_bytes!("../../data/packs/sample.csv"), &OWN, &MADE);
    let services = sheet.expect("it is sound").services;
    let pack = Pack { manifest: manifest(services.len()), services };
    let Pack { manifest, services } = pack.clone();
    let mut knowledge = knowledge();
    let list = knowledge.add(manifest, services, Seal::Unsigned, "").expect("it is sound");
    (pack, index(&knowledge, list))
});

fuzz_target!(|bytes: &[u8]| {
    let pack =
        if bytes.starts_with(pack::MAGIC) { with_lengths(bytes.to_vec()) } else { changed(bytes) };
    let _ = pack::read(bytes);
    let _ = pack::read(&pack);
    search(pack);
});

/// The sound pack with changes of five bytes each: which piece of the index or else the rest of the
/// file, what is done there, two for the place, and what is put there.
fn changed(bytes: &[u8]) -> Vec<u8> {
    let (pack, mut index) = SOUND.clone();
    let changes = bytes.as_chunks::<5>().0;
    for [piece, what, place @ .., byte] in changes {
        if let Some(piece) = index.get_mut(usize::from(*piece)) {
            change(piece, *what, u16::from_le_bytes(*place).into(), *byte);
        }
    }
    let mut pack = pack::write_with_index(&pack, &index).expect("it is small");
    for [piece, _, place @ .., byte] in changes {
        if usize::from(*piece) >= index.len() {
            change(&mut pack, 0, u16::from_le_bytes(*place).into(), *byte);
        }
    }
    pack
}

/// Puts a byte in the place of one or before it, or takes some away.
fn change(piece: &mut Vec<u8>, what: u8, place: usize, byte: u8) {
    let place = place % (piece.len() + 1);
    match (what % 4, piece.get_mut(place)) {
        (0 | 1, Some(there)) => *there = byte,
        (3, Some(_)) => drop(piece.drain(place..piece.len().min(place + usize::from(byte)))),
        _ => piece.insert(place, byte),
    }
}

/// The same bytes with a head that says how long its parts are: as it says, as far as there are so
/// many bytes, and the index is the rest.
fn with_lengths(mut pack: Vec<u8>) -> Vec<u8> {
    let Some(mut rest) = pack.len().checked_sub(HEAD) else { return pack };
    for part in 0..4 {
        let place = 12 + 4 * part;
        let said = u32::from_le_bytes(pack[place..place + 4].try_into().expect("there are four"));
        let length = if part == 3 { rest } else { rest.min(said as usize) };
        pack[place..place + 4].copy_from_slice(&(length as u32).to_le_bytes());
        rest -= length;
    }
    pack
}
