//! Finding: a person's own words to the documents that answer them.
//!
//! A question is folded, cut into words and stemmed; each word is expanded to what it may mean;
//! documents are ranked by what those words say about them (BM25F) and by how near one of their
//! phrases comes to the whole question. Words of danger put one document before all others.
//!
//! A tuned constant says in brackets how many of the 612 questions in `tests/all/search` find their
//! page first with which value: `tests/constants 'FLOOR: f32 = ' 0.42 0.47 0.52` asks them again.
//! One that says "the same" is held by sense, not by these questions.

mod best;
mod builder;
mod column;
mod danger;
mod entries;
mod expand;
mod explained;
mod fields;
mod first_words;
pub mod fold;
mod guess;
mod highlight;
mod index;
pub mod language;
mod lexicon;
mod near;
mod numbers;
mod phrases;
mod postings;
mod query;
mod rank;
mod reading;
mod small_talk;
mod sorted_words;
mod stem;
mod synonyms;
mod trigrams;
mod trust;
mod typed_in;
mod typos;
pub mod words;
mod workers;

use fuzzy_matcher::skim::SkimMatcherV2;

use crate::knowledge::entry::EntryIndex;

pub use danger::{DangerLevel, alarm};
pub use entries::{EntryHit, Finding};
pub use highlight::{Highlighter, highlights};
pub use near::{index, is_index};

/// What the engine is told of one thing that can be found.
#[derive(Clone, Debug, Default)]
pub struct Document<'a> {
    /// Its name.
    pub title: &'a str,
    /// Words and short names people use for it.
    pub keywords: Vec<&'a str>,
    /// Short ways a person would ask for it.
    pub asks: Vec<&'a str>,
    /// It in a sentence.
    pub summary: &'a str,
    /// All of its text.
    pub body: Vec<&'a str>,
    /// Its telephone numbers as they are written.
    pub numbers: Vec<&'a str>,
}

/// A document that answers a question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// Its place in the order the engine was given.
    pub document: usize,
    /// How well it answers; only good for comparing hits of one search.
    pub score: f32,
}

/// What answers a question.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answers<Hit> {
    /// Best first.
    pub hits: Vec<Hit>,
    /// Whether the best one answers; or the nearest few that may.
    pub is_sure: bool,
    /// Whether somebody tells of danger now.
    pub danger: Option<DangerLevel>,
}

/// An index of documents that answers questions.
pub struct Engine {
    language: &'static language::Language,
    lexicon: lexicon::Lexicon,
    postings: postings::Postings,
    phrases: phrases::Phrases,
    numbers: numbers::Numbers,
    synonyms: synonyms::Synonyms,
    matcher: SkimMatcherV2,
    first_words: first_words::FirstWords,
    /// The entry of each document, where documents are entries.
    entries: Vec<EntryIndex>,
    /// The pages for workers, which are searched on their own.
    of_workers: Option<Box<Engine>>,
    /// The services of lists: indexes of their own, that move nothing here.
    near: Vec<near::Near>,
    /// The documents that are not for whoever asks; none where all are.
    hidden: Vec<bool>,
    /// Whether it holds local services: for them no subject is far from what people ask here, and
    /// "shoes" are shoes.
    is_local: bool,
    document_count: usize,
    emergency: Option<usize>,
    /// What a word counts for that stands nowhere.
    unknown_importance: f32,
    /// The most a common word counts for.
    common_importance: f32,
}

impl Engine {
    /// Reads `documents`; `emergency` is the place of the one to put first for words of danger.
    #[must_use]
    pub fn build<'a>(
        documents: impl IntoIterator<Item = Document<'a>>,
        emergency: Option<usize>,
    ) -> Self {
        Self::over(index::Index::of(documents), emergency)
    }

    /// An engine over an index that is there.
    fn over(index: index::Index, emergency: Option<usize>) -> Self {
        let language = language::Language::english();
        let count = index.documents;
        Self {
            language,
            synonyms: synonyms::Synonyms::new(language, &index.lexicon),
            lexicon: index.lexicon,
            postings: index.postings,
            phrases: index.phrases,
            numbers: index.numbers,
            matcher: SkimMatcherV2::default().ignore_case(),
            first_words: first_words::FirstWords::default(),
            entries: Vec::new(),
            of_workers: None,
            near: Vec::new(),
            hidden: Vec::new(),
            is_local: false,
            document_count: count,
            emergency: emergency.filter(|&place| place < count),
            unknown_importance: fields::rarity(1, count),
            common_importance: fields::rarity(1, count) * lexicon::COMMON_SHARE,
        }
    }

    /// The documents that answer `typed`, best first, at most `limit`; equals stand in the order
    /// they were given. Nothing relevant gives nothing.
    #[must_use]
    pub fn search(&self, typed: &str, limit: usize) -> Answers<Hit> {
        self.answers(&query::Query::new(typed, self.language), limit)
    }

    fn answers(&self, query: &query::Query, limit: usize) -> Answers<Hit> {
        let mut answers = self.rank(query, limit);
        let Some(document) = self.emergency else { return answers };
        answers.danger = self.language.danger(&query.texts);
        let Answers { hits, is_sure, danger } = &mut answers;
        if *danger == Some(DangerLevel::Sure) {
            hits.retain(|hit| *is_sure && hit.document != document);
            let score = hits.iter().map(|hit| hit.score).fold(0.0, f32::max) + 1.0;
            hits.insert(0, Hit { document, score });
            hits.truncate(limit);
            *is_sure = true;
        } else if !*is_sure {
            // Its number stands beside every list: a page that may fit takes its place.
            hits.retain(|hit| hit.document != document);
        }
        answers
    }
}
