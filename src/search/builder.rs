//! Building the index: everything that can be worked out before the first key is pressed.

use std::collections::HashMap;

use super::{
    Document,
    fields::{FIELD_COUNT, Field, impact, rarity},
    fold::fold,
    index::Index,
    language::{Language, opposite},
    lexicon::Lexicon,
    numbers::Numbers,
    phrases::Phrases,
    postings::{Posting, Postings, Said, WHOLE, small},
    words::words,
};

/// Mentions of one term in one field of one document.
struct Mentions {
    document: u32,
    term: u32,
    field: Field,
    count: u32,
}

/// Reads documents one after another, then makes the index of them.
pub struct Builder {
    language: &'static Language,
    /// Each word met so far with its number and the number of its stem.
    words: HashMap<String, u32>,
    stems: HashMap<String, u32>,
    mentions: Vec<Mentions>,
    lengths: Vec<[u32; FIELD_COUNT]>,
    phrases: Vec<Vec<Vec<u32>>>,
    numbers: Vec<(String, u32)>,
}

impl Builder {
    /// An empty builder.
    pub fn new(language: &'static Language) -> Self {
        Self {
            language,
            words: HashMap::new(),
            stems: HashMap::new(),
            mentions: Vec::new(),
            lengths: Vec::new(),
            phrases: Vec::new(),
            numbers: Vec::new(),
        }
    }

    /// Reads one document.
    pub fn add(&mut self, document: &Document) {
        let numbers = document.numbers.iter().map(|&number| number.to_owned());
        let place = small(self.lengths.len());
        self.numbers.extend(numbers.map(|number| (number, place)));
        self.lengths.push([0; FIELD_COUNT]);
        let title = self.read(document.title, Field::Title);
        let keywords: Vec<_> =
            document.keywords.iter().map(|text| self.read(text, Field::Keywords)).collect();
        let asks: Vec<_> = document.asks.iter().map(|text| self.read(text, Field::Asks)).collect();
        self.read(document.summary, Field::Summary);
        for paragraph in &document.body {
            self.read(paragraph, Field::Body);
        }
        self.phrases.push(std::iter::once(title).chain(keywords).chain(asks).collect());
    }

    /// Reads a text and returns its stems.
    fn read(&mut self, text: &str, field: Field) -> Vec<u32> {
        let document = self.lengths.len() - 1;
        let words = words(fold(text).text());
        let mut terms: Vec<u32> = words.iter().map(|word| self.term(&word.text)).collect();
        self.lengths[document][field as usize] += small(terms.len());
        for word in self.language.negated(words.iter().map(|word| word.text.as_str())) {
            let opposite = opposite(&self.language.stem(word));
            terms.push(self.stem(opposite));
        }
        let mut sorted = terms;
        sorted.sort_unstable();
        for same in sorted.chunk_by(|one, other| one == other) {
            self.mentions.push(Mentions {
                document: small(document),
                term: same[0],
                field,
                count: small(same.len()),
            });
        }
        sorted.dedup();
        sorted
    }

    /// The number of the stem of `word`; new words and stems get the next number.
    fn term(&mut self, word: &str) -> u32 {
        if let Some(&term) = self.words.get(word) {
            return term;
        }
        let stem = self.language.stem(word).into_owned();
        let term = self.stem(stem);
        self.words.insert(word.to_owned(), term);
        term
    }

    fn stem(&mut self, stem: String) -> u32 {
        let next = small(self.stems.len());
        *self.stems.entry(stem).or_insert(next)
    }

    /// Makes the index.
    pub fn finish(mut self) -> Index {
        let order = self.sort_stems();
        let worths = self.worths(&order);
        let documents = self.lengths.len();
        let frequencies = frequencies(&worths, self.stems.len());
        let rarities: Vec<f32> =
            frequencies.iter().map(|&frequency| rarity(frequency, documents)).collect();
        let phrases = Phrases::new(&self.phrases, &order);
        let impacts = impacts(&worths, &rarities);
        let lexicon = Lexicon::new(self.language, self.words, self.stems, rarities);
        let shares = shares(&worths, &phrases, &lexicon);
        let postings = worths.iter().zip(impacts.into_iter().zip(shares)).map(posting).collect();
        let numbers = self.numbers.iter().map(|(number, document)| (number.as_str(), *document));
        Index {
            postings: Postings::new(postings, lexicon.stem_count()),
            numbers: Numbers::new(numbers),
            phrases,
            lexicon,
            documents,
        }
    }

