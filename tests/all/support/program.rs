//! The whole program through pipes: arguments and lines in, text and an exit code out.

use std::io::Write;
use std::process::{Command, Output, Stdio};

use airt::interface::printing::{Delivery, Reply};
use airt::paper::Order;

/// A Saturday night.
pub const SATURDAY_NIGHT: &str = "2026-12-05T23:00";

/// Runs the program while these lines are typed.
pub fn answered(arguments: &[&str], typed: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_airt"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("airt starts");
    // A program that asks nothing may end before it reads.
    let _ = child.stdin.take().expect("there is a pipe").write_all(typed.as_bytes());
    child.wait_with_output().expect("airt ends")
}

/// What the program prints when all goes well.
#[track_caller]
pub fn printed(arguments: &[&str]) -> String {
    success(&answered(arguments, ""))
}

/// The text of a run that went well.
#[track_caller]
pub fn success(output: &Output) -> String {
    assert!(output.status.success(), "{output:?}");
    assert!(output.stderr.is_empty(), "{output:?}");
    String::from_utf8(output.stdout.clone()).expect("text is UTF-8")
}

/// The one line on standard error of a command that could not be done.
#[track_caller]
pub fn refusal(arguments: &[&str]) -> String {
    let output = answered(arguments, "");
    assert_eq!(output.status.code(), Some(2), "{arguments:?}: {output:?}");
    assert!(output.stdout.is_empty(), "{arguments:?}: {output:?}");
    let line = String::from_utf8(output.stderr).expect("text is UTF-8");
    assert_eq!(line.lines().count(), 1, "{arguments:?}: {line}");
    line
}

/// Surroundings with no printer, and no place for a file.
pub fn cannot_print(order: &Order) -> Reply {
    match order {
        Order::Look => Reply::Found { printer: None, folder: "/home/ann".to_owned() },
        _ => Reply::Done(Delivery::NotAllowed),
    }
}
