//! Numbers as pictures: large glyphs to read across a room, and codes for a phone's camera.

use qrcode::render::unicode::Dense1x2;
use qrcode::{EcLevel, QrCode};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Widget;
use tui_big_text::{BigText, PixelSize};

use crate::knowledge::phone::PhoneNumber;

use super::row::{Marks, Role, Room, Row};

/// A glyph of the font is this many dots wide and high.
const GLYPH_DOTS: u16 = 8;

/// Sizes that every terminal with block elements shows well, the largest first: dots per cell.
const SIZES: [(PixelSize, u16, u16); 3] =
    [(PixelSize::Full, 1, 1), (PixelSize::HalfHeight, 1, 2), (PixelSize::Quadrant, 2, 2)];

/// The number as large as it fits, one group of digits a line if that lets it be larger; in plain
/// digits where nothing fits.
pub(super) fn big(number: &PhoneNumber, room: Room, marks: Marks) -> Vec<Row> {
    let groups: Vec<&str> = number.spoken().split(' ').collect();
    let layouts = [groups, vec![number.spoken()]];
    let sizes = SIZES.iter().flat_map(|size| layouts.iter().map(move |lines| (size, lines)));
    let fits = |&(size, lines): &(&(PixelSize, u16, u16), &Vec<&str>)| {
        let area = area_of(lines, *size);
        marks.is_unicode && area.width <= room.columns && area.height <= room.rows
    };
    match sizes.into_iter().find(fits) {
        Some((size, lines)) => draw(lines, *size),
        None => vec![spaced(number, room)],
    }
}

fn area_of(lines: &[&str], (_, across, down): (PixelSize, u16, u16)) -> Rect {
    let longest = lines.iter().map(|line| line.len()).max().unwrap_or_default();
    let width = u16::try_from(longest).unwrap_or(u16::MAX).saturating_mul(GLYPH_DOTS / across);
    let count = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    Rect::new(0, 0, width, count.saturating_mul(GLYPH_DOTS / down))
}

fn draw(lines: &[&str], size: (PixelSize, u16, u16)) -> Vec<Row> {
    let area = area_of(lines, size);
    let mut buffer = Buffer::empty(area);
    // The font's zero has a bar through it and looks like an eight; its letter O is a plain zero.
    let lines: Vec<Line> = lines.iter().map(|line| Line::from(line.replace('0', "O"))).collect();
    BigText::builder().pixel_size(size.0).lines(lines).build().render(area, &mut buffer);
    let row = |y| (0..area.width).map(|x| buffer[(x, y)].symbol()).collect::<String>();
    (0..area.height).map(|y| Row::new(0, row(y), Role::Number)).collect()
}

/// The digits with a space between, so that each can be read out, where that fits on one line.
pub(super) fn spaced(number: &PhoneNumber, room: Room) -> Row {
    let groups = number
        .spoken()
        .split(' ')
        .map(|group| group.chars().map(String::from).collect::<Vec<_>>().join(" "));
    let spaced = groups.collect::<Vec<_>>().join("   ");
    let fits = spaced.len() <= room.columns.into();
    Row::new(0, if fits { spaced.as_str() } else { number.spoken() }, Role::Number)
}

/// The number as a QR code that a phone offers to call; nothing where it does not fit.
pub(super) fn code(number: &PhoneNumber, room: Room, marks: Marks) -> Option<Vec<Row>> {
    let address = format!("tel:{}", number.digits());
    let code = QrCode::with_error_correction_level(address, EcLevel::L).ok()?;
    // Black on white, as cameras expect.
    let mut picture = code.render::<Dense1x2>();
    let picture = picture.dark_color(Dense1x2::Dark).light_color(Dense1x2::Light).build();
    let lines: Vec<&str> = picture.lines().collect();
    let columns = lines.first()?.chars().count();
    let fits = columns <= room.columns.into() && lines.len() <= room.rows.into();
    (marks.is_unicode && fits)
        .then(|| lines.into_iter().map(|line| Row::new(0, line, Role::Code)).collect())
}
