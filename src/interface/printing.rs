//! Printing from a screen: what goes on paper, what is asked for, and what became of it. The edge
//! does the work, since nothing here may touch a printer or a file.

use serde::{Deserialize, Serialize};

use crate::knowledge::entry::EntryIndex;
use crate::knowledge::languages::LanguageIndex;
use crate::knowledge::local::AreaIndex;
use crate::knowledge::routes::{ForWhom, OutcomeIndex};

/// A page that has a form on paper.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Page {
    Entry(EntryIndex),
    Card(LanguageIndex),
    Outcome(ForWhom, OutcomeIndex),
    /// The services of lists, for a town where one was chosen.
    Near(Option<AreaIndex>),
}

/// What goes on paper.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Paper {
    pub page: Option<Page>,
    /// Whether every number goes with it, on a card to fold.
    pub has_numbers: bool,
}

/// Where it goes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Way {
    Printer,
    File,
}

/// What the edge is asked to do.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Errand {
    /// Look what there is to print with.
    Look,
    Print(Paper),
    /// Write it into a new file with this name.
    Save(Paper, String),
}

/// What the edge says.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Reply {
    /// The printer that takes what is printed, if there is one, and the folder of a new file.
    Found {
        printer: Option<String>,
        folder: String,
    },
    Done(Delivery),
}

/// What became of an errand.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Delivery {
    Printed,
    /// The whole path of the new file.
    Saved(String),
    /// The printer did not take it.
    Refused,
    /// There is a file with this name, and it was left as it is.
    Exists,
    NoFolder,
    NotAllowed,
    DiskFull,
    /// Any other fault; nothing was printed or written.
    Failed,
}

/// All that is known of printing.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Desk {
    /// The printer and the folder, once they were looked for.
    pub found: Option<(Option<String>, String)>,
    /// What became of the last errand.
    pub delivery: Option<Delivery>,
}

impl Desk {
    pub fn take(&mut self, reply: Reply) {
        match reply {
            Reply::Found { printer, folder } => self.found = Some((printer, folder)),
            Reply::Done(delivery) => self.delivery = Some(delivery),
        }
    }

    /// The printer that takes what is printed.
    pub fn printer(&self) -> Option<&str> {
        self.found.as_ref()?.0.as_deref()
    }
}
