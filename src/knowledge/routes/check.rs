//! From the routes file to checked routes.

use std::collections::BTreeMap;

use super::{
    Answer, ForWhom, LeadsTo, Outcome, OutcomeIndex, Question, QuestionIndex, Route, Routes,
    Suggestion, raw, shape,
};
use crate::knowledge::entry::EntryIndex;
use crate::knowledge::fault::{Fault, Faults};
use crate::knowledge::text::{Named, fill_checked};

pub(super) fn open(
    file: &str,
    json: &str,
    find: &dyn Fn(&str) -> Option<EntryIndex>,
) -> Result<Routes, Vec<Fault>> {
    let mut found = Faults::new(file);
    let raw = serde_json::from_str::<raw::Routes>(json).map_err(|error| error.to_string());
    let routes = found.keep("", raw).and_then(|raw| {
        shape::check(&raw, find, &mut found);
        let myself = Wording::of(&raw, find, ForWhom::Myself, &mut found).route();
        let someone_else = Wording::of(&raw, find, ForWhom::SomeoneElse, &mut found).route();
        Some(Routes { myself: myself?, someone_else: someone_else? })
    });
    let faults = found.into_vec();
    routes.filter(|_| faults.is_empty()).ok_or(faults)
}

/// Puts the words for one person to the routes.
struct Wording<'a, 'found, 'file> {
    raw: &'a raw::Routes,
    words: &'a raw::RouteWords,
    find_entry: &'a dyn Fn(&str) -> Option<EntryIndex>,
    item: &'static str,
    found: &'found mut Faults<'file>,
}

impl<'a, 'found, 'file> Wording<'a, 'found, 'file> {
    fn of(
        raw: &'a raw::Routes,
        find_entry: &'a dyn Fn(&str) -> Option<EntryIndex>,
        for_whom: ForWhom,
        found: &'found mut Faults<'file>,
    ) -> Self {
        let words = match for_whom {
            ForWhom::Myself => &raw.words.myself,
            ForWhom::SomeoneElse => &raw.words.someone_else,
        };
        Self { raw, words, find_entry, item: for_whom.id(), found }
    }

    fn route(mut self) -> Option<Route> {
        self.refuse_strays();
        let raw = self.raw;
        let questions = all(raw.questions.iter().map(|question| self.question(question)));
        let outcomes = all(raw.outcomes.iter().map(|outcome| self.outcome(outcome)));
        Some(Route {
            intro: self.text(&self.words.intro)?,
            questions: questions?,
            outcomes: outcomes?,
        })
    }

    fn question(&mut self, question: &raw::Question) -> Option<Question> {
        let words = self.find("questions", &self.words.questions, &question.words)?;
        Some(Question {
            id: question.id.clone(),
            ask: self.text(&words.ask)?,
            note: words.note.as_ref().and_then(|note| self.text(note)),
            answers: all(question.answers.iter().map(|answer| self.answer(answer)))?,
        })
    }

    fn answer(&mut self, answer: &raw::Answer) -> Option<Answer> {
        let words = self.find("answers", &self.words.answers, &answer.id)?;
        let words = self.text(words)?;
        Some(Answer { id: answer.id.clone(), words, leads_to: self.leads_to(answer)? })
    }

    /// None for a dead end, which the check of the shape has told already.
    fn leads_to(&self, answer: &raw::Answer) -> Option<LeadsTo> {
        let question =
            |id: &String| self.raw.questions.iter().position(|question| question.id == *id);
        let outcome = |id: &String| self.raw.outcomes.iter().position(|outcome| outcome.id == *id);
        match (&answer.ask, &answer.call) {
            (Some(id), None) => question(id).map(|place| LeadsTo::Question(QuestionIndex(place))),
            (None, Some(id)) => outcome(id).map(|place| LeadsTo::Outcome(OutcomeIndex(place))),
            _ => None,
        }
    }

    fn outcome(&mut self, outcome: &raw::Outcome) -> Option<Outcome> {
        let title = self.find("outcomes", &self.words.outcomes, &outcome.id)?;
        Some(Outcome {
            id: outcome.id.clone(),
            title: self.text(title)?,
            call: all(outcome.call.iter().map(|suggestion| self.suggestion(suggestion)))?,
        })
    }

    fn suggestion(&mut self, suggestion: &raw::Suggestion) -> Option<Suggestion> {
        let why = self.find("why", &self.words.why, &suggestion.why)?;
        let entry = (self.find_entry)(&suggestion.entry)?;
        Some(Suggestion { entry, why: self.text(why)? })
    }

    fn text(&mut self, words: &str) -> Option<String> {
        self.found.keep(self.item, fill_checked(words, Named::only(&self.raw.values)))
    }

    fn find<T>(&mut self, list: &str, words: &'a BTreeMap<String, T>, key: &str) -> Option<&'a T> {
        let missing = || format!("write the words of {list} \"{key}\"");
        self.found.keep(self.item, words.get(key).ok_or_else(missing))
    }

    /// Words that nothing uses are a slip of spelling.
    fn refuse_strays(&mut self) {
        let (questions, outcomes) = (&self.raw.questions, &self.raw.outcomes);
        let answers = || questions.iter().flat_map(|question| &question.answers);
        let suggestions = || outcomes.iter().flat_map(|outcome| &outcome.call);
        let words = self.words;
        self.refuse_stray("questions", words.questions.keys(), |key| {
            questions.iter().any(|question| question.words == key)
        });
        self.refuse_stray("answers", words.answers.keys(), |key| {
            answers().any(|answer| answer.id == key)
        });
        self.refuse_stray("outcomes", words.outcomes.keys(), |key| {
            outcomes.iter().any(|outcome| outcome.id == key)
        });
        self.refuse_stray("why", words.why.keys(), |key| {
            suggestions().any(|suggestion| suggestion.why == key)
        });
    }

    fn refuse_stray<'k>(
        &mut self,
        list: &str,
        keys: impl Iterator<Item = &'k String>,
        is_used: impl Fn(&str) -> bool,
    ) {
        for key in keys.filter(|key| !is_used(key)) {
            self.found.add(self.item, format!("the words of {list} \"{key}\" belong to nothing"));
        }
    }
}

/// All of them or none, after every one has been looked at.
fn all<T>(items: impl Iterator<Item = Option<T>>) -> Option<Vec<T>> {
    items.collect::<Vec<_>>().into_iter().collect()
}
