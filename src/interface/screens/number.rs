//! One number of an entry: large, to copy down; or as a code, for the camera of a phone.

use crate::interface::context::Context;
use crate::interface::page::calls::{self, Say};
use crate::interface::page::{Block, Call, Code, Content, Link, trust};
use crate::interface::place::Place;
use crate::knowledge::entry::PhoneIndex;
use crate::knowledge::local::Detail;
use crate::knowledge::phone::{PhoneKind, PhoneNumber};

/// The number large, its name small, and where there is room its code.
pub(super) fn large(context: &Context, phone: PhoneIndex) -> Content {
    let call = calls::call(context, phone, Say::Full);
    let mut blocks = vec![Block::Big(call.number.clone(), Vec::new())];
    blocks.extend(facts(&call));
    blocks.extend(note(context, phone));
    blocks.extend(trust::warnings(context, &context.knowledge[phone.entry]));
    blocks.push(Block::Note(context.words.entry.far_away.clone()));
    if context.knowledge[phone].kind != PhoneKind::Emergency {
        blocks.push(Block::Link(Link::new(&context.words.entry.code, Place::Code(phone))));
    }
    Content { blocks, ..Content::default() }
}

/// The number as a code, with what that leaves behind.
pub(super) fn code(context: &Context, phone: PhoneIndex) -> Content {
    let call = calls::call(context, phone, Say::Full);
    let words = &context.words.entry;
    let code = Code {
        too_small: Some(words.code_too_small.clone()),
        ..code_of(context, call.number.clone())
    };
    let mut blocks = vec![Block::Code(code)];
    blocks.extend(facts(&call));
    blocks.extend(note(context, phone));
    blocks.extend(trust::warnings(context, &context.knowledge[phone.entry]));
    blocks.push(Block::Link(Link::new(&words.big, Place::Number(phone))));
    Content { blocks, ..Content::default() }
}

/// A code that is left out where it does not fit.
pub(super) fn code_of(context: &Context, number: PhoneNumber) -> Code {
    let words = &context.words.entry;
    let captions = vec![words.code_point.clone(), words.code_kept.clone()];
    Code { number, captions, too_small: None }
}

/// What to say or ask for: without an extension the number leads nowhere.
fn note(context: &Context, phone: PhoneIndex) -> Option<Block> {
    let local = context.knowledge[phone.entry].local.as_ref()?;
    let note = local.detail(Detail::PhoneNote)?;
    Some(Block::Answer(context.words.near.phone_note.clone(), note.to_owned()))
}

fn facts(call: &Call) -> [Block; 2] {
    [Block::Heading(format!("{} {}", call.number, call.name)), Block::Text(call.notes.join(", "))]
}
