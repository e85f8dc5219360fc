//! What stands around the page for a finger: buttons below, and names in tiles above.

use ratatui::layout::Rect;

use super::canvas::{Action, Canvas, middle};
use super::keymap::Command;
use super::page::row::{Ground, Role};
use super::view::Picture;

/// No button is wider.
const WIDEST_BUTTON: u16 = 22;

/// Columns of a tile before and behind its words.
pub(super) const TILE_MARGIN: u16 = 2;

/// A name that can be clicked, or touched as a tile.
pub(super) fn name(
    canvas: &mut Canvas,
    area: Rect,
    text: &str,
    does: (Role, Action),
    is_tile: bool,
) {
    let (role, action) = does;
    let ground = if is_tile { Ground::Panel } else { Ground::Page };
    let margin = if is_tile { TILE_MARGIN } else { 0 };
    canvas.fill(area, ground);
    let line = middle(area);
    let line = Rect { x: line.x + margin, width: line.width.saturating_sub(margin), ..line };
    canvas.text(line, text, role, ground);
    canvas.target(area, action);
}

/// The last rows, for a finger: what the keys do that are needed most, and the way out.
pub(super) fn draw(picture: &Picture, canvas: &mut Canvas, area: Rect) {
    canvas.fill(area, Ground::Panel);
    let words = &picture.words.kiosk.buttons;
    let mut all = vec![
        (&words.back, Action::Do(Command::Back)),
        (&words.start, Action::Do(Command::Start)),
        (&words.print, Action::Do(Command::Print)),
        (&words.help, Action::Do(Command::Help)),
        (&words.clear, Action::Hide),
    ];
    all.retain(|(_, action)| picture.can_print || *action != Action::Do(Command::Print));
    let count = u16::try_from(all.len()).unwrap_or(u16::MAX);
    let columns = ((area.width + 2) / count).saturating_sub(2).min(WIDEST_BUTTON);
    let mut x = area.x;
    for (text, action) in all {
        let is_hide = action == Action::Hide;
        let x_here = if is_hide { area.right().saturating_sub(columns) } else { x };
        let button = Rect { x: x_here, width: columns, ..area };
        let role = if is_hide { Role::Hide } else { Role::Way };
        for y in button.top()..button.bottom() {
            let row = Rect { y, height: 1, ..button };
            let text = if row == middle(button) { text.as_str() } else { "" };
            let text = format!("{text:^columns$}", columns = usize::from(columns));
            canvas.text(row, &text, role, Ground::Picked);
        }
        canvas.target(button, action);
        x += columns + 2;
    }
}
