//! What lies between the program and its window, by what it leaves in the environment: a terminal
//! inside a terminal reads the keys first, and keeps lines of its own.

use crate::terminal::bytes::SavedLines;

/// The nearest terminal that is no window.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Between {
    /// None, or one that passes everything on.
    Nothing,
    /// None, and the window ends its selection when it is told to, as kitty and alacritty were seen
    /// to. xterm, konsole and VTE do nothing, and some put a question or a message on the screen: it
    /// is asked only of those that were tried.
    EndsSelection,
    Tmux,
    GnuScreen,
    /// A terminal of which nothing is known.
    Unknown,
}

impl Between {
    pub(super) fn find() -> Self {
        let terminal = std::env::var("TERM").unwrap_or_default();
        Self::of(&terminal, |name| std::env::var_os(name).is_some())
    }

    /// GNU screen tells the programs in it its name. It may have tmux in it, or be in tmux: which
    /// of the two is nearer cannot be told, and what is done for screen does tmux no harm. Through
    /// ssh and sudo only the terminal's type tells of it.
    fn of(terminal: &str, is_set: impl Fn(&str) -> bool) -> Self {
        match terminal {
            _ if is_set("STY") => Self::GnuScreen,
            _ if is_set("TMUX") => Self::Tmux,
            "" | "dumb" => Self::Unknown,
            _ if terminal.starts_with("screen") => Self::GnuScreen,
            _ if terminal.starts_with("tmux") => Self::Tmux,
            "xterm-kitty" | "alacritty" => Self::EndsSelection,
            _ => Self::Nothing,
        }
    }

    /// How the lines that were saved are got rid of. One of which nothing is known may not know how
    /// to erase them.
    pub(super) fn saved_lines(self) -> SavedLines {
        match self {
            Self::Nothing | Self::EndsSelection => SavedLines::Erasable,
            Self::Tmux => SavedLines::AroundTmux,
            Self::GnuScreen | Self::Unknown => SavedLines::PushedOut,
        }
    }

    /// Whether a program that asks for the mouse loses the Esc key: GNU screen then waits after
    /// its byte, for ever, for the rest of a report.
    pub(super) fn holds_esc_for_mouse(self) -> bool {
        self == Self::GnuScreen
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_known_by_its_variable_or_its_type_of_terminal() {
        for (terminal, variables, between) in [
            ("xterm-256color", &[][..], Between::Nothing),
            ("xterm-kitty", &[], Between::EndsSelection),
            ("xterm-kitty", &["TMUX"], Between::Tmux),
            ("screen.xterm-256color", &[], Between::GnuScreen),
            ("xterm-256color", &["STY"], Between::GnuScreen),
            ("screen", &["TMUX"], Between::Tmux),
            ("tmux-256color", &[], Between::Tmux),
            ("tmux-256color", &["STY", "TMUX"], Between::GnuScreen),
            ("dumb", &[], Between::Unknown),
            ("", &[], Between::Unknown),
        ] {
            let found = Between::of(terminal, |name| variables.contains(&name));
            assert_eq!(found, between, "{terminal} {variables:?}");
        }
    }
}
