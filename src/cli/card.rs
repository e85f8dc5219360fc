//! `airt card LANGUAGE`: a card to show or to print that asks for an interpreter.

use std::io::Write;
use std::process::ExitCode;

use super::arguments::Card;
use super::guess;
use crate::error::Error;
use crate::interface::context::Context;
use crate::interface::page::row::Marks;
use crate::interface::printing::Page;
use crate::knowledge::Knowledge;
use crate::knowledge::languages::{LanguageIndex, SpokenLanguage};
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

/// The language with this tag or name, in any case; or else the first with that tag before its region,
/// or that word in its English name: `vi-VN`, `chinese`.
pub(super) fn find(knowledge: &Knowledge, asked: &str) -> Result<LanguageIndex, Error> {
    let asked = asked.to_lowercase();
    let find = |is_asked: &dyn Fn(&SpokenLanguage) -> bool| {
        let mut places = knowledge.languages().places();
        places.find(|(_, language)| is_asked(language)).map(|(index, _)| index)
    };
    let is_name = |language: &SpokenLanguage| {
        [&language.id, &language.english, &language.name, &language.latin]
            .iter()
            .any(|name| name.to_lowercase() == asked)
    };
    let code = asked.split('-').next().unwrap_or_default();
    let is_tag = |language: &SpokenLanguage| language.id.split('-').next() == Some(code);
    let has_word = |language: &SpokenLanguage| {
        let english = language.english.to_lowercase();
        english
            .split(|letter: char| !letter.is_alphabetic())
            .any(|word| word == asked && !word.is_empty())
    };
    find(&is_name).or_else(|| find(&is_tag)).or_else(|| find(&has_word)).ok_or_else(|| {
        let all = knowledge.languages().all().iter();
        let names: Vec<String> = all.map(|language| language.english.to_lowercase()).collect();
        let meant = guess::meant(&asked, names.iter().map(String::as_str));
        Error::refused(
            format!("there is no language \"{}\"{meant}", asked.escape_debug()),
            "`airt languages` lists them",
        )
    })
}
