//! The console, held for pictures: what comes from it, what is sent to it, and the way out.

use std::process::exit;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use ratatui::layout::{Rect, Size};

use super::departure::Departure;
use super::watcher::Watcher;
use crate::interface::event::Event;
use crate::interface::settings::Gap;
use crate::paper::Order;
use crate::terminal::hide_target::HideTarget;
use crate::terminal::mailbox::Mailbox;
use crate::terminal::printing::carry_out;
use crate::terminal::{Error, Options, Protection};

/// How long the thread that draws may take to let go before the process ends without it.
const LET_GO_PATIENCE: Duration = Duration::from_millis(500);

/// The console, entered: what comes from it, and the way out.
pub(in crate::terminal) struct Held {
    departure: &'static Departure,
    mailbox: Arc<Mailbox>,
    hide: Arc<AtomicBool>,
    hide_target: Arc<HideTarget>,
    watcher: JoinHandle<()>,
    holds_on: Sender<()>,
}

impl Held {
    /// Enters the console and starts to read.
    pub(in crate::terminal) fn open(options: &Options) -> Result<Self, Error> {
        let departure = Departure::prepare(options.show_faults)?;
        let console = &departure.console;
        let ready = console.obey_sequences().and_then(|()| console.report_keys(options.mouse));
        ready.map_err(|error| {
            departure.give_back();
            Error::Settings(error)
        })?;
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
        self.departure.console.size()
    }

    /// None is known: Windows enforces nothing for a program.
    #[expect(clippy::unused_self, reason = "on Unix it is known of each")]
    pub(in crate::terminal) fn protections(&self) -> &[Protection] {
        &[]
    }

    #[expect(clippy::unused_self, reason = "on Unix it is known of each")]
    pub(in crate::terminal) fn has_printer(&self) -> bool {
        false
    }

    pub(in crate::terminal) fn mailbox(&self) -> &Arc<Mailbox> {
        &self.mailbox
    }

    /// There is one turn: the screen never goes blank to be painted again, because keys come whole.
    #[expect(clippy::unused_self, reason = "on Unix it is asked of the terminal")]
    pub(in crate::terminal) fn turn(&self) -> u32 {
        0
    }

    /// Where a click hides the screen from now on.
    pub(in crate::terminal) fn set_hide_target(&self, area: Rect) {
        self.hide_target.set(area);
    }

    /// Sends a picture; drops the rest of it when the screen was cleared. A console that is gone
    /// ends the thread that reads.
    pub(in crate::terminal) fn send(&self, _turn: u32, bytes: &[u8]) {
        _ = self.departure.write(bytes);
    }

    /// Has something printed or saved; what becomes of it is an event.
    pub(in crate::terminal) fn carry_out(&self, order: &Order) {
        let (mailbox, order) = (self.mailbox.clone(), order.clone());
        thread::spawn(move || {
            let reply = Event::Printing(carry_out(&order));
            mailbox.post([reply].into_iter().collect());
        });
    }

    /// Hides the screen, as a hide key would.
    pub(in crate::terminal) fn hide(&self) {
        self.departure.clear();
        self.hide.store(true, SeqCst);
        self.mailbox.say_left();
    }

    /// Clears the screen if it is not, waits until the keyboard is quiet, and gives the console
    /// back.
    pub(in crate::terminal) fn close(self) {
        self.stop_watching().give_back();
    }

    /// Clears the screen if it is not, waits until the keyboard is quiet, and begins anew.
    pub(in crate::terminal) fn reopen(self) -> Result<Self, Error> {
        let departure = self.stop_watching();
        departure.begin_anew();
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
        exit(0);
    }
}
