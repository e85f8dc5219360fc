//! What can be opened, large enough for a finger.

use unicode_width::UnicodeWidthStr;

use super::block::Link;
use super::on_screen::{OnScreen, cells};
use super::row::{INSIDE, Piece, Role, Row, Span};

/// The fewest columns of a tile, and the columns between two of them.
const LEAST_TILE: usize = 20;
const TILE_GAP: usize = 2;

impl OnScreen {
    /// Tiles beside each other, as many as the longest choice allows; read across, as they are
    /// touched.
    pub(super) fn tiles(&self, links: &[Link], first: usize) -> Vec<Row> {
        let widest = links.iter().map(|link| link.text.width()).max().unwrap_or(0);
        let least = (widest + 2 * usize::from(INSIDE)).max(LEAST_TILE);
        let across = ((self.columns() + TILE_GAP) / (least + TILE_GAP)).clamp(1, 4);
        let tile = ((self.columns() + TILE_GAP) / across).saturating_sub(TILE_GAP);
        let mut rows = Vec::new();
        for (line, links) in links.chunks(across).enumerate() {
            let targets = (first + line * across..).take(links.len());
            let span = |(place, target)| {
                let from = place * (tile + TILE_GAP);
                Span { from: cells(from), to: cells(from + tile), target }
            };
            let spans: Vec<Span> = (0..).zip(targets).map(span).collect();
            let air = Row { spans, is_tile: true, ..Row::default() };
            let mut words = air.clone();
            for link in links {
                let text = format!("{}{}", " ".repeat(INSIDE.into()), link.text);
                let gap = tile.saturating_sub(text.width());
                words.pieces.push(Piece::new(text + &" ".repeat(gap), Role::Way));
                words.pieces.push(Piece::new(" ".repeat(TILE_GAP), Role::Text));
            }
            rows.extend((line > 0).then(Row::default));
            rows.extend([air.clone(), words, air]);
        }
        rows
    }
}

/// Rows with air above and below, on a ground of their own.
pub(super) fn with_air(rows: Vec<Row>) -> Vec<Row> {
    let rows = [vec![Row::default()], rows, vec![Row::default()]].concat();
    rows.into_iter().map(|row| Row { is_tile: true, ..row }).collect()
}
