//! How large the program is: on disk, and in memory once it is shown and has searched.
//!
//! `cargo bench --bench footprint`. Linux only: memory is read from `/proc`.

#![cfg(target_os = "linux")]
#![expect(clippy::print_stdout, clippy::unwrap_used, reason = "a bench prints, and may stop")]

#[expect(dead_code, reason = "the tests use more of it")]
#[path = "../tests/leaving/support/pty.rs"]
mod pty;

use std::process::Command;

use pty::Session;

fn main() {
    let program = env!("CARGO_BIN_EXE_airt");
    let size = std::fs::metadata(program).unwrap().len();
    println!("size of the executable: {} KiB (bar: 3072)", size / 1024);

    let mut session = Session::start(&mut Command::new(program), 80, 24);
    session.wait_for("What do you need?");
    println!("resident memory, first screen: {} KiB (bar: 8192)", resident(&session));
    session.send("my boss has my passport");
    session.wait_for("Advice about the law");
    println!("resident memory, after a search: {} KiB (bar: 8192)", resident(&session));
}

/// What the kernel counts as resident; the process is closed to others, but this is its parent.
fn resident(session: &Session) -> u64 {
    let path = format!("/proc/{}/status", session.child.id());
    let status = std::fs::read_to_string(path).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}
