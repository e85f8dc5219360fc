//! The terminal itself: entering it, reading it, and leaving it with nothing left behind.
//!
//! One thread draws. Another reads, never waits for the first, and clears the screen the moment a
//! hide key comes. Everything else that can end the program (a signal, a panic, a kill) sends the
//! same clear.

mod backend;
pub mod bytes;
mod clock;
mod error;
mod events;
pub mod hide_target;
pub mod input;
mod mailbox;
#[cfg(unix)]
mod outlet;
pub mod printing;
mod program;
mod protection;
mod session;
pub mod size;

#[cfg(unix)]
#[path = "unix/mod.rs"]
mod system;
#[cfg(windows)]
#[path = "windows/mod.rs"]
mod system;

use std::path::PathBuf;

pub use error::Error;
pub use program::Program;
pub use protection::{Protection, State, told as protections_told};
pub use system::Lines;
#[cfg(windows)]
pub use system::guard_if_asked;
#[cfg(unix)]
pub use system::lockdown;

/// What is shown once the screen is clear.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum AfterHiding {
    /// The shell, on an empty screen.
    #[default]
    Prompt,
    /// A plain clock and calendar, with no way back to the pages.
    Clock,
}

/// What pages are printed on.
#[derive(Clone, Debug, Default)]
pub enum PrintsOn {
    /// The printer of the system, or a file.
    #[default]
    System,
    /// A device, a named pipe, or a program that reads what it prints; never a file.
    Path(PathBuf),
    /// Nothing.
    Nothing,
}

/// How the terminal is used.
#[derive(Clone, Debug, Default)]
pub struct Options {
    pub after_hiding: AfterHiding,
    /// Whether the terminal reports clicks and the wheel.
    pub mouse: bool,
    /// Whether it reports where a finger or button moves while it is down.
    pub drags: bool,
    pub prints_on: PrintsOn,
    /// Whether a fault in the program may print its message after the clear. The message can
    /// carry words of the page.
    pub show_faults: bool,
}

/// Shows a program until it is hidden, and leaves an empty screen.
///
/// # Errors
///
/// When there is no terminal, or it cannot be set up. The screen is as it was, or clear.
pub fn run(mut program: impl Program, options: &Options) -> Result<(), Error> {
    let held = system::Held::open(options)?;
    if let Some(gap) = held.gap() {
        program.learn_of(gap);
    }
    program.learn(held.protections(), held.has_printer());
    let shown = session::show(program, &held, entering(options));
    if shown.is_err() || options.after_hiding == AfterHiding::Prompt {
        held.close();
        return shown;
    }
    let held = held.reopen()?;
    let shown = session::show(clock::Clock::new(), &held, bytes::entering(false));
    held.close();
    shown
}

fn entering(options: &Options) -> Vec<u8> {
    let mouse = options.mouse && !system::holds_esc_for_mouse();
    let mut entering = bytes::entering(mouse);
    entering.extend((mouse && options.drags).then_some(bytes::DRAGS).into_iter().flatten());
    entering
}

/// Whether the terminal itself says that it cannot write where it is told to.
pub fn has_no_cursor() -> bool {
    system::has_no_cursor()
}

/// Whether the font of the terminal itself lacks signs beyond letters.
pub fn has_letters_only() -> bool {
    system::has_letters_only()
}

/// The code points that the font of a Linux console has; `None` where this is no such console.
pub fn font() -> Option<Vec<u16>> {
    system::font()
}

/// Turns on, for this process, every protection the system offers, and says which are on. A
/// process that did this can do little more than print: ask as the last thing.
pub fn protections() -> Vec<Protection> {
    system::protections()
}
