//! Every word of the interface, from one file a language: `data/interface/*.json`.

mod giving;
mod kiosk;
mod near;

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::knowledge::hours::{HoursWords, Moment, When};

pub use crate::knowledge::text::fill;
pub use giving::{AloudWords, HandoverWords, PrintWords, ReviewWords, SpeakersWords};
pub use kiosk::{KeyboardWords, KioskWords};
pub use near::NearWords;

/// The files of words, English first: its code, its text.
const FILES: [(&str, &str); 1] = [("en", include_str!("../../data/interface/en.json"))];

/// The words of the interface in one language. `{name}` in a text is filled in by [`fill`].
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    pub language: String,
    pub banner: BannerWords,
    pub danger: DangerWords,
    pub search: SearchWords,
    pub home: HomeWords,
    pub entry: EntryWords,
    pub trust: TrustWords,
    pub near: NearWords,
    pub sources: SourcesWords,
    pub help: HelpWords,
    pub commands: CommandsWords,
    pub keys: KeysWords,
    pub who: WhoWords,
    pub review: ReviewWords,
    pub speakers: SpeakersWords,
    pub print: PrintWords,
    pub aloud: AloudWords,
    pub handover: HandoverWords,
    pub languages: LanguagesWords,
    pub kiosk: KioskWords,
    pub hours: HoursWords,
    pub plain: PlainWords,
    pub gaps: GapsWords,
}

/// What is said at the start when a way out is not covered.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GapsWords {
    pub killed: String,
    pub stopped: String,
}

/// The line on top of every screen: 999, 101 and the way out.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BannerWords {
    pub danger: String,
    pub police: String,
    pub hide: String,
    pub short: String,
    pub short_hide: String,
    pub least: String,
}

/// The page of 999.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DangerWords {
    pub when: String,
    pub who: String,
    pub no_phone: String,
    pub ask_anyone: String,
    pub someone_coming: String,
    pub hide: String,
}

/// The search box and its results.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SearchWords {
    pub prompt: String,
    pub hint: String,
    pub hello: String,
    pub title: String,
    pub always: String,
    pub nothing: String,
    pub a_person: String,
    pub find_words: String,
    pub if_danger: String,
    pub perhaps: String,
    pub try_words: String,
    pub best: String,
    pub more: String,
    pub always_line: String,
    pub as_of: String,
    pub term: String,
    pub not_in_scotland: String,
    pub unknown_term: String,
    /// What is said to a greeting and the like, by its name in `data/search/small-talk.json`.
    pub small_talk: BTreeMap<String, String>,
}

/// The first screen.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HomeWords {
    pub title: String,
    pub welcome: String,
    pub calm: String,
    pub talk: String,
    pub who: String,
    pub languages: String,
    pub languages_summary: String,
    pub sources: String,
    pub help: String,
    pub commands: String,
}

/// The page of an entry.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntryWords {
    pub act: String,
    pub call: String,
    pub ask_here: String,
    pub paid_foot: String,
    pub doubtful_foot: String,
    pub far_away: String,
    pub code_point: String,
    pub who: String,
    pub body: String,
    pub later: String,
    pub aloud: String,
    pub form: String,
    pub from: String,
    pub related: String,
    pub source: String,
    pub free: String,
    pub not_free: String,
    pub costs_more: String,
    pub try_any_time: String,
    pub see_hours: String,
    pub when_closed: String,
    pub when_closed_short: String,
    pub doubtful: String,
    pub big: String,
    pub code: String,
    pub code_kept: String,
    pub code_too_small: String,
}

/// How old a fact is and who checked it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrustWords {
    pub undated: String,
    pub dated: String,
    pub checked: String,
    pub check_when_you_call: String,
    pub may_be_out_of_date: String,
    pub stored_copy: String,
    pub page: String,
    pub rung: String,
    pub told: String,
    pub measured: String,
    pub never_rung: String,
}

/// The page of sources.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourcesWords {
    pub title: String,
    pub note: String,
    pub licence: String,
    pub calendar: String,
}

