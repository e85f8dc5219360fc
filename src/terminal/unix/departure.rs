//! The whole way out: clear, wait for quiet, give the terminal back, dismiss the guardian.

use std::io;
use std::sync::OnceLock;

use rustix::event::{PollFd, PollFlags};
use rustix::termios::{OutputModes, SpecialCodeIndex, Termios};

use super::clearing::{Clearing, Shown};
use super::device::Device;
use super::guardian::Guardian;
use super::lifeline::Lifeline;
use super::printer::Printer;
use super::signals::{self, Handlers};
use super::system_calls::exit_now;
use crate::interface::settings::Gap;
use crate::terminal::Protection;

static DEPARTURE: OnceLock<Departure> = OnceLock::new();

/// Everything the way out needs. One for the whole process, for ever.
pub(super) struct Departure {
    pub(super) clearing: Clearing,
    lifeline: OnceLock<Lifeline>,
    settings: Termios,
    printer: Option<Printer>,
    protections: OnceLock<Vec<Protection>>,
}

impl Departure {
    /// Gets the way out ready for a terminal, whose settings now are the ones to give back.
    pub(super) fn prepare(
        device: Device,
        shown: Shown,
        printer: Option<Printer>,
    ) -> io::Result<&'static Self> {
        let departure = Self {
            settings: device.settings()?,
            clearing: Clearing::new(device, shown)?,
            lifeline: OnceLock::new(),
            printer,
            protections: OnceLock::new(),
        };
        Ok(DEPARTURE.get_or_init(|| departure))
    }

    /// Every signal is the way out from now on.
    pub(super) fn take_over_signals() -> io::Result<()> {
        signals::take_over(&Handlers { end, fault, resize })
    }

    /// Without a guardian the program still leaves by every other way.
    pub(super) fn start_guardian(&self, guardian: &Guardian) -> io::Result<()> {
        let lifeline = guardian.start(|| {
            self.clearing.gate.forget_writer();
            // The guardian cannot know: its memory is a copy from before.
            self.clearing.note_resize();
            self.clearing.clear();
            self.restore_settings();
        })?;
        _ = self.lifeline.set(lifeline);
        Ok(())
    }

    /// A way out that is not covered here.
    pub(super) fn gap(&self) -> Option<Gap> {
        match self.lifeline.get() {
            None => Some(Gap::Killed),
            Some(lifeline) => (!lifeline.sees_stops).then_some(Gap::Stopped),
        }
    }

    /// Whether nobody is left to clear after a kill. Without a guardian from the start there never
    /// was anybody.
    pub(super) fn is_unguarded(&self) -> bool {
        self.lifeline.get().is_some_and(|lifeline| !lifeline.holds())
    }

    /// Wakes whoever waits when the guardian dies. Without one it is the bell once more.
    pub(super) fn guardian_ends(&self) -> PollFd<'_> {
        let lifeline = self.lifeline.get();
        lifeline.map_or_else(
            || PollFd::new(&self.clearing.bell, PollFlags::empty()),
            |lifeline| PollFd::new(lifeline, PollFlags::empty()),
        )
    }

    /// Notes, once, which protections are on.
    pub(super) fn note_protections(&self, protections: Vec<Protection>) {
        _ = self.protections.set(protections);
    }

    pub(super) fn protections(&self) -> &[Protection] {
        self.protections.get().map_or(&[], Vec::as_slice)
    }

    pub(super) fn printer(&self) -> Option<&Printer> {
        self.printer.as_ref().filter(|printer| !printer.is_gone())
    }

    /// Wakes whoever waits for the printer. Without one it is the bell once more.
    pub(super) fn printer_answers(&self) -> PollFd<'_> {
        let bell = || PollFd::new(&self.clearing.bell, PollFlags::empty());
        self.printer().map_or_else(bell, Printer::answers)
    }

    /// The whole way out. Safe in a signal handler. Keys pressed from now on are not shown.
    pub(super) fn leave(&self) {
        if self.has_our_settings() {
            _ = self.make_raw();
        }
        self.clearing.clear();
        self.clearing.swallow_input();
        self.give_back();
    }

    /// Sets the terminal up so that every key comes at once and as it is.
    pub(super) fn make_raw(&self) -> io::Result<()> {
        let mut settings = self.settings.clone();
        settings.make_raw();
        self.clearing.device.set(&settings)
    }

    pub(super) fn found_settings(&self) -> Termios {
        self.settings.clone()
    }

    /// Gives the terminal back as it was found. Safe in a signal handler.
    pub(super) fn give_back(&self) {
        self.restore_settings();
        if let Some(lifeline) = self.lifeline.get() {
            lifeline.dismiss();
        }
    }

    /// Puts the settings back, unless a shell has put its own since.
    fn restore_settings(&self) {
        self.clearing.device.drop_input();
        if self.has_our_settings() {
            _ = self.clearing.device.set(&self.settings);
        }
    }

    fn has_our_settings(&self) -> bool {
        self.clearing.device.settings().is_ok_and(|now| is_ours(&now))
    }
}

/// Leaves, if a page may be on the screen, and ends. Safe in a signal handler.
pub(super) fn leave_now(status: i32) -> ! {
    if let Some(departure) = DEPARTURE.get() {
        departure.leave();
    }
    exit_now(status)
}

extern "C" fn end(_signal: i32) {
    leave_now(0);
}

extern "C" fn fault(signal: i32) {
    leave_now(128 + signal);
}

extern "C" fn resize(_signal: i32) {
    if let Some(departure) = DEPARTURE.get() {
        departure.clearing.note_resize();
        departure.clearing.bell.ring();
    }
}

/// Raw, or with Esc as an end of lines: no shell sets the terminal so.
fn is_ours(now: &Termios) -> bool {
    let is_raw = !now.output_modes.contains(OutputModes::OPOST);
    is_raw || now.special_codes[SpecialCodeIndex::VEOL] == b'\x1b'
}
