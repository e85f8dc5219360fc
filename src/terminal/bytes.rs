//! What is sent to the terminal to enter, to go blank, and to leave with nothing left behind.
//!
//! Every way out sends [`leaving`]: a hide key, a signal, a panic, the guardian, plain mode. The
//! order was tried in tmux, GNU screen, xterm, kitty, alacritty, foot, VTE and the Linux console.

use super::size::LARGEST;

/// Ends whatever sequence was half sent (CAN, ST) and any synchronized update.
const INTERRUPT: &str = "\x18\x1b\\\x1b[?2026l";

/// Plain letters, the whole screen as scroll region, rows counted from the top of the screen.
/// Needed on both screens: leaving the alternate one brings back what the main one had.
const NEUTRAL: &str = "\x1b[m\x1b[r\x1b[?6l";

/// Leaves the alternate screen, by the newer way and by the older.
const MAIN_SCREEN: &str = "\x1b[?1049l\x1b[?47l";

/// Erases saved lines. Only on the main screen: on the alternate one it does nothing in several
/// terminals.
const ERASE_SAVED: &str = "\x1b[3J";

/// Mouse reports, bracketed paste, application keys and keypad off.
const INPUT_MODES_OFF: &str = "\x1b[?1006l\x1b[?1002l\x1b[?1000l\x1b[?2004l\x1b[?1l\x1b>";

/// A soft reset, the cursor shown, lines that wrap, an empty title, and an empty name of the icon
/// with it: a shell may have put the name of this program there.
const AS_FOUND: &str = "\x1b[!p\x1b[?25h\x1b[?7h\x1b]2;\x1b\\\x1b]0;\x1b\\";

/// [`ERASE_SAVED`], handed through tmux to its window, whose lines tmux knows nothing of. It does
/// so where `allow-passthrough` is on, which is not its usual setting, and else drops it.
const ERASE_SAVED_AROUND_TMUX: &str = "\x1bPtmux;\x1b\x1b[3J\x1b\\";

/// An empty primary selection, in the place of words of a page that were marked with the mouse: a
/// click of the middle button would type them into the shell. The clipboard, which a person fills on
/// purpose, is left alone.
pub const END_SELECTION: &str = "\x1b]52;p;\x1b\\";

/// More lines than GNU screen is likely to keep. It has no way to erase saved lines; blank ones
/// push the page out.
const BEYOND_HISTORY: usize = 12_000;

/// Whether the terminal can erase the lines it has saved.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum SavedLines {
    /// By `CSI 3 J`, as nearly every terminal does.
    Erasable,
    /// Only by blank lines that push them out: GNU screen.
    PushedOut,
    /// Those of tmux by `CSI 3 J`; those of the window around it, which it fills when it has no
    /// second screen there, by blank lines and by what it hands through.
    AroundTmux,
}

/// The clear: leaves the alternate screen with no word of the page on either screen, nor in the
/// lines saved above them, and the cursor at the top left.
pub fn leaving(saved_lines: SavedLines) -> Vec<u8> {
    let erase = erase_rows();
    let last = match saved_lines {
        SavedLines::Erasable => String::new(),
        SavedLines::PushedOut => format!("{}\x1b[H", "\n".repeat(BEYOND_HISTORY)),
        SavedLines::AroundTmux => push_out_around_tmux(),
    };
    let alternate = [INTERRUPT, NEUTRAL, &erase, MAIN_SCREEN];
    let main = [NEUTRAL, &erase, ERASE_SAVED, INPUT_MODES_OFF, AS_FOUND, &last];
    [alternate.concat(), main.concat()].concat().into_bytes()
}

/// As many blank lines for the window around tmux, and the order to erase what it saved. tmux tells
/// its window of one screenful at most of the lines that come in one go; a place made for a letter
/// ends the go.
fn push_out_around_tmux() -> String {
    const AT_ONCE: usize = 20;
    let go = format!("{}\x1b[@", "\n".repeat(AT_ONCE));
    let goes = go.repeat(BEYOND_HISTORY / AT_ONCE);
    [&goes, "\x1b[H", ERASE_SAVED, ERASE_SAVED_AROUND_TMUX].concat()
}

/// Blanks the screen that is shown, to stay or to be painted again.
pub fn blank() -> Vec<u8> {
    [INTERRUPT, NEUTRAL, &erase_rows(), "\x1b[?25l"].concat().into_bytes()
}

/// Enters the alternate screen, blank. May be sent again when it is already shown.
pub fn entering(mouse: bool) -> Vec<u8> {
    let reports = if mouse { "\x1b[?1000h\x1b[?1006h" } else { "" };
    ["\x1b[?1049h", NEUTRAL, &erase_rows(), "\x1b[?25l", reports].concat().into_bytes()
}

/// Has moves reported, too, while a button or a finger is down.
pub const DRAGS: &[u8] = b"\x1b[?1002h";

/// Erases every row a page can be on, one at a time and without a line feed, because erasing a
/// full screen at once saves the page above it in GNU screen, VTE and others.
pub(super) fn erase_rows() -> String {
    let rows = "\x1b[2K\x1b[B".repeat(usize::from(LARGEST.height));
    format!("\x1b[H{rows}\x1b[H\x1b[J")
}
