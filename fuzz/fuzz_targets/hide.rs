//! Whatever bytes came before, in whatever reads, a hide key hides.
//!
//! `cargo +nightly fuzz run hide`. The first byte says which hide key, the second how long the
//! reads are; the rest is what came before.

#![no_main]

use std::time::Instant;

use airt::terminal::input::{Input, PATIENCE};
use libfuzzer_sys::fuzz_target;

const HIDE_KEYS: [&[u8]; 8] =
    [b"\x1b", b"\x03", b"\x11", b"\x18", b"\x1a", b"\x1c", b"\x1b[24~", b"\x1b[99;5u"];

fuzz_target!(|bytes: &[u8]| {
    let [which, length, before @ ..] = bytes else { return };
    let mut input = Input::default();
    let now = Instant::now();
    for read in before.chunks(usize::from(*length).max(1)) {
        input.take(read, now);
    }
    let key = HIDE_KEYS[usize::from(*which) % HIDE_KEYS.len()];
    assert!(input.take(key, now).hide || input.take_silence(now + PATIENCE).hide);
});
