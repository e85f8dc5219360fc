//! `airt --kiosk`: what must be known of a terminal that many people share before it is held.

use jiff::civil::Date;

use super::arguments::{Arguments, Shared};
use crate::error::Error;
use crate::interface::station::{Printer, Protections, Station};
use crate::terminal::PrintsOn;

/// What is known of the terminal. Its protections are learned once they are on.
pub(super) fn station(arguments: &Arguments, facts: Date, has_touch: bool) -> Station {
    let printer = match arguments.shared.printer {
        Some(_) => Printer::Missing,
        None => Printer::None,
    };
    Station { facts, has_touch, printer, protections: Protections::default() }
}

/// What pages are printed on: a shared terminal prints only where it was told to.
pub(super) fn prints_on(shared: &Shared) -> Result<PrintsOn, Error> {
    match &shared.printer {
        _ if !shared.kiosk => Ok(PrintsOn::System),
        None => Ok(PrintsOn::Nothing),
        Some(_) if cfg!(windows) => {
            Err(Error::refused("--printer does not work on Windows yet", "leave it out"))
        }
        Some(path) => Ok(PrintsOn::Path(path.clone())),
    }
}

/// Whether the terminal is the Linux console, which knows no touch and no mouse.
pub(super) fn is_console(variable: impl Fn(&str) -> Option<String>) -> bool {
    variable("TERM").as_deref() == Some("linux")
}
