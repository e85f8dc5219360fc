//! One month as lines of text.

use jiff::civil::{Date, Weekday};
use ratatui::style::Stylize;
use ratatui::text::{Line, Span};

const WEEK: &str = "Mo Tu We Th Fr Sa Su";

/// A date in words: `Sunday 22 November 2026`.
pub(super) fn long_date(date: Date) -> String {
    format!("{} {} {}", weekday(date.weekday()), date.day(), month_and_year(date))
}

/// The month that begins on a day, Monday first, with today marked.
pub(super) fn month(first: Date, today: Date) -> Vec<Line<'static>> {
    let before = usize::from(first.weekday().to_monday_zero_offset().unsigned_abs());
    let blanks = std::iter::repeat_n(Span::raw("   "), before);
    let days =
        first.series(jiff::Span::new().days(1)).take_while(|day| day.month() == first.month());
    let cells: Vec<Span> = blanks.chain(days.map(|day| cell(day, today))).collect();
    let title = Line::from(format!("{:^20}", month_and_year(first)));
    let weeks = cells.chunks(7).map(|week| Line::from(week.to_vec()));
    [title, WEEK.into()].into_iter().chain(weeks).collect()
}

fn cell(day: Date, today: Date) -> Span<'static> {
    let number = Span::raw(format!("{:>2} ", day.day()));
    if day == today { number.reversed() } else { number }
}

fn month_and_year(date: Date) -> String {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let name = NAMES.get(usize::from(date.month().unsigned_abs()) - 1).unwrap_or(&"");
    format!("{name} {}", date.year())
}

fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn lines(first: Date, today: Date) -> Vec<String> {
        month(first, today).iter().map(|line| line.to_string().trim_end().to_owned()).collect()
    }

    #[test]
    fn a_month_begins_on_its_weekday_and_ends_on_its_last_day() {
        let expected = [
            "   February 2026",
            "Mo Tu We Th Fr Sa Su",
            "                   1",
            " 2  3  4  5  6  7  8",
            " 9 10 11 12 13 14 15",
            "16 17 18 19 20 21 22",
            "23 24 25 26 27 28",
        ];
        assert_eq!(lines(date(2026, 2, 1), date(2026, 2, 3)), expected);
    }

    #[test]
    fn a_leap_year_has_its_day() {
        let leap = lines(date(2028, 2, 1), date(2028, 2, 3));
        assert!(leap.last().is_some_and(|week| week.ends_with("28 29")));
    }

    #[test]
    fn only_today_is_marked() {
        let today = date(2026, 2, 3);
        let marked: Vec<String> = month(date(2026, 2, 1), today)
            .iter()
            .flat_map(|line| line.spans.clone())
            .filter(|span| span.style != ratatui::style::Style::new())
            .map(|span| span.to_string())
            .collect();
        assert_eq!(marked, [" 3 "]);
        assert_eq!(long_date(today), "Tuesday 3 February 2026");
    }
}
