//! What can be written on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use super::clock;
use crate::error::Error;
use crate::knowledge::hours::Moment;

/// Who to call and what help there is, for people who may be victims of human trafficking in
/// Scotland. In danger now? Call 999.
#[derive(Debug, Parser)]
#[command(name = "airt", disable_version_flag = true, disable_help_subcommand = true)]
#[command(after_help = "With no command, airt opens its screens. Esc hides them at once.")]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub command: Option<Command>,

    /// Show hours as of another time in Scotland, such as 2026-12-25T10:00
    #[arg(long, global = true, value_name = "TIME")]
    pub at: Option<String>,

    /// Print the version
    #[arg(long, short = 'V')]
    pub version: bool,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Name every section and page
    List {
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Show one page, its numbers first
    Show {
        /// The page's id, as `airt list` names it
        id: String,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Find pages by your own words, best first
    Search(Search),
    /// Check data files, or the data inside the program
    Check {
        /// Data files to check in the place of those inside the program
        files: Vec<PathBuf>,
    },
}

#[derive(Debug, Args)]
pub(super) struct Search {
    /// Print JSON
    #[arg(long)]
    pub json: bool,
    /// The most pages to name
    #[arg(long, value_name = "N", default_value_t = 5)]
    pub limit: usize,
    /// Your own words, in any order
    #[arg(required = true, trailing_var_arg = true)]
    pub words: Vec<String>,
}

impl Arguments {
    /// The time to show hours for.
    pub(super) fn moment(&self) -> Result<Moment, Error> {
        let asked = self.at.as_deref().map(Moment::parse).transpose();
        let asked = asked.map_err(|fault| Error::Refused(fault.to_string()))?;
        Ok(asked.unwrap_or_else(clock))
    }
}
