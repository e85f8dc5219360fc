//! One number of an entry: large, to copy down; or as a code, for the camera of a phone.

use crate::interface::context::Context;
use crate::interface::page::calls::{self, Say};
use crate::interface::page::{Block, Code, Content, Link};
use crate::interface::place::Place;
use crate::knowledge::entry::PhoneIndex;

/// The number large, its name small.
pub(super) fn large(context: &Context, phone: PhoneIndex) -> Content {
    let call = calls::call(context, phone, Say::Full);
    Content::Page(vec![
        Block::Big(call.number.clone()),
        Block::Note(format!("{}: {}", call.name, call.number)),
        Block::Note(call.notes.join(", ")),
        Block::Link(Link::new(&context.words.entry.code, Place::Code(phone))),
    ])
}

/// The number as a code, with what that leaves behind.
pub(super) fn code(context: &Context, phone: PhoneIndex) -> Content {
    let call = calls::call(context, phone, Say::Full);
    let words = &context.words.entry;
    Content::Page(vec![
        Block::Note(format!("{}: {}", call.name, call.number)),
        Block::Code(Code {
            number: call.number,
            caption: words.code_kept.clone(),
            too_small: words.code_too_small.clone(),
        }),
        Block::Link(Link::new(&words.big, Place::Number(phone))),
    ])
}
