use jiff::civil::DateTime;

use super::timeline::{Status, changes, status_at};
use super::{Calendar, Hours, Moment};

/// Whether a number is answered at one moment, as far as is certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenState {
    /// It is answered now.
    Open {
        /// When that ends.
        until: Until,
    },
    /// It is not answered now.
    Closed {
        /// When that ends.
        opens: Opens,
    },
    /// It is not known whether it is answered now.
    Unknown(Why),
}

/// When an open number closes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Until {
    /// Not within a year: it is open day and night.
    Always,
    /// At this wall time.
    Closes(DateTime),
    /// Not before this wall time; whether it is open after that is not known.
    AtLeast(DateTime),
}

/// When a closed number opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opens {
    /// At this wall time.
    At(DateTime),
    /// It is certain to be open from this wall time on; on a bank holiday before it,
    /// that is not known.
    ByThen(DateTime),
    /// No opening within a year is certain.
    NotKnown,
}

/// Why it is not known whether a number is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Nothing says when it is answered.
    NoHours,
    /// Today is a bank holiday, and its hours do not speak of bank holidays.
    BankHoliday,
    /// Its hours depend on bank holidays, and the calendar does not cover this year.
    OutsideCalendar,
    /// The machine's clock is plainly wrong.
    ClockWrong,
}

/// Whether a number with these hours is answered at a moment. Missing hours are not
/// known, never closed.
pub fn state(hours: Option<&Hours>, calendar: &Calendar, moment: &Moment) -> OpenState {
    let Some(hours) = hours else { return OpenState::Unknown(Why::NoHours) };
    if hours.is_always_open() {
        return OpenState::Open { until: Until::Always };
    }
    let Moment::Known(time) = *moment else { return OpenState::Unknown(Why::ClockWrong) };
    match status_at(hours, calendar, time) {
        Status::Open => OpenState::Open { until: until(hours, calendar, time) },
        Status::Closed => OpenState::Closed { opens: opens(hours, calendar, time) },
        Status::Unknown(why) => OpenState::Unknown(why),
    }
}

fn until(hours: &Hours, calendar: &Calendar, now: DateTime) -> Until {
    match changes(hours, calendar, now).next() {
        None => Until::Always,
        Some((time, Status::Unknown(_))) => Until::AtLeast(time),
        Some((time, _)) => Until::Closes(time),
    }
}

fn opens(hours: &Hours, calendar: &Calendar, now: DateTime) -> Opens {
    let mut crosses_unknown = false;
    for (time, status) in changes(hours, calendar, now) {
        match status {
            Status::Open if crosses_unknown => return Opens::ByThen(time),
            Status::Open => return Opens::At(time),
            Status::Unknown(_) => crosses_unknown = true,
            Status::Closed => {}
        }
    }
    Opens::NotKnown
}
