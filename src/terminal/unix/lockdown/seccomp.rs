//! seccomp: a list of the system calls that an interface needs; all others are refused.
//!
//! Refused with an error, never with a kill: a kill would leave the page on the screen.

use std::collections::BTreeMap;

use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter,
    SeccompRule,
};

use crate::terminal::State;

/// Calls that are needed whatever their arguments.
const ALLOWED: &[i64] = &[
    // What is open already: the terminal, pipes, one line of /proc.
    libc::SYS_read,
    libc::SYS_write,
    libc::SYS_pread64,
    libc::SYS_close,
    libc::SYS_ppoll,
    libc::SYS_pipe2,
    // Memory.
    libc::SYS_brk,
    libc::SYS_mmap,
    libc::SYS_munmap,
    libc::SYS_mremap,
    libc::SYS_mprotect,
    libc::SYS_madvise,
    // Threads, and the fork of the guardian.
    libc::SYS_clone,
    libc::SYS_clone3,
    libc::SYS_futex,
    libc::SYS_gettid,
    libc::SYS_getpid,
    libc::SYS_rseq,
    libc::SYS_sched_getaffinity,
    libc::SYS_sched_yield,
    libc::SYS_set_robust_list,
    libc::SYS_set_tid_address,
    libc::SYS_setsid,
    // Signals; kill, waitid, tgkill and, in musl, tkill let a program and its guardian look
    // after each other, and a fault end this one.
    libc::SYS_kill,
    libc::SYS_waitid,
    libc::SYS_tgkill,
    libc::SYS_tkill,
    libc::SYS_rt_sigaction,
    libc::SYS_rt_sigprocmask,
    libc::SYS_rt_sigreturn,
    libc::SYS_sigaltstack,
    libc::SYS_restart_syscall,
    // Time, chance, the end.
    libc::SYS_clock_gettime,
    libc::SYS_clock_nanosleep,
    libc::SYS_nanosleep,
    libc::SYS_getrandom,
    libc::SYS_exit,
    libc::SYS_exit_group,
];

/// Calls that only some processors have; some C libraries use them there: musl forks the guardian
/// so.
#[cfg(target_arch = "x86_64")]
const ALLOWED_HERE: &[i64] = &[libc::SYS_poll, libc::SYS_pipe, libc::SYS_fork];
#[cfg(not(target_arch = "x86_64"))]
const ALLOWED_HERE: &[i64] = &[];

/// What may be asked of an open file: settings, size and queues of the terminal, and whether a
/// pipe waits. Typing into another terminal (`TIOCSTI`) is not among them.
const ALLOWED_IOCTLS: &[libc::Ioctl] = &[
    libc::TCGETS,
    libc::TCGETS2,
    libc::TCSETS,
    libc::TCSETS2,
    libc::TCFLSH,
    libc::TCXONC,
    libc::TIOCGWINSZ,
    libc::FIONBIO,
];

/// Refuses every other system call, in this thread and those it starts.
pub(super) fn apply() -> State {
    let is_on = filter().is_some_and(|filter| seccompiler::apply_filter(&filter).is_ok());
    match rustix::thread::secure_computing_mode() {
        _ if is_on => State::On,
        // The kernel was built without it: prctl(2), PR_GET_SECCOMP.
        Err(rustix::io::Errno::INVAL) => State::Off,
        _ => State::SwitchedOff,
    }
}

fn filter() -> Option<BpfProgram> {
    let mut rules: BTreeMap<i64, Vec<SeccompRule>> =
        ALLOWED.iter().chain(ALLOWED_HERE).map(|&call| (call, Vec::new())).collect();
    let ioctls: Option<Vec<_>> =
        ALLOWED_IOCTLS.iter().map(|&request| when(1, low_half(request)?)).collect();
    rules.insert(libc::SYS_ioctl, ioctls?);
    rules.insert(libc::SYS_prctl, vec![when(0, u64::try_from(libc::PR_SET_NAME).ok()?)?]);
    let refused = SeccompAction::Errno(u32::try_from(libc::EPERM).ok()?);
    let target = std::env::consts::ARCH.try_into().ok()?;
    SeccompFilter::new(rules, refused, SeccompAction::Allow, target).ok()?.try_into().ok()
}

/// The half of a request that the kernel looks at: C libraries differ in its type and its sign.
fn low_half(request: libc::Ioctl) -> Option<u64> {
    u64::try_from(i128::from(request) & i128::from(u32::MAX)).ok()
}

/// A rule for one argument of a call.
fn when(argument: u8, value: u64) -> Option<SeccompRule> {
    let equal = SeccompCondition::new(argument, SeccompCmpArgLen::Dword, SeccompCmpOp::Eq, value);
    SeccompRule::new(vec![equal.ok()?]).ok()
}
