//! The whole picture: the way out on top, the search box, what there is to read, the keys.

use ratatui::layout::{Position, Rect};
use unicode_width::UnicodeWidthStr;

use super::app::{App, Focus};
use super::canvas::{Action, Canvas};
use super::keymap::{self, BINDINGS, HIDE_KEYS};
use super::page::rows::{Role, Room, Row, rows};
use super::page::{Block, Content};
use super::reading::Reading;
use super::words::fill;

/// From this width on, a menu and what it leads to stand side by side.
const TWO_PANES: u16 = 70;
/// The width of the menu when they do.
const MENU_COLUMNS: u16 = 38;
/// Columns in front of each row, for the pointer.
const GUTTER: u16 = 2;

/// The parts of the screen, from top to bottom; a part with no room is empty.
#[derive(Clone, Copy, Debug)]
struct Parts {
    banner: Rect,
    top_rule: Rect,
    search: Rect,
    notice: Rect,
    body: Rect,
    bottom_rule: Rect,
    footer: Rect,
}

impl Parts {
    /// Of a very low screen the body gets the most; the search box is there while it is used.
    fn of(app: &App, area: Rect) -> Self {
        let is_tall = area.height >= 16;
        let tall = u16::from(is_tall);
        let has_search = area.height >= 6 || area.height >= 3 && !app.typed().is_empty();
        let has_notice = is_tall || area.height >= 10 && app.must_say();
        let mut rest = area;
        Self {
            banner: take_top(&mut rest, 1),
            footer: take_bottom(&mut rest, u16::from(area.height >= 7)),
            bottom_rule: take_bottom(&mut rest, tall),
            top_rule: take_top(&mut rest, tall),
            search: take_top(&mut rest, u16::from(has_search)),
            notice: take_top(&mut rest, u16::from(has_notice)),
            body: rest,
        }
    }
}

fn take_top(rest: &mut Rect, rows: u16) -> Rect {
    let taken = Rect { height: rows.min(rest.height), ..*rest };
    rest.y += taken.height;
    rest.height -= taken.height;
    taken
}

fn take_bottom(rest: &mut Rect, rows: u16) -> Rect {
    let height = rows.min(rest.height);
    rest.height -= height;
    Rect { y: rest.y + rest.height, height, ..*rest }
}

/// The part of the body that moves with the arrow keys: its area, and its rows at that width.
#[derive(Debug)]
pub(super) struct Pane {
    area: Rect,
    pub(super) rows: Vec<Row>,
    two_panes: bool,
}

impl Pane {
    /// The pane of the screen that is shown, on a terminal of this size.
    pub(super) fn of(app: &App, screen: Rect) -> Self {
        let body = Parts::of(app, screen).body;
        let content = app.content();
        let two_panes = matches!(content, Content::Menu(_)) && body.width >= TWO_PANES;
        let width = if two_panes { MENU_COLUMNS } else { body.width };
        let area = Rect { width, ..body };
        let room = Room { columns: width.saturating_sub(GUTTER + 1), rows: body.height };
        let rows = rows(&blocks(content, two_panes), room, app.marks());
        Self { area, rows, two_panes }
    }

    pub(super) fn reading(&self) -> Reading<'_> {
        Reading { rows: &self.rows, height: self.area.height.into() }
    }
}

/// A menu beside its preview needs no introduction; alone, it says what it is after its choices.
fn blocks(content: Content, two_panes: bool) -> Vec<Block> {
    match content {
        Content::Page(blocks) => blocks,
        Content::Menu(menu) => {
            let intro = if two_panes { Vec::new() } else { menu.intro };
            let title = std::iter::once(Block::Heading(menu.title));
            title.chain(menu.items.into_iter().map(Block::Link)).chain(intro).collect()
        }
    }
}

/// Draws the whole screen.
pub(super) fn draw(app: &App, canvas: &mut Canvas) {
    let screen = canvas.buffer.area;
    let parts = Parts::of(app, screen);
    banner(app, canvas, parts.banner);
    canvas.rule(parts.top_rule);
    search_box(app, canvas, parts.search);
    notice(app, canvas, parts.notice);
    body(app, canvas, parts.body);
    canvas.rule(parts.bottom_rule);
    footer(app, canvas, parts.footer);
}

