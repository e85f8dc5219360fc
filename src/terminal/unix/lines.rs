//! The terminal for lines of text: it edits and shows what is typed, as for any other program, but
//! Esc hands the line over at once, and every end clears the screen first.

use std::cell::RefCell;
use std::io::{self, Read, Write};
use std::time::Duration;

use ratatui::layout::Size;
use rustix::event::{PollFd, PollFlags};
use rustix::io::Errno;
use rustix::termios::{InputModes, LocalModes, SpecialCodeIndex};
use zeroize::{Zeroize, Zeroizing};

use super::clearing::Shown;
use super::departure::{Departure, leave_now};
use super::device;
use super::enter::enter;
use super::lifeline::LOOK;
use crate::interface::event::is_hide_byte;
use crate::interface::printing::{Delivery, Reply};
use crate::interface::settings::Gap;
use crate::paper::Order;
use crate::terminal::{Error, PrintsOn, Protection};

/// Two lines that come nearer together than this were not typed by hand.
const BURST_PAUSE: Duration = Duration::from_millis(30);

/// The most bytes the terminal hands over at once: one line.
const LONGEST_LINE: usize = 4096;

/// The most that is kept of what is typed while nothing can be written.
const LONGEST_TYPED: usize = 4 * LONGEST_LINE;

/// Ctrl+D.
const END_OF_INPUT: u8 = 0x04;

/// The keys that end or stop the program, and hide.
const SIGNAL_KEYS: [(SpecialCodeIndex, u8); 3] = [
    (SpecialCodeIndex::VINTR, 0x03),
    (SpecialCodeIndex::VQUIT, 0x11),
    (SpecialCodeIndex::VSUSP, 0x1a),
];

/// The keys that hand over a line as Enter does: Esc and Ctrl+X, which hide, and Ctrl+D, which is
/// the end of what is typed.
const LINE_KEYS: [(SpecialCodeIndex, u8); 3] = [
    (SpecialCodeIndex::VEOL, 0x1b),
    (SpecialCodeIndex::VEOL2, 0x18),
    (SpecialCodeIndex::VEOF, END_OF_INPUT),
];

/// A hide key, or the end of what is typed, which hides here too. A terminal has room for no
/// seventh key that acts at once, so Ctrl+\ hides when its line is handed over.
fn hides(byte: u8) -> bool {
    is_hide_byte(byte) || byte == END_OF_INPUT
}

/// The terminal, taken line by line. Ctrl+C, Ctrl+Q and Ctrl+Z are signals, and clear it from
/// wherever the program is.
pub struct Lines {
    departure: &'static Departure,
    /// Typed, and not asked for yet.
    typed: RefCell<Zeroizing<Vec<u8>>>,
}

impl Lines {
    /// Enters the terminal.
    ///
    /// # Errors
    /// When there is no terminal, or it does not take its settings.
    pub fn open(show_faults: bool, prints_on: &PrintsOn) -> Result<Self, Error> {
        let departure = enter(Shown::Lines, show_faults, prints_on)?;
        let typed = Zeroizing::new(Vec::with_capacity(LONGEST_TYPED));
        let lines = Self { departure, typed: RefCell::new(typed) };
        lines.set_up().map_err(Error::Settings)?;
        Ok(lines)
    }

    pub fn protections(&self) -> &[Protection] {
        self.departure.protections()
    }

    pub fn has_printer(&self) -> bool {
        self.departure.printer().is_some()
    }

    /// Waits a second for a line, or for the end of them; false when none came.
    pub fn waits_a_second(&self) -> bool {
        if !self.typed.borrow().is_empty() {
            return true;
        }
        let device = &self.departure.clearing.device;
        let mut files = [PollFd::new(device, PollFlags::IN), self.departure.guardian_ends()];
        device::wait(&mut files, Some(Duration::from_secs(1))) || self.departure.is_unguarded()
    }

    /// A way out that is not covered here.
    pub fn gap(&self) -> Option<Gap> {
        self.departure.gap()
    }

    pub fn size(&self) -> Size {
        self.departure.clearing.device.size()
    }

    /// Whether another line came together with the last one.
    pub fn more_is_waiting(&self) -> bool {
        !self.typed.borrow().is_empty() || self.departure.clearing.device.wait_to_read(BURST_PAUSE)
    }

