//! Blocks as the full screen shows them.

use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use super::block::{Block, Call, Code, Link, Snippet};
use super::code;
use super::digits::{Font, LARGE, SMALL};
use super::layout::{Style, has_gap};
use super::row::{Ground, INSIDE, Marks, Piece, Role, Room, Row, Span};
use super::tile::with_air;
use super::wrap::wrap;
use crate::knowledge::phone::PhoneNumber;

/// The full screen, or a part of it.
#[derive(Clone, Copy, Debug)]
pub struct OnScreen {
    pub room: Room,
    pub marks: Marks,
    /// Whether what can be opened is large enough for a finger.
    pub has_tiles: bool,
}

/// The column of names in a list of numbers: the longest number has 14 signs.
const NUMBER_COLUMNS: usize = 15;
/// The column of answers, beside the questions of the page of danger.
const ANSWER_COLUMN: u16 = 17;
/// Columns that words beside a large number need at least.
const BESIDE: usize = 24;
/// So many choices stand in two columns; more of them in up to four.
const FEW_CHOICES: usize = 12;
/// From so many rows on, words to read out have room around them.
const ROWS_FOR_AIR: u16 = 14;
/// Columns between a large number and the words beside it.
const BETWEEN: usize = 5;

impl Style<Block> for OnScreen {
    fn rows(&self, block: &Block, first: usize) -> Vec<Row> {
        let lead = |rows: Vec<Row>| rows.into_iter().map(|row| row.leading_to(first)).collect();
        match block {
            Block::Up(link) => {
                lead(self.paragraph(0, &format!("{} {}", self.marks.up, link.text), Role::Way))
            }
            Block::Title(text) | Block::Heading(text) | Block::Own(_, text) => {
                self.paragraph(0, text, Role::Strong)
            }
            Block::Text(text) => self.paragraph(0, text, Role::Text),
            Block::Item(text) => self.item(text),
            Block::Said(text) => self.said(text),
            Block::Note(text) => self.paragraph(0, text, Role::Quiet),
            Block::Answer(question, answer) => self.answer(question, answer),
            Block::Best(label, call) => lead(self.best(label, call)),
            Block::Call(call) if self.has_tiles => lead(with_air(self.call(call))),
            Block::Call(call) => lead(self.call(call)),
            Block::Link(link) | Block::Tile(link) if self.has_tiles => {
                lead(with_air(self.link(link)))
            }
            Block::Link(link) => lead(self.link(link)),
            Block::Tile(link) => lead([self.air(), self.link(link), self.air()].concat()),
            Block::Found(link, call) => self.found(link, call.as_ref(), first),
            Block::Choices(links) if self.has_tiles => self.tiles(links, first),
            Block::Choices(links) => self.choices_in_columns(links, first),
            Block::Big(number, words) => self.big(number, words),
            Block::Code(code) => self.code(code),
            Block::Paper(_, own, english) => self.paper(own, english),
        }
    }

    fn choices(&self, block: &Block) -> usize {
        block.targets().len()
    }

    /// The words below a short menu stand close where there is little room, so that they are seen.
    fn has_gap(&self, before: &Block, after: &Block) -> bool {
        let is_tile = |block: &Block| {
            matches!(block, Block::Link(_) | Block::Tile(_) | Block::Call(_)) && self.has_tiles
        };
        let is_close = matches!((before, after), (Block::Choices(links), Block::Note(_)) if links.len() <= FEW_CHOICES);
        is_tile(before)
            || is_tile(after)
            || has_gap(before, after) && (!is_close || self.room.is_airy())
    }
}

impl OnScreen {
    pub(super) fn columns(&self) -> usize {
        self.room.columns.max(1).into()
    }

    pub(super) fn paragraph(&self, indent: u16, text: &str, role: Role) -> Vec<Row> {
        self.matched(indent, text, &[], role)
    }

    /// A paragraph in which some parts stand out.
    pub(super) fn matched(
        &self,
        indent: u16,
        text: &str,
        matches: &[Range<usize>],
        role: Role,
    ) -> Vec<Row> {
        let columns = self.columns().saturating_sub(usize::from(indent) + 1);
        let mut end = 0;
        let row = |line: String| {
            let start = text[end..].find(&line).map_or(end, |offset| end + offset);
            end = (start + line.len()).min(text.len());
            Row { indent, pieces: pieces(text, start..end, matches, role), ..Row::default() }
        };
        wrap(text, columns, ["", ""]).into_iter().map(row).collect()
    }

