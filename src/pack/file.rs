//! The file: a small header, what the list says of itself, its records, and what the search knows of
//! them.
//!
//! | bytes | what |
//! |---|---|
//! | 8 | `AIRTPACK` |
//! | 4 | the version of this shape, little-endian, as all numbers are |
//! | 4 times 4 | the lengths of the four parts |
//! | | the manifest, as JSON |
//! | | where each record ends, 4 bytes each |
//! | | the records: id and cells in the order of the columns, each with its length before it |
//! | | the index: pieces of memory, each with its length in 4 bytes before it; or nothing |
//!
//! The parts stand one behind the other and fill the file: no offset can lead into another part, or
//! back, and no count is greater than the file. Records are read when they are shown. The index is
//! what the search works with, piece by piece; whether its places lead somewhere is for the search to
//! see before it uses it.

use std::sync::Arc;

use super::record::{Lying, Source, encode};
use crate::knowledge::local::{Manifest, Records, Service, Unread, clean};

/// What every pack begins with.
pub const MAGIC: &[u8] = b"AIRTPACK";
const VERSION: u32 = 2;
const HEADER: u64 = 28;
/// Letters of what is wrong with a file.
const LONGEST_REASON: usize = 80;
/// Of so many services an index is made at once, where a pack brings none.
const MOST_WITHOUT_INDEX: usize = 2_000;

/// An index has no more, and each takes room before anybody reads it.
const MOST_SERVICES: u64 = 1 << 20;

/// A pack that was read whole; nothing of it is checked yet.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Pack {
    pub manifest: Manifest,
    pub services: Vec<Service>,
}

/// The bytes of a pack without an index, for lists that are short.
///
/// # Errors
/// When it is too large.
pub fn write(pack: &Pack) -> Result<Vec<u8>, String> {
    write_with_index(pack, &[])
}

/// The bytes of a pack with the index of its services, in pieces.
///
/// # Errors
/// When it is too large.
pub fn write_with_index(pack: &Pack, index: &[Vec<u8>]) -> Result<Vec<u8>, String> {
    check_count(pack.services.len() as u64)?;
    let manifest = serde_json::to_vec(&pack.manifest).map_err(|error| error.to_string())?;
    let (mut ends, mut records) = (Vec::new(), Vec::new());
    for service in &pack.services {
        encode(service, &mut records);
        ends.extend(length(&records)?);
    }
    let mut pieces = Vec::new();
    for piece in index {
        pieces.extend(length(piece)?);
        pieces.extend(piece);
    }
    let parts = [manifest, ends, records, pieces];
    let mut bytes = [MAGIC, &VERSION.to_le_bytes()].concat();
    for part in &parts {
        bytes.extend(length(part)?);
    }
    bytes.extend(parts.concat());
    Ok(bytes)
}

fn check_count(services: u64) -> Result<(), String> {
    if services > MOST_SERVICES {
        return Err(format!("it has more than {MOST_SERVICES} services: make two lists of it"));
    }
    Ok(())
}

fn length(part: &[u8]) -> Result<[u8; 4], String> {
    let length = u32::try_from(part.len());
    length.map(u32::to_le_bytes).map_err(|_| "the list is too large: make two of it".to_owned())
}

/// Reads what a pack says of itself, and its index; its records stay where they lie.
///
/// # Errors
/// One line: what is wrong, and what to do.
pub fn open(source: Box<dyn Source>) -> Result<Unread, String> {
    let (manifest, records, index) = parts(source)?;
    if index.is_none() && records.count() > MOST_WITHOUT_INDEX {
        return Err("it has no index: build it again with `airt pack build`".to_owned());
    }
    Ok(Unread::new(manifest, Box::new(records), index))
}

/// Reads a whole pack.
///
/// # Errors
/// One line: what is wrong, and what to do.
pub fn read(bytes: &[u8]) -> Result<Pack, String> {
    read_from(Box::new(bytes.to_vec()))
}

