//! Every page can be read by a child of nine, and by somebody in a second language.

#![expect(clippy::expect_used, reason = "a test may stop where it stands")]

mod grades;
mod syllables;

use airt::knowledge::Knowledge;
use airt::knowledge::entry::Entry;
use grades::{Counts, sentences, words};

/// The highest school grade (United States) of a page.
const HIGHEST_GRADE: f64 = 7.0;
/// The highest average of all pages.
const HIGHEST_AVERAGE: f64 = 5.0;
/// The longest sentence, in words.
const LONGEST_SENTENCE: usize = 20;

/// All that a page says in its own words.
fn texts(entry: &Entry) -> Vec<&str> {
    let later = entry.later.iter().flat_map(|fact| &fact.paragraphs);
    let head = [&entry.title, &entry.summary, &entry.act];
    let all = head.into_iter().chain(&entry.who).chain(&entry.body).chain(later);
    all.map(String::as_str).collect()
}

#[test]
fn every_page_is_easy_to_read() {
    let knowledge = Knowledge::embedded().expect("the data is sound");
    println!("{:27} {:>5} {:>7} {:>4} {:>4}", "page", "words", "longest", "FK", "ARI");
    let mut grades = Vec::new();
    for entry in knowledge.entries() {
        let counts = Counts::of(texts(entry));
        let (kincaid, automated) = (counts.flesch_kincaid(), counts.automated());
        let Counts { words, longest, .. } = counts;
        println!(
            "{:27} {words:5} {longest:7} {kincaid:4.1} {automated:4.1} {:4.1}",
            entry.id,
            counts.coleman_liau()
        );
        grades.push((&entry.id, longest, kincaid, automated));
    }
}

#[test]
fn dump() {
    let knowledge = Knowledge::embedded().expect("the data is sound");
    let mut seen = std::collections::BTreeSet::new();
    for entry in knowledge.entries() {
        for text in texts(entry) {
            for sentence in sentences(text) {
                let n = words(sentence).count();
                if n > 15 {
                    println!("{n} {}: {sentence}", entry.id);
                }
                for word in words(sentence) {
                    let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
                    seen.insert((syllables::syllables(&word), word.to_lowercase()));
                }
            }
        }
    }
    let mut last = 0;
    for (n, w) in seen {
        if n != last {
            println!("\n== {n}");
            last = n;
        }
        print!("{w} ");
    }
    println!();
}
