//! One page as lines, whole: for pipes and files.

use std::io::{self, Write};

use crate::interface::context::Context;
use crate::interface::page::layout::{READING_COLUMNS, rows};
use crate::interface::page::row::Room;
use crate::interface::page::{Block, Link};
use crate::interface::place::Place;

use super::lines::InLines;

/// Writes the parts of a page as lines, with an empty line between parts.
///
/// # Errors
/// When the output cannot be written.
pub fn write(output: &mut dyn Write, context: &Context, blocks: &[Block]) -> io::Result<()> {
    let as_of = context.as_of().map(Block::Note);
    let blocks = blocks.iter().map(|block| with_command(context, block));
    let blocks: Vec<Block> = as_of.into_iter().chain(blocks).collect();
    let room = Room { columns: READING_COLUMNS, rows: 0 };
    for row in rows(&blocks, &InLines { room, marks: context.marks, is_numbered: false }) {
        writeln!(output, "{}", row.text().trim_end())?;
    }
    Ok(())
}

/// A link cannot be opened in a pipe: the command that shows it stands beside it.
fn with_command(context: &Context, block: &Block) -> Block {
    let with = |link: &Link| {
        let remark = command(context, link.to).unwrap_or_else(|| link.remark.clone());
        Link { remark, ..link.clone() }
    };
    match block {
        Block::Link(link) => Block::Link(with(link)),
        Block::Choices(links) => Block::Choices(links.iter().map(with).collect()),
        block => block.clone(),
    }
}

fn command(context: &Context, place: Place) -> Option<String> {
    match place {
        Place::Entry(entry) => Some(format!("airt show {}", context.knowledge[entry].id)),
        _ => None,
    }
}
