//! The whole state of the interactive program.

use ratatui::Frame;

use super::event::Event;

/// What the terminal must do after an event.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Effect {
    /// Take everything off the screen and leave.
    Hide,
}

/// The whole state of the interactive program; drawn from, never drawing by itself.
#[derive(Debug, Default)]
pub struct App {
    typed: String,
}

impl App {
    /// Takes one event; an effect is for the terminal to carry out.
    pub fn update(&mut self, event: &Event) -> Option<Effect> {
        if let Event::Paste(text) = event {
            self.typed.push_str(text);
        }
        None
    }

    /// Draws the screen as it stands.
    pub fn view(&self, frame: &mut Frame) {
        frame.render_widget(
            "In danger now? Call 999. Modern Slavery Helpline 0800 0121 700",
            frame.area(),
        );
    }
}
