//! Topics and their entries, as the rest of the program sees them: checked, filled, linked.

use serde::{Deserialize, Serialize};

use super::local::Local;
use super::phone::Phone;
use super::search_words::SearchWords;
use super::source::{Checked, SourceIndex};

/// A place in [`super::Knowledge::entries`]; it always leads to an entry.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub struct EntryIndex(pub(super) usize);

impl EntryIndex {
    /// Its place in menu order, from 0.
    pub const fn position(self) -> usize {
        self.0
    }
}

/// Which section of the menu.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct TopicIndex(pub(super) usize);

/// Which number of an entry.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct PhoneIndex {
    pub entry: EntryIndex,
    pub(super) place: usize,
}

/// What sort of help an entry is.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, Eq, PartialEq)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A number to call.
    Helpline,
    /// People who help over time.
    Service,
    /// Something to know.
    Guide,
    /// Something the law gives you.
    Right,
    /// Something a court does to protect you.
    CourtMeasure,
}

/// Whom a section is for.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize, Eq, PartialEq)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// For a person who needs help, and for anybody.
    #[default]
    Everybody,
    /// For the worker beside them: never in a frightened person's way.
    Workers,
}

/// A section of the menu.
#[derive(Debug)]
pub struct Topic {
    /// Its id, which is also its file's name.
    pub id: String,
    pub audience: Audience,
    /// Its name in the menu.
    pub title: String,
    /// One sentence about it.
    pub summary: String,
    /// Its entries in menu order.
    pub entries: Vec<EntryIndex>,
}

/// One page of help.
#[derive(Debug)]
pub struct Entry {
    /// Its stable id, for scripts and links.
    pub id: String,
    /// What sort of help it is.
    pub kind: Kind,
    /// Where its facts come from.
    pub source: SourceIndex,
    /// When somebody last checked it, if anybody did.
    pub checked: Option<Checked>,
    /// Its numbers, those to call first in front.
    pub phones: Vec<Phone>,
    /// Things to look for, to say or not to say, after the plain words.
    pub lists: Vec<List>,
    /// Sentences to read out to a person, one at a time.
    pub aloud: Vec<String>,
    /// What must not be missing on the paper for a worker's bag; in short, for it has one page.
    pub bag: Vec<String>,
    /// What it is on paper, in the place of its page.
    pub form: Option<Form>,
    /// Whether it holds the whole glossary.
    pub has_glossary: bool,
    /// Facts from other, mostly newer sources; shown apart.
    pub later: Vec<LaterFact>,
    /// Whom to call about it, beside its own numbers.
    pub call: Vec<EntryIndex>,
    /// What to read next.
    pub related: Vec<EntryIndex>,
    /// Its short name, when the title is too long to stand beside a number.
    pub name: Option<String>,
    /// Its title, at most [`super::text::TITLE_COLUMNS`] wide.
    pub title: String,
    /// One or two sentences that say what it is.
    pub summary: String,
    /// What to do.
    pub act: String,
    pub who: Option<String>,
    /// The plain words, paragraph by paragraph.
    pub body: Vec<String>,
    /// Words people may use for it; for search only, never shown.
    pub keywords: SearchWords,
    /// Short ways people may ask for it; for search only, never shown.
    pub asks: SearchWords,
    /// What else a list of local services says, where it comes from one.
    pub local: Option<Box<Local>>,
}

impl Entry {
    /// What to call it beside one of its numbers: its short name, or else its title.
    pub fn name(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.title)
    }

    /// What it is and what to do, as one text. A list of local services does not say what to do.
    pub fn answer(&self) -> String {
        format!("{} {}", self.summary, self.act).trim_end().to_owned()
    }
}

/// Lines that belong together, with a name.
#[derive(Debug)]
pub struct List {
    /// Its name in the data, such as "not-say".
    pub id: String,
    pub source: SourceIndex,
    pub title: String,
    pub lines: Vec<String>,
}

/// A sheet with empty boxes, to fill in by hand.
#[derive(Debug)]
pub struct Form {
    /// What stands first on it.
    pub warning: String,
    pub boxes: Vec<FormBox>,
}

/// A label, and so many lines to write on.
#[derive(Debug)]
pub struct FormBox {
    pub label: String,
    pub lines: usize,
}

/// What another source says about an entry.
#[derive(Debug)]
pub struct LaterFact {
    pub source: SourceIndex,
    /// Its words, paragraph by paragraph.
    pub paragraphs: Vec<String>,
}
