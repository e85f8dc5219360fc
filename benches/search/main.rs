//! One keystroke in the search box, at the size of the product and far beyond.
//!
//! `cargo bench --bench search` prints percentiles: a person feels the slowest key, not the mean.
//! A million entries take 6 GB while they are read; `cargo bench --bench search -- 100000` asks for
//! other counts.

#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

use airt::{
    knowledge::Knowledge,
    search::{Engine, highlights},
};

mod corpus;
mod table;

use corpus::{Vocabulary, entries, keystrokes};

/// Hits asked for: a screenful.
const LIMIT: usize = 20;
/// Questions typed in the product's own entries.
const QUESTIONS: &str = include_str!("../../tests/all/search/own-queries.tsv");

fn main() {
    println!("{}", table::HEADER);
    own_entries();
    let vocabulary = Vocabulary::new();
    let asked: Vec<usize> = std::env::args().filter_map(|count| count.parse().ok()).collect();
    let counts = if asked.is_empty() { vec![10_000, 100_000, 1_000_000] } else { asked };
    for count in counts {
        made_up(&vocabulary, count);
    }
}

fn own_entries() {
    let Ok(knowledge) = Knowledge::embedded() else { return };
    let builds: Vec<String> = vec![String::new(); 20];
    let times = time(&builds, |_| Engine::of_knowledge(&knowledge));
    println!("{}", table::row("building the index, 27 entries", &times));
    let engine = Engine::of_knowledge(&knowledge);
    let questions = QUESTIONS.lines().skip(1).filter_map(|row| row.split('\t').next());
    let typed: Vec<String> = questions.flat_map(keys).collect();
    let times = time(&typed, |typed| engine.find(&knowledge, typed, LIMIT).answers.hits);
    println!("{}", table::row("one key, 27 entries", &times));
    let titles: Vec<&str> = knowledge.entries().iter().map(|entry| entry.title.as_str()).collect();
    let times = time(&typed, |typed| {
        titles.iter().map(|title| highlights(title, typed).len()).sum::<usize>()
    });
    println!("{}", table::row("highlights of 27 titles", &times));
}

/// What is in the search box after each key of `question`.
fn keys(question: &str) -> Vec<String> {
    let ends = question.char_indices().map(|(start, letter)| start + letter.len_utf8());
    ends.map(|end| question[..end].to_owned()).collect()
}

fn made_up(vocabulary: &Vocabulary, count: usize) {
    let entries = entries(vocabulary, count);
    let started = Instant::now();
    let engine = Engine::build(entries.iter().map(corpus::Entry::document), None);
    println!("building the index, {count} entries: {:.2?}", started.elapsed());
    let typed = keystrokes(&entries, 100);
    let times = time(&typed, |typed| engine.search(typed, LIMIT).hits);
    println!("{}", table::row(&format!("one key, {count} entries"), &times));
    if count <= 100_000 {
        let share = overlap(&engine, &typed, count);
        println!("of the best ten, found among the best ten of all {count} scored: {share:.3}");
    }
}

/// The share of the best ten that are the best ten too when all that answer are scored, as they are
/// when all are asked for.
#[expect(clippy::cast_precision_loss, reason = "a few thousand hits")]
fn overlap(engine: &Engine, typed: &[String], count: usize) -> f64 {
    let (mut same, mut all) = (0, 0);
    for typed in typed.iter().step_by(7) {
        let best = engine.search(typed, 10).hits;
        let every: Vec<_> = engine.search(typed, count).hits.into_iter().take(10).collect();
        same += best.iter().filter(|hit| every.contains(hit)).count();
        all += every.len();
    }
    same as f64 / all as f64
}

/// How long `answer` takes for each of `typed`, in order of time: the quickest of three, so that
/// it is what the engine needs and not what the machine was busy with.
fn time<Answer>(typed: &[String], answer: impl Fn(&str) -> Answer) -> Vec<Duration> {
    let once = |typed: &str| {
        let started = Instant::now();
        black_box(answer(typed));
        started.elapsed()
    };
    let mut times: Vec<Duration> =
        typed.iter().map(|typed| once(typed).min(once(typed)).min(once(typed))).collect();
    times.sort_unstable();
    times
}
