//! What is wrong with a data file, in words a person can act on.

use std::fmt;

/// One thing wrong in one data file.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Fault {
    /// The file as it was named, such as `data/topics/talk.json`.
    pub file: String,
    /// The entry or other item, such as `tara`; empty when the whole file is meant.
    pub item: String,
    /// What is wrong, and what would be right.
    pub problem: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.item.is_empty() {
            write!(formatter, "{}: {}", self.file, self.problem)
        } else {
            write!(formatter, "{}: {}: {}", self.file, self.item, self.problem)
        }
    }
}

/// Collects every fault of one file, so that a person mends them all in one go.
#[derive(Debug)]
pub(crate) struct Faults<'a> {
    file: &'a str,
    found: Vec<Fault>,
}

impl<'a> Faults<'a> {
    pub(crate) fn new(file: &'a str) -> Self {
        Self { file, found: Vec::new() }
    }

    /// Notes a fault; it never stops the check.
    pub(crate) fn add(&mut self, item: &str, problem: impl Into<String>) {
        let fault =
            Fault { file: self.file.to_owned(), item: item.to_owned(), problem: problem.into() };
        self.found.push(fault);
    }

    /// The value of a check that passed; a failed one is noted.
    pub(crate) fn keep<T>(&mut self, item: &str, checked: Result<T, String>) -> Option<T> {
        checked.map_err(|problem| self.add(item, problem)).ok()
    }

    pub(crate) fn into_vec(self) -> Vec<Fault> {
        self.found
    }
}
