//! Packs from people who mean harm: changed, cut, made by hand. A frightened person sees the pages of
//! airt whatever lies there, and one clear line.

use std::io::Cursor;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::{LazyLock, Mutex, PoisonError};

use airt::knowledge::Knowledge;
use airt::knowledge::local::{Manifest, Seal, Service, clean};
use airt::pack::{self, Keys, NotSealed, Pack, check_seal};
use airt::search::{Engine, EntryHit};
use minisign::KeyPair;
use proptest::prelude::*;

use crate::support::lists::{self, folder, pack, service};

/// What a pack may do: be refused in one line, or be read and add services behind all others.
fn harmless(bytes: &[u8]) {
    match pack::read(bytes) {
        Err(fault) => assert_eq!(fault.lines().count(), 1, "{fault}"),
        Ok(Pack { manifest, services }) => {
            let mut knowledge = Knowledge::embedded().unwrap();
            let first: Vec<String> = knowledge.entries().iter().map(|e| e.id.clone()).collect();
            let _ = knowledge.add(manifest, services, Seal::Unsigned, "");
            let still: Vec<&str> = knowledge.entries().iter().map(|e| e.id.as_str()).collect();
            assert_eq!(still, first);
            knowledge.services().for_each(|place| safe_to_show(&knowledge, place));
        }
    }
    harmless_unread(bytes);
}

static ENGINE: LazyLock<Mutex<Engine>> =
    LazyLock::new(|| Mutex::new(Engine::of_knowledge(&Knowledge::embedded().unwrap())));

/// The same where records are read when they are shown, and found by the index of the pack.
fn harmless_unread(bytes: &[u8]) {
    let mut knowledge = Knowledge::embedded().unwrap();
    if lists::open(&mut knowledge, bytes.to_vec()).is_err() {
        return;
    }
    let mut engine = ENGINE.lock().unwrap_or_else(PoisonError::into_inner);
    let before: Vec<_> =
        QUESTIONS.iter().map(|question| engine.find(&knowledge, question, 10).answers).collect();
    engine.take_lists(&knowledge);
    for (question, before) in QUESTIONS.iter().zip(before) {
        let finding = engine.find(&knowledge, question, 10);
        assert_eq!(finding.answers, before, "{question}");
        finding.near.iter().for_each(|hit| safe_to_show(&knowledge, hit.entry));
    }
    knowledge.services().for_each(|place| safe_to_show(&knowledge, place));
}

/// Words of the sample and of people, whole, begun, mistyped and misheard; and its numbers.
const QUESTIONS: [&str; 8] = [
    "help me he will kill me",
    "hungry",
    "toothache dentist in dundee",
    "toothake dentst",
    "lawyer for my pap",
    "kitchin harber",
    "01632 960001",
    "960001 999",
];

/// That a page of a list has no text, number or id that could do harm.
fn safe_to_show(knowledge: &Knowledge, place: airt::knowledge::entry::EntryIndex) {
    let entry = &knowledge[place];
    let local = entry.local.as_ref().unwrap();
    let texts = [&entry.title, &entry.summary, &local.source];
    let texts = texts.into_iter().chain(&entry.who).chain(local.details.iter().map(|(_, t)| t));
    for text in texts {
        assert_eq!(clean(text), *text);
        assert!(!text.starts_with(['=', '+', '-', '@']), "{text}");
        let hidden = |c: char| c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c);
        assert!(!text.contains(hidden), "{text:?}");
    }
    for phone in &entry.phones {
        let digits = phone.number.digits();
        assert!(!["999", "101", "112", "08000121700"].contains(&digits.as_str()), "{digits}");
        assert!(!digits.starts_with("09") && !digits.starts_with("070"), "{digits}");
    }
    assert!(entry.id.contains('/'), "{}", entry.id);
}

fn sample() -> Vec<u8> {
    pack::write(&lists::sample()).unwrap()
}

