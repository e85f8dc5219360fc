//! `airt` on a terminal: the screens.

use super::arguments::Arguments;
use super::settings::File;
use super::{appearance, variable};
use crate::error::Error;
use crate::interface::app::App;
use crate::interface::place::Place;
use crate::interface::settings::{Settings, TimeSource};
use crate::interface::words::Words;
use crate::knowledge::Knowledge;
use crate::terminal::{self, Options};

pub(super) fn run(
    arguments: &Arguments,
    file: File,
    door: Place,
    time: TimeSource,
    knowledge: Knowledge,
    words: Words,
) -> Result<(), Error> {
    let options = Options {
        after_hiding: arguments.screens.after_hiding.into(),
        mouse: !arguments.screens.no_mouse,
        show_faults: std::env::var_os("AIRT_DEBUG").is_some(),
    };
    let app = App::new(knowledge, words, settings(arguments, file, time)).at(door);
    terminal::run(app, options).map_err(|error| super::no_terminal(&error))
}

/// The command line decides first, then the file of settings, then the environment.
fn settings(arguments: &Arguments, file: File, time: TimeSource) -> Settings {
    let theme = arguments.screens.theme.map(Into::into).or(file.settings.theme);
    Settings {
        looks: appearance::looks(theme, variable),
        marks: super::marks(arguments),
        time,
        notice: file.notice,
    }
}
