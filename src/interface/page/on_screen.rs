//! Blocks as the full screen shows them.

use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use super::block::{Block, Call, Code, Link, OpenMark, Snippet};
use super::glyphs;
use super::layout::{READING_COLUMNS, Style, has_gap};
use super::row::{Marks, Piece, Role, Room, Row};
use super::wrap::wrap;

/// The full screen, or a part of it.
#[derive(Clone, Copy, Debug)]
pub struct OnScreen {
    pub room: Room,
    pub marks: Marks,
}

impl Style<Block> for OnScreen {
    fn rows(&self, block: &Block, _choice: usize) -> Vec<Row> {
        match block {
            Block::Title(text) => self.paragraph(0, text, Role::Title),
            Block::Heading(text) => self.paragraph(0, text, Role::Heading),
            Block::Text(text) => self.paragraph(0, text, Role::Text),
            Block::Note(text) => self.paragraph(0, text, Role::Quiet),
            Block::Call(call) => self.call(call),
            Block::Link(link) => self.link(link),
            Block::Big(number) => glyphs::big(number, self.room, self.marks),
            Block::Code(code) => self.code(code),
        }
    }

    fn is_choice(&self, block: &Block) -> bool {
        block.target().is_some()
    }

    fn has_gap(&self, before: &Block, after: &Block) -> bool {
        has_gap(before, after)
    }
}

impl OnScreen {
    fn columns(&self) -> usize {
        self.room.columns.clamp(1, READING_COLUMNS).into()
    }

    fn paragraph(&self, indent: u16, text: &str, role: Role) -> Vec<Row> {
        self.matched(indent, text, &[], role)
    }

    /// A paragraph in which some parts stand out.
    fn matched(&self, indent: u16, text: &str, matches: &[Range<usize>], role: Role) -> Vec<Row> {
        let columns = self.columns().saturating_sub(indent.into());
        let mut end = 0;
        let row = |line: String| {
            let start = text[end..].find(&line).map_or(end, |offset| end + offset);
            end = (start + line.len()).min(text.len());
            Row { indent, pieces: pieces(text, start..end, matches, role), target: None }
        };
        wrap(text, columns, ["", ""]).into_iter().map(row).collect()
    }

    fn call(&self, call: &Call) -> Vec<Row> {
        let number = call.number.spoken();
        let mut rows = vec![Row::new(0, number, Role::Number)];
        if number.width() + 2 + call.name.width() <= self.columns() {
            rows[0].pieces.push(Piece { text: format!("  {}", call.name), role: Role::Text });
        } else {
            rows.extend(self.paragraph(2, &call.name, Role::Text));
        }
        let (mark, role) = match call.open {
            OpenMark::Open => (self.marks.open, Role::Open),
            OpenMark::Closed => (self.marks.closed, Role::Closed),
            OpenMark::Unknown => (self.marks.unknown, Role::Closed),
        };
        let notes = call.notes.join(self.marks.between);
        rows.extend(self.paragraph(2, &format!("{mark} {notes}"), role));
        rows
    }

    fn code(&self, code: &Code) -> Vec<Row> {
        let drawn = glyphs::code(&code.number, self.room, self.marks);
        let said = if drawn.is_some() { &code.caption } else { &code.too_small };
        let mut rows = drawn.unwrap_or_else(|| vec![glyphs::spaced(&code.number, self.room)]);
        rows.extend(self.paragraph(0, said, Role::Quiet));
        rows
    }

    fn link(&self, link: &Link) -> Vec<Row> {
        let mut rows = self.matched(0, &link.text, &link.matches, Role::Link);
        self.remark(&link.remark, &mut rows);
        rows.extend(link.snippet.as_ref().and_then(|snippet| self.snippet(snippet)));
        rows
    }

    /// One row is enough: the one that fits what was typed.
    fn snippet(&self, snippet: &Snippet) -> Option<Row> {
        let mut rows = self.matched(2, &snippet.text, &snippet.matches, Role::Quiet);
        let fits = |row: &Row| row.pieces.iter().any(|piece| piece.role == Role::Match);
        let found = rows.iter().position(fits).unwrap_or(0);
        (!rows.is_empty()).then(|| rows.swap_remove(found))
    }

    /// The remark stands at the right of the link's last row, or below where there is no room.
    fn remark(&self, remark: &str, rows: &mut Vec<Row>) {
        if remark.is_empty() {
            return;
        }
        let used = rows.last().map_or(0, |row| row.text().width()) + remark.width();
        match (rows.last_mut(), self.columns().saturating_sub(used)) {
            (Some(row), gap @ 2..) => {
                row.pieces.push(Piece { text: " ".repeat(gap), role: Role::Text });
                row.pieces.push(Piece { text: remark.to_owned(), role: Role::Quiet });
            }
            _ => rows.extend(self.paragraph(2, remark, Role::Quiet)),
        }
    }
}

/// A range of a text as pieces: what lies in a match stands out.
fn pieces(text: &str, line: Range<usize>, matches: &[Range<usize>], role: Role) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut push = |range: Range<usize>, role| {
        if let Some(part) = text.get(range).filter(|part| !part.is_empty()) {
            pieces.push(Piece { text: part.to_owned(), role });
        }
    };
    let mut done = line.start;
    for found in matches {
        let found = found.start.max(done)..found.end.min(line.end);
        if !found.is_empty() {
            push(done..found.start, role);
            push(found.clone(), Role::Match);
            done = found.end;
        }
    }
    push(done..line.end, role);
    pieces
}
