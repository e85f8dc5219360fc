//! A person at the program: keys in, screen out, with no terminal in between.

use super::lists;
use airt::interface::app::{App, Effect, ReadLists};
use airt::interface::event::{Event, Key, KeyCode};
use airt::interface::kiosk::Kiosk;
use airt::interface::page::row::Marks;
use airt::interface::printing::{Errand, Reply};
use airt::interface::settings::{Settings, TimeSource};
use airt::interface::theme::Looks;
use airt::interface::words::Words;
use airt::knowledge::Knowledge;
use airt::knowledge::hours::Moment;
use airt::paper::Order;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;

/// A Wednesday in working hours.
pub const WEDNESDAY_MORNING: &str = "2026-11-25T10:00";

/// A way from the first screen to another.
pub type Way = fn(&mut Person) -> &mut Person;

/// What is on the screen.
pub(super) enum Seat {
    Own(Box<App>),
    /// Of a terminal that many people share.
    Shared(Box<Kiosk>),
}

/// A person in front of a screen.
pub struct Person {
    seat: Seat,
    terminal: Terminal<TestBackend>,
    /// Whether the screen was hidden.
    pub hidden: bool,
}

impl Person {
    /// Sits down at a screen of this size, on a Wednesday morning.
    pub fn at(columns: u16, rows: u16) -> Self {
        Self::at_time(columns, rows, WEDNESDAY_MORNING)
    }

    /// Sits down at another time.
    pub fn at_time(columns: u16, rows: u16, time: &str) -> Self {
        let time = TimeSource::Stopped(Moment::parse(time).unwrap());
        Self::with(
            columns,
            rows,
            Settings { looks: Looks::default(), marks: Marks::UNICODE, time, notice: None },
        )
    }

    /// Sits down at a screen with other settings.
    pub fn with(columns: u16, rows: u16, settings: Settings) -> Self {
        let app = App::new(Knowledge::embedded().unwrap(), Words::english().unwrap(), settings);
        Self::in_seat(columns, rows, Seat::Own(Box::new(app)))
    }

    pub(super) fn in_seat(columns: u16, rows: u16, seat: Seat) -> Self {
        let terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
        let mut person = Self { seat, terminal, hidden: false };
        person.look();
        match &mut person.seat {
            Seat::Own(app) => app.prepare(),
            Seat::Shared(kiosk) => kiosk.prepare(),
        }
        person
    }

    /// A list of invented services is read, as after the first picture.
    pub fn takes_list(&mut self) -> &mut Self {
        self.takes(|knowledge| {
            lists::add_sample(knowledge);
            None
        })
    }

    /// Something is added to the knowledge after the first picture.
    pub fn takes(
        &mut self,
        add: impl FnOnce(&mut Knowledge) -> Option<String> + Send + 'static,
    ) -> &mut Self {
        let read: ReadLists = Box::new(|| Box::new(add));
        let work = match &mut self.seat {
            Seat::Own(app) => {
                app.read_later(Some(read));
                app.work()
            }
            Seat::Shared(kiosk) => {
                kiosk.read_later(Some(read));
                kiosk.work()
            }
        };
        work.unwrap()();
        self.event(&Event::Lists)
    }

    fn look(&mut self) {
        let draw = |frame: &mut ratatui::Frame| match &mut self.seat {
            Seat::Own(app) => app.view(frame),
            Seat::Shared(kiosk) => kiosk.view(frame),
        };
        self.terminal.draw(draw).unwrap();
    }

    /// Something happens, and the person looks again.
    pub fn event(&mut self, event: &Event) -> &mut Self {
        let effect = match &mut self.seat {
            Seat::Own(app) => app.update(event),
            Seat::Shared(kiosk) => kiosk.update(event),
        };
        self.hidden |= effect == Some(Effect::Hide);
        if effect == Some(Effect::Repaint) {
            self.terminal.clear().unwrap();
        }
        self.look();
        self
    }

    /// Presses a key some times.
    pub fn press_times(&mut self, code: KeyCode, times: usize) -> &mut Self {
        for _ in 0..times {
            self.event(&Event::Key(Key::plain(code)));
        }
        self
    }

    /// Presses a key.
    pub fn press(&mut self, code: KeyCode) -> &mut Self {
        self.press_times(code, 1)
    }

    /// Learns that there is a printer.
    pub fn has_printer(&mut self) -> &mut Self {
        let (printer, folder) = (Some("office".to_owned()), "/home/ann".to_owned());
        self.event(&Event::Printing(Reply::Found { printer, folder }))
    }

    /// What the program asks of its surroundings, once.
    pub fn asks(&mut self) -> Option<Errand> {
        match &mut self.seat {
            Seat::Own(app) => app.errand(),
            Seat::Shared(kiosk) => kiosk.errand(),
        }
    }

