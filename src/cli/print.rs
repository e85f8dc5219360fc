//! `airt print ID...`: pages to print and give away.

use std::io::Write;
use std::process::ExitCode;

use super::arguments::Print;
use super::show::find;
use crate::error::Error;
use crate::interface::context::Context;
use crate::interface::printing::Page;
use crate::paper::{Sheet, write_html, write_text};

/// The page that is a form on paper.
const WORKSHEET: &str = "workers-worksheet";
/// What is asked for by a word, not by the id of a page.
const BY_WORD: [&str; 5] = ["all", "numbers", "handover", "worksheet", "local"];

pub(super) fn run(
    output: &mut dyn Write,
    context: &Context,
    print: &Print,
) -> Result<ExitCode, Error> {
    let sheets = print.ids.iter().map(|id| sheets(context, id)).collect::<Result<Vec<_>, _>>()?;
    let sheets = sheets.concat();
    if print.html {
        write_html(output, context, &sheets)?;
    } else {
        write_text(output, &sheets)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The sheets that one word on the command line asks for.
fn sheets(context: &Context, id: &str) -> Result<Vec<Sheet>, Error> {
    let of_entry = |place| Sheet::of_page(context, Page::Entry(place));
    match id {
        "all" => Ok(context.knowledge.places().map(of_entry).collect()),
        "numbers" => Ok(vec![Sheet::of_numbers(context)]),
        "handover" => Ok(vec![Sheet::handover(context)]),
        "worksheet" => Ok(vec![of_entry(find(context, WORKSHEET, &[])?)]),
        "local" => lists(context),
        id => Ok(vec![of_entry(find(context, id, &BY_WORD)?)]),
    }
}

/// A sheet for each list of local services.
fn lists(context: &Context) -> Result<Vec<Sheet>, Error> {
    let sheets = context.knowledge.lists().iter().filter(|list| list.count() > 0);
    let sheets: Vec<Sheet> = sheets.map(|list| Sheet::of_list(context, list)).collect();
    if sheets.is_empty() {
        let hint = "give one with --pack, see `airt pack --help`";
        return Err(Error::refused("no list of local services is here", hint));
    }
    Ok(sheets)
}
