//! Moving through a page: from one thing that can be opened to the next, and by lines between.

use super::page::row::Row;

/// Where a person is on a screen.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Cursor {
    /// Which thing is marked, from 0.
    pub marked: usize,
    /// How many rows are scrolled away above.
    pub scroll: usize,
}

/// Which way a page moves past the window.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Direction {
    Up,
    Down,
}

/// A page at the size it is shown.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    pub rows: &'a [Row],
    /// How many of them the window shows.
    pub height: usize,
}

impl Reading<'_> {
    /// One step down: the next thing to open when the window shows it or its next row would, else
    /// one row.
    pub fn down(self, cursor: Cursor) -> Cursor {
        let cursor = self.fit(cursor);
        match self.first_row(cursor.marked + 1) {
            Some(row) if row <= cursor.scroll + self.height => {
                self.show(Cursor { marked: cursor.marked + 1, ..cursor })
            }
            _ => self.fit(Cursor { scroll: cursor.scroll + 1, ..cursor }),
        }
    }

    /// One step up, the same way.
    pub fn up(self, cursor: Cursor) -> Cursor {
        let cursor = self.fit(cursor);
        let before = cursor.marked.checked_sub(1);
        match before.and_then(|marked| Some((marked, self.first_row(marked)?))) {
            Some((marked, row)) if row + 1 >= cursor.scroll => {
                self.show(Cursor { marked, ..cursor })
            }
            _ => self.fit(Cursor { scroll: cursor.scroll.saturating_sub(1), ..cursor }),
        }
    }

    /// A screenful further, with one row kept in sight; the mark follows.
    pub fn page(self, cursor: Cursor, direction: Direction) -> Cursor {
        let step = self.height.saturating_sub(1).max(1);
        let scroll = match direction {
            Direction::Down => cursor.scroll + step,
            Direction::Up => cursor.scroll.saturating_sub(step),
        };
        let cursor = self.fit(Cursor { scroll, ..cursor });
        let in_sight = cursor.scroll..cursor.scroll + self.height;
        let shown = self.rows.get(in_sight.start..in_sight.end.min(self.rows.len()));
        let mut spans = shown.into_iter().flatten().flat_map(|row| &row.spans);
        let marked = spans.next().map(|span| span.target);
        Cursor { marked: marked.unwrap_or(cursor.marked), ..cursor }
    }

    /// The cursor within the page, after the page or the window changed.
    pub fn fit(self, cursor: Cursor) -> Cursor {
        let last = self.rows.len().saturating_sub(self.height);
        let spans = self.rows.iter().flat_map(|row| &row.spans);
        let targets = spans.map(|span| span.target).max();
        Cursor { marked: cursor.marked.min(targets.unwrap_or(0)), scroll: cursor.scroll.min(last) }
    }

    /// Scrolls as little as it takes to show the marked thing whole, its first row above all.
    pub fn show(self, cursor: Cursor) -> Cursor {
        let cursor = self.fit(cursor);
        let Some(first) = self.first_row(cursor.marked) else { return cursor };
        let last = self.rows.iter().rposition(|row| row.leads_to(cursor.marked));
        let nearest = (last.unwrap_or(first) + 1).saturating_sub(self.height);
        let scroll = cursor.scroll.max(nearest).min(first);
        self.fit(Cursor { scroll, ..cursor })
    }

    /// Whether the window shows any row of the marked thing.
    pub fn sees(self, cursor: Cursor) -> bool {
        let shown = self.rows.iter().skip(cursor.scroll).take(self.height);
        shown.into_iter().any(|row| row.leads_to(cursor.marked))
    }

    fn first_row(self, target: usize) -> Option<usize> {
        self.rows.iter().position(|row| row.leads_to(target))
    }
}
