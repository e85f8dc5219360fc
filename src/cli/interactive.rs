//! `airt` on a terminal: the screens.

use super::arguments::Arguments;
use super::packs::Packs;
use super::{appearance, settings, variable};
use crate::error::Error;
use crate::interface::app::App;
use crate::interface::settings::{Settings, TimeSource};
use crate::interface::words::Words;
use crate::knowledge::Knowledge;
use crate::terminal::{self, Options};

pub(super) fn run(
    arguments: &Arguments,
    time: TimeSource,
    knowledge: Knowledge,
    words: Words,
    packs: Packs,
) -> Result<(), Error> {
    let options = Options {
        after_hiding: arguments.screens.after_hiding.into(),
        mouse: !arguments.screens.no_mouse,
        show_faults: std::env::var_os("AIRT_DEBUG").is_some(),
    };
    let mut app = App::new(knowledge, words, settings(arguments, time));
    if !packs.is_empty() {
        app.take_later(Box::new(|knowledge| packs.add(knowledge)));
    }
    terminal::run(app, options).map_err(|error| super::no_terminal(&error))
}

/// The command line decides first, then the file of settings, then the environment.
fn settings(arguments: &Arguments, time: TimeSource) -> Settings {
    let (file, notice) = settings::read();
    let theme = arguments.screens.theme.map(Into::into).or(file.theme);
    Settings {
        looks: appearance::looks(theme, variable),
        marks: super::marks(arguments),
        time,
        notice,
    }
}
