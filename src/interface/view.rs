//! The whole picture: the way out on top, what there is to read in the middle, the keys below.

use ratatui::layout::{Position, Rect};
use unicode_width::UnicodeWidthStr;

use super::buttons::{self, TILE_MARGIN, name};
use super::canvas::{Action, Canvas, middle, within};
use super::keymap::{self, Command, HIDE_KEYS};
use super::page::TextField;
use super::page::row::{Ground, Piece, Role, Row, Span};
use super::page::wrap::wrap;
use super::reading::Cursor;
use super::shown::{Parts, Shown};
use super::words::{Words, fill};

/// Columns of the first line that a click on the way out may miss it by.
const HIDE_COLUMNS: u16 = 25;

/// Columns of a pointer and the space behind it.
const BEHIND_POINTER: u16 = 3;

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
    pub can_print: bool,
}

/// Draws the whole screen.
pub(super) fn draw(picture: &Picture, canvas: &mut Canvas) {
    let parts = picture.shown.parts;
    canvas.rule(parts.top_rule);
    top(picture, canvas, parts.top);
    if let Some(notice) = &picture.notice {
        let area = Rect { x: parts.body.x, width: parts.body.width, ..parts.notice };
        say(notice, canvas, area);
    }
    languages(picture, canvas, parts.languages);
    field(picture, canvas, parts.field);
    body(picture, canvas, parts.body);
    side(picture, canvas, parts.side);
    if parts.has_tiles {
        buttons::draw(picture, canvas, parts.footer);
    } else {
        footer(picture, canvas, parts.footer);
    }
}

/// What must be said, in as many rows as it has; the last is cut, if there is more.
fn say(notice: &str, canvas: &mut Canvas, area: Rect) {
    let mut lines = wrap(notice, area.width.into(), ["", ""]);
    let last = lines.split_off(usize::from(area.height.max(1) - 1).min(lines.len()));
    lines.push(last.join(" "));
    for (line, row) in lines.iter().zip(area.rows()) {
        canvas.text(row, line, Role::Quiet, Ground::Page);
    }
}

/// The first line: 999 and the way out, in the widest words that fit. Nothing ever covers it.
fn top(picture: &Picture, canvas: &mut Canvas, area: Rect) {
    let words = &picture.words.banner;
    let key = keymap::name(HIDE_KEYS[0], picture.words, canvas.marks);
    let (emergency, police) = (picture.emergency, picture.police);
    let values = [("key", key.as_str()), ("emergency", emergency), ("police", police)];
    let say = |text: &str| fill(text, &values);
    let danger = say(&words.danger);
    let choices = [
        (format!("{danger}      {}", say(&words.police)), say(&words.hide)),
        (danger.clone(), say(&words.hide)),
        (danger, say(&words.short_hide)),
        (say(&words.short), say(&words.short_hide)),
        (emergency.to_owned(), say(&words.short_hide)),
        (emergency.to_owned(), key.clone()),
    ];
    canvas.fill(area, Ground::Panel);
    let line = middle(area);
    let fits =
        |(left, right): &&(String, String)| left.width() + right.width() + 4 <= area.width.into();
    let Some((left, right)) = choices.iter().find(fits) else {
        canvas.text(line, &say(&words.least), Role::Strong, Ground::Panel);
        return canvas.target(area, Action::Hide);
    };
    let mut rest = inside_margin(line);
    for piece in with_numbers(left, &[emergency, police]) {
        let used = canvas.text(rest, &piece.text, piece.role, Ground::Panel);
        rest.x += used;
        rest.width -= used;
    }
    hide(canvas, area, right, rows_of_hide(picture.shown.parts));
}

fn inside_margin(area: Rect) -> Rect {
    let margin = if area.width < 60 { 1 } else { 2 };
    Rect { x: area.x + margin, width: area.width.saturating_sub(margin), ..area }
}

/// A click below the first row hides too, but where that row has something else to click.
fn rows_of_hide(parts: Parts) -> u16 {
    let others = [parts.languages, parts.field, parts.body, parts.side];
    let is_taken = others.iter().any(|part| !part.is_empty() && part.y == parts.top.bottom());
    parts.top.height + u16::from(!is_taken)
}

