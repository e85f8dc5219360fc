//! Entering the console with every way out ready, and the whole way out: clear, wait for quiet, give
//! the console back, dismiss the guardian.

use std::io::{self, Write};
use std::process::exit;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use windows_sys::Win32::System::Console::{CTRL_BREAK_EVENT, CTRL_C_EVENT};

use super::console::{Console, Found};
use super::guardian::Guardian;
use super::pieces::in_pieces;
use super::system_calls::on_end;
use crate::interface::settings::Gap;
use crate::terminal::{Error, Protection, State};

static DEPARTURE: OnceLock<Departure> = OnceLock::new();

/// Everything the way out needs. One for the whole process, for ever.
#[derive(Debug)]
pub(super) struct Departure {
    pub(super) console: Console,
    found: Found,
    guardian: Option<Guardian>,
    /// Whether the screen was cleared. Held while something is written.
    is_clear: Mutex<bool>,
}

impl Departure {
    /// Gets every way out ready.
    pub(super) fn prepare(show_faults: bool) -> Result<&'static Self, Error> {
        let console = Console::open().map_err(Error::NoTerminal)?;
        let found = console.found().map_err(Error::NoTerminal)?;
        // Without a guardian the program still leaves by every other way.
        let guardian = Guardian::start(found).ok();
        let departure = Self { console, found, guardian, is_clear: Mutex::new(false) };
        let departure = DEPARTURE.get_or_init(|| departure);
        leave_on_panic(departure, show_faults);
        on_end(end).map_err(Error::Settings)?;
        Ok(departure)
    }

    /// Whether nobody is left to clear after a kill. Without a guardian from the start there never
    /// was anybody.
    pub(super) fn is_unguarded(&self) -> bool {
        self.guardian.as_ref().is_some_and(|guardian| !guardian.holds())
    }

    /// A way out that is not covered here.
    pub(super) fn gap(&self) -> Option<Gap> {
        self.guardian.is_none().then_some(Gap::Killed)
    }

    /// Waits for a report, or for the end of the guardian, and no longer than a look takes.
    pub(super) fn wait(&self) {
        let guardian = self.guardian.as_ref().map(Guardian::ends);
        self.console.wait(guardian, super::LOOK);
    }

    /// Writes text, unless the screen was cleared; the rest of it is dropped when it is.
    pub(super) fn write(&self, bytes: &[u8]) -> io::Result<()> {
        in_pieces(bytes, |piece| {
            let is_clear = self.lock();
            if *is_clear { Ok(()) } else { self.console.write(piece) }
        })
    }

    /// Clears the screen for ever, if it is not. May be called in any thread.
    pub(super) fn clear(&self) {
        let mut is_clear = self.lock();
        if !*is_clear {
            self.console.clear(self.found.attributes);
        }
        *is_clear = true;
    }

    /// Lets another program write.
    pub(super) fn begin_anew(&self) {
        *self.lock() = false;
    }

    /// The whole way out.
    pub(super) fn leave(&self) {
        self.clear();
        self.console.swallow_input();
        self.give_back();
    }

    /// Gives the console back as it was found.
    pub(super) fn give_back(&self) {
        self.console.drop_input();
        self.console.restore(self.found);
        if let Some(guardian) = &self.guardian {
            guardian.dismiss();
        }
    }

    fn lock(&self) -> MutexGuard<'_, bool> {
        self.is_clear.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Leaves and ends.
pub(super) fn leave_now(status: i32) -> ! {
    if let Some(departure) = DEPARTURE.get() {
        departure.leave();
    }
    exit(status)
}

/// Called when the console asks the program to end. When the window closes or the session ends
/// there is no time to wait until the keyboard is quiet, and no shell that would get its keys.
extern "system" fn end(event: u32) -> windows_sys::core::BOOL {
    if matches!(event, CTRL_C_EVENT | CTRL_BREAK_EVENT) {
        leave_now(0);
    }
    if let Some(departure) = DEPARTURE.get() {
        departure.clear();
        departure.give_back();
    }
    exit(0)
}

fn leave_on_panic(departure: &'static Departure, show_faults: bool) {
    std::panic::set_hook(Box::new(move |fault| {
        departure.leave();
        if show_faults {
            _ = writeln!(io::stderr(), "{fault}");
        }
        exit(101);
    }));
}

/// Whether the console obeys no sequences, so that only lines are left.
pub(in crate::terminal) fn has_no_cursor() -> bool {
    let Ok(console) = Console::open() else { return false };
    let Ok(found) = console.found() else { return false };
    let cannot = console.obey_sequences().is_err();
    console.restore_output(found);
    cannot
}

/// Whether the font is made of dots: those of Windows have the letters of one old code page. A
/// window of Windows Terminal has a font of its own, of which the console knows nothing.
pub(in crate::terminal) fn has_letters_only() -> bool {
    std::env::var_os("WT_SESSION").is_none()
        && Console::open().is_ok_and(|console| console.has_raster_font())
}

/// A console on Windows does not tell.
pub(in crate::terminal) const fn font() -> Option<Vec<u16>> {
    None
}

/// Which protections are on. Those that Windows does not give to a program are named, too.
pub(in crate::terminal) fn protections() -> Vec<Protection> {
    let found = Console::open().and_then(|console| console.found());
    let found = found.unwrap_or(Found { input: 0, output: 0, attributes: 0 });
    let guardian = Guardian::start(found);
    if let Ok(guardian) = &guardian {
        guardian.dismiss();
    }
    let guarded = if guardian.is_ok() { State::On } else { State::Off };
    vec![
        Protection::new("memory closed to other programs", State::Off),
        Protection::new("no core file after a fault", State::Off),
        Protection::new("no file can be opened", State::Off),
        Protection::new("no network, no new programs", State::Off),
        Protection::new("a second process that clears the screen after a kill", guarded),
        Protection::new("the same after a kill of every process named airt", State::Off),
    ]
}
