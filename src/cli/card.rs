//! `airt card LANGUAGE`: a card to show or to print that asks for an interpreter.

use std::io::Write;
use std::process::ExitCode;

use super::arguments::Card;
use crate::error::Error;
use crate::interface::context::Context;
use crate::interface::page::row::Marks;
use crate::interface::printing::Page;
use crate::knowledge::Knowledge;
use crate::knowledge::languages::LanguageIndex;
use crate::paper::{Sheet, write_html, write_text};

pub(super) fn run(
    output: &mut dyn Write,
    context: &Context,
    card: &Card,
) -> Result<ExitCode, Error> {
    let language = find(context.knowledge, &card.language.join(" "))?;
    // The card is of no use in other letters than its own.
    let context = Context { marks: Marks::PAPER, ..*context };
    let sheets = [Sheet::of_page(&context, Page::Card(language))];
    if card.html {
        write_html(output, &context, &sheets)?;
    } else {
        write_text(output, &sheets)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The language with this tag or name, in any case.
pub(super) fn find(knowledge: &Knowledge, asked: &str) -> Result<LanguageIndex, Error> {
    let asked = asked.to_lowercase();
    let mut places = knowledge.languages().places();
    let found = places.find(|(_, language)| {
        [&language.id, &language.english, &language.name, &language.latin]
            .iter()
            .any(|name| name.to_lowercase() == asked)
    });
    found.map(|(index, _)| index).ok_or_else(|| {
        let all = knowledge.languages().all();
        let ids: Vec<&str> = all.iter().map(|language| language.id.as_str()).collect();
        let asked = asked.escape_debug();
        Error::refused(
            format!("there is no language \"{asked}\""),
            format!("use one of {}", ids.join(", ")),
        )
    })
}
