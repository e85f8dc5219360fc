//! Hours as people write them in a spreadsheet: `Mon to Fri 9-5`, `every day 10am - 4pm`, `24 hours`.
//!
//! Only what can mean one thing is read. A day that is named twice, a night past midnight, or a time
//! that could be of the morning or the evening stays as it is written.

use super::days;
use crate::knowledge::hours::Hours;

const ALWAYS: [&str; 7] =
    ["24/7", "24 hours", "24hrs", "24 hrs", "24 hours a day", "day and night", "always open"];

/// What stands for other signs, before words are told apart.
const SAME: [(&str, &str); 24] = [
    ("every night", " night daily "),
    ("ph closed", " holidays closed "),
    ("every day", " daily "),
    ("7 days a week", " daily "),
    ("7 days", " daily "),
    ("monday to sunday", " daily "),
    ("bank holidays", " holidays "),
    ("public holidays", " holidays "),
    (" to ", " - "),
    (" until ", " - "),
    (" till ", " - "),
    (" and ", " , "),
    ("&", " , "),
    ("\u{2013}", " - "),
    ("\u{2014}", " - "),
    ("-", " - "),
    (",", " , "),
    (";", " ; "),
    ("a.m.", "am"),
    ("p.m.", "pm"),
    (" am", "am"),
    (" pm", "pm"),
    (" noon", " 12pm"),
    (" midday", " 12pm"),
];

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Word {
    Days(usize, usize),
    Holidays,
    Time(Time),
    Closed,
    To,
    And,
}

/// A time with what is known of the half of the day.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
struct Time {
    hour: u16,
    minute: u16,
    half: Option<Half>,
    /// `09:00` and `17` are of a clock of 24 hours.
    is_of_24: bool,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Half {
    Morning,
    Afternoon,
}

/// The hours as data, where they can mean but one thing.
pub(super) fn read(written: &str) -> Option<String> {
    let text = format!(" {} ", written.trim().trim_end_matches('.').to_lowercase());
    if ALWAYS.contains(&text.trim()) {
        return Some("24/7".to_owned());
    }
    let text = SAME.iter().fold(text, |text, (from, to)| text.replace(from, to));
    let words: Option<Vec<Word>> = text
        .split_whitespace()
        .map(|word| word.trim_end_matches(':'))
        .filter(|word| !matches!(*word, "" | "open" | "from" | "on" | "night" | ";"))
        .map(word)
        .collect();
    let words = words?;
    // Every night 7-7 is not from 7 in the morning.
    let is_guess = |word: &Word| matches!(word, Word::Time(time) if !time.is_sure());
    if text.contains(" night ") && words.iter().any(is_guess) {
        return None;
    }
    let hours = rules(&words)?;
    Hours::parse(&hours).is_ok().then_some(hours)
}

/// Whether a text has times, and no day that they are of.
pub(super) fn has_no_days(written: &str) -> bool {
    read(&format!("daily {written}")).is_some()
}

fn word(word: &str) -> Option<Word> {
    match word {
        "-" => return Some(Word::To),
        "," => return Some(Word::And),
        "daily" => return Some(Word::Days(0, 6)),
        "weekdays" => return Some(Word::Days(0, 4)),
        "weekends" => return Some(Word::Days(5, 6)),
        "holidays" => return Some(Word::Holidays),
        "closed" => return Some(Word::Closed),
        "midnight" => return time("24:00").map(Word::Time),
        _ => {}
    }
    let day = days::of_week(word);
    day.map(|day| Word::Days(day, day)).or_else(|| time(word).map(Word::Time))
}

fn time(word: &str) -> Option<Time> {
    let half = [("am", Half::Morning), ("pm", Half::Afternoon)]
        .into_iter()
        .find_map(|(end, half)| Some((word.strip_suffix(end)?, half)));
    let (digits, half) = half.map_or((word, None), |(digits, half)| (digits, Some(half)));
    let (hour, minute) = digits.split_once([':', '.']).unwrap_or((digits, "00"));
    let number = |text: &str| {
        let is_short = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        text.parse::<u16>().ok().filter(|_| is_short)
    };
    let is_of_24 = half.is_none() && (hour.starts_with('0') || number(hour)? > 12);
    let (hour, minute) = (number(hour)?, number(minute).filter(|_| minute.len() == 2)?);
    let fits = minute < 60 && if half.is_some() { (1..=12).contains(&hour) } else { hour <= 24 };
    fits.then_some(Time { hour, minute, half, is_of_24 })
}

impl Time {
    /// Whether it is known of which half of the day it is.
    const fn is_sure(self) -> bool {
        self.half.is_some() || self.is_of_24
    }

