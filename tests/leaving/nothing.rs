//! A session writes to the terminal and to nothing else, and could not if it tried.

use std::path::PathBuf;
use std::process::Command;

use crate::support::pty::{Session, page};

/// Reads a whole session as the kernel saw it, system call by system call.
#[test]
fn a_whole_session_opens_nothing_for_writing_but_the_terminal() {
    if Command::new("strace").arg("-V").output().is_err() {
        println!("skipped: strace is not installed");
        return;
    }
    let trace = scratch_file("strace");
    let mut command = Command::new("strace");
    command.arg("-f").arg("-o").arg(&trace).arg(page().get_program()).args(["--mouse", "--clock"]);
    let mut session = Session::start(&mut command, 80, 24);
    session.wait_for("SECRET-23");
    session.send("hello\x1b[A\x1b[6~\x7f");
    session.wait_for("Backspace");
    session.resize(60, 20);
    session.wait_for("SECRET 60x20");
    session.send("\x1b");
    session.wait_for("Mo Tu We");
    session.send("\x18");
    session.wait_for_end();

    let trace = std::fs::read_to_string(&trace).unwrap();
    let calls: Vec<&str> = trace.lines().filter(|line| !line.contains(" --- SIG")).collect();
    assert!(calls.len() > 100, "{trace}");
    for call in calls {
        assert!(!is_socket(call), "{call}");
        assert!(!changes_a_file(call), "{call}");
        let is_kept_nowhere =
            ["\"/dev/tty\"", "\"/dev/null\""].iter().any(|name| call.contains(name));
        assert!(!opens_for_writing(call) || is_kept_nowhere, "{call}");
        assert!(!starts_a_program(call) || call.contains(env!("CARGO_BIN_EXE_page")), "{call}");
    }
}

fn is_socket(call: &str) -> bool {
    ["socket(", "socketpair(", "connect(", "bind(", "sendto(", "sendmsg("]
        .iter()
        .any(|name| call.contains(name))
}

fn changes_a_file(call: &str) -> bool {
    let names = [
        "creat(",
        "mkdir",
        "rename",
        "unlink",
        "rmdir",
        "link(",
        "linkat(",
        "truncate",
        "chmod",
        "chown",
        "utime(",
        "utimes(",
        "utimensat(",
        "mknod",
        "setxattr",
        "memfd_create(",
        "io_uring",
        "ptrace(",
        "shmget(",
    ];
    names.iter().any(|name| call.contains(name))
}

fn opens_for_writing(call: &str) -> bool {
    call.contains("open")
        && ["O_WRONLY", "O_RDWR", "O_CREAT"].iter().any(|flag| call.contains(flag))
}

fn starts_a_program(call: &str) -> bool {
    call.contains("execve")
}

fn scratch_file(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name)
}
