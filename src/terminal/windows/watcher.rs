//! The thread that reads. It never waits for the thread that draws.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::time::Instant;

use super::departure::Departure;
use super::keyboard::Keyboard;
use crate::terminal::events::Events;
use crate::terminal::hide_target::HideTarget;
use crate::terminal::input::burst::Burst;
use crate::terminal::mailbox::Mailbox;

/// Reads keys, and clears the screen.
pub(super) struct Watcher {
    departure: &'static Departure,
    mailbox: Arc<Mailbox>,
    /// The thread that draws has hidden the screen.
    hide: Arc<AtomicBool>,
    hide_target: Arc<HideTarget>,
    keyboard: Keyboard,
    burst: Burst,
}

impl Watcher {
    pub(super) fn new(
        departure: &'static Departure,
        mailbox: Arc<Mailbox>,
        hide: Arc<AtomicBool>,
        hide_target: Arc<HideTarget>,
    ) -> Self {
        let (keyboard, burst) = (Keyboard::default(), Burst::default());
        Self { departure, mailbox, hide, hide_target, keyboard, burst }
    }

    /// Reads until the end, and clears the screen. What is typed afterwards goes nowhere.
    pub(super) fn watch(mut self) {
        while self.take_reports() {}
        self.departure.clear();
        self.mailbox.say_left();
        self.departure.console.swallow_input();
    }

    /// Waits for what comes next and passes it on; false at the end: the person hid the screen, or
    /// there is no console any more, or nobody would clear after a kill.
    fn take_reports(&mut self) -> bool {
        self.departure.wait();
        if self.hide.load(SeqCst) || self.departure.is_unguarded() {
            return false;
        }
        let mut events = Events::default();
        let (console, keyboard) = (&self.departure.console, &mut self.keyboard);
        let top = console.top();
        let taken = console.take_reports(&mut |report| keyboard.take(report, top, &mut events));
        if taken.is_err() || events.iter().any(|event| self.hide_target.hides(event)) {
            return false;
        }
        if !events.is_empty() {
            self.mailbox.post(self.burst.fold(events, Instant::now()));
        }
        true
    }
}
