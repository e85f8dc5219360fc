//! Ranking: a closer look at the documents that may answer, and the floor they must pass.

use super::{
    Engine, Hit,
    expand::Expansion,
    query::{Kind, Query, QueryWord},
};

/// What the nearest phrase adds, at most, as a share of what the words say.
const PHRASE_BONUS: f32 = 1.0;
/// What a telephone number in the question adds: it always wins over words.
const NUMBER_BONUS: f32 = 100_000.0;
/// The share of the question's weight a document must answer to be found.
const FLOOR: f32 = 0.47;
/// The share that is enough when two words are answered, or one that says much, or when somebody
/// tells what happened: then a page that may help is better than none.
const LOW_FLOOR: f32 = 0.32;
/// What says much: nearly the 255 that one word can say.
const MUCH: f32 = 230.0;

/// A question as the documents are asked it.
struct Question {
    expansions: Vec<Expansion>,
    /// The weight of all its words.
    weight: f32,
    /// Whether somebody tells what happened.
    is_told: bool,
    /// How well it asks for each stem, 0 to 1.
    wanted: Vec<f32>,
    /// The documents with a telephone number in it, and how well that fits.
    numbered: Vec<(u32, f32)>,
}

/// How one document answers.
#[derive(Default)]
struct Answer {
    /// The sum of what its words say.
    said: f32,
    /// The weight of the words it answers.
    covered: f32,
    /// How many words it answers that are not common.
    telling: usize,
}

impl Engine {
    /// The documents that answer `query`, best first.
    pub(super) fn rank(&self, query: &Query, limit: usize) -> Vec<Hit> {
        let question = self.question(query);
        let mut documents = self.candidates(&question.expansions);
        documents.extend(question.numbered.iter().map(|numbered| numbered.0));
        documents.sort_unstable();
        documents.dedup();
        let score = |document| Some((document, self.score(document, &question)?));
        let mut hits: Vec<Hit> = documents
            .into_iter()
            .filter_map(score)
            .map(|(document, score)| Hit { document: document as usize, score })
            .collect();
        hits.sort_by(|one, other| {
            other.score.total_cmp(&one.score).then(one.document.cmp(&other.document))
        });
        hits.truncate(limit);
        hits
    }

    fn question(&self, query: &Query) -> Question {
        let words = query.words.iter().filter(|word| self.counts(word));
        let expansions: Vec<Expansion> = words.map(|word| self.expand(word)).collect();
        let mut wanted: Vec<f32> = vec![0.0; self.lexicon.stem_count()];
        for variant in expansions.iter().flat_map(|expansion| &expansion.variants) {
            let wanted = &mut wanted[variant.term as usize];
            *wanted = wanted.max(variant.trust);
        }
        Question {
            weight: expansions.iter().map(|expansion| expansion.importance).sum(),
            numbered: query.numbers.iter().flat_map(|run| self.numbers.find(run)).collect(),
            is_told: query.is_told,
            expansions,
            wanted,
        }
    }

    fn counts(&self, word: &QueryWord) -> bool {
        word.kind != Kind::Opposite || self.lexicon.stem(&word.stem).is_some()
    }

    /// How well `document` answers, if it does.
    fn score(&self, document: u32, question: &Question) -> Option<f32> {
        let fit = question.numbered.iter().find(|numbered| numbered.0 == document).map(|it| it.1);
        let answer = self.answer(document, question);
        let coverage = answer.covered / question.weight.max(f32::MIN_POSITIVE);
        let is_likely = question.is_told || answer.said >= MUCH || answer.telling >= 2;
        let floor = if is_likely { LOW_FLOOR } else { FLOOR };
        let is_found = answer.said > 0.0 && coverage >= floor;
        if !is_found && fit.is_none() {
            return None;
        }
        let likeness =
            self.phrases.likeness(document, &question.wanted, question.weight, &self.lexicon);
        let phrase = 1.0 + PHRASE_BONUS * likeness * likeness;
        let words = answer.said * (1.0 + coverage) / 2.0 * phrase;
        Some(words + fit.unwrap_or_default() * NUMBER_BONUS)
    }

    fn answer(&self, document: u32, question: &Question) -> Answer {
        let mut answer = Answer::default();
        for expansion in &question.expansions {
            let mut said: f32 = 0.0;
            let mut trust: f32 = 0.0;
            for variant in &expansion.variants {
                let impact = self.postings.impact(document, variant.term);
                if impact > 0 {
                    said = said.max(f32::from(impact) * variant.weight);
                    trust = trust.max(variant.trust);
                }
            }
            answer.said += said;
            answer.covered += trust * expansion.importance;
            answer.telling += usize::from(expansion.is_telling && trust > 0.0);
        }
        answer
    }
}
