//! Reading with a buffer that is wiped when it is no longer needed.

use std::io::{self, BufRead, Read};

use zeroize::{Zeroize, Zeroizing};

/// The most bytes a terminal hands over at once.
const CAPACITY: usize = 4096;

/// A buffered reader that overwrites what has been used. The standard one keeps it.
#[derive(Debug)]
pub struct WipedReader<R> {
    source: R,
    buffer: Zeroizing<[u8; CAPACITY]>,
    start: usize,
    end: usize,
}

impl<R: Read> WipedReader<R> {
    /// Reads from a source.
    pub fn new(source: R) -> Self {
        Self { source, buffer: Zeroizing::new([0; CAPACITY]), start: 0, end: 0 }
    }
}

impl<R: Read> Read for WipedReader<R> {
    fn read(&mut self, target: &mut [u8]) -> io::Result<usize> {
        let length = self.fill_buf()?.read(target)?;
        self.consume(length);
        Ok(length)
    }
}

impl<R: Read> BufRead for WipedReader<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.start == self.end {
            self.start = 0;
            self.end = self.source.read(self.buffer.as_mut_slice())?;
        }
        Ok(&self.buffer[self.start..self.end])
    }

    fn consume(&mut self, length: usize) {
        let used = self.start..(self.start + length).min(self.end);
        self.start = used.end;
        self.buffer[used].zeroize();
    }
}
