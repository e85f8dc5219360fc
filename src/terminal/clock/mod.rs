//! A plain clock and calendar, for a person who had better be seen with something on the screen.
//!
//! It knows nothing of the pages, and nothing in it leads back to them.

mod calendar;

use std::time::Duration;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp, Zoned};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Text;

use super::program::Program;
use crate::interface::Effect;
use crate::interface::event::{Event, Key, KeyCode};
use crate::knowledge::hours::zone;

/// A clock, and the calendar of one month.
pub(super) struct Clock {
    zone: TimeZone,
    /// How many months after this one is shown.
    months_ahead: i32,
}

impl Clock {
    pub(super) fn new() -> Self {
        Self { zone: zone().cloned().unwrap_or(TimeZone::UTC), months_ahead: 0 }
    }

    fn now(&self) -> Zoned {
        Timestamp::now().to_zoned(self.zone.clone())
    }

    fn text(&self, now: &Zoned) -> Text<'static> {
        let time = format!("{:02}:{:02}", now.hour(), now.minute());
        let mut text = Text::from(vec![time.into(), calendar::long_date(now.date()).into()]);
        text.lines.push("".into());
        text.lines.extend(calendar::month(self.first_day(now.date()), now.date()));
        text
    }

    /// The first day of the month that is shown.
    fn first_day(&self, today: Date) -> Date {
        let months = Span::new().try_months(self.months_ahead);
        months.and_then(|months| today.first_of_month().checked_add(months)).unwrap_or(today)
    }

    fn move_to(&mut self, months_ahead: i32) {
        self.months_ahead = months_ahead.clamp(-1200, 1200);
    }
}

impl Program for Clock {
    fn tick(&self) -> Duration {
        Duration::from_secs(1)
    }

    fn update(&mut self, event: &Event) -> Option<Effect> {
        let Event::Key(Key { code, .. }) = event else { return None };
        match code {
            KeyCode::Character('q') => return Some(Effect::Hide),
            KeyCode::Left | KeyCode::Up | KeyCode::PageUp => self.move_to(self.months_ahead - 1),
            KeyCode::Right | KeyCode::Down | KeyCode::PageDown => {
                self.move_to(self.months_ahead + 1);
            }
            KeyCode::Home => self.move_to(0),
            _ => {}
        }
        None
    }

    fn view(&mut self, frame: &mut Frame) {
        let text = self.text(&self.now());
        let area = frame.area();
        let indented = Rect { x: 2, y: 1, ..area }.intersection(area);
        frame.render_widget(text, indented);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_move_the_month_and_home_comes_back() {
        let mut clock = Clock::new();
        let today = jiff::civil::date(2026, 1, 31);
        let press = |clock: &mut Clock, code| clock.update(&Event::Key(Key::plain(code)));
        press(&mut clock, KeyCode::Right);
        assert_eq!(clock.first_day(today), jiff::civil::date(2026, 2, 1));
        press(&mut clock, KeyCode::Left);
        press(&mut clock, KeyCode::PageUp);
        assert_eq!(clock.first_day(today), jiff::civil::date(2025, 12, 1));
        press(&mut clock, KeyCode::Home);
        assert_eq!(clock.first_day(today), jiff::civil::date(2026, 1, 1));
    }

    #[test]
    fn it_keeps_british_summer_time() {
        let clock = Clock::new();
        let at = |time: &str| {
            let now = time.parse::<Timestamp>().unwrap().to_zoned(clock.zone.clone());
            clock.text(&now).lines[0].to_string()
        };
        assert_eq!(at("2026-01-15T12:00:00Z"), "12:00");
        assert_eq!(at("2026-03-29T00:59:00Z"), "00:59");
        assert_eq!(at("2026-03-29T01:00:00Z"), "02:00");
        assert_eq!(at("2026-10-25T00:59:00Z"), "01:59");
        assert_eq!(at("2026-10-25T01:00:00Z"), "01:00");
    }
}
