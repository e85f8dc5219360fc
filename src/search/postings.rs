//! Postings: which documents hold a term, and how much it says about each.

use std::ops::Range;
use std::sync::Arc;

use super::column::Column;

/// One term in one document.
#[derive(Clone, Copy, Debug)]
pub struct Posting {
    pub term: u32,
    pub document: u32,
    pub said: Said,
}

/// What a term says about a document, worked out when the index is built.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// How much: 1 to 255.
    pub impact: u8,
    /// How much of the phrase it fills best is this term, rounded up: [`WHOLE`] is all of it, 0
    /// stands for a term that is in no phrase of the document.
    pub share: u8,
}

/// The share of a term that is the whole phrase.
pub const WHOLE: u8 = 15;

/// An index has no more documents.
pub const MOST_DOCUMENTS: usize = 1 << 20;

/// Documents read together: what is summed up of them fits into the nearest memory.
pub const WINDOW: usize = 2_048;

/// The documents of every term, in order.
#[derive(Clone, Debug)]
pub struct Postings {
    /// The document, then four bits of share and eight of impact.
    packed: Column<4>,
    /// For each term, where its documents end.
    ends: Column<4>,
    /// For each term, the most it says about any document.
    most: Vec<Said>,
}

/// The documents of one term, and what it says about each.
#[derive(Clone, Copy, Debug)]
pub struct List<'a>(&'a [[u8; 4]]);

impl Postings {
    /// Takes each posting once, in any order.
    pub fn new(mut postings: Vec<Posting>, terms: usize) -> Self {
        postings.sort_unstable_by_key(|posting| (posting.term, posting.document));
        let ends = Column::of(ends(terms, postings.iter().map(|posting| posting.term)));
        Self::of(Column::of(postings.iter().map(pack)), ends)
    }

    fn of(packed: Column<4>, ends: Column<4>) -> Self {
        let mut postings = Self { packed, most: Vec::new(), ends };
        postings.most = (0..postings.ends.len()).map(|term| most(postings.list(term))).collect();
        postings
    }

    /// Takes bytes from outside, if they are postings of so many terms and documents.
    pub fn open(
        packed: Arc<[u8]>,
        ends: Arc<[u8]>,
        terms: usize,
        documents: usize,
    ) -> Option<Self> {
        let (packed, ends) = (Column::open(packed)?, Column::<4>::open(ends)?);
        if ends.len() != terms || !ends.divides(packed.len()) {
            return None;
        }
        let postings = Self::of(packed, ends);
        let is_right = |term| postings.list(term).is_right(documents);
        (0..terms).all(is_right).then_some(postings)
    }

    /// As [`Postings::open`] takes them.
    pub fn parts(&self) -> [&[u8]; 2] {
        [self.packed.bytes(), self.ends.bytes()]
    }

    pub fn of_term(&self, term: u32) -> List<'_> {
        self.list(term as usize)
    }

    fn list(&self, term: usize) -> List<'_> {
        List(self.packed.numbers().get(self.range(term)).unwrap_or_default())
    }

    /// The most `term` says about any document.
    pub fn most(&self, term: u32) -> Said {
        self.most[term as usize]
    }

    /// How many documents hold `term`.
    pub fn frequency(&self, term: u32) -> usize {
        self.range(term as usize).len()
    }

    fn range(&self, term: usize) -> Range<usize> {
        self.ends.start(term)..self.ends.get(term) as usize
    }
}

impl<'a> List<'a> {
    /// What the term says about `document`, if it stands there.
    pub fn find(&self, document: u32) -> Option<Said> {
        self.0
            .binary_search_by_key(&document, |posting| self::document(*posting))
            .ok()
            .map(|at| said(self.0[at]))
    }

    /// What the term says about `document`, and no more of the documents before it.
    pub fn seek(&mut self, document: u32) -> Option<Said> {
        let mut high = 1;
        while self.0.get(high).is_some_and(|other| self::document(*other) < document) {
            high *= 2;
        }
        let (low, high) = (high / 2, (high + 1).min(self.0.len()));
        let near = &self.0[low..high];
        let place = low + near.partition_point(|other| self::document(*other) < document);
        self.0 = &self.0[place..];
        let first = self.0.first().filter(|first| self::document(**first) == document);
        first.map(|first| said(*first))
    }

    /// The next document.
    pub fn first(&self) -> Option<u32> {
        self.0.first().map(|posting| document(*posting))
    }

    /// Takes the documents of the window from `start` on off the beginning: the place of each in the
    /// window, and what is said of it.
    pub fn take_window(
        &mut self,
        start: u32,
    ) -> impl DoubleEndedIterator<Item = (usize, Said)> + use<'a> {
        let most = &self.0[..self.0.len().min(WINDOW)];
        let place = move |posting: &[u8; 4]| (document(*posting) - start) as usize;
        let (part, later) =
            self.0.split_at(most.partition_point(|posting| place(posting) < WINDOW));
        self.0 = later;
        part.iter().map(move |posting| (place(posting), said(*posting)))
    }

    /// Whether each document is there once, in order, and something is said of it.
    fn is_right(self, documents: usize) -> bool {
        let in_order = |pair: &[[u8; 4]]| document(pair[0]) < document(pair[1]);
        self.0.windows(2).all(in_order)
            && self.0.last().is_none_or(|last| (document(*last) as usize) < documents)
            && self.0.iter().all(|posting| said(*posting).impact > 0)
    }
}

fn pack(posting: &Posting) -> u32 {
    let Posting { document, said: Said { impact, share }, .. } = posting;
    document << 12 | u32::from(*share) << 8 | u32::from(*impact)
}

const fn document(posting: [u8; 4]) -> u32 {
    u32::from_le_bytes(posting) >> 12
}

const fn said([impact, share, ..]: [u8; 4]) -> Said {
    Said { impact, share: share & 0xf }
}

/// For each of `count` terms, where its postings end, given the term of each in order.
fn ends(count: usize, terms: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut ends = vec![0; count];
    for term in terms {
        ends[term as usize] += 1;
    }
    let mut total = 0;
    for end in &mut ends {
        total += *end;
        *end = total;
    }
    ends
}

fn most(list: List) -> Said {
    let greater = |most: Said, other: Said| Said {
        impact: most.impact.max(other.impact),
        share: most.share.max(other.share),
    };
    list.0.iter().map(|posting| said(*posting)).fold(Said::default(), greater)
}

/// A count as 32 bits: an index never holds four billion of anything.
pub fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_documents_of_a_term_stand_in_order() {
        let said = |impact| Said { impact, share: 0 };
        let posting = |term, document, impact| Posting { term, document, said: said(impact) };
        let postings = Postings::new(
            vec![posting(0, 2, 9), posting(2, 0, 7), posting(0, 0, 9), posting(0, 1, 30)],
            3,
        );
        let mut list = postings.of_term(0);
        assert_eq!((list.find(1), list.find(3)), (Some(said(30)), None));
        assert_eq!((list.seek(0), list.first()), (Some(said(9)), Some(0)));
        assert_eq!(list.take_window(0).map(|(place, _)| place).collect::<Vec<_>>(), [0, 1, 2]);
        assert_eq!(list.first(), None);
        assert_eq!((postings.frequency(0), postings.frequency(1)), (3, 0));
    }
}
