//! One record as bytes: its id and its cells, each with its length before it.

use std::fmt;

use crate::knowledge::local::{Records, Service};

/// Far more than all cells of a service may hold, in bytes.
const LARGEST: usize = 64 * 1024;

/// Bytes that lie somewhere: in memory, or in a file that is open.
pub trait Source: fmt::Debug + Send + Sync {
    /// How many there are.
    fn length(&self) -> u64;

    /// Fills `bytes` from a place on; false where that cannot be, or they are not what they were.
    fn read(&self, from: u64, bytes: &mut [u8]) -> bool;
}

impl Source for Vec<u8> {
    fn length(&self) -> u64 {
        self.len() as u64
    }

    fn read(&self, from: u64, bytes: &mut [u8]) -> bool {
        let part = usize::try_from(from).ok().and_then(|from| self.get(from..)?.get(..bytes.len()));
        part.map(|part| bytes.copy_from_slice(part)).is_some()
    }
}

/// The records of a pack, left where they lie.
#[derive(Debug)]
pub(super) struct Lying {
    pub source: Box<dyn Source>,
    /// Where the first begins in the file.
    pub start: u64,
    /// Where each ends, from there.
    pub ends: Vec<u32>,
}

impl Records for Lying {
    fn count(&self) -> usize {
        self.ends.len()
    }

    fn read(&self, place: usize) -> Option<Service> {
        let start =
            place.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied())?;
        let length = usize::try_from(self.ends.get(place)?.checked_sub(start)?).ok()?;
        let mut bytes = vec![0; Some(length).filter(|length| *length <= LARGEST)?];
        let is_read = self.source.read(self.start + u64::from(start), &mut bytes);
        if is_read { decode(&bytes) } else { None }
    }
}

/// The cells in their order, each with its length before it: seven bits a byte, the lowest first.
pub(super) fn encode(service: &Service, bytes: &mut Vec<u8>) {
    let cells = service.cells().map(|(_, text, _)| text);
    for text in std::iter::once(service.id.as_str()).chain(cells) {
        let mut length = text.len();
        while length >= 0x80 {
            bytes.push(length.to_le_bytes()[0] | 0x80);
            length >>= 7;
        }
        bytes.push(length.to_le_bytes()[0]);
        bytes.extend(text.as_bytes());
    }
}

/// Nothing, unless the bytes are cells and nothing else.
pub(super) fn decode(mut bytes: &[u8]) -> Option<Service> {
    let mut service = Service { id: text(&mut bytes)?, ..Service::default() };
    for (_, cell) in service.cells_mut() {
        *cell = text(&mut bytes)?;
    }
    bytes.is_empty().then_some(service)
}

fn text(bytes: &mut &[u8]) -> Option<String> {
    let mut length = 0;
    for shift in [0, 7, 14] {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        length |= usize::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            break;
        }
    }
    let (text, rest) = bytes.split_at_checked(length)?;
    *bytes = rest;
    std::str::from_utf8(text).ok().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_comes_back_and_no_part_of_it_does() {
        let long = "ü".repeat(9_000);
        let service = Service {
            id: "a".to_owned(),
            name: "Hall".to_owned(),
            source: long,
            ..Service::default()
        };
        let mut bytes = Vec::new();
        encode(&service, &mut bytes);
        assert_eq!(decode(&bytes), Some(service));
        for end in 0..bytes.len() {
            assert_eq!(decode(&bytes[..end]), None, "{end}");
        }
        assert_eq!(decode(&[&bytes[..], b"\0"].concat()), None);
    }
}