/// Numbers in a text stand out.
fn with_numbers(text: &str, numbers: &[&str]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for word in text.split_inclusive(' ') {
        let is_number = numbers.contains(&word.trim().trim_end_matches('.'));
        pieces.push(Piece::new(word, if is_number { Role::Number } else { Role::Strong }));
    }
    pieces
}

/// The way out: the one white thing. A click near it will do.
fn hide(canvas: &mut Canvas, area: Rect, text: &str, rows: u16) {
    let columns = columns_of(text) + 2;
    let words = Rect { x: area.right().saturating_sub(columns), width: columns, ..middle(area) };
    canvas.text(words, &format!(" {text} "), Role::Hide, Ground::Panel);
    let width = columns.max(HIDE_COLUMNS).min(area.width / 2).max(columns);
    let height = rows.min(canvas.area.height);
    let near = Rect { x: area.right().saturating_sub(width), y: area.y, width, height };
    canvas.target(near, Action::Hide);
}

fn columns_of(text: &str) -> u16 {
    u16::try_from(text.width()).unwrap_or(u16::MAX)
}

/// As many languages as fit, in their own letters; each can be clicked.
fn languages(picture: &Picture, canvas: &mut Canvas, area: Rect) {
    let mut rest = area;
    let is_tile = picture.shown.parts.has_tiles;
    let all = &picture.shown.languages;
    for (place, link) in all.iter().enumerate() {
        let left = all.len() - place;
        // Nobody has a key for it who touches.
        let more = if is_tile { format!("+{left}") } else { format!("F2 +{left}") };
        let columns = columns_of(&link.text) + if is_tile { 2 * TILE_MARGIN } else { 0 };
        let last = columns_of(&more) + if is_tile { 2 * TILE_MARGIN } else { 0 };
        if area.is_empty() || columns + 2 + last > rest.width {
            let action = Action::Do(Command::Languages);
            return name(canvas, rest, &more, (Role::Key, action), is_tile);
        }
        let own = Rect { width: columns, ..rest };
        name(canvas, own, &link.text, (Role::Way, Action::Go(link.to)), is_tile);
        rest.x += columns + 2;
        rest.width -= columns + 2;
    }
}

