//! One walk over what is said, for the screen, for lines and for paper.

use super::block::Block;
use super::row::Row;

/// Text is never set wider than this many columns: longer lines are hard to read (WCAG 2.2, 1.4.8
/// asks for at most 80).
pub const READING_COLUMNS: u16 = 66;

/// How one kind of paper or screen shows the parts of a page.
pub trait Style<Part> {
    /// The rows of one part; its choices count from `first`.
    fn rows(&self, part: &Part, first: usize) -> Vec<Row>;

    /// How many choices the part has.
    fn choices(&self, part: &Part) -> usize;

    /// Whether an empty row stands between two parts.
    fn has_gap(&self, before: &Part, after: &Part) -> bool;
}

/// The rows of a page. Only numbers may be wider than the room.
pub fn rows<Part>(parts: &[Part], style: &impl Style<Part>) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut choices = 0;
    let mut before = None;
    for part in parts {
        if before.is_some_and(|before| style.has_gap(before, part)) {
            rows.push(Row::default());
        }
        rows.extend(style.rows(part, choices));
        choices += style.choices(part);
        before = Some(part);
    }
    rows
}

/// Lines that belong together stand together: links, notes, and whatever follows a heading.
pub const fn has_gap(before: &Block, after: &Block) -> bool {
    !matches!(
        (before, after),
        (Block::Heading(_) | Block::Up(_), _)
            | (Block::Title(_) | Block::Text(_) | Block::Note(_) | Block::Own(..), Block::Note(_))
            | (Block::Item(_), Block::Item(_) | Block::Note(_))
            | (Block::Link(_) | Block::Text(_), Block::Link(_))
            | (Block::Tile(_), Block::Tile(_))
            | (Block::Answer(..), Block::Answer(..))
            | (Block::Call(_), Block::Call(_) | Block::Text(_))
    )
}
