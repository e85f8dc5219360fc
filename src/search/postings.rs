//! Postings: which documents hold a term, best first, and which terms a document holds.

use std::ops::Range;

/// How much a term says about a document, worked out when the index is built: 0 to 255.
pub type Impact = u8;

/// One term in one document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Posting {
    /// The term.
    pub term: u32,
    /// The document that holds it.
    pub document: u32,
    /// How much it says there.
    pub impact: Impact,
}

/// Documents of one term that share one impact.
#[derive(Debug)]
struct Segment {
    impact: Impact,
    documents: Range<usize>,
}

/// Every posting twice over: by term in falling order of impact, and by document.
#[derive(Debug, Default)]
pub struct Postings {
    documents: Vec<u32>,
    segments: Vec<Segment>,
    /// For each term, where its segments end.
    term_ends: Vec<usize>,
    /// Terms and impacts, document after document, sorted by term in each.
    held: Vec<(u32, Impact)>,
    /// For each document, where its terms end in `held`.
    held_ends: Vec<usize>,
}

impl Postings {
    /// Takes each posting once, in any order.
    #[must_use]
    pub fn new(mut postings: Vec<Posting>, terms: usize, documents: usize) -> Self {
        let mut index = Self::default();
        postings.sort_unstable_by_key(|posting| (posting.document, posting.term));
        index.held = postings.iter().map(|posting| (posting.term, posting.impact)).collect();
        index.held_ends = ends(documents, postings.iter().map(|posting| posting.document));
        postings.sort_unstable_by_key(|posting| {
            (posting.term, Impact::MAX - posting.impact, posting.document)
        });
        for same in
            postings.chunk_by(|one, other| (one.term, one.impact) == (other.term, other.impact))
        {
            let start = index.documents.len();
            index.documents.extend(same.iter().map(|posting| posting.document));
            index
                .segments
                .push(Segment { impact: same[0].impact, documents: start..index.documents.len() });
        }
        let of_terms = postings
            .chunk_by(|one, other| (one.term, one.impact) == (other.term, other.impact))
            .map(|same| same[0].term);
        index.term_ends = ends(terms, of_terms);
        index
    }

    /// How many documents there are.
    #[must_use]
    pub fn document_count(&self) -> usize {
        self.held_ends.len()
    }

    /// The documents of `term`, in falling order of impact.
    pub fn of_term(&self, term: u32) -> impl Iterator<Item = (Impact, &[u32])> {
        self.segments[range(&self.term_ends, term)]
            .iter()
            .map(|segment| (segment.impact, &self.documents[segment.documents.clone()]))
    }

    /// How many documents hold `term`.
    #[must_use]
    pub fn frequency(&self, term: u32) -> usize {
        match &self.segments[range(&self.term_ends, term)] {
            [] => 0,
            [only] => only.documents.len(),
            [first, .., last] => last.documents.end - first.documents.start,
        }
    }

    /// How much `term` says about `document`: 0 when it does not stand there.
    #[must_use]
    pub fn impact(&self, document: u32, term: u32) -> Impact {
        let held = &self.held[range(&self.held_ends, document)];
        held.binary_search_by_key(&term, |&(held, _)| held).map_or(0, |found| held[found].1)
    }
}

/// For each of `count` owners, where its items end, given the owner of each item in order.
fn ends(count: usize, owners: impl Iterator<Item = u32>) -> Vec<usize> {
    let mut ends = vec![0; count];
    for owner in owners {
        ends[owner as usize] += 1;
    }
    let mut total = 0;
    for end in &mut ends {
        total += *end;
        *end = total;
    }
    ends
}

fn range(ends: &[usize], owner: u32) -> Range<usize> {
    let owner = owner as usize;
    let start = if owner == 0 { 0 } else { ends[owner - 1] };
    start..ends[owner]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_postings_by_term_and_by_document() {
        let posting = |term, document, impact| Posting { term, document, impact };
        let postings = Postings::new(
            vec![posting(0, 2, 9), posting(2, 0, 7), posting(0, 0, 9), posting(0, 1, 30)],
            3,
            4,
        );
        let best_first: Vec<_> = postings.of_term(0).collect();
        assert_eq!(best_first, [(30, [1].as_slice()), (9, [0, 2].as_slice())]);
        assert_eq!((postings.frequency(0), postings.frequency(1)), (3, 0));
        assert_eq!((postings.impact(0, 2), postings.impact(3, 0)), (7, 0));
        assert_eq!(postings.document_count(), 4);
    }
}
