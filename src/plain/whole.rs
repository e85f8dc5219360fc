//! One page as lines, whole: for pipes and files.

use std::io::{self, Write};

use crate::interface::context::Context;
use crate::interface::page::layout::{READING_COLUMNS, rows};
use crate::interface::page::row::Room;
use crate::interface::page::{Block, Link, OnScreen};
use crate::interface::place::Place;

/// Writes the parts of a page as lines, with an empty line between parts.
///
/// # Errors
/// When the output cannot be written.
pub fn write(output: &mut dyn Write, context: &Context, blocks: &[Block]) -> io::Result<()> {
    let as_of = context.as_of().map(Block::Note);
    let blocks = blocks.iter().map(|block| with_command(context, block));
    let blocks: Vec<Block> = as_of.into_iter().chain(blocks).collect();
    let room = Room { columns: READING_COLUMNS, rows: 0 };
    for row in rows(&blocks, &OnScreen { room, marks: context.marks }) {
        writeln!(output, "{}", row.text().trim_end())?;
    }
    Ok(())
}

/// A link cannot be opened in a pipe: the command that shows it stands beside it.
fn with_command(context: &Context, block: &Block) -> Block {
    match block {
        Block::Link(link) => {
            let remark = command(context, link.to).unwrap_or_else(|| link.remark.clone());
            Block::Link(Link { remark, ..link.clone() })
        }
        block => block.clone(),
    }
}

fn command(context: &Context, place: Place) -> Option<String> {
    match place {
        Place::Entry(entry) => Some(format!("airt show {}", context.knowledge[entry].id)),
        _ => None,
    }
}
