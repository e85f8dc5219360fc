//! The terminal on Windows, by way of crossterm: its events come whole, so no byte can be misread.

mod lines;
mod translate;

use std::io::{self, Write};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use crossterm::{event, terminal};
use ratatui::layout::{Rect, Size};

use super::bytes::{self, SavedLines};
use super::hide_target::HideTarget;
use super::mailbox::Mailbox;
use super::printing::carry_out;
use super::{Error, Options, Protection, size};
use crate::interface::event::Event;
use crate::paper::Order;

pub use lines::Lines;

/// The terminal, entered: what comes from it, and the way out.
pub(super) struct Held {
    screen: Arc<Screen>,
}

/// What both threads share.
#[derive(Default)]
struct Screen {
    mailbox: Mailbox,
    hide_target: HideTarget,
    /// Whether the screen was cleared. Held while a picture is written.
    is_clear: Mutex<bool>,
}

impl Held {
    /// Sets the terminal up and starts to read.
    pub(super) fn open(options: Options) -> Result<Self, Error> {
        terminal::enable_raw_mode().map_err(Error::NoTerminal)?;
        Self::watch(options.show_faults)
    }

    pub(super) fn size(&self) -> Size {
        let (columns, rows) = terminal::size().unwrap_or_default();
        size::clamp(columns, rows)
    }

    pub(super) fn mailbox(&self) -> &Mailbox {
        &self.screen.mailbox
    }

    /// There is one turn: the screen never goes blank to be painted again.
    pub(super) fn turn(&self) -> u32 {
        0
    }

    /// Where a click hides the screen from now on.
    pub(super) fn set_hide_target(&self, area: Rect) {
        self.screen.hide_target.set(area);
    }

    /// Sends a picture, unless the screen was cleared.
    pub(super) fn send(&self, _turn: u32, bytes: &[u8]) {
        let is_clear = self.screen.lock();
        if !*is_clear {
            write(bytes);
        }
    }

    /// Has something printed or saved; what becomes of it is an event.
    pub(super) fn carry_out(&self, order: &Order) {
        let (screen, order) = (Arc::clone(&self.screen), order.clone());
        thread::spawn(move || {
            let reply = Event::Printing(carry_out(&order));
            screen.mailbox.post([reply].into_iter().collect());
        });
    }

    /// Hides the screen, as a hide key would.
    pub(super) fn hide(&self) {
        self.screen.clear();
        self.screen.mailbox.say_left();
    }

    /// Clears the screen if it is not, and gives the terminal back.
    pub(super) fn close(self) {
        self.screen.clear();
        _ = terminal::disable_raw_mode();
    }

    /// Clears the screen if it is not, and begins anew.
    pub(super) fn reopen(self) -> Result<Self, Error> {
        self.screen.clear();
        Self::watch(false)
    }

    fn watch(show_faults: bool) -> Result<Self, Error> {
        let screen = Arc::new(Screen::default());
        leave_on_panic(Arc::clone(&screen), show_faults);
        let watched = Arc::clone(&screen);
        thread::Builder::new().spawn(move || watched.watch()).map_err(Error::Watcher)?;
        Ok(Self { screen })
    }
}

impl Screen {
    fn watch(&self) {
        while let Ok(event) = event::read() {
            let Some(event) = translate::event(&event) else { continue };
            if self.hide_target.hides(&event) {
                break;
            }
            self.mailbox.post([event].into_iter().collect());
        }
        self.clear();
        self.mailbox.say_left();
    }

    fn clear(&self) {
        let mut is_clear = self.lock();
        if !*is_clear {
            write(&bytes::leaving(SavedLines::Erasable));
        }
        *is_clear = true;
    }

    fn lock(&self) -> MutexGuard<'_, bool> {
        self.is_clear.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// No protection of this kind is offered here.
pub(super) fn protections() -> Vec<Protection> {
    Vec::new()
}

fn leave_on_panic(screen: Arc<Screen>, show_faults: bool) {
    std::panic::set_hook(Box::new(move |fault| {
        screen.clear();
        _ = terminal::disable_raw_mode();
        if show_faults {
            _ = writeln!(io::stderr(), "{fault}");
        }
        std::process::exit(101);
    }));
}

fn write(bytes: &[u8]) {
    let mut output = io::stdout().lock();
    _ = output.write_all(bytes).and_then(|()| output.flush());
}