/// The first line: 999 and the way out, in the widest words that fit. Nothing ever covers it.
fn banner(app: &App, canvas: &mut Canvas, area: Rect) {
    let words = &app.words().banner;
    let key = keymap::name(HIDE_KEYS[0], app.words(), app.marks());
    let [emergency, police] = app.banner_numbers();
    let say =
        |text: &str| fill(text, &[("key", &key), ("emergency", emergency), ("police", police)]);
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
fn notice(app: &App, canvas: &mut Canvas, area: Rect) {
    if let Some(notice) = app.notice() {
        let words = Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area };
        canvas.text(words, &notice, Role::Text);
    }
}

fn columns_of(text: &str) -> u16 {
    u16::try_from(text.width()).unwrap_or(u16::MAX)
}

fn search_box(app: &App, canvas: &mut Canvas, area: Rect) {
    if area.is_empty() {
        return;
    }
    let words = &app.words().search;
    let mut rest = Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area };
    let prompt = if area.width >= 50 { format!("{} ", words.prompt) } else { "> ".to_owned() };
    let used = canvas.text(rest, &prompt, Role::Heading);
    rest.x += used;
    rest.width -= used;
    let typed = app.typed();
    let end = if typed.is_empty() {
        canvas.text(rest, &words.hint, Role::Quiet);
        0
    } else {
        canvas.text(rest, tail(typed, usize::from(rest.width).saturating_sub(1)), Role::Input)
    };
    if app.focus() == Focus::Search {
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

fn body(app: &App, canvas: &mut Canvas, area: Rect) {
    let pane = Pane::of(app, canvas.buffer.area);
    let reading = pane.reading();
    let cursor = reading.fit(app.cursor());
    let shown = pane.rows.iter().skip(cursor.scroll);
    let marked = |row: &Row| row.target == Some(cursor.marked);
    for (y, row) in (pane.area.top()..pane.area.bottom()).zip(shown.clone()) {
        draw_row(canvas, Rect { y, height: 1, ..pane.area }, row, marked(row));
    }
    if let Some((y, row)) =
        (pane.area.top()..pane.area.bottom()).zip(shown).find(|(_, row)| marked(row))
    {
        point_at(canvas, Rect { y, height: 1, ..pane.area }, row);
    }
    more_marks(app, canvas, &pane, cursor.scroll);
    if pane.two_panes {
        preview(
            app,
            canvas,
            Rect { x: area.x + MENU_COLUMNS, width: area.width - MENU_COLUMNS, ..area },
        );
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
fn more_marks(app: &App, canvas: &mut Canvas, pane: &Pane, scroll: usize) {
    let height = usize::from(pane.area.height);
    let column = pane.area.right().saturating_sub(1);
    let mark = |y| Rect { x: column, y, width: 1, height: 1 };
    if scroll > 0 {
        canvas.text(mark(pane.area.y), app.marks().above, Role::Heading);
    }
    if pane.rows.len() > scroll + height && height > 0 {
        canvas.text(mark(pane.area.bottom() - 1), app.marks().below, Role::Heading);
    }
}

fn preview(app: &App, canvas: &mut Canvas, area: Rect) {
    for y in area.top()..area.bottom() {
        canvas.text(Rect { y, width: 1, height: 1, ..area }, canvas.marks.divider, Role::Rule);
    }
    let words = Rect { x: area.x + GUTTER, width: area.width.saturating_sub(GUTTER + 1), ..area };
    let room = Room { columns: words.width, rows: words.height };
    let rows = rows(&app.preview(), room, app.marks());
    for (y, row) in (words.top()..words.bottom()).zip(&rows) {
        let area = Rect { y, height: 1, ..words };
        canvas.row(area, row, false);
        if let Some(target) = row.target {
            canvas.target(area, Action::OpenBeside(target));
        }
    }
    if rows.len() > words.height.into() && !words.is_empty() {
        let corner = Rect { x: words.right(), y: words.bottom() - 1, width: 1, height: 1 };
        canvas.text(corner, app.marks().below, Role::Heading);
    }
}

/// The last line: keys and what they do, as many as fit; each can be clicked.
fn footer(app: &App, canvas: &mut Canvas, area: Rect) {
    let mut rest = Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area };
    for binding in BINDINGS.iter().filter(|binding| binding.in_footer > 0) {
        let text = binding.short(app.words(), app.marks());
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
