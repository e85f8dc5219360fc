use jiff::civil::{Date, DateTime, Time, Weekday};
use serde::Deserialize;

use super::rule::{DAY_END, Days, Rule, Span};
use super::{DayName, Moment, OpenState, Opens, Until, When, Why};
use crate::knowledge::text::fill;

/// The words that hours are said in. `{day}` and its like in a text mark where the
/// thing of that name goes.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HoursWords {
    /// Monday to Sunday.
    pub weekdays: [String; 7],
    /// January to December.
    pub months: [String; 12],
    /// All seven days of a week.
    pub every_day: String,
    /// What `PH` is called.
    pub bank_holidays: String,
    /// Between the last two of several things, with its spaces: " and ".
    pub and: String,
    /// A rule: `{days}`, `{times}`.
    pub rule: String,
    /// A run of days or a span of time: `{from}`, `{to}`.
    pub range: String,
    /// A line that is open from midnight to midnight: `{hours}`.
    pub whole_day: String,
    /// A line that is not open at all that day.
    pub off: String,
    /// A time before midday: `{time}`.
    pub before_midday: String,
    /// A time after midday: `{time}`.
    pub after_midday: String,
    /// 12:00.
    pub midday: String,
    /// 00:00 and 24:00.
    pub midnight: String,
    /// The day it is now.
    pub today: String,
    /// The day after.
    pub tomorrow: String,
    /// A date: `{weekday}`, `{day}`, `{month}`.
    pub date: String,
    /// A time of a day: `{day}`, `{time}`.
    pub day_and_time: String,
    /// The midnight that ends today.
    pub tonight: String,
    /// The midnight that ends another day: `{day}`.
    pub night: String,
    /// Open without end.
    pub open: String,
    /// Open, and when it closes: `{when}`.
    pub closes: String,
    /// Open for certain until `{when}`.
    pub open_at_least: String,
    /// Closed, and when it opens: `{when}`.
    pub opens: String,
    /// Closed, and open for certain from `{when}` on.
    pub opens_by: String,
    /// Beside a mark that says open.
    pub closes_short: String,
    /// Beside a mark that says closed.
    pub opens_short: String,
    /// Closed, and no opening is certain.
    pub closed: String,
    /// Nothing says when it is answered.
    pub no_hours: String,
    /// Today is a bank holiday that its hours do not speak of.
    pub on_bank_holiday: String,
    /// The bank holidays of this year are not known.
    pub outside_calendar: String,
    /// The machine's clock is plainly wrong.
    pub clock_wrong: String,
}

impl HoursWords {
    /// A state as a person would say it at a moment: "closed, opens Monday at 9am".
    pub fn state(&self, state: &OpenState, moment: &Moment) -> String {
        let at =
            |text: &str, time: &DateTime| fill(text, &[("when", &self.moment_from(*time, moment))]);
        match state {
            OpenState::Open { until: Until::Always } => self.open.clone(),
            OpenState::Open { until: Until::Closes(time) } => at(&self.closes, time),
            OpenState::Open { until: Until::AtLeast(time) } => at(&self.open_at_least, time),
            OpenState::Closed { opens: Opens::At(time) } => at(&self.opens, time),
            OpenState::Closed { opens: Opens::ByThen(time) } => at(&self.opens_by, time),
            OpenState::Closed { opens: Opens::NotKnown } => self.closed.clone(),
            OpenState::Unknown(why) => self.why(*why).to_owned(),
        }
    }

    /// The same in fewer words, where a mark says open or closed: "closes today at 5pm".
    pub fn short_state(&self, state: &OpenState, moment: &Moment) -> String {
        let at =
            |text: &str, time: &DateTime| fill(text, &[("when", &self.moment_from(*time, moment))]);
        match state {
            OpenState::Open { until: Until::Closes(time) } => at(&self.closes_short, time),
            OpenState::Closed { opens: Opens::At(time) } => at(&self.opens_short, time),
            state => self.state(state, moment),
        }
    }

    fn why(&self, why: Why) -> &str {
        match why {
            Why::NoHours => &self.no_hours,
            Why::BankHoliday => &self.on_bank_holiday,
            Why::OutsideCalendar => &self.outside_calendar,
            Why::ClockWrong => &self.clock_wrong,
        }
    }

