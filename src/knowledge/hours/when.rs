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
    /// Names a time by its date.
    pub fn dated(time: DateTime) -> Self {
        Self { day: DayName::Date(named_date(time)), time: time.time() }
    }

    /// Names a coming time from now.
    pub fn of(time: DateTime, now: DateTime) -> Self {
        Self { day: DayName::of(named_date(time), now.date()), time: time.time() }
    }
}

/// The day that a person names with a time: midnight belongs to the day it ends.
fn named_date(time: DateTime) -> Date {
    let is_midnight = time.time() == Time::midnight();
    let before = time.date().yesterday().ok().filter(|_| is_midnight);
    before.unwrap_or(time.date())
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
