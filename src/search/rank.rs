//! Ranking: what a document must say to answer, and how well it does.

use super::best::Best;
use super::expand::{Expansion, Variant};
use super::phrases::Phrases;
use super::postings::{Said, WHOLE, small};
use super::query::{Kind, Query, QueryWord};
use super::{Answers, Engine, Hit};

/// What the nearest phrase adds, at most, as a share of what the words say
/// (0: 560, 0.5: 570, 1: 573, 1.5: 573).
const PHRASE_BONUS: f32 = 1.0;
/// What a telephone number in the question adds: it always wins over words.
const NUMBER_BONUS: f32 = 100_000.0;
/// The share of the question's weight a document must answer to be found
/// (0.37: 566, 0.42: 570, 0.47: 573, 0.52: 571).
const FLOOR: f32 = 0.47;
/// The share that is enough when two words are answered, or when somebody
/// tells what happened: then a page that may help is better than none
/// (0.22: 569, 0.27: 572, 0.32: 573, 0.37: 573, 0.42: 571).
const LOW_FLOOR: f32 = 0.32;
/// The share the best document answers where it is given as sure: of 456 right ones and 40 wrong
/// ones (0.6: 440 and 37, 0.7: 427 and 28, 0.8: 405 and 22).
const SURE: f32 = 0.7;
/// The most documents given where none is sure: few enough to read each name.
pub(super) const MOST_PERHAPS: usize = 3;

/// A question as the documents are asked it.
pub struct Question {
    /// Its words, the most important first.
    pub expansions: Vec<Expansion>,
    /// The weight of all its words.
    pub weight: f32,
    /// Whether somebody tells what happened.
    is_told: bool,
    /// Whether any page that says something is wanted.
    takes_any: bool,
    /// The stems it asks for, in order, and how well, 0 to 1.
    wanted: Vec<(u32, f32)>,
    /// The documents with a telephone number in it, in order, and how well that fits.
    numbered: Vec<(u32, f32)>,
}

/// How one document answers.
#[derive(Clone, Copy, Default)]
pub struct Answer {
    /// The sum of what its words say.
    pub said: f32,
    /// The weight of the words it answers.
    pub covered: f32,
    /// How many words it answers that are not common.
    telling: u8,
    /// What the wanted stems in its phrases weigh.
    shared: f32,
    /// The most they fill of one phrase.
    filled: f32,
}

impl Engine {
    /// The documents that answer `query`, best first; where none is sure, the few that come
    /// nearest.
    pub(super) fn rank(&self, query: &Query, limit: usize) -> Answers<Hit> {
        let mut question = self.question(query);
        let mut hits = self.best_of(&question, limit);
        let is_sure = hits.first().is_some_and(|hit| self.is_sure(hit, &question));
        if !is_sure {
            question.takes_any = true;
            hits = self.best_of(&question, limit.min(MOST_PERHAPS));
        }
        Answers { hits, is_sure, danger: None }
    }

    fn best_of(&self, question: &Question, limit: usize) -> Vec<Hit> {
        let mut best = Best::new(limit);
        for &(document, _) in &question.numbered {
            let answer = self.answer(document, question);
            if let Some(score) = self.score(document, &answer, question) {
                best.push(Hit { document: document as usize, score });
            }
        }
        self.read(question, &mut best);
        best.into_hits()
    }

    fn is_sure(&self, hit: &Hit, question: &Question) -> bool {
        let document = small(hit.document);
        question.fit(document).is_some()
            || question.coverage(&self.answer(document, question)) >= SURE
    }

    /// The share of the question that a document answers.
    pub(super) fn coverage_of(&self, query: &Query, document: usize) -> f32 {
        let question = self.question(query);
        question.coverage(&self.answer(small(document), &question))
    }

    fn question(&self, query: &Query) -> Question {
        let words = query.words.iter().filter(|word| self.counts(word));
        let mut expansions: Vec<Expansion> = words.map(|word| self.expand(word)).collect();
        expansions.sort_by(|one, other| other.importance.total_cmp(&one.importance));
        let variants = expansions.iter().flat_map(|expansion| &expansion.variants);
        let mut wanted: Vec<_> = variants.map(|variant| (variant.term, variant.trust)).collect();
        wanted.sort_unstable_by(|one, other| one.0.cmp(&other.0).then(other.1.total_cmp(&one.1)));
        wanted.dedup_by_key(|wanted| wanted.0);
        Question {
            weight: expansions.iter().map(|expansion| expansion.importance).sum(),
            numbered: self.numbers.find_all(&query.numbers),
            is_told: query.is_told,
            takes_any: false,
            expansions,
            wanted,
        }
    }

