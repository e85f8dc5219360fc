//! The second process of a program, found by its name.

use super::pty::Session;

/// The guardians of a program, which are its children.
pub fn guardians(session: &Session) -> Vec<String> {
    let pid = session.child.id();
    std::fs::read_to_string(format!("/proc/{pid}/task/{pid}/children"))
        .unwrap_or_default()
        .split_whitespace()
        .filter(|child| named_guardian(child))
        .map(str::to_owned)
        .collect()
}

fn named_guardian(pid: &str) -> bool {
    let name = std::fs::read_to_string(format!("/proc/{pid}/comm"));
    name.is_ok_and(|name| name.trim() == "airt-guardian")
}

/// Whether a process is there, and not only waits to be asked for its end.
pub fn is_running(pid: &str) -> bool {
    std::fs::read_to_string(format!("/proc/{pid}/stat")).is_ok_and(|line| !line.contains(") Z"))
}
