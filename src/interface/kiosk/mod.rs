//! A terminal that many people share, around the program that everybody else has: a screen to rest
//! on, a question when nobody seems to be there, and hands on glass.
//!
//! Hiding ends the process, and the system starts another: nothing can be remembered by a process that
//! is gone.

mod keyboard;
mod rest;
mod touch;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::app::{App, Effect, ReadLists};
use super::canvas::Action;
use super::event::{Event, Key, KeyCode};
use super::idle::{Idle, Shows};
use super::keymap;
use super::place::Place;
use super::printing::Errand;
use super::settings::Settings;
use super::station::{Protections, Station};
use super::words::Words;
use crate::knowledge::Knowledge;
use crate::knowledge::languages::{LanguageIndex, Script};

use keyboard::{Keyboard, Typed};
pub use rest::{clears_in, opening};
use touch::{Swipe, Touch};

/// How often the page looks at the clock, in seconds.
const LOOK_AT_CLOCK: u8 = 60;

/// The program on a terminal that many people share.
pub struct Kiosk {
    app: App,
    idle: Idle,
    touch: Touch,
    keyboard: Keyboard,
    /// The language that was last chosen, for the letters of the keyboard.
    language: Option<LanguageIndex>,
    area: Rect,
    seconds: u8,
}

impl Kiosk {
    /// At rest, in the [words of a kiosk](Words::for_kiosk). `after` so many seconds without a key it
    /// asks whether anybody is there.
    pub fn new(
        knowledge: Knowledge,
        words: Words,
        settings: Settings,
        station: Station,
        after: u16,
    ) -> Self {
        let mut app = App::new(knowledge, words, settings);
        app.station = Some(station);
        Self {
            app,
            idle: Idle::new(after),
            touch: Touch::default(),
            keyboard: Keyboard::default(),
            language: None,
            area: Rect::ZERO,
            seconds: 0,
        }
    }

    /// Has lists of local services read on another thread.
    pub fn read_later(&mut self, read: Option<ReadLists>) {
        self.app.read_later(read);
    }

    /// Work for another thread, after which [`Event::Lists`] comes.
    pub fn work(&mut self) -> Option<Box<dyn FnOnce() + Send>> {
        self.app.work()
    }

    /// Learns what can only be known once the terminal is held.
    pub fn learn(&mut self, protections: Protections, has_printer: bool) {
        if let Some(station) = &mut self.app.station {
            station.learn(protections, has_printer);
        }
    }

    /// Work for after the first picture.
    pub fn prepare(&mut self) {
        self.app.prepare();
    }

    /// Takes one event; [`Event::Tick`] comes once a second.
    pub fn update(&mut self, event: &Event) -> Option<Effect> {
        match event {
            Event::Key(key) if keymap::hides(*key) => Some(Effect::Hide),
            Event::Tick => self.tick(),
            Event::Printing(_) | Event::Lists => self.app.update(event),
            Event::Resize => {
                self.touch = Touch::default();
                self.app.update(event)
            }
            Event::Release { column, row } => {
                self.idle.stir();
                self.let_go(Position::new(*column, *row))
            }
            Event::Drag { column, row } => {
                self.idle.stir();
                self.drag(Position::new(*column, *row));
                None
            }
            Event::Key(_) | Event::Paste(_) | Event::Click { .. } | Event::Scroll { .. } => {
                self.press(event)
            }
        }
    }

    fn tick(&mut self) -> Option<Effect> {
        let before = self.idle.shows();
        self.idle.tick();
        self.touch.tick();
        self.seconds = (self.seconds + 1) % LOOK_AT_CLOCK;
        match (before, self.idle.shows()) {
            (_, Shows::Nothing) => Some(Effect::Hide),
            (Shows::Page, Shows::Question(_)) => {
                self.touch = Touch::default();
                Some(Effect::Repaint)
            }
            _ if self.seconds == 0 => self.app.update(&Event::Tick),
            _ => None,
        }
    }