    fn counts(&self, word: &QueryWord) -> bool {
        word.kind != Kind::Opposite || self.lexicon.stem(&word.stem).is_some()
    }

    /// How well `document` answers, if it does.
    pub(super) fn score(&self, document: u32, answer: &Answer, question: &Question) -> Option<f32> {
        let fit = question.fit(document);
        if self.hidden.get(document as usize) == Some(&true) {
            return None;
        }
        if !question.is_answered_by(answer) && fit.is_none() {
            return None;
        }
        let importance = |term| self.lexicon.importance(term);
        let wanted = |term| question.wanted(term);
        let likeness = self.phrases.likeness(document, wanted, question.weight, importance);
        let words = question.worth(answer, likeness);
        Some(words + fit.unwrap_or_default() * NUMBER_BONUS)
    }

    fn answer(&self, document: u32, question: &Question) -> Answer {
        let mut answer = Answer::default();
        for expansion in &question.expansions {
            self.look_up(document, expansion, &mut answer);
        }
        answer
    }

    /// Adds what `document` says to one word.
    fn look_up(&self, document: u32, expansion: &Expansion, answer: &mut Answer) {
        let lists = expansion.variants.iter().map(|variant| self.postings.of_term(variant.term));
        answer.add_word(expansion, lists.map(|list| list.find(document)));
    }

    /// Adds the most that any document says to one word.
    pub(super) fn look_up_most(&self, expansion: &Expansion, answer: &mut Answer) {
        let most = expansion.variants.iter().map(|variant| self.postings.most(variant.term));
        answer.add_word(expansion, most.map(Some));
    }
}

impl Question {
    /// How well a telephone number in the question fits one of `document`.
    pub fn fit(&self, document: u32) -> Option<f32> {
        let found = self.numbered.binary_search_by_key(&document, |numbered| numbered.0);
        found.ok().map(|place| self.numbered[place].1)
    }

    /// How well it asks for a stem, 0 to 1.
    fn wanted(&self, term: u32) -> f32 {
        let found = self.wanted.binary_search_by_key(&term, |wanted| wanted.0);
        found.map_or(0.0, |place| self.wanted[place].1)
    }

    fn is_answered_by(&self, answer: &Answer) -> bool {
        if self.takes_any {
            return answer.telling > 0;
        }
        let is_likely = self.is_told || answer.telling >= 2;
        let floor = if is_likely { LOW_FLOOR } else { FLOOR };
        answer.said > 0.0 && self.coverage(answer) >= floor
    }

    /// Whether a document that says no more than this may be an answer.
    pub fn may_answer(&self, most: &Answer) -> bool {
        // A little less than the floor, for what rounding may take away.
        self.takes_any || most.covered >= 0.999 * LOW_FLOOR * self.weight
    }

    fn coverage(&self, answer: &Answer) -> f32 {
        answer.covered / self.weight.max(f32::MIN_POSITIVE)
    }

    fn worth(&self, answer: &Answer, likeness: f32) -> f32 {
        let phrase = 1.0 + PHRASE_BONUS * likeness * likeness;
        answer.said * (1.0 + self.coverage(answer)) / 2.0 * phrase
    }

    /// The most a document with this answer can be worth; never less than it is, even by rounding.
    pub fn most(&self, answer: &Answer) -> f32 {
        self.worth(answer, Phrases::most_likeness(answer.shared, answer.filled, self.weight))
    }
}

impl Answer {
    /// Adds what the meanings of a word say, if they do.
    pub fn add_word(&mut self, expansion: &Expansion, said: impl Iterator<Item = Option<Said>>) {
        let (mut most_said, mut trust): (f32, f32) = (0.0, 0.0);
        for (&variant, said) in expansion.variants.iter().zip(said) {
            if let Some(said) = said {
                most_said = most_said.max(f32::from(said.impact) * variant.weight);
                trust = trust.max(variant.trust);
                self.add_phrase(said, variant);
            }
        }
        if trust > 0.0 {
            self.add(most_said, trust, expansion);
        }
    }

