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

    /// The ids of what `text` finds, best first.
    pub fn search(&self, text: &str) -> Vec<&str> {
        let hits = self.engine.entries(&self.knowledge, text, 10);
        hits.iter().map(|hit| self.knowledge[hit.entry].id.as_str()).collect()
    }
}
