//! A second process that clears the screen when the first is killed, which no process can see
//! coming for itself. It is this program again, at the end of a pipe: when the program dies, the
//! pipe ends.

use std::env;
use std::io::{self, Read, Write};
use std::os::windows::io::{AsHandle, BorrowedHandle};
use std::os::windows::process::CommandExt;
use std::process::{Child, ChildStdin, Command, Stdio, exit};
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::time::Duration;

use windows_sys::Win32::System::Threading::CREATE_NEW_PROCESS_GROUP;

use super::console::{Console, Found};
use super::system_calls::{on_end, wait};

/// The only word on the command line of a guardian, before what to give back.
const ASKED: &str = "guard-this-screen";

/// What the guardian is told when the screen is clear.
const DISMISSED: &[u8] = b".";

/// The program's end of the pipe, and the process at the other.
#[derive(Debug)]
pub(super) struct Guardian {
    process: Child,
    lifeline: ChildStdin,
    is_dismissed: AtomicBool,
}

impl Guardian {
    /// Starts a guardian, which gives back what was found. It need not be ready before a page is
    /// shown: a pipe that has ended has ended for whoever looks later too.
    pub(super) fn start(found: Found) -> io::Result<Self> {
        let words = [found.input, found.output, found.attributes.into()];
        let mut process = Command::new(env::current_exe()?)
            .arg(ASKED)
            .args(words.iter().map(u32::to_string))
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            // Ctrl+C is for the program.
            .creation_flags(CREATE_NEW_PROCESS_GROUP)
            .spawn()?;
        let lifeline = process.stdin.take().ok_or(io::ErrorKind::BrokenPipe)?;
        Ok(Self { process, lifeline, is_dismissed: AtomicBool::new(false) })
    }

    /// Ends the guardian: the screen is clear.
    pub(super) fn dismiss(&self) {
        self.is_dismissed.store(true, SeqCst);
        _ = (&self.lifeline).write_all(DISMISSED);
    }

    /// Whether the guardian lives, unless it was dismissed.
    pub(super) fn holds(&self) -> bool {
        self.is_dismissed.load(SeqCst) || !wait(&[self.ends()], Duration::ZERO)
    }

    /// Wakes whoever waits when the guardian dies.
    pub(super) fn ends(&self) -> BorrowedHandle<'_> {
        self.process.as_handle()
    }
}

/// Guards the screen of another process and ends, if this process was started for that. To be
/// called before anything else.
pub fn guard_if_asked() {
    let mut words = env::args_os().skip(1);
    if words.next().is_none_or(|word| word != ASKED) {
        return;
    }
    let mut numbers = words.map(|word| word.to_str().and_then(|word| word.parse().ok()));
    let mut number = || numbers.next().flatten().unwrap_or_default();
    let found = Found {
        input: number(),
        output: number(),
        attributes: u16::try_from(number()).unwrap_or_default(),
    };
    guard(found);
    exit(0);
}

fn guard(found: Found) {
    _ = on_end(stay);
    let Ok(console) = Console::open() else { return };
    let is_dismissed = matches!(io::stdin().read(&mut [0]), Ok(1));
    if !is_dismissed {
        console.clear(found.attributes);
        console.drop_input();
        console.restore(found);
    }
}

/// The guardian ends when the program has.
extern "system" fn stay(_event: u32) -> windows_sys::core::BOOL {
    1
}
