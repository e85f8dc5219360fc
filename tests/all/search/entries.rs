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
