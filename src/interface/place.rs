//! Where something leads: every screen there is, and where in the knowledge it is. What a screen
//! says stands in [`super::screens`].

use crate::knowledge::entry::{EntryIndex, PhoneIndex, TopicIndex};
use crate::knowledge::languages::LanguageIndex;
use crate::knowledge::local::AreaIndex;
use crate::knowledge::routes::{ForWhom, OutcomeIndex, QuestionIndex};

use super::printing::{Page, Paper, Way};

/// A screen. Nothing in it is about the person.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Place {
    Home,
    /// A section of the menu.
    Topic(TopicIndex),
    /// Services of lists that other people made: of all towns, or of one.
    Near(Option<AreaIndex>),
    /// What fits the words in the search box.
    Results,
    /// A page of help.
    Entry(EntryIndex),
    /// A number, as large as it fits.
    Number(PhoneIndex),
    /// A number as a code for a phone's camera.
    Code(PhoneIndex),
    /// A question of "Who can help me?".
    Question(ForWhom, QuestionIndex),
    /// Whom to call, after the questions.
    Outcome(ForWhom, OutcomeIndex),
    /// The languages people speak.
    Languages,
    /// Whether letters can be read here: which, or those of a language.
    Letters(Option<LanguageIndex>),
    /// That those of a language can, or cannot: leads back to where one came from.
    Reads(LanguageIndex, bool),
    /// A card in one of them.
    Card(LanguageIndex),
    /// A step of the way to somebody who can help, in one of them.
    Spoken(LanguageIndex, Step),
    /// A sentence of an entry to read out, from 0; after the last one, the answers to point at.
    Aloud(EntryIndex, usize),
    /// What to print, of a page where one was seen.
    Print(Option<Page>, Way),
    /// What became of what went to the printer.
    Sent(Paper),
    /// The name of a file to print elsewhere.
    Name(Paper),
    /// Where the facts come from.
    Sources,
    /// What each key does.
    Help,
    /// What who looks after a shared terminal may see of it.
    Station,
}

/// A step of the way through a language.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Step {
    /// In danger now, or not?
    Danger,
    /// 999, and what to say.
    Emergency,
    /// The same, and the helpline.
    Unsure,
    /// The helpline, and what to say.
    Helpline,
    /// Sentences to point at.
    Card,
    /// Yes, no or not now, to point at after words that a worker read out.
    Choice,
}

/// What a digit does on a screen.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Digits {
    /// It is typed into the search box.
    Type,
    /// It chooses an answer.
    Answer,
    /// It is part of the name of a file.
    Name,
    /// Nothing: answering once too often must not begin a search.
    Nothing,
}

impl Place {
    /// Where "Who can help me?" begins.
    pub const WHO: Self = Self::Question(ForWhom::Myself, QuestionIndex::FIRST);

    /// Whether it shows letters of many scripts, some of which join the letter before.
    pub const fn has_many_scripts(self) -> bool {
        matches!(
            self,
            Self::Languages
                | Self::Letters(_)
                | Self::Reads(..)
                | Self::Card(_)
                | Self::Spoken(..)
                | Self::Aloud(..)
        )
    }

    pub const fn digits(self) -> Digits {
        match self {
            Self::Question(..) | Self::Letters(Some(_)) | Self::Spoken(_, Step::Danger) => {
                Digits::Answer
            }
            Self::Outcome(..) | Self::Spoken(..) => Digits::Nothing,
            Self::Name(_) => Digits::Name,
            _ => Digits::Type,
        }
    }

    /// What to print, from here. Asking twice changes nothing.
    pub const fn to_print(self) -> Self {
        let page = match self {
            Self::Print(..) | Self::Sent(_) | Self::Name(_) => return self,
            Self::Entry(entry) | Self::Aloud(entry, _) => Some(Page::Entry(entry)),
            Self::Number(phone) | Self::Code(phone) => Some(Page::Entry(phone.entry)),
            Self::Card(language) | Self::Spoken(language, _) => Some(Page::Card(language)),
            Self::Outcome(for_whom, outcome) => Some(Page::Outcome(for_whom, outcome)),
            Self::Near(town) => Some(Page::Near(town)),
            _ => None,
        };
        Self::Print(page, Way::Printer)
    }

    /// The language it is in, beside English.
    pub const fn language(self) -> Option<LanguageIndex> {
        match self {
            Self::Card(language) | Self::Spoken(language, _) => Some(language),
            _ => None,
        }
    }

    /// The number that the screen is about, if it is about one.
    pub const fn phone(self) -> Option<PhoneIndex> {
        match self {
            Self::Number(phone) | Self::Code(phone) => Some(phone),
            _ => None,
        }
    }
}

impl From<Page> for Place {
    fn from(page: Page) -> Self {
        match page {
            Page::Entry(entry) => Self::Entry(entry),
            // No step of the way through: paper can be found, and an interpreter is all it asks for.
            Page::Card(language) => Self::Card(language),
            Page::Outcome(for_whom, outcome) => Self::Outcome(for_whom, outcome),
            Page::Near(town) => Self::Near(town),
        }
    }
}
