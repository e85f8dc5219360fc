//! A person at a terminal that many people share: seconds and fingers, beside keys.

use airt::interface::event::{Event, KeyCode};
use airt::interface::kiosk::Kiosk;
use airt::interface::page::row::Marks;
use airt::interface::settings::{Settings, TimeSource};
use airt::interface::station::{Printer, Protections, Station};
use airt::interface::theme::Looks;
use airt::interface::words::Words;
use airt::knowledge::Knowledge;
use airt::knowledge::hours::Moment;
use ratatui::layout::Position;

use super::person::{Person, Seat, WEDNESDAY_MORNING};

/// Seconds without a key before a shared terminal asks.
pub const AFTER: u16 = 120;

/// Looks and time of most tests.
pub fn settings(time: TimeSource) -> Settings {
    Settings { looks: Looks::default(), marks: Marks::UNICODE, time, notice: None }
}

pub fn wednesday() -> TimeSource {
    TimeSource::Stopped(Moment::parse(WEDNESDAY_MORNING).unwrap())
}

impl Person {
    /// Stands before a terminal that many people share, which rests.
    pub fn before_kiosk(columns: u16, rows: u16, settings: Settings, station: Station) -> Self {
        let words = Words::english().unwrap().for_kiosk();
        let kiosk = Kiosk::new(Knowledge::embedded().unwrap(), words, settings, station, AFTER);
        Self::in_seat(columns, rows, Seat::Shared(Box::new(kiosk)))
    }

    /// A shared terminal that prints nothing.
    pub fn station(has_touch: bool) -> Station {
        let protections = Protections { on: 5, all: 5, off: Vec::new() };
        let facts = jiff::civil::date(2026, 11, 22);
        Station { facts, has_touch, printer: Printer::None, protections }
    }

    /// Uses a terminal that many people share.
    pub fn at_kiosk(columns: u16, rows: u16, has_touch: bool) -> Self {
        let (settings, station) = (settings(wednesday()), Self::station(has_touch));
        let mut person = Self::before_kiosk(columns, rows, settings, station);
        person.waits(1).press(KeyCode::Enter).waits(3).press(KeyCode::Home);
        person
    }

    /// Some seconds go by.
    pub fn waits(&mut self, seconds: u16) -> &mut Self {
        for _ in 0..seconds {
            self.event(&Event::Tick);
        }
        self
    }

    /// Puts a finger down somewhere.
    pub fn touches(&mut self, Position { x, y }: Position) -> &mut Self {
        self.event(&Event::Click { column: x, row: y })
    }

    /// Lifts it there.
    pub fn lifts(&mut self, Position { x, y }: Position) -> &mut Self {
        self.event(&Event::Release { column: x, row: y })
    }

    /// Taps a text.
    #[track_caller]
    pub fn taps(&mut self, text: &str) -> &mut Self {
        let at = self.find(text);
        self.touches(at).lifts(at)
    }
}
