//! Reading: the lists of all words side by side, a window of documents at a time.
//!
//! A document is left as soon as the most it can reach is no more than the best have. So every
//! document of any corpus gets its whole score, or could not have been among the best.

use super::best::Best;
use super::expand::{Expansion, Variant};
use super::postings::{List, WINDOW};
use super::rank::{Answer, LOW_FLOOR, Question};
use super::{Engine, Hit};

/// The words without which no document is found, and the most that all others can add.
struct Plan<'a> {
    needed: Vec<(&'a Expansion, Vec<Meant<'a>>)>,
    others: &'a [Expansion],
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
}

impl Engine {
    /// Scores all documents that hold a word of `question` and may be among the best.
    pub(super) fn read(&self, question: &Question, best: &mut Best) {
        let mut plan = self.plan(question);
        let room = self.document_count.min(WINDOW);
        let mut sums =
            Sums { answers: vec![Answer::default(); room], word: vec![(0.0, 0.0); room] };
        while let Some(start) = plan.next_document() {
            for (expansion, meanings) in &mut plan.needed {
                sums.add(expansion, meanings, start);
            }
            for (answer, document) in sums.answers.iter_mut().zip(start..) {
                let answer = std::mem::take(answer);
                if answer.said > 0.0 && question.fit(document).is_none() {
                    self.weigh(document, answer, question, &plan, best);
                }
            }
        }
    }

    /// Parts the words, which stand in falling order of importance: those at the end that cannot
    /// reach the floor between them find nothing on their own.
    fn plan<'a>(&'a self, question: &'a Question) -> Plan<'a> {
        let mut most = Answer::default();
        let mut needed = question.expansions.len();
        for expansion in question.expansions.iter().rev() {
            let with_it = most.with_most_of(expansion);
            // A little less than the floor, for what rounding may take away.
            if with_it.covered >= 0.999 * LOW_FLOOR * question.weight {
                break;
            }
            most = with_it;
            needed -= 1;
        }
        let (needed, others) = question.expansions.split_at(needed);
        let meant =
            |&variant: &Variant| Meant { variant, list: self.postings.of_term(variant.term) };
        let needed = needed
            .iter()
            .map(|expansion| (expansion, expansion.variants.iter().map(meant).collect()))
            .collect();
        Plan { needed, others, most }
    }

    /// Scores one document, unless it cannot be among the best.
    fn weigh(
        &self,
        document: u32,
        mut answer: Answer,
        question: &Question,
        plan: &Plan,
        best: &mut Best,
    ) {
        if !plan.others.is_empty() {
            if !best.takes(question.most(&answer.with(&plan.most))) {
                return;
            }
            plan.others.iter().for_each(|other| self.look_up(document, other, &mut answer));
        }
        if !best.takes(question.most(&answer)) {
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
        meanings.filter_map(|meant| meant.list.documents.first()).min().copied()
    }
}

impl Sums {
    /// Adds what one word says about the documents of the window from `start` on.
    fn add(&mut self, expansion: &Expansion, meanings: &mut [Meant], start: u32) {
        let mut reached = 0;
        for Meant { variant, list } in meanings {
            let part = list.take_window(start);
            for (&document, &said) in part.documents.iter().zip(part.said) {
                let place = (document - start) as usize;
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
    }
}
