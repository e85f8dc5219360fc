//! The product's own entries and the engine that searches them.

use super::*;

pub struct Entries {
    pub knowledge: Knowledge,
    pub engine: Engine,
}

impl Entries {
    pub fn embedded() -> Self {
        let knowledge = Knowledge::embedded().unwrap();
        let engine = Engine::of_knowledge(&knowledge);
        Self { knowledge, engine }
    }

    /// The ids of what `text` finds, best first, and whether they are sure.
    pub fn search(&self, text: &str) -> Answers<&str> {
        let Answers { hits, is_sure, danger } = self.engine.find(&self.knowledge, text, 10).answers;
        let id = |hit: &EntryHit| self.knowledge[hit.entry].id.as_str();
        Answers { hits: hits.iter().map(id).collect(), is_sure, danger }
    }
}

/// Whoever saw a page once types its name, with or without its small words.
#[test]
fn the_name_of_a_page_or_section_for_workers_finds_it() {
    let entries = Entries::embedded();
    for (typed, page) in [
        ("The first five minutes", "workers-first-minutes"),
        ("first five minutes", "workers-first-minutes"),
        ("for workers", "workers-first-minutes"),
        ("workers", "workers-first-minutes"),
        ("words and short forms", "workers-glossary"),
        ("more numbers for workers", "workers-helplines"),
        ("children, and when age is in doubt", "workers-children"),
    ] {
        let found = entries.engine.find(&entries.knowledge, typed, 6);
        let first = found.answers.hits.first().map(|hit| entries.knowledge[hit.entry].id.as_str());
        assert_eq!(first, Some(page), "{typed}");
        assert!(found.answers.is_sure, "{typed}");
    }
}