/// A pack with these lengths in its head.
fn with_lengths(lengths: [u32; 4]) -> Vec<u8> {
    let mut bytes = sample();
    bytes[12..28].copy_from_slice(&lengths.map(u32::to_le_bytes).concat());
    bytes
}

/// A pack that somebody made by hand of these parts, which fill it.
fn of_parts(parts: [&[u8]; 4]) -> Vec<u8> {
    let length = |part: &[u8]| u32::try_from(part.len()).unwrap().to_le_bytes();
    [b"AIRTPACK\x02\0\0\0", &parts.map(length).concat()[..], &parts.concat()].concat()
}

#[test]
fn a_pack_cut_at_any_byte_is_one_line() {
    let bytes = sample();
    for end in 0..bytes.len() {
        let fault = pack::read(&bytes[..end]).unwrap_err();
        assert_eq!(fault.lines().count(), 1, "{fault}");
    }
    assert!(pack::read(&[&bytes[..], b" "].concat()).is_err(), "nothing may stand behind it");
}

#[test]
fn a_large_pack_cut_at_every_thousandth_byte_is_one_line() {
    let services = (0..2_000).map(|place| Service { id: format!("s-{place}"), ..service("Hall") });
    let bytes = lists::indexed(&pack(services.collect()));
    assert!(bytes.len() > 100_000);
    let mut knowledge = Knowledge::embedded().unwrap();
    for end in (0..bytes.len()).step_by(1_000) {
        assert!(pack::read(&bytes[..end]).is_err(), "{end}");
        assert!(lists::open(&mut knowledge, bytes[..end].to_vec()).is_err(), "{end}");
    }
}

#[test]
fn giant_counts_and_lengths_that_overlap_are_refused() {
    const MOST: u32 = u32::MAX;
    for lengths in [[MOST; 4], [MOST, 0, 0, 0], [0, MOST, 0, 0], [0, 0, 0, MOST], [0; 4], [20; 4]] {
        assert!(pack::read(&with_lengths(lengths)).is_err(), "{lengths:?}");
    }
    let mut pack = lists::sample();
    pack.manifest.services = usize::MAX;
    assert!(pack::read(&pack::write(&pack).unwrap()).is_err());
}

#[test]
fn records_that_end_before_they_begin_or_behind_the_file_are_refused() {
    let two = serde_json::to_vec(&Manifest { services: 2, ..lists::manifest("a") }).unwrap();
    let ends = |ends: [u32; 2]| ends.map(u32::to_le_bytes).concat();
    for ends in [ends([9, 4]), ends([4, 9]), ends([0, 3]), vec![0; 3], vec![0; 9], vec![4, 0, 0, 0]]
    {
        let bytes = of_parts([&two, &ends, b"abcd", b""]);
        assert!(pack::read(&bytes).unwrap_err().starts_with("it is broken"), "{ends:?}");
        harmless(&bytes);
    }
    // They fill their place, and are no cells.
    let bytes = of_parts([&two, &ends([2, 4]), b"\xff\xff\xff\x7f", b""]);
    assert!(pack::read(&bytes).unwrap_err().starts_with("it is broken"));
    harmless_unread(&bytes);
}

/// Each takes memory before anybody reads it: a file on a stick could have so many that none is left.
#[test]
fn more_records_than_an_index_can_have_are_refused_before_they_take_room() {
    let count = (1 << 20) + 1;
    let many = Manifest { services: count, ..lists::manifest("a") };
    let manifest = serde_json::to_vec(&many).unwrap();
    let bytes = of_parts([&manifest, &vec![0; 4 * count], b"", b"\0\0\0\0"]);
    let fault = pack::open(Box::new(bytes)).map(drop).unwrap_err();
    assert_eq!(fault, "it has more than 1048576 services: make two lists of it");
    let written = pack::write(&Pack { services: vec![Service::default(); count], manifest: many });
    assert_eq!(written.map(drop), Err(fault));
}

/// The index of the sample, piece by piece.
fn index_of(pack: &Pack) -> Vec<Vec<u8>> {
    let mut knowledge = Knowledge::embedded().unwrap();
    let list = lists::add(&mut knowledge, pack.clone());
    airt::search::index(&knowledge, list)
}