    fn answer(&self, question: &str, answer: &str) -> Vec<Row> {
        if self.room.is_narrow() {
            let both = format!("{question} {answer}");
            let strong = 0..question.len();
            let mut rows = self.matched(0, &both, &[strong], Role::Text);
            let pieces = rows.iter_mut().flat_map(|row| &mut row.pieces);
            pieces
                .filter(|piece| piece.role == Role::Match)
                .for_each(|piece| piece.role = Role::Strong);
            return rows;
        }
        let mut rows = self.paragraph(ANSWER_COLUMN, answer, Role::Text);
        if let Some(row) = rows.first_mut() {
            let column = usize::from(std::mem::take(&mut row.indent));
            row.pieces.insert(0, Piece::new(format!("{question:column$}"), Role::Strong));
        }
        rows
    }

    fn call(&self, call: &Call) -> Vec<Row> {
        let (state, role) = call.open_mark(self.marks);
        let name = call.marked_name();
        let free =
            call.cost.as_ref().map_or_else(|| name.clone(), |cost| format!("{name}, {cost}"));
        let number = call.number.spoken();
        let mut row = Row::new(INSIDE, number, Role::Number);
        row.right = vec![Piece::new(format!("{state} "), role)];
        let used = usize::from(INSIDE) + NUMBER_COLUMNS.max(number.width() + 2) + state.width() + 3;
        let fitting = [&free, &name].into_iter().find(|name| used + name.width() <= self.columns());
        if let (Some(name), false) = (fitting, self.room.is_narrow()) {
            let gap = NUMBER_COLUMNS.saturating_sub(number.width()).max(2);
            row.pieces.push(Piece::new(format!("{}{name}", " ".repeat(gap)), Role::Text));
            return vec![row];
        }
        if row.width() + state.width() + 2 > self.columns() {
            let room = self.columns().saturating_sub(number.width() + 1);
            let mut rows = self.paragraph(INSIDE.min(cells(room)), number, Role::Number);
            rows.extend(self.paragraph(INSIDE, &format!("{name}: {state}"), Role::Text));
            return rows;
        }
        std::iter::once(row).chain(self.paragraph(INSIDE, &name, Role::Text)).collect()
    }

    fn link(&self, link: &Link) -> Vec<Row> {
        let mut rows = self.matched(INSIDE, &link.text, &link.matches, Role::Way);
        self.remark(&link.remark, &mut rows);
        if let (Some(snippet), false) = (&link.snippet, self.room.is_narrow()) {
            rows.push(self.snippet(snippet));
        }
        rows
    }

    /// One row is enough: the words around what fits, cut only between words and marked where cut.
    fn snippet(&self, snippet: &Snippet) -> Row {
        let columns = self.columns().saturating_sub(usize::from(INSIDE) + 1);
        let (range, [before, after]) = window(snippet, columns, self.marks.more);
        let mut row = Row { indent: INSIDE, ..Row::default() };
        row.pieces.extend(before.then(|| Piece::new(format!("{} ", self.marks.more), Role::Quiet)));
        row.pieces.extend(pieces(&snippet.text, range, &snippet.matches, Role::Quiet));
        row.pieces.extend(after.then(|| Piece::new(format!(" {}", self.marks.more), Role::Quiet)));
        row
    }

    /// The remark stands at the right of the link's last row, or below where there is no room.
    fn remark(&self, remark: &str, rows: &mut Vec<Row>) {
        if remark.is_empty() {
            return;
        }
        let columns = self.columns();
        match rows.last_mut() {
            Some(row) if row.width() + remark.width() + 3 <= columns => {
                row.right = vec![Piece::new(format!("{remark} "), Role::Quiet)];
            }
            _ => rows.extend(self.paragraph(INSIDE, remark, Role::Quiet)),
        }
    }

