use jiff::civil::Weekday;

use super::HoursFault;
use super::rule::{DAY_END, Days, Rule, Span};

/// The days of the week: OpenStreetMap writes the first two letters of each.
pub const WEEK: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

pub(super) fn rules(written: &str) -> Result<Vec<Rule>, HoursFault> {
    let rules = written
        .split(';')
        .map(|text| rule(text.trim_matches(' ')))
        .collect::<Result<Vec<_>, _>>()?;
    check_order(&rules)?;
    Ok(rules)
}

fn rule(text: &str) -> Result<Rule, HoursFault> {
    if text.is_empty() {
        return Err(HoursFault::new(
            "a rule is empty: write days and times, as in 'Mo-Fr 09:00-17:00'",
        ));
    }
    if text == "24/7" {
        return Ok(Rule::always());
    }
    let (days, times) = text.split_once(' ').ok_or_else(|| {
        HoursFault::new(format!(
            "'{text}' needs days, a space, then times, as in 'Mo-Fr 09:00-17:00' or 'PH off'"
        ))
    })?;
    Ok(Rule { days: list(days, day_item)?, spans: spans(times)? })
}

fn list<T>(text: &str, item: fn(&str) -> Result<T, HoursFault>) -> Result<Vec<T>, HoursFault> {
    text.split(',').map(item).collect()
}

fn day_item(text: &str) -> Result<Days, HoursFault> {
    if text == "PH" {
        return Ok(Days::BankHolidays);
    }
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    Ok(Days::Weekdays { first: weekday(first)?, last: weekday(last)? })
}

fn weekday(text: &str) -> Result<Weekday, HoursFault> {
    let mut week = WEEK.iter().zip(Weekday::Monday.cycle_forward());
    week.find_map(|(name, weekday)| (name[..2] == *text).then_some(weekday)).ok_or_else(|| {
        HoursFault::new(format!("'{text}' is not a day: write Mo, Tu, We, Th, Fr, Sa, Su or PH"))
    })
}

fn spans(text: &str) -> Result<Vec<Span>, HoursFault> {
    if text == "off" {
        return Ok(Vec::new());
    }
    let spans = list(text, span)?;
    let in_order = spans.windows(2).all(|pair| pair[0].end <= pair[1].start);
    if in_order {
        Ok(spans)
    } else {
        Err(HoursFault::new(format!("the times '{text}' overlap or are out of order")))
    }
}

fn span(text: &str) -> Result<Span, HoursFault> {
    let (start, end) = text.split_once('-').ok_or_else(|| not_a_span(text))?;
    let (from, to) = (minute(start)?, minute(end)?);
    if from == to {
        return Err(not_a_span(text));
    }
    if from > to {
        return Err(over_midnight(text, start, end));
    }
    Ok(Span { start: from, end: to })
}

fn not_a_span(text: &str) -> HoursFault {
    HoursFault::new(format!("'{text}' is not a span of time: write it as 09:00-17:00, or 'off'"))
}

fn over_midnight(text: &str, start: &str, end: &str) -> HoursFault {
    HoursFault::new(format!(
        "'{text}' runs over midnight: write it as two halves, {start}-24:00 on the first day and 00:00-{end} on the next"
    ))
}

/// Minutes since midnight from `HH:MM`, up to and with `24:00`.
fn minute(text: &str) -> Result<u16, HoursFault> {
    let not_a_time =
        || HoursFault::new(format!("'{text}' is not a time: write it as 09:00, up to 24:00"));
    let (hours, minutes) = text.split_once(':').ok_or_else(not_a_time)?;
    match (two_digits(hours), two_digits(minutes)) {
        (Some(hours), Some(minutes)) if minutes < 60 && hours * 60 + minutes <= DAY_END => {
            Ok(hours * 60 + minutes)
        }
        _ => Err(not_a_time()),
    }
}

fn two_digits(text: &str) -> Option<u16> {
    let is_two_digits = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    is_two_digits.then(|| text.parse().ok()).flatten()
}

/// A later rule replaces an earlier one for the whole day, so a general rule after the
/// `PH` rule would quietly undo it: most likely a slip of the writer.
fn check_order(rules: &[Rule]) -> Result<(), HoursFault> {
    if rules.len() > 1 && rules.iter().any(Rule::is_always) {
        return Err(HoursFault::new(
            "24/7 stands alone: write Mo-Su 00:00-24:00 where other rules follow",
        ));
    }
    let special = rules.iter().skip_while(|rule| !rule.speaks_of_bank_holidays());
    if special.into_iter().all(Rule::speaks_of_bank_holidays) {
        Ok(())
    } else {
        Err(HoursFault::new(
            "a rule after the PH rule undoes it on some bank holidays: write the PH rule last",
        ))
    }
}
