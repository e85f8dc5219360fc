//! Answering a question of "Who can help me?" by its number or in words.

use super::app::{App, Focus, no_answer};
use super::meant;
use super::place::Place;
use crate::knowledge::routes::Question;

/// Yes, no, not sure.
const ANSWERS_IN_A_LANGUAGE: usize = 3;
const YES_OR_NO: usize = 2;

impl App {
    /// The question on the screen.
    fn question(&self) -> Option<&Question> {
        let Place::Question(for_whom, question) = self.visits.place() else { return None };
        Some(&self.knowledge.routes().route(for_whom)[question])
    }

    /// Gives the answer with this number; any other number does nothing.
    pub(super) fn answer(&mut self, number: usize) {
        let answers = match self.visits.place() {
            Place::Spoken(..) => ANSWERS_IN_A_LANGUAGE,
            Place::Letters => YES_OR_NO,
            _ => self.question().map_or(0, |question| question.answers.len()),
        };
        if (1..=answers).contains(&number) {
            self.open(number - 1);
            self.is_answered = true;
        }
    }

    /// Takes a letter of an answer in words. What can be no answer is searched for.
    pub(super) fn answer_letter(&mut self, letter: char) {
        self.answering.push(letter);
        let typed = self.answering.as_str();
        if self.question().is_some_and(|question| meant::may_become(question, typed)) {
            self.focus = Focus::Search;
            self.shown = None;
        } else {
            self.search_answer();
        }
    }

    /// Gives the answer that was typed in words, or searches for them.
    pub(super) fn enter_answer(&mut self) {
        let typed = self.answering.as_str();
        match self.question().and_then(|question| meant::answer(question, typed)) {
            Some(answer) => self.open(answer),
            None => self.search_answer(),
        }
    }

    fn search_answer(&mut self) {
        let typed = std::mem::replace(&mut self.answering, no_answer());
        self.search(&typed);
    }
}
