//! What a screen says and how that becomes rows. The full screen, the lines and the paper are all
//! made from the same blocks, so that they can never disagree.

mod block;
pub mod calls;
mod card;
mod code;
pub(super) mod digits;
pub mod layout;
mod on_screen;
pub mod row;
mod tile;
pub mod trust;
pub mod wrap;

pub use block::{Block, Call, Code, Content, Link, OpenMark, Snippet, TextField};
pub use on_screen::OnScreen;
