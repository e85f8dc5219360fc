//! The picture being drawn: cells, what a click on them does, and where the cursor stands.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::keymap::Command;
use super::page::row::{Marks, Role, Row};
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
    /// Opens a thing of the preview beside the menu.
    OpenBeside(usize),
}

/// A picture and what can be done with it.
#[derive(Debug)]
pub struct Canvas<'a> {
    /// The cells.
    pub buffer: &'a mut Buffer,
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
    /// An empty picture on a buffer.
    pub fn new(buffer: &'a mut Buffer, looks: Looks, marks: Marks) -> Self {
        let area = buffer.area;
        buffer.set_style(area, looks.ground());
        Self { buffer, looks, marks, targets: Vec::new(), cursor: None }
    }

    /// Writes text from the left edge of an area, cut at its right edge with a mark that there is
    /// more; gives the columns used.
    pub fn text(&mut self, area: Rect, text: &str, role: Role) -> u16 {
        self.styled(area, text, self.looks.style(role))
    }

    fn styled(&mut self, area: Rect, text: &str, style: Style) -> u16 {
        let area = area.intersection(self.buffer.area);
        if area.is_empty() {
            return 0;
        }
        let shown = clip(text, area.width.into(), self.marks.more);
        let (end, _) = self.buffer.set_stringn(area.x, area.y, shown, area.width.into(), style);
        end - area.x
    }

    /// Writes one row of a page; a marked one stands out over its whole width.
    pub fn row(&mut self, area: Rect, row: &Row, marked: bool) {
        let area = area.intersection(self.buffer.area);
        if marked {
            self.buffer.set_style(area, self.looks.marked(Role::Text));
        }
        let mut left = area;
        inset(&mut left, row.indent);
        for piece in &row.pieces {
            let style = self.looks.style(piece.role);
            let style = if marked { self.looks.marked(piece.role) } else { style };
            let used = self.styled(left, &piece.text, style);
            inset(&mut left, used);
        }
    }

    /// Fills one line with the rule's sign.
    pub fn rule(&mut self, area: Rect) {
        let line = self.marks.rule.repeat(area.width.into());
        self.text(area, &line, Role::Rule);
    }

    /// Says what a click in an area does.
    pub fn target(&mut self, area: Rect, action: Action) {
        self.targets.push((area.intersection(self.buffer.area), action));
    }
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
