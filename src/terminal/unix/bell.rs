//! Wakes the watcher from a signal handler or from the thread that draws.

use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};

/// A pipe to oneself: a byte in it wakes whoever waits for it.
pub(super) struct Bell {
    heard: OwnedFd,
    rung: OwnedFd,
}

impl Bell {
    pub(super) fn new() -> io::Result<Self> {
        let (heard, rung) = rustix::pipe::pipe()?;
        rustix::io::ioctl_fionbio(&heard, true)?;
        rustix::io::ioctl_fionbio(&rung, true)?;
        Ok(Self { heard, rung })
    }

    /// Rings. A full pipe rings already. Safe in a signal handler.
    pub(super) fn ring(&self) {
        _ = rustix::io::write(&self.rung, b"!");
    }

    /// Takes all rings out of the pipe.
    pub(super) fn silence(&self) {
        let mut rings = [0; 512];
        while rustix::io::read(&self.heard, &mut rings) == Ok(rings.len()) {}
    }
}

impl AsFd for Bell {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.heard.as_fd()
    }
}
