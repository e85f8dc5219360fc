//! What the screen shows at its size, worked out once after an event and kept until the next.

use ratatui::layout::Rect;

use super::context::Context;
use super::page::layout::rows;
use super::page::row::{Room, Row};
use super::page::{Block, Content, OnScreen};
use super::place::Place;
use super::reading::Reading;
use super::screens;
use super::visits::Visits;

/// From this width on, a menu and what it leads to stand side by side.
const TWO_PANES: u16 = 70;
/// The width of the menu when they do.
const MENU_COLUMNS: u16 = 38;
/// Columns in front of each row, for the pointer; one more stays free behind it.
pub(super) const GUTTER: u16 = 2;

/// The fewest rows of a screen that has each part. Of a very low screen the page gets the most.
mod fewest_rows {
    pub const SEARCH: u16 = 6;
    /// While words are in it.
    pub const SEARCH_IN_USE: u16 = 3;
    pub const FOOTER: u16 = 7;
    /// For what must be said; other notices wait for the rules.
    pub const NOTICE: u16 = 10;
    pub const RULES: u16 = 16;
}

/// The parts of the screen, from top to bottom; a part with no room is empty.
#[derive(Clone, Copy, Debug)]
pub(super) struct Parts {
    pub banner: Rect,
    pub top_rule: Rect,
    pub search: Rect,
    pub notice: Rect,
    pub body: Rect,
    pub bottom_rule: Rect,
    pub footer: Rect,
}

impl Parts {
    fn of(area: Rect, is_searching: bool, must_say: bool) -> Self {
        let has = |fewest| area.height >= fewest;
        let has_rules = has(fewest_rows::RULES);
        let has_search =
            has(fewest_rows::SEARCH) || is_searching && has(fewest_rows::SEARCH_IN_USE);
        let has_notice = has_rules || must_say && has(fewest_rows::NOTICE);
        let mut rest = area;
        Self {
            banner: take_top(&mut rest, true),
            footer: take_bottom(&mut rest, has(fewest_rows::FOOTER)),
            bottom_rule: take_bottom(&mut rest, has_rules),
            top_rule: take_top(&mut rest, has_rules),
            search: take_top(&mut rest, has_search),
            notice: take_top(&mut rest, has_notice),
            body: rest,
        }
    }
}

fn take_top(rest: &mut Rect, is_there: bool) -> Rect {
    let taken = Rect { height: u16::from(is_there).min(rest.height), ..*rest };
    rest.y += taken.height;
    rest.height -= taken.height;
    taken
}

fn take_bottom(rest: &mut Rect, is_there: bool) -> Rect {
    let height = u16::from(is_there).min(rest.height);
    rest.height -= height;
    Rect { y: rest.y + rest.height, height, ..*rest }
}

/// Rows, where each thing in them leads, and the area they have.
#[derive(Debug)]
pub(super) struct Pane {
    pub area: Rect,
    pub rows: Vec<Row>,
    pub targets: Vec<Place>,
}

impl Pane {
    fn of(blocks: &[Block], area: Rect, context: &Context) -> Self {
        let room = Room { columns: area.width.saturating_sub(GUTTER + 1), rows: area.height };
        let rows = rows(blocks, &OnScreen { room, marks: context.marks });
        Self { area, rows, targets: blocks.iter().filter_map(Block::target).collect() }
    }

    /// Where a thing leads.
    pub fn target(&self, target: usize) -> Option<Place> {
        self.targets.get(target).copied()
    }

    pub fn reading(&self) -> Reading<'_> {
        Reading { rows: &self.rows, height: self.area.height.into() }
    }
}

/// A screen at its size.
#[derive(Debug)]
pub(super) struct Shown {
    pub parts: Parts,
    /// What moves with the arrow keys.
    pub pane: Pane,
    pub is_menu: bool,
    /// Beside a menu, what the marked choice leads to, with the number of the choice.
    pub preview: Option<(usize, Pane)>,
}

impl Shown {
    pub(super) fn of(context: &Context, visits: &Visits, area: Rect, must_say: bool) -> Self {
        let parts = Parts::of(area, !visits.typed().is_empty(), must_say);
        let says = screens::content(visits.place(), visits.found(), context);
        let is_menu = matches!(says, Content::Menu(_));
        let two_panes = is_menu && parts.body.width >= TWO_PANES;
        let width = if two_panes { MENU_COLUMNS } else { parts.body.width };
        let pane = Pane::of(&blocks(says, two_panes), Rect { width, ..parts.body }, context);
        Self { parts, pane, is_menu, preview: None }
    }

    /// Works out what the marked choice leads to, where there is room beside the menu.
    pub(super) fn mark(&mut self, context: &Context, choice: usize) {
        let body = self.parts.body;
        let is_known = self.preview.as_ref().is_some_and(|(of, _)| *of == choice);
        if self.pane.area.width == body.width || is_known {
            return;
        }
        let blocks = self.preview_of(context, choice);
        let (x, width) = (self.pane.area.right(), body.width - self.pane.area.width);
        self.preview = Some((choice, Pane::of(&blocks, Rect { x, width, ..body }, context)));
    }

    /// What a choice of the menu leads to; nothing on a page, where it is not on the screen.
    pub(super) fn preview_of(&self, context: &Context, choice: usize) -> Vec<Block> {
        let place = self.pane.target(choice).filter(|_| self.is_menu);
        place.map(|place| screens::preview(place, context)).unwrap_or_default()
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
