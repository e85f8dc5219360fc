//! What the screen shows at its size, worked out once after an event and kept until the next.

use ratatui::layout::Rect;

use super::context::Context;
use super::page::layout::rows;
use super::page::row::{Room, Row};
use super::page::wrap::wrap;
use super::page::{Block, Content, Link, OnScreen, TextField};
use super::place::Place;
use super::reading::Reading;

/// Under this width a page has no margin but one column.
const NARROW: u16 = 72;
/// From this width on there is a side.
const WIDE: u16 = 120;
/// The widest column of words.
const MEASURE: u16 = 72;
/// The columns of a wide screen: words, space, side.
const WIDE_COLUMNS: [u16; 3] = [68, 4, 36];

/// The most lines of what must be said, for whoever reads it needs the page, too.
const MOST_OF_NOTICE: usize = 3;

/// The fewest rows of a screen that has each part. Of a very low screen the page gets the most.
mod fewest_rows {
    pub const FIELD: u16 = 5;
    pub const FOOTER: u16 = 7;
    /// For what must be said where it takes a row of the page.
    pub const NOTICE: u16 = 10;
    /// An empty row after the first line and before the last.
    pub const AIR: u16 = 16;
    /// Buttons and tiles for a finger.
    pub const TILES: u16 = 20;
    /// A field of three rows.
    pub const TALL_FIELD: u16 = 24;
    /// More air above the page.
    pub const MUCH_AIR: u16 = 30;
}

/// What a screen is made of, before it has a size.
#[expect(clippy::struct_excessive_bools, reason = "each part is there or not")]
#[derive(Clone, Copy, Debug)]
pub(super) struct Needs<'a> {
    pub has_field: bool,
    pub has_languages: bool,
    pub has_side: bool,
    /// What must be said, if there is anything.
    pub must_say: Option<&'a str>,
    /// Whether rules part what has no ground of its own.
    pub has_rules: bool,
    /// Whether things are to be large enough for a finger, where there is room.
    pub has_touch: bool,
}

/// The parts of the screen, from top to bottom; a part with no room is empty.
#[derive(Clone, Copy, Debug)]
pub(super) struct Parts {
    pub top: Rect,
    pub top_rule: Rect,
    pub notice: Rect,
    pub languages: Rect,
    pub field: Rect,
    pub body: Rect,
    pub side: Rect,
    pub footer: Rect,
    /// Whether what can be touched is large enough for a finger.
    pub has_tiles: bool,
}

impl Parts {
    fn of(area: Rect, needs: Needs<'_>) -> Self {
        let has = |fewest| area.height >= fewest;
        let mut rest = area;
        let has_tiles = needs.has_touch && has(fewest_rows::TILES);
        let tile = if has_tiles { 3 } else { 1 };
        let top = take_top(&mut rest, if has(fewest_rows::MUCH_AIR) { tile } else { 1 });
        let footer = take_bottom(&mut rest, if has(fewest_rows::FOOTER) { tile } else { 0 });
        take_bottom(&mut rest, u16::from(has(fewest_rows::AIR)));
        let air = if has(fewest_rows::MUCH_AIR) {
            2 + ((area.height - fewest_rows::MUCH_AIR) / 6).min(4)
        } else {
            u16::from(has(fewest_rows::AIR))
        };
        let mut above = take_top(&mut rest, air);
        // What must be said goes before a rule, and where there is no air before the page.
        let mut notice = match (above.height, needs.must_say.is_some()) {
            (0, true) if has(fewest_rows::NOTICE) => take_top(&mut rest, 1),
            (1, false) if needs.has_rules => Rect::ZERO,
            _ => take_bottom(&mut above, 1),
        };
        let top_rule = take_top(&mut above, u16::from(needs.has_rules));
        let width = columns(rest, needs.has_side).0.width;
        let lines = needs.must_say.map_or(0, |said| wrap(said, width.into(), ["", ""]).len());
        let more = lines.clamp(1, MOST_OF_NOTICE) - 1;
        if has(fewest_rows::AIR) && !notice.is_empty() {
            notice.height += take_top(&mut rest, u16::try_from(more).unwrap_or_default()).height;
        }
        let (columns, side) = columns(rest, needs.has_side);
        let mut rest = Rect { x: columns.x, width: columns.width, ..rest };
        let languages = take_top(
            &mut rest,
            if needs.has_languages && has(fewest_rows::NOTICE) { tile } else { 0 },
        );
        let gap = u16::from(has(fewest_rows::AIR));
        take_top(&mut rest, if languages.is_empty() { 0 } else { gap });
        let tall = has(fewest_rows::TALL_FIELD) && needs.has_languages;
        let tall = if tall { 3 } else { tile };
        let has_field = needs.has_field && has(fewest_rows::FIELD);
        let field = take_top(&mut rest, if has_field { tall } else { 0 });
        take_top(&mut rest, if has_field { gap } else { 0 });
        let side = Rect { y: columns.y, height: columns.height, ..side };
        Self { top, top_rule, notice, languages, field, body: rest, side, footer, has_tiles }
    }
}

