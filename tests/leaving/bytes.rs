//! The clear, byte by byte, and what two terminal emulators make of it.

use std::fmt::Write as _;
use std::num::NonZeroU16;

use airt::terminal::bytes::{SavedLines, blank, entering, leaving};

const ROWS: u16 = 24;
const COLUMNS: u16 = 80;

#[test]
fn the_clear_is_these_bytes_in_this_order() {
    let erase = format!("\x1b[H{}\x1b[H\x1b[J", "\x1b[2K\x1b[B".repeat(120));
    let expected = [
        "\x18\x1b\\",                                                // end what is half sent
        "\x1b[?2026l",                                               // end a synchronized update
        "\x1b[m\x1b[r\x1b[?6l", // plain, whole screen, counted from the top
        &erase,                 // the alternate screen
        "\x1b[?1049l\x1b[?47l", // leave it
        "\x1b[m\x1b[r\x1b[?6l", // the main screen brings back its own
        &erase,                 // the main screen
        "\x1b[3J",              // saved lines, only now
        "\x1b[?1006l\x1b[?1002l\x1b[?1000l\x1b[?2004l\x1b[?1l\x1b>", // mouse, paste, keys
        "\x1b[!p\x1b[?25h\x1b[?7h", // soft reset, cursor, wrap
        "\x1b]2;\x1b\\\x1b]0;\x1b\\", // empty title, and the icon's
    ];
    assert_eq!(String::from_utf8(leaving(SavedLines::Erasable)).unwrap(), expected.concat());
}

#[test]
fn gnu_screen_has_its_saved_lines_pushed_out_last() {
    let usual = leaving(SavedLines::Erasable);
    let clear = leaving(SavedLines::PushedOut);
    let pushed = format!("{}\x1b[H", "\n".repeat(12_000));
    assert_eq!(clear.strip_prefix(&usual[..]), Some(pushed.as_bytes()));
}

#[test]
fn the_window_around_tmux_has_its_saved_lines_pushed_out_and_erased_last() {
    let usual = leaving(SavedLines::Erasable);
    let clear = leaving(SavedLines::AroundTmux);
    let lines = format!("{}\x1b[@", "\n".repeat(20)).repeat(600);
    let pushed = format!("{lines}\x1b[H\x1b[3J\x1bPtmux;\x1b\x1b[3J\x1b\\");
    assert_eq!(clear.strip_prefix(&usual[..]), Some(pushed.as_bytes()));
}

#[test]
fn nothing_that_reports_or_remembers_is_switched_on() {
    for bytes in [leaving(SavedLines::AroundTmux), blank(), entering(true)] {
        let text = String::from_utf8(bytes).unwrap();
        for never in ["?2004h", "]52;", "]0;a", "]2;a", "?1002h", "?1003h", "\x1bc", "?2026h"] {
            assert!(!text.contains(never), "{never:?}");
        }
    }
}

/// What a terminal may be in the middle of when the clear comes.
const HALF_SENT: [&str; 8] = [
    "",
    "\x1b",
    "\x1b[38;5;",
    "\x1b]2;half a title",
    "\x1bPhalf a string",
    "\x1b[?2026h",
    "\x1b[5;10r\x1b[?6h\x1b[7;1m",
    "\x1b[",
];

fn page() -> String {
    let line = "SECRET words of the page ".repeat(4);
    (1..=ROWS).fold(String::new(), |mut page, row| {
        write!(page, "\x1b[{row};1H{}", &line[..usize::from(COLUMNS)]).unwrap();
        page
    })
}

/// A shell's own lines, then a page on the alternate screen, or on the main one where the
/// terminal has no other.
fn shown(on_alternate: bool, half_sent: &str) -> String {
    let shell = "$ a command\r\n".repeat(60);
    let enter = String::from_utf8(entering(true)).unwrap();
    let enter = if on_alternate { enter } else { enter.replace("\x1b[?1049h", "") };
    [&shell, &enter, &page(), half_sent].concat()
}

#[test]
fn one_emulator_finds_nothing_not_even_on_the_other_screen() {
    for half_sent in HALF_SENT {
        for on_alternate in [true, false] {
            let cells = |count| NonZeroU16::new(count).unwrap();
            let mut terminal = vt100::Parser::new(cells(ROWS), cells(COLUMNS), 1000);
            terminal.process(shown(on_alternate, half_sent).as_bytes());
            assert!(terminal.screen().contents().contains("SECRET"));
            terminal.process(&leaving(SavedLines::Erasable));
            assert_eq!(terminal.screen().contents(), "", "{half_sent:?}");
            assert_eq!(terminal.screen().scrollback_len(), 0);
            assert_eq!(terminal.screen().cursor_position(), (0, 0));
            assert!(!terminal.screen().alternate_screen());
            assert!(!terminal.screen().hide_cursor());
            assert_eq!(terminal.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::None);
            terminal.process(b"\x1b[?47h");
            assert_eq!(terminal.screen().contents(), "");
        }
    }
}

#[test]
fn another_emulator_finds_nothing_not_even_on_the_other_screen() {
    for half_sent in HALF_SENT {
        for on_alternate in [true, false] {
            let mut terminal = emulator();
            terminal.feed(shown(on_alternate, half_sent));
            assert!(text(&terminal).contains("SECRET"));
            terminal.feed(String::from_utf8(leaving(SavedLines::Erasable)).unwrap());
            assert!(!text(&terminal).contains("SECRET"), "{half_sent:?}");
            terminal.feed("\x1b[?47h");
            assert!(!text(&terminal).contains("SECRET"), "{half_sent:?}");
        }
    }
}

#[test]
fn a_page_on_the_main_screen_that_scrolled_is_pushed_out() {
    let mut terminal = emulator();
    terminal.feed("SECRET\r\n".repeat(200));
    let without_erasing = String::from_utf8(leaving(SavedLines::PushedOut)).unwrap();
    terminal.feed(without_erasing.replace("\x1b[3J", ""));
    assert!(!text(&terminal).contains("SECRET"));
}

#[test]
fn a_blank_screen_holds_nothing() {
    for half_sent in HALF_SENT {
        let mut terminal = emulator();
        terminal.feed(shown(true, half_sent));
        terminal.feed(String::from_utf8(blank()).unwrap());
        assert!(!text(&terminal).contains("SECRET"), "{half_sent:?}");
    }
}

fn emulator() -> avt::Terminal {
    avt::Terminal::with_scrollback(usize::from(COLUMNS), usize::from(ROWS), Some(1000)).unwrap()
}

/// The screen and the lines saved above it.
fn text(terminal: &avt::Terminal) -> String {
    terminal.screen().all_lines().map(|line| line.text() + "\n").collect()
}
