//! The program's end of the pipe to its guardian, and how the two look after each other.

use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::time::Duration;

use rustix::process::{Pid, Signal, WaitId, WaitIdOptions};

/// How often the program looks whether the terminal is still its own and its guardian was stopped,
/// and the guardian whether the program was. An end needs no looking: the pipe ends with it. Each
/// look wakes the machine: at rest the two wake it 120 times a minute.
pub(super) const LOOK: Duration = Duration::from_secs(1);

/// The program's end of the pipe. When the program dies, the pipe ends.
pub(super) struct Lifeline {
    file: OwnedFd,
    guardian: Pid,
    dismissed: AtomicBool,
    /// Whether the guardian can see that the program was stopped.
    pub(super) sees_stops: bool,
}

impl Lifeline {
    pub(super) fn new(file: OwnedFd, guardian: Pid, sees_stops: bool) -> Self {
        Self { file, guardian, dismissed: AtomicBool::new(false), sees_stops }
    }

    /// Ends the guardian, even a stopped one: the screen is clear. Safe in a signal handler.
    pub(super) fn dismiss(&self) {
        self.dismissed.store(true, SeqCst);
        _ = rustix::process::kill_process(self.guardian, Signal::KILL);
    }

    /// Whether the guardian is neither dead nor stopped, unless it was dismissed. It stays a child
    /// that was not waited for, so that its number is never another's.
    pub(super) fn holds(&self) -> bool {
        let ends = WaitIdOptions::EXITED | WaitIdOptions::STOPPED;
        let look = ends | WaitIdOptions::NOHANG | WaitIdOptions::NOWAIT;
        self.dismissed.load(SeqCst)
            || matches!(rustix::process::waitid(WaitId::Pid(self.guardian), look), Ok(None))
    }
}

impl AsFd for Lifeline {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.file.as_fd()
    }
}
