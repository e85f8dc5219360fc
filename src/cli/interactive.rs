//! `airt` on a terminal: the screens.

use super::arguments::Arguments;
use super::{appearance, date_of_facts, kiosk, settings, variable};
use crate::error::Error;
use crate::interface::settings::{Settings, TimeSource};
use crate::interface::words::Words;
use crate::interface::{App, Kiosk};
use crate::knowledge::Knowledge;
use crate::terminal::{self, Options};

pub(super) fn run(
    arguments: &Arguments,
    time: TimeSource,
    knowledge: Knowledge,
    words: Words,
) -> Result<(), Error> {
    let mouse = !arguments.screens.no_mouse;
    let options = Options {
        after_hiding: arguments.screens.after_hiding.into(),
        mouse,
        drags: mouse && arguments.shared.kiosk,
        prints_on: kiosk::prints_on(&arguments.shared)?,
        show_faults: !arguments.shared.kiosk && std::env::var_os("AIRT_DEBUG").is_some(),
    };
    let settings = settings(arguments, time);
    let shown = if arguments.shared.kiosk {
        let has_touch = mouse && !kiosk::is_console(variable);
        let station = kiosk::station(arguments, date_of_facts(&knowledge), has_touch);
        let after = arguments.shared.idle;
        terminal::run(Kiosk::new(knowledge, words, settings, station, after), &options)
    } else {
        terminal::run(App::new(knowledge, words, settings), &options)
    };
    shown.map_err(|error| super::no_terminal(&error))
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
