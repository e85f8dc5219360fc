//! The console for lines of text. A thread reads, shows what is typed, and hides at once, wherever
//! the program is.

use std::cell::RefCell;
use std::io::{self, Read, Write};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

use ratatui::layout::Size;
use zeroize::{Zeroize, Zeroizing};

use super::departure::{Departure, leave_now};
use super::keyboard::Keyboard;
use super::line::Line;
use crate::interface::event::{Event, Key};
use crate::interface::keymap;
use crate::interface::printing::Reply;
use crate::interface::settings::Gap;
use crate::paper::Order;
use crate::terminal::events::Events;
use crate::terminal::{Error, PrintsOn, Protection, printing};

/// Two lines that come nearer together than this were not typed by hand.
const BURST_PAUSE: Duration = Duration::from_millis(30);

/// The end of what is typed, which hides here too.
const ENDS: Key = Key::control('d');

/// The console, taken line by line.
pub struct Lines {
    departure: &'static Departure,
    whole: Receiver<Zeroizing<String>>,
    /// Typed, and not asked for yet.
    typed: RefCell<Zeroizing<Vec<u8>>>,
}

impl Lines {
    /// Enters the console. One that obeys no sequences is cleared cell by cell.
    ///
    /// # Errors
    /// When there is no console, or it does not take its settings.
    pub fn open(show_faults: bool, _prints_on: &PrintsOn) -> Result<Self, Error> {
        let departure = Departure::prepare(show_faults)?;
        _ = departure.console.obey_sequences();
        departure.console.report_keys(false).map_err(Error::Settings)?;
        let (sender, whole) = mpsc::channel();
        thread::Builder::new().spawn(move || read(departure, &sender)).map_err(|error| {
            departure.give_back();
            Error::Watcher(error)
        })?;
        Ok(Self { departure, whole, typed: RefCell::default() })
    }

    /// None is known: Windows enforces nothing for a program.
    pub fn protections(&self) -> &[Protection] {
        &[]
    }

    pub fn has_printer(&self) -> bool {
        false
    }

    /// Waits a second for a line; false when none came.
    pub fn waits_a_second(&self) -> bool {
        self.is_waiting(Duration::from_secs(1))
    }

    /// A way out that is not covered here.
    pub fn gap(&self) -> Option<Gap> {
        self.departure.gap()
    }

    pub fn size(&self) -> Size {
        self.departure.console.size()
    }

    /// Whether another line came together with the last one.
    pub fn more_is_waiting(&self) -> bool {
        self.is_waiting(BURST_PAUSE)
    }

    fn is_waiting(&self, longest: Duration) -> bool {
        let mut typed = self.typed.borrow_mut();
        if typed.is_empty()
            && let Ok(line) = self.whole.recv_timeout(longest)
        {
            *typed = wiped(&line);
        }
        !typed.is_empty()
    }

    /// Has something printed or saved, and waits until it is. Hide keys are read meanwhile.
    pub fn carry_out(&self, order: &Order) -> Reply {
        printing::carry_out(order)
    }

    /// Clears the screen and the lines above it, waits until the keyboard is quiet, and gives the
    /// console back.
    pub fn close(self) {
        self.departure.leave();
    }
}

impl Read for &Lines {
    /// Waits for the next line.
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut typed = self.typed.borrow_mut();
        if typed.is_empty() {
            let Ok(line) = self.whole.recv() else { return Ok(0) };
            *typed = wiped(&line);
        }
        let length = typed.len().min(buffer.len());
        buffer[..length].copy_from_slice(&typed[..length]);
        *typed = wiped_bytes(&typed[length..]);
        Ok(length)
    }
}

impl Write for &Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.departure.write(bytes)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn wiped(line: &str) -> Zeroizing<Vec<u8>> {
    wiped_bytes(line.as_bytes())
}

fn wiped_bytes(bytes: &[u8]) -> Zeroizing<Vec<u8>> {
    Zeroizing::new(bytes.to_vec())
}

/// Reads keys until one hides, or there is no console any more, or nobody would clear after a kill.
fn read(departure: &'static Departure, lines: &Sender<Zeroizing<String>>) {
    let (mut keyboard, mut line) = (Keyboard::default(), Line::default());
    let mut shown = Zeroizing::new(String::new());
    loop {
        departure.wait();
        let mut events = Events::default();
        let take = &mut |report| keyboard.take(report, 0, &mut events);
        let taken = departure.console.take_reports(take);
        let keys = || events.iter().filter_map(key);
        if taken.is_err() || departure.is_unguarded() || keys().any(hides) {
            leave_now(0);
        }
        for key in keys() {
            let whole = line.take(key, &mut shown);
            _ = departure.write(shown.as_bytes());
            shown.zeroize();
            if let Some(whole) = whole {
                _ = lines.send(whole);
            }
        }
    }
}

fn key(event: &Event) -> Option<Key> {
    match event {
        Event::Key(key) => Some(*key),
        _ => None,
    }
}

fn hides(key: Key) -> bool {
    keymap::hides(key) || key == ENDS
}
