//! Rights given up once the terminal is open: a fault, or words from outside, can then write
//! nothing and tell nobody.

#[cfg(target_os = "linux")]
mod landlock;
#[cfg(target_os = "linux")]
mod seccomp;

use crate::terminal::{Protection, State};

/// One kind of rights. The program gives up [`ALL`]; a test gives up one, to see it alone.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Layer {
    /// Other programs of the same person cannot read its memory.
    #[cfg(target_os = "linux")]
    Memory,
    /// A fault leaves no copy of memory behind.
    CoreFile,
    #[cfg(target_os = "linux")]
    Landlock,
    #[cfg(target_os = "linux")]
    Seccomp,
}

/// Every kind that this system knows.
pub const ALL: &[Layer] = &[
    #[cfg(target_os = "linux")]
    Layer::Memory,
    Layer::CoreFile,
    #[cfg(target_os = "linux")]
    Layer::Landlock,
    #[cfg(target_os = "linux")]
    Layer::Seccomp,
];

/// Gives rights up, for ever, as far as the system lets it. Threads that already run keep theirs.
pub fn apply(layers: &[Layer]) -> Vec<Protection> {
    layers.iter().map(|layer| layer.apply()).collect()
}

impl Layer {
    fn apply(self) -> Protection {
        match self {
            #[cfg(target_os = "linux")]
            Self::Memory => Protection::new("memory closed to other programs", close_memory()),
            Self::CoreFile => Protection::new("no core file after a fault", forbid_core_file()),
            #[cfg(target_os = "linux")]
            Self::Landlock => {
                Protection::new("no file can be opened (Landlock)", landlock::apply())
            }
            #[cfg(target_os = "linux")]
            Self::Seccomp => {
                let name = "no network, no file, no other program (seccomp)";
                Protection::new(name, seccomp::apply())
            }
        }
    }
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
