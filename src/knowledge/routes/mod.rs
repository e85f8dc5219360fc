//! "Who can help me?": at most three questions, each of which may be skipped, that end in
//! a short list of people to call.
//!
//! Which answer leads where is data (`data/routes.json`); the words stand apart, so that
//! a translation can change no route. Every way through is checked when the data is read:
//! it ends, and it ends with people to call, the helpline and 999 among them.

mod check;
mod raw;
mod shape;

use std::ops::Index;

use super::entry::EntryIndex;
use super::fault::Fault;

/// The most questions that anyone is asked.
pub const MOST_QUESTIONS: usize = 3;

/// The id of the answer that skips a question; every question has it.
pub const SKIP: &str = "rather-not-say";

/// Who needs the help that is asked for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum ForWhom {
    /// The person at the keyboard.
    Myself,
    /// Someone that a worker or a friend asks for.
    SomeoneElse,
}

impl ForWhom {
    /// Both, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Myself, Self::SomeoneElse];

    /// The name in the data and on the command line.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Myself => "myself",
            Self::SomeoneElse => "someone-else",
        }
    }
}

/// The checked routes, worded for both.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Routes {
    myself: Route,
    someone_else: Route,
}

/// The questions and their ends, worded for one person.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Route {
    intro: String,
    /// The first one is asked first.
    questions: Vec<Question>,
    outcomes: Vec<Outcome>,
}

#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Question {
    /// Its name in the data.
    pub id: String,
    /// The question itself.
    pub ask: String,
    /// A kind word under it.
    pub note: Option<String>,
    /// What can be answered, in order; skipping it comes last.
    pub answers: Vec<Answer>,
}

/// One answer to a question.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Answer {
    /// Its name in the data: `yes`, `no`, `not-sure` or [`SKIP`].
    pub id: String,
    /// What a person reads.
    pub words: String,
    /// Where it leads on its route.
    pub leads_to: LeadsTo,
}

/// Where an answer leads on its own route.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum LeadsTo {
    Question(QuestionIndex),
    Outcome(OutcomeIndex),
}

/// Which question of a route.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct QuestionIndex(usize);

impl QuestionIndex {
    /// The one that is asked first; every route has it.
    pub const FIRST: Self = Self(0);
}

/// Which end of a route.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct OutcomeIndex(usize);

/// The end of a route: people to call, the first one first.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Outcome {
    /// Its name in the data.
    pub id: String,
    /// A line above the list.
    pub title: String,
    /// Whom to call, in order.
    pub call: Vec<Suggestion>,
}

/// One line of the list of people to call.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Suggestion {
    /// The entry whose numbers to call.
    pub entry: EntryIndex,
    /// Why it is in the list.
    pub why: String,
}

impl Routes {
    /// Reads a routes file; `find` gives the entry of an id.
    ///
    /// # Errors
    /// Every fault of the file: a dead end, a fourth question, an end without the helpline
    /// or 999, an unknown entry, words that are missing or belong to nothing.
    pub fn from_json(
        file: &str,
        json: &str,
        find: impl Fn(&str) -> Option<EntryIndex>,
    ) -> Result<Self, Vec<Fault>> {
        check::open(file, json, &find)
    }

    /// The route in the words for this person.
    pub const fn route(&self, for_whom: ForWhom) -> &Route {
        match for_whom {
            ForWhom::Myself => &self.myself,
            ForWhom::SomeoneElse => &self.someone_else,
        }
    }
}

impl Route {
    /// What is said before the first question.
    pub fn intro(&self) -> &str {
        &self.intro
    }

    /// Every question of the route, the first one first.
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// How many questions may be asked up to this one, itself among them.
    pub fn step(&self, question: QuestionIndex) -> usize {
        let leads_here = |other: &Question| {
            other.answers.iter().any(|answer| answer.leads_to == LeadsTo::Question(question))
        };
        // The door refuses a route that comes back to a question.
        let before = self.questions.iter().zip(0..).filter(|(other, _)| leads_here(other));
        1 + before.map(|(_, place)| self.step(QuestionIndex(place))).max().unwrap_or(0)
    }

    /// How many questions may be asked at most.
    pub fn steps(&self) -> usize {
        let all = 0..self.questions.len();
        all.map(|place| self.step(QuestionIndex(place))).max().unwrap_or(0)
    }

    /// Every end of the route.
    pub fn outcomes(&self) -> &[Outcome] {
        &self.outcomes
    }
}

impl Index<QuestionIndex> for Route {
    type Output = Question;

    fn index(&self, question: QuestionIndex) -> &Question {
        &self.questions[question.0]
    }
}

impl Index<OutcomeIndex> for Route {
    type Output = Outcome;

    fn index(&self, outcome: OutcomeIndex) -> &Outcome {
        &self.outcomes[outcome.0]
    }
}
