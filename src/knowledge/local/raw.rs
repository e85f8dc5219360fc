//! A list of local services as it is written in a pack: a manifest, and one record a service. A
//! record is a row of the spreadsheet, so that what was built can be given back.

use serde::{Deserialize, Serialize};

use super::check::parts;
use crate::knowledge::text::TITLE_COLUMNS;

/// What a list says of itself.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Small letters, digits and hyphens; the ids of its services begin with it.
    pub id: String,
    pub name: String,
    /// Who made the list, and answers for it.
    pub maker: String,
    /// The licence its facts are given under.
    pub licence: String,
    /// The words that licence asks for.
    pub attribution: String,
    /// What stands on each of its pages.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The day it was built, such as `2026-11-25`.
    pub made: String,
    /// Of two lists with the same id the one with the higher number counts.
    pub sequence: u64,
    /// How many services it has.
    pub services: usize,
}

macro_rules! service {
    ($($(#[$doc:meta])* $column:ident $most:expr),* $(,)?) => {
        /// One row. An empty text is one that nobody wrote.
        #[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
        #[serde(deny_unknown_fields)]
        pub struct Service {
            /// Its id in the list.
            #[serde(default)]
            pub id: String,
            $($(#[$doc])* #[serde(default, skip_serializing_if = "String::is_empty")]
            pub $column: String),*
        }

        /// The columns of the spreadsheet.
        pub const COLUMNS: &[&str] = &[$(stringify!($column)),*];

        impl Service {
            /// Each column with its text and the most letters that it may have.
            pub fn cells(&self) -> impl Iterator<Item = (&'static str, &str, usize)> {
                [$((stringify!($column), self.$column.as_str(), $most)),*].into_iter()
            }

            /// Each column with its text, to write to.
            pub fn cells_mut(&mut self) -> impl Iterator<Item = (&'static str, &mut String)> {
                [$((stringify!($column), &mut self.$column)),*].into_iter()
            }
        }
    };
}

service! {
    name TITLE_COLUMNS,
    what_it_does 400,
    phone 20,
    /// Of the built-in subset, or in any words; then it is never said to be open.
    hours 120,
    phone_note 120,
    who_for 300,
    address 160,
    /// Towns, parted by `;`. None: for everybody.
    area 160,
    postcode 10,
    website 200,
    email 120,
    languages 200,
    cost 120,
    /// Words for search, parted by `;`; never shown.
    words_people_use 400,
    checked_on 10,
    /// `rung`, `page` or `told`.
    checked_how 10,
    /// Who says so.
    source 200,
    /// `yes`, `no`, or nothing.
    private_address 3,
}

impl Service {
    /// The towns it is for.
    pub fn areas(&self) -> impl Iterator<Item = &str> {
        parts(&self.area)
    }

    /// The texts that a person reads as words: a number to call has no place in them.
    pub(super) fn words(&self) -> [(&'static str, &str); 9] {
        [
            ("name", &self.name),
            ("what_it_does", &self.what_it_does),
            ("hours", &self.hours),
            ("phone_note", &self.phone_note),
            ("who_for", &self.who_for),
            ("address", &self.address),
            ("area", &self.area),
            ("languages", &self.languages),
            ("cost", &self.cost),
        ]
    }
}
