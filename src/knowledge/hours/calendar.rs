use jiff::civil::Date;
use serde::Deserialize;

use super::HoursFault;

/// The bank holidays of Scotland, for the years that it covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    basis: String,
    first_year: i16,
    last_year: i16,
    holidays: Vec<(Date, String)>,
}

/// What the calendar knows of one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayKind {
    /// A covered day that is no bank holiday.
    Ordinary,
    /// A bank holiday in Scotland.
    BankHoliday,
    /// A day before the first or after the last covered year.
    NotCovered,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCalendar {
    basis: String,
    first_year: i16,
    last_year: i16,
    holidays: Vec<RawHoliday>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawHoliday {
    date: String,
    name: String,
}

impl Calendar {
    /// Reads a calendar file (`data/calendar/gb-sct.json`).
    ///
    /// # Errors
    /// When the file has another shape, a date that is no date, dates out of order,
    /// or a covered year without holidays: the fault names the item.
    pub fn from_json(json: &str) -> Result<Self, HoursFault> {
        let raw: RawCalendar =
            serde_json::from_str(json).map_err(|fault| HoursFault::new(fault.to_string()))?;
        let holidays = raw.holidays.into_iter().map(holiday).collect::<Result<Vec<_>, _>>()?;
        let calendar = Self {
            basis: raw.basis,
            first_year: raw.first_year,
            last_year: raw.last_year,
            holidays,
        };
        calendar.check()?;
        Ok(calendar)
    }

    /// How the dates are known: published, or worked out from the law.
    pub fn basis(&self) -> &str {
        &self.basis
    }

    /// The last year whose bank holidays are known.
    pub fn last_year(&self) -> i16 {
        self.last_year
    }

    /// What is known of a day.
    pub fn kind_of(&self, date: Date) -> DayKind {
        if !(self.first_year..=self.last_year).contains(&date.year()) {
            return DayKind::NotCovered;
        }
        if self.holiday_name(date).is_some() { DayKind::BankHoliday } else { DayKind::Ordinary }
    }

    /// The name of the bank holiday on a day, where there is one.
    pub fn holiday_name(&self, date: Date) -> Option<&str> {
        let position = self.holidays.binary_search_by_key(&date, |(day, _)| *day).ok()?;
        Some(&self.holidays[position].1)
    }

    /// Every bank holiday with its name, in order.
    pub fn holidays(&self) -> impl Iterator<Item = (Date, &str)> {
        self.holidays.iter().map(|(date, name)| (*date, name.as_str()))
    }

    fn check(&self) -> Result<(), HoursFault> {
        if let Some(pair) = self.holidays.windows(2).find(|pair| pair[0].0 >= pair[1].0) {
            return Err(HoursFault::new(format!(
                "{} is out of order: write each date once, oldest first",
                pair[1].0
            )));
        }
        if let Some((date, _)) =
            self.holidays.iter().find(|(date, _)| self.kind_of(*date) == DayKind::NotCovered)
        {
            return Err(HoursFault::new(format!("{date} is outside the years of this calendar")));
        }
        let is_empty = |year: &i16| !self.holidays.iter().any(|(date, _)| date.year() == *year);
        match (self.first_year..=self.last_year).find(is_empty) {
            Some(year) => Err(HoursFault::new(format!(
                "{year} has no bank holidays: add them or end the calendar earlier"
            ))),
            None if self.holidays.is_empty() => {
                Err(HoursFault::new("first_year is after last_year"))
            }
            None => Ok(()),
        }
    }
}

fn holiday(raw: RawHoliday) -> Result<(Date, String), HoursFault> {
    let date = raw.date.parse().map_err(|_| {
        HoursFault::new(format!(
            "'{}' ({}) is not a date: write it as 2026-12-25",
            raw.date, raw.name
        ))
    })?;
    Ok((date, raw.name))
}