/// Whether the search takes an index for the sample.
fn is_taken(index: &[Vec<u8>]) -> bool {
    let bytes = pack::write_with_index(&lists::sample(), index).unwrap();
    harmless(&bytes);
    let opened = pack::open(Box::new(bytes));
    opened.is_ok_and(|list| {
        list.index().is_some_and(|(parts, records)| airt::search::is_index(parts, records))
    })
}

#[test]
fn an_index_with_a_piece_too_few_too_short_or_too_great_is_refused() {
    let index = index_of(&lists::sample());
    assert!(is_taken(&index));
    for place in 0..index.len() {
        let with = |piece: Vec<u8>| {
            let mut index = index.clone();
            index[place] = piece;
            index
        };
        assert!(!is_taken(&[&index[..place], &index[place + 1..]].concat()), "{place}");
        // Without the last there is no number to find, and nothing wrong.
        assert!(place + 1 == index.len() || !is_taken(&with(Vec::new())), "{place}");
        // Which digits stand in a number, or which number an ending is of, nothing else tells.
        if place < NUMBERS {
            assert!(!is_taken(&with(index[place][12..].to_vec())), "{place}");
            assert!(!is_taken(&with(vec![0xff; index[place].len()])), "{place}");
            assert!(!is_taken(&with(index[place].iter().copied().rev().collect())), "{place}");
        }
    }
}

/// The first piece of the index that is of numbers.
const NUMBERS: usize = 10;

#[test]
fn a_piece_of_the_index_that_is_longer_than_the_file_is_refused() {
    let [manifest, ends, records] = [
        serde_json::to_vec(&Manifest { services: 0, ..lists::manifest("a") }).unwrap(),
        Vec::new(),
        Vec::new(),
    ];
    for index in [&[0xff; 4][..], &[0xff; 3], &[5, 0, 0, 0, 1, 2, 3, 4], &[0, 0, 0, 0, 1]] {
        let bytes = of_parts([&manifest, &ends, &records, index]);
        assert!(pack::read(&bytes).unwrap_err().contains("its index is cut"), "{index:?}");
    }
}

/// Somebody who makes an index by hand leads to the wrong services of their own list, and no further.
#[test]
fn an_index_that_lies_shows_the_records_and_moves_no_page_of_airt() {
    let right = lists::sample();
    let mut turned = right.clone();
    turned.services.reverse();
    for service in &mut turned.services {
        service.words_people_use = "help; danger; police; kill; 999; passport; boss".to_owned();
    }
    let lying = index_of(&turned);
    assert!(is_taken(&lying));
    let mut knowledge = Knowledge::embedded().unwrap();
    let bytes = pack::write_with_index(&right, &lying).unwrap();
    lists::open(&mut knowledge, bytes).unwrap();
    let engine = Engine::of_knowledge(&knowledge);
    let finding = engine.find(&knowledge, "he will kill me, help", 10);
    assert_eq!(finding.answers.hits[0].entry, knowledge.always().emergency.entry);
    let own = |hit: &EntryHit| hit.entry.position() < knowledge.entries().len();
    assert!(finding.answers.hits.iter().all(own));
    let near = engine.find(&knowledge, "dentist at the docks", 10).near;
    let names: Vec<&str> = near.iter().map(|hit| knowledge[hit.entry].title.as_str()).collect();
    assert_ne!(names.first(), Some(&"Dentist at the Docks"), "the index lies");
    let known = |name: &&str| right.services.iter().any(|service| service.name == **name);
    assert!(!names.is_empty() && names.iter().all(known), "{names:?}");
}

