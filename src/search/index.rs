//! The index: all that is worked out of documents before the first key is pressed. It is the same in
//! memory and in the file of a pack.
//!
//! It names documents by their place and has no text of any: an index that lies finds the wrong
//! service of its own list, and can do no more.

use std::sync::Arc;

use super::Document;
use super::builder::Builder;
use super::fields::rarity;
use super::language::Language;
use super::lexicon::Lexicon;
use super::numbers::Numbers;
use super::phrases::Phrases;
use super::postings::{MOST_DOCUMENTS, Postings};

/// Pieces of memory that an index is made of.
const PARTS: usize = 14;

/// What is known of documents.
pub struct Index {
    /// All words and their stems.
    pub lexicon: Lexicon,
    /// Where the stems stand.
    pub postings: Postings,
    /// The titles, keywords and asks.
    pub phrases: Phrases,
    pub numbers: Numbers,
    /// How many documents there are.
    pub documents: usize,
}

impl Index {
    /// Reads documents; more than an index can have are left out.
    pub fn of<'a>(documents: impl IntoIterator<Item = Document<'a>>) -> Self {
        let mut builder = Builder::new(Language::english());
        documents.into_iter().take(MOST_DOCUMENTS).for_each(|document| builder.add(&document));
        builder.finish()
    }

    /// Takes bytes from outside, if they are an index of so many documents: every place in it leads
    /// to something.
    pub fn open(parts: &[Arc<[u8]>], documents: usize) -> Option<Self> {
        let parts: &[Arc<[u8]>; PARTS] = parts.try_into().ok()?;
        let [words, word_ends, stems, stem_ends, terms, rest @ ..] = parts.clone();
        let [packed, ends, phrases @ .., digits, digit_ends, owners, endings] = rest;
        let language = Language::english();
        let lexicon = Lexicon::open([words, word_ends, stems, stem_ends, terms])?;
        let stems = lexicon.stem_count();
        let postings = Postings::open(packed, ends, stems, documents)?;
        let frequency = |stem| rarity(postings.frequency(stem), documents);
        let rarities = (0..u32::try_from(stems).ok()?).map(frequency).collect();
        Some(Self {
            lexicon: lexicon.with_rarities(language, rarities),
            postings,
            phrases: Phrases::open(phrases, documents, stems)?,
            numbers: Numbers::open([digits, digit_ends, owners, endings], documents)?,
            documents,
        })
    }

    /// As [`Index::open`] takes them.
    pub fn parts(&self) -> Vec<&[u8]> {
        let (words, postings) = (self.lexicon.parts(), self.postings.parts());
        [&words[..], &postings, &self.phrases.parts(), &self.numbers.parts()].concat()
    }
}
