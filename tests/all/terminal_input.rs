//! Keys as bytes: whatever came before, a hide key hides, and no arrow key does.

use std::sync::Arc;
use std::time::{Duration, Instant};

use airt::interface::event::{Event, Key, KeyCode};
use airt::terminal::hide_target::HideTarget;
use airt::terminal::input::{Input, PATIENCE};
use proptest::prelude::*;
use ratatui::layout::Rect;

/// Takes each piece as one read, the pieces a while apart.
fn read_apart(input: &mut Input, pieces: &[&[u8]], apart: Duration) -> (bool, Vec<Event>) {
    let mut now = Instant::now();
    let mut hidden = false;
    let mut events = Vec::new();
    for piece in pieces {
        let silence = input.take_silence(now);
        let taken = input.take(piece, now);
        hidden |= silence.hide || taken.hide;
        events.extend_from_slice(&silence.events);
        events.extend_from_slice(&taken.events);
        now += apart;
    }
    let silence = input.take_silence(now.max(Instant::now()) + PATIENCE);
    hidden |= silence.hide;
    events.extend_from_slice(&silence.events);
    (hidden, events)
}

fn read(bytes: &[u8]) -> Vec<Event> {
    read_apart(&mut Input::default(), &[bytes], Duration::ZERO).1
}

fn key(code: KeyCode) -> Event {
    Event::Key(Key::plain(code))
}

/// Hide keys as terminals send them; Esc last, with nothing behind it.
const HIDE_KEYS: [&[u8]; 11] = [
    b"\x03",
    b"\x11",
    b"\x18",
    b"\x1a",
    b"\x1c",
    b"\x1b[24~",
    b"\x1b[24;5~",
    b"\x1b[99;5u",
    b"\x1b[27;5;120~",
    b"\x1b\x1b",
    b"\x1b",
];

/// Bytes that begin or continue sequences, paste and letters.
const TELLING: &[u8; 32] = b"\x1b\x1b\x1b\x1b[[[OO<?;:0123479~MmuA\r\r\n \xc3\xe2\xf0";

/// Any bytes; those that tell come more often than chance would have it.
fn any_bytes() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(any::<u16>(), 0..48).prop_map(|numbers| {
        let byte = |number: u16| match number.to_le_bytes() {
            [low, high @ 0..160] => TELLING[usize::from(low ^ high) % TELLING.len()],
            [low, _] => low,
        };
        numbers.into_iter().map(byte).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100_000, ..ProptestConfig::default() })]

    #[test]
    fn a_hide_key_hides_after_any_bytes(
        prefix in any_bytes(),
        hide_key in prop::sample::select(HIDE_KEYS.to_vec()),
        cut in 0_usize..4,
        milliseconds in 0_u64..300,
    ) {
        let whole = [&prefix, hide_key].concat();
        prop_assert!(read_apart(&mut Input::default(), &[&whole], Duration::ZERO).0);
        // Whatever the prefix did by itself, the key must hide once more.
        let mut input = Input::default();
        input.take(&prefix, Instant::now());
        let (first, rest) = hide_key.split_at(cut.min(hide_key.len()));
        prop_assert!(read_apart(&mut input, &[first, rest], Duration::from_millis(milliseconds)).0);
    }
}

proptest! {
    #[test]
    fn after_silence_nothing_is_undecided(bytes in any_bytes()) {
        let mut input = Input::default();
        read_apart(&mut input, &[&bytes], Duration::ZERO);
        prop_assert_eq!(input.decides_at(), None);
    }

    #[test]
    fn letters_come_through_whole(text in "[a-zA-Z0-9éżдم中 ]{0,40}", size in 1_usize..5) {
        let pieces: Vec<&[u8]> = text.as_bytes().chunks(size).collect();
        let (hidden, events) = read_apart(&mut Input::default(), &pieces, Duration::ZERO);
        let expected: Vec<Event> = text.chars().map(KeyCode::Character).map(key).collect();
        prop_assert!(!hidden);
        prop_assert_eq!(events, expected);
    }
}

#[test]
fn keys_are_known_by_what_terminals_send() {
    let known: [(&[u8], KeyCode); 24] = [
        (b"\x1b[A", KeyCode::Up),
        (b"\x1bOA", KeyCode::Up),
        (b"\x1b[B", KeyCode::Down),
        (b"\x1b[C", KeyCode::Right),
        (b"\x1bOD", KeyCode::Left),
        (b"\x1b[H", KeyCode::Home),
        (b"\x1b[1~", KeyCode::Home),
        (b"\x1b[7~", KeyCode::Home),
        (b"\x1b[F", KeyCode::End),
        (b"\x1b[4~", KeyCode::End),
        (b"\x1b[3~", KeyCode::Delete),
        (b"\x1b[5~", KeyCode::PageUp),
        (b"\x1b[6~", KeyCode::PageDown),
        (b"\x1b[Z", KeyCode::BackTab),
        (b"\x1bOP", KeyCode::Function(1)),
        (b"\x1b[11~", KeyCode::Function(1)),
        (b"\x1b[[A", KeyCode::Function(1)),
        (b"\x1bOQ", KeyCode::Function(2)),
        (b"\x1b[15~", KeyCode::Function(5)),
        (b"\x1b[21~", KeyCode::Function(10)),
        (b"\r", KeyCode::Enter),
        (b"\n", KeyCode::Enter),
        (b"\t", KeyCode::Tab),
        (b"\x7f", KeyCode::Backspace),
    ];
    for (bytes, code) in known {
        assert_eq!(read(bytes), [key(code)], "{bytes:?}");
    }
    assert_eq!(read(b"\x1b[1;5A"), [Event::Key(Key { code: KeyCode::Up, control: true })]);
    assert_eq!(read(b"\x15"), [Event::Key(Key::control('u'))]);
}