#[test]
fn a_service_that_is_not_right_is_never_found_shown_or_listed() {
    let bad = Service {
        id: "bad".to_owned(),
        phone: "0909 879 0001".to_owned(),
        ..service("Zebra hall")
    };
    let pack = pack(vec![bad, service("Zebra house")]);
    let mut knowledge = Knowledge::embedded().unwrap();
    let list = lists::open(&mut knowledge, pack::write(&pack).unwrap()).unwrap();
    let engine = Engine::of_knowledge(&knowledge);
    let near = engine.find(&knowledge, "zebra", 10).near;
    let names: Vec<&str> = near.iter().map(|hit| knowledge[hit.entry].title.as_str()).collect();
    assert_eq!(names, ["Zebra house"]);
    assert_eq!(knowledge[list].entries().count(), 1);
    assert_eq!(knowledge.find("sample/bad"), None);
    assert!(knowledge.find("sample/zebra-house").is_some());
}

/// A fault quotes the file, and the file was written by whoever it was written by.
#[test]
fn no_fault_carries_what_a_terminal_obeys() {
    let manifest = "{\"\u{1b}]0;x\u{7}\u{202e}".to_owned() + &"x".repeat(5_000) + "\": 1}";
    let manifest = manifest.replace('\u{1b}', "\\u001b").replace('\u{7}', "\\u0007");
    let bytes = of_parts([manifest.as_bytes(), b"", b"", b""]);
    let fault = pack::read(&bytes).unwrap_err();
    assert_eq!(clean(&fault), fault);
    assert!(fault.len() < 400, "{fault}");
    let folder = folder("faults");
    let sheet = folder.join("a.csv");
    let rows =
        "name,what_it_does,phone,source\nHall,tea,01632 960001,us\nHall,tea,\u{1b}[2J no,us\n";
    std::fs::write(&sheet, rows).unwrap();
    let out = folder.join("\u{1b}[2J.airtpack");
    let said = crate::support::program::printed(&[
        "pack",
        "build",
        sheet.to_str().unwrap(),
        "--name",
        "A",
        "--maker",
        "B",
        "--licence",
        "C",
        "--attribution",
        "D",
        "--made",
        "2026-11-25",
        "--out",
        folder.join("a").to_str().unwrap(),
    ]);
    assert!(said.contains("row 3, phone") && !said.contains('\u{1b}'), "{said:?}");
    std::fs::write(&out, b"AIRTPACK").unwrap();
    let said = crate::support::program::refusal(&["list", "--pack", out.to_str().unwrap()]);
    assert!(!said.contains('\u{1b}'), "{said:?}");
}

/// Rows that no build would write, and that somebody wrote by hand.
#[test]
fn a_record_made_by_hand_goes_through_the_same_door() {
    let text = str::to_owned;
    let hall = || service("Hall");
    let hostile = [
        Service { name: text("Modern Slavery Helpline"), ..hall() },
        Service { name: text("999"), ..hall() },
        Service { name: text("Emergency \u{1d7d7}\u{1d7d7}\u{1d7d7}"), ..hall() },
        Service { name: text("M\u{43e}dern Slavery Helpline"), ..hall() },
        Service { phone: text("999"), ..hall() },
        Service { phone: text("0800 0121 701"), ..hall() },
        Service { phone: text("0909 879 0001"), ..hall() },
        Service { phone: text("07012 345678"), ..hall() },
        Service { phone: text("0141 276 7724\u{1b}[2J"), ..hall() },
        Service { what_it_does: text("Call 09098790001"), ..hall() },
        Service { what_it_does: text("\u{1b}]0;title\u{7}"), ..hall() },
        Service { what_it_does: text("\u{202e}right to left"), ..hall() },
        Service { what_it_does: "x".repeat(1_000_000), ..hall() },
        Service { name: "x".repeat(61), ..hall() },
        Service { id: text("../../emergency-999"), ..hall() },
        Service { id: text("a/b"), ..hall() },
        Service { id: String::new(), ..hall() },
        Service { website: text("javascript:alert"), ..hall() },
        Service { website: text("https://аpple.com"), ..hall() },
        Service { checked_on: text("2099-01-01"), checked_how: text("rung"), ..hall() },
        Service { private_address: text("yes"), address: text("1 Hidden Street"), ..hall() },
        Service { what_it_does: text("A refuge"), address: text("1 Hidden Street"), ..hall() },
        Service { source: String::new(), ..hall() },
    ];
    for service in hostile {
        let mut knowledge = Knowledge::embedded().unwrap();
        let list = lists::add(&mut knowledge, pack(vec![service.clone()]));
        assert_eq!(knowledge.services().len(), 0, "{service:?}");
        assert_eq!(knowledge[list].left_out.len(), 1);
    }
}