    /// As many columns as the longest choice allows; read down, then on to the right.
    fn choices_in_columns(&self, links: &[Link], first: usize) -> Vec<Row> {
        let widest = links.iter().map(|link| link.text.width()).max().unwrap_or(0);
        let most = if links.len() > FEW_CHOICES { 4 } else { 2 };
        let across = (self.columns() / (widest + 2 * usize::from(INSIDE))).clamp(1, most);
        let down = links.len().div_ceil(across);
        let cell = self.columns() / across;
        let mut rows = Vec::new();
        for line in 0..down {
            if line > 0 && self.room.is_airy() {
                rows.push(Row::default());
            }
            let mut row = Row::default();
            for (place, link) in links.iter().enumerate().skip(line).step_by(down) {
                let text = format!("{}{}", " ".repeat(INSIDE.into()), link.text);
                let gap = cell.saturating_sub(text.width());
                let from = cells(row.width());
                row.pieces.push(Piece::new(text, Role::Way));
                row.pieces.push(Piece::new(" ".repeat(gap), Role::Text));
                let to = from + cells(cell.saturating_sub(2));
                row.spans.push(Span { from, to, target: first + place });
            }
            rows.push(row);
        }
        rows
    }

    /// The number as large as it fits, one group of digits a row if that lets it be larger.
    fn big(&self, number: &PhoneNumber, words: &[String]) -> Vec<Row> {
        let is_card = !words.is_empty() && !self.room.is_narrow();
        let inside = usize::from(if is_card { INSIDE + 1 } else { 0 });
        let columns = self.columns().saturating_sub(inside + 1);
        // Where there is more to say, the number leaves room for it.
        let share = if words.is_empty() { 2 } else { 3 };
        let mut rows = self.largest(number, columns, usize::from(self.room.rows) / share + 1);
        if !is_card {
            rows.extend(
                words.iter().take(1).flat_map(|text| self.paragraph(0, text, Role::Strong)),
            );
            return rows;
        }
        let used = rows.iter().map(Row::width).max().unwrap_or(0) + BETWEEN;
        let beside = columns.saturating_sub(used);
        if beside >= BESIDE {
            let lines = words.iter().flat_map(|text| wrap(text, beside, ["", ""]));
            stand_beside(&mut rows, used, lines.collect());
        }
        for row in &mut rows {
            row.indent += INSIDE + 1;
        }
        let rows = [vec![Row::default()], rows, vec![Row::default()]].concat();
        self.as_card(rows, Role::Number)
    }

    fn largest(&self, number: &PhoneNumber, columns: usize, most_rows: usize) -> Vec<Row> {
        let groups: Vec<&str> = number.spoken().split(' ').collect();
        let layouts = [vec![number.spoken()], groups];
        let sizes: [(&Font, usize); 3] = [(&LARGE, 2), (&LARGE, 1), (&SMALL, 1)];
        let choices = sizes.iter().flat_map(|size| layouts.iter().map(move |lines| (size, lines)));
        let fits = |&(&(font, scale), lines): &(&(&Font, usize), &Vec<&str>)| {
            let widest = lines.iter().map(|line| font.width(line, scale)).max().unwrap_or(0);
            let height = lines.len() * (font.height(scale, self.marks) + 1) - 1;
            widest <= columns && height <= most_rows
        };
        let Some((&(font, scale), lines)) = choices.into_iter().find(fits) else {
            return vec![spaced(number, columns)];
        };
        let mut rows = Vec::new();
        for line in lines {
            rows.extend((!rows.is_empty()).then(Row::default));
            rows.extend(font.draw(line, scale, self.marks));
        }
        rows
    }

    /// A code on a panel of its own, with what it leaves behind.
    fn code(&self, code: &Code) -> Vec<Row> {
        let room = Room {
            columns: self.room.columns.saturating_sub(INSIDE),
            rows: self.room.rows.saturating_sub(cells(code.captions.len()) + 3),
        };
        let Some(mut rows) = code::code(&code.number, room, self.marks) else {
            let said = code.too_small.iter().flat_map(|text| self.paragraph(0, text, Role::Quiet));
            let number = code.too_small.is_some().then(|| spaced(&code.number, self.columns()));
            return number.into_iter().chain(said).collect();
        };
        for row in &mut rows {
            row.indent = INSIDE;
        }
        let roles = [Role::Strong].into_iter().chain(std::iter::repeat(Role::Quiet));
        let captions = code.captions.iter().zip(roles);
        let captions = captions.flat_map(|(text, role)| self.paragraph(INSIDE, text, role));
        let captions: Vec<Row> = captions.collect();
        let rows = [vec![Row::default()], rows, vec![Row::default()], captions].concat();
        let rows = rows.into_iter().chain([Row::default()]);
        rows.map(|row| Row { ground: Ground::Panel, ..row }).collect()
    }

