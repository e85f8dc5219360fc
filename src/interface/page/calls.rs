//! The numbers of an entry, with what is known of their hours at this moment.

use crate::interface::context::Context;
use crate::interface::place::Place;
use crate::knowledge::entry::{Entry, EntryIndex, PhoneIndex};
use crate::knowledge::hours::{OpenState, Why, state};
use crate::knowledge::local::Detail;
use crate::knowledge::phone::{Phone, PhoneKind};

use super::{Block, Call, OpenMark};

/// 999, 101 and the helpline.
pub fn always(context: &Context) -> Vec<Block> {
    let entries = context.knowledge.always().entries().into_iter();
    entries.flat_map(|entry| own(context, entry, Say::Brief)).map(Block::Call).collect()
}

/// Whom to call about an entry: its own numbers first, then those of the entries it names, the best
/// first.
pub fn of_entry(context: &Context, entry: EntryIndex) -> Vec<Call> {
    let others = context.knowledge[entry].call.iter();
    let others = others.filter_map(|&other| own(context, other, Say::Brief).into_iter().next());
    let mut others: Vec<Call> = others.collect();
    others.sort_by_key(rank);
    own(context, entry, Say::Full).into_iter().chain(others).collect()
}

/// The one rule of which number goes before which, wherever numbers are offered for the same thing:
/// one that may be answered before one that is closed, a sure one before a doubtful one, a free one
/// before a paid one, one that is known to be open before one whose hours nobody knows; else the
/// order of the data.
pub fn rank(call: &Call) -> impl Ord + use<> {
    let is_closed = call.open == OpenMark::Closed;
    (is_closed, call.is_doubtful, call.cost.is_none(), call.open != OpenMark::Open)
}

/// The best number to call now, and the others in their order. A number that is not answered now
/// is never the best.
pub fn best_first(mut calls: Vec<Call>) -> (Option<Call>, Vec<Call>) {
    let best = calls.iter().position(|call| call.open != OpenMark::Closed);
    (best.map(|place| calls.remove(place)), calls)
}

/// How much to say about a number.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Say {
    /// Whether it is answered now.
    Brief,
    /// Its hours too.
    Full,
    /// Its hours only, where nobody knows what time it will be.
    Timeless,
}

/// The numbers that an entry's own source gives, the best first.
pub fn own(context: &Context, entry: EntryIndex, say: Say) -> Vec<Call> {
    let source = context.knowledge[entry].source;
    let own = context.knowledge.phones(entry).filter(|(_, phone)| phone.source == source);
    let mut calls: Vec<Call> = own.map(|(index, _)| call(context, index, say)).collect();
    calls.sort_by_key(rank);
    calls
}

/// One number of an entry, whatever its source.
pub fn call(context: &Context, index: PhoneIndex, say: Say) -> Call {
    let phone = &context.knowledge[index];
    let open = open_state(context, phone);
    Call {
        name: name(&context.knowledge[index.entry], phone),
        number: phone.number.clone(),
        open: mark(open),
        state: short_state(context, index, open),
        notes: notes(context, index, open, say),
        cost: (phone.kind == PhoneKind::Freephone).then(|| context.words.entry.free.clone()),
        is_doubtful: phone.doubtful,
        to: Place::Number(index),
    }
}

/// Whether a number is answered now.
pub fn open_state(context: &Context, phone: &Phone) -> OpenState {
    state(phone.hours.as_ref(), context.knowledge.calendar(), &context.moment)
}

/// Whether a number is answered, in a few words: "closes today at 5pm".
fn short_state(context: &Context, index: PhoneIndex, open: OpenState) -> String {
    let words = &context.words.entry;
    let phone = &context.knowledge[index];
    match open {
        OpenState::Unknown(Why::NoHours)
            if said_hours(&context.knowledge[index.entry]).is_some() =>
        {
            words.see_hours.clone()
        }
        OpenState::Unknown(Why::NoHours) if phone.is_for_when_another_is_closed => {
            words.when_closed_short.clone()
        }
        OpenState::Unknown(Why::NoHours) => words.try_any_time.clone(),
        open => context.words.hours.short_state(&open, &context.moment),
    }
}

/// Whose number it is. A number from elsewhere has a name of its own.
pub fn name(entry: &Entry, phone: &Phone) -> String {
    match &phone.label {
        Some(label) if phone.source == entry.source => format!("{}: {label}", entry.name()),
        Some(label) => label.clone(),
        None => entry.name().to_owned(),
    }
}

/// The hours that a list says in words of its own: they are known, and cannot be reckoned with.
pub fn said_hours(entry: &Entry) -> Option<&str> {
    let is_reckoned = entry.phones.iter().any(|phone| phone.hours.is_some());
    entry.local.as_ref().filter(|_| !is_reckoned)?.detail(Detail::Hours)
}

fn notes(context: &Context, index: PhoneIndex, open: OpenState, say: Say) -> Vec<String> {
    let phone = &context.knowledge[index];
    let said = said_hours(&context.knowledge[index.entry]);
    let hours = hours_in_words(context, phone);
    let state = context.words.hours.state(&open, &context.moment);
    let mut notes = match say {
        _ if phone.is_for_when_another_is_closed => vec![hours],
        // The page has them.
        Say::Full if said.is_some() => Vec::new(),
        _ if said.is_some() => said.map(str::to_owned).into_iter().collect(),
        Say::Timeless => vec![hours],
        Say::Full if phone.hours.is_some() => vec![state, hours],
        Say::Full | Say::Brief => vec![state],
    };
    if phone.hours.is_none() && said.is_none() && !phone.is_for_when_another_is_closed {
        notes.push(context.words.entry.try_any_time.clone());
    }
    match phone.kind {
        PhoneKind::Freephone => notes.push(context.words.entry.free.clone()),
        PhoneKind::Geographic | PhoneKind::National | PhoneKind::Mobile => {
            notes.push(context.words.entry.not_free.clone());
        }
        PhoneKind::ServiceRate => notes.push(context.words.entry.costs_more.clone()),
        _ => {}
    }
    notes.extend(phone.doubtful.then(|| context.words.entry.doubtful.clone()));
    notes
}

/// When a number is answered, whatever time it is.
pub fn hours_in_words(context: &Context, phone: &Phone) -> String {
    match &phone.hours {
        Some(hours) => hours.in_words(&context.words.hours),
        None if phone.is_for_when_another_is_closed => context.words.entry.when_closed.clone(),
        None => context.words.hours.no_hours.clone(),
    }
}

const fn mark(open: OpenState) -> OpenMark {
    match open {
        OpenState::Open { .. } => OpenMark::Open,
        OpenState::Closed { .. } => OpenMark::Closed,
        OpenState::Unknown(_) => OpenMark::Unknown,
    }
}
