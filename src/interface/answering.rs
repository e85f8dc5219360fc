//! Answering a question of "Who can help me?" by its number or in words.

use super::app::{App, Focus, no_answer};
use super::meant;

impl App {
    /// The words of each answer to the question on the screen.
    fn answers(&self) -> Vec<Vec<String>> {
        meant::answers(&self.context(), self.visits.place())
    }

    /// Gives the answer with this number, if there is one.
    pub(super) fn answer(&mut self, number: usize) {
        let answers = self.answers().len();
        if (1..=answers).contains(&number) {
            self.open(number - 1);
            self.is_answered = true;
        }
    }

    /// Takes a letter of an answer in words. What can be no answer is searched for.
    pub(super) fn answer_letter(&mut self, letter: char) {
        self.answering.push(letter);
        let typed = self.answering.as_str();
        if meant::may_become(&self.answers(), typed) {
            self.focus = Focus::Search;
            self.shown = None;
        } else {
            self.search_answer();
        }
    }

    /// Gives the answer that was typed in words, or searches for them.
    pub(super) fn enter_answer(&mut self) {
        let typed = self.answering.as_str();
        match meant::answer(&self.answers(), typed) {
            Some(answer) => self.open(answer),
            None => self.search_answer(),
        }
    }

    fn search_answer(&mut self) {
        let typed = std::mem::replace(&mut self.answering, no_answer());
        self.search(&typed);
    }
}
