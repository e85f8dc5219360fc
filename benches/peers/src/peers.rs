//! The engines, each behind one function from what is typed to the places of what it finds.

use airt::search::Engine;
use fuzzy_matcher::{FuzzyMatcher, skim::SkimMatcherV2};
use nucleo_matcher::{
    Config, Matcher, Utf32String,
    pattern::{CaseMatching, Normalization, Pattern},
};
use tantivy::{
    Index, Term,
    collector::TopDocs,
    doc,
    query::{BooleanQuery, FuzzyTermQuery, Occur, Query, TermQuery},
    schema::{IndexRecordOption, Schema, TEXT},
};

use crate::{LIMIT, corpus::Entry};

/// An engine that answers keys.
pub struct Peer {
    pub name: &'static str,
    /// What it does for a key, where that is not what the others do.
    pub work: &'static str,
    pub answer: Box<dyn FnMut(&str) -> Vec<usize>>,
}

/// Every engine, ours first, each with all of `entries`.
pub fn all(entries: &[Entry]) -> Vec<Peer> {
    let texts: Vec<String> = entries.iter().map(Entry::text).collect();
    let titles: Vec<String> = entries.iter().map(|entry| entry.title.clone()).collect();
    vec![airt(entries), tantivy(&texts), fts5(&texts), nucleo(&titles), fuzzy(&titles)]
}

fn airt(entries: &[Entry]) -> Peer {
    let engine = Engine::build(entries.iter().map(Entry::document), None);
    Peer {
        name: "airt",
        work: "five weighted fields, stems, completions, slips and abbreviations for words that \
               stand nowhere, nearest phrases; leaves only documents that cannot be among the best",
        answer: Box::new(move |typed| {
            engine.search(typed, LIMIT).hits.iter().map(|hit| hit.document).collect()
        }),
    }
}

fn tantivy(texts: &[String]) -> Peer {
    let mut schema = Schema::builder();
    let body = schema.add_text_field("body", TEXT);
    let index = Index::create_in_ram(schema.build());
    let mut writer = index.writer_with_num_threads(1, 200_000_000).unwrap();
    for text in texts {
        writer.add_document(doc!(body => text.as_str())).unwrap();
    }
    writer.commit().unwrap();
    let searcher = index.reader().unwrap().searcher();
    let query = move |typed: &str| -> BooleanQuery {
        let words: Vec<&str> = typed.split_whitespace().collect();
        let last = words.len().saturating_sub(1);
        let clause = |(place, word): (usize, &&str)| -> (Occur, Box<dyn Query>) {
            let term = Term::from_field_text(body, word);
            let slips = u8::from(word.len() >= 4);
            let query: Box<dyn Query> = match (place == last, slips) {
                (true, slips) => Box::new(FuzzyTermQuery::new_prefix(term, slips, true)),
                (false, 0) => Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs)),
                (false, slips) => Box::new(FuzzyTermQuery::new(term, slips, true)),
            };
            (Occur::Should, query)
        };
        BooleanQuery::new(words.iter().enumerate().map(clause).collect())
    };
    Peer {
        name: "tantivy",
        work: "one field; a slip forgiven from four letters in every word, prefix for the last \
               word; words with slips all score alike",
        answer: Box::new(move |typed| {
            searcher
                .search(&query(typed), &TopDocs::with_limit(LIMIT).order_by_score())
                .unwrap()
                .into_iter()
                .map(|(_, address)| address.doc_id as usize)
                .collect()
        }),
    }
}

fn fts5(texts: &[String]) -> Peer {
    let connection = rusqlite::Connection::open_in_memory().unwrap();
    connection
        .execute_batch(
            "CREATE VIRTUAL TABLE entries USING fts5(body, tokenize='porter unicode61', prefix='1 2 3');
             BEGIN;",
        )
        .unwrap();
    for text in texts {
        connection.execute("INSERT INTO entries(body) VALUES (?1)", [text]).unwrap();
    }
    connection.execute_batch("COMMIT; INSERT INTO entries(entries) VALUES ('optimize');").unwrap();
    Peer {
        name: "SQLite FTS5",
        work: "one field, stems, any of the words, prefix for the last one, bm25; no slips",
        answer: Box::new(move |typed| {
            let words: Vec<String> =
                typed.split_whitespace().map(|word| format!("\"{word}\"")).collect();
            let expression = format!("{} *", words.join(" OR "));
            let mut statement = connection
                .prepare_cached(
                    "SELECT rowid FROM entries WHERE entries MATCH ?1 ORDER BY rank LIMIT ?2",
                )
                .unwrap();
            statement
                .query_map(rusqlite::params![expression, LIMIT as i64], |row| row.get::<_, i64>(0))
                .unwrap()
                .map(|row| usize::try_from(row.unwrap() - 1).unwrap())
                .collect()
        }),
    }
}

fn nucleo(titles: &[String]) -> Peer {
    let titles: Vec<Utf32String> = titles.iter().map(|title| title.as_str().into()).collect();
    let mut matcher = Matcher::new(Config::DEFAULT);
    Peer {
        name: "nucleo-matcher",
        work: "titles only, not the 22 times longer texts; letters in their order anywhere, every \
               word must match; no index, no weights",
        answer: Box::new(move |typed| {
            let pattern = Pattern::parse(typed, CaseMatching::Ignore, Normalization::Smart);
            let scores = titles
                .iter()
                .map(|title| pattern.score(title.slice(..), &mut matcher).map(i64::from));
            best(scores)
        }),
    }
}

fn fuzzy(titles: &[String]) -> Peer {
    let titles = titles.to_vec();
    let matcher = SkimMatcherV2::default().ignore_case();
    Peer {
        name: "fuzzy-matcher",
        work: "titles only; letters in their order anywhere, the whole question as one; no index, no \
               words",
        answer: Box::new(move |typed| {
            best(titles.iter().map(|title| matcher.fuzzy_match(title, typed)))
        }),
    }
}

/// The places of the best.
fn best(scores: impl Iterator<Item = Option<i64>>) -> Vec<usize> {
    let mut found: Vec<(i64, usize)> =
        scores.enumerate().filter_map(|(place, score)| Some((-score?, place))).collect();
    let kept = found.len().min(LIMIT);
    if kept < found.len() {
        found.select_nth_unstable(kept);
    }
    found.truncate(kept);
    found.sort_unstable();
    found.into_iter().map(|(_, place)| place).collect()
}
