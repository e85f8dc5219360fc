//! Sets of questions by hands that knew only the pages, each asked once before anything was mended
//! for it. Nothing is learned from them. How they are made: `README.md` beside this file.

use airt::search::DangerLevel;

use super::*;

/// How many of a group were asked, and how many got what they should.
#[derive(Default)]
struct Group {
    asked: u32,
    right: u32,
}

impl Group {
    fn share(&self) -> f64 {
        f64::from(self.right) / f64::from(self.asked)
    }
}

/// Whether a question got what it should: the calm line or 999 for `DANGER`, another page than 999
/// first for `NOTDANGER`, no sure page for `NONE`, a card for `LANG:vi`, else a page among three.
fn is_right(entries: &Entries, text: &str, expected: &str) -> bool {
    let found = entries.search(text);
    match expected.split(' ').next().unwrap_or_default() {
        "DANGER" => found.danger.is_some(),
        "NOTDANGER" => {
            found.danger != Some(DangerLevel::Sure)
                && (!found.is_sure || found.hits.first() != Some(&"emergency-999"))
        }
        "NONE" => !found.is_sure,
        language if language.starts_with("LANG:") => {
            entries.engine.find(&entries.knowledge, text, 1).is_foreign
                || found.hits.contains(&"interpreter")
        }
        _ => found.hits.iter().take(3).any(|id| expected.split(' ').any(|right| right == *id)),
    }
}

#[test]
fn questions_of_fresh_hands_get_what_they_should() {
    let entries = Entries::embedded();
    for (set, bars) in [
        ("fresh-1", [("danger", 0.9), ("notdanger", 0.9), ("otherlang", 0.85), ("none", 0.85)]),
        ("fresh-4", [("danger", 0.95), ("notdanger", 0.75), ("otherlang", 0.95), ("none", 0.9)]),
        ("fresh-3", [("danger", 0.95), ("notdanger", 0.85), ("otherlang", 0.95), ("none", 0.95)]),
        ("fresh-2", [("danger", 0.9), ("notdanger", 0.8), ("otherlang", 0.9), ("none", 0.85)]),
    ] {
        let mut groups: BTreeMap<String, Group> = BTreeMap::new();
        let path = format!("{}/tests/all/search/{set}.tsv", env!("CARGO_MANIFEST_DIR"));
        for row in fs::read_to_string(path).unwrap().lines().skip(1) {
            let [group, text, expected] = row.split('\t').collect::<Vec<_>>()[..] else {
                panic!("{row}")
            };
            let is_right = is_right(&entries, text, expected);
            let group = groups.entry(group.to_owned()).or_default();
            group.asked += 1;
            group.right += u32::from(is_right);
        }
        for (name, group) in &groups {
            println!("{set} {name}: {} of {}", group.right, group.asked);
        }
        for (name, bar) in bars {
            assert!(groups[name].share() >= bar, "{set} {name}");
        }
    }
}
