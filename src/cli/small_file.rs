//! Reading small text files that people name: never waits, never grows without bound.

use std::fs::{File, OpenOptions};
use std::io::{self, Read};
use std::path::Path;

/// A mark that some editors put before UTF-8 text.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// Opens a file whose reading never waits: the kernel has files that look ordinary and do.
fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, libc::O_NONBLOCK);
    options.open(path)
}

/// Reads a text file of at most `largest` bytes.
///
/// # Errors
/// When it is not there, no ordinary file (a pipe could make the program wait for ever), larger, or
/// not UTF-8.
pub(super) fn read(path: &Path, largest: u64) -> io::Result<String> {
    let bytes = read_bytes(path, largest)?;
    let text = String::from_utf8(bytes).map_err(|_| io::Error::other("it is not UTF-8"))?;
    Ok(text.trim_start_matches(BYTE_ORDER_MARK).to_owned())
}

/// The same in whatever letters it was saved.
pub(super) fn read_bytes(path: &Path, largest: u64) -> io::Result<Vec<u8>> {
    if !std::fs::metadata(path)?.is_file() {
        return Err(io::Error::other("it is no ordinary file"));
    }
    let mut bytes = Vec::new();
    open(path)?.take(largest + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > largest {
        return Err(io::Error::other(format!("it is larger than {} KB", largest / 1024)));
    }
    Ok(bytes)
}
