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

pub use error::Error;
pub use program::Program;
pub use protection::{Protection, State};
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

/// How the terminal is used.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    pub after_hiding: AfterHiding,
    /// Whether the terminal reports clicks and the wheel.
    pub mouse: bool,
    /// Whether a fault in the program may print its message after the clear. The message can
    /// carry words of the page.
    pub show_faults: bool,
}

/// Shows a program until it is hidden, and leaves an empty screen.
///
/// # Errors
///
/// When there is no terminal, or it cannot be set up. The screen is as it was, or clear.
pub fn run(mut program: impl Program, options: Options) -> Result<(), Error> {
    let held = system::Held::open(options)?;
    if let Some(gap) = held.gap() {
        program.learn_of(gap);
    }
    let mouse = options.mouse && !system::holds_esc_for_mouse();
    let shown = session::show(program, &held, mouse);
    if shown.is_err() || options.after_hiding == AfterHiding::Prompt {
        held.close();
        return shown;
    }
    let held = held.reopen()?;
    let shown = session::show(clock::Clock::new(), &held, false);
    held.close();
    shown
}

/// Whether the terminal itself says that it cannot write where it is told to.
pub fn has_no_cursor() -> bool {
    system::has_no_cursor()
}

/// Whether the font of the terminal itself lacks signs beyond letters.
pub fn has_letters_only() -> bool {
    system::has_letters_only()
}

/// Turns on, for this process, every protection the system offers, and says which are on. A
/// process that did this can do little more than print: ask as the last thing.
pub fn protections() -> Vec<Protection> {
    system::protections()
}
