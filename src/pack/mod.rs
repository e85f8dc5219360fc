//! Packs: a list of local services as one file, made from a spreadsheet, signed by somebody, and
//! read with no network.
//!
//! Bytes in, bytes and lists out: opening files is for the edge. What may be shown of a pack is
//! decided by [`crate::knowledge::local`], when it is built and again each time it is read.

mod compare;
mod days;
mod decode;
mod feed;
mod file;
mod hidden;
mod hours;
mod number;
mod seal;
mod sheet;
mod slug;

pub use compare::{Change, compare};
pub use feed::write as write_feed;
pub use file::{Pack, read, write};
pub use seal::{Keys, NotSealed, check_seal};
pub use sheet::{Remark, Remarked, Sheet};
pub use slug::slug;
