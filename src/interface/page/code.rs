//! A number as a QR code that a phone offers to call.

use qrcode::{Color, EcLevel, QrCode};

use super::row::{Marks, Piece, Role, Room, Row};
use crate::knowledge::phone::PhoneNumber;

/// Light dots around a code, without which cameras do not find it (ISO/IEC 18004).
const QUIET_ZONE: usize = 4;

/// The dots of a code with the light ones around it.
pub struct Dots(QrCode);

impl Dots {
    /// The code that calls a number.
    pub fn of(number: &PhoneNumber) -> Option<Self> {
        let address = format!("tel:{}", number.digits());
        QrCode::with_error_correction_level(address, EcLevel::L).ok().map(Self)
    }

    /// Dots across, and down.
    pub fn size(&self) -> usize {
        self.0.width() + 2 * QUIET_ZONE
    }

    /// Whether one is dark; outside none is.
    pub fn is_dark(&self, x: usize, y: usize) -> bool {
        let inside = |at: usize| at.checked_sub(QUIET_ZONE).filter(|&at| at < self.0.width());
        inside(x).zip(inside(y)).is_some_and(|at| self.0[at] == Color::Dark)
    }
}

/// The code as rows; nothing where it does not fit. Where a terminal has no half blocks a dot is
/// two columns of a row.
pub(super) fn code(number: &PhoneNumber, room: Room, marks: Marks) -> Option<Vec<Row>> {
    let dots = Dots::of(number)?;
    let (size, is_dark) = (dots.size(), |x, y| dots.is_dark(x, y));
    let (columns, rows) =
        if marks.is_unicode { (size, size.div_ceil(2)) } else { (2 * size, size) };
    if columns > room.columns.into() || rows > room.rows.into() {
        return None;
    }
    let row = |y: usize| -> Row {
        let sign = |x: usize| match (is_dark(x, y), is_dark(x, y + 1)) {
            (true, true) => '█',
            (true, false) => '▀',
            (false, true) => '▄',
            (false, false) => ' ',
        };
        if marks.is_unicode {
            return Row::new(0, (0..size).map(sign).collect::<String>(), Role::Ink);
        }
        let dots: Vec<bool> = (0..size).map(|x| is_dark(x, y)).collect();
        let runs = dots.chunk_by(|one, other| one == other);
        let role = |run: &[bool]| if run[0] { Role::InkDot } else { Role::Ink };
        let pieces = runs.map(|run| Piece::new("  ".repeat(run.len()), role(run))).collect();
        Row { pieces, ..Row::default() }
    };
    let step = if marks.is_unicode { 2 } else { 1 };
    Some((0..size).step_by(step).map(row).collect())
}
