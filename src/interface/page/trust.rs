//! Where a page comes from and how old it is, said quietly and always.

use jiff::civil::Date;

use crate::interface::context::Context;
use crate::interface::words::fill;
use crate::knowledge::entry::Entry;
use crate::knowledge::hours::Moment;
use crate::knowledge::local::{List, Local, Seal};
use crate::knowledge::phone::Phone;
use crate::knowledge::source::{Age, Checked, How, PartialDate, Source};

use super::Block;

/// The lines under an entry: its source, when it was checked, and what its age means.
pub fn lines(context: &Context, entry: &Entry) -> Vec<Block> {
    let source = &context.knowledge[entry.source];
    let checked = entry.checked.clone().or_else(|| source.checked());
    let mut lines = vec![Block::Note(citation(source))];
    lines.extend(entry.local.as_ref().map(|local| Block::Note(who_says_so(context, local))));
    // What a list says on each of its pages stands on top of them.
    let note = source.note.clone().filter(|_| entry.local.is_none());
    lines.extend(note.map(Block::Note));
    let is_rung = |phone: &Phone| {
        last_check(context, entry, phone).is_some_and(|check| check.how == How::Rung)
    };
    if !entry.phones.is_empty() && !entry.phones.iter().any(is_rung) {
        lines.push(Block::Note(context.words.trust.never_rung.clone()));
    }
    lines.push(Block::Note(age_line(context, source, checked.as_ref())));
    lines
}

/// What must be known of a page from a list before anybody calls.
pub fn warnings(context: &Context, entry: &Entry) -> Vec<Block> {
    let list = entry.local.as_ref().map(|local| &context.knowledge[local.list]);
    list.map_or_else(Vec::new, |list| of_list(context, list))
}

/// What a list says on each of its pages, and whether nobody answers for it.
pub fn of_list(context: &Context, list: &List) -> Vec<Block> {
    let note = Some(&list.manifest.note).filter(|note| !note.is_empty());
    let unsigned = match list.seal {
        Seal::Signed => None,
        Seal::Unchecked => Some(&context.words.near.unchecked),
        Seal::Unsigned => Some(&context.words.near.unsigned),
    };
    note.into_iter().chain(unsigned).cloned().map(Block::Note).collect()
}

/// When a number was last checked: itself, or with its entry, or with the source that gives it.
pub fn last_check(context: &Context, entry: &Entry, phone: &Phone) -> Option<Checked> {
    let with_entry = entry.checked.as_ref().filter(|_| phone.source == entry.source);
    let known = phone.checked.as_ref().or(with_entry).cloned();
    known.or_else(|| context.knowledge[phone.source].checked())
}

/// Who told the makers of a list, and whether somebody answers for it.
fn who_says_so(context: &Context, local: &Local) -> String {
    let from = fill(&context.words.entry.from, &[("source", &local.source)]);
    match context.knowledge[local.list].seal {
        Seal::Signed => format!("{from}. {}", context.words.near.signed),
        // That stands on top.
        Seal::Unchecked | Seal::Unsigned => format!("{from}."),
    }
}

/// A source in one line: title, publisher, address.
pub fn citation(source: &Source) -> String {
    let address = source.url.as_ref().map(|url| format!(", {url}")).unwrap_or_default();
    format!("{}, {}{address}", source.title, source.publisher)
}

/// A source in a few words: who says it, and when they did.
pub fn publisher(context: &Context, source: &Source) -> String {
    let date = source.dated.as_ref().map(|date| date_in_words(context, date));
    let date = date.unwrap_or_else(|| context.words.trust.undated.clone());
    format!("{}. {date}", source.publisher)
}

/// The own date of a source, when somebody looked at it, and what that means today.
pub fn age_of_source(context: &Context, source: &Source) -> String {
    age_line(context, source, source.checked().as_ref())
}

/// A source's own date, when its fact was checked, and what that means today.
fn age_line(context: &Context, source: &Source, checked: Option<&Checked>) -> String {
    let words = &context.words.trust;
    let own_date = source.dated.as_ref().map_or_else(
        || words.undated.clone(),
        |date| fill(&words.dated, &[("date", &date_in_words(context, date))]),
    );
    let look = checked.map(|checked| {
        let date = date_in_words(context, &checked.date);
        fill(&words.checked, &[("date", &date), ("how", how(context, checked.how))])
    });
    let age = match Age::of(checked, today(context)) {
        Age::Fresh => None,
        Age::CheckWhenYouCall => Some(words.check_when_you_call.clone()),
        Age::MayBeOutOfDate => Some(words.may_be_out_of_date.clone()),
    };
    [Some(own_date), look, age].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The day it is, if the clock can be believed.
pub fn today(context: &Context) -> Option<Date> {
    match context.moment {
        Moment::Known(time) => Some(time.date()),
        Moment::ClockWrong => None,
    }
}

/// How something was checked.
pub fn how<'a>(context: &'a Context, how: How) -> &'a str {
    let words = &context.words.trust;
    match how {
        How::StoredCopy => &words.stored_copy,
        How::Page => &words.page,
        How::Rung => &words.rung,
        How::Told => &words.told,
        How::Measured => &words.measured,
    }
}

/// A date that may lack its day or month: "1 April 2023", "November 2022", "2024".
pub fn date_in_words(context: &Context, date: &PartialDate) -> String {
    let written = date.as_str();
    let mut parts = written.split('-');
    let year = parts.next().unwrap_or_default();
    let month = parts.next().and_then(|month| month.parse::<usize>().ok());
    let month = month.and_then(|month| context.words.hours.months.get(month.wrapping_sub(1)));
    let day = parts.next().map(|day| format!("{} ", day.trim_start_matches('0')));
    match month {
        Some(month) => format!("{}{month} {year}", day.unwrap_or_default()),
        None => year.to_owned(),
    }
}
