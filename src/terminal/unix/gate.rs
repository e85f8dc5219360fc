//! Who may write to the terminal: pictures, until the screen must be blank.

use std::ptr;
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering::SeqCst};
use std::time::{Duration, Instant};

/// A turn of the gate. Even turns are open; a picture passes only in the turn it was made for, so
/// that no piece of an old picture lands on a screen that went blank since.
pub(super) struct Gate {
    turn: AtomicU32,
    /// The thread that is writing a piece of a picture, or 0.
    writer: AtomicUsize,
}

/// Shut for ever: odd, so open to no picture.
const SHUT: u32 = u32::MAX;

impl Gate {
    pub(super) const fn new() -> Self {
        Self { turn: AtomicU32::new(0), writer: AtomicUsize::new(0) }
    }

    /// The turn a new picture is made for.
    pub(super) fn turn(&self) -> u32 {
        self.turn.load(SeqCst)
    }

    /// Closes an open gate.
    pub(super) fn close(&self) {
        self.step(|turn| turn.is_multiple_of(2));
    }

    /// Opens a closed gate; answers with the new turn. A gate that is shut stays so.
    pub(super) fn open(&self) -> u32 {
        self.step(|turn| turn != SHUT && !turn.is_multiple_of(2));
        self.turn()
    }

    /// Closes the gate for ever.
    pub(super) fn shut(&self) {
        self.turn.store(SHUT, SeqCst);
    }

    /// Opens a gate that was shut, for another program.
    pub(super) fn reset(&self) {
        self.turn.store(0, SeqCst);
    }

    /// Writes a piece of a picture, unless its turn is over.
    pub(super) fn pass<T>(&self, turn: u32, write: impl FnOnce() -> T) -> Option<T> {
        self.writer.store(this_thread(), SeqCst);
        let written = (self.turn() == turn && turn.is_multiple_of(2)).then(write);
        self.writer.store(0, SeqCst);
        written
    }

    /// Waits until no piece of a picture is on its way; false if it takes too long. The thread
    /// that asks does not wait for itself: in a signal handler it would wait for ever.
    pub(super) fn wait_until_quiet(&self, longest: Duration) -> bool {
        let start = Instant::now();
        while self.is_being_written() {
            if start.elapsed() > longest {
                return false;
            }
            std::thread::yield_now();
        }
        true
    }

    /// After a fork only the calling thread lives on.
    pub(super) fn forget_writer(&self) {
        self.writer.store(0, SeqCst);
    }

    fn is_being_written(&self) -> bool {
        let writer = self.writer.load(SeqCst);
        writer != 0 && writer != this_thread()
    }

    fn step(&self, from: impl Fn(u32) -> bool) {
        _ = self.turn.fetch_update(SeqCst, SeqCst, |turn| from(turn).then(|| turn.wrapping_add(1)));
    }
}

/// A number no other thread has now: where something of its own lies. Safe in a signal handler.
fn this_thread() -> usize {
    thread_local! { static OWN: u8 = const { 0 } }
    OWN.with(|own| ptr::from_ref(own).addr())
}
