//! The terminal for lines of text: it edits and shows what is typed, as for any other program, but
//! Esc hands the line over at once, and every end clears the screen first.

use std::io::{self, Read, Write};
use std::time::Duration;

use ratatui::layout::Size;
use rustix::event::{PollFd, PollFlags};
use rustix::io::Errno;
use rustix::termios::{InputModes, LocalModes, SpecialCodeIndex};

use super::departure::Departure;
use super::device::{self, Device};
use super::guardian::Guardian;
use super::{leave_on_panic, lock_down, signals, wait_for_front};
use crate::terminal::Error;

/// Two lines that come nearer together than this were not typed by hand.
const BURST_PAUSE: Duration = Duration::from_millis(30);

/// The terminal, taken line by line. Ctrl+C, Ctrl+\ and Ctrl+Z are signals, and clear it from
/// wherever the program is.
pub struct Lines {
    departure: &'static Departure,
}

impl Lines {
    /// Opens the terminal, gives up every right that is not needed, and starts the guardian.
    ///
    /// # Errors
    /// When there is no terminal, or it does not take its settings.
    pub fn open(show_faults: bool) -> Result<Self, Error> {
        let device = Device::open().map_err(Error::NoTerminal)?;
        wait_for_front(&device).map_err(Error::Settings)?;
        let departure = Departure::prepare(device).map_err(Error::Settings)?;
        // Lines scroll out of the window without any change of its size.
        departure.note_resize();
        let guardian = Guardian::prepare();
        lock_down();
        leave_on_panic(departure, show_faults);
        signals::take_over().map_err(Error::Settings)?;
        _ = guardian.start(departure);
        let lines = Self { departure };
        lines.set_up().map_err(Error::Settings)?;
        Ok(lines)
    }

    /// The size of the terminal now.
    #[must_use]
    pub fn size(&self) -> Size {
        self.departure.device.size()
    }

    /// Whether another line came together with the last one.
    #[must_use]
    pub fn more_is_waiting(&self) -> bool {
        self.departure.device.wait_to_read(BURST_PAUSE)
    }

    /// Clears the screen and the lines above it, waits until the keyboard is quiet, and gives the
    /// terminal back.
    pub fn close(self) {
        self.departure.leave();
    }

    /// Esc and Ctrl+X end a line as Enter does; Ctrl+S never stops the terminal.
    fn set_up(&self) -> io::Result<()> {
        let mut settings = self.departure.device.settings()?;
        settings.local_modes |= LocalModes::ICANON | LocalModes::ISIG | LocalModes::IEXTEN;
        settings.input_modes -= InputModes::IXON;
        settings.special_codes[SpecialCodeIndex::VEOL] = b'\x1b';
        settings.special_codes[SpecialCodeIndex::VEOL2] = b'\x18';
        self.departure.device.set(&settings)
    }
}

impl Read for &Lines {
    /// Waits for the next line. A terminal that is gone has no more.
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let device = &self.departure.device;
        loop {
            device::wait(&mut [PollFd::new(device, PollFlags::IN)], None);
            match device.read(buffer) {
                Some([]) => {}
                bytes => return Ok(bytes.map_or(0, <[u8]>::len)),
            }
        }
    }
}

impl Write for &Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let device = &self.departure.device;
        loop {
            match device.write(bytes) {
                Err(Errno::AGAIN | Errno::INTR) => {
                    device.wait_to_write(Duration::from_millis(50));
                }
                result => return Ok(result?),
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
