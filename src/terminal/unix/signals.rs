//! Every signal that would end or stop the program clears the screen first.

use std::io;

use super::system_calls::{self, Action, on_signal};

/// The last signal; on Linux the real-time signals end a program too.
#[cfg(target_os = "linux")]
const LAST: i32 = 64;
#[cfg(not(target_os = "linux"))]
const LAST: i32 = 31;

/// Signals that nobody can take over, or that do nothing to a program.
#[cfg(target_os = "linux")]
const LEFT_ALONE: [i32; 5] =
    [libc::SIGKILL, libc::SIGSTOP, libc::SIGCHLD, libc::SIGURG, libc::SIGWINCH];
#[cfg(not(target_os = "linux"))]
const LEFT_ALONE: [i32; 6] =
    [libc::SIGKILL, libc::SIGSTOP, libc::SIGCHLD, libc::SIGURG, libc::SIGWINCH, libc::SIGINFO];

/// Signals of a fault in the program.
const FAULTS: [i32; 7] = [
    libc::SIGSEGV,
    libc::SIGBUS,
    libc::SIGABRT,
    libc::SIGILL,
    libc::SIGFPE,
    libc::SIGTRAP,
    libc::SIGSYS,
];

/// From another process group the terminal must still be cleared, and a read must fail, not stop.
const IGNORED: [i32; 3] = [libc::SIGTTOU, libc::SIGTTIN, libc::SIGPIPE];

/// Lets every signal reach the program, whatever it was started with. A background program then
/// stops at the terminal.
pub(super) fn start_afresh() -> io::Result<()> {
    on_signal(libc::SIGTTOU, &Action::Default)?;
    system_calls::unblock_signals()
}

/// What is called at a signal, and may only do what `signal-safety(7)` allows.
pub(super) struct Handlers {
    /// Something asks the program to end or to stop.
    pub(super) end: extern "C" fn(i32),
    /// The program did what no program may do.
    pub(super) fault: extern "C" fn(i32),
    /// The terminal has a new size.
    pub(super) resize: extern "C" fn(i32),
}

/// Takes over all signals. Whatever would end or stop the program clears the screen; SIGCONT too:
/// whoever stopped the program has had the terminal since, so what is on it is not known.
pub(super) fn take_over(handlers: &Handlers) -> io::Result<()> {
    for signal in all() {
        // The C library keeps two signals to itself; a killer's use of them is for the guardian.
        _ = on_signal(signal, &Action::Call(handlers.end));
    }
    for signal in FAULTS {
        on_signal(signal, &Action::Call(handlers.fault))?;
    }
    for signal in IGNORED {
        on_signal(signal, &Action::Ignore)?;
    }
    on_signal(libc::SIGWINCH, &Action::Call(handlers.resize))
}

/// Lets no signal disturb the guardian, nor one for a fault make it clear a living page.
pub(super) fn ignore_all() {
    for signal in all() {
        _ = on_signal(signal, &Action::Ignore);
    }
}

fn all() -> impl Iterator<Item = i32> {
    (1..=LAST).filter(|signal| !LEFT_ALONE.contains(signal))
}
