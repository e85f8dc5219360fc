//! Bytes from a keyboard, made into events. Pure: what was read and when is passed in.
//!
//! Written because no kept crate lets a hide key through in every state: after half an arrow key
//! or half a letter the usual readers wait, and swallow the Esc that follows.

pub(super) mod burst;
mod decode;
mod parser;
pub(super) mod text;

use std::sync::Arc;
use std::time::{Duration, Instant};

use super::events::Events;
use super::hide_target::HideTarget;
use burst::Burst;
use parser::Parser;

/// How long the rest of an arrow key may take after its ESC byte. Half of it took slow arrow keys
/// for Esc on a busy machine.
pub const PATIENCE: Duration = Duration::from_millis(100);

/// What one read came to.
#[derive(Debug, Default, Eq, PartialEq)]
pub struct Taken {
    /// A hide key, or a click on the way out, was among it: leave before anything else.
    pub hide: bool,
    /// The rest, in order.
    pub events: Events,
}

/// Everything the keyboard has said so far that is not decided yet.
#[derive(Debug, Default)]
pub struct Input {
    parser: Parser,
    burst: Burst,
    undecided_since: Option<Instant>,
    hide_target: Arc<HideTarget>,
}

impl Input {
    /// An input in which a click on the target hides, as a hide key does.
    pub fn with_hide_target(hide_target: Arc<HideTarget>) -> Self {
        Self { hide_target, ..Self::default() }
    }

    /// Takes the bytes of one read.
    pub fn take(&mut self, bytes: &[u8], now: Instant) -> Taken {
        let events: Events = bytes.iter().filter_map(|&byte| self.parser.take(byte)).collect();
        self.parser.pause();
        self.undecided_since = self.parser.is_undecided().then_some(now);
        let hide = events.iter().any(|event| self.hide_target.hides(event));
        Taken { hide, events: self.burst.fold(events, now) }
    }

    /// Takes silence: an ESC byte that nothing followed in time is the Esc key.
    pub fn take_silence(&mut self, now: Instant) -> Taken {
        if self.decides_at().is_none_or(|time| now < time) {
            return Taken::default();
        }
        self.undecided_since = None;
        let events: Events = self.parser.give_up().into_iter().collect();
        Taken { hide: events.iter().any(|event| self.hide_target.hides(event)), events }
    }

    /// When silence decides, if the last byte may be the Esc key. Until then show nothing.
    pub fn decides_at(&self) -> Option<Instant> {
        self.undecided_since.map(|since| since + PATIENCE)
    }
}
