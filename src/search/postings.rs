//! Postings: which documents hold a term, and how much it says about each.

use std::ops::Range;

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
    /// How much of the phrase it fills best is this term, rounded up: 255 is all of it, 0 stands for
    /// a term that is in no phrase of the document.
    pub share: u8,
}

/// Documents read together: what is summed up of them fits into the nearest memory.
pub const WINDOW: usize = 2_048;

/// The documents of every term, in order.
#[derive(Debug, Default)]
pub struct Postings {
    documents: Vec<u32>,
    said: Vec<Said>,
    /// For each term, where its documents end.
    ends: Vec<usize>,
    /// For each term, the most it says about any document.
    most: Vec<Said>,
}

/// The documents of one term, and what it says about each.
#[derive(Clone, Copy, Debug)]
pub struct List<'a> {
    pub documents: &'a [u32],
    pub said: &'a [Said],
}

impl Postings {
    /// Takes each posting once, in any order.
    pub fn new(mut postings: Vec<Posting>, terms: usize) -> Self {
        postings.sort_unstable_by_key(|posting| (posting.term, posting.document));
        Self {
            documents: postings.iter().map(|posting| posting.document).collect(),
            said: postings.iter().map(|posting| posting.said).collect(),
            ends: ends(terms, postings.iter().map(|posting| posting.term)),
            most: most(terms, &postings),
        }
    }

    pub fn of_term(&self, term: u32) -> List<'_> {
        let range = self.range(term);
        List { documents: &self.documents[range.clone()], said: &self.said[range] }
    }

    /// The most `term` says about any document.
    pub fn most(&self, term: u32) -> Said {
        self.most[term as usize]
    }

    /// How many documents hold `term`.
    pub fn frequency(&self, term: u32) -> usize {
        self.range(term).len()
    }

    fn range(&self, term: u32) -> Range<usize> {
        let term = term as usize;
        let start = if term == 0 { 0 } else { self.ends[term - 1] };
        start..self.ends[term]
    }
}

impl List<'_> {
    /// What the term says about `document`, if it stands there.
    pub fn find(&self, document: u32) -> Option<Said> {
        self.documents.binary_search(&document).ok().map(|place| self.said[place])
    }

    /// What the term says about `document`, and no more of the documents before it.
    pub fn seek(&mut self, document: u32) -> Option<Said> {
        let mut high = 1;
        while self.documents.get(high).is_some_and(|&other| other < document) {
            high *= 2;
        }
        let (low, high) = (high / 2, (high + 1).min(self.documents.len()));
        let near = &self.documents[low..high];
        let place = low + near.partition_point(|&other| other < document);
        self.documents = &self.documents[place..];
        self.said = &self.said[place..];
        self.said.first().copied().filter(|_| self.documents.first() == Some(&document))
    }

    /// Takes the documents of the window from `start` on off the beginning.
    pub fn take_window(&mut self, start: u32) -> Self {
        let most = &self.documents[..self.documents.len().min(WINDOW)];
        let count = most.partition_point(|&document| ((document - start) as usize) < WINDOW);
        let (documents, later) = self.documents.split_at(count);
        let (said, said_later) = self.said.split_at(count);
        *self = Self { documents: later, said: said_later };
        Self { documents, said }
    }
}

/// For each of `count` terms, where its postings end, given the term of each in order.
fn ends(count: usize, terms: impl Iterator<Item = u32>) -> Vec<usize> {
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

fn most(count: usize, postings: &[Posting]) -> Vec<Said> {
    let mut most = vec![Said::default(); count];
    for Posting { term, said, .. } in postings {
        let most = &mut most[*term as usize];
        most.impact = most.impact.max(said.impact);
        most.share = most.share.max(said.share);
    }
    most
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
        assert_eq!(list.documents, [0, 1, 2]);
        assert_eq!((list.find(1), list.find(3)), (Some(said(30)), None));
        assert_eq!(list.take_window(0).documents, [0, 1, 2]);
        assert!(list.documents.is_empty());
        assert_eq!((postings.frequency(0), postings.frequency(1)), (3, 0));
    }
}
