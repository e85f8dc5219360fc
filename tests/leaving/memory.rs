//! What was typed does not stay in the memory of the program, which is read while it runs. Only
//! root may: the program closes its memory to all others.

use std::fs::File;
use std::os::unix::fs::FileExt;
use std::process::Command;

use crate::support::left::shown;
use crate::support::pty::Session;

/// Everything in the memory of a program that it can change; none where nobody may read it.
fn memory(session: &Session) -> Option<Vec<u8>> {
    let pid = session.child.id();
    let Ok(file) = File::open(format!("/proc/{pid}/mem")) else {
        println!("skipped: only root may read the memory of the program");
        return None;
    };
    let maps = std::fs::read_to_string(format!("/proc/{pid}/maps")).unwrap();
    let parts = maps.lines().filter(|line| line.contains(" rw"));
    Some(parts.flat_map(|line| part(&file, line)).collect())
}

/// One part of memory, by its line in `proc_pid_maps(5)`: `from-to rw-p ...`.
fn part(memory: &File, line: &str) -> Vec<u8> {
    let (from, to) = line.split_once(' ').unwrap().0.split_once('-').unwrap();
    let [from, to] = [from, to].map(|place| u64::from_str_radix(place, 16).unwrap());
    let mut bytes = vec![0; usize::try_from(to - from).unwrap()];
    memory.read_exact_at(&mut bytes, from).unwrap();
    bytes
}

fn holds(memory: &[u8], what: &[u8]) -> bool {
    memory.windows(what.len()).any(|bytes| bytes == what)
}

/// Letters on their way are numbers of four bytes; the page keeps its own as UTF-8. These are so
/// rare that no other number in memory is one of them.
#[test]
fn letters_on_their_way_to_the_page_are_overwritten() {
    let letters: Vec<char> = ('\u{10410}'..'\u{10424}').collect();
    let mut session = shown();
    // All in one read, and then a few more that pass through less room.
    session.send(letters.iter().collect::<String>());
    session.wait_for("\u{10423}>");
    session.send("xyz");
    session.wait_for("xyz>");
    let Some(memory) = memory(&session) else { return };
    let left: Vec<_> = letters
        .into_iter()
        .filter(|&letter| holds(&memory, &u32::from(letter).to_ne_bytes()))
        .collect();
    assert!(left.is_empty(), "still there: {left:?}");
}

/// The letters of a line of capitals: words to search for are folded to small letters, so that
/// only the line itself has these.
#[test]
fn a_typed_line_is_overwritten_by_the_next() {
    let mut session =
        Session::start(Command::new(env!("CARGO_BIN_EXE_airt")).arg("--plain"), 80, 200);
    session.wait_for("help or hide:");
    session.send("ZQWXJKVHZQWXJKVH\r");
    session.wait_for("Nothing here fits");
    let Some(before) = memory(&session) else { return };
    assert!(holds(&before, b"ZQWXJKVH"), "the words are not where a test can find them");
    session.send("start\r");
    let starts = |session: &Session| session.screen().matches("Is this happening to me?").count();
    session.wait_until("the start again", |session| starts(session) == 2);
    session.send("57\r");
    session.wait_for("There is no 57 here");
    // The next line may lie over the beginning of the first.
    assert!(!holds(&memory(&session).unwrap(), b"QWXJKVH"));
}
