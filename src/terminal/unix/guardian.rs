//! A second process that clears the screen when the first is killed or stopped, which no process
//! can see coming for itself.

use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::time::Duration;

use rustix::event::{PollFd, PollFlags};
use rustix::process::{Pid, Signal, WaitId, WaitIdOptions};

use super::departure::Departure;
use super::system_calls::{Side, exit_now, fork};
use super::{device, signals};

/// How often the guardian looks whether the program was stopped. Its end needs no looking.
const LOOK: Duration = Duration::from_millis(250);

/// The program's end of a pipe to the guardian. When the program dies, the pipe ends.
pub(super) struct Lifeline {
    file: OwnedFd,
    guardian: Pid,
    dismissed: AtomicBool,
}

impl Lifeline {
    /// Ends the guardian, even a stopped one: the screen is clear. Safe in a signal handler.
    pub(super) fn dismiss(&self) {
        self.dismissed.store(true, SeqCst);
        _ = rustix::process::kill_process(self.guardian, Signal::KILL);
    }

    /// Whether the guardian is neither dead nor stopped, unless it was dismissed. It stays a child that was not waited
    /// for, so that its number is never another's.
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

/// What the guardian will look at, opened while files may still be opened.
pub(super) struct Guardian {
    state: Option<OwnedFd>,
}

impl Guardian {
    pub(super) fn prepare() -> Self {
        Self { state: open_own_state() }
    }

    /// Starts the guardian. To be called before a page is sent, and before anything is typed: it
    /// keeps a copy of memory.
    pub(super) fn start(&self, departure: &'static Departure) -> io::Result<()> {
        let program = rustix::process::getpid();
        let (end, file) = rustix::pipe::pipe()?;
        if let Side::Parent(guardian) = fork()? {
            _ = departure.lifeline.set(Lifeline {
                file,
                guardian,
                dismissed: AtomicBool::new(false),
            });
            return Ok(());
        }
        drop(file);
        self.guard(departure, program, &end)
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

    /// The life of the guardian: no allocation, no lock.
    fn guard(&self, departure: &Departure, program: Pid, end: &OwnedFd) -> ! {
        signals::ignore_all();
        departure.gate.forget_writer();
        _ = rustix::process::setsid();
        #[cfg(target_os = "linux")]
        {
            // A name of its own: who kills every `airt` by name leaves it to do its work.
            _ = rustix::thread::set_name(c"airt-guardian");
        }
        while !device::wait(&mut [PollFd::new(end, PollFlags::IN)], Some(LOOK)) {
            if self.is_stopped() {
                tidy_up(departure);
                _ = rustix::process::kill_process(program, Signal::KILL);
                exit_now(0);
            }
        }
        tidy_up(departure);
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

fn tidy_up(departure: &Departure) {
    departure.clear();
    departure.restore_settings();
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
