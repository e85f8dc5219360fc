//! A pack on a disk or a stick. Nothing of it is mapped: a stick that is pulled out is a read that
//! fails, and never a signal. A short list is kept whole, so that the stick may go; of a long one,
//! pages are read when they are shown, and only if they are what was checked.

use std::fs::File;
use std::io::{self, Read};

use crate::pack::{Seen, Source};

/// Far more than the list of a country needs, in bytes.
const LARGEST: u64 = 256 * 1024 * 1024;
/// A town's list is shorter, in bytes.
const KEPT_WHOLE: u64 = 4 * 1024 * 1024;
/// What is read at once, in bytes.
const PIECE: usize = 64 * 1024;

/// A file that is open, and how long it was then: a program that gave up its rights may not ask.
#[derive(Debug)]
pub(super) struct OnDisk {
    file: File,
    length: u64,
}

impl OnDisk {
    /// # Errors
    /// When nobody says how long it is.
    pub(super) fn new(file: File) -> io::Result<Self> {
        let length = file.metadata()?.len();
        Ok(Self { file, length })
    }
}

impl Source for OnDisk {
    fn length(&self) -> u64 {
        self.length
    }

    #[cfg(unix)]
    fn read(&self, from: u64, bytes: &mut [u8]) -> bool {
        std::os::unix::fs::FileExt::read_exact_at(&self.file, bytes, from).is_ok()
    }

    #[cfg(windows)]
    fn read(&self, mut from: u64, mut bytes: &mut [u8]) -> bool {
        while !bytes.is_empty() {
            match std::os::windows::fs::FileExt::seek_read(&self.file, bytes, from) {
                Ok(count) if count > 0 => {
                    from += count as u64;
                    bytes = &mut bytes[count..];
                }
                _ => return false,
            }
        }
        true
    }
}

/// Reads a file through once, for `check` to look at, and gives what can be read of it later: what
/// went by, and nothing else.
///
/// # Errors
/// Why it cannot be read.
pub(super) fn read<Checked>(
    OnDisk { file, length }: OnDisk,
    check: impl FnOnce(&mut dyn FnMut(&mut dyn FnMut(&[u8])) -> io::Result<()>) -> io::Result<Checked>,
) -> Result<(Box<dyn Source>, Checked), String> {
    let unread = |error: io::Error| format!("it cannot be read ({error})");
    if length > LARGEST {
        return Err(format!("it is larger than {} MB", LARGEST / 1024 / 1024));
    }
    let (mut whole, mut seen) = (Vec::new(), Seen::default());
    let is_kept = length <= KEPT_WHOLE;
    let mut read_through = |take: &mut dyn FnMut(&[u8])| {
        through(&file, length, &mut |piece: &[u8]| {
            take(piece);
            if is_kept { whole.extend(piece) } else { seen.take(piece) }
        })
    };
    let checked = check(&mut read_through).map_err(unread)?;
    if is_kept {
        return Ok((Box::new(whole), checked));
    }
    Ok((Box::new(seen.unchanged(OnDisk { file, length })), checked))
}

/// Hands on a file from its beginning, piece by piece, and no more than so much of it.
fn through(file: &File, length: u64, take: &mut dyn FnMut(&[u8])) -> io::Result<()> {
    let mut rest = file.take(length);
    let mut piece = vec![0; PIECE];
    loop {
        match rest.read(&mut piece)? {
            0 => return Ok(()),
            count => take(&piece[..count]),
        }
    }
}
