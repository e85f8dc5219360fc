//! A number as a QR code that a phone offers to call.

use qrcode::{Color, EcLevel, QrCode};

use super::row::{Marks, Piece, Role, Room, Row};
use crate::knowledge::phone::PhoneNumber;

/// Light dots around a code, without which cameras do not find it (ISO/IEC 18004).
const QUIET_ZONE: usize = 4;

/// The code as rows; nothing where it does not fit. Where a terminal has no half blocks a dot is
/// two columns of a row.
pub(super) fn code(number: &PhoneNumber, room: Room, marks: Marks) -> Option<Vec<Row>> {
    let address = format!("tel:{}", number.digits());
    let code = QrCode::with_error_correction_level(address, EcLevel::L).ok()?;
    let size = code.width() + 2 * QUIET_ZONE;
    let (columns, rows) =
        if marks.is_unicode { (size, size.div_ceil(2)) } else { (2 * size, size) };
    if columns > room.columns.into() || rows > room.rows.into() {
        return None;
    }
    let is_dark = |x: usize, y: usize| {
        let inside = |at: usize| at.checked_sub(QUIET_ZONE).filter(|&at| at < code.width());
        inside(x).zip(inside(y)).is_some_and(|at| code[at] == Color::Dark)
    };
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