#[test]
fn a_list_cannot_call_itself_what_airt_is() {
    for change in [
        |pack: &mut Pack| pack.manifest.name = "Modern Slavery Helpline".to_owned(),
        |pack: &mut Pack| pack.manifest.name = "999".to_owned(),
        |pack: &mut Pack| pack.manifest.id = "../x".to_owned(),
        |pack: &mut Pack| pack.manifest.maker = "\u{202e}".to_owned(),
        |pack: &mut Pack| pack.manifest.maker = String::new(),
        |pack: &mut Pack| pack.manifest.note = "x".repeat(201),
        |pack: &mut Pack| pack.manifest.note = "Call 0909 879 0001 first.".to_owned(),
        |pack: &mut Pack| pack.manifest.licence = "Ring 0909 879 0001".to_owned(),
        |pack: &mut Pack| pack.manifest.attribution = "Ring +44 909 8790001".to_owned(),
        |pack: &mut Pack| pack.manifest.attribution = "© 2026 0909 879 0001".to_owned(),
        |pack: &mut Pack| pack.manifest.attribution = "© 100012345 0909 879 0001".to_owned(),
        |pack: &mut Pack| pack.manifest.attribution = "Ring 118 118".to_owned(),
        |pack: &mut Pack| pack.manifest.attribution = "Do not call the police.".to_owned(),
        |pack: &mut Pack| pack.manifest.licence = "Give us your passport.".to_owned(),
        |pack: &mut Pack| pack.manifest.name = "Signed with a key".to_owned(),
        |pack: &mut Pack| pack.manifest.maker = "Nobody signed: Dundee".to_owned(),
        |pack: &mut Pack| pack.manifest.made = "yesterday".to_owned(),
    ] {
        let mut pack = lists::sample();
        change(&mut pack);
        let mut knowledge = Knowledge::embedded().unwrap();
        let Pack { manifest, services } = pack;
        assert!(
            knowledge.add(manifest.clone(), services, Seal::Signed, "").is_err(),
            "{manifest:?}"
        );
        assert_eq!(knowledge.services().len(), 0);
    }
}

/// The words that licences ask for, with the digits that they have.
#[test]
fn credit_and_licence_may_have_digits_that_nobody_can_ring() {
    for credit in [
        "Contains OS data © Crown copyright 100012345",
        "Contains OS data © Crown copyright and database rights 2026 OS AC0000801234",
        "© Crown copyright and database right 2026. All rights reserved. Ordnance Survey licence number 100023456 (2026)",
        "Contains public sector information licensed under the Open Government Licence v3.0.",
        "© OpenStreetMap contributors. You must give credit and not hold others back: ODbL 1.0",
        "Dundee Together, 25 November 2026, charity number SC012345",
        "Charity no. 1012345, company no. 05123456",
        "Directory of 01-04-2025 - 31-03-2026",
    ] {
        let mut pack = lists::sample();
        pack.manifest.attribution = credit.to_owned();
        pack.manifest.licence = credit.chars().take(120).collect();
        let Pack { manifest, services } = pack;
        let mut knowledge = Knowledge::embedded().unwrap();
        assert_eq!(knowledge.add(manifest, services, Seal::Signed, "").err(), None, "{credit}");
    }
}

fn sign(key: &KeyPair, bytes: &[u8]) -> String {
    minisign::sign(Some(&key.pk), &key.sk, Cursor::new(bytes), None, None).unwrap().to_string()
}

