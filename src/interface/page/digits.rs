//! Large digits, to be read from across a room. They are our own: in them no digit can be taken
//! for another, and where a terminal has no blocks each dot is a cell filled with colour.

use super::row::{Marks, Role, Row};

/// A font of ten digits.
pub(super) struct Font {
    columns: usize,
    rows: usize,
    /// Each digit from 0 to 9, row by row, `1` for a dot.
    dots: [&'static str; 10],
}

/// 4 by 5 dots: 11 digits in three groups take 62 columns and 3 rows.
pub(super) const SMALL: Font = Font {
    columns: 4,
    rows: 5,
    dots: [
        "01101001100110010110",
        "00100110001000100111",
        "11110001111110001111",
        "11110001011100011111",
        "10011001111100010001",
        "11111000111100011111",
        "11111000111110011111",
        "11110001001000100010",
        "11111001111110011111",
        "11111001111100011111",
    ],
};

/// 5 by 7 dots: 11 digits take 71 columns and 4 rows.
pub(super) const LARGE: Font = Font {
    columns: 5,
    rows: 7,
    dots: [
        "01110100011000110001100011000101110",
        "00100011000010000100001000010001110",
        "01110100010000100110010001000011111",
        "01110100010000100110000011000101110",
        "00010001100101010010111110001000010",
        "11111100001111000001000011000101110",
        "01110100001000011110100011000101110",
        "11111000010001000100010000100001000",
        "01110100011000101110100011000101110",
        "01110100011000101111000010000101110",
    ],
};

/// Columns between two groups of digits, beside the one after each digit.
const BETWEEN_GROUPS: usize = 3;

/// A number in the larger font.
pub(in crate::interface) fn large(number: &str, marks: Marks) -> Vec<Row> {
    LARGE.draw(number, 1, marks)
}

impl Font {
    /// The columns that a number takes, one dot a column.
    pub(super) fn width(&self, number: &str, scale: usize) -> usize {
        let columns = |sign| if sign == ' ' { BETWEEN_GROUPS } else { self.columns + 1 };
        number.chars().map(columns).sum::<usize>().saturating_sub(1) * scale
    }

    /// The rows that a number takes.
    pub(super) fn height(&self, scale: usize, marks: Marks) -> usize {
        let dots = self.rows * scale;
        if marks.is_unicode { dots.div_ceil(2) } else { dots }
    }

    /// A number as rows.
    pub(super) fn draw(&self, number: &str, scale: usize, marks: Marks) -> Vec<Row> {
        let picture = self.picture(number, scale);
        if !marks.is_unicode {
            return picture.iter().map(|line| filled(line)).collect();
        }
        // An odd count of rows: the empty half is above, so that digits stand on their line.
        let empty = vec![false; picture.first().map_or(0, Vec::len)];
        let pad = (picture.len() % 2 == 1).then_some(&empty);
        let lines: Vec<&Vec<bool>> = pad.into_iter().chain(&picture).collect();
        lines.chunks(2).map(|pair| halves(pair[0], pair[1])).collect()
    }

    /// Rows of dots.
    fn picture(&self, number: &str, scale: usize) -> Vec<Vec<bool>> {
        let row = |row: usize| {
            let mut line = Vec::new();
            for sign in number.chars() {
                match sign.to_digit(10) {
                    Some(digit) => {
                        let start = row / scale * self.columns;
                        let dots = &self.dots[digit as usize][start..start + self.columns];
                        line.extend(
                            dots.bytes()
                                .chain([b'0'])
                                .flat_map(|dot| std::iter::repeat_n(dot == b'1', scale)),
                        );
                    }
                    None => line.resize(line.len() + BETWEEN_GROUPS * scale, false),
                }
            }
            line
        };
        (0..self.rows * scale).map(row).collect()
    }
}

/// Two rows of dots in one row of half blocks.
fn halves(above: &[bool], below: &[bool]) -> Row {
    let sign = |(above, below): (&bool, &bool)| match (above, below) {
        (true, true) => '█',
        (true, false) => '▀',
        (false, true) => '▄',
        (false, false) => ' ',
    };
    let text: String = above.iter().zip(below).map(sign).collect();
    Row::new(0, text.trim_end(), Role::Number)
}

/// One row of dots as cells that are filled or not.
fn filled(line: &[bool]) -> Row {
    let mut row = Row::default();
    for run in line.chunk_by(|one, other| one == other) {
        let role = if run[0] { Role::Dot } else { Role::Text };
        row.pieces.push(super::row::Piece::new(" ".repeat(run.len()), role));
    }
    row
}
