//! Reading: the lists of all words side by side, a window of documents at a time.
//!
//! A document is left as soon as the most it can reach is no more than the best have. So every
//! document of any corpus gets its whole score, or could not have been among the best.

use super::best::Best;
use super::expand::{Expansion, Variant};
use super::postings::{List, WINDOW};
use super::rank::{Answer, Question};
use super::{Engine, Hit};

/// Which lists are read.
struct Plan<'a> {
    /// The words without which no document is found, the most important first.
    needed: Vec<(&'a Expansion, Vec<Meant<'a>>)>,
    /// The other words, the most important last: looked up in the documents that are found.
    others: Vec<(&'a Expansion, Vec<Meant<'a>>)>,
    /// The most that the others say.
    most: Answer,
}

/// A meaning of a word, and its documents from here on.
struct Meant<'a> {
    variant: Variant,
    list: List<'a>,
}

/// What has been read of the documents of a window.
struct Sums {
    answers: Vec<Answer>,
    /// What the best meaning of the word being read says, and how far it is trusted.
    word: Vec<(f32, f32)>,
    /// How many documents of the window may hold a word.
    reached: usize,
}

impl Engine {
    /// Scores all documents that hold a word of `question` and may be among the best.
    pub(super) fn read(&self, question: &Question, best: &mut Best) {
        let mut plan = self.plan(question);
        let mut sums = Sums::new(self.document_count.min(WINDOW));
        loop {
            self.leave_words(&mut plan, question, best);
            let Some(start) = plan.next_document() else { return };
            for (expansion, meanings) in &mut plan.needed {
                sums.add(expansion, meanings, start);
            }
            for (answer, document) in sums.take().zip(start..) {
                let most = answer.with(&plan.most);
                if answer.said > 0.0 && best.takes(question.most(&most)) {
                    self.weigh(document, answer, question, &mut plan, best);
                }
            }
        }
    }

    fn plan<'a>(&'a self, question: &'a Question) -> Plan<'a> {
        let meant =
            |&variant: &Variant| Meant { variant, list: self.postings.of_term(variant.term) };
        let meanings = |expansion: &'a Expansion| expansion.variants.iter().map(meant).collect();
        let words = question.expansions.iter();
        Plan {
            needed: words.map(|expansion| (expansion, meanings(expansion))).collect(),
            others: Vec::new(),
            most: Answer::default(),
        }
    }

    /// Leaves the lists of the least important words unread, as many as find nothing on their own:
    /// between them they cannot reach the floor, or no more than the best have.
    fn leave_words(&self, plan: &mut Plan, question: &Question, best: &Best) {
        while let Some((expansion, _)) = plan.needed.last() {
            let mut most = plan.most;
            self.look_up_most(expansion, &mut most);
            if question.may_answer(&most)
                && best.takes(question.most(&most.with(&Answer::default())))
            {
                return;
            }
            plan.most = most;
            plan.others.extend(plan.needed.pop());
        }
    }

    /// Scores one document, unless it cannot be among the best.
    fn weigh(
        &self,
        document: u32,
        mut answer: Answer,
        question: &Question,
        plan: &mut Plan,
        best: &mut Best,
    ) {
        for (expansion, meanings) in plan.others.iter_mut().rev() {
            answer.add_word(expansion, meanings.iter_mut().map(|meant| meant.list.seek(document)));
        }
        if question.fit(document).is_some() || !best.takes(question.most(&answer)) {
            return;
        }
        if let Some(score) = self.score(document, &answer, question) {
            best.push(Hit { document: document as usize, score });
        }
    }
}

impl Plan<'_> {
    /// The first document that has not been read.
    fn next_document(&self) -> Option<u32> {
        let meanings = self.needed.iter().flat_map(|(_, meanings)| meanings);
        meanings.filter_map(|meant| meant.list.first()).min()
    }
}

impl Sums {
    fn new(room: usize) -> Self {
        Self { answers: vec![Answer::default(); room], word: vec![(0.0, 0.0); room], reached: 0 }
    }

    /// Adds what one word says about the documents of the window from `start` on.
    fn add(&mut self, expansion: &Expansion, meanings: &mut [Meant], start: u32) {
        let mut reached = 0;
        for Meant { variant, list } in meanings {
            for (place, said) in list.take_window(start) {
                let word = &mut self.word[place];
                word.0 = word.0.max(f32::from(said.impact) * variant.weight);
                word.1 = word.1.max(variant.trust);
                self.answers[place].add_phrase(said, *variant);
                reached = reached.max(place + 1);
            }
        }
        for (word, answer) in self.word[..reached].iter_mut().zip(&mut self.answers) {
            if word.1 > 0.0 {
                answer.add(word.0, word.1, expansion);
                *word = (0.0, 0.0);
            }
        }
        self.reached = self.reached.max(reached);
    }

    /// Takes the answers of the window out, so that the next begins with none.
    fn take(&mut self) -> impl Iterator<Item = Answer> {
        let reached = std::mem::take(&mut self.reached);
        self.answers[..reached].iter_mut().map(std::mem::take)
    }
}
