//! The terminal, held for pictures: what comes from it, what is sent to it, and the way out.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use ratatui::layout::{Rect, Size};

use super::clearing::{Clearing, Shown};
use super::departure::Departure;
use super::enter::enter;
use super::system_calls::exit_now;
use super::watcher::Watcher;
use crate::interface::event::Event;
use crate::interface::printing::{Delivery, Reply};
use crate::interface::settings::Gap;
use crate::paper::Order;
use crate::terminal::hide_target::HideTarget;
use crate::terminal::mailbox::Mailbox;
use crate::terminal::{Error, Options, Protection};

/// How long the thread that draws may take to let go before the process ends without it.
const LET_GO_PATIENCE: Duration = Duration::from_millis(500);

/// The terminal, entered: what comes from it, and the way out.
pub(in crate::terminal) struct Held {
    departure: &'static Departure,
    mailbox: Arc<Mailbox>,
    hide: Arc<AtomicBool>,
    hide_target: Arc<HideTarget>,
    watcher: JoinHandle<()>,
    holds_on: Sender<()>,
}

impl Held {
    /// Enters the terminal and starts to read.
    pub(in crate::terminal) fn open(options: &Options) -> Result<Self, Error> {
        let departure = enter(Shown::Pictures, options.show_faults, &options.prints_on)?;
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

    /// A way out that is not covered here.
    pub(in crate::terminal) fn gap(&self) -> Option<Gap> {
        self.departure.gap()
    }

    pub(in crate::terminal) fn size(&self) -> Size {
        self.departure.clearing.device.size()
    }

    pub(in crate::terminal) fn protections(&self) -> &[Protection] {
        self.departure.protections()
    }

    pub(in crate::terminal) fn has_printer(&self) -> bool {
        self.departure.printer().is_some()
    }

    pub(in crate::terminal) fn mailbox(&self) -> &Arc<Mailbox> {
        &self.mailbox
    }

    /// The turn of the gate that the next picture is for.
    pub(in crate::terminal) fn turn(&self) -> u32 {
        self.departure.clearing.gate.turn()
    }

    /// Where a click hides the screen from now on.
    pub(in crate::terminal) fn set_hide_target(&self, area: Rect) {
        self.hide_target.set(area);
    }

    /// Sends a picture made for a turn of the gate; drops the rest of it when the turn is over.
    pub(in crate::terminal) fn send(&self, turn: u32, mut bytes: &[u8]) {
        let Clearing { device, gate, .. } = &self.departure.clearing;
        while !bytes.is_empty() {
            match gate.pass(turn, || device.write(bytes)) {
                Some(Ok(length)) => bytes = &bytes[length..],
                Some(Err(_)) => device.wait_to_write(Duration::from_millis(50)),
                None => return,
            }
        }
    }

    /// Has something printed or saved; what becomes of it is an event.
    pub(in crate::terminal) fn carry_out(&self, order: &Order) {
        let failed = || Event::Printing(Reply::Done(Delivery::Failed));
        match self.departure.printer() {
            Some(printer) => printer.send(order),
            None => self.mailbox.post([failed()].into_iter().collect()),
        }
    }

    /// Hides the screen, as a hide key would.
    pub(in crate::terminal) fn hide(&self) {
        self.hide.store(true, SeqCst);
        self.departure.clearing.bell.ring();
    }

    /// Clears the screen if it is not, waits until the keyboard is quiet, and gives the terminal
    /// back.
    pub(in crate::terminal) fn close(self) {
        let departure = self.stop_watching();
        departure.give_back();
    }

    /// Clears the screen if it is not, waits until the keyboard is quiet, and begins anew.
    pub(in crate::terminal) fn reopen(self) -> Result<Self, Error> {
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

/// Waits until the thread that draws has dropped the program; if it is stuck, the process ends here.
fn wait_for_let_go(departure: &Departure, let_go: &Receiver<()>) {
    if let_go.recv_timeout(LET_GO_PATIENCE) == Err(RecvTimeoutError::Timeout) {
        departure.give_back();
        exit_now(0);
    }
}
