//! How words come into `data/languages/`, and what readers found of them: see docs/languages.md.

mod file;

use std::error::Error;
use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use airt::knowledge::Knowledge;
use file::{Check, File};

const USAGE: &str = "usage: cargo run --example languages -- WHAT
  import core-CODE.tsv words-CODE.tsv ...   take in sheets of words
  read CODE SHEET NAME DATE [ID ...]        a speaker found all right but these
  law CODE SHEET NAME DATE [ID ...]         a lawyer found the rights right but these";

fn main() -> ExitCode {
    let Err(error) = run() else { return ExitCode::SUCCESS };
    // Nobody is left to tell when standard error is closed.
    let _ = writeln!(io::stderr(), "{error}");
    ExitCode::FAILURE
}

fn run() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["import", sheets @ ..] if !sheets.is_empty() => {
            sheets.iter().try_for_each(|sheet| import(sheet))
        }
        [what @ ("read" | "law"), code, sheet, by, date, wrong @ ..] => {
            let knowledge = Knowledge::embedded().map_err(|faults| format!("{faults:?}"))?;
            let check = Check { sheet, by, date, wrong, is_law: *what == "law" };
            change(code, |file| file.record(knowledge.core(), &check))
        }
        _ => Err(USAGE.into()),
    }
}

/// The name of a sheet says which language it is of, and which part.
fn import(sheet: &str) -> Result<(), Box<dyn Error>> {
    let name = Path::new(sheet).file_stem().and_then(|name| name.to_str()).ok_or(USAGE)?;
    let (part, code) = name.split_once('-').ok_or(USAGE)?;
    let table = fs::read_to_string(sheet)?;
    match part {
        "core" => change(code, |file| file.take_strings(&table)),
        "words" => change(code, |file| file.take_typed(&table)),
        _ => Err(USAGE.into()),
    }
}

fn change(
    code: &str,
    with: impl FnOnce(&mut File) -> Result<(), Box<dyn Error>>,
) -> Result<(), Box<dyn Error>> {
    let path = format!("data/languages/{code}.json");
    let json = fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
    let mut file: File = serde_json::from_str(&json)?;
    with(&mut file)?;
    Ok(fs::write(path, file.write()?)?)
}
