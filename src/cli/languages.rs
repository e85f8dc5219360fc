//! `airt languages`: how far each language of the core has been checked, and the paper to check it.

use std::io::{self, Write};
use std::process::ExitCode;

use super::arguments::Languages;
use super::card::find;
use crate::error::Error;
use crate::interface::context::Context;
use crate::interface::words::fill;
use crate::knowledge::languages::translation::Translation;
use crate::knowledge::languages::{LanguageIndex, State, StringId, Why};
use crate::paper::{Speakers, write_html, write_text};

pub(super) fn run(
    output: &mut dyn Write,
    context: &Context,
    asked: &Languages,
) -> Result<ExitCode, Error> {
    let Some(name) = &asked.language else {
        for language in context.knowledge.translated() {
            context.knowledge.translation(language).map_or(Ok(()), |translation| {
                write_counts(output, context, language, &translation)
            })?;
        }
        return Ok(ExitCode::SUCCESS);
    };
    let language = find(context.knowledge, name)?;
    let translation = context.knowledge.translation(language).ok_or_else(|| {
        let name = name.escape_debug();
        Error::refused(
            format!("\"{name}\" has a card and no more"),
            "`airt languages` names those that have more",
        )
    })?;
    let speakers = Speakers::new(context, &context.knowledge[language], &translation);
    let sheets = match (asked.sheet, asked.law) {
        (true, _) => speakers.for_speaker(),
        (_, true) => speakers.for_lawyer(),
        _ => {
            write_counts(output, context, language, &translation)?;
            return Ok(ExitCode::SUCCESS);
        }
    };
    if asked.html {
        write_html(output, context, &sheets)?;
    } else {
        write_text(output, &sheets)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// One line: how many strings are shown, and how many have come how far.
fn write_counts(
    output: &mut dyn Write,
    context: &Context,
    language: LanguageIndex,
    translation: &Translation,
) -> io::Result<()> {
    let count = |fits: &dyn Fn(StringId) -> bool| {
        StringId::ALL.iter().filter(|id| fits(**id)).count().to_string()
    };
    let is = |id| translation.state(id);
    let shown = count(&|id| translation.shown(id).own.is_some());
    let draft = count(&|id| matches!(is(id), State::Draft | State::Hidden(Why::Weak)));
    let read = count(&|id| matches!(is(id), State::Read | State::ReadTwice | State::Law));
    let stale = count(&|id| is(id) == State::Hidden(Why::Stale));
    let missing = count(&|id| matches!(is(id), State::Hidden(Why::Missing | Why::Faulty)));
    let counts = [
        ("shown", shown.as_str()),
        ("all", &StringId::ALL.len().to_string()),
        ("draft", &draft),
        ("read", &read),
        ("stale", &stale),
        ("missing", &missing),
    ];
    let language = &context.knowledge[language];
    let said = fill(&context.words.speakers.counts, &counts);
    writeln!(output, "{:8} {:19} {said}", language.id, language.english)
}
