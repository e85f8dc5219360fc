//! What is shown: the App, or the clock that may follow it.

use std::time::Duration;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::protection::{self, Protection};
use crate::interface::settings::Gap;
use crate::interface::{App, Effect, Kiosk, event::Event};
use crate::paper::Order;

/// A program on the screen. Dropping it forgets what was typed.
pub trait Program {
    /// Learns what can only be known once the terminal is held.
    fn learn(&mut self, _protections: &[Protection], _has_printer: bool) {}

    /// Learns, before the first picture, of a way out that is not covered.
    fn learn_of(&mut self, _gap: Gap) {}

    /// Work that may wait until the first picture is on the screen.
    fn prepare(&mut self) {}

    /// Work for another thread, after which [`Event::Lists`] comes.
    fn work(&mut self) -> Option<Box<dyn FnOnce() + Send>> {
        None
    }

    /// How often [`Event::Tick`] comes.
    fn tick(&self) -> Duration {
        Duration::from_secs(60)
    }

    /// Takes one event; an effect is for the terminal to carry out.
    fn update(&mut self, event: &Event) -> Option<Effect>;

    /// What must be done outside the program after an event.
    fn order(&mut self) -> Option<Order> {
        None
    }

    /// Draws the screen as it stands.
    fn view(&mut self, frame: &mut Frame);

    /// Where a click hides everything, in the last picture.
    fn hide_target(&self) -> Rect {
        Rect::ZERO
    }
}

impl Program for App {
    fn learn_of(&mut self, gap: Gap) {
        Self::learn_of(self, gap);
    }

    fn prepare(&mut self) {
        Self::prepare(self);
    }

    fn work(&mut self) -> Option<Box<dyn FnOnce() + Send>> {
        Self::work(self)
    }

    fn update(&mut self, event: &Event) -> Option<Effect> {
        Self::update(self, event)
    }

    fn order(&mut self) -> Option<Order> {
        let errand = self.errand()?;
        Some(Order::of(&self.context(), &errand))
    }

    fn view(&mut self, frame: &mut Frame) {
        Self::view(self, frame);
    }

    fn hide_target(&self) -> Rect {
        Self::hide_target(self)
    }
}

impl Program for Kiosk {
    fn learn(&mut self, protections: &[Protection], has_printer: bool) {
        Self::learn(self, protection::told(protections), has_printer);
    }

    fn prepare(&mut self) {
        Self::prepare(self);
    }

    fn work(&mut self) -> Option<Box<dyn FnOnce() + Send>> {
        Self::work(self)
    }

    fn tick(&self) -> Duration {
        Duration::from_secs(1)
    }

    fn update(&mut self, event: &Event) -> Option<Effect> {
        Self::update(self, event)
    }

    fn order(&mut self) -> Option<Order> {
        let errand = self.errand()?;
        Some(Order::of(&self.app().context(), &errand))
    }

    fn view(&mut self, frame: &mut Frame) {
        Self::view(self, frame);
    }

    fn hide_target(&self) -> Rect {
        Self::hide_target(self)
    }
}
