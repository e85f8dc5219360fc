//! In which form a command prints what it has to say.

use std::io::{self, Write};

use clap::Args;
use serde::Serialize;

/// The form that is asked for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Format {
    /// For people.
    Text,
    /// For scripts.
    Json,
    /// For a spreadsheet.
    Csv,
}

/// The option that asks for JSON.
#[derive(Clone, Copy, Debug, Args)]
pub(super) struct AsJson {
    /// Print JSON
    #[arg(long)]
    json: bool,
}

impl From<AsJson> for Format {
    fn from(asked: AsJson) -> Self {
        if asked.json { Self::Json } else { Self::Text }
    }
}

/// The options that ask for JSON or CSV.
#[derive(Clone, Copy, Debug, Args)]
pub(super) struct AsData {
    /// Print CSV, for a spreadsheet
    #[arg(long, conflicts_with = "json")]
    csv: bool,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

impl From<AsData> for Format {
    fn from(asked: AsData) -> Self {
        if asked.csv { Self::Csv } else { AsJson { json: asked.json }.into() }
    }
}

/// Writes a value as indented JSON and a line end.
///
/// # Errors
/// When the output cannot be written.
pub(super) fn write_json(output: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *output, value)?;
    writeln!(output)
}