    /// Has something printed or saved, and waits until it is. Hide keys are read meanwhile.
    pub fn carry_out(&self, order: &Order) -> Reply {
        let failed = Reply::Done(Delivery::Failed);
        let Some(printer) = self.departure.printer() else { return failed };
        printer.send(order);
        loop {
            let device = &self.departure.clearing.device;
            let mut files = [PollFd::new(device, PollFlags::IN), printer.answers()];
            device::wait(&mut files, Some(LOOK));
            self.take_typed();
            if let Some(reply) = printer.replies().pop() {
                return reply;
            }
        }
    }

    /// Clears the screen and the lines above it, waits until the keyboard is quiet, and gives the
    /// terminal back.
    pub fn close(self) {
        self.departure.leave();
    }

    /// The hide keys act at once; Ctrl+S never stops the terminal, and Ctrl+V takes no key's
    /// meaning away. What was typed before is not yet lines: only a raw terminal hands it over.
    fn set_up(&self) -> io::Result<()> {
        self.departure.make_raw()?;
        self.take_typed();
        let mut settings = self.departure.found_settings();
        settings.local_modes |= LocalModes::ICANON | LocalModes::ISIG | LocalModes::IEXTEN;
        settings.input_modes |= InputModes::ICRNL;
        settings.input_modes -= InputModes::IXON | InputModes::IGNCR | InputModes::INLCR;
        for (key, byte) in SIGNAL_KEYS.into_iter().chain(LINE_KEYS) {
            settings.special_codes[key] = byte;
        }
        settings.special_codes[SpecialCodeIndex::VLNEXT] = libc::_POSIX_VDISABLE;
        self.departure.clearing.device.set(&settings)
    }

    /// Keeps what is typed for later; a hide key in it ends the program.
    fn take_typed(&self) {
        let mut buffer = Zeroizing::new([0; LONGEST_LINE]);
        let Some(bytes) = self.departure.clearing.device.read(buffer.as_mut_slice()) else {
            leave_now(0);
        };
        if bytes.iter().any(|&byte| hides(byte)) || self.departure.is_unguarded() {
            leave_now(0);
        }
        let mut typed = self.typed.borrow_mut();
        let room = LONGEST_TYPED - typed.len();
        typed.extend(bytes.iter().take(room));
    }

    /// Hands over what was kept.
    fn give_typed(&self, buffer: &mut [u8]) -> usize {
        let mut typed = self.typed.borrow_mut();
        // A line at a time: what is left is waiting.
        let line =
            typed.iter().position(|byte| is_line(&[*byte])).map_or(typed.len(), |end| end + 1);
        let length = line.min(buffer.len());
        buffer[..length].copy_from_slice(&typed[..length]);
        typed[..length].zeroize();
        typed.drain(..length);
        length
    }

    /// Waits until the terminal takes more. Hide keys are read meanwhile.
    fn wait_to_write(&self) {
        let device = &self.departure.clearing.device;
        let either = PollFlags::IN | PollFlags::OUT;
        device::wait(&mut [PollFd::new(device, either)], Some(LOOK));
        self.take_typed();
    }
}

impl Read for &Lines {
    /// Waits for the next line. There are no more after Ctrl+D, from a terminal that is gone, or
    /// from one that is another's.
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let kept = self.give_typed(buffer);
        if kept > 0 {
            return Ok(kept);
        }
        let device = &self.departure.clearing.device;
        loop {
            let mut files = [PollFd::new(device, PollFlags::IN), self.departure.guardian_ends()];
            device::wait(&mut files, Some(LOOK));
            match device.read(buffer) {
                _ if self.departure.is_unguarded() => return Ok(0),
                Some([]) => {}
                Some(bytes) if is_line(bytes) => return Ok(bytes.len()),
                _ => return Ok(0),
            }
        }
    }
}

/// Whether bytes were handed over by Enter, Esc or Ctrl+X; Ctrl+D leaves no byte of its own.
fn is_line(bytes: &[u8]) -> bool {
    matches!(bytes.last(), Some(b'\n' | 0x1b | 0x18)) || bytes.len() == LONGEST_LINE
}

impl Write for &Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        loop {
            match self.departure.clearing.device.write(bytes) {
                Err(Errno::AGAIN | Errno::INTR) => self.wait_to_write(),
                result => return Ok(result?),
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_hide_key_acts_at_once_but_one() {
        let keys = || SIGNAL_KEYS.into_iter().chain(LINE_KEYS).map(|(_, byte)| byte);
        let waits = (0..=u8::MAX).filter(|&byte| hides(byte) && keys().all(|key| key != byte));
        assert_eq!(waits.collect::<Vec<_>>(), b"\x1c");
        assert!(keys().all(hides));
    }
}
