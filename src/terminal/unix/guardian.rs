//! A second process that clears the screen when the first is killed or stopped, which no process
//! can see coming for itself.

use std::io;
use std::os::fd::OwnedFd;

use rustix::event::{PollFd, PollFlags};
use rustix::process::{Pid, Signal};

use super::lifeline::{LOOK, Lifeline};
use super::system_calls::{Side, exit_now, fork};
use super::{device, signals};

/// What the guardian will look at, opened while files may still be opened.
pub(super) struct Guardian {
    state: Option<OwnedFd>,
}

impl Guardian {
    pub(super) fn prepare() -> Self {
        Self { state: open_own_state() }
    }

    /// Starts the guardian, which will tidy the terminal up: without allocating or waiting for
    /// another thread. To be called before a page is sent, and before anything is typed: it keeps
    /// a copy of memory.
    pub(super) fn start(&self, tidy_up: impl Fn()) -> io::Result<Lifeline> {
        let program = rustix::process::getpid();
        let (end, file) = rustix::pipe::pipe()?;
        if let Side::Parent(guardian) = fork()? {
            return Ok(Lifeline::new(file, guardian, self.state.is_some()));
        }
        drop(file);
        self.guard(program, &end, tidy_up)
    }

    /// Whether a guardian can be started, with what else is open now.
    pub(super) fn can_start() -> bool {
        let pipe = rustix::pipe::pipe();
        match pipe.is_ok().then(fork) {
            Some(Ok(Side::Child)) => exit_now(0),
            Some(Ok(Side::Parent(_))) => true,
            _ => false,
        }
    }

    /// What the guardian does to its end. It may neither allocate nor lock.
    fn guard(&self, program: Pid, end: &OwnedFd, tidy_up: impl Fn()) -> ! {
        signals::ignore_all();
        _ = rustix::process::setsid();
        #[cfg(target_os = "linux")]
        {
            // A name of its own: who kills every `airt` by name leaves it to do its work.
            _ = rustix::thread::set_name(c"airt-guardian");
        }
        while !device::wait(&mut [PollFd::new(end, PollFlags::IN)], Some(LOOK)) {
            if self.is_stopped() {
                tidy_up();
                _ = rustix::process::kill_process(program, Signal::KILL);
                exit_now(0);
            }
        }
        tidy_up();
        exit_now(0)
    }

    /// Whether the program is stopped, by its line in `proc_pid_stat(5)`: `1 (airt) T`.
    fn is_stopped(&self) -> bool {
        let mut line = [0; 64];
        let length =
            self.state.as_ref().and_then(|file| rustix::io::pread(file, &mut line, 0).ok());
        let line = &line[..length.unwrap_or(0)];
        let name_ends = line.iter().rposition(|&byte| byte == b')');
        name_ends.and_then(|end| line.get(end + 2)) == Some(&b'T')
    }
}

#[cfg(target_os = "linux")]
fn open_own_state() -> Option<OwnedFd> {
    use rustix::fs::{Mode, OFlags};
    let flags = OFlags::RDONLY | OFlags::CLOEXEC;
    rustix::fs::open(c"/proc/self/stat", flags, Mode::empty()).ok()
}

#[cfg(not(target_os = "linux"))]
fn open_own_state() -> Option<OwnedFd> {
    None
}