/// The same, from wherever it lies.
///
/// # Errors
/// As above.
pub fn read_from(source: Box<dyn Source>) -> Result<Pack, String> {
    let (manifest, records, _) = parts(source)?;
    let service = |place| records.read(place).ok_or_else(|| broken("a record is cut"));
    let services = (0..records.count()).map(service).collect::<Result<_, _>>()?;
    Ok(Pack { manifest, services })
}

type Parts = (Manifest, Lying, Option<Vec<Arc<[u8]>>>);

fn parts(source: Box<dyn Source>) -> Result<Parts, String> {
    let [manifest_length, ends_length, records_length, index_length] = lengths(&*source)?;
    check_count(ends_length / 4)?;
    let ends_start = HEADER + manifest_length;
    let start = ends_start + ends_length;
    let manifest = bytes(&*source, HEADER, manifest_length)?;
    let manifest: Manifest =
        serde_json::from_slice(&manifest).map_err(|error| broken(&error.to_string()))?;
    let ends: Vec<u32> = numbers(&bytes(&*source, ends_start, ends_length)?).collect();
    let last = ends.last().copied().unwrap_or_default();
    let is_whole = ends_length.is_multiple_of(4) && u64::from(last) == records_length;
    if !is_whole || !ends.is_sorted() {
        return Err(broken("its records do not fill their place"));
    }
    if ends.len() != manifest.services {
        return Err(broken("it has another number of services than it says"));
    }
    let index = pieces(&*source, start + records_length, index_length)?;
    let index = Some(index).filter(|pieces| !pieces.is_empty());
    Ok((manifest, Lying { source, start, ends }, index))
}

/// The lengths of the four parts, which fill the file.
fn lengths(source: &dyn Source) -> Result<[u64; 4], String> {
    let header = bytes(source, 0, HEADER.min(source.length()))?;
    let Some(header) = header.strip_prefix(MAGIC) else {
        return Err("it is no pack: `airt pack build` makes one".to_owned());
    };
    let version = numbers(header).next().ok_or_else(|| broken("it ends too soon"))?;
    if version != VERSION {
        return Err(format!(
            "it is of shape {version}, and this airt reads {VERSION}: get a newer airt, or build it again"
        ));
    }
    let lengths: Vec<u64> = numbers(header).skip(1).map(u64::from).collect();
    let lengths: [u64; 4] = lengths.try_into().map_err(|_| broken("it ends too soon"))?;
    if lengths.iter().sum::<u64>() + HEADER != source.length() {
        return Err(broken("its parts do not fill it"));
    }
    Ok(lengths)
}

/// A part of the file; there is never more of it than of the file.
fn bytes(source: &dyn Source, from: u64, length: u64) -> Result<Vec<u8>, String> {
    let mut bytes = vec![0; usize::try_from(length).map_err(|_| broken("it is too large"))?];
    let is_read = source.read(from, &mut bytes);
    if is_read { Ok(bytes) } else { Err(broken("a part of it cannot be read")) }
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.as_chunks().0.iter().map(|number| u32::from_le_bytes(*number))
}

/// The pieces of the index, one behind the other, each read into its own memory and nowhere else.
fn pieces(source: &dyn Source, from: u64, length: u64) -> Result<Vec<Arc<[u8]>>, String> {
    let cut = || broken("its index is cut");
    let (mut at, end) = (from, from + length);
    let mut pieces = Vec::new();
    while at < end {
        let head = bytes(source, at, 4.min(end - at))?;
        let length = numbers(&head).next().map(u64::from).ok_or_else(cut)?;
        at += 4;
        let room = usize::try_from(length).ok().filter(|_| length <= end - at).ok_or_else(cut)?;
        let mut piece: Arc<[u8]> = std::iter::repeat_n(0, room).collect();
        let is_read = Arc::get_mut(&mut piece).is_some_and(|piece| source.read(at, piece));
        pieces.push(Some(piece).filter(|_| is_read).ok_or_else(cut)?);
        at += length;
    }
    Ok(pieces)
}

/// A fault that quotes the file is quoted without what a terminal would obey, and not for ever.
pub(super) fn broken(why: &str) -> String {
    let why: String = clean(why).chars().take(LONGEST_REASON).collect();
    format!("it is broken ({why}): copy it again from whoever made it")
}
