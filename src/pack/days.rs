//! Days as people, spreadsheets and feeds write them: of the calendar, and of the week.

use jiff::civil::{Date, Weekday};

use crate::knowledge::hours::WEEK;

/// What stands behind the three letters of a day, where people write more.
const ENDS: [&str; 14] = [
    "", "s", "day", "days", "sday", "sdays", "nesday", "nesdays", "r", "rs", "rsday", "rsdays",
    "urday", "urdays",
];

/// Ways of writing a day with the month in words.
const IN_WORDS: [&str; 6] =
    ["%d %b %Y", "%d %B %Y", "%d-%b-%Y", "%d-%b-%y", "%d %b %y", "%d %B %y"];

/// How opening hours write a day of the week, counted from Monday as 0.
pub(super) fn short(day: usize) -> &'static str {
    &WEEK[day][..2]
}

/// How feeds write it: the same in capitals.
pub(super) fn code(day: Weekday) -> String {
    let place = Weekday::Monday.until(day);
    short(usize::try_from(place).unwrap_or_default()).to_uppercase()
}

/// Days of the week in their order as opening hours write them: `Mo-We` where they stand side by side,
/// else `Mo,We`.
pub(super) fn in_one(days: &[usize]) -> String {
    let is_run = days.windows(2).all(|two| two[0] + 1 == two[1]);
    match days {
        [first, .., last] if is_run => format!("{}-{}", short(*first), short(*last)),
        _ => days.iter().map(|&day| short(day)).collect::<Vec<_>>().join(","),
    }
}

/// The day of the week that a word names: `mo`, `Mon`, `tuesdays`, `WE`.
pub(super) fn of_week(word: &str) -> Option<usize> {
    let word = word.to_lowercase();
    (0..WEEK.len()).find(|&day| {
        let rest = word.strip_prefix(&WEEK[day].to_lowercase());
        word == short(day).to_lowercase() || rest.is_some_and(|rest| ENDS.contains(&rest))
    })
}

/// A day as `2026-11-22`; nothing for a text that is none, or is written so already.
pub(super) fn read(written: &str) -> Option<String> {
    in_numbers(written).or_else(|| in_words(written))
}

/// `22/11/2026`, the day before the month as here.
fn in_numbers(written: &str) -> Option<String> {
    let mut parts = written.split(['/', '.']);
    let [day, month, year] = [parts.next()?, parts.next()?, parts.next()?];
    let is_number = |part: &str, most| {
        part.len() <= most && part.bytes().all(|b| b.is_ascii_digit()) && !part.is_empty()
    };
    let fits = is_number(day, 2) && is_number(month, 2) && year.len() == 4 && is_number(year, 4);
    (fits && parts.next().is_none()).then(|| format!("{year}-{month:0>2}-{day:0>2}"))
}

/// `22 Nov 2026`, `22nd November 2026`, `22-Nov-26`.
fn in_words(written: &str) -> Option<String> {
    let (day, rest) = written.split_at(written.find(|c: char| !c.is_ascii_digit())?);
    let rest =
        ["st", "nd", "rd", "th"].iter().find_map(|end| rest.strip_prefix(end)).unwrap_or(rest);
    let written = format!("{day}{rest}").replace("Sept ", "Sep ").replace(',', "");
    let dates = IN_WORDS.iter().filter_map(|way| Date::strptime(way, &written).ok());
    dates.into_iter().find(|date| date.year() > 1999).map(|date| date.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_of_the_week_is_read_as_people_and_feeds_write_it() {
        for word in ["we", "WE", "Wed", "weds", "Wednesday", "wednesdays"] {
            assert_eq!(of_week(word).map(short), Some("We"), "{word}");
        }
        for word in ["", "w", "2MO", "wedding", "daily"] {
            assert_eq!(of_week(word), None, "{word}");
        }
    }

    #[test]
    fn a_day_is_read_as_people_write_it() {
        for written in [
            "20/11/2026",
            "20.11.2026",
            "20 Nov 2026",
            "20 November 2026",
            "20th November 2026",
            "20-Nov-26",
            "20-Nov-2026",
        ] {
            assert_eq!(read(written).as_deref(), Some("2026-11-20"), "{written}");
        }
        for written in ["2026-11-20", "last week", "", "Nov", "20/11/26", "20 Brumaire 2026"] {
            assert_eq!(read(written), None, "{written}");
        }
    }
}
