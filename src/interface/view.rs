//! The whole picture: the way out on top, the search box, what there is to read, the keys.

use ratatui::layout::{Position, Rect};
use unicode_width::UnicodeWidthStr;

use super::canvas::{Action, Canvas};
use super::keymap::{self, BINDINGS, HIDE_KEYS};
use super::page::row::{Role, Row};
use super::reading::Cursor;
use super::shown::{GUTTER, Pane, Shown};
use super::words::{Words, fill};

/// What a picture is drawn from.
pub(super) struct Picture<'a> {
    pub words: &'a Words,
    pub shown: &'a Shown,
    /// Where the person is on it.
    pub cursor: Cursor,
    /// The words in the search box.
    pub typed: &'a str,
    /// Whether the search box was used last, so that the terminal's cursor belongs there.
    pub is_typing: bool,
    /// One line to know of.
    pub notice: Option<String>,
    /// 999, as it is said.
    pub emergency: &'a str,
    /// 101, as it is said.
    pub police: &'a str,
}

/// Draws the whole screen.
pub(super) fn draw(picture: &Picture, canvas: &mut Canvas) {
    let parts = picture.shown.parts;
    banner(picture, canvas, parts.banner);
    canvas.rule(parts.top_rule);
    search_box(picture, canvas, parts.search);
    notice(picture, canvas, parts.notice);
    body(picture, canvas);
    canvas.rule(parts.bottom_rule);
    footer(picture, canvas, parts.footer);
}

/// The first line: 999 and the way out, in the widest words that fit. Nothing ever covers it.
fn banner(picture: &Picture, canvas: &mut Canvas, area: Rect) {
    let words = &picture.words.banner;
    let key = keymap::name(HIDE_KEYS[0], picture.words, canvas.marks);
    let (emergency, police) = (picture.emergency, picture.police);
    let values = [("key", key.as_str()), ("emergency", emergency), ("police", police)];
    let say = |text: &str| fill(text, &values);
    let danger = say(&words.danger);
    let choices = [
        (format!("{danger}  {}", say(&words.police)), say(&words.hide)),
        (danger.clone(), say(&words.hide)),
        (danger, say(&words.short_hide)),
        (say(&words.short), say(&words.short_hide)),
        (emergency.to_owned(), say(&words.short_hide)),
        (emergency.to_owned(), key.clone()),
    ];
    let fits =
        |(left, right): &&(String, String)| left.width() + right.width() + 4 <= area.width.into();
    let Some((left, right)) = choices.iter().find(fits) else {
        canvas.text(area, &say(&words.least), Role::Danger);
        return canvas.target(area, Action::Hide);
    };
    canvas.text(
        Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area },
        left,
        Role::Danger,
    );
    let columns = columns_of(right) + 2;
    let hide = Rect { x: area.right().saturating_sub(columns), width: columns, ..area };
    canvas.text(hide, &format!(" {right} "), Role::Hide);
    canvas.target(hide, Action::Hide);
}

/// One line to know of, if there is one.
fn notice(picture: &Picture, canvas: &mut Canvas, area: Rect) {
    if let Some(notice) = &picture.notice {
        let words = Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area };
        canvas.text(words, notice, Role::Text);
    }
}

fn columns_of(text: &str) -> u16 {
    u16::try_from(text.width()).unwrap_or(u16::MAX)
}

fn search_box(picture: &Picture, canvas: &mut Canvas, area: Rect) {
    if area.is_empty() {
        return;
    }
    let words = &picture.words.search;
    let mut rest = Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area };
    let prompt = if area.width >= 50 { format!("{} ", words.prompt) } else { "> ".to_owned() };
    let used = canvas.text(rest, &prompt, Role::Heading);
    rest.x += used;
    rest.width -= used;
    let typed = picture.typed;
    let end = if typed.is_empty() {
        canvas.text(rest, &words.hint, Role::Quiet);
        0
    } else {
        canvas.text(rest, tail(typed, usize::from(rest.width).saturating_sub(1)), Role::Input)
    };
    if picture.is_typing {
        canvas.cursor = Some(Position::new(rest.x + end, rest.y));
    }
}

