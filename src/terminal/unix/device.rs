//! The terminal as a file: our own opening of it, so that nothing we set reaches the shell's.

use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::time::Duration;

use ratatui::layout::Size;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{Mode, OFlags};
use rustix::io::Errno;
use rustix::termios::{self, Action, OptionalActions, QueueSelector, Termios};

use crate::terminal::size;

/// The terminal. A write never waits; everything here may be called from a signal handler but
/// [`Device::open`].
#[derive(Debug)]
pub(super) struct Device {
    file: OwnedFd,
}

impl Device {
    /// Opens the terminal the program was started from.
    pub(super) fn open() -> io::Result<Self> {
        let flags = OFlags::RDWR | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
        let file = rustix::fs::open(c"/dev/tty", flags, Mode::empty())?;
        Ok(Self { file })
    }

    pub(super) fn settings(&self) -> io::Result<Termios> {
        Ok(termios::tcgetattr(&self.file)?)
    }

    /// Stops here while the program is in the background, as the system does with whoever sets
    /// the terminal from there. It changes nothing: it starts what no program has stopped.
    pub(super) fn wait_for_front(&self) -> io::Result<()> {
        Ok(termios::tcflow(&self.file, Action::OOn)?)
    }

    /// Puts settings in place, at once.
    pub(super) fn set(&self, settings: &Termios) -> io::Result<()> {
        Ok(termios::tcsetattr(&self.file, OptionalActions::Now, settings)?)
    }

    pub(super) fn size(&self) -> Size {
        termios::tcgetwinsize(&self.file)
            .map_or_else(|_| size::clamp(0, 0), |size| size::clamp(size.ws_col, size.ws_row))
    }

    /// Reads what is there; none when the terminal is gone, or another program is at the front: the
    /// system refuses to let anyone else read.
    pub(super) fn read<'a>(&self, buffer: &'a mut [u8]) -> Option<&'a [u8]> {
        match rustix::io::read(&self.file, &mut *buffer) {
            Ok(0) => None,
            Ok(length) => buffer.get(..length),
            Err(Errno::AGAIN | Errno::INTR) => Some(&[]),
            Err(_) => None,
        }
    }

    /// Writes what the terminal takes now.
    pub(super) fn write(&self, bytes: &[u8]) -> Result<usize, Errno> {
        rustix::io::write(&self.file, bytes)
    }

    /// Waits until the terminal may take more. An error, or its absence, shows at the next write.
    pub(super) fn wait_to_write(&self, longest: Duration) {
        wait(&mut [PollFd::new(&self.file, PollFlags::OUT)], Some(longest));
    }

    /// Waits until the terminal has something to say; false when nothing came in time.
    pub(super) fn wait_to_read(&self, longest: Duration) -> bool {
        wait(&mut [PollFd::new(&self.file, PollFlags::IN)], Some(longest))
    }

    /// Drops what was written and not yet read, and starts a terminal that was stopped. Linux
    /// starts what the Scroll Lock key or Ctrl+S stopped only after a program stopped it too.
    pub(super) fn unblock(&self) {
        _ = termios::tcflush(&self.file, QueueSelector::OFlush);
        _ = termios::tcflow(&self.file, Action::OOff);
        _ = termios::tcflow(&self.file, Action::OOn);
    }

    /// Drops what was typed and not yet read.
    pub(super) fn drop_input(&self) {
        _ = termios::tcflush(&self.file, QueueSelector::IFlush);
    }
}

impl AsFd for Device {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.file.as_fd()
    }
}

/// Waits for one of several files; without a time, until one is ready. True when one is.
pub(super) fn wait(files: &mut [PollFd], longest: Option<Duration>) -> bool {
    let time = longest.and_then(|time| Timespec::try_from(time).ok());
    poll(files, time.as_ref()).is_ok_and(|ready| ready > 0)
}
