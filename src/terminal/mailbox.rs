//! Events from the thread that reads to the thread that draws. The first never waits.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::events::Events;

/// More events than a hand makes while one picture is drawn; what is beyond them is dropped.
const ROOM: usize = 1024;

/// Everything that happened since the last look.
#[derive(Debug, Default)]
pub struct Batch {
    pub events: Events,
    /// The screen went blank and may be painted again, as this turn of the gate.
    pub repaint: Option<u32>,
    /// The screen is clear and stays so: the program must be dropped.
    pub left: bool,
}

/// A batch that grows until it is taken.
#[derive(Debug, Default)]
pub struct Mailbox {
    batch: Mutex<Batch>,
    arrived: Condvar,
}

impl Mailbox {
    /// Adds events; drops them when nobody has looked for long.
    pub fn post(&self, events: Events) {
        if events.is_empty() {
            return;
        }
        let mut batch = self.lock();
        batch.events.take_from(events, ROOM);
        self.arrived.notify_one();
    }

    /// Asks for the whole picture again, in this turn of the gate.
    #[cfg(unix)]
    pub fn ask_for_repaint(&self, turn: u32) {
        self.lock().repaint = Some(turn);
        self.arrived.notify_one();
    }

    /// Says that everything is over.
    pub fn say_left(&self) {
        self.lock().left = true;
        self.arrived.notify_one();
    }

    /// Waits until something happens or the time comes.
    pub fn wait_until(&self, time: Instant) -> Batch {
        let wait = time.saturating_duration_since(Instant::now());
        let (mut batch, _) = self
            .arrived
            .wait_timeout_while(self.lock(), wait, |batch| batch.is_empty())
            .unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut batch)
    }

    /// Waits until everything is over, and forgets what else happened.
    pub fn wait_until_left(&self) {
        while !self.wait_until(Instant::now() + Duration::from_secs(60)).left {}
    }

    fn lock(&self) -> MutexGuard<'_, Batch> {
        self.batch.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Batch {
    fn is_empty(&self) -> bool {
        self.events.is_empty() && self.repaint.is_none() && !self.left
    }
}