fn new_key() -> (KeyPair, String) {
    let key = KeyPair::generate_unencrypted_keypair().unwrap();
    let public = key.pk.to_box().unwrap().to_string();
    (key, public)
}

#[test]
fn only_the_whole_file_as_it_was_signed_is_taken() {
    let (key, public) = new_key();
    let (other, other_public) = new_key();
    let bytes = sample();
    let (signature, others) = (sign(&key, &bytes), sign(&other, &bytes));
    let keys = |written: &[&str]| Keys::parse(written.iter().copied()).unwrap();
    let (mine, both, none) = (keys(&[&public]), keys(&[&other_public, &public]), keys(&[]));
    let check = |bytes: &[u8], signature: Option<&str>, keys: &Keys, only| {
        check_seal(bytes, signature, keys, only)
    };
    assert_eq!(check(&bytes, Some(&signature), &mine, true), Ok(Seal::Signed));
    assert_eq!(check(&bytes, Some(&signature), &both, true), Ok(Seal::Signed));
    assert_eq!(check(&bytes, Some(&others), &mine, false), Err(NotSealed::Wrong));
    assert_eq!(check(&bytes, Some("rubbish"), &mine, false), Err(NotSealed::Wrong));
    assert_eq!(check(&bytes, None, &mine, false), Ok(Seal::Unsigned));
    assert_eq!(check(&bytes, None, &mine, true), Err(NotSealed::Unsigned));
    // A signature means nothing to a computer that trusts no key.
    assert_eq!(check(&bytes, Some(&signature), &none, false), Ok(Seal::Unchecked));
    assert_eq!(check(&bytes, Some("rubbish"), &none, false), Ok(Seal::Unsigned));
    assert_eq!(check(&bytes, Some(&signature), &none, true), Err(NotSealed::Unsigned));
    for place in (0..bytes.len()).step_by(97) {
        let mut changed = bytes.clone();
        changed[place] ^= 1;
        assert_eq!(check(&changed, Some(&signature), &mine, false), Err(NotSealed::Wrong));
    }
    assert!(Keys::parse([public.as_str(), &other_public, &new_key().1]).is_err(), "three keys");
    assert!(Keys::parse(["rubbish"]).is_err());
}

/// A home with its own folders of settings and packs.
struct Home(std::path::PathBuf);

impl Home {
    fn new(name: &str) -> Self {
        let home = Self(folder(name));
        std::fs::create_dir_all(home.packs()).unwrap();
        std::fs::create_dir_all(home.0.join("config/airt")).unwrap();
        home
    }

    fn packs(&self) -> std::path::PathBuf {
        self.0.join("data/airt/packs")
    }

    fn lay(&self, name: &str, bytes: &[u8]) {
        std::fs::write(self.packs().join(name), bytes).unwrap();
    }

    fn settings(&self, json: &str) {
        std::fs::write(self.0.join("config/airt/settings.json"), json).unwrap();
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_airt"));
        command.args(arguments).env("HOME", &self.0);
        command.env("XDG_CONFIG_HOME", self.0.join("config"));
        command.env("XDG_DATA_HOME", self.0.join("data")).output().unwrap()
    }

    /// What a list of all pages prints, and the line beside it.
    fn listed(&self, arguments: &[&str]) -> (String, String) {
        let output = self.run(&[&["list"], arguments].concat());
        assert!(output.status.success(), "{output:?}");
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (text(output.stdout), text(output.stderr))
    }
}

const SERVICE: &str = "sample/harbour-kitchen";