/// The search box, with the terminal's own cursor in it.
fn field(picture: &Picture, canvas: &mut Canvas, area: Rect) {
    if area.is_empty() {
        return;
    }
    let (search, print) = (&picture.words.search, &picture.words.print);
    let (prompt, hint) = match picture.shown.field {
        TextField::Search => (&search.prompt, &search.hint),
        TextField::Name => (&print.name, &print.name_hint),
    };
    canvas.fill(area, Ground::Panel);
    canvas.target(area, Action::Type);
    for y in area.top()..area.bottom() {
        let bar = canvas.marks.bar;
        canvas.text(Rect { y, height: 1, ..area }, bar, Role::Bar, Ground::Panel);
    }
    let inside = if area.width >= 60 { 3 } else { 2 };
    let y = area.y + area.height / 2;
    let mut rest =
        Rect { x: area.x + inside, y, width: area.width.saturating_sub(inside), height: 1 };
    let prompt = if area.width >= 60 { format!("{prompt} ") } else { "> ".to_owned() };
    let used = canvas.text(rest, &prompt, Role::Strong, Ground::Panel);
    rest.x += used;
    rest.width -= used;
    let end = if picture.typed.is_empty() {
        canvas.text(rest, hint, Role::Quiet, Ground::Panel);
        0
    } else {
        let room = usize::from(rest.width).saturating_sub(1);
        canvas.text(rest, tail(picture.typed, room), Role::Text, Ground::Panel)
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

fn body(picture: &Picture, canvas: &mut Canvas, area: Rect) {
    let Cursor { marked, scroll } = picture.cursor;
    let rows = &picture.shown.rows;
    let shown = (area.top()..area.bottom()).zip(rows.iter().skip(scroll));
    let shown = shown.map(|(y, row)| (Rect { y, height: 1, ..area }, row));
    for (area, row) in shown.clone() {
        let picked = row.spans.iter().find(|span| span.target == marked).copied();
        canvas.row(area, row, picked);
        for span in &row.spans {
            canvas.target(within(area, *span), Action::Open(span.target));
        }
    }
    let first = shown.into_iter().find_map(|(area, row)| {
        // The air of a tile is no place for the pointer.
        let row = (!row.pieces.is_empty()).then_some(row)?;
        let span = row.spans.iter().find(|span| span.target == marked)?;
        Some((within(area, *span), row, *span))
    });
    if let Some((area, row, span)) = first {
        point_at(canvas, area, row, span);
    }
    more_marks(picture, canvas, area);
}

/// The pointer stands before the first row of what is marked, and the cursor on its words.
fn point_at(canvas: &mut Canvas, area: Rect, row: &Row, span: Span) {
    let is_card = row.ground != Ground::Page;
    let ground = if is_card { row.ground } else { Ground::Picked };
    // Choices beside each other begin behind their pointers.
    let first_words = if span.to == u16::MAX { row.indent } else { BEHIND_POINTER };
    let has_room = is_card || row.indent >= 2 || span.to != u16::MAX;
    if has_room {
        let x = if is_card { area.x + 1 } else { area.x };
        let pointer = Rect { x, width: 2.min(area.width), ..area };
        canvas.text(pointer, canvas.marks.pointer, Role::Key, ground);
    }
    canvas.cursor.get_or_insert(Position::new(area.x + first_words, area.y));
}

/// Says below the page that there is more, and above it.
fn more_marks(picture: &Picture, canvas: &mut Canvas, area: Rect) {
    let scroll = picture.cursor.scroll;
    let at = |y: u16| Rect { x: area.right().saturating_sub(1), y, width: 1, height: 1 };
    if scroll > 0 && !area.is_empty() {
        canvas.text(at(area.y), canvas.marks.above, Role::Key, Ground::Page);
    }
    let is_more = picture.shown.rows.len() > scroll + usize::from(area.height);
    if !is_more || area.is_empty() {
        return;
    }
    if area.bottom() < picture.shown.parts.footer.y {
        let text = format!("{} {}", picture.words.search.more, canvas.marks.below);
        let columns = columns_of(&text).min(area.width);
        let right = Rect { x: area.right() - columns, y: area.bottom(), width: columns, height: 1 };
        canvas.text(right, &text, Role::Quiet, Ground::Page);
    } else {
        canvas.text(at(area.bottom() - 1), canvas.marks.below, Role::Key, Ground::Page);
    }
}

fn side(picture: &Picture, canvas: &mut Canvas, area: Rect) {
    for (y, row) in (area.top()..area.bottom()).zip(&picture.shown.side) {
        canvas.row(Rect { y, height: 1, ..area }, row, None);
    }
}

/// The last line: keys and what they do, as many as fit; each can be clicked. The way to the page
/// of keys always stays.
fn footer(picture: &Picture, canvas: &mut Canvas, area: Rect) {
    if area.is_empty() {
        return;
    }
    canvas.fill(area, Ground::Panel);
    let mut rest = inside_margin(area);
    let shown = keymap::bindings(picture.can_print).filter(|binding| binding.in_footer > 0);
    let texts: Vec<_> =
        shown.map(|binding| (binding, binding.short(picture.words, canvas.marks))).collect();
    let columns = |[keys, does]: &[String; 2]| columns_of(keys) + 1 + columns_of(does);
    let last = texts.last().map_or(0, |(_, text)| columns(text));
    for (place, (binding, text)) in texts.iter().enumerate() {
        let needed = columns(text);
        let is_last = place + 1 == texts.len();
        if needed + if is_last { 0 } else { last + 2 } > rest.width {
            continue;
        }
        let [keys, does] = text;
        let used = canvas.text(rest, keys, Role::Key, Ground::Panel);
        let words = Rect { x: rest.x + used, width: rest.width - used, ..rest };
        canvas.text(words, &format!(" {does}"), Role::Quiet, Ground::Panel);
        if let Some((_, command)) = binding.keys.first() {
            canvas.target(Rect { width: needed, ..rest }, Action::Do(*command));
        }
        let step = (needed + 2).min(rest.width);
        rest.x += step;
        rest.width -= step;
    }
}