    /// Adds what one word says.
    pub fn add(&mut self, said: f32, trust: f32, expansion: &Expansion) {
        self.said += said;
        self.covered += trust * expansion.importance;
        self.telling += u8::from(expansion.is_telling);
    }

    /// Adds what a meaning of a word adds to the phrases that hold it.
    pub fn add_phrase(&mut self, said: Said, variant: Variant) {
        if said.share > 0 {
            self.shared += variant.wanted;
            self.filled += f32::from(said.share) / f32::from(WHOLE) * variant.trust;
        }
    }

    /// The two together, and more than rounding can take away.
    pub fn with(&self, other: &Self) -> Self {
        const MARGIN: f32 = 1.0001;
        Self {
            said: (self.said + other.said) * MARGIN,
            covered: (self.covered + other.covered) * MARGIN,
            telling: self.telling + other.telling,
            shared: self.shared + other.shared,
            filled: self.filled + other.filled,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::Document;

    /// Every document of `engine` scored, one after another.
    fn exhaustive(engine: &Engine, typed: &str, limit: usize) -> Vec<Hit> {
        let question = engine.question(&Query::new(typed, engine.language));
        let score =
            |document| engine.score(document, &engine.answer(document, &question), &question);
        let mut hits: Vec<Hit> = (0..small(engine.document_count))
            .filter_map(|document| {
                Some(Hit { document: document as usize, score: score(document)? })
            })
            .collect();
        hits.sort_by(|one, other| other.score.total_cmp(&one.score));
        hits.truncate(limit);
        hits
    }

    const SYLLABLES: [&str; 24] = [
        "ba", "co", "du", "fe", "gi", "ha", "jo", "ku", "la", "me", "ni", "po", "qua", "ri", "so",
        "ta", "ur", "ve", "wi", "xa", "yo", "ze", "stra", "plo",
    ];

    /// The same made-up word each time: small numbers are common ones.
    fn word(number: usize) -> String {
        let [first, second, third] = [number, number / 24 + number * 7, number / 576 + number * 11]
            .map(|n| SYLLABLES[n % 24]);
        format!("{first}{second}{third}")
    }

    /// `count` pages whose words come up as unevenly as people's, from a seed.
    fn pages(count: usize, seed: u64) -> Vec<[String; 4]> {
        let mut state = seed;
        let mut draw = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let roll = usize::try_from(state >> 40).unwrap();
            word((600 << 12) / (roll % (600 << 8) + (1 << 12)) + roll % 3)
        };
        let mut text = |words: usize| (0..words).map(|_| draw()).collect::<Vec<_>>().join(" ");
        (0..count).map(|_| [text(3), text(2), text(2), text(30)]).collect()
    }

    fn engine(pages: &[[String; 4]]) -> Engine {
        let documents = pages.iter().map(|[title, keyword, ask, body]| Document {
            title,
            keywords: vec![keyword],
            asks: vec![ask],
            body: vec![body],
            ..Document::default()
        });
        Engine::build(documents, None)
    }

    #[test]
    fn no_document_is_passed_over_that_would_be_among_the_best() {
        for count in [1, 27, 65, 1_000, 5_000] {
            let pages = pages(count, 7);
            let engine = engine(&pages);
            for place in 0..200 {
                let [title, keyword, ask, body] = &pages[place % count];
                let one = body.split(' ').nth(place % 30).unwrap();
                let other = word(place % 40);
                for typed in [
                    title.clone(),
                    format!("{keyword} {one}"),
                    format!("not {one} {other} {ask}"),
                    format!("{one} {} {other}", word(1)),
                    other[..1].to_owned(),
                    other[..3].to_owned(),
                    format!("the {}x", &one[..one.len() - 1]),
                ] {
                    for limit in [1, 10] {
                        let expected = exhaustive(&engine, &typed, limit);
                        let question = engine.question(&Query::new(&typed, engine.language));
                        assert_eq!(engine.best_of(&question, limit), expected, "{count}: {typed}");
                    }
                }
            }
        }
    }
}
