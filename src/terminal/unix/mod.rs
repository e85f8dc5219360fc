//! The terminal on Unix: our own opening of it, our own reader, and every way out.

mod bell;
mod clearing;
mod departure;
mod device;
mod gate;
mod guardian;
mod lifeline;
mod lines;
mod lockdown;
mod signals;
#[expect(unsafe_code, reason = "signal handlers and fork have no safe form in a kept crate")]
mod system_calls;
mod watcher;

use std::io::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use ratatui::layout::{Rect, Size};

use super::hide_target::HideTarget;
use super::mailbox::Mailbox;
use super::{Error, Options, Protection, State};
use bell::Bell;
use clearing::Clearing;
use departure::Departure;
use device::Device;
use guardian::Guardian;
use lockdown::lock_down;
use watcher::Watcher;

pub use lines::Lines;

/// How long the thread that draws may take to let go before the process ends without it.
const LET_GO_PATIENCE: Duration = Duration::from_millis(500);

/// The terminal, entered: what comes from it, and the way out.
pub(super) struct Door {
    departure: &'static Departure,
    mailbox: Arc<Mailbox>,
    hide: Arc<AtomicBool>,
    hide_target: Arc<HideTarget>,
    watcher: JoinHandle<()>,
    holds_on: Sender<()>,
}

impl Door {
    /// Opens the terminal, gives up every right that is not needed, and starts to read.
    pub(super) fn open(options: Options) -> Result<Self, Error> {
        let device = Device::open().map_err(Error::NoTerminal)?;
        wait_for_front(&device).map_err(Error::Settings)?;
        let departure = Departure::prepare(device).map_err(Error::Settings)?;
        let guardian = Guardian::prepare();
        lock_down();
        leave_on_panic(departure, options.show_faults);
        Departure::take_over_signals().map_err(Error::Settings)?;
        // Without a guardian the program still leaves by every other way.
        _ = departure.start_guardian(&guardian);
        departure.make_raw().map_err(Error::Settings)?;
        Self::watch(departure)
    }

    fn watch(departure: &'static Departure) -> Result<Self, Error> {
        let mailbox = Arc::new(Mailbox::default());
        let hide = Arc::new(AtomicBool::new(false));
        let hide_target = Arc::new(HideTarget::default());
        let (holds_on, let_go) = mpsc::channel();
        let (posts, hides, target) = (mailbox.clone(), hide.clone(), hide_target.clone());
        let watcher = Watcher::new(departure, posts, hides, target);
        let watcher = thread::Builder::new()
            .spawn(move || {
                watcher.watch();
                wait_for_let_go(departure, &let_go);
            })
            .map_err(|error| {
                departure.give_back();
                Error::Watcher(error)
            })?;
        Ok(Self { departure, mailbox, hide, hide_target, watcher, holds_on })
    }

    /// The size to draw.
    pub(super) fn size(&self) -> Size {
        self.departure.clearing.device.size()
    }

    /// What happens.
    pub(super) fn mailbox(&self) -> &Mailbox {
        &self.mailbox
    }

    /// The turn of the gate that the next picture is for.
    pub(super) fn turn(&self) -> u32 {
        self.departure.clearing.gate.turn()
    }

    /// Where a click hides the screen from now on.
    pub(super) fn set_hide_target(&self, area: Rect) {
        self.hide_target.set(area);
    }

    /// Sends a picture made for a turn of the gate; drops the rest of it when the turn is over.
    pub(super) fn send(&self, turn: u32, mut bytes: &[u8]) {
        let Clearing { device, gate, .. } = &self.departure.clearing;
        while !bytes.is_empty() {
            match gate.pass(turn, || device.write(bytes)) {
                Some(Ok(length)) => bytes = &bytes[length..],
                Some(Err(_)) => device.wait_to_write(Duration::from_millis(50)),
                None => return,
            }
        }
    }

    /// Hides the screen, as a hide key would.
    pub(super) fn hide(&self) {
        self.hide.store(true, SeqCst);
        self.departure.clearing.bell.ring();
    }

    /// Clears the screen if it is not, waits until the keyboard is quiet, and gives the terminal
    /// back.
    pub(super) fn close(self) {
        let departure = self.stop_watching();
        departure.give_back();
    }

    /// Clears the screen if it is not, waits until the keyboard is quiet, and begins anew.
    pub(super) fn reopen(self) -> Result<Self, Error> {
        let departure = self.stop_watching();
        departure.clearing.gate.reset();
        Self::watch(departure)
    }

    fn stop_watching(self) -> &'static Departure {
        self.hide();
        drop(self.holds_on);
        _ = self.watcher.join();
        self.departure
    }
}

/// Turns every protection on and says which are. Files are limited, and a session needs them all
/// before its guardian: here they are opened as there.
pub(super) fn protections() -> Vec<Protection> {
    let session = (Device::open().ok(), Bell::new().ok(), Guardian::prepare());
    let guarded = Guardian::can_start();
    drop(session);
    let mut protections = lock_down();
    let name = "a second process that clears the screen after a kill";
    protections.push(Protection::new(name, State::of(guarded)));
    protections
}

/// A program started in the background stops here until it is brought to the front: setting the
/// terminal is for the front only, and its settings until then are another's.
fn wait_for_front(device: &Device) -> std::io::Result<()> {
    signals::start_afresh()?;
    device.wait_for_front()
}

fn leave_on_panic(departure: &'static Departure, show_faults: bool) {
    std::panic::set_hook(Box::new(move |fault| {
        departure.leave();
        if show_faults {
            _ = writeln!(std::io::stderr(), "{fault}");
        }
        system_calls::exit_now(101);
    }));
}

/// The thread that draws forgets everything and lets go; if it is stuck, the process ends here.
fn wait_for_let_go(departure: &Departure, let_go: &Receiver<()>) {
    if let_go.recv_timeout(LET_GO_PATIENCE) == Err(RecvTimeoutError::Timeout) {
        departure.give_back();
        system_calls::exit_now(0);
    }
}
