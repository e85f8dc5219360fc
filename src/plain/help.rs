//! What each word does, made from the table of commands.

use crate::interface::context::Context;
use crate::interface::page::{Block, calls};
use crate::interface::screens;
use crate::interface::words::fill;

use super::word::{WORDS, Word};

/// The page of help. Somebody who types "help" may need more than the words: the first part says
/// whom to call.
pub(super) fn blocks(context: &Context) -> Vec<Block> {
    let words = &context.words.plain;
    let mut blocks = vec![Block::Title(words.help_title.clone())];
    blocks.extend(calls::always(context));
    blocks.push(Block::Heading(words.help_words.clone()));
    let shown = WORDS.iter().filter(|(word, _)| *word != Word::Print || context.can_print());
    blocks.extend(shown.map(|(_, of)| {
        let command = of(&words.commands);
        Block::Note(format!("{}: {}", command.typed.join(", "), command.does))
    }));
    blocks.push(Block::Text(words.help_numbers.clone()));
    blocks.push(Block::Text(words.help_search.clone()));
    blocks.extend(screens::station_link(context));
    blocks
}

/// 999 and 101 in one line.
pub fn danger(context: &Context) -> String {
    let words = &context.words.banner;
    let always = context.knowledge.always();
    let danger = fill(&words.danger, &[("emergency", always.emergency.number.spoken())]);
    let police = fill(&words.police, &[("police", always.police.number.spoken())]);
    format!("{danger} {police}.")
}

/// Whether a page has 999 among its numbers to call.
pub(super) fn names_emergency(context: &Context, blocks: &[Block]) -> bool {
    let emergency = &context.knowledge.always().emergency.number;
    let names = |block: &Block| matches!(block, Block::Call(call) if call.number == *emergency);
    blocks.iter().any(names)
}
