//! Any bytes as a spreadsheet and as a directory's feed: what a build takes of them makes pages that
//! do no harm.

#![no_main]

use airt::pack::Sheet;
use airt_fuzz::{MADE, OWN, build};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let feed = Sheet::read_feeds(std::iter::once(bytes), &OWN, &MADE);
    for sheet in [Sheet::read(bytes, &OWN, &MADE), feed].into_iter().flatten() {
        build(sheet.services);
    }
});
