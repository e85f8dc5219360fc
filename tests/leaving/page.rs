//! A full page to hide: what the tests of leaving show on a terminal.
//!
//! Each row says `SECRET`, so that one word left is found. Keys: `p` panics, `a` aborts, `d`
//! makes a draw that never ends, `r` asks for a whole picture, `t` tries what must be refused.
//! A click on the first word hides. Options: `--slow` (each draw takes 100 ms), `--mouse`,
//! `--clock`, `--show-faults`; on Linux those of `page/attempts.rs` too, which show no page.

#![expect(clippy::expect_used, clippy::panic, reason = "the page is there to go wrong")]

#[cfg(target_os = "linux")]
#[path = "page/attempts.rs"]
mod attempts;

use std::time::{Duration, Instant};

use airt::interface::Effect;
use airt::interface::event::{Event, Key, KeyCode};
use airt::terminal::{AfterHiding, Options, Program, run};
use ratatui::Frame;
use ratatui::layout::{Position, Rect};

#[derive(Default)]
struct Page {
    slow: bool,
    stuck: bool,
    typed: String,
    said: String,
}

impl Program for Page {
    fn update(&mut self, event: &Event) -> Option<Effect> {
        match event {
            Event::Key(Key { code: KeyCode::Character('r'), .. }) => return Some(Effect::Repaint),
            Event::Key(Key { code: KeyCode::Character(letter), .. }) => self.take_letter(*letter),
            Event::Paste(line) => self.said = format!("paste [{line}]"),
            other => self.said = format!("{other:?}"),
        }
        None
    }

    fn view(&mut self, frame: &mut Frame) {
        let start = Instant::now();
        while self.stuck || (self.slow && start.elapsed() < Duration::from_millis(100)) {
            std::hint::spin_loop();
        }
        let area = frame.area();
        for row in 0..area.height {
            let line = format!("SECRET-{row} {}", "words of the page ".repeat(20));
            frame.render_widget(line, Rect { y: row, height: 1, ..area });
        }
        let top = format!("SECRET {}x{} <{}> {} ", area.width, area.height, self.typed, self.said);
        frame.render_widget(top, Rect { height: 1, ..area }.intersection(area));
        frame.set_cursor_position(Position::new(3, 0));
    }

    fn hide_target(&self) -> Rect {
        Rect { width: 6, height: 1, ..Rect::ZERO }
    }
}

impl Page {
    fn take_letter(&mut self, letter: char) {
        match letter {
            'p' => panic!("SECRET words of a fault"),
            'a' => std::process::abort(),
            'd' => self.stuck = true,
            #[cfg(target_os = "linux")]
            't' => self.said = attempts::tried(),
            _ => self.typed.push(letter),
        }
    }
}

fn main() {
    #[cfg(windows)]
    airt::terminal::guard_if_asked();
    #[cfg(target_os = "linux")]
    if attempts::are_asked_for() {
        return;
    }
    show();
}

/// Shows the page until it is hidden.
fn show() {
    let asked = |option: &str| std::env::args().any(|argument| argument == option);
    let after_hiding = if asked("--clock") { AfterHiding::Clock } else { AfterHiding::Prompt };
    let (mouse, show_faults) = (asked("--mouse"), asked("--show-faults"));
    let options = Options { after_hiding, mouse, show_faults, ..Options::default() };
    let page = Page { slow: asked("--slow"), ..Page::default() };
    run(page, &options).expect("a terminal");
}
