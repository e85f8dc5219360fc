use jiff::civil::{Date, DateTime, Time, Weekday};

/// A coming time as a person would name it from now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct When {
    /// The day, named from now.
    pub day: DayName,
    /// The time of that day. Midnight is the end of it, as people mean by "tonight at
    /// midnight".
    pub time: Time,
}

/// How a person names a day from now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayName {
    /// The day it is now.
    Today,
    /// The day after.
    Tomorrow,
    /// A day less than a week ahead.
    Weekday(Weekday),
    /// A day further off.
    Date(Date),
}

impl When {
    /// Names a coming time from now.
    #[must_use]
    pub fn of(time: DateTime, now: DateTime) -> Self {
        let is_midnight = time.time() == Time::midnight();
        let date =
            if is_midnight { time.date().yesterday().unwrap_or(time.date()) } else { time.date() };
        Self { day: DayName::of(date, now.date()), time: time.time() }
    }
}

impl DayName {
    fn of(date: Date, today: Date) -> Self {
        match today.until(date).map(|span| span.get_days()) {
            Ok(0) => Self::Today,
            Ok(1) => Self::Tomorrow,
            Ok(2..=6) => Self::Weekday(date.weekday()),
            _ => Self::Date(date),
        }
    }
}