    /// Renumbers words and stems in the order of their letters; returns the new number of each.
    fn sort_stems(&mut self) -> Vec<u32> {
        let mut sorted: Vec<_> = self.stems.iter_mut().collect();
        sorted.sort_unstable();
        let mut order = vec![0; sorted.len()];
        for (place, (_, number)) in sorted.into_iter().enumerate() {
            order[*number as usize] = small(place);
            *number = small(place);
        }
        for term in self.words.values_mut() {
            *term = order[*term as usize];
        }
        order
    }

    /// What each term is worth in each document, all fields together, sorted.
    fn worths(&mut self, order: &[u32]) -> Vec<(u32, u32, f32)> {
        for mentions in &mut self.mentions {
            mentions.term = order[mentions.term as usize];
        }
        self.mentions.sort_unstable_by_key(|mentions| {
            (mentions.document, mentions.term, mentions.field as usize)
        });
        let averages = averages(&self.lengths);
        self.mentions
            .chunk_by(|one, other| (one.document, one.term) == (other.document, other.term))
            .map(|same| {
                let worth = same.iter().map(|mentions| self.worth(mentions, &averages)).sum();
                (same[0].document, same[0].term, worth)
            })
            .collect()
    }

    #[expect(clippy::cast_precision_loss, reason = "a field never holds millions of words")]
    fn worth(&self, mentions: &Mentions, averages: &[f32; FIELD_COUNT]) -> f32 {
        let field = mentions.field as usize;
        let length = self.lengths[mentions.document as usize][field] as f32;
        mentions.field.worth(mentions.count, length / averages[field])
    }
}

/// The average length of each field.
#[expect(clippy::cast_precision_loss, reason = "lengths stay far below 16 million")]
fn averages(lengths: &[[u32; FIELD_COUNT]]) -> [f32; FIELD_COUNT] {
    std::array::from_fn(|field| {
        let total: u32 = lengths.iter().map(|lengths| lengths[field]).sum();
        (total as f32 / lengths.len().max(1) as f32).max(1.0)
    })
}

/// How many documents hold each term.
fn frequencies(worths: &[(u32, u32, f32)], terms: usize) -> Vec<usize> {
    let mut frequencies = vec![0; terms];
    for (_, term, _) in worths {
        frequencies[*term as usize] += 1;
    }
    frequencies
}

/// What each term says about each document, scaled so that the most is 255.
fn impacts(worths: &[(u32, u32, f32)], rarities: &[f32]) -> Vec<u8> {
    let exact = |&(_, term, worth): &(u32, u32, f32)| impact(worth, rarities[term as usize]);
    let greatest = worths.iter().map(exact).fold(f32::MIN_POSITIVE, f32::max);
    worths.iter().map(|worth| scaled(exact(worth) / greatest, u8::MAX)).collect()
}

/// How much each term of `worths` is of a phrase of its document, the phrase it fills best.
fn shares(worths: &[(u32, u32, f32)], phrases: &Phrases, lexicon: &Lexicon) -> Vec<u8> {
    let mut best: Vec<u8> = vec![0; lexicon.stem_count()];
    let of_document = |held: &[(u32, u32, f32)]| -> Vec<u8> {
        for phrase in phrases.of_document(held[0].0) {
            let phrase: Vec<u32> = phrase.collect();
            let weight: f32 = phrase.iter().map(|&term| lexicon.importance(term)).sum();
            for term in phrase {
                let share = scaled(lexicon.importance(term) / weight, WHOLE);
                best[term as usize] = best[term as usize].max(share);
            }
        }
        held.iter().map(|&(_, term, _)| std::mem::take(&mut best[term as usize])).collect()
    };
    worths.chunk_by(|one, other| one.0 == other.0).flat_map(of_document).collect()
}

fn posting((worth, (impact, share)): (&(u32, u32, f32), (u8, u8))) -> Posting {
    Posting { document: worth.0, term: worth.1, said: Said { impact, share } }
}

/// A share as 1 to `most`, rounded up.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
fn scaled(share: f32, most: u8) -> u8 {
    (share * f32::from(most)).ceil().clamp(1.0, f32::from(most)) as u8
}
