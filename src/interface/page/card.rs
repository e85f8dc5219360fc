//! The best number to call, in a card: the one thing to see on a screen.

use unicode_width::UnicodeWidthStr;

use super::block::{Call, Link};
use super::digits::SMALL;
use super::on_screen::OnScreen;
use super::row::{Ground, INSIDE, Piece, Role, Row};

/// A card needs so many rows of the screen to have large digits in it.
const ROWS_FOR_DIGITS: u16 = 14;

impl OnScreen {
    /// What it is for, the number in large digits, whose it is, and what to know.
    pub(super) fn best(&self, label: &str, call: &Call) -> Vec<Row> {
        if self.room.is_narrow() {
            return self.narrow_best(call);
        }
        let mut rows = self.air();
        rows.extend(self.inside(label, Role::Strong));
        rows.extend(self.digits(call));
        rows.push(number_and_name(call));
        rows.extend(self.inside(&facts(call), Role::Quiet));
        rows.extend(self.air());
        self.as_card(rows, Role::Number)
    }

    /// Two rows: the number and whose it is, and what to know. A long name takes the second row, and
    /// leaves room for what it costs.
    fn narrow_best(&self, call: &Call) -> Vec<Row> {
        let mut rows = self.paragraph(2, call.number.spoken(), Role::Number);
        let used = rows.last().map_or(0, Row::width);
        let room = usize::from(self.room.columns).saturating_sub(used + 3);
        let name = call.name.split([',', ':']).next().unwrap_or_default();
        let is_long = name.width() > room;
        let (beside, below) = if is_long { ("", name) } else { (name, &*facts(call)) };
        rows.last_mut().into_iter().for_each(|row| row.right.push(Piece::new(beside, Role::Text)));
        rows.extend(self.paragraph(2, below, Role::Text).into_iter().take(1));
        let cost = call.cost.iter().filter(|_| is_long).map(|cost| Piece::new(cost, Role::Text));
        rows.last_mut().into_iter().for_each(|row| row.right.extend(cost.clone()));
        self.as_card(rows, Role::Number)
    }

    fn digits(&self, call: &Call) -> Vec<Row> {
        let number = call.number.spoken();
        let room = usize::from(self.room.columns.saturating_sub(INSIDE + 1));
        if SMALL.width(number, 1) > room || self.room.rows < ROWS_FOR_DIGITS {
            return Vec::new();
        }
        let mut rows = SMALL.draw(number, 1, self.marks);
        for row in &mut rows {
            row.indent = INSIDE;
        }
        rows.push(Row::default());
        rows
    }

    /// What fits best, opened: its name, what it says, and its number.
    pub(super) fn found(&self, link: &Link, call: Option<&Call>, first: usize) -> Vec<Row> {
        let indent = if self.room.is_narrow() { 2 } else { INSIDE };
        let mut rows = self.matched(indent, &link.text, &link.matches, Role::Strong);
        if let (Some(row), false) = (rows.first_mut(), self.room.is_narrow()) {
            row.right = vec![Piece::new(format!("{} ", link.remark), Role::Quiet)];
        }
        if let Some(snippet) = &link.snippet {
            rows.extend(self.gap());
            let most = if self.room.is_narrow() { 2 } else { 4 };
            rows.extend(
                self.matched(indent, &snippet.text, &snippet.matches, Role::Text)
                    .into_iter()
                    .take(most),
            );
        }
        let mut rows: Vec<Row> = rows.into_iter().map(|row| row.leading_to(first)).collect();
        if let Some(call) = call {
            rows.extend(self.gap());
            let mut number = self.paragraph(indent, call.number.spoken(), Role::Number);
            let name =
                if self.room.is_narrow() { String::new() } else { format!("{}  ", call.name) };
            let name = Piece::new(format!("  {name}{}", state(call)), Role::Text);
            number.last_mut().into_iter().for_each(|row| row.pieces.push(name.clone()));
            rows.extend(number.into_iter().map(|row| row.leading_to(first + 1)));
        }
        self.as_card(rows, Role::Way)
    }

    /// An empty row where there is room for one.
    fn gap(&self) -> Option<Row> {
        (!self.room.is_narrow()).then(Row::default)
    }

    /// An empty row inside a card, above and below, on a tall screen.
    pub(super) fn air(&self) -> Vec<Row> {
        if self.room.is_airy() { vec![Row::default()] } else { Vec::new() }
    }

    fn inside(&self, text: &str, role: Role) -> Vec<Row> {
        self.paragraph(INSIDE, text, role)
    }

    /// Rows on a ground of their own, with a bar at the left.
    pub(super) fn as_card(&self, rows: Vec<Row>, bar: Role) -> Vec<Row> {
        let card = |row: Row| {
            let indent = usize::from(row.indent).saturating_sub(1);
            let mut pieces =
                vec![Piece::new(self.marks.bar, bar), Piece::new(" ".repeat(indent), Role::Text)];
            pieces.extend(row.pieces);
            Row { indent: 0, pieces, ground: Ground::Panel, ..row }
        };
        rows.into_iter().map(card).collect()
    }
}

fn number_and_name(call: &Call) -> Row {
    let mut row = Row::new(INSIDE, call.number.spoken(), Role::Number);
    row.pieces.push(Piece::new(format!("  {}", call.marked_name()), Role::Text));
    row
}

/// What to know of a number in short sentences: "Free to call. Try at any time."
fn facts(call: &Call) -> String {
    let facts = call.cost.iter().chain([&call.state]);
    let sentence = |fact: &String| {
        let mut letters = fact.chars();
        let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
        format!("{first}{}.", letters.as_str())
    };
    facts.map(sentence).collect::<Vec<_>>().join(" ")
}

/// The same in one line beside a number: "free to call, try at any time".
fn state(call: &Call) -> String {
    let facts: Vec<&str> = call.cost.iter().chain([&call.state]).map(String::as_str).collect();
    facts.join(", ")
}
