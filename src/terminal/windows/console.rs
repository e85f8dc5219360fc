//! The console by handles of our own: nothing that the program holds of standard output or input
//! can keep the clear waiting.

use std::fs::File;
use std::io;
use std::os::windows::io::{AsHandle, BorrowedHandle};
use std::time::{Duration, Instant};

use ratatui::layout::Size;
use windows_sys::Win32::System::Console::{
    CONSOLE_MODE, ENABLE_ECHO_INPUT, ENABLE_EXTENDED_FLAGS, ENABLE_LINE_INPUT, ENABLE_MOUSE_INPUT,
    ENABLE_PROCESSED_INPUT, ENABLE_PROCESSED_OUTPUT, ENABLE_QUICK_EDIT_MODE,
    ENABLE_VIRTUAL_TERMINAL_INPUT, ENABLE_VIRTUAL_TERMINAL_PROCESSING, ENABLE_WINDOW_INPUT,
    ENABLE_WRAP_AT_EOL_OUTPUT,
};

use super::pieces::in_pieces;
use super::system_calls::{self, Report};
use crate::terminal::bytes::{self, SavedLines};
use crate::terminal::size;

/// After the clear, keys pressed in fright still come for a while; the shell must not get them.
const QUIET: Duration = Duration::from_millis(400);

/// How long that may take with a key that is held down.
const LONGEST_NOISE: Duration = Duration::from_secs(10);

/// Each key comes as a report, Ctrl+C too, and the console keeps no history of them. A click must
/// not select: that stops the program, and the clear with it.
const INPUT: CONSOLE_MODE = ENABLE_EXTENDED_FLAGS | ENABLE_WINDOW_INPUT;

/// What a shell that reads keys itself does not set as [`INPUT`] does.
const TELLING: CONSOLE_MODE = ENABLE_PROCESSED_INPUT
    | ENABLE_LINE_INPUT
    | ENABLE_ECHO_INPUT
    | ENABLE_WINDOW_INPUT
    | ENABLE_QUICK_EDIT_MODE
    | ENABLE_VIRTUAL_TERMINAL_INPUT;

/// Letters wrap and line feeds feed, and escape sequences are obeyed.
const OUTPUT: CONSOLE_MODE =
    ENABLE_PROCESSED_OUTPUT | ENABLE_WRAP_AT_EOL_OUTPUT | ENABLE_VIRTUAL_TERMINAL_PROCESSING;

/// The family of a font with outlines: `TMPF_TRUETYPE` of `TEXTMETRIC`, which is also set for
/// OpenType.
const OUTLINED: u32 = 4;

/// What the console was like before, to be given back.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub(super) input: CONSOLE_MODE,
    pub(super) output: CONSOLE_MODE,
    pub(super) attributes: u16,
}

/// The console the program was started from.
#[derive(Debug)]
pub(super) struct Console {
    input: File,
    output: File,
}

impl Console {
    pub(super) fn open() -> io::Result<Self> {
        let open = |name| File::options().read(true).write(true).open(name);
        Ok(Self { input: open("CONIN$")?, output: open("CONOUT$")? })
    }

    pub(super) fn found(&self) -> io::Result<Found> {
        Ok(Found {
            input: system_calls::mode(self.input.as_handle())?,
            output: system_calls::mode(self.output.as_handle())?,
            attributes: system_calls::screen(self.output.as_handle())?.attributes,
        })
    }

    /// Has each key reported.
    pub(super) fn report_keys(&self, mouse: bool) -> io::Result<()> {
        let mouse = if mouse { ENABLE_MOUSE_INPUT } else { 0 };
        system_calls::set_mode(self.input.as_handle(), INPUT | mouse)
    }

    /// Has escape sequences obeyed. A console from before Windows 10, or set to be like one, cannot.
    pub(super) fn obey_sequences(&self) -> io::Result<()> {
        system_calls::set_mode(self.output.as_handle(), OUTPUT)
    }

    pub(super) fn size(&self) -> Size {
        system_calls::screen(self.output.as_handle())
            .map_or_else(|_| size::clamp(0, 0), |screen| size::clamp(screen.columns, screen.rows))
    }

    /// Whether letters are pictures of dots, not outlines; a window of another program has no font.
    pub(super) fn has_raster_font(&self) -> bool {
        system_calls::font_family(self.output.as_handle())
            .is_ok_and(|family| family != 0 && family & OUTLINED == 0)
    }

    /// The row of the buffer that is the first of the window.
    pub(super) fn top(&self) -> i16 {
        system_calls::screen(self.output.as_handle()).map_or(0, |screen| screen.top)
    }

    /// Writes text in UTF-16: it means the same on every code page, so that none need be set, nor
    /// given back.
    pub(super) fn write(&self, mut text: &[u16]) -> io::Result<()> {
        while !text.is_empty() {
            match system_calls::write(self.output.as_handle(), text)? {
                0 => return Err(io::ErrorKind::WriteZero.into()),
                length => text = &text[length..],
            }
        }
        Ok(())
    }

    /// Clears the screen and everything above it: with sequences, which reach what a terminal keeps
    /// that shows this console, and cell by cell, which an old console knows.
    pub(super) fn clear(&self, attributes: u16) {
        let now = system_calls::mode(self.output.as_handle());
        if self.obey_sequences().is_ok() {
            let clear = bytes::leaving(SavedLines::Erasable);
            _ = in_pieces(&clear, |piece| self.write(piece));
        }
        if let Ok(now) = now {
            _ = system_calls::set_mode(self.output.as_handle(), now);
        }
        _ = system_calls::blank(self.output.as_handle(), attributes);
        system_calls::empty_title();
    }

    pub(super) fn restore_output(&self, found: Found) {
        _ = system_calls::set_mode(self.output.as_handle(), found.output);
    }

    /// Puts the settings back, unless a shell has put its own since.
    pub(super) fn restore(&self, found: Found) {
        let now = system_calls::mode(self.input.as_handle());
        if now.is_ok_and(|now| now & TELLING == INPUT & TELLING) {
            _ = system_calls::set_mode(self.input.as_handle(), found.input);
            self.restore_output(found);
        }
    }

    /// Waits for a report, or the end of a process. False when there was neither.
    pub(super) fn wait(&self, guardian: Option<BorrowedHandle>, longest: Duration) -> bool {
        let things: Vec<_> = [self.input.as_handle()].into_iter().chain(guardian).collect();
        system_calls::wait(&things, longest)
    }

    /// Takes all reports there are.
    pub(super) fn take_reports(&self, take: &mut dyn FnMut(Report)) -> io::Result<()> {
        system_calls::take_reports(self.input.as_handle(), take)
    }

    /// Drops what was typed and not yet read.
    pub(super) fn drop_input(&self) {
        system_calls::drop_input(self.input.as_handle());
    }

    /// Drops what is typed until the keyboard has been quiet for a while.
    pub(super) fn swallow_input(&self) {
        let start = Instant::now();
        while start.elapsed() < LONGEST_NOISE && self.wait(None, QUIET) {
            self.drop_input();
        }
    }
}
