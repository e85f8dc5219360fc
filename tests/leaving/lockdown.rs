//! Each layer of the lockdown refuses what it should, and is seen by itself.

use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use seccompiler::{BpfProgram, SeccompAction, SeccompFilter};

use crate::support::left::{shown, shown_by};
use crate::support::pty::{Session, page};

/// What is refused to a session. seccomp is asked first and answers "not permitted" (1); a signal is
/// for Landlock, because the guardian needs signals.
const REFUSED: &str = "read 1, write 1, remove 1, run 1, tcp 1, udp 1, unix 1, type 1, signal ";

#[test]
fn files_sockets_and_programs_are_refused_from_inside() {
    let scratch = scratch_folder("session");
    let mut session = Session::start(page().env("SCRATCH", &scratch), 160, 24);
    session.wait_for("SECRET-23");
    session.send("t");
    session.wait_for(REFUSED);
    let signal_is_refused = session.screen().contains(&format!("{REFUSED}1"));
    assert!(signal_is_refused || !has_all_of_landlock(), "{}", session.screen());
    session.send("\x18");
    assert!(session.wait_for_end().success());
    assert_untouched(&scratch);
}

#[test]
fn seccomp_refuses_without_landlock() {
    let said = refused_by("seccomp");
    assert!(said.contains(&format!("on; {REFUSED}0")), "{said}");
}

/// Landlock answers "access denied" (13) for files and programs.
#[test]
fn landlock_refuses_without_seccomp() {
    if !has_all_of_landlock() {
        println!("skipped: this kernel has no Landlock, or an old one");
        return;
    }
    let said = refused_by("landlock");
    assert!(said.contains("on; read 13, write 13, remove 13, run 13, tcp 13,"), "{said}");
    assert!(said.contains("signal 1"), "{said}");
}

/// What one layer alone refuses.
fn refused_by(layer: &str) -> String {
    let scratch = scratch_folder(layer);
    let mut command = page();
    let mut session =
        Session::start(command.args(["--only", layer]).env("SCRATCH", &scratch), 160, 24);
    session.wait_for_end();
    assert_untouched(&scratch);
    session.screen()
}

/// Whether the kernel knows every right that is asked of Landlock; the program is not asked, which
/// may be at fault. See `landlock_create_ruleset(2)`.
#[expect(unsafe_code, reason = "no kept crate says which version the kernel has")]
fn has_all_of_landlock() -> bool {
    const ASK_FOR_VERSION: u32 = 1;
    let nothing = std::ptr::null::<u8>();
    // SAFETY: asked for the version, the call reads nothing.
    let version = unsafe {
        libc::syscall(libc::SYS_landlock_create_ruleset, nothing, 0_usize, ASK_FOR_VERSION)
    };
    version >= 6
}

/// A folder with a file that must stay.
fn scratch_folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("old"), "").unwrap();
    folder
}

#[track_caller]
fn assert_untouched(scratch: &Path) {
    assert!(scratch.join("old").exists() && !scratch.join("new").exists());
}

#[test]
fn memory_is_closed_to_other_programs_of_the_same_person() {
    let mut other = as_a_person(&mut Command::new("sleep")).arg("60").spawn().unwrap();
    let others_memory_opens = opens_memory(other.id());
    other.kill().and_then(|()| other.wait()).unwrap();
    if !others_memory_opens || !may_run_the_page() {
        println!("skipped: this system lets no other program read memory, or not run the page");
        return;
    }
    let session = shown_by(as_a_person(&mut page()));
    assert!(!opens_memory(session.child.id()));
}

#[test]
fn a_fault_leaves_no_core_file() {
    let session = shown();
    let limits = std::fs::read_to_string(format!("/proc/{}/limits", session.child.id())).unwrap();
    let core: Vec<&str> = limits.lines().filter(|line| line.contains("core file")).collect();
    assert_eq!(core.concat().split_whitespace().collect::<Vec<_>>()[4..6], ["0", "0"]);
}

/// Nobody in particular: the rights of root would open everything.
fn as_a_person(command: &mut Command) -> &mut Command {
    const NOBODY: u32 = 65534;
    if rustix::process::geteuid().is_root() { command.uid(NOBODY).gid(NOBODY) } else { command }
}

/// Whether another program may open the memory of a process.
fn opens_memory(pid: u32) -> bool {
    let script = format!(": < /proc/{pid}/mem");
    as_a_person(Command::new("sh").args(["-c", &script])).output().unwrap().status.success()
}

fn may_run_the_page() -> bool {
    let program = env!("CARGO_BIN_EXE_page");
    as_a_person(Command::new("test").args(["-x", program])).status().unwrap().success()
}

/// What a system does whose settings let a program not give up its rights.
#[test]
fn what_settings_switch_off_is_said_to_be_switched_off_and_fails_the_check() {
    let allowed = SeccompAction::Allow;
    let refused = SeccompAction::Errno(u32::try_from(libc::EPERM).unwrap());
    let calls = [libc::SYS_seccomp, libc::SYS_landlock_create_ruleset];
    let rules = calls.into_iter().map(|call| (call, Vec::new())).collect();
    let target = std::env::consts::ARCH.try_into().unwrap();
    let filter = SeccompFilter::new(rules, allowed, refused, target).unwrap();
    let filter: BpfProgram = filter.try_into().unwrap();
    for (options, code) in [(&["--verify"][..], 2), (&["--version", "--verbose"], 0)] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_airt"));
        let filter = filter.clone();
        command.args(options);
        let said = with_filter(&mut command, filter).output().unwrap();
        let text = String::from_utf8(said.stdout).unwrap();
        let off = text.matches("off: switched off by the system's settings").count();
        assert_eq!((said.status.code(), off), (Some(code), 2), "{options:?}:\n{text}");
    }
}

#[expect(unsafe_code, reason = "the filter must be on before the program starts")]
fn with_filter(command: &mut Command, filter: BpfProgram) -> &mut Command {
    // SAFETY: between fork and exec only system calls are made.
    unsafe {
        command.pre_exec(move || {
            seccompiler::apply_filter(&filter).map_err(|_| std::io::ErrorKind::Other.into())
        })
    }
}

/// Where nothing is switched off, the check is passed, whatever the kernel has.
#[test]
fn the_check_is_passed_where_all_is_on_that_the_kernel_has() {
    let said = Command::new(env!("CARGO_BIN_EXE_airt")).arg("--verify").output().unwrap();
    let text = String::from_utf8(said.stdout).unwrap();
    assert_eq!(said.status.success(), !text.contains("switched off"), "{text}");
}
