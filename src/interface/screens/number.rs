//! One number of an entry: large, to copy down; or as a code, for the camera of a phone.

use crate::interface::context::Context;
use crate::interface::page::calls::{self, Detail};
use crate::interface::page::{Block, Call, Code, Content, Link};
use crate::knowledge::entry::EntryIndex;

use super::Screen;

/// The number large, its name small.
pub(super) fn large(context: &Context, place: EntryIndex, index: usize) -> Content {
    let Some(call) = call(context, place, index) else { return super::home::content(context) };
    let words = &context.words.entry;
    Content::Page(vec![
        Block::Big(call.number.clone()),
        Block::Note(format!("{}: {}", call.name, call.number)),
        Block::Note(call.notes.join(", ")),
        Block::Link(Link::new(&words.code, Screen::Code(place, index))),
    ])
}

/// The number as a code, with what that leaves behind.
pub(super) fn code(context: &Context, place: EntryIndex, index: usize) -> Content {
    let Some(call) = call(context, place, index) else { return super::home::content(context) };
    let words = &context.words.entry;
    Content::Page(vec![
        Block::Note(format!("{}: {}", call.name, call.number)),
        Block::Code(Code {
            number: call.number,
            caption: words.code_kept.clone(),
            too_small: words.code_too_small.clone(),
        }),
        Block::Link(Link::new(&words.big, Screen::Number(place, index))),
    ])
}

fn call(context: &Context, place: EntryIndex, index: usize) -> Option<Call> {
    let phone = context.knowledge[place].phones.get(index)?;
    Some(calls::call(context, place, index, phone, Detail::Full))
}