/// The columns of words and of the side, in the middle of the screen.
fn columns(area: Rect, has_side: bool) -> (Rect, Rect) {
    let [words, space, side] = WIDE_COLUMNS;
    if area.width >= WIDE && has_side {
        let x = area.x + (area.width - words - space - side) / 2;
        let beside = Rect { x: x + words + space, width: side, ..area };
        return (Rect { x, width: words, ..area }, beside);
    }
    let margin = if area.width < NARROW { 1 } else { 2 };
    let width = area.width.saturating_sub(2 * margin).min(MEASURE);
    let x = area.x + (area.width - width) / 2;
    (Rect { x, width, ..area }, Rect::ZERO)
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

/// On a narrow screen the best number stands before the name of the page.
fn put_best_first(blocks: &mut Vec<Block>) {
    let is_best = |block: &Block| matches!(block, Block::Best(..));
    if let Some(place) = blocks.iter().position(is_best) {
        let best = blocks.remove(place);
        blocks.insert(0, best);
    }
}

/// A screen at its size.
#[derive(Debug)]
pub(super) struct Shown {
    pub parts: Parts,
    /// What moves with the arrow keys.
    pub rows: Vec<Row>,
    /// What stands still beside it.
    pub side: Vec<Row>,
    pub languages: Vec<Link>,
    /// What is typed in the box.
    pub field: TextField,
    targets: Vec<Place>,
}

impl Shown {
    /// A screen of this size that says this.
    pub(super) fn of(context: &Context, mut says: Content, area: Rect, needs: Needs<'_>) -> Self {
        let parts = Parts::of(area, needs);
        let mut body = parts.body;
        if body.width < Room::NARROW {
            put_best_first(&mut says.blocks);
            // The last column is for the marks that say that there is more.
            body.width = body.width.saturating_sub(1);
        }
        let lay_out = |blocks: &[Block], area: Rect| {
            let room = Room { columns: area.width, rows: area.height };
            rows(blocks, &OnScreen { room, marks: context.marks, has_tiles: parts.has_tiles })
        };
        Self {
            rows: lay_out(&says.blocks, body),
            side: if parts.side.is_empty() { Vec::new() } else { lay_out(&says.side, parts.side) },
            languages: says.languages,
            field: says.field.unwrap_or_default(),
            targets: says.blocks.iter().flat_map(Block::targets).collect(),
            parts,
        }
    }

    /// Where a thing leads.
    pub(super) fn target(&self, target: usize) -> Option<Place> {
        self.targets.get(target).copied()
    }

    /// Where each thing leads, in order.
    pub(super) fn targets(&self) -> &[Place] {
        &self.targets
    }

    pub(super) fn reading(&self) -> Reading<'_> {
        Reading { rows: &self.rows, height: self.parts.body.height.into() }
    }
}
