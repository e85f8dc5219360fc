//! The clear, ready before the first page is drawn: a signal handler may neither allocate nor wait.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::time::{Duration, Instant};

use rustix::io::Errno;

use super::bell::Bell;
use super::between::Between;
use super::device::Device;
use super::gate::Gate;
use crate::terminal::bytes::{self, END_SELECTION, SavedLines};

/// After the clear, keys pressed in fright still come for a while; the shell must not get them.
const QUIET: Duration = Duration::from_millis(400);

/// How long that may take with a key that is held down.
const LONGEST_NOISE: Duration = Duration::from_secs(10);

/// How long a piece of a picture may hold up the clear.
const WRITER_PATIENCE: Duration = Duration::from_millis(20);

/// How long the clear is tried at a terminal that takes nothing.
const DELIVERY_PATIENCE: Duration = Duration::from_secs(1);

/// What is on the terminal.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Shown {
    /// They stay inside the window until its size changes.
    Pictures,
    /// They scroll out of the window.
    Lines,
}

/// The terminal, who may write to it, and what clears it. Everything here but [`Clearing::new`] is
/// safe in a signal handler.
pub(super) struct Clearing {
    pub(super) device: Device,
    pub(super) gate: Gate,
    pub(super) bell: Bell,
    blank: Vec<u8>,
    clear: Vec<u8>,
    thorough_clear: Vec<u8>,
    /// Lines of the page may be above the window.
    may_be_above: AtomicBool,
}

impl Clearing {
    pub(super) fn new(device: Device, shown: Shown) -> io::Result<Self> {
        let between = Between::find();
        let clear = |saved_lines| {
            let ends = if between == Between::EndsSelection { END_SELECTION } else { "" };
            [bytes::leaving(saved_lines), ends.as_bytes().to_vec()].concat()
        };
        Ok(Self {
            device,
            gate: Gate::new(),
            bell: Bell::new()?,
            blank: bytes::blank(),
            clear: clear(SavedLines::Erasable),
            thorough_clear: clear(between.saved_lines()),
            may_be_above: AtomicBool::new(shown == Shown::Lines),
        })
    }

    /// The terminal changed its size, and may have saved lines of the page.
    pub(super) fn note_resize(&self) {
        self.may_be_above.store(true, SeqCst);
    }

    /// Blanks the screen until the gate opens again.
    pub(super) fn blank(&self) {
        self.gate.close();
        self.after_the_picture(|| {
            if self.device.write(&self.blank) != Ok(self.blank.len()) {
                self.device.unblock();
                self.deliver(&self.blank);
            }
        });
    }

    /// Clears the screen for ever. May be called in any thread, any number of times.
    pub(super) fn clear(&self) {
        self.gate.shut();
        self.after_the_picture(|| {
            self.device.unblock();
            let thorough = self.may_be_above.load(SeqCst);
            self.deliver(if thorough { &self.thorough_clear } else { &self.clear });
        });
    }

    /// Drops what is typed until the keyboard has been quiet for a while.
    pub(super) fn swallow_input(&self) {
        let start = Instant::now();
        let mut buffer = [0; 512];
        while start.elapsed() < LONGEST_NOISE && self.device.wait_to_read(QUIET) {
            if self.device.read(&mut buffer).is_none() {
                return;
            }
        }
    }

    /// Does something once the last piece of a picture is written. When that takes long, at once,
    /// and once more after it.
    fn after_the_picture(&self, act: impl Fn()) {
        let quiet = self.gate.wait_until_quiet(WRITER_PATIENCE);
        act();
        if !quiet {
            _ = self.gate.wait_until_quiet(DELIVERY_PATIENCE);
            act();
        }
    }

    fn deliver(&self, mut bytes: &[u8]) {
        let start = Instant::now();
        while !bytes.is_empty() && start.elapsed() < DELIVERY_PATIENCE {
            match self.device.write(bytes) {
                Ok(length) => bytes = &bytes[length..],
                Err(Errno::AGAIN) => self.device.wait_to_write(Duration::from_millis(50)),
                Err(Errno::INTR) => {}
                Err(_) => return,
            }
        }
    }
}
