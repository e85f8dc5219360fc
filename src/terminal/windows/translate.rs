//! crossterm's events to ours.

use crossterm::event::{self, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind};

use crate::interface::event::{Event, Key, KeyCode};

/// Our event for crossterm's; none for a released key and what the program has no use for.
pub(super) fn event(event: &event::Event) -> Option<Event> {
    match event {
        event::Event::Key(key) if key.kind != KeyEventKind::Release => {
            let control = key.modifiers.contains(KeyModifiers::CONTROL);
            Some(Event::Key(Key { code: code(key.code)?, control }))
        }
        event::Event::Mouse(report) => mouse(*report),
        event::Event::Resize(..) => Some(Event::Resize),
        _ => None,
    }
}

fn code(code: event::KeyCode) -> Option<KeyCode> {
    Some(match code {
        event::KeyCode::Char(letter) => KeyCode::Character(letter),
        event::KeyCode::Enter => KeyCode::Enter,
        event::KeyCode::Esc => KeyCode::Escape,
        event::KeyCode::Backspace => KeyCode::Backspace,
        event::KeyCode::Delete => KeyCode::Delete,
        event::KeyCode::Tab => KeyCode::Tab,
        event::KeyCode::BackTab => KeyCode::BackTab,
        event::KeyCode::Up => KeyCode::Up,
        event::KeyCode::Down => KeyCode::Down,
        event::KeyCode::Left => KeyCode::Left,
        event::KeyCode::Right => KeyCode::Right,
        event::KeyCode::Home => KeyCode::Home,
        event::KeyCode::End => KeyCode::End,
        event::KeyCode::PageUp => KeyCode::PageUp,
        event::KeyCode::PageDown => KeyCode::PageDown,
        event::KeyCode::F(number) => KeyCode::Function(number),
        _ => return None,
    })
}

fn mouse(report: event::MouseEvent) -> Option<Event> {
    let event::MouseEvent { kind, column, row, .. } = report;
    match kind {
        MouseEventKind::Down(MouseButton::Left) => Some(Event::Click { column, row }),
        MouseEventKind::ScrollUp => Some(Event::Scroll { up: true }),
        MouseEventKind::ScrollDown => Some(Event::Scroll { up: false }),
        _ => None,
    }
}