/// The page of keys.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HelpWords {
    pub title: String,
    pub hide: String,
    pub search: String,
    pub mouse: String,
    pub keys: String,
}

/// What a key does, by command; shown beside the key.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommandsWords {
    pub mark: String,
    pub page: String,
    pub open: String,
    pub back: String,
    pub start: String,
    pub help: String,
    pub languages: String,
    pub big: String,
    pub code: String,
    pub who: String,
    pub print: String,
    pub erase: String,
}

/// The names of keys.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeysWords {
    pub up: String,
    pub down: String,
    pub left: String,
    pub right: String,
    pub enter: String,
    pub escape: String,
    pub backspace: String,
    pub delete: String,
    pub tab: String,
    pub back_tab: String,
    pub home: String,
    pub end: String,
    pub page_up: String,
    pub page_down: String,
    pub control: String,
}

/// The questions of "Who can help me?".
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WhoWords {
    pub more: String,
    pub start_here: String,
    pub change: String,
    pub or_call: String,
    pub progress: String,
    pub digits: String,
    pub someone_else: String,
    pub myself: String,
}

/// The cards in other languages.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LanguagesWords {
    pub side: String,
    pub side_key: String,
    pub no_letters: String,
    pub letters: String,
    pub letters_ask: String,
    pub letters_why: String,
    pub letters_right: String,
    pub letters_wrong: String,
    pub on_paper: String,
    pub show: String,
    pub draft: String,
    pub read_once: String,
    pub reviewed: String,
}

/// The conversation of lines.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlainWords {
    pub hide: String,
    pub keys: String,
    pub stays: String,
    pub may_not_clear: String,
    pub cannot_clear: String,
    pub prompt: String,
    pub more: String,
    pub end: String,
    pub at_start: String,
    pub no_such_choice: String,
    pub no_choices: String,
    pub question: String,
    pub search_what: String,
    pub help_title: String,
    pub help_numbers: String,
    pub help_search: String,
    pub help_words: String,
    pub commands: PlainCommandsWords,
}

/// The words that can be typed in the conversation.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlainCommandsWords {
    pub hide: CommandWords,
    pub more: CommandWords,
    pub back: CommandWords,
    pub start: CommandWords,
    pub search: CommandWords,
    pub who: CommandWords,
    pub languages: CommandWords,
    pub sources: CommandWords,
    pub print: CommandWords,
    pub help: CommandWords,
}

/// A command of the conversation.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommandWords {
    /// The words for it in lower case, the best one first.
    pub typed: Vec<String>,
    /// Words that do the same, and that no page names.
    #[serde(default)]
    pub also: Vec<String>,
    pub does: String,
}

impl CommandWords {
    /// Whether a word in lower case is one of them.
    pub fn has(&self, word: &str) -> bool {
        self.typed.iter().chain(&self.also).any(|own| own == word)
    }
}

impl Words {
    /// The English words inside the executable.
    ///
    /// # Errors
    /// What is wrong with the file; the tests see to it that nothing is.
    pub fn english() -> Result<Self, String> {
        Self::of("en")
    }

    /// The words inside the executable, in a language if there are some in it, else in English.
    ///
    /// # Errors
    /// As above.
    pub fn of(language: &str) -> Result<Self, String> {
        let (_, english) = FILES[0];
        let file = FILES.iter().find(|(code, _)| *code == language);
        Self::parse(file.map_or(english, |(_, json)| json))
    }

    /// Whether there are words in a language.
    pub fn has(language: &str) -> bool {
        FILES.iter().any(|(code, _)| *code == language)
    }

    /// That hours are shown for a moment that a person asked for.
    pub fn as_of(&self, moment: Moment) -> String {
        let when = match moment {
            Moment::Known(time) => self.hours.when(When::dated(time)),
            Moment::ClockWrong => self.hours.clock_wrong.clone(),
        };
        fill(&self.search.as_of, &[("when", &when)])
    }

    /// Reads a file of words.
    ///
    /// # Errors
    /// The line and column of an unknown, missing or broken field.
    pub fn parse(json: &str) -> Result<Self, String> {
        serde_json::from_str(json).map_err(|error| error.to_string())
    }
}
