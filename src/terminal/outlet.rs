//! Printing on a terminal that many people share: on what was open before its rights were given up.

use std::fs::{File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Instant;

use super::printing::{LOOK, PATIENCE, run};
use crate::interface::printing::{Delivery, Reply};
use crate::paper::Order;

/// Where paper comes from on a terminal that many people share. No file is ever written there.
#[derive(Debug)]
pub enum Outlet {
    /// A program that reads what it prints, such as `lp`.
    Program(PathBuf),
    /// A device or a named pipe, open.
    Device(File),
}

impl Outlet {
    /// Opens it, while files may be opened.
    ///
    /// # Errors
    /// When it is not there, not allowed, or a file that would keep what is printed.
    pub fn open(path: &Path) -> io::Result<Self> {
        use std::os::unix::fs::{FileTypeExt as _, OpenOptionsExt as _, PermissionsExt as _};
        let found = path.metadata()?;
        if found.is_file() && found.permissions().mode() & 0o111 != 0 {
            return Ok(Self::Program(path.to_owned()));
        }
        if !found.file_type().is_char_device() && !found.file_type().is_fifo() {
            return Err(ErrorKind::InvalidInput.into());
        }
        let flags = libc::O_NONBLOCK | libc::O_NOCTTY;
        let open =
            |reads| OpenOptions::new().read(reads).write(true).custom_flags(flags).open(path);
        // A pipe that is read as well needs nobody at its other end yet.
        Ok(Self::Device(open(true).or_else(|_| open(false))?))
    }

    /// Does what was ordered, and says what became of it.
    pub fn carry_out(&self, order: &Order) -> Reply {
        match order {
            Order::Look => Reply::Found { printer: Some(self.name()), folder: String::new() },
            Order::Print { text } => {
                let is_printed = self.print(text);
                Reply::Done(if is_printed { Delivery::Printed } else { Delivery::Refused })
            }
            Order::Save { .. } => Reply::Done(Delivery::NotAllowed),
        }
    }

    fn name(&self) -> String {
        match self {
            Self::Program(path) => path.display().to_string(),
            Self::Device(_) => String::new(),
        }
    }

    fn print(&self, text: &str) -> bool {
        match self {
            Self::Program(path) => run(&[path.as_os_str()], text).is_some(),
            // As printers take it that nobody speaks for: back to the left, and the page out.
            Self::Device(device) => feed(device, &format!("{}\x0c", text.replace('\n', "\r\n"))),
        }
    }
}

/// Writes a text to a device that may be slow, or off.
fn feed(mut device: &File, text: &str) -> bool {
    let (start, mut rest) = (Instant::now(), text.as_bytes());
    while !rest.is_empty() {
        match device.write(rest) {
            Ok(length) if length > 0 => rest = &rest[length..],
            Err(error) if error.kind() == ErrorKind::WouldBlock && start.elapsed() < PATIENCE => {
                thread::sleep(LOOK);
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            _ => return false,
        }
    }
    true
}
