//! The words of a terminal that many people share.

use serde::Deserialize;

use super::{CommandWords, Words};

/// What a shared terminal says beside what every other says.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KioskWords {
    pub title: String,
    pub wake: String,
    /// Where there is nothing to touch.
    pub wake_key: String,
    pub wake_line: String,
    pub touch_language: String,
    pub english: String,
    pub emergency: String,
    pub now: String,
    pub still_there: String,
    pub go_on: String,
    pub go_on_line: String,
    pub clears: String,
    pub clears_last: String,
    pub clear_key: String,
    pub buttons: ButtonsWords,
    pub keyboard: KeyboardWords,
    pub station: StationWords,
    pub instead: InsteadWords,
}

/// What is written on buttons.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ButtonsWords {
    pub back: String,
    pub start: String,
    pub print: String,
    pub help: String,
    pub clear: String,
}

/// The keyboard on the screen.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyboardWords {
    pub erase: String,
    pub space: String,
    pub done: String,
}

/// The page for who looks after the terminal.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StationWords {
    pub title: String,
    pub note: String,
    pub version: String,
    pub facts: String,
    pub oldest: String,
    pub protections: String,
    pub clock: String,
    pub clock_wrong: String,
    pub printer_none: String,
    pub printer_missing: String,
    pub printer_ready: String,
}

/// What takes the place of other words: behind the page there is nothing to hide it from, and no
/// file can be saved.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InsteadWords {
    pub hide: String,
    pub short_hide: String,
    pub least: String,
    pub hides_at_once: String,
    pub looking: String,
    pub to_printer: String,
    pub no_printer: String,
    pub line_hide: String,
    pub line_prompt: String,
    pub line_hiding: CommandWords,
    pub line_print: String,
}

impl Words {
    /// The words for a terminal that many people share.
    pub fn for_kiosk(mut self) -> Self {
        let instead = &mut self.kiosk.instead;
        for (word, other) in [
            (&mut self.banner.hide, &mut instead.hide),
            (&mut self.banner.short_hide, &mut instead.short_hide),
            (&mut self.banner.least, &mut instead.least),
            (&mut self.danger.hide, &mut instead.hides_at_once),
            (&mut self.print.looking, &mut instead.looking),
            (&mut self.print.to_printer, &mut instead.to_printer),
            (&mut self.print.no_printer, &mut instead.no_printer),
            (&mut self.plain.hide, &mut instead.line_hide),
            (&mut self.plain.prompt, &mut instead.line_prompt),
            (&mut self.plain.commands.print.does, &mut instead.line_print),
        ] {
            std::mem::swap(word, other);
        }
        std::mem::swap(&mut self.plain.commands.hide, &mut instead.line_hiding);
        self
    }
}
