//! A conversation on a terminal that many people share: it rests, and asks whether anybody is there.

use std::io::{self, BufRead};

use crate::interface::context::Context;
use crate::interface::idle::{GRACE, Idle, Shows};
use crate::interface::page::Block;
use crate::interface::station::Station;
use crate::interface::words::PlainWords;

use super::typed::Typed;
use super::word::hides;

pub(super) use crate::interface::kiosk::clears_in;

/// Seconds before the end at which it says that it will end: at first, and once more.
const SAID_AT: [u16; 2] = [GRACE, 10];

/// A terminal that many people share.
pub struct Shared<'a> {
    station: Station,
    idle: Idle,
    /// Waits a second for a line, or for the end of them; false when none came.
    waits_a_second: &'a dyn Fn() -> bool,
}

impl<'a> Shared<'a> {
    /// One that asks after so many seconds without a line.
    pub const fn new(station: Station, after: u16, waits_a_second: &'a dyn Fn() -> bool) -> Self {
        Self { station, idle: Idle::new(after), waits_a_second }
    }

    pub(super) const fn station(&self) -> &Station {
        &self.station
    }

    /// Rests until a line wakes it. False at the end of the lines, and at one that hides.
    pub(super) fn wakes(
        &mut self,
        typed: &mut Typed,
        input: &mut dyn BufRead,
        words: &PlainWords,
    ) -> io::Result<bool> {
        while self.idle.shows() == Shows::Rest {
            while !(self.waits_a_second)() {
                self.idle.tick();
            }
            if !typed.read(input)? || hides(typed.line(), words) {
                return Ok(false);
            }
            self.idle.press();
        }
        Ok(true)
    }

    /// Waits for a line, and says when it will end without one; false at that end.
    pub(super) fn wait(&mut self, say: &mut dyn FnMut(u16) -> io::Result<()>) -> io::Result<bool> {
        while !(self.waits_a_second)() {
            self.idle.tick();
            match self.idle.shows() {
                Shows::Nothing => return Ok(false),
                Shows::Question(seconds) if SAID_AT.contains(&seconds) => say(seconds)?,
                _ => {}
            }
        }
        Ok(true)
    }

    /// A line came; whether it is for the conversation.
    pub(super) const fn press(&mut self) -> bool {
        self.idle.press()
    }
}

/// What it says at rest: the same always, and nothing of what it is for.
pub(super) fn rest(context: &Context) -> Vec<Block> {
    let mut blocks = crate::interface::kiosk::opening(context);
    let begin = Block::Note(context.words.kiosk.wake_line.clone());
    blocks.splice(1..2, [begin]);
    blocks
}
