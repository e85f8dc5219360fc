//! The way out, ready before the first page is drawn: a signal handler may neither allocate nor
//! wait.

use std::io;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags};
use rustix::io::Errno;
use rustix::process::Pid;
use rustix::termios::{OutputModes, SpecialCodeIndex, Termios};

use super::bell::Bell;
use super::device::Device;
use super::gate::Gate;
use super::guardian::Lifeline;
use crate::terminal::bytes::{self, SavedLines};

/// After the clear, keys pressed in fright still come for a while; the shell must not get them.
const QUIET: Duration = Duration::from_millis(400);

/// How long that may take with a key that is held down.
const LONGEST_NOISE: Duration = Duration::from_secs(10);

/// How often the program looks whether the terminal is still its own, and whether its guardian was
/// stopped.
pub(super) const LOOK: Duration = Duration::from_millis(250);

/// How long a piece of a picture may hold up the clear.
const WRITER_PATIENCE: Duration = Duration::from_millis(20);

/// How long the clear is tried at a terminal that takes nothing.
const DELIVERY_PATIENCE: Duration = Duration::from_secs(1);

static DEPARTURE: OnceLock<Departure> = OnceLock::new();

/// Everything the way out needs. One for the whole process, for ever.
pub(super) struct Departure {
    pub(super) device: Device,
    pub(super) gate: Gate,
    pub(super) bell: Bell,
    pub(super) lifeline: OnceLock<Lifeline>,
    settings: Termios,
    /// The process group at the front when the program began: its own.
    front: Option<Pid>,
    blank: Vec<u8>,
    clear: Vec<u8>,
    clear_after_resize: Vec<u8>,
    resized: AtomicBool,
}

impl Departure {
    /// Gets the way out ready for a terminal, whose settings now are the ones to give back.
    pub(super) fn prepare(device: Device) -> io::Result<&'static Self> {
        let departure = Self {
            settings: device.settings()?,
            front: device.front(),
            device,
            gate: Gate::new(),
            bell: Bell::new()?,
            lifeline: OnceLock::new(),
            blank: bytes::blank(),
            clear: bytes::leaving(SavedLines::Erasable),
            clear_after_resize: bytes::leaving(saved_lines()),
            resized: AtomicBool::new(false),
        };
        Ok(DEPARTURE.get_or_init(|| departure))
    }

    /// The way out, if a page may be on the screen.
    pub(super) fn get() -> Option<&'static Self> {
        DEPARTURE.get()
    }

    /// The terminal changed its size, and may have saved lines of the page.
    pub(super) fn note_resize(&self) {
        self.resized.store(true, SeqCst);
    }

    /// Blanks the screen until the gate opens again.
    pub(super) fn blank(&self) {
        self.gate.close();
        self.after_the_picture(|| {
            if self.device.write(&self.blank) != Ok(self.blank.len()) {
                self.device.unblock();
                self.deliver(&self.blank);
            }
        });
    }

    /// Clears the screen for ever. Safe in a signal handler, in any thread, any number of times.
    pub(super) fn clear(&self) {
        self.gate.shut();
        self.after_the_picture(|| {
            self.device.unblock();
            let resized = self.resized.load(SeqCst);
            self.deliver(if resized { &self.clear_after_resize } else { &self.clear });
        });
    }

    /// Whether the page may stay: this program has the terminal, and its guardian watches.
    pub(super) fn is_in_charge(&self) -> bool {
        let fronts = self.front.zip(self.device.front());
        let lost = fronts.is_some_and(|(found, now)| found != now);
        !lost && self.lifeline.get().is_none_or(Lifeline::holds)
    }

    /// Wakes whoever waits when the guardian dies. Without one it is the bell once more.
    pub(super) fn guardian_ends(&self) -> PollFd<'_> {
        let lifeline = self.lifeline.get();
        lifeline.map_or_else(
            || PollFd::new(&self.bell, PollFlags::empty()),
            |lifeline| PollFd::new(lifeline, PollFlags::empty()),
        )
    }

    /// The whole way out. Safe in a signal handler. Keys pressed from now on are not shown.
    pub(super) fn leave(&self) {
        if self.has_our_settings() {
            _ = self.make_raw();
        }
        self.clear();
        self.swallow_input();
        self.give_back();
    }

    /// Drops what is typed until the keyboard has been quiet for a while. Safe in a signal
    /// handler.
    pub(super) fn swallow_input(&self) {
        let start = Instant::now();
        let mut buffer = [0; 512];
        while start.elapsed() < LONGEST_NOISE && self.device.wait_to_read(QUIET) {
            if self.device.read(&mut buffer).is_none() {
                return;
            }
        }
    }

    /// Sets the terminal up so that every key comes at once and as it is.
    pub(super) fn make_raw(&self) -> io::Result<()> {
        let mut settings = self.settings.clone();
        settings.make_raw();
        self.device.set(&settings)
    }

    /// The settings as they were found.
    pub(super) fn found_settings(&self) -> Termios {
        self.settings.clone()
    }

    /// Gives the terminal back as it was found. Safe in a signal handler.
    pub(super) fn give_back(&self) {
        self.restore_settings();
        if let Some(lifeline) = self.lifeline.get() {
            lifeline.dismiss();
        }
    }

    /// Puts the settings back, unless a shell has put its own since.
    pub(super) fn restore_settings(&self) {
        self.device.drop_input();
        if self.has_our_settings() {
            _ = self.device.set(&self.settings);
        }
    }

    fn has_our_settings(&self) -> bool {
        self.device.settings().is_ok_and(|now| is_ours(&now))
    }

    /// Does something once the last piece of a picture is written. When that takes long, at once,
    /// and once more after it.
    fn after_the_picture(&self, act: impl Fn()) {
        let quiet = self.gate.wait_until_quiet(WRITER_PATIENCE);
        act();
        if !quiet {
            _ = self.gate.wait_until_quiet(DELIVERY_PATIENCE);
            act();
        }
    }

    fn deliver(&self, mut bytes: &[u8]) {
        let start = Instant::now();
        while !bytes.is_empty() && start.elapsed() < DELIVERY_PATIENCE {
            match self.device.write(bytes) {
                Ok(length) => bytes = &bytes[length..],
                Err(Errno::AGAIN) => self.device.wait_to_write(Duration::from_millis(50)),
                Err(Errno::INTR) => {}
                Err(_) => return,
            }
        }
    }
}

/// Raw, or with Esc as an end of lines: no shell sets the terminal so.
fn is_ours(now: &Termios) -> bool {
    let is_raw = !now.output_modes.contains(OutputModes::OPOST);
    is_raw || now.special_codes[SpecialCodeIndex::VEOL] == b'\x1b'
}

/// GNU screen tells the programs in it its name. It may have tmux in it, or be in tmux: which of
/// the two is nearer cannot be told, and blank lines do tmux no harm. Through ssh and sudo only the
/// terminal's type tells of it. A terminal of which nothing is known may not know how to erase,
/// either.
fn saved_lines() -> SavedLines {
    let is_in = |name| std::env::var_os(name).is_some();
    let terminal = std::env::var("TERM").unwrap_or_default();
    let is_gnu_screen = is_in("STY") || terminal.starts_with("screen") && !is_in("TMUX");
    let is_unknown = matches!(terminal.as_str(), "" | "dumb");
    if is_gnu_screen || is_unknown { SavedLines::PushedOut } else { SavedLines::Erasable }
}
