//! Writes the man page and the completions of every shell into a folder: `manual FOLDER`.

use std::io::{self, Error};
use std::path::PathBuf;

use clap_complete::Shell;

/// What `apropos` and a list of manuals show: it tells nobody what the pages are about.
const ABOUT: &str = "Look up pages, offline";
/// The examples of `airt --help` name pages, so they stay inside the program.
const AFTER: &str = "Exit codes: 0 done, 1 nothing found, 2 could not be done.";

fn main() -> io::Result<()> {
    let folder = std::env::args_os().nth(1).map(PathBuf::from);
    let folder = folder.ok_or_else(|| Error::other("name the folder to write to"))?;
    let mut command = airt::cli::command().about(ABOUT).after_help(AFTER);
    for shell in [Shell::Bash, Shell::Zsh, Shell::Fish, Shell::PowerShell] {
        clap_complete::generate_to(shell, &mut command, "airt", &folder)?;
    }
    let mut page = Vec::new();
    clap_mangen::Man::new(command).render(&mut page)?;
    // One page tells all: there is no page of its own for each command to send a reader to.
    let page = String::from_utf8_lossy(&page).replace("airt\\-", "airt ").replace("(1)\n", "\n");
    std::fs::write(folder.join("airt.1"), page)
}