    /// What goes to the printer.
    #[track_caller]
    pub fn paper(&mut self) -> String {
        let errand = self.asks();
        let Seat::Own(app) = &self.seat else { panic!("a shared terminal") };
        match errand.map(|errand| Order::of(&app.context(), &errand)) {
            Some(Order::Print { text }) => text,
            other => panic!("nothing goes to the printer: {other:?}"),
        }
    }

    /// Types a text, letter by letter.
    pub fn types(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            self.press(KeyCode::Character(letter));
        }
        self
    }

    /// Moves the mark down until the marked line has this text, and opens it.
    #[track_caller]
    pub fn opens(&mut self, text: &str) -> &mut Self {
        for _ in 0..60 {
            if self.marked().contains(text) {
                return self.press(KeyCode::Enter);
            }
            self.press(KeyCode::Down);
        }
        panic!("no line with {text:?} can be marked:\n{}", self.screen());
    }

    /// Clicks the first cell of a text.
    #[track_caller]
    pub fn clicks(&mut self, text: &str) -> &mut Self {
        let Position { x, y } = self.find(text);
        self.event(&Event::Click { column: x, row: y })
    }

    /// Gives the screen another size.
    pub fn resizes(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.terminal.backend_mut().resize(columns, rows);
        self.event(&Event::Resize)
    }

    /// The screen as text, a line a row.
    pub fn screen(&self) -> String {
        self.lines().join("\n")
    }

    /// The rows of the screen.
    pub fn lines(&self) -> Vec<String> {
        let buffer = self.buffer();
        let width = usize::from(buffer.area.width).max(1);
        let row = |cells: &[ratatui::buffer::Cell]| -> String {
            let text: String = cells.iter().map(ratatui::buffer::Cell::symbol).collect();
            text.trim_end().to_owned()
        };
        buffer.content.chunks(width).map(row).collect()
    }

    /// The screen with its line ends taken out, so that a sentence stands as it was written.
    fn sentences(&self) -> String {
        let lines = self.lines();
        let lines = lines.iter().map(|line| line.strip_suffix("more ▼").unwrap_or(line));
        let words = lines.flat_map(str::split_whitespace);
        words.filter(|word| !["▲", "▼", "▌", "→"].contains(word)).collect::<Vec<_>>().join(" ")
    }

    /// The cells of the screen.
    pub fn buffer(&self) -> &Buffer {
        self.terminal.backend().buffer()
    }

    /// Where the terminal's own cursor stands.
    pub fn cursor(&mut self) -> Position {
        self.terminal.get_cursor_position().unwrap()
    }

    /// The words that the pointer stands before, up to the next column.
    pub fn marked(&self) -> String {
        let lines = self.lines();
        let pointed = |line: &&String| {
            let before = line.split(Marks::UNICODE.pointer).next().unwrap_or_default();
            let is_cell = before.ends_with("  ") || before.trim().is_empty();
            line.contains(Marks::UNICODE.pointer)
                && (is_cell || before.trim() == Marks::UNICODE.bar)
        };
        let line = lines.iter().find(pointed).map_or("", String::as_str);
        let behind = line.split_once(Marks::UNICODE.pointer).map_or("", |(_, behind)| behind);
        let words = behind.trim_start();
        words.split("   ").next().unwrap_or_default().to_owned()
    }

    /// That the screen shows a text.
    #[track_caller]
    pub fn sees(&mut self, text: &str) -> &mut Self {
        assert!(self.screen().contains(text), "no {text:?} on the screen:\n{}", self.screen());
        self
    }

    /// That the screen does not show a text.
    #[track_caller]
    pub fn sees_no(&mut self, text: &str) -> &mut Self {
        assert!(!self.screen().contains(text), "{text:?} on the screen:\n{}", self.screen());
        self
    }

    /// That the page, read to its end, has a text.
    #[track_caller]
    pub fn reads(&mut self, text: &str) -> &mut Self {
        for _ in 0..40 {
            if self.sentences().contains(text) {
                return self;
            }
            self.press(KeyCode::PageDown);
        }
        panic!("no {text:?} down to the end of the page:\n{}", self.screen());
    }

    #[track_caller]
    pub fn find(&self, text: &str) -> Position {
        let lines = self.lines();
        let place = lines.iter().zip(0..).find_map(|(line, y)| {
            let column = line[..line.find(text)?].chars().count();
            Some(Position::new(u16::try_from(column).unwrap(), y))
        });
        place.unwrap_or_else(|| panic!("no {text:?} on the screen:\n{}", self.screen()))
    }
}
