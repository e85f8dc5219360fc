//! Letters to touch: shown once somebody taps the search field, gone at the first real key. Our own,
//! because none works where one program has the whole screen.

use ratatui::layout::{Position, Rect};

use crate::interface::canvas::Canvas;
use crate::interface::page::row::{Ground, Role};
use crate::interface::words::KeyboardWords;

/// The rows of letters.
const LETTERS: [&str; 4] = ["1234567890", "qwertyuiop", "asdfghjkl'", "zxcvbnm"];

/// Keys of one letter that stand in a row.
const ACROSS: u16 = 12;

/// No key of one letter is wider, nor narrower.
const WIDEST: u16 = 8;
const NARROWEST: u16 = 3;

/// Fewer rows leave no room for a page above.
const FEWEST_ROWS: u16 = 20;
/// From so many rows on a key is three rows high, else two.
const TALL: u16 = 30;

/// What a key does.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Typed {
    Letter(char),
    Erase,
    Done,
}

/// The keyboard on the screen.
#[derive(Clone, Debug, Default)]
pub(super) struct Keyboard {
    is_shown: bool,
    /// A row of letters more.
    extra: String,
    /// Its keys in the last picture.
    keys: Vec<(Rect, Typed)>,
}

impl Keyboard {
    /// Shows it, with some letters more.
    pub(super) fn show(&mut self, extra: &str) {
        self.is_shown = true;
        self.extra =
            extra.chars().filter(|letter| letter.is_alphabetic()).take(ACROSS.into()).collect();
    }

    pub(super) fn hide(&mut self) {
        self.is_shown = false;
        self.keys.clear();
    }

    /// The key under a finger.
    pub(super) fn key_at(&self, at: Position) -> Option<(Rect, Typed)> {
        self.keys.iter().find(|(area, _)| area.contains(at)).copied()
    }

    /// The part of the screen for the page, and the part for the keys.
    pub(super) fn divide(&self, area: Rect) -> (Rect, Rect) {
        let has_room = area.height >= FEWEST_ROWS && area.width >= ACROSS * NARROWEST;
        let rows = if self.is_shown && has_room { self.lines().count() } else { 0 };
        let tall = if area.height >= TALL { 3 } else { 2 };
        let height = u16::try_from(rows).unwrap_or_default() * tall;
        let page = Rect { height: area.height - height, ..area };
        (page, Rect { y: page.bottom(), height, ..area })
    }

    /// The rows of keys: what each does, and how many letters it is wide.
    fn lines(&self) -> impl Iterator<Item = Vec<(Typed, u16)>> {
        let extra = (!self.extra.is_empty()).then_some(self.extra.as_str());
        let letters = extra.into_iter().chain(LETTERS);
        letters.map(|line| {
            let mut keys: Vec<_> = line.chars().map(|key| (Typed::Letter(key), 1)).collect();
            keys.extend(match line.chars().next() {
                Some('1') => Some((Typed::Erase, 2)),
                Some('q') => Some((Typed::Done, 2)),
                Some('z') => Some((Typed::Letter(' '), 5)),
                _ => None,
            });
            keys
        })
    }

    pub(super) fn draw(&mut self, words: &KeyboardWords, canvas: &mut Canvas) {
        self.keys.clear();
        let area = canvas.area;
        if area.is_empty() {
            return;
        }
        canvas.fill(area, Ground::Page);
        let lines: Vec<_> = self.lines().collect();
        let height = area.height / u16::try_from(lines.len()).unwrap_or(1);
        let width = (area.width / ACROSS).min(WIDEST);
        let left = area.x + (area.width - width * ACROSS) / 2;
        for (line, y) in lines.into_iter().zip((area.y..).step_by(height.into())) {
            let mut x = left;
            for (typed, wide) in line {
                let key = Rect { x, y, width: width * wide, height };
                self.keys.push((key, typed));
                draw_key(canvas, key, &label(typed, words));
                x += key.width;
            }
        }
    }
}

fn label(typed: Typed, words: &KeyboardWords) -> String {
    match typed {
        Typed::Letter(' ') => words.space.clone(),
        Typed::Letter(letter) => letter.to_string(),
        Typed::Erase => words.erase.clone(),
        Typed::Done => words.done.clone(),
    }
}

/// A key, with a gap at its right and below it where it is tall enough.
fn draw_key(canvas: &mut Canvas, key: Rect, label: &str) {
    let gap = u16::from(key.height > 2);
    let shown = Rect { width: key.width - 1, height: key.height - gap, ..key };
    canvas.fill(shown, Ground::Panel);
    let columns = usize::from(shown.width);
    let middle = Rect { y: key.y + (shown.height - 1) / 2, height: 1, ..shown };
    canvas.text(middle, &format!("{label:^columns$}"), Role::Way, Ground::Panel);
}