/// The end of a text that fits in the columns: the part a person is typing.
fn tail(text: &str, columns: usize) -> &str {
    let mut start = 0;
    while text[start..].width() > columns {
        start += text[start..].chars().next().map_or(1, char::len_utf8);
    }
    &text[start..]
}

fn body(picture: &Picture, canvas: &mut Canvas) {
    let Shown { pane, preview, .. } = picture.shown;
    let Cursor { marked, scroll } = picture.cursor;
    let shown = (pane.area.top()..pane.area.bottom()).zip(pane.rows.iter().skip(scroll));
    let shown = shown.map(|(y, row)| (Rect { y, height: 1, ..pane.area }, row));
    for (area, row) in shown.clone() {
        draw_row(canvas, area, row, row.target == Some(marked));
    }
    if let Some((area, row)) = shown.into_iter().find(|(_, row)| row.target == Some(marked)) {
        point_at(canvas, area, row);
    }
    more_marks(canvas, pane, scroll);
    if let Some((_, pane)) = preview {
        draw_preview(canvas, pane);
    }
}

fn draw_row(canvas: &mut Canvas, area: Rect, row: &Row, marked: bool) {
    let words = Rect { x: area.x + GUTTER, width: area.width.saturating_sub(GUTTER + 1), ..area };
    canvas.row(words, row, marked);
    if let Some(target) = row.target {
        canvas.target(area, Action::Open(target));
    }
}

/// The pointer stands before the first row of what is marked, and the cursor on its words.
fn point_at(canvas: &mut Canvas, area: Rect, row: &Row) {
    canvas.text(Rect { width: GUTTER.min(area.width), ..area }, canvas.marks.pointer, Role::Text);
    canvas.cursor.get_or_insert(Position::new(area.x + GUTTER + row.indent, area.y));
}

/// Says at the edge of the pane that there is more above or below.
fn more_marks(canvas: &mut Canvas, pane: &Pane, scroll: usize) {
    let height = usize::from(pane.area.height);
    let column = pane.area.right().saturating_sub(1);
    let mark = |y| Rect { x: column, y, width: 1, height: 1 };
    if scroll > 0 {
        canvas.text(mark(pane.area.y), canvas.marks.above, Role::Heading);
    }
    if pane.rows.len() > scroll + height && height > 0 {
        canvas.text(mark(pane.area.bottom() - 1), canvas.marks.below, Role::Heading);
    }
}

fn draw_preview(canvas: &mut Canvas, pane: &Pane) {
    let area = pane.area;
    for y in area.top()..area.bottom() {
        canvas.text(Rect { y, width: 1, height: 1, ..area }, canvas.marks.divider, Role::Rule);
    }
    let words = Rect { x: area.x + GUTTER, width: area.width.saturating_sub(GUTTER + 1), ..area };
    for (y, row) in (words.top()..words.bottom()).zip(&pane.rows) {
        let area = Rect { y, height: 1, ..words };
        canvas.row(area, row, false);
        if let Some(target) = row.target {
            canvas.target(area, Action::OpenBeside(target));
        }
    }
    more_marks(canvas, pane, 0);
}

/// The last line: keys and what they do, as many as fit; each can be clicked.
fn footer(picture: &Picture, canvas: &mut Canvas, area: Rect) {
    let mut rest = Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area };
    for binding in BINDINGS.iter().filter(|binding| binding.in_footer > 0) {
        let text = binding.short(picture.words, canvas.marks);
        let columns = columns_of(&text);
        if columns > rest.width {
            return;
        }
        canvas.text(rest, &text, Role::Quiet);
        if let Some((_, command)) = binding.keys.first() {
            canvas.target(Rect { width: columns, ..rest }, Action::Do(*command));
        }
        let step = (columns + 2).min(rest.width);
        rest.x += step;
        rest.width -= step;
    }
}
