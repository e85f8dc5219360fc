//! A file that was looked at once stays what it was: whoever changes it later, after its signature was
//! checked, changes nothing that a person sees.

use sha2::{Digest, Sha256};

use super::Source;

/// What is read and compared at once, in bytes.
const BLOCK: usize = 4 * 1024;

/// The bytes of a file as they went by, block by block.
#[derive(Debug, Default)]
pub struct Seen {
    blocks: Vec<[u8; 32]>,
    /// The bytes that fill no block yet.
    open: Sha256,
    length: u64,
}

impl Seen {
    /// Takes the next bytes of the file.
    pub fn take(&mut self, mut bytes: &[u8]) {
        while !bytes.is_empty() {
            let filled = usize::try_from(self.length % BLOCK as u64).unwrap_or_default();
            let (part, rest) = bytes.split_at(bytes.len().min(BLOCK - filled));
            self.open.update(part);
            self.length += part.len() as u64;
            if filled + part.len() == BLOCK {
                self.blocks.push(self.open.finalize_reset().into());
            }
            bytes = rest;
        }
    }

    /// The file, of which nothing is given any more that did not go by.
    pub fn unchanged<F: Source>(mut self, file: F) -> Unchanged<F> {
        if !self.length.is_multiple_of(BLOCK as u64) {
            self.blocks.push(self.open.finalize_reset().into());
        }
        Unchanged { file, blocks: self.blocks, length: self.length }
    }
}

/// A file as it was when it was looked at.
#[derive(Debug)]
pub struct Unchanged<F> {
    file: F,
    blocks: Vec<[u8; 32]>,
    length: u64,
}

impl<F: Source> Unchanged<F> {
    /// Reads one block, if it is what it was.
    fn block(&self, place: u64, room: &mut [u8; BLOCK]) -> Option<usize> {
        let from = place * BLOCK as u64;
        let length = usize::try_from(self.length.checked_sub(from)?.min(BLOCK as u64)).ok()?;
        let bytes = &mut room[..length];
        let seen = self.blocks.get(usize::try_from(place).ok()?)?;
        (self.file.read(from, bytes) && Sha256::digest(bytes)[..] == seen[..]).then_some(length)
    }
}

impl<F: Source> Source for Unchanged<F> {
    fn length(&self) -> u64 {
        self.length
    }

    fn read(&self, from: u64, bytes: &mut [u8]) -> bool {
        let mut room = [0; BLOCK];
        let (mut from, mut rest) = (from, bytes);
        while !rest.is_empty() {
            let Some(length) = self.block(from / BLOCK as u64, &mut room) else { return false };
            let start = usize::try_from(from % BLOCK as u64).unwrap_or_default();
            let Some(there) = room[..length].get(start..).filter(|there| !there.is_empty()) else {
                return false;
            };
            let (part, later) = rest.split_at_mut(there.len().min(rest.len()));
            part.copy_from_slice(&there[..part.len()]);
            from += part.len() as u64;
            rest = later;
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(bytes: &[u8], file: Vec<u8>, piece: usize) -> Unchanged<Vec<u8>> {
        let mut seen = Seen::default();
        bytes.chunks(piece).for_each(|piece| seen.take(piece));
        seen.unchanged(file)
    }

    #[test]
    fn what_did_not_change_is_read_across_blocks() {
        let bytes: Vec<u8> =
            (0..3 * BLOCK + 5).map(|place| u8::try_from(place % 251).unwrap()).collect();
        for piece in [1, 1_000, BLOCK, 10 * BLOCK] {
            let source = seen(&bytes, bytes.clone(), piece);
            for (from, length) in [(0, bytes.len()), (BLOCK - 1, 2), (3 * BLOCK, 5), (7, BLOCK)] {
                let mut read = vec![0; length];
                assert!(source.read(from as u64, &mut read));
                assert_eq!(read, bytes[from..from + length]);
            }
            assert!(!source.read(bytes.len() as u64, &mut [0]), "behind the end");
            assert!(!source.read(u64::MAX, &mut [0]));
        }
    }

    #[test]
    fn what_changed_or_went_away_is_not_given() {
        let bytes = vec![7; 2 * BLOCK];
        let mut changed = bytes.clone();
        changed[BLOCK] = 8;
        let source = seen(&bytes, changed, 100);
        let mut one = [0];
        assert!(source.read(0, &mut one));
        assert!(!source.read(BLOCK as u64, &mut one));
        assert!(!source.read(2 * BLOCK as u64 - 1, &mut one), "another byte of that block");
        let cut = seen(&bytes, bytes[..BLOCK].to_vec(), 100);
        assert!(cut.read(BLOCK as u64 - 1, &mut one) && !cut.read(BLOCK as u64, &mut one));
    }
}
