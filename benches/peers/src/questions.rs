//! The questions of fresh hands, asked of every engine: how many find a right page among three.

use std::collections::BTreeMap;
use std::fs;

use airt::knowledge::Knowledge;
use airt::knowledge::entry::Entry as Page;
use airt::search::Engine;

use crate::corpus::Entry;
use crate::peers::{self, Peer};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/all/search");

/// A row for each group of questions about pages, in every set.
pub fn compare() {
    let knowledge = Knowledge::embedded().unwrap();
    let pages: Vec<Entry> = knowledge.entries().iter().map(entry).collect();
    let mut peers = peers::all(&pages);
    peers[0] = whole();
    let names: Vec<&str> = peers.iter().map(|peer| peer.name).collect();
    println!("{:24} {:>5}  {}", "right page in three", "asked", names.join("  "));
    let mut files: Vec<_> =
        fs::read_dir(FOLDER).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    for file in files {
        let set = file.file_stem().unwrap().to_string_lossy().into_owned();
        if !set.starts_with("fresh-") || file.extension().is_none_or(|ending| ending != "tsv") {
            continue;
        }
        let mut groups: BTreeMap<String, (usize, Vec<usize>)> = BTreeMap::new();
        for row in fs::read_to_string(&file).unwrap().lines().skip(1) {
            let [group, question, expected] = row.split('\t').collect::<Vec<_>>()[..] else {
                panic!("{row}")
            };
            let right: Vec<usize> = expected
                .split(' ')
                .filter_map(|id| knowledge.entries().iter().position(|page| page.id == id))
                .collect();
            if right.is_empty() {
                continue;
            }
            let (asked, found) =
                groups.entry(group.to_owned()).or_insert((0, vec![0; peers.len()]));
            *asked += 1;
            // The others read words only, not the signs of their own languages of queries.
            let typed = question.replace(|letter: char| !letter.is_alphanumeric(), " ");
            for (place, (peer, found)) in peers.iter_mut().zip(found).enumerate() {
                let hits = (peer.answer)(if place == 0 { question } else { typed.trim() });
                *found += usize::from(hits.iter().take(3).any(|hit| right.contains(hit)));
            }
        }
        for (group, (asked, found)) in groups {
            let cells = names
                .iter()
                .zip(found)
                .map(|(name, count)| format!("{count:>width$}", width = name.len()));
            let cells: Vec<String> = cells.collect();
            println!("{:24} {asked:>5}  {}", format!("{set} {group}"), cells.join("  "));
        }
    }
}

/// The search as people meet it, short forms and all.
fn whole() -> Peer {
    let knowledge = Knowledge::embedded().unwrap();
    let engine = Engine::of_knowledge(&knowledge);
    Peer {
        name: "airt",
        work: "",
        answer: Box::new(move |typed| {
            let hits = engine.find(&knowledge, typed, 3).answers.hits;
            hits.iter().map(|hit| hit.entry.position()).collect()
        }),
    }
}

fn entry(page: &Page) -> Entry {
    Entry {
        title: page.title.clone(),
        keywords: page.keywords.read(),
        asks: page.asks.read(),
        summary: page.summary.clone(),
        body: page.body.join(" "),
        number: page.phones.first().map_or_else(String::new, |phone| phone.number.spoken().into()),
    }
}
