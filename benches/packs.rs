//! What a pack costs: reading it, one key in the search box, and memory.
//!
//! `cargo bench --bench packs`, or with counts of services: `-- 1000 100000`. Its words are made up and
//! as many as real names are. Memory is read from `/proc`, on Linux.

#![expect(
    clippy::cast_precision_loss,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a bench prints, and may stop"
)]

#[expect(dead_code, reason = "the bench of the search uses more of it")]
#[path = "search/corpus.rs"]
mod corpus;
#[cfg(target_os = "linux")]
#[expect(dead_code, reason = "the tests use more of it")]
#[path = "../tests/leaving/support/pty.rs"]
mod pty;

use std::hint::black_box;
use std::time::{Duration, Instant};

use airt::knowledge::Knowledge;
use airt::knowledge::local::{Manifest, Own, Seal, Service};
use airt::knowledge::source::PartialDate;
use airt::pack::{self, Keys, Pack, Seen, Sheet, check_seal};
use airt::search::{Engine, is_index};
use corpus::{Entry, Vocabulary, entries, keystrokes};
use minisign::KeyPair;

/// Towns of a country.
const TOWNS: usize = 200;

fn main() {
    let vocabulary = Vocabulary::new();
    let asked: Vec<usize> = std::env::args().filter_map(|count| count.parse().ok()).collect();
    for count in if asked.is_empty() { vec![10_000] } else { asked } {
        measure(&entries(&vocabulary, count));
    }
}

fn measure(entries: &[Entry]) {
    let count = entries.len();
    let services: Vec<Service> = entries.iter().enumerate().map(service).collect();
    let sheet = as_csv(&services);
    let own = Own::of(&Knowledge::embedded().unwrap());
    let made = PartialDate::parse("2026-11-25").unwrap();
    let json = serde_json::to_vec(&services).unwrap().len();
    drop(services);
    let (read, checking) = timed(|| Sheet::read(&sheet, &own, &made).unwrap());
    let services = read.services;
    println!(
        "{count} rows: {} taken; {} KiB as CSV, {} KiB as JSON",
        services.len(),
        sheet.len() / 1024,
        json / 1024
    );
    drop(sheet);
    let pack = Pack { manifest: manifest(services.len()), services };
    let (bytes, writing) = timed(|| write(&pack));
    let size = bytes.len();
    println!(
        "build: checking the rows {checking:.1?}, index and file {writing:.1?}, at most {} MiB",
        most() / 1024
    );
    let share = size as f64 / json as f64;
    println!("file {} KiB: {share:.2} times its records as JSON (bar: 1.5)", size / 1024);

    let (key, signature) = sign(&bytes);
    let (seal, sealing) = timed(|| check_seal(&bytes, Some(&signature), &key, true));
    assert_eq!(seal, Ok(Seal::Signed));
    let ((), looking) = timed(|| Seen::default().take(&bytes));
    #[cfg(target_os = "linux")]
    memory(&bytes);
    let mut knowledge = Knowledge::embedded().unwrap();
    let mut engine = Engine::of_knowledge(&knowledge);
    let (list, opening) = timed(|| pack::open(Box::new(bytes)).unwrap());
    let (is_sound, sound) =
        timed(|| list.index().is_some_and(|(parts, count)| is_index(parts, count)));
    assert!(is_sound);
    let (_, adding) = timed(|| knowledge.open(list, Seal::Signed).unwrap());
    let ((), taking) = timed(|| engine.take_lists(&knowledge));
    let all = sealing + looking + opening + sound + adding + taking;
    println!(
        "ready {all:.1?} (bar: 100 ms at 10,000): signature {sealing:.1?}, each block {looking:.1?}, \
         parts {opening:.1?}, index {sound:.1?}; on the thread that draws: door {adding:.1?}, index {taking:.1?}"
    );
    keys(entries, &knowledge, &engine);
}

/// One key in the search box: first each as it comes, then what was found against all that fits.
fn keys(entries: &[Entry], knowledge: &Knowledge, engine: &Engine) {
    let typed = keystrokes(entries, 100);
    let mut keys: Vec<Duration> =
        typed.iter().map(|typed| timed(|| black_box(engine.find(knowledge, typed, 6))).1).collect();
    keys.sort_unstable();
    let at = |hundredth: usize| keys[keys.len() * hundredth / 100];
    println!("one key, {} of them: p50 {:.2?}, p99 {:.2?}", keys.len(), at(50), at(99));
    let (mut same, mut all) = (0, 0);
    for typed in typed.iter().step_by(24) {
        let exhaustive = engine.find(knowledge, typed, entries.len()).near;
        let best = engine.find(knowledge, typed, 10).near;
        let expected = &exhaustive[..exhaustive.len().min(10)];
        all += expected.len();
        same += expected.iter().filter(|hit| best.contains(hit)).count();
    }
    println!(
        "of {all} hits of scoring every service, the same: {:.3} (bar: .98)",
        same as f64 / all as f64
    );
}

