//! Printing and saving: what the program that shows the screens may not do itself.

use std::env;
use std::ffi::OsStr;
use std::fs::{File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::interface::printing::{Delivery, Reply};
use crate::paper::Order;

/// How long `lp` and `lpstat` may take: a queue on a network that is away must not hold up the next
/// order for ever.
pub(super) const PATIENCE: Duration = Duration::from_secs(20);

/// How often to look whether they are done.
pub(super) const LOOK: Duration = Duration::from_millis(20);

/// Does what was ordered with what the system has, and says what became of it.
pub fn carry_out(order: &Order) -> Reply {
    match order {
        Order::Look => Reply::Found { printer: printer(), folder: folder().display().to_string() },
        Order::Print { text } => {
            let is_printed = run(&["lp"], text).is_some();
            Reply::Done(if is_printed { Delivery::Printed } else { Delivery::Refused })
        }
        Order::Save { name, page } => Reply::Done(save(name, page)),
    }
}

/// The printer that `lp` prints on, by its name in `lpstat -d`: "system default destination: NAME".
fn printer() -> Option<String> {
    let said = run(&["lpstat", "-d"], "")?;
    let (_, name) = said.trim().split_once(": ")?;
    Some(name.chars().filter(|letter| !letter.is_control()).collect())
}

/// Runs a program with a text to read, and gives back what it said if it did what it should.
pub(super) fn run(command: &[impl AsRef<OsStr>], input: &str) -> Option<String> {
    let (program, arguments) = command.split_first()?;
    let mut command = Command::new(program);
    command.args(arguments).env("LC_ALL", "C");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().ok()?;
    let written = child.stdin.take().map(|mut stdin| stdin.write_all(input.as_bytes()));
    let is_done = ends_well(&mut child).unwrap_or(false);
    let output = child.wait_with_output().ok()?;
    let is_done = is_done && written.is_some_and(|written| written.is_ok());
    is_done.then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Waits for the end of a program, and makes one that takes too long end.
fn ends_well(child: &mut Child) -> io::Result<bool> {
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status.success());
        }
        if start.elapsed() > PATIENCE {
            child.kill()?;
            return Ok(false);
        }
        thread::sleep(LOOK);
    }
}

/// Where a new file goes: the folder that the person is in, or their own one.
fn folder() -> PathBuf {
    let here = env::current_dir().ok().filter(|here| here.parent().is_some());
    here.or_else(env::home_dir).unwrap_or_else(|| PathBuf::from("/"))
}

/// Writes a new file; one that is there already is never touched.
fn save(name: &str, page: &str) -> Delivery {
    let is_named = Path::new(name).extension().is_some_and(|ending| ending == "html");
    let name = if is_named { name.to_owned() } else { format!("{name}.html") };
    let path = folder().join(name);
    match write_new(&path, page) {
        Ok(()) => Delivery::Saved(path.display().to_string()),
        Err(error) => match error.kind() {
            ErrorKind::AlreadyExists => Delivery::Exists,
            ErrorKind::NotFound | ErrorKind::NotADirectory => Delivery::NoFolder,
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Delivery::NotAllowed,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Delivery::DiskFull,
            _ => Delivery::Failed,
        },
    }
}

fn write_new(path: &Path, page: &str) -> io::Result<()> {
    let mut file = create_new(path)?;
    let written = file.write_all(page.as_bytes()).and_then(|()| file.sync_all());
    if written.is_err() {
        // Half a page is worse than none.
        _ = std::fs::remove_file(path);
    }
    written
}

/// A new file that only its owner can read, where the system knows owners.
fn create_new(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}