#[test]
fn an_arrow_key_in_pieces_is_no_esc() {
    for apart in [1, 10, 50, 99] {
        let pieces: [&[u8]; 3] = [b"\x1b", b"[", b"A"];
        let apart = Duration::from_millis(apart);
        let (hidden, events) = read_apart(&mut Input::default(), &pieces, apart);
        assert!(!hidden);
        assert_eq!(events, [key(KeyCode::Up)]);
    }
}

#[test]
fn esc_waits_for_what_may_follow_and_no_longer() {
    let now = Instant::now();
    let mut input = Input::default();
    assert!(!input.take(b"\x1b", now).hide);
    assert_eq!(input.decides_at(), Some(now + PATIENCE));
    assert!(!input.take_silence(now + PATIENCE / 2).hide);
    assert!(input.take_silence(now + PATIENCE).hide);
}

#[test]
fn esc_and_a_letter_hides_even_in_one_read() {
    assert!(Input::default().take(b"\x1bx", Instant::now()).hide);
    assert!(Input::default().take(b"\x1b\x1b", Instant::now()).hide);
}

#[test]
fn a_key_nobody_knows_does_nothing() {
    for bytes in [&b"\x1b[25~"[..], b"\x1b[?62c", b"\x1b[<35;10;10M", b"\x1b[I", b"\x1b[99999~"] {
        let (hidden, events) = read_apart(&mut Input::default(), &[bytes], Duration::ZERO);
        assert!(!hidden, "{bytes:?}");
        assert_eq!(events, [], "{bytes:?}");
    }
}

#[test]
fn esc_and_what_no_terminal_sends_hides() {
    for bytes in [&b"\x1bOK"[..], b"\x1b[k", b"\x1b[x", b"\x1b[c", b"\x1bO!"] {
        assert!(Input::default().take(bytes, Instant::now()).hide, "{bytes:?}");
    }
}

/// After an Esc pressed by hand any bytes may come: what is no key of ours is then in doubt.
#[test]
fn a_key_nobody_knows_in_two_reads_blanks_and_hides() {
    for bytes in [&b"\x1b[25~"[..], b"\x1b[?62c", b"\x1b[I", b"\x1bOX"] {
        for cut in 1..bytes.len() {
            let (first, rest) = bytes.split_at(cut);
            let mut input = Input::default();
            input.take(first, Instant::now());
            assert!(input.decides_at().is_some(), "{bytes:?} cut at {cut} is shown");
            assert!(input.take(rest, Instant::now()).hide, "{bytes:?} cut at {cut}");
        }
    }
}

#[test]
fn a_known_key_in_two_reads_is_that_key_after_a_blank() {
    let mut input = Input::default();
    input.take(b"\x1b", Instant::now());
    assert!(input.decides_at().is_some());
    assert_eq!(*input.take(b"[5~", Instant::now()).events, [key(KeyCode::PageUp)]);
    assert_eq!(input.decides_at(), None);
}

#[test]
fn a_mouse_report_in_pieces_hides_nothing() {
    for report in [&b"\x1b[<66;5;5M"[..], b"\x1b[<66;5;5m", b"\x1b[<35;10;10M"] {
        for cut in 1..report.len() {
            let (first, rest) = report.split_at(cut);
            let apart = Duration::from_millis(10);
            let read = read_apart(&mut Input::default(), &[first, rest], apart);
            assert_eq!(read, (false, vec![]), "{report:?} cut at {cut}");
        }
    }
}

#[test]
fn a_click_on_the_way_out_hides_with_any_button_and_in_a_paste() {
    let target = Arc::new(HideTarget::default());
    let press = |bytes: &[u8]| {
        Input::with_hide_target(Arc::clone(&target)).take(bytes, Instant::now()).hide
    };
    assert!(!press(b"\x1b[<0;1;1M"), "nothing is shown yet");
    target.set(Rect::new(50, 0, 20, 1));
    for button in [0, 1, 2, 4, 8, 16, 18, 28] {
        assert!(press(format!("\x1b[<{button};51;1M").as_bytes()), "button {button}");
        assert!(press(format!("\x1b[<{button};70;1M").as_bytes()), "button {button}");
        assert!(!press(format!("\x1b[<{button};71;1M").as_bytes()), "button {button}");
        assert!(!press(format!("\x1b[<{button};51;2M").as_bytes()), "button {button}");
    }
    assert!(!press(b"\x1b[<64;51;1M"), "the wheel");
    assert!(press(b"one line\rand more\r\x1b[<0;51;1Mand more"));
}

