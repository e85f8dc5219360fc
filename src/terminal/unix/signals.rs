//! Every signal that would end or stop the program clears the screen first.

use std::io;

use super::departure::Departure;
use super::system_calls::{Action, exit_now, on_signal};

/// Signals that ask the program to end or to stop. SIGCONT too: whoever stopped the program has
/// had the terminal since, so what is on it is not known.
const ENDINGS: [i32; 13] = [
    libc::SIGTERM,
    libc::SIGHUP,
    libc::SIGINT,
    libc::SIGQUIT,
    libc::SIGTSTP,
    libc::SIGCONT,
    libc::SIGUSR1,
    libc::SIGUSR2,
    libc::SIGALRM,
    libc::SIGVTALRM,
    libc::SIGPROF,
    libc::SIGXCPU,
    libc::SIGIO,
];

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

/// Takes over all signals.
pub(super) fn take_over() -> io::Result<()> {
    for signal in ENDINGS {
        on_signal(signal, &Action::Call(end))?;
    }
    for signal in FAULTS {
        on_signal(signal, &Action::Call(fault))?;
    }
    for signal in IGNORED {
        on_signal(signal, &Action::Ignore)?;
    }
    on_signal(libc::SIGWINCH, &Action::Call(resize))
}

/// Lets no signal disturb the guardian.
pub(super) fn ignore_all() {
    for signal in ENDINGS.iter().chain(&IGNORED).chain(&[libc::SIGWINCH]) {
        _ = on_signal(*signal, &Action::Ignore);
    }
}

extern "C" fn end(_signal: i32) {
    leave_now(0);
}

extern "C" fn fault(signal: i32) {
    leave_now(128 + signal);
}

extern "C" fn resize(_signal: i32) {
    if let Some(departure) = Departure::get() {
        departure.note_resize();
        departure.bell.ring();
    }
}

/// Clears the screen, gives the terminal back and ends. Safe in a signal handler.
pub(super) fn leave_now(status: i32) -> ! {
    if let Some(departure) = Departure::get() {
        departure.clear();
        departure.give_back();
    }
    exit_now(status)
}
