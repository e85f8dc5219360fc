use jiff::Timestamp;
use jiff::civil::{Date, DateTime};

use super::{HoursFault, london};

/// The time that hours are asked about: what a clock on the wall in Scotland shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// A wall time that can be believed.
    Known(DateTime),
    /// The machine's clock is plainly wrong: hours can only be shown as text.
    ClockWrong,
}

impl Moment {
    /// The moment of the machine's clock. A clock from before the program was `built`
    /// is wrong.
    pub fn from_clock(now: Timestamp, built: Date) -> Self {
        let wall_time = london::zone().map(|zone| zone.to_datetime(now));
        wall_time.filter(|time| time.date() >= built).map_or(Self::ClockWrong, Self::Known)
    }

    /// The moment that a person asked for, as in `2026-12-25T10:00`.
    ///
    /// # Errors
    /// When the text has another form, or names a time that the clocks skip in March.
    pub fn parse(written: &str) -> Result<Self, HoursFault> {
        let time = DateTime::strptime("%Y-%m-%dT%H:%M", written).map_err(|_| {
            HoursFault::new(format!(
                "'{written}' is not a date and time: write it as 2026-12-25T10:00"
            ))
        })?;
        if london::is_skipped(time) {
            return Err(HoursFault::new(format!(
                "{written} does not exist: the clocks go forward from 01:00 to 02:00"
            )));
        }
        Ok(Self::Known(time))
    }
}
