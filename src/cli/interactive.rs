//! `airt` on a terminal: the screens.

use super::arguments::Arguments;
use super::packs::Packs;
use super::settings::File;
use super::{appearance, date_of_facts, kiosk, variable};
use crate::error::Error;
use crate::interface::app::ReadLists;
use crate::interface::place::Place;
use crate::interface::screens::always_line;
use crate::interface::settings::{Settings, TimeSource};
use crate::interface::words::Words;
use crate::interface::{App, Kiosk};
use crate::knowledge::Knowledge;
use crate::terminal::{self, Options};

pub(super) fn run(
    arguments: &Arguments,
    file: File,
    door: Place,
    time: TimeSource,
    knowledge: Knowledge,
    words: Words,
    packs: Packs,
) -> Result<(), Error> {
    let mouse = !arguments.screens.no_mouse;
    let options = Options {
        after_hiding: arguments.screens.after_hiding.into(),
        mouse,
        drags: mouse && arguments.shared.kiosk,
        prints_on: kiosk::prints_on(&arguments.shared)?,
        show_faults: !arguments.shared.kiosk && std::env::var_os("AIRT_DEBUG").is_some(),
    };
    let always = always_line(&knowledge, &words);
    let settings = settings(arguments, file, time);
    let shown = if arguments.shared.kiosk {
        let has_touch = mouse && !kiosk::is_console(variable);
        let station = kiosk::station(arguments, date_of_facts(&knowledge), has_touch);
        let after = arguments.shared.idle();
        let mut kiosk = Kiosk::new(knowledge, words, settings, station, after);
        kiosk.read_later(later(packs));
        terminal::run(kiosk, &options)
    } else {
        let mut app = App::new(knowledge, words, settings).at(door);
        app.read_later(later(packs));
        terminal::run(app, &options)
    };
    shown.map_err(|error| super::no_terminal(&error, &always))
}

/// The lists, to be read after the first picture; none where there are none.
fn later(packs: Packs) -> Option<ReadLists> {
    if packs.is_empty() {
        return None;
    }
    Some(Box::new(|| {
        let read = packs.read();
        Box::new(|knowledge| read.add(knowledge).line())
    }))
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