// Where the folders are is told by these variables on Linux alone.
#[cfg(target_os = "linux")]
#[test]
fn a_pack_in_the_folder_is_there_and_a_broken_one_is_a_line() {
    let home = Home::new("folder");
    home.lay("sample.airtpack", &sample());
    assert!(home.listed(&[]).0.contains(SERVICE));
    home.lay("broken.airtpack", b"AIRTPACK rubbish");
    let (list, said) = home.listed(&[]);
    assert!(list.contains(SERVICE) && list.contains("emergency-999"), "{list}");
    assert!(said.starts_with("airt: broken.airtpack is left out: "), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
}

#[test]
fn a_pack_whose_index_leads_nowhere_is_left_out_in_one_line() {
    let mut index = index_of(&lists::sample());
    // The places of documents: there are not so many.
    index[5].fill(0xff);
    let file = folder("lying-index").join("sample.airtpack");
    std::fs::write(&file, pack::write_with_index(&lists::sample(), &index).unwrap()).unwrap();
    let said = crate::support::program::refusal(&["list", "--pack", file.to_str().unwrap()]);
    let left_out = "sample.airtpack is left out: it is broken (its index): copy it again from";
    assert!(said.contains(left_out), "{said}");
}

#[cfg(target_os = "linux")]
#[test]
fn only_signed_takes_what_a_pinned_key_signed() {
    let home = Home::new("signed");
    let (key, public) = new_key();
    let bytes = sample();
    home.lay("sample.airtpack", &bytes);
    assert!(!home.listed(&["--only-signed"]).0.contains(SERVICE));
    home.lay("sample.airtpack.minisig", sign(&key, &bytes).as_bytes());
    assert!(!home.listed(&["--only-signed"]).0.contains(SERVICE), "no key is pinned");
    let page = String::from_utf8(home.run(&["show", SERVICE]).stdout).unwrap();
    assert!(page.contains("has a signature, but nobody here can say whose"), "{page}");
    assert!(!page.contains("Nobody signed"), "{page}");
    home.lay("town.pub", public.as_bytes());
    let (list, said) = home.listed(&["--only-signed"]);
    assert!(list.contains(SERVICE) && said.is_empty(), "{said}");
    let page = home.run(&["show", SERVICE]);
    let page = String::from_utf8(page.stdout).unwrap();
    assert!(page.contains("Signed with a key that this computer"), "{page}");
    assert!(!page.contains("Nobody signed"), "{page}");
    // Changed by one letter: refused without being read, signed-only or not.
    let changed = String::from_utf8_lossy(&bytes).replace("960001", "960007");
    home.lay("sample.airtpack", changed.as_bytes());
    let (list, said) = home.listed(&[]);
    assert!(
        !list.contains(SERVICE) && said.contains("it was changed since it was signed"),
        "{said}"
    );
}

#[cfg(target_os = "linux")]
#[test]
fn keys_of_the_settings_count_and_a_broken_file_trusts_nobody() {
    let home = Home::new("settings");
    let (key, public) = new_key();
    let bytes = sample();
    home.lay("sample.airtpack", &bytes);
    home.lay("sample.airtpack.minisig", sign(&key, &bytes).as_bytes());
    let line = public.lines().last().unwrap();
    home.settings(&format!(r#"{{"keys": ["{line}"], "only_signed": true}}"#));
    assert!(home.listed(&[]).0.contains(SERVICE));
    for broken in [r#"{"keys": ["rubbish"]}"#, r#"{"only_signed": tr"#] {
        home.settings(broken);
        assert!(!home.listed(&[]).0.contains(SERVICE), "{broken}");
    }
    home.settings(r#"{"area": "Perth"}"#);
    let (list, _) = home.listed(&[]);
    assert!(list.contains("sample/coats-and-shoes") && !list.contains(SERVICE), "{list}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_key_that_lies_beside_a_pack_on_a_stick_is_trusted_by_nobody() {
    let home = Home::new("stick");
    let stick = folder("on-the-stick");
    let (key, public) = new_key();
    let bytes = sample();
    let lay = |name: &str, bytes: &[u8]| std::fs::write(stick.join(name), bytes).unwrap();
    lay("sample.airtpack", &bytes);
    lay("sample.airtpack.minisig", sign(&key, &bytes).as_bytes());
    lay("minisign.pub", public.as_bytes());
    let file = stick.join("sample.airtpack");
    let refused = home.run(&["list", "--only-signed", "--pack", file.to_str().unwrap()]);
    assert_eq!(refused.status.code(), Some(2), "{refused:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn of_two_packs_with_one_id_a_signed_one_counts_then_the_newer() {
    let home = Home::new("twins");
    let named = |name: &str, sequence| {
        let mut pack = lists::sample();
        pack.manifest.name = name.to_owned();
        pack.manifest.sequence = sequence;
        pack::write(&pack).unwrap()
    };
    home.lay("a.airtpack", &named("Old list", 1));
    home.lay("b.airtpack", &named("New list", 2));
    let (list, _) = home.listed(&[]);
    assert!(list.contains("New list") && !list.contains("Old list"), "{list}");
    // Whoever lays an unsigned list there cannot push a signed one out.
    let (key, public) = new_key();
    home.lay("a.airtpack.minisig", sign(&key, &named("Old list", 1)).as_bytes());
    home.lay("town.pub", public.as_bytes());
    let (list, _) = home.listed(&[]);
    assert!(list.contains("Old list") && !list.contains("New list"), "{list}");
}

#[test]
fn a_pipe_or_a_folder_is_no_pack_and_nothing_waits_for_it() {
    let folder = folder("pipe");
    let pipe = folder.join("pipe.airtpack");
    let made = Command::new("mkfifo").arg(&pipe).status().is_ok_and(|made| made.success());
    let paths = [Some(folder.as_path()), made.then_some(pipe.as_path())];
    for path in paths.into_iter().flatten().map(Path::to_str) {
        let said = crate::support::program::refusal(&["list", "--pack", path.unwrap()]);
        let is_told =
            ["it is no ordinary file", "is a folder"].iter().any(|why| said.contains(why));
        assert!(is_told, "{said}");
    }
}

/// Text as people who mean harm write it: letters that hide and reorder among ordinary ones.
fn text() -> impl Strategy<Value = String> {
    let parts = prop_oneof![
        "[a-zA-Z0-9 ,.;:=+@/-]{0,20}",
        "\\PC{0,10}",
        Just("\u{1b}[2J".to_owned()),
        Just("\u{202e}".to_owned()),
        Just("\u{200b}".to_owned()),
        Just("999".to_owned()),
        Just("Modern Slavery Helpline".to_owned()),
        Just("0800 0121 701".to_owned()),
        Just("0909 879 0001".to_owned()),
        Just("e\u{301}\u{301}\u{301}\u{301}\u{301}".to_owned()),
    ];
    proptest::collection::vec(parts, 0..4).prop_map(|parts| parts.concat())
}

prop_compose! {
    fn any_service()(texts in proptest::collection::vec(text(), 19)) -> Service {
        let mut service = Service { id: texts[18].clone(), ..Service::default() };
        for ((_, cell), text) in service.cells_mut().zip(texts) {
            *cell = text;
        }
        service
    }
}

static INDEXED: LazyLock<Vec<u8>> = LazyLock::new(|| lists::indexed(&lists::sample()));

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn bits_that_flip_do_no_harm(flips in proptest::collection::vec((any::<prop::sample::Index>(), 0_u8..8), 1..6)) {
        let mut bytes = INDEXED.clone();
        for (place, bit) in flips {
            let place = place.index(bytes.len());
            bytes[place] ^= 1 << bit;
        }
        harmless(&bytes);
    }

    #[test]
    fn bytes_from_anywhere_do_no_harm(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        harmless(&bytes);
        harmless(&[b"AIRTPACK\x02\0\0\0", &bytes[..]].concat());
        let _ = lists::read(&bytes);
    }

    #[test]
    fn a_record_of_any_text_does_no_harm(any in any_service(), right in any_service()) {
        // As it is, and with what a row must have.
        let right = Service { name: clean(&right.name), what_it_does: clean(&right.what_it_does), id: "a".to_owned(), ..service("Hall") };
        harmless(&pack::write(&pack(vec![any, right])).unwrap());
    }

    #[test]
    fn cleaning_twice_changes_nothing(text in text()) {
        prop_assert_eq!(clean(&clean(&text)), clean(&text));
    }
}
