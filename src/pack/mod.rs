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
mod person;
mod quarter;
mod record;
mod seal;
mod seen;
mod sheet;
mod slug;

pub use compare::{Change, compare};
pub use decode::decode;
pub use feed::write as write_feed;
pub use file::{MAGIC, Pack, open, read, read_from, write, write_with_index};
pub use record::Source;
pub use seal::{Keys, NotSealed, check_seal, check_seal_of};
pub use seen::{Seen, Unchanged};
pub use sheet::{Remark, Remarked, Sheet};
pub use slug::slug;
