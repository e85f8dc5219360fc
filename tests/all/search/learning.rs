//! Makes `data/search/alarm.json` from sentences: `UPDATE_ALARM=1 cargo test --test all learning`.
//!
//! Logistic regression over the runs of letters, by gradient descent: the same sentences always
//! give the same file.

use std::collections::HashMap;

use airt::search::alarm::{Alarm, Weights, runs};
use airt::search::{fold::fold, words::words};
use serde_json::Value;

use super::*;

/// A run of letters is learned from so many sentences or not at all.
const FEWEST: usize = 2;
/// How hard a weight is pulled to nothing.
const PULL: f64 = 1.0;
const STEPS: usize = 400;
const STEP: f64 = 8.0;
/// What a weight of 1 is in the file, and the least that is kept there.
const SCALE: f64 = 100.0;
const LEAST: i32 = 6;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/all/search/");
const SETS: [&str; 4] = ["alarm/body", "alarm/people", "alarm/sounds", "alarm/speech"];

struct Sentence {
    runs: Vec<String>,
    words: Vec<String>,
    is_danger: bool,
}

fn sentence(text: &str, is_danger: bool) -> Sentence {
    let words: Vec<String> = words(fold(text).text()).into_iter().map(|word| word.text).collect();
    Sentence { runs: runs(&words), words, is_danger }
}

fn rows(name: &str) -> Vec<(String, String)> {
    let text = fs::read_to_string(format!("{FOLDER}{name}.tsv")).unwrap();
    let rows = text.lines().skip(1).map(|row| row.split_once('\t').unwrap());
    rows.map(|(one, other)| (one.to_owned(), other.to_owned())).collect()
}

fn written(name: &str) -> Vec<Sentence> {
    rows(name).iter().map(|(danger, text)| sentence(text, danger == "1")).collect()
}

/// Everyday questions of this program, which alarm nobody, and those that must.
fn known() -> Vec<Sentence> {
    let sets = ["own-queries", "dev-queries", "blind-queries", "calm", "no-answer", "danger"];
    let rows = sets.into_iter().flat_map(rows);
    let asked = rows.map(|(text, expected)| sentence(&text, expected == "emergency-999"));
    let patterns = fs::read_to_string("data/search/danger.json").unwrap();
    let patterns: Value = serde_json::from_str(&patterns).unwrap();
    let rows = ["tells", "still"].map(|list| patterns[list].as_array().unwrap().clone());
    let pairs = rows.concat().into_iter().flat_map(|row| {
        [("says", true), ("calm", false)]
            .map(|(field, is_danger)| sentence(row[field].as_str().unwrap(), is_danger))
    });
    asked.chain(pairs).collect()
}

fn learn(sentences: &[Sentence]) -> Weights {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for run in sentences.iter().flat_map(|sentence| &sentence.runs) {
        *counts.entry(run).or_default() += 1;
    }
    let kept: Vec<&str> =
        counts.into_iter().filter(|(_, count)| *count >= FEWEST).map(|(run, _)| run).collect();
    let places: HashMap<&str, usize> = kept.iter().copied().zip(0..).collect();
    let inputs: Vec<Vec<usize>> = sentences
        .iter()
        .map(|sentence| {
            sentence.runs.iter().filter_map(|run| places.get(run.as_str()).copied()).collect()
        })
        .collect();
    let (mut weights, mut start) = (vec![0.0; kept.len()], 0.0);
    #[expect(clippy::cast_precision_loss, reason = "a few thousand sentences")]
    let share = 1.0 / sentences.len() as f64;
    for _ in 0..STEPS {
        let mut slope: Vec<f64> = weights.iter().map(|weight| weight * PULL * share).collect();
        let mut start_slope = 0.0;
        for (input, sentence) in inputs.iter().zip(sentences) {
            let sum: f64 = start + input.iter().map(|&place| weights[place]).sum::<f64>();
            let error = (1.0 / (1.0 + (-sum).exp()) - f64::from(sentence.is_danger)) * share;
            for &place in input {
                slope[place] += error;
            }
            start_slope += error;
        }
        weights.iter_mut().zip(slope).for_each(|(weight, slope)| *weight -= STEP * slope);
        start -= STEP * start_slope;
    }
    #[expect(clippy::cast_possible_truncation, reason = "weights are small")]
    let scaled = |weight: f64| (weight * SCALE).round() as i32;
    let mut by_weight: BTreeMap<i32, Vec<&str>> = BTreeMap::new();
    for (run, weight) in kept.into_iter().zip(weights) {
        let weight = scaled(weight);
        if weight.abs() >= LEAST {
            by_weight.entry(weight).or_default().push(run);
        }
    }
    let runs = by_weight.into_iter().map(|(weight, runs)| (weight, runs.join(" "))).collect();
    Weights { start: scaled(start), runs }
}

/// The shares of danger and of the rest for which the alarm rises.
#[expect(clippy::cast_precision_loss, reason = "a few thousand sentences")]
fn shares(alarm: &Alarm, sentences: &[Sentence]) -> [f64; 2] {
    [true, false].map(|is_danger| {
        let such = || sentences.iter().filter(|sentence| sentence.is_danger == is_danger);
        let rises = such().filter(|sentence| alarm.rises(&sentence.words)).count();
        rises as f64 / such().count() as f64
    })
}

#[test]
fn the_weights_are_what_the_sentences_teach() {
    let sentences: Vec<Sentence> = SETS.into_iter().flat_map(written).chain(known()).collect();
    let learned = learn(&sentences);
    if std::env::var_os("UPDATE_ALARM").is_some() {
        let rows: Vec<String> =
            learned.runs.iter().map(|row| serde_json::to_string(row).unwrap()).collect();
        let text =
            format!("{{\"start\": {}, \"runs\": [\n{}\n]}}\n", learned.start, rows.join(",\n"));
        fs::write(Weights::FILE, text).unwrap();
    } else {
        let is_learned = fs::read_to_string(Weights::FILE)
            .is_ok_and(|text| serde_json::from_str::<Weights>(&text).unwrap() == learned);
        assert!(is_learned, "UPDATE_ALARM=1 cargo test --test all learning makes the file anew");
    }
}

/// Learned from two sets, asked of the third, which another hand wrote.
#[test]
fn what_is_learned_holds_for_sentences_of_another_hand() {
    for set in SETS {
        let others = SETS.into_iter().filter(|other| *other != set).flat_map(written);
        let alarm = Alarm::new(&learn(&others.chain(known()).collect::<Vec<_>>()));
        let [danger, rest] = shares(&alarm, &written(set));
        println!("{set}: {danger:.3} of danger rises, {rest:.3} of the rest");
        assert!(danger >= 0.88 && rest <= 0.4, "{set}: {danger:.3}, {rest:.3}");
    }
}
