//! The other processes of a program, found by their names.

use super::pty::Session;

/// The guardians of a program, which are its children.
pub fn guardians(session: &Session) -> Vec<String> {
    children(session, "airt-guardian")
}

/// The children of a program with a name.
pub fn children(session: &Session, name: &str) -> Vec<String> {
    let pid = session.child.id();
    std::fs::read_to_string(format!("/proc/{pid}/task/{pid}/children"))
        .unwrap_or_default()
        .split_whitespace()
        .filter(|child| is_named(child, name))
        .map(str::to_owned)
        .collect()
}

fn is_named(pid: &str, name: &str) -> bool {
    let found = std::fs::read_to_string(format!("/proc/{pid}/comm"));
    found.is_ok_and(|found| found.trim() == name)
}

/// Whether a process is there, and not only waits to be asked for its end.
pub fn is_running(pid: &str) -> bool {
    std::fs::read_to_string(format!("/proc/{pid}/stat")).is_ok_and(|line| !line.contains(") Z"))
}