fn write(pack: &Pack) -> Vec<u8> {
    let mut knowledge = Knowledge::embedded().unwrap();
    let Pack { manifest, services } = pack.clone();
    let list = knowledge.add(manifest, services, Seal::Unsigned, "").unwrap();
    let index = airt::search::index(&knowledge, list);
    drop(knowledge);
    pack::write_with_index(pack, &index).unwrap()
}

/// The most that was resident until now, in KiB.
fn most() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let started = Instant::now();
    let made = work();
    (made, started.elapsed())
}

fn service((place, entry): (usize, &Entry)) -> Service {
    let cut = |text: &str, most: usize| text.chars().take(most).collect::<String>();
    Service {
        name: cut(&entry.title, 50),
        what_it_does: cut(&entry.summary, 200),
        who_for: cut(&entry.body, 150),
        phone: format!("01632 96{:04}", place % 10_000),
        hours: "Mo-Fr 09:00-17:00; PH off".to_owned(),
        area: format!("Town {}", char::from(b'A' + u8::try_from(place % TOWNS % 26).unwrap())),
        address: format!("{} Invented Street", place % 90),
        languages: "English; Polish".to_owned(),
        words_people_use: cut(&entry.keywords.join("; "), 200),
        checked_on: "2026-11-01".to_owned(),
        checked_how: "rung".to_owned(),
        source: "Made up for a bench".to_owned(),
        private_address: "no".to_owned(),
        ..Service::default()
    }
}

fn as_csv(services: &[Service]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(airt::knowledge::local::COLUMNS).unwrap();
    for service in services {
        writer.write_record(service.cells().map(|(_, text, _)| text)).unwrap();
    }
    writer.into_inner().unwrap()
}

fn manifest(services: usize) -> Manifest {
    let text = str::to_owned;
    Manifest {
        id: text("bench"),
        name: text("A made-up list"),
        maker: text("A bench"),
        licence: text("None"),
        attribution: text("None"),
        made: text("2026-11-25"),
        services,
        ..Manifest::default()
    }
}

fn sign(bytes: &[u8]) -> (Keys, String) {
    let key = KeyPair::generate_unencrypted_keypair().unwrap();
    let signature = minisign::sign(None, &key.sk, bytes, None, None).unwrap().to_string();
    let public = key.pk.to_box().unwrap().to_string();
    (Keys::parse([public.as_str()]).unwrap(), signature)
}

/// Of the whole program with the pack: when its menu is there, and what it takes.
#[cfg(target_os = "linux")]
fn memory(bytes: &[u8]) {
    use std::process::Command;
    let file = std::env::temp_dir().join(format!("airt-bench-{}.airtpack", std::process::id()));
    std::fs::write(&file, bytes).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_airt"));
    let mut without = pty::Session::start(&mut Command::new(env!("CARGO_BIN_EXE_airt")), 80, 24);
    without.wait_for("What do you need?");
    println!("memory without a pack: {}", resident(without.child.id()));
    let started = Instant::now();
    let mut session = pty::Session::start(command.arg("--pack").arg(&file), 80, 24);
    session.wait_for("What do you need?");
    let first = started.elapsed();
    session.wait_for("Near you");
    println!("first picture {first:.1?}, the pack in the menu {:.1?}", started.elapsed());
    println!("memory with the pack: {} (bar: 12 MB at 10,000)", resident(session.child.id()));
    session.send("help with food");
    session.wait_for("best match");
    println!("after a search: {}", resident(session.child.id()));
    std::fs::remove_file(file).unwrap();
}

/// What the kernel counts as resident, at most until now, and how much of it is of no file.
#[cfg(target_os = "linux")]
fn resident(process: u32) -> String {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let field = |what: &str| {
        let line = status.lines().find(|line| line.starts_with(what)).unwrap();
        line.split_whitespace().nth(1).unwrap().to_owned()
    };
    let (all, most, own) = (field("VmRSS:"), field("VmHWM:"), field("RssAnon:"));
    format!("{all} KiB, at most {most} KiB; of no file {own} KiB")
}
