//! The numbers of an entry, with what is known of their hours at this moment.

use crate::interface::context::Context;
use crate::interface::screens::Screen;
use crate::knowledge::entry::{Entry, EntryIndex};
use crate::knowledge::hours::{OpenState, state};
use crate::knowledge::phone::{Phone, PhoneKind};

use super::{Block, Call, OpenMark};

/// 999, 101 and the helpline.
pub fn always(context: &Context) -> Vec<Block> {
    let places = context.knowledge.always().entries().into_iter();
    places.flat_map(|place| own(context, place, Detail::Brief)).map(Block::Call).collect()
}

/// Whom to call about an entry: its own numbers first, then those of the entries it names.
pub fn of_entry(context: &Context, place: EntryIndex) -> Vec<Block> {
    let entry = &context.knowledge[place];
    let others = entry.call.iter().filter_map(|&other| best(context, other));
    own(context, place, Detail::Full).into_iter().chain(others).map(Block::Call).collect()
}

/// The number of an entry to call now: one that is open goes before one that is closed.
fn best(context: &Context, place: EntryIndex) -> Option<Call> {
    own(context, place, Detail::Brief).into_iter().next()
}

/// How much to say about a number.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Detail {
    /// Whether it is answered now.
    Brief,
    /// Its hours too.
    Full,
    /// Its hours only, where nobody knows what time it will be.
    Timeless,
}

/// The numbers that an entry's own source gives; open ones first, else in the order of the data.
pub fn own(context: &Context, place: EntryIndex, detail: Detail) -> Vec<Call> {
    let entry = &context.knowledge[place];
    let mut calls: Vec<Call> = entry
        .phones
        .iter()
        .enumerate()
        .filter(|(_, phone)| phone.source == entry.source)
        .map(|(index, phone)| call(context, place, index, phone, detail))
        .collect();
    calls.sort_by_key(|call| match call.open {
        OpenMark::Open => 0,
        OpenMark::Unknown => 1,
        OpenMark::Closed => 2,
    });
    calls
}

/// One number of an entry, whatever its source.
pub fn call(
    context: &Context,
    place: EntryIndex,
    index: usize,
    phone: &Phone,
    detail: Detail,
) -> Call {
    let open = open_state(context, phone);
    Call {
        name: name(&context.knowledge[place], phone),
        number: phone.number.clone(),
        open: mark(open),
        notes: notes(context, phone, open, detail),
        to: Screen::Number(place, index),
    }
}

/// Whether a number is answered now.
pub fn open_state(context: &Context, phone: &Phone) -> OpenState {
    state(phone.hours.as_ref(), context.knowledge.calendar(), &context.moment)
}

/// Whose number it is. A number from elsewhere has a name of its own.
pub fn name(entry: &Entry, phone: &Phone) -> String {
    match &phone.label {
        Some(label) if phone.source == entry.source => format!("{}: {label}", entry.name()),
        Some(label) => label.clone(),
        None => entry.name().to_owned(),
    }
}

fn notes(context: &Context, phone: &Phone, open: OpenState, detail: Detail) -> Vec<String> {
    let state = context.words.hours.state(&open, &context.moment);
    let hours = hours_in_words(context, phone);
    let mut notes = match detail {
        Detail::Timeless => vec![hours],
        Detail::Full if phone.hours.is_some() => vec![state, hours],
        Detail::Full | Detail::Brief => vec![state],
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