    /// Minutes since midnight, in a half of the day.
    const fn minutes(self, half: Half) -> u16 {
        let hour = match half {
            Half::Morning => self.hour % 12,
            Half::Afternoon => self.hour % 12 + 12,
        };
        hour * 60 + self.minute
    }

    const fn of_24(self) -> u16 {
        self.hour * 60 + self.minute
    }
}

/// From and to in minutes since midnight, where it can be but one span.
fn span(from: Time, to: Time) -> Option<(u16, u16)> {
    use Half::{Afternoon, Morning};
    let span = match (from.half, to.half) {
        (Some(from_half), Some(to_half)) => (from.minutes(from_half), to.minutes(to_half)),
        (Some(_), None) if to.is_of_24 => (from.minutes(from.half?), to.of_24()),
        // From 9am to 5: the next 5.
        (Some(Morning), None) if to.minutes(Morning) <= from.minutes(Morning) => {
            (from.minutes(Morning), to.minutes(Afternoon))
        }
        (Some(Afternoon), None) => (from.minutes(Afternoon), to.minutes(Afternoon)),
        // From 1 to 5pm, from 9 to 5pm.
        (None, Some(Afternoon)) if !from.is_of_24 => {
            let end = to.minutes(Afternoon);
            let late = from.minutes(Afternoon);
            (if late < end { late } else { from.minutes(Morning) }, end)
        }
        (None, Some(Morning)) => (from.of_24(), to.minutes(Morning)),
        (None, None) if from.is_of_24 || to.is_of_24 => (from.of_24(), to.of_24()),
        // From 9 to 5, and from 9 to 12; from 1 to 4, from 7 to 7 and from 8 to 11 could be of the night.
        (None, None) if (7..=12).contains(&from.hour) && to.of_24() < from.of_24() => {
            (from.of_24(), to.minutes(Afternoon))
        }
        (None, None) if (9..=11).contains(&from.hour) && to.hour == 12 => {
            (from.of_24(), to.of_24())
        }
        _ => return None,
    };
    (span.0 < span.1 && span.1 <= 24 * 60).then_some(span)
}

fn rules(words: &[Word]) -> Option<String> {
    let mut rest = words;
    let mut seen = [false; 7];
    let mut rules = Vec::new();
    while !rest.is_empty() {
        if let [Word::Holidays, Word::Closed, more @ ..]
        | [Word::Closed, Word::Holidays, more @ ..]
        | [Word::Closed, Word::And, Word::Holidays, more @ ..] = rest
        {
            rules.push("PH off".to_owned());
            rest = after_and(more);
            continue;
        }
        let (on, more) = on_days(rest)?;
        if on.iter().any(|&day| std::mem::replace(&mut seen[day], true)) {
            return None;
        }
        if let [Word::Closed, more @ ..] = more {
            rest = after_and(more);
            continue;
        }
        let (times, more) = times(after_and(more), on.len() == seen.len())?;
        rules.push(format!("{} {times}", days::in_one(&on)));
        rest = after_and(more);
    }
    (!rules.is_empty()).then(|| rules.join("; "))
}

fn after_and(words: &[Word]) -> &[Word] {
    words.strip_prefix(&[Word::And]).unwrap_or(words)
}

/// The days in front, and what stands behind them.
fn on_days(words: &[Word]) -> Option<(Vec<usize>, &[Word])> {
    let (mut found, mut rest) = match words {
        [Word::Days(from, same), Word::To, Word::Days(to, end), rest @ ..]
            if from == same && to == end && from < to =>
        {
            ((*from..=*to).collect::<Vec<_>>(), rest)
        }
        [Word::Days(from, to), rest @ ..] => ((*from..=*to).collect(), rest),
        _ => return None,
    };
    if let [Word::And, next @ ..] = rest
        && let Some((more, behind)) = on_days(next)
    {
        found.extend(more);
        rest = behind;
    }
    Some((found, rest))
}

/// The spans in front, and what stands behind them. A night is of two days, and known to be of both
/// where it is the same each day.
fn times(words: &[Word], is_daily: bool) -> Option<(String, &[Word])> {
    let [Word::Time(from), Word::To, Word::Time(to), rest @ ..] = words else { return None };
    let text = |minutes: u16| format!("{:02}:{:02}", minutes / 60, minutes % 60);
    let span = match span(*from, *to) {
        Some((start, end)) => format!("{}-{}", text(start), text(end)),
        None if is_daily && from.is_sure() && to.is_sure() => {
            let (end, start) = span(*to, *from)?;
            format!("00:00-{},{}-24:00", text(end), text(start))
        }
        None => return None,
    };
    match rest {
        [Word::And, next @ ..] if matches!(next, [Word::Time(_), ..]) => {
            let (more, rest) = times(next, is_daily)?;
            Some((format!("{span},{more}"), rest))
        }
        _ => Some((span, rest)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_that_mean_one_thing_become_data() {
        for (written, hours) in [
            ("24 hours", "24/7"),
            ("24 hours a day.", "24/7"),
            ("Mon to Fri 9-5", "Mo-Fr 09:00-17:00"),
            ("Mon-Fri: 9am-5pm", "Mo-Fr 09:00-17:00"),
            ("Monday to Friday, 9.30am \u{2013} 4.30pm", "Mo-Fr 09:30-16:30"),
            ("weekdays 9 to 5", "Mo-Fr 09:00-17:00"),
            ("every day 10 am to 4 pm", "Mo-Su 10:00-16:00"),
            ("Tues & Thurs 1-4pm", "Tu,Th 13:00-16:00"),
            ("Mon, Wed and Fri 09:00-12:00", "Mo,We,Fr 09:00-12:00"),
            ("Mon-Fri 9am-5pm; Sat 10am-1pm", "Mo-Fr 09:00-17:00; Sa 10:00-13:00"),
            ("Mon-Thu 9-5, Fri 9-12", "Mo-Th 09:00-17:00; Fr 09:00-12:00"),
            ("Saturdays 9-12 and 1pm-3pm", "Sa 09:00-12:00,13:00-15:00"),
            ("Mon-Fri 9-5, closed bank holidays", "Mo-Fr 09:00-17:00; PH off"),
            ("every night 20:00\u{2013}08:00", "Mo-Su 00:00-08:00,20:00-24:00"),
            ("every night 7pm-7am", "Mo-Su 00:00-07:00,19:00-24:00"),
            ("Mon 10-4", "Mo 10:00-16:00"),
            ("Mon-Fri 9-1", "Mo-Fr 09:00-13:00"),
            ("Mo-Su 8pm-8am", "Mo-Su 00:00-08:00,20:00-24:00"),
            ("Mo-Fr 09:00\u{2013}17:00; PH closed", "Mo-Fr 09:00-17:00; PH off"),
            ("Mon-Sat 6pm to midnight, Sun closed", "Mo-Sa 18:00-24:00"),
        ] {
            assert_eq!(read(written).as_deref(), Some(hours), "{written}");
        }
    }

    #[test]
    fn hours_that_could_mean_two_things_stay_words() {
        for written in [
            "9am-5pm",
            "Mon-Fri",
            "Mon-Fri 1-4",
            "Mon 9-12, Mon 1pm-5pm",
            "Fri 10pm-2am",
            "Mo-Su 5-9",
            "every night 7-7",
            "every night 8-8",
            "every night 10-6",
            "every night 6-8am",
            "Mo-Su 7-7",
            "Fri 8-11",
            "every second Tuesday",
            "by appointment",
            "Mon-Fri 9-5 (term time)",
            "Mon-Fri 9-25",
            "",
            "weekdays",
        ] {
            assert_eq!(read(written), None, "{written}");
        }
        assert!(has_no_days("9am-5pm") && !has_no_days("by appointment"));
    }
}
