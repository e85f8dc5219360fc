//! `airt` on a terminal: the screens.

use super::arguments::Arguments;
use crate::error::Error;
use crate::interface::app::{App, Clock, Settings};
use crate::interface::page::rows::Marks;
use crate::interface::theme::Looks;
use crate::interface::words::Words;
use crate::knowledge::Knowledge;
use crate::terminal::{self, Options};

pub(super) fn run(arguments: &Arguments, knowledge: Knowledge, words: Words) -> Result<(), Error> {
    let clock = match arguments.at {
        Some(_) => Clock::Stopped(arguments.moment()?),
        None => Clock::Running(super::clock),
    };
    let settings = Settings { looks: Looks::default(), marks: Marks::UNICODE, clock };
    let options = Options { mouse: true, ..Options::default() };
    let shown = terminal::run(App::new(knowledge, words, settings), options);
    shown.map_err(|error| Error::Refused(error.to_string()))
}
