//! `airt who`: at most three questions in lines, or all of them as JSON.

use std::io::Write;
use std::process::ExitCode;

use serde::Serialize;

use super::arguments::{Arguments, Who};
use super::conversation::{self, Begin};
use super::format::write_json;
use super::show::{PhoneRow, phone_row};
use crate::error::Error;
use crate::interface::context::Context;
use crate::interface::page::calls::{self, Say};
use crate::interface::place::Place;
use crate::interface::settings::TimeSource;
use crate::knowledge::routes::{Answer, ForWhom, LeadsTo, Outcome, Question, Route, Suggestion};

pub(super) fn run(
    output: &mut dyn Write,
    context: &Context,
    arguments: &Arguments,
    time: TimeSource,
    who: &Who,
) -> Result<ExitCode, Error> {
    if who.json {
        let routes: Vec<RouteRow> =
            ForWhom::ALL.iter().map(|&for_whom| route(context, for_whom)).collect();
        write_json(output, &routes)?;
    } else {
        let begin = Begin::Who(who.for_whom.into());
        let (knowledge, words) = (context.knowledge, context.words);
        conversation::run(output, arguments, Place::Home, time, knowledge, words, begin)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The questions for one person; the first one is asked first.
#[derive(Serialize)]
struct RouteRow<'a> {
    #[serde(rename = "for")]
    for_whom: &'a str,
    intro: &'a str,
    questions: Vec<QuestionRow<'a>>,
    outcomes: Vec<OutcomeRow<'a>>,
}

#[derive(Serialize)]
struct QuestionRow<'a> {
    id: &'a str,
    ask: &'a str,
    note: Option<&'a str>,
    answers: Vec<AnswerRow<'a>>,
}

/// An answer leads to a question to `ask` or to an outcome to `call`.
#[derive(Serialize)]
struct AnswerRow<'a> {
    id: &'a str,
    words: &'a str,
    ask: Option<&'a str>,
    call: Option<&'a str>,
}

#[derive(Serialize)]
struct OutcomeRow<'a> {
    id: &'a str,
    title: &'a str,
    call: Vec<SuggestionRow<'a>>,
}

#[derive(Serialize)]
struct SuggestionRow<'a> {
    entry: &'a str,
    why: &'a str,
    /// Those that are answered now first.
    phones: Vec<PhoneRow<'a>>,
}

fn route<'a>(context: &Context<'a>, for_whom: ForWhom) -> RouteRow<'a> {
    let route = context.knowledge.routes().route(for_whom);
    RouteRow {
        for_whom: for_whom.id(),
        intro: route.intro(),
        questions: route.questions().iter().map(|one| question(route, one)).collect(),
        outcomes: route.outcomes().iter().map(|one| outcome(context, one)).collect(),
    }
}

fn question<'a>(route: &'a Route, question: &'a Question) -> QuestionRow<'a> {
    QuestionRow {
        id: &question.id,
        ask: &question.ask,
        note: question.note.as_deref(),
        answers: question.answers.iter().map(|one| answer(route, one)).collect(),
    }
}

fn answer<'a>(route: &'a Route, answer: &'a Answer) -> AnswerRow<'a> {
    let (ask, call) = match answer.leads_to {
        LeadsTo::Question(question) => (Some(route[question].id.as_str()), None),
        LeadsTo::Outcome(outcome) => (None, Some(route[outcome].id.as_str())),
    };
    AnswerRow { id: &answer.id, words: &answer.words, ask, call }
}

fn outcome<'a>(context: &Context<'a>, outcome: &'a Outcome) -> OutcomeRow<'a> {
    OutcomeRow {
        id: &outcome.id,
        title: &outcome.title,
        call: outcome.call.iter().map(|one| suggestion(context, one)).collect(),
    }
}

fn suggestion<'a>(context: &Context<'a>, suggestion: &'a Suggestion) -> SuggestionRow<'a> {
    let calls = calls::own(context, suggestion.entry, Say::Brief);
    let phones = calls.iter().filter_map(|call| call.to.phone());
    SuggestionRow {
        entry: &context.knowledge[suggestion.entry].id,
        why: &suggestion.why,
        phones: phones.map(|phone| phone_row(context, &context.knowledge[phone])).collect(),
    }
}
