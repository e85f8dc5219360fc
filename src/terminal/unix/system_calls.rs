//! The calls that no kept crate offers as safe functions. The only unsafe code of the program.

use std::io;
use std::mem::MaybeUninit;
use std::ptr;

use rustix::process::Pid;

/// What a signal does.
pub(super) enum Action {
    /// Calls a function, which may only do what `signal-safety(7)` allows.
    Call(extern "C" fn(i32)),
    /// Nothing.
    Ignore,
    /// What the system does by itself.
    Default,
}

/// Says what a signal does, in every thread.
pub(super) fn on_signal(signal: i32, action: &Action) -> io::Result<()> {
    let handler = match action {
        Action::Call(function) => *function as *const () as libc::sighandler_t,
        Action::Ignore => libc::SIG_IGN,
        Action::Default => libc::SIG_DFL,
    };
    let mut settings = MaybeUninit::<libc::sigaction>::zeroed();
    // SAFETY: all fields of `sigaction` may be zero; `sigfillset` and `sigaction` are given
    // pointers to it that live for the call; the handler is a function with the right signature.
    let result = unsafe {
        let settings = settings.assume_init_mut();
        settings.sa_sigaction = handler;
        settings.sa_flags = libc::SA_ONSTACK | libc::SA_RESTART;
        libc::sigfillset(&raw mut settings.sa_mask);
        libc::sigaction(signal, settings, ptr::null_mut())
    };
    if result == 0 { Ok(()) } else { Err(io::Error::last_os_error()) }
}

/// Lets every signal reach this thread and those it starts: a program can be started with some of
/// them held back.
pub(super) fn unblock_signals() -> io::Result<()> {
    let mut none = MaybeUninit::<libc::sigset_t>::uninit();
    // SAFETY: `sigemptyset` fills the set before `pthread_sigmask` reads it; both live for the call.
    let result = unsafe {
        libc::sigemptyset(none.as_mut_ptr());
        libc::pthread_sigmask(libc::SIG_SETMASK, none.as_ptr(), ptr::null_mut())
    };
    if result == 0 { Ok(()) } else { Err(io::Error::from_raw_os_error(result)) }
}

/// Ends the process now: no destructor, no exit handler. Safe in a signal handler.
pub(super) fn exit_now(status: i32) -> ! {
    // SAFETY: `_exit` takes any status and does not return.
    unsafe { libc::_exit(status) }
}

/// Which side of a fork this is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Side {
    /// The process that was there before; with the new one.
    Parent(Pid),
    /// The new one.
    Child,
}

/// Makes a second process. The child has one thread and may only do what a signal handler may,
/// because another thread may have held a lock.
pub(super) fn fork() -> io::Result<Side> {
    // SAFETY: the callers keep to the rule above.
    match unsafe { libc::fork() } {
        -1 => Err(io::Error::last_os_error()),
        child => Ok(Pid::from_raw(child).map_or(Side::Child, Side::Parent)),
    }
}

/// Which Landlock the kernel has: `landlock_create_ruleset(2)`.
#[cfg(target_os = "linux")]
pub(super) fn landlock_version() -> io::Result<i64> {
    const ASK_FOR_VERSION: u32 = 1;
    let nothing = ptr::null::<u8>();
    // SAFETY: asked for the version, the call reads nothing.
    let version = unsafe {
        libc::syscall(libc::SYS_landlock_create_ruleset, nothing, 0_usize, ASK_FOR_VERSION)
    };
    if version < 0 { Err(io::Error::last_os_error()) } else { Ok(version) }
}
