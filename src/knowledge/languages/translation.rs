//! One language of the core, read only when somebody chooses it (`data/languages/CODE.json`).
//!
//! A wrong sentence does harm, so [`Translation::shown`] alone says what a person may see; the text
//! behind it is private.

use super::core::{Core, stamp};
use super::id::StringId;
use super::raw::{Raw, RawString};
use super::state::{Showing, State, Why};
use super::{SpokenLanguage, SpokenLanguages};
use crate::knowledge::fault::{Fault, Faults};

/// What a language shows while it cannot even say that its words are a draft.
const CARD: [StringId; 2] = [StringId::CardSpeak, StringId::CardNeed];

/// The core in one language.
#[derive(Clone, Debug)]
pub struct Translation {
    code: String,
    /// In the order of [`StringId::ALL`].
    lines: Vec<Line>,
}

/// One string and what is known of it.
#[derive(Clone, Debug)]
struct Line {
    english: String,
    own: Option<String>,
    state: State,
    /// By its state and by what a wrong word in it could do.
    showing: Showing,
}

/// What a person may see of a string.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Shown<'a> {
    /// In the language; `None` where only the English may be shown.
    pub own: Option<&'a str>,
    /// The English, which counts and is always shown, too.
    pub english: &'a str,
    /// Whether the screen must say that the language's words may be wrong.
    pub is_marked: bool,
}

impl Translation {
    /// Reads the file of a language, with every fault of it. A string with a fault is hidden, and
    /// the others stay; `None` when the file cannot be told to be of one of the `languages`.
    pub fn from_json(
        file: &str,
        json: &str,
        core: &Core,
        languages: &SpokenLanguages,
    ) -> (Option<Self>, Vec<Fault>) {
        let mut found = Faults::new(file);
        let raw = serde_json::from_str::<Raw>(json).map_err(|error| error.to_string());
        let read = found.keep("", raw).and_then(|mut raw| {
            let language = found.keep("", raw.language(languages))?;
            let line = |id: &StringId| line(core, language, *id, &mut raw, &mut found);
            let lines = StringId::ALL.iter().map(line).collect();
            raw.check_rest(core, language, &mut found);
            Some(Self { code: raw.code, lines })
        });
        (read, found.into_vec())
    }

    /// Its language tag, such as `vi`.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// What a person may see of a string: nothing else ever shows a word of a translation.
    pub fn shown(&self, id: StringId) -> Shown<'_> {
        let line = &self.lines[id as usize];
        let may_show = CARD.contains(&id) || !self.is_card_only();
        let showing = if may_show { line.showing } else { Showing::English };
        Shown {
            own: line.own.as_deref().filter(|_| showing != Showing::English),
            english: &line.english,
            is_marked: showing == Showing::Marked,
        }
    }

    /// Whether it cannot say that its words are a draft, and so shows nothing but "I speak ... I
    /// need an interpreter".
    pub fn is_card_only(&self) -> bool {
        matches!(self.state(StringId::Draft), State::Hidden(_))
    }

    /// How far a string can be trusted.
    pub fn state(&self, id: StringId) -> State {
        self.lines[id as usize].state
    }

    /// A string as it was written, for the paper that a speaker or a lawyer checks, and for nobody
    /// else: most of it may not be shown. `None` where there is nothing worth checking.
    pub fn to_be_checked(&self, id: StringId) -> Option<&str> {
        let line = &self.lines[id as usize];
        let is_fit = !matches!(line.state, State::Hidden(Why::Missing | Why::Stale | Why::Faulty));
        line.own.as_deref().filter(|_| is_fit)
    }
}

/// The string with its state, taken out of the file.
fn line(
    core: &Core,
    language: &SpokenLanguage,
    id: StringId,
    raw: &mut Raw,
    found: &mut Faults,
) -> Line {
    let source = core.source(id, &raw.say);
    let string = raw.strings.remove(id.name()).unwrap_or_else(|| {
        found.add(id.name(), "it is missing: write it, or null until somebody has");
        None
    });
    let state = string.as_ref().map_or(State::Hidden(Why::Missing), |string| {
        let checked = string.check(core.string(id), language.script);
        match found.keep(id.name(), checked) {
            None => State::Hidden(Why::Faulty),
            Some(()) if string.of != stamp(&source) => {
                found.add(id.name(), stale(string, &source));
                State::Hidden(Why::Stale)
            }
            Some(()) => string.state(),
        }
    });
    let showing = state.showing(core.string(id).tier);
    let own = string.map(|string| core.filled(&string.text));
    Line { english: core.filled(&source), own, state, showing }
}

fn stale(string: &RawString, source: &str) -> String {
    format!(
        "it was made from another English text than \"{source}\": translate that, and write \"of\": \"{}\", not \"{}\"",
        stamp(source),
        string.of.escape_default()
    )
}
