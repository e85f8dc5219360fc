//! The product's own entries, as the search reads them.

use super::*;

/// Every entry by id, and the engine built from them.
pub struct Entries {
    ids: Vec<String>,
    engine: Engine,
}

impl Entries {
    pub fn embedded() -> Self {
        let mut entries: Vec<serde_json::Value> = Vec::new();
        for topic in ["danger", "talk", "police", "rights", "court", "money", "about"] {
            let root = std::env::var("AIRT_DATA")
                .unwrap_or(env!("CARGO_MANIFEST_DIR").to_owned() + "/data");
            let path = Path::new(&root).join(format!("topics/{topic}.json"));
            let topic: serde_json::Value =
                serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
            entries.extend(topic["entries"].as_array().unwrap().iter().cloned());
        }
        let ids: Vec<String> =
            entries.iter().map(|entry| entry["id"].as_str().unwrap().to_owned()).collect();
        let emergency = ids.iter().position(|id| id == "emergency-999");
        let engine = Engine::build(entries.iter().map(document), emergency);
        Self { ids, engine }
    }

    /// The ids of what `text` finds, best first.
    pub fn search(&self, text: &str) -> Vec<String> {
        self.engine.search(text, 10).iter().map(|hit| self.ids[hit.document].clone()).collect()
    }
}

fn strings(value: &serde_json::Value) -> Vec<&str> {
    value.as_array().into_iter().flatten().filter_map(serde_json::Value::as_str).collect()
}

fn document(entry: &serde_json::Value) -> Document<'_> {
    let words = &entry["words"];
    let text = |name: &str| words[name].as_str().unwrap_or_default();
    let mut body = vec![text("act"), text("who")];
    body.extend(strings(&words["body"]));
    for later in words["later"].as_object().into_iter().flatten() {
        body.extend(strings(later.1));
    }
    let phones = entry["phones"].as_array().into_iter().flatten();
    Document {
        title: text("title"),
        keywords: strings(&words["keywords"]),
        asks: strings(&words["asks"]),
        summary: text("summary"),
        body,
        numbers: phones.filter_map(|phone| phone["number"].as_str()).collect(),
    }
}
