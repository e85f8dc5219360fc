//! Opening hours: one string a number, asked about one moment.
//!
//! The strings are a small subset of OpenStreetMap's [`opening_hours`], so that a
//! string means here what it means there:
//!
//! | Written                                            | Means                              |
//! |----------------------------------------------------|------------------------------------|
//! | `24/7`                                             | always, bank holidays too          |
//! | `Mo-Fr 09:00-17:00`                                | those days, those times            |
//! | `Mo,We 09:00-12:00,13:00-17:00`                    | several days, several times        |
//! | `Mo-Fr 09:00-17:00; Fr 09:00-12:00`                | a later rule replaces a whole day  |
//! | `Mo-Fr 09:00-17:00; PH off`                        | closed on bank holidays            |
//! | `Mo-Fr 00:00-09:00,17:00-24:00; Sa-Su 00:00-24:00` | nights, written as two halves      |
//!
//! What is not known is never guessed. Hours that do not speak of bank holidays
//! (`PH`) are unknown on a bank holiday, and hours that depend on bank holidays are
//! unknown outside the years of the [`Calendar`].
//!
//! [`opening_hours`]: https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification

mod calendar;
mod fault;
mod london;
mod moment;
mod parse;
mod rule;
mod state;
mod timeline;
mod when;
mod words;

pub use calendar::{Calendar, DayKind};
pub use fault::HoursFault;
pub use london::zone;
pub use moment::Moment;
pub use parse::WEEK;
pub use state::{OpenState, Opens, Until, Why, state};
pub use when::{DayName, When};
pub use words::HoursWords;

use jiff::civil::Weekday;
use rule::Rule;

/// When one number is answered, as its owner wrote it and as the program reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hours {
    written: String,
    rules: Vec<Rule>,
}

impl Hours {
    /// Reads a string of the subset described in the [module](self).
    ///
    /// # Errors
    /// When the string is outside the subset; the fault says what to write instead.
    pub fn parse(written: &str) -> Result<Self, HoursFault> {
        let rules = parse::rules(written)?;
        Ok(Self { written: written.to_owned(), rules })
    }

    /// The string that was read, unchanged.
    pub fn as_written(&self) -> &str {
        &self.written
    }

    /// The hours as a person would say them: "Monday to Friday, 9am to 5pm".
    pub fn in_words(&self, words: &HoursWords) -> String {
        words.hours(&self.rules)
    }

    /// The days of an ordinary week with the times of each span, such as `09:00` and `17:00`. Bank
    /// holidays are not among them.
    pub fn weekly(&self) -> Vec<(Weekday, String, String)> {
        let time = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
        let days = Weekday::Monday.cycle_forward().take(7);
        let spans = days.flat_map(|day| {
            rule::spans(&self.rules, day).iter().map(move |span| (day, span.start, span.end))
        });
        spans.map(|(day, start, end)| (day, time(start), time(end))).collect()
    }

    /// Whether the number is answered on every day of every year, bank holidays too.
    pub fn is_always_open(&self) -> bool {
        matches!(self.rules.as_slice(), [only] if only.is_always())
    }
}
