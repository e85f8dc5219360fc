//! Whether the rows of danger are right: each is its own test.

use std::collections::HashSet;

use super::Danger;
use crate::knowledge::fault::{Fault, Faults};
use crate::search::fold::fold;
use crate::search::language::files::{Patterns, Row};
use crate::search::language::{check_list, check_word};
use crate::search::words::words;

/// One of the four lists of rows.
type List = fn(&mut Patterns) -> &mut Vec<Row>;

/// Every fault of `patterns`, of classes, words and sentences.
pub fn check(file: &str, patterns: &Patterns, common: &HashSet<String>) -> Vec<Fault> {
    let mut faults = Faults::new(file);
    check_classes(&mut faults, patterns);
    let danger = Danger::new(patterns);
    let speaks = |danger: &Danger, text: &str| danger.speaks(&texts(text), common);
    // Each list, and whether its rows make danger of their own sentence or take it back.
    let lists: [(List, bool); 4] = [
        (|patterns| &mut patterns.tells, true),
        (|patterns| &mut patterns.still, true),
        (|patterns| &mut patterns.safe, false),
        (|patterns| &mut patterns.past, false),
    ];
    for (list, raises) in lists {
        let rows = list(&mut patterns.clone()).clone();
        check_patterns(&mut faults, &rows, patterns);
        for (place, row) in rows.iter().enumerate() {
            if !speaks(&danger, &row.says) {
                faults.add(&row.pattern, format!("\"{}\" says nothing of it, and must", row.says));
            }
            if speaks(&danger, &row.calm) {
                faults.add(&row.pattern, format!("\"{}\" tells of it, and must not", row.calm));
            }
            let own = if raises { &row.says } else { &row.calm };
            if speaks(&without(patterns, list, place), own) == raises {
                let problem = "does not need this row: find a sentence that does, or take it out";
                faults.add(&row.pattern, format!("\"{own}\" {problem}"));
            }
        }
    }
    faults.into_vec()
}

/// The same with one row taken out.
fn without(patterns: &Patterns, list: List, place: usize) -> Danger {
    let mut others = patterns.clone();
    list(&mut others).remove(place);
    Danger::new(&others)
}

fn check_classes(faults: &mut Faults, patterns: &Patterns) {
    let mut seen = HashSet::new();
    for class in &patterns.classes {
        check_list(faults, &class.name, class.words.iter());
        if !seen.insert(&class.name) {
            faults.add(&class.name, format!("there are two classes {}", class.name));
        }
    }
}

/// Notes patterns that stand twice, and parts that are neither words nor classes.
fn check_patterns(faults: &mut Faults, rows: &[Row], patterns: &Patterns) {
    let mut seen = HashSet::new();
    for Row { pattern, .. } in rows {
        if !seen.insert(pattern) {
            faults.add(pattern, "it stands twice: keep one");
        }
        for part in pattern.split(' ').filter(|part| *part != "..") {
            if patterns.classes.iter().any(|class| class.name == part) {
                continue;
            }
            if part.chars().all(char::is_uppercase) {
                faults.add(pattern, format!("there is no class {part}"));
            } else {
                check_word(faults, pattern, part);
            }
        }
    }
}

/// The words of a sentence as a question is read.
fn texts(sentence: &str) -> Vec<String> {
    words(fold(sentence).text()).into_iter().map(|word| word.text).collect()
}