    /// Something was pressed: for the page, unless it wakes the terminal or answers its question.
    fn press(&mut self, event: &Event) -> Option<Effect> {
        let before = self.idle.shows();
        if !self.idle.press() {
            let is_awake = self.idle.shows() == Shows::Page;
            if is_awake && before == Shows::Rest {
                self.greet();
            }
            // The second tap of two must not open what it finds there.
            self.touch.spend(self.area);
            return is_awake.then_some(Effect::Repaint);
        }
        match event {
            Event::Click { column, row } => return self.touch_down(Position::new(*column, *row)),
            Event::Key(_) | Event::Paste(_) => self.keyboard.hide(),
            _ => {}
        }
        self.pass_on(event)
    }

    /// Whoever touched the name of their language on the screen at rest finds it there again.
    fn greet(&mut self) {
        if self.app.station.as_ref().is_some_and(|station| station.has_touch) {
            self.app.turn(|visits| visits.visit(Place::Languages));
        }
    }

    fn pass_on(&mut self, event: &Event) -> Option<Effect> {
        let effect = self.app.update(event);
        self.language = self.app.visits.place().language().or(self.language);
        effect
    }

    /// Hiding does not wait until the finger is lifted.
    fn touch_down(&mut self, at: Position) -> Option<Effect> {
        let target = self.target_at(at);
        if let Some((_, Action::Hide)) = self.app.target_at(at) {
            return Some(Effect::Hide);
        }
        self.touch.press(at, target);
        None
    }

    /// The key or the thing on the page under a finger.
    fn target_at(&self, at: Position) -> Option<Rect> {
        let key = self.keyboard.key_at(at).map(|(area, _)| area);
        key.or_else(|| self.app.target_at(at).map(|(area, _)| area))
    }

    fn let_go(&mut self, at: Position) -> Option<Effect> {
        let target = self.target_at(at);
        let tapped = self.touch.release(target).filter(|_| self.idle.shows() == Shows::Page)?;
        if let Some((_, typed)) = self.keyboard.key_at(at) {
            return self.type_on_glass(typed);
        }
        self.touch.spend(tapped);
        match self.app.target_at(at) {
            Some((_, Action::Type)) => self.keyboard.show(&self.extra_letters()),
            // Whoever opens something has typed enough.
            _ => self.keyboard.hide(),
        }
        self.pass_on(&Event::Click { column: at.x, row: at.y })
    }

    fn type_on_glass(&mut self, typed: Typed) -> Option<Effect> {
        let code = match typed {
            Typed::Letter(letter) => KeyCode::Character(letter),
            Typed::Erase => KeyCode::Backspace,
            Typed::Done => {
                self.keyboard.hide();
                return None;
            }
        };
        self.pass_on(&Event::Key(Key::plain(code)))
    }

    /// Latin letters that tell the chosen language from English.
    fn extra_letters(&self) -> String {
        let language = self.language.map(|language| &self.app.knowledge[language]);
        let language = language.filter(|language| language.script == Script::Latn);
        language.map(|language| language.letters.clone()).unwrap_or_default()
    }

    fn drag(&mut self, at: Position) {
        if let (Some(Swipe(rows)), Shows::Page) = (self.touch.drag(at), self.idle.shows()) {
            self.app.scroll(rows);
        }
    }

    /// What the edge must do now, once.
    pub fn errand(&mut self) -> Option<Errand> {
        self.app.errand()
    }

    /// The program inside, for what the edge makes of its errands.
    pub const fn app(&self) -> &App {
        &self.app
    }

    /// Draws the screen as it stands.
    pub fn view(&mut self, frame: &mut Frame) {
        self.area = frame.area();
        let buffer = frame.buffer_mut();
        let context = self.app.context();
        match self.idle.shows() {
            Shows::Rest => rest::rest(&context, &mut self.app.canvas(buffer, self.area)),
            Shows::Question(seconds) => {
                rest::question(&context, &mut self.app.canvas(buffer, self.area), seconds);
            }
            Shows::Nothing => {}
            Shows::Page => {
                let (page, keys) = self.keyboard.divide(self.area);
                let cursor = self.app.draw(buffer, page);
                let words = &self.app.context().words.kiosk.keyboard;
                self.keyboard.draw(words, &mut self.app.canvas(buffer, keys));
                if let Some(cursor) = cursor {
                    frame.set_cursor_position(cursor);
                }
            }
        }
    }

    /// Where a click hides everything, in the last picture.
    pub fn hide_target(&self) -> Rect {
        if self.idle.shows() == Shows::Page { self.app.hide_target() } else { Rect::ZERO }
    }
}