    fn item(&self, text: &str) -> Vec<Row> {
        let mut rows = self.paragraph(2, text, Role::Text);
        if let Some(row) = rows.first_mut() {
            row.indent = 0;
            row.pieces.insert(0, Piece::new("- ", Role::Quiet));
        }
        rows
    }

    /// Black on white, with room around it where there is any.
    fn said(&self, text: &str) -> Vec<Row> {
        let air =
            usize::from(self.room.rows >= ROWS_FOR_AIR) * (1 + usize::from(self.room.is_airy()));
        let air = vec![Row::default(); air];
        let rows = [air.clone(), self.paragraph(INSIDE, text, Role::StrongInk), air].concat();
        rows.into_iter().map(|row| Row { ground: Ground::Paper, ..row }).collect()
    }

    /// Black on white, their words above the English ones.
    fn paper(&self, own: &str, english: &str) -> Vec<Row> {
        let inside = |text: &str, role| self.paragraph(INSIDE, text, role);
        let rows = [
            vec![Row::default()],
            inside(own, Role::StrongInk),
            vec![Row::default()],
            inside(english, Role::Ink),
            vec![Row::default()],
        ];
        rows.concat().into_iter().map(|row| Row { ground: Ground::Paper, ..row }).collect()
    }
}

/// Words at the right of rows, from the first row on.
fn stand_beside(rows: &mut Vec<Row>, column: usize, lines: Vec<String>) {
    rows.resize(rows.len().max(lines.len()), Row::default());
    for (place, (row, line)) in rows.iter_mut().zip(lines).enumerate() {
        let gap = " ".repeat(column.saturating_sub(row.width()));
        let role = if place == 0 { Role::Strong } else { Role::Text };
        row.pieces.push(Piece::new(gap, Role::Text));
        row.pieces.push(Piece::new(line, role));
    }
}

/// The digits with a space between, so that each can be read out, where that fits on one line.
fn spaced(number: &PhoneNumber, columns: usize) -> Row {
    let apart = |group: &str| group.chars().map(String::from).collect::<Vec<_>>().join(" ");
    let spaced = number.spoken().split(' ').map(apart).collect::<Vec<_>>().join("   ");
    let fits = spaced.len() <= columns;
    Row::new(0, if fits { spaced.as_str() } else { number.spoken() }, Role::Number)
}

/// The part of a text that fits in the columns around the first match, cut between words, and
/// whether something was cut before and after it.
fn window(snippet: &Snippet, columns: usize, more: &str) -> (Range<usize>, [bool; 2]) {
    let text = snippet.text.as_str();
    if text.width() <= columns {
        return (0..text.len(), [false, false]);
    }
    let room = columns.saturating_sub(2 * (more.width() + 1));
    let first = snippet.matches.first().map_or(0, |range| range.start);
    let starts = std::iter::once(0).chain(text.match_indices(' ').map(|(at, _)| at + 1));
    // Some words before the match tell what it is about, when they leave room for it.
    let start = starts.into_iter().find(|&at| text[at..first.max(at)].width() <= room / 2);
    let start = start.unwrap_or(0).min(first);
    let ends = text[start..].match_indices(' ').map(|(at, _)| start + at).chain([text.len()]);
    let fits = |end: &usize| text[start..*end].width() <= room;
    let end = ends.into_iter().take_while(fits).last().unwrap_or(start);
    (start..end, [start > 0, end < text.len()])
}

pub(super) fn cells(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

/// A range of a text as pieces: what lies in a match stands out.
fn pieces(text: &str, line: Range<usize>, matches: &[Range<usize>], role: Role) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut push = |range: Range<usize>, role| {
        if let Some(part) = text.get(range).filter(|part| !part.is_empty()) {
            pieces.push(Piece::new(part, role));
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
