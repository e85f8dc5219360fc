//! `airt --plain` and `airt who`: lines to read and to answer, on a terminal or through pipes.

use std::io::{self, Write};

use jiff::civil::Date;
use ratatui::layout::Size;

use super::arguments::Arguments;
use super::{appearance, date_of_facts, has_no_terminal, kiosk};
use crate::error::Error;
use crate::interface::page::row::Marks;
use crate::interface::place::Place;
use crate::interface::screens::always_line;
use crate::interface::settings::TimeSource;
use crate::interface::words::Words;
use crate::knowledge::Knowledge;
use crate::knowledge::routes::ForWhom;
use crate::plain::{Clearing, Conversation, Shared, Surroundings, WipedReader};
use crate::terminal::{Lines, printing::carry_out, protections_told};

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
    door: Place,
    time: TimeSource,
    knowledge: &Knowledge,
    words: &Words,
    begin: Begin,
) -> Result<(), Error> {
    let talk = |marks| {
        let conversation = Conversation::new(knowledge, words, time, marks).at(door);
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
    let always = always_line(knowledge, words);
    on_terminal(talk(super::marks(arguments)), arguments, date_of_facts(knowledge), &always)
}

/// Whatever ends the conversation, the lines are cleared.
fn on_terminal(
    conversation: Conversation,
    arguments: &Arguments,
    facts: Date,
    always: &str,
) -> Result<(), Error> {
    let clearing = clearing();
    let show_faults = !arguments.shared.kiosk && std::env::var_os("AIRT_DEBUG").is_some();
    let prints_on = kiosk::prints_on(&arguments.shared)?;
    let lines =
        Lines::open(show_faults, &prints_on).map_err(|error| super::no_terminal(&error, always))?;
    let conversation = conversation.learn_of(lines.gap());
    let around = Surroundings {
        size: &|| lines.size(),
        more_is_waiting: &|| lines.more_is_waiting(),
        clearing,
        carry_out: &|order| lines.carry_out(order),
    };
    let is_waiting = || lines.waits_a_second();
    let conversation = if arguments.shared.kiosk {
        let mut station = kiosk::station(arguments, facts, false);
        station.learn(protections_told(lines.protections()), lines.has_printer());
        conversation.shared(Shared::new(station, arguments.shared.idle(), &is_waiting))
    } else {
        conversation
    };
    let held = conversation.hold(&mut WipedReader::new(&lines), &mut &lines, &around);
    lines.close();
    Ok(held?)
}

fn clearing() -> Clearing {
    if appearance::has_no_cursor(super::variable) { Clearing::Perhaps } else { Clearing::ByKey }
}
