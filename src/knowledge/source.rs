//! Where a fact comes from, and when and how somebody last checked it.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A place in [`super::Knowledge::sources`].
#[derive(Clone, Copy, Debug, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub struct SourceIndex(pub(super) usize);

/// How a fact was checked.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, Eq, PartialEq)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// Read in a stored copy of the page.
    StoredCopy,
    /// Read on the page itself.
    Page,
    /// Somebody rang the number and it was right.
    Rung,
    /// The people who run the service said so.
    Told,
    /// Measured by this project.
    Measured,
}

/// A date known to the year, the month or the day, as ISO 8601: `2024`, `2022-11`, `2023-04-01`.
#[derive(Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Serialize)]
#[serde(transparent)]
pub struct PartialDate(String);

impl PartialDate {
    /// Checks a date as it is written in the data.
    ///
    /// # Errors
    /// Says how a date is written.
    pub fn parse(written: &str) -> Result<Self, String> {
        let date = Self(written.to_owned());
        date.earliest().map(|_| date).ok_or_else(|| {
            format!("write the date \"{written}\" as 2026, 2026-11 or 2026-11-22, and a real one")
        })
    }

    /// As written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first day it can mean: the oldest the fact can be.
    pub fn earliest(&self) -> Option<Date> {
        let padded = match self.0.len() {
            4 => format!("{}-01-01", self.0),
            7 => format!("{}-01", self.0),
            10 => self.0.clone(),
            _ => return None,
        };
        padded.parse().ok()
    }
}

/// That somebody checked something, when and how.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Checked {
    pub date: PartialDate,
    pub how: How,
}

/// What the time since the last check means to a person who relies on it.
#[derive(Clone, Copy, Debug, Serialize, Eq, PartialEq, Ord, PartialOrd)]
#[serde(rename_all = "kebab-case")]
pub enum Age {
    /// Checked within three months.
    Fresh,
    /// Checked within twelve months.
    CheckWhenYouCall,
    /// Older, or nobody knows.
    MayBeOutOfDate,
}

impl Age {
    /// The age of a check on a day; an unknown day or check counts as old, and so does a look at a
    /// stored copy: the page may have changed since the copy was made.
    pub fn of(checked: Option<&Checked>, today: Option<Date>) -> Self {
        let is_live = |checked: &&Checked| checked.how != How::StoredCopy;
        let checked = checked.filter(is_live).and_then(|checked| checked.date.earliest());
        let (Some(checked), Some(today)) = (checked, today) else { return Self::MayBeOutOfDate };
        let within =
            |months: i32| checked.checked_add(months.months()).is_ok_and(|limit| today <= limit);
        match (within(3), within(12)) {
            (true, _) => Self::Fresh,
            (_, true) => Self::CheckWhenYouCall,
            _ => Self::MayBeOutOfDate,
        }
    }
}

/// A publication that facts come from.
#[derive(Debug)]
pub struct Source {
    /// Its id in the data.
    pub id: String,
    pub title: String,
    pub publisher: String,
    /// Where it is, if it has an address.
    pub url: Option<String>,
    /// The licence it is used under, if one was given.
    pub licence: Option<String>,
    /// The words its licence asks for.
    pub attribution: Option<String>,
    /// Its own date: of a law, a page, an event. It does not say that anybody looked.
    pub dated: Option<PartialDate>,
    /// The day somebody last looked at it.
    pub checked: Option<PartialDate>,
    /// How they looked.
    pub how: How,
    /// What a reader must know about it.
    pub note: Option<String>,
}

impl Source {
    /// When somebody last looked at it, and how.
    pub fn checked(&self) -> Option<Checked> {
        self.checked.clone().map(|date| Checked { date, how: self.how })
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_date_may_lack_its_day_or_month_but_must_be_real() {
        for written in ["2024", "2022-11", "2024-02-29"] {
            assert!(PartialDate::parse(written).is_ok(), "{written}");
        }
        for written in ["", "24", "2022-13", "2023-02-29", "2023-4-1", "last year"] {
            assert!(PartialDate::parse(written).is_err(), "{written}");
        }
    }

    #[test]
    fn a_check_is_fresh_for_three_months_and_usable_for_twelve() {
        let checked = Checked { date: PartialDate("2026-01-15".to_owned()), how: How::Rung };
        let age = |today| Age::of(Some(&checked), Some(today));
        assert_eq!(age(date(2026, 4, 15)), Age::Fresh);
        assert_eq!(age(date(2026, 4, 16)), Age::CheckWhenYouCall);
        assert_eq!(age(date(2027, 1, 15)), Age::CheckWhenYouCall);
        assert_eq!(age(date(2027, 1, 16)), Age::MayBeOutOfDate);
    }

    #[test]
    fn a_stored_copy_never_makes_a_fact_fresh() {
        let checked = Checked { date: PartialDate("2026-01-15".to_owned()), how: How::StoredCopy };
        assert_eq!(Age::of(Some(&checked), Some(date(2026, 1, 15))), Age::MayBeOutOfDate);
    }

    #[test]
    fn what_nobody_dated_or_no_clock_can_age_may_be_out_of_date() {
        let checked = Checked { date: PartialDate("2026".to_owned()), how: How::Page };
        assert_eq!(Age::of(None, Some(date(2026, 1, 1))), Age::MayBeOutOfDate);
        assert_eq!(Age::of(Some(&checked), None), Age::MayBeOutOfDate);
    }
}
