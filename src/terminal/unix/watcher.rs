//! The thread that reads. It never waits for the thread that draws.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags};
use zeroize::Zeroizing;

use super::departure::Departure;
use super::device;
use super::lifeline::LOOK;
use super::printer::Printer;
use crate::interface::event::Event;
use crate::terminal::hide_target::HideTarget;
use crate::terminal::input::{Input, Taken};
use crate::terminal::mailbox::Mailbox;

/// The least time between two pictures while a window is being dragged.
const RESIZE_PAUSE: Duration = Duration::from_millis(50);

/// Why there is nothing more to read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum End {
    /// The person hid the screen.
    Hidden,
    /// There is no terminal any more, or it is another's, or nobody would clear after a kill.
    Lost,
}

/// Reads keys, and clears the screen.
pub(super) struct Watcher {
    departure: &'static Departure,
    mailbox: Arc<Mailbox>,
    /// The thread that draws wants the screen hidden: a click.
    hide: Arc<AtomicBool>,
    input: Input,
    is_blank: bool,
    resize_due: Option<Instant>,
    last_resize: Option<Instant>,
}

impl Watcher {
    pub(super) fn new(
        departure: &'static Departure,
        mailbox: Arc<Mailbox>,
        hide: Arc<AtomicBool>,
        hide_target: Arc<HideTarget>,
    ) -> Self {
        Self {
            departure,
            mailbox,
            hide,
            input: Input::with_hide_target(hide_target),
            is_blank: false,
            resize_due: None,
            last_resize: None,
        }
    }

    /// Reads until the end, and clears the screen. What is typed afterwards goes nowhere.
    pub(super) fn watch(mut self) {
        let end = self.read_until_end();
        self.departure.clearing.clear();
        self.mailbox.say_left();
        if end == End::Hidden {
            self.departure.clearing.swallow_input();
        }
    }

    fn read_until_end(&mut self) -> End {
        let mut buffer = Zeroizing::new([0; 4096]);
        loop {
            self.wait();
            if self.hide.load(SeqCst) {
                return End::Hidden;
            }
            let taken = match self.departure.clearing.device.read(buffer.as_mut_slice()) {
                None => return End::Lost,
                Some([]) => self.input.take_silence(Instant::now()),
                Some(bytes) => self.input.take(bytes, Instant::now()),
            };
            if taken.hide {
                return End::Hidden;
            }
            if self.departure.is_unguarded() {
                return End::Lost;
            }
            self.pass_on(taken);
            self.report_printing();
            self.report_resize();
        }
    }

    /// Waits for a key, the bell, or the time of a decision.
    fn wait(&mut self) {
        let departure = self.departure;
        let next = [self.input.decides_at(), self.resize_due].into_iter().flatten().min();
        let wait = next.map_or(LOOK, |time| time.saturating_duration_since(Instant::now()));
        let mut files = [
            PollFd::new(&departure.clearing.device, PollFlags::IN),
            PollFd::new(&departure.clearing.bell, PollFlags::IN),
            departure.guardian_ends(),
            departure.printer_answers(),
        ];
        device::wait(&mut files, Some(wait.min(LOOK)));
        if !files[1].revents().is_empty() {
            departure.clearing.bell.silence();
            let earliest = self.last_resize.map(|last| last + RESIZE_PAUSE);
            self.resize_due.get_or_insert_with(|| earliest.unwrap_or_else(Instant::now));
        }
    }

    /// Blank first, decide after: while the last byte may be the Esc key nothing is shown.
    fn pass_on(&mut self, taken: Taken) {
        let undecided = self.input.decides_at().is_some();
        if undecided && !self.is_blank {
            self.departure.clearing.blank();
        } else if !undecided && self.is_blank {
            self.mailbox.ask_for_repaint(self.departure.clearing.gate.open());
        }
        self.is_blank = undecided;
        self.mailbox.post(taken.events);
    }

    fn report_printing(&self) {
        let replies = self.departure.printer().map(Printer::replies).unwrap_or_default();
        self.mailbox.post(replies.into_iter().map(Event::Printing).collect());
    }

    fn report_resize(&mut self) {
        let now = Instant::now();
        if self.resize_due.is_some_and(|due| due <= now) {
            self.resize_due = None;
            self.last_resize = Some(now);
            self.mailbox.post([Event::Resize].into_iter().collect());
        }
    }
}
