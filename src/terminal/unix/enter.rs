//! Entering the terminal, for pictures or for lines: everything that protects the person is on
//! before the first word is shown.

use std::io::{self, Write};

use super::bell::Bell;
use super::clearing::Shown;
use super::departure::Departure;
use super::device::Device;
use super::guardian::Guardian;
use super::lockdown;
use super::printer::Printer;
use super::signals;
use super::system_calls::exit_now;
use crate::terminal::{Error, PrintsOn, Protection, State};

/// Opens the terminal, gives up every right that is not needed, and makes every way out ready.
pub(super) fn enter(
    shown: Shown,
    show_faults: bool,
    prints_on: &PrintsOn,
) -> Result<&'static Departure, Error> {
    // Without it there is no printing; all else works.
    let printer = Printer::start(prints_on).ok().flatten();
    let device = Device::open().map_err(Error::NoTerminal)?;
    wait_for_front(&device).map_err(Error::Settings)?;
    let departure = Departure::prepare(device, shown, printer).map_err(Error::Settings)?;
    let guardian = Guardian::prepare();
    let protections = lockdown::apply(lockdown::ALL);
    leave_on_panic(departure, show_faults);
    Departure::take_over_signals().map_err(Error::Settings)?;
    // Without a guardian the program still leaves by every other way.
    let is_guarded = departure.start_guardian(&guardian).is_ok();
    departure.note_protections(with_guardian(protections, is_guarded));
    Ok(departure)
}

/// Turns every protection on and says which are. Files are limited, and a session needs them all
/// before its guardian: here they are opened as there.
pub(in crate::terminal) fn protections() -> Vec<Protection> {
    let session = (Device::open().ok(), Bell::new().ok(), Guardian::prepare());
    let guarded = Guardian::can_start();
    drop(session);
    with_guardian(lockdown::apply(lockdown::ALL), guarded)
}

fn with_guardian(mut protections: Vec<Protection>, is_guarded: bool) -> Vec<Protection> {
    let name = "a second process that clears the screen after a kill";
    protections.push(Protection::new(name, State::of(is_guarded)));
    protections
}

/// A program started in the background stops here until it is brought to the front: setting the
/// terminal is for the front only, and its settings until then are another's.
fn wait_for_front(device: &Device) -> io::Result<()> {
    signals::start_afresh()?;
    device.wait_for_front()
}

fn leave_on_panic(departure: &'static Departure, show_faults: bool) {
    std::panic::set_hook(Box::new(move |fault| {
        departure.leave();
        if show_faults {
            _ = writeln!(io::stderr(), "{fault}");
        }
        exit_now(101);
    }));
}
