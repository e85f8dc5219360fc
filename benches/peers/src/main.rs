//! One keystroke in the search box, beside other engines: the same keys on the same corpus, each
//! key to every engine in turn, in one process.
//!
//! `cargo run --release --manifest-path benches/peers/Cargo.toml [ENTRIES] [KEYS]`; with `questions`
//! in their place, how many questions of `tests/all/search/fresh-*.tsv` each answers.

use std::time::{Duration, Instant};

#[path = "../../search/corpus.rs"]
mod corpus;
mod peers;
mod questions;
#[path = "../../search/table.rs"]
mod table;

use corpus::{Vocabulary, entries, keystrokes};
use peers::Peer;

/// Hits asked of every engine.
pub const LIMIT: usize = 20;

fn main() {
    if std::env::args().nth(1).is_some_and(|argument| argument == "questions") {
        return questions::compare();
    }
    let mut arguments = std::env::args().skip(1).filter_map(|argument| argument.parse().ok());
    let count: usize = arguments.next().unwrap_or(100_000);
    let keys: usize = arguments.next().unwrap_or(300);
    let entries = entries(&Vocabulary::new(), count);
    let typed = keystrokes(&entries, 100);
    let typed: Vec<&String> = typed.iter().step_by((typed.len() / keys).max(1)).collect();
    let mut peers = peers::all(&entries);
    let mut times: Vec<Vec<Duration>> = vec![Vec::new(); peers.len()];
    for typed in &typed {
        for (peer, times) in peers.iter_mut().zip(&mut times) {
            times.push(time(peer, typed));
        }
    }
    println!("{count} entries, {} keys\n\n{}", typed.len(), table::HEADER);
    times.iter_mut().for_each(|times| times.sort_unstable());
    let ours = table::percentile(&times[0], 50);
    for (peer, times) in peers.iter().zip(times) {
        let ratio = table::percentile(&times, 50).as_secs_f64() / ours.as_secs_f64();
        println!("{}   {ratio:>6.1} x at p50", table::row(peer.name, &times));
    }
    println!("\nWhere the work differs:");
    peers.iter().for_each(|peer| println!("  {}: {}", peer.name, peer.work));
}

/// The quicker of two answers to the same key: what the engine needs, not what the machine was
/// busy with.
fn time(peer: &mut Peer, typed: &str) -> Duration {
    let mut once = || {
        let started = Instant::now();
        std::hint::black_box((peer.answer)(typed));
        started.elapsed()
    };
    once().min(once())
}
