//! Pages to print and give away, as text for a printer or as one file for a browser.
//!
//! Paper does not know the time, and nothing on it can be opened: a [`Sheet`] says the hours of a
//! number and not whether it is open, and it has no links.

mod handover;
mod html;
mod order;
mod sheet;
mod speakers;
mod text;

pub use html::write as write_html;
pub use order::Order;
pub use sheet::{Part, Sheet};
pub use speakers::Speakers;
pub use text::{COLUMNS, write as write_text};

use crate::interface::context::Context;

/// The numbers that a line could be broken in.
fn numbers<'a>(context: &Context<'a>) -> impl Iterator<Item = &'a str> + use<'a> {
    let phones = context.knowledge.entries().iter().flat_map(|entry| &entry.phones);
    phones.map(|phone| phone.number.spoken()).filter(|number| number.contains(' '))
}