#[test]
fn the_mouse_is_read_in_cells_from_the_top_left() {
    assert_eq!(read(b"\x1b[<0;1;1M"), [Event::Click { column: 0, row: 0 }]);
    assert_eq!(read(b"\x1b[<0;300;120M"), [Event::Click { column: 299, row: 119 }]);
    assert_eq!(read(b"\x1b[<0;5;5m"), [Event::Release { column: 4, row: 4 }]);
    assert_eq!(read(b"\x1b[<32;5;6M"), [Event::Drag { column: 4, row: 5 }]);
    assert_eq!(read(b"\x1b[<35;5;6M"), []);
    assert_eq!(read(b"\x1b[<64;3;2M"), [Event::Scroll { up: true }]);
    assert_eq!(read(b"\x1b[<65;3;2M"), [Event::Scroll { up: false }]);
}

#[test]
fn a_paste_is_one_text_whatever_its_lines() {
    assert_eq!(read(b"I am afraid\rrm -r\r\r"), [Event::Paste("I am afraid rm -r".into())]);
    assert_eq!(read(b"\n\nhelp me\r\nnow"), [Event::Paste("help me now".into())]);
    assert_eq!(read(b"no\tpay\rnext"), [Event::Paste("no pay next".into())]);
}

#[test]
fn the_rest_of_a_paste_is_dropped_until_a_pause() {
    let mut input = Input::default();
    let now = Instant::now();
    assert_eq!(*input.take(b"one line\rtwo", now).events, [Event::Paste("one line two".into())]);
    assert_eq!(*input.take(b" and\rmore\r", now + PATIENCE / 2).events, []);
    let later = now + PATIENCE * 2;
    assert_eq!(*input.take(b"a", later).events, [key(KeyCode::Character('a'))]);
}

/// What is typed at a hand's speed through a line that hands it over only so often, as letters. An
/// uneven line does so half of the time.
fn gathered(text: &str, gather: u64, a_second: u64, is_even: bool) -> String {
    let (mut input, start) = (Input::default(), Instant::now());
    let mut letters = String::new();
    let due = |key: usize| {
        let time = key as u64 * 1000 / a_second;
        let block = time / gather;
        if is_even || block.is_multiple_of(2) { (block + 1) * gather } else { time }
    };
    let keys: Vec<(u64, u8)> = text.bytes().enumerate().map(|(at, key)| (due(at), key)).collect();
    for read in keys.chunk_by(|(one, _), (next, _)| one == next) {
        let bytes: Vec<u8> = read.iter().map(|(_, key)| *key).collect();
        let now = start + Duration::from_millis(read[0].0);
        for event in input.take(&bytes, now).events.iter() {
            match event {
                Event::Paste(text) => letters.push_str(text),
                Event::Key(Key { code: KeyCode::Character(letter), .. }) => letters.push(*letter),
                _ => {}
            }
        }
    }
    letters.split(' ').collect()
}

#[test]
fn a_slow_line_that_gathers_keys_loses_no_word() {
    let text =
        "my boss has it\rpassport\r\rcan i go to the police\rhome\rno pay at all\r".repeat(3);
    let expected: String = text.split([' ', '\r']).collect();
    for gather in [1, 20, 50, 99, 200, 500] {
        for (a_second, is_even) in [(3, true), (8, true), (15, true), (8, false), (15, false)] {
            let letters = gathered(&text, gather, a_second, is_even);
            assert_eq!(letters, expected, "{gather} ms, {a_second} a second, even: {is_even}");
        }
    }
}

#[test]
fn a_hide_key_hides_in_the_middle_of_a_paste() {
    let mut input = Input::default();
    let now = Instant::now();
    assert!(input.take(b"one line\rtwo\x18three\r", now).hide);
    let mut input = Input::default();
    input.take(b"one line\rtwo", now);
    assert!(input.take(b"thr\x18ee\r", now).hide);
}

#[test]
fn fast_typing_is_no_paste() {
    assert_eq!(
        read(b"a\rb"),
        [key(KeyCode::Character('a')), key(KeyCode::Enter), key(KeyCode::Character('b'))]
    );
    assert_eq!(read(b"ab\r").last(), Some(&key(KeyCode::Enter)));
    assert_eq!(read(b"ab\r\x1b[B").last(), Some(&key(KeyCode::Down)));
}

#[test]
fn what_turns_the_direction_of_text_is_no_letter() {
    for letter in ['\u{202e}', '\u{2066}', '\u{feff}', '\u{85}', '\u{200f}'] {
        assert_eq!(read(letter.to_string().as_bytes()), [], "{letter:?}");
    }
    assert_eq!(read("\u{200c}".as_bytes()), [key(KeyCode::Character('\u{200c}'))]);
}
