//! `airt --plain` and `airt who`: lines to read and to answer, on a terminal or through pipes.

use std::io::{self, Write};

use ratatui::layout::Size;

use super::arguments::Arguments;
use super::{appearance, has_no_terminal};
use crate::error::Error;
use crate::interface::page::row::Marks;
use crate::interface::settings::TimeSource;
use crate::interface::words::Words;
use crate::knowledge::Knowledge;
use crate::knowledge::routes::ForWhom;
use crate::plain::{Clearing, Conversation, Surroundings, WipedReader};
use crate::terminal::{Lines, printing::carry_out};

/// A page on paper has no end.
const PAPER: Size = Size::new(80, u16::MAX);

/// How a conversation begins.
pub(super) enum Begin {
    /// About everything; first with what the person should know, if there is something.
    All(Option<String>),
    /// With the questions of "Who can help me?".
    Who(ForWhom),
}

/// Holds a conversation.
pub(super) fn run(
    output: &mut dyn Write,
    arguments: &Arguments,
    time: TimeSource,
    knowledge: &Knowledge,
    words: &Words,
    begin: Begin,
) -> Result<(), Error> {
    let talk = |marks| {
        let conversation = Conversation::new(knowledge, words, time, marks);
        match begin {
            Begin::Who(for_whom) => conversation.who(for_whom),
            Begin::All(notice) => conversation.with_notice(notice),
        }
    };
    if has_no_terminal() {
        let around = Surroundings {
            size: &|| PAPER,
            more_is_waiting: &|| false,
            clearing: Clearing::Never,
            carry_out: &carry_out,
        };
        let mut input = WipedReader::new(io::stdin().lock());
        return Ok(talk(Marks::ASCII).hold(&mut input, output, &around)?);
    }
    on_terminal(talk(super::marks(arguments)))
}

/// Whatever ends the conversation, the lines are cleared.
fn on_terminal(conversation: Conversation) -> Result<(), Error> {
    let clearing = clearing();
    let show_faults = std::env::var_os("AIRT_DEBUG").is_some();
    let lines = Lines::open(show_faults).map_err(|error| super::no_terminal(&error))?;
    let around = Surroundings {
        size: &|| lines.size(),
        more_is_waiting: &|| lines.more_is_waiting(),
        clearing,
        carry_out: &|order| lines.carry_out(order),
    };
    let held = conversation.hold(&mut WipedReader::new(&lines), &mut &lines, &around);
    lines.close();
    Ok(held?)
}

fn clearing() -> Clearing {
    if appearance::has_no_cursor(super::variable) { Clearing::Perhaps } else { Clearing::ByKey }
}
