//! The numbers of an entry, with what is known of their hours at this moment.

use crate::interface::context::Context;
use crate::interface::place::Place;
use crate::knowledge::entry::{Entry, EntryIndex, PhoneIndex};
use crate::knowledge::hours::{OpenState, Why, state};
use crate::knowledge::phone::{Phone, PhoneKind};

use super::{Block, Call, OpenMark};

/// 999, 101 and the helpline.
pub fn always(context: &Context) -> Vec<Block> {
    let entries = context.knowledge.always().entries().into_iter();
    entries.flat_map(|entry| own(context, entry, Say::Brief)).map(Block::Call).collect()
}

/// Whom to call about an entry: its own numbers first, then those of the entries it names.
pub fn of_entry(context: &Context, entry: EntryIndex) -> Vec<Call> {
    let others = context.knowledge[entry].call.iter().filter_map(|&other| best(context, other));
    own(context, entry, Say::Full).into_iter().chain(others).collect()
}

/// The number of an entry to call now: one that is open goes before one that is closed.
fn best(context: &Context, entry: EntryIndex) -> Option<Call> {
    own(context, entry, Say::Brief).into_iter().next()
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

/// The numbers that an entry's own source gives; open ones first, else in the order of the data.
pub fn own(context: &Context, entry: EntryIndex, say: Say) -> Vec<Call> {
    let source = context.knowledge[entry].source;
    let own = context.knowledge.phones(entry).filter(|(_, phone)| phone.source == source);
    let mut calls: Vec<Call> = own.map(|(index, _)| call(context, index, say)).collect();
    calls.sort_by_key(|call| match call.open {
        OpenMark::Open => 0,
        OpenMark::Unknown => 1,
        OpenMark::Closed => 2,
    });
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
        state: short_state(context, open),
        notes: notes(context, phone, open, say),
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
fn short_state(context: &Context, open: OpenState) -> String {
    match open {
        OpenState::Unknown(Why::NoHours) => context.words.entry.try_any_time.clone(),
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

fn notes(context: &Context, phone: &Phone, open: OpenState, say: Say) -> Vec<String> {
    let state = context.words.hours.state(&open, &context.moment);
    let hours = hours_in_words(context, phone);
    let mut notes = match say {
        Say::Timeless => vec![hours],
        Say::Full if phone.hours.is_some() => vec![state, hours],
        Say::Full | Say::Brief => vec![state],
    };
    if phone.hours.is_none() {
        notes.push(context.words.entry.try_any_time.clone());
    }
    match phone.kind {
        PhoneKind::Freephone => notes.push(context.words.entry.free.clone()),
        PhoneKind::Geographic => notes.push(context.words.entry.not_free.clone()),
        _ => {}
    }
    notes.extend(phone.doubtful.then(|| context.words.entry.doubtful.clone()));
    notes
}

/// When a number is answered, whatever time it is.
pub fn hours_in_words(context: &Context, phone: &Phone) -> String {
    let words = &context.words.hours;
    phone.hours.as_ref().map_or_else(|| words.no_hours.clone(), |hours| hours.in_words(words))
}

const fn mark(open: OpenState) -> OpenMark {
    match open {
        OpenState::Open { .. } => OpenMark::Open,
        OpenState::Closed { .. } => OpenMark::Closed,
        OpenState::Unknown(_) => OpenMark::Unknown,
    }
}
