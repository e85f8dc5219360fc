//! Rights given up once the terminal is open: a fault, or words from outside, can then write
//! nothing and tell nobody.

#[cfg(target_os = "linux")]
mod landlock;
#[cfg(target_os = "linux")]
mod seccomp;

use crate::terminal::{Protection, State};

/// Gives up every right that is not needed, as far as the system lets it. Threads that already
/// run keep theirs.
pub(in crate::terminal) fn lock_down() -> Vec<Protection> {
    let mut protections = Vec::new();
    #[cfg(target_os = "linux")]
    protections.push(Protection::new("memory closed to other programs", close_memory()));
    protections.push(Protection::new("no core file after a fault", forbid_core_file()));
    #[cfg(target_os = "linux")]
    {
        protections.push(Protection::new("no file can be opened (Landlock)", landlock::apply()));
        let name = "no network, no file, no other program (seccomp)";
        protections.push(Protection::new(name, seccomp::apply()));
    }
    protections
}

#[cfg(target_os = "linux")]
fn close_memory() -> State {
    use rustix::process::{DumpableBehavior, set_dumpable_behavior};
    State::of(set_dumpable_behavior(DumpableBehavior::NotDumpable).is_ok())
}

fn forbid_core_file() -> State {
    use rustix::process::{Resource, Rlimit, setrlimit};
    State::of(setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) }).is_ok())
}
