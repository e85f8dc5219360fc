//! The checks of where the answers lead, whatever the words say.

use std::collections::BTreeSet;

use super::{MOST_QUESTIONS, SKIP, raw};
use crate::knowledge::always::IN_EVERY_OUTCOME;
use crate::knowledge::entry::EntryIndex;
use crate::knowledge::fault::Faults;
use crate::knowledge::twins::twins;

/// Notes every way through that does not end well.
pub(super) fn check(
    raw: &raw::Routes,
    find: &dyn Fn(&str) -> Option<EntryIndex>,
    found: &mut Faults,
) {
    refuse_twins(raw.questions.iter().map(|question| &question.id), found);
    refuse_twins(raw.outcomes.iter().map(|outcome| &outcome.id), found);
    for question in &raw.questions {
        check_question(question, raw, found);
    }
    for outcome in &raw.outcomes {
        check_outcome(outcome, find, found);
    }
    match raw.questions.first() {
        Some(first) => check_walk(first, raw, found),
        None => found.add("questions", "there is no question: write at least one"),
    }
}

fn refuse_twins<'a>(ids: impl Iterator<Item = &'a String>, found: &mut Faults) {
    for id in twins(ids) {
        found.add(id, "another one has this id: give each its own");
    }
}

fn check_question(question: &raw::Question, raw: &raw::Routes, found: &mut Faults) {
    if question.answers.last().is_none_or(|answer| answer.id != SKIP) {
        found
            .add(&question.id, format!("its last answer must be \"{SKIP}\": nobody has to answer"));
    }
    refuse_twins(question.answers.iter().map(|answer| &answer.id), found);
    for answer in &question.answers {
        if let Err(problem) = check_answer(answer, raw) {
            found.add(&question.id, format!("the answer \"{}\" {problem}", answer.id));
        }
    }
}

fn check_answer(answer: &raw::Answer, raw: &raw::Routes) -> Result<(), String> {
    match (&answer.ask, &answer.call) {
        (Some(id), None) if raw.question(id).is_none() => {
            Err(format!("asks \"{id}\", which is no question"))
        }
        (None, Some(id)) if raw.outcome(id).is_none() => {
            Err(format!("calls \"{id}\", which is no outcome"))
        }
        (Some(_), None) | (None, Some(_)) => Ok(()),
        _ => Err("must lead to one thing: a question to `ask` or an outcome to `call`".to_owned()),
    }
}

fn check_outcome(
    outcome: &raw::Outcome,
    find: &dyn Fn(&str) -> Option<EntryIndex>,
    found: &mut Faults,
) {
    let calls = |id: &str| outcome.call.iter().any(|suggestion| suggestion.entry == id);
    for id in IN_EVERY_OUTCOME.iter().filter(|id| !calls(id)) {
        found.add(&outcome.id, format!("add \"{id}\": every list of people to call has it"));
    }
    refuse_twins(outcome.call.iter().map(|suggestion| &suggestion.entry), found);
    for suggestion in outcome.call.iter().filter(|suggestion| find(&suggestion.entry).is_none()) {
        found.add(&outcome.id, format!("no entry has the id \"{}\"", suggestion.entry));
    }
}

/// Walks every way from the first question: none may be too long, nothing may be left over.
fn check_walk(first: &raw::Question, raw: &raw::Routes, found: &mut Faults) {
    let mut asked = BTreeSet::new();
    if longest_way(first, 1, raw, &mut asked) > MOST_QUESTIONS {
        found.add(&first.id, format!("a way from here asks more than {MOST_QUESTIONS} questions"));
    }
    refuse_unreached(raw.questions.iter().map(|question| &question.id), &asked, found);
    let answers = raw.questions.iter().flat_map(|question| &question.answers);
    let called = answers.filter_map(|answer| answer.call.as_deref()).collect();
    refuse_unreached(raw.outcomes.iter().map(|outcome| &outcome.id), &called, found);
}

/// How many questions the longest way asks, counted to one more than is allowed: a circle
/// ends there too.
fn longest_way<'a>(
    question: &'a raw::Question,
    count: usize,
    raw: &'a raw::Routes,
    asked: &mut BTreeSet<&'a str>,
) -> usize {
    asked.insert(&question.id);
    if count > MOST_QUESTIONS {
        return count;
    }
    let answers = question.answers.iter();
    let next = answers.filter_map(|answer| raw.question(answer.ask.as_deref()?));
    next.map(|next| longest_way(next, count + 1, raw, asked)).max().unwrap_or(count)
}

fn refuse_unreached<'a>(
    ids: impl Iterator<Item = &'a String>,
    reached: &BTreeSet<&str>,
    found: &mut Faults,
) {
    for id in ids.filter(|id| !reached.contains(id.as_str())) {
        found.add(id, "no answer leads here: take it out, or let an answer lead to it");
    }
}

impl raw::Routes {
    fn question(&self, id: &str) -> Option<&raw::Question> {
        self.questions.iter().find(|question| question.id == id)
    }

    fn outcome(&self, id: &str) -> Option<&raw::Outcome> {
        self.outcomes.iter().find(|outcome| outcome.id == id)
    }
}