    fn moment_from(&self, time: DateTime, moment: &Moment) -> String {
        match moment {
            Moment::Known(now) => self.when(When::of(time, *now)),
            Moment::ClockWrong => self.when(When::dated(time)),
        }
    }

    /// A coming time: "tomorrow at 9am".
    pub fn when(&self, when: When) -> String {
        let is_midnight = when.time == Time::midnight();
        if is_midnight && when.day == DayName::Today {
            return self.tonight.clone();
        }
        let text = if is_midnight { &self.night } else { &self.day_and_time };
        let time = self.time(when.time.hour(), when.time.minute());
        fill(text, &[("day", &self.day_name(when.day)), ("time", &time)])
    }

    fn day_name(&self, day: DayName) -> String {
        match day {
            DayName::Today => self.today.clone(),
            DayName::Tomorrow => self.tomorrow.clone(),
            DayName::Weekday(weekday) => self.weekday(weekday).to_owned(),
            DayName::Date(date) => self.date(date),
        }
    }

    /// A date without its year: "Tuesday 24 November".
    pub fn date(&self, date: Date) -> String {
        let month = &self.months[usize::from(date.month().unsigned_abs()) - 1];
        let (weekday, day) = (self.weekday(date.weekday()), date.day().to_string());
        fill(&self.date, &[("weekday", weekday), ("day", &day), ("month", month)])
    }

    fn weekday(&self, weekday: Weekday) -> &str {
        &self.weekdays[usize::from(weekday.to_monday_zero_offset().unsigned_abs())]
    }

    pub(super) fn hours(&self, rules: &[Rule]) -> String {
        let rules: Vec<_> = rules.iter().map(|rule| self.rule(rule)).collect();
        rules.join("; ")
    }

    fn rule(&self, rule: &Rule) -> String {
        if rule.is_always() {
            return self.whole_day();
        }
        let days = self.list(rule.days.iter().map(|days| self.days(*days)).collect());
        fill(&self.rule, &[("days", &days), ("times", &self.times(&rule.spans))])
    }

    /// The number stands here, so that no translation can change it.
    fn whole_day(&self) -> String {
        fill(&self.whole_day, &[("hours", "24")])
    }

    fn days(&self, days: Days) -> String {
        match days {
            Days::Every => self.every_day.clone(),
            Days::BankHolidays => self.bank_holidays.clone(),
            Days::Weekdays { first, last } => match first.until(last) {
                0 => self.weekday(first).to_owned(),
                1 => self.list(vec![self.weekday(first).to_owned(), self.weekday(last).to_owned()]),
                6 => self.every_day.clone(),
                _ => self.range(self.weekday(first), self.weekday(last)),
            },
        }
    }

    fn times(&self, spans: &[Span]) -> String {
        match spans {
            [] => self.off.clone(),
            [Span::WHOLE_DAY] => self.whole_day(),
            _ => self.list(spans.iter().map(|span| self.span(*span)).collect()),
        }
    }

    fn span(&self, span: Span) -> String {
        self.range(&self.minute(span.start), &self.minute(span.end))
    }

    fn range(&self, from: &str, to: &str) -> String {
        fill(&self.range, &[("from", from), ("to", to)])
    }

    fn minute(&self, minute: u16) -> String {
        let minute = minute % DAY_END;
        self.time(i8::try_from(minute / 60).unwrap_or(0), i8::try_from(minute % 60).unwrap_or(0))
    }

    fn time(&self, hour: i8, minute: i8) -> String {
        let (hour_on_dial, text) = match (hour, minute) {
            (0, 0) => return self.midnight.clone(),
            (12, 0) => return self.midday.clone(),
            (0, _) => (12, &self.before_midday),
            (1..=11, _) => (hour, &self.before_midday),
            (12, _) => (12, &self.after_midday),
            _ => (hour - 12, &self.after_midday),
        };
        let time = if minute == 0 {
            hour_on_dial.to_string()
        } else {
            format!("{hour_on_dial}:{minute:02}")
        };
        fill(text, &[("time", &time)])
    }

    fn list(&self, mut items: Vec<String>) -> String {
        match (items.pop(), items.is_empty()) {
            (None, _) => String::new(),
            (Some(only), true) => only,
            (Some(last), false) => format!("{}{}{last}", items.join(", "), self.and),
        }
    }
}
