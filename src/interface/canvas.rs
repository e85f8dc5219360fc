//! The picture being drawn: cells, what a click on them does, and where the cursor stands.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::keymap::Command;
use super::page::row::{Ground, Marks, Piece, Role, Row, Span};
use super::place::Place;
use super::theme::Looks;

/// What a click or tap does.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Action {
    /// Hides everything.
    Hide,
    /// Does what a key does.
    Do(Command),
    /// Marks a thing on the screen and opens it.
    Open(usize),
    /// Goes to a screen.
    Go(Place),
    /// Puts the cursor where letters go.
    Type,
}

/// A picture and what can be done with it.
#[derive(Debug)]
pub struct Canvas<'a> {
    buffer: &'a mut Buffer,
    /// The part of the buffer to draw on.
    pub area: Rect,
    /// How each role looks.
    pub looks: Looks,
    /// The marks of this terminal.
    pub marks: Marks,
    /// Where a click does what; later ones lie on top.
    pub targets: Vec<(Rect, Action)>,
    /// Where the terminal's own cursor stands, so that a Braille display follows.
    pub cursor: Option<Position>,
}

impl<'a> Canvas<'a> {
    /// An empty picture on a part of a buffer.
    pub fn new(buffer: &'a mut Buffer, area: Rect, looks: Looks, marks: Marks) -> Self {
        let area = area.intersection(buffer.area);
        buffer.set_style(area, looks.style(Role::Text, Ground::Page));
        Self { buffer, area, looks, marks, targets: Vec::new(), cursor: None }
    }

    /// Lays a ground under an area.
    pub fn fill(&mut self, area: Rect, ground: Ground) {
        let area = area.intersection(self.area);
        self.buffer.set_style(area, self.looks.style(Role::Text, ground));
    }

    /// Writes text from the left edge of an area, cut at its right edge with a mark that there is
    /// more; gives the columns used.
    pub fn text(&mut self, area: Rect, text: &str, role: Role, ground: Ground) -> u16 {
        self.styled(area, text, self.looks.style(role, ground))
    }

    fn styled(&mut self, area: Rect, text: &str, style: Style) -> u16 {
        let area = area.intersection(self.area);
        if area.is_empty() {
            return 0;
        }
        let shown = clip(text, area.width.into(), self.marks.more);
        let (end, _) = self.buffer.set_stringn(area.x, area.y, shown, area.width.into(), style);
        end - area.x
    }

    /// Writes one row of a page; the columns that are picked stand out.
    pub fn row(&mut self, area: Rect, row: &Row, picked: Option<Span>) {
        let area = area.intersection(self.area);
        self.fill(area, row.ground);
        let tiles =
            || row.spans.iter().filter(|_| row.is_tile).map(move |span| within(area, *span));
        tiles().for_each(|tile| self.fill(tile, Ground::Panel));
        if let Some(span) = picked.filter(|_| row.ground == Ground::Page) {
            self.fill(within(area, span), Ground::Picked);
        }
        let right = width(&row.right).min(area.width);
        let mut left = Rect { width: area.width - right, ..area };
        inset(&mut left, row.indent);
        let right = Rect { x: area.right() - right, width: right, ..area };
        for (mut left, pieces) in [(left, &row.pieces), (right, &row.right)] {
            for piece in pieces {
                let at = left.as_position();
                let is_picked = picked.is_some_and(|span| within(area, span).contains(at));
                let ground = match row.ground {
                    Ground::Page if is_picked => Ground::Picked,
                    Ground::Page if tiles().any(|tile| tile.contains(at)) => Ground::Panel,
                    ground => ground,
                };
                let used = self.text(left, &piece.text, piece.role, ground);
                inset(&mut left, used);
            }
        }
        // Without grounds of another colour, a bar says where a tile is.
        if !self.looks.has_panels() {
            let bar = self.marks.bar;
            tiles().for_each(|tile| _ = self.text(tile, bar, Role::Bar, Ground::Page));
        }
    }

    /// Fills one line with the rule's sign.
    pub fn rule(&mut self, area: Rect) {
        let line = self.marks.rule.repeat(area.width.into());
        self.text(area, &line, Role::Rule, Ground::Page);
    }

    /// Says what a click in an area does.
    pub fn target(&mut self, area: Rect, action: Action) {
        self.targets.push((area.intersection(self.area), action));
    }
}

/// The columns of a span in the area of its row.
pub fn within(area: Rect, span: Span) -> Rect {
    let from = span.from.min(area.width);
    Rect { x: area.x + from, width: span.to.min(area.width) - from, ..area }
}

/// The row in the middle of an area.
pub const fn middle(area: Rect) -> Rect {
    Rect { y: area.y + area.height / 2, height: if area.height > 0 { 1 } else { 0 }, ..area }
}

/// The columns of some pieces.
pub fn width(pieces: &[Piece]) -> u16 {
    let columns: usize = pieces.iter().map(|piece| piece.text.width()).sum();
    u16::try_from(columns).unwrap_or(u16::MAX)
}

const fn inset(area: &mut Rect, columns: u16) {
    let columns = if columns < area.width { columns } else { area.width };
    area.x += columns;
    area.width -= columns;
}

/// The text, or its beginning and the mark when it is wider than the columns.
fn clip<'a>(text: &'a str, columns: usize, more: &str) -> std::borrow::Cow<'a, str> {
    if text.width() <= columns {
        return text.into();
    }
    let mut shown = String::new();
    for cluster in text.graphemes(true) {
        if shown.width() + cluster.width() + more.width() > columns {
            break;
        }
        shown.push_str(cluster);
    }
    shown.push_str(more);
    shown.into()
}
