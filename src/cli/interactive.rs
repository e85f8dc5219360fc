//! `airt` on a terminal: the screens.

use super::arguments::Arguments;
use super::settings;
use crate::error::Error;
use crate::interface::app::{App, Clock, Settings};
use crate::interface::page::rows::Marks;
use crate::interface::theme::Looks;
use crate::interface::words::Words;
use crate::knowledge::Knowledge;
use crate::terminal::{self, Options};

pub(super) fn run(arguments: &Arguments, knowledge: Knowledge, words: Words) -> Result<(), Error> {
    let options = Options {
        after_hiding: arguments.after_hiding.into(),
        mouse: !arguments.no_mouse,
        show_faults: std::env::var_os("AIRT_DEBUG").is_some(),
    };
    let app = App::new(knowledge, words, settings(arguments)?);
    terminal::run(app, options).map_err(|error| Error::Refused(error.to_string()))
}

/// The command line decides first, then the file of settings.
fn settings(arguments: &Arguments) -> Result<Settings, Error> {
    let (file, notice) = settings::read();
    let theme = arguments.theme.map(Into::into).or(file.theme).unwrap_or_default();
    let clock = match arguments.at {
        Some(_) => Clock::Stopped(arguments.moment()?),
        None => Clock::Running(super::clock),
    };
    let looks = Looks { theme, ..Looks::default() };
    Ok(Settings { looks, marks: Marks::UNICODE, clock, notice })
}
