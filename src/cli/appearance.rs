//! What the terminal can show, as far as its environment tells. Each function takes a way to look
//! a variable up, so that a test can be any terminal.

use crate::interface::page::row::{Font, Letters, Marks};
use crate::interface::theme::{Depth, Looks, Theme};

/// Terminals that show letters in black and white only.
const COLOURLESS: [&str; 6] = ["vt52", "vt100", "vt102", "vt220", "vt320", "xterm-mono"];

/// Terminals whose fonts have letters and few signs, whatever the locale says.
const LETTERS_ONLY: [&str; 7] = ["linux", "vt52", "vt100", "vt102", "vt220", "vt320", "ansi"];

/// Terminals that write where the last letter ended and nowhere else.
const TELETYPES: [&str; 5] = ["", "dumb", "unknown", "emacs", "network"];

/// Colours and theme: what was asked for, else what suits the terminal. `NO_COLOR` is respected
/// as <https://no-color.org> says: when it is not empty, unless a person chose otherwise.
pub(super) fn looks(asked: Option<Theme>, variable: impl Fn(&str) -> Option<String>) -> Looks {
    let is_set = |name| variable(name).is_some_and(|value| !value.is_empty());
    let plain = is_set("NO_COLOR") || COLOURLESS.contains(&terminal(&variable).as_str());
    let suits = if plain { Theme::Mono } else { Theme::Default };
    Looks { theme: asked.unwrap_or(suits), depth: depth(variable) }
}

/// How many colours the terminal shows. GNU screen passes on what its own terminal said of
/// 24 bits, and does not show them.
pub(super) fn depth(variable: impl Fn(&str) -> Option<String>) -> Depth {
    let terminal = terminal(&variable);
    if terminal == "linux" {
        return Depth::Console;
    }
    let claim = variable("COLORTERM").unwrap_or_default();
    let is_claimed = matches!(claim.as_str(), "truecolor" | "24bit");
    if terminal.ends_with("-direct") || is_claimed && !terminal.starts_with("screen") {
        return Depth::True;
    }
    let few = ["ansi", "screen", "cygwin"];
    if few.contains(&terminal.as_str()) || terminal.ends_with("-16color") {
        return Depth::Sixteen;
    }
    Depth::Indexed
}

/// Signs that the terminal can show: Unicode, unless `only_ascii` was asked for, and only where the
/// locale is UTF-8. The first of `LC_ALL`, `LC_CTYPE` and `LANG` that says anything decides (POSIX,
/// "Environment Variables"). A console tells its `font`, whatever its name is.
pub(super) fn marks(
    only_ascii: bool,
    font: Option<Font>,
    variable: impl Fn(&str) -> Option<String>,
) -> Marks {
    let terminal = terminal(&variable);
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().filter_map(&variable);
    let locale = locale.into_iter().find(|value| !value.is_empty()).unwrap_or_default();
    let locale = locale.to_lowercase();
    let is_utf8 = cfg!(windows) || locale.contains("utf-8") || locale.contains("utf8");
    let has_letters_only = [&LETTERS_ONLY[..], &TELETYPES].concat().contains(&terminal.as_str());
    if only_ascii || !is_utf8 {
        return Marks::ASCII;
    }
    match font {
        Some(font) => Marks::UNICODE.in_font(font),
        None if has_letters_only && !cfg!(windows) => Marks::ASCII,
        None => Marks { letters: letters(&variable), ..Marks::UNICODE },
    }
}

/// What the terminal makes of letters that run from right to left, or join. Inside another window
/// nobody knows what the outer one does.
fn letters(variable: &impl Fn(&str) -> Option<String>) -> Letters {
    let is_set = |name: &&str| variable(name).is_some_and(|value| !value.is_empty());
    // foot gives a letter with a sign beside it one cell where it needs two.
    if ["XTERM_VERSION"].iter().any(is_set) || terminal(variable) == "foot" {
        Letters::Apart
    } else if ["TMUX", "STY"].iter().any(is_set) {
        Letters::Joined
    } else if ["VTE_VERSION", "KONSOLE_VERSION"].iter().any(is_set) {
        Letters::Turned
    } else {
        Letters::Joined
    }
}

/// Whether the terminal cannot write where it is told to, so that only lines are left. Windows
/// has no `TERM`, and can.
pub(super) fn has_no_cursor(variable: impl Fn(&str) -> Option<String>) -> bool {
    !cfg!(windows) && TELETYPES.contains(&terminal(&variable).as_str())
}

fn terminal(variable: &impl Fn(&str) -> Option<String>) -> String {
    variable("TERM").unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::languages::Script;

    fn environment<'a>(
        variables: &'a [(&'a str, &'a str)],
    ) -> impl Fn(&str) -> Option<String> + Copy + 'a {
        |name| variables.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
    }

    #[test]
    fn colours_are_as_many_as_the_terminal_says() {
        let expected: [(&[(&str, &str)], Depth); 9] = [
            (&[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")], Depth::True),
            (&[("TERM", "xterm-kitty"), ("COLORTERM", "24bit")], Depth::True),
            (&[("TERM", "xterm-direct")], Depth::True),
            (&[("TERM", "xterm-256color")], Depth::Indexed),
            (&[("TERM", "xterm-256color"), ("COLORTERM", "yes")], Depth::Indexed),
            (&[("TERM", "screen-256color"), ("COLORTERM", "truecolor")], Depth::Indexed),
            (&[("TERM", "screen"), ("COLORTERM", "truecolor")], Depth::Sixteen),
            (&[("TERM", "linux")], Depth::Console),
            (&[], Depth::Indexed),
        ];
        for (variables, depth) in expected {
            assert_eq!(super::depth(environment(variables)), depth, "{variables:?}");
        }
    }

    #[test]
    fn no_color_means_no_colour_unless_a_theme_is_asked_for() {
        let no_color = [("TERM", "xterm-256color"), ("NO_COLOR", "1")];
        let theme = |asked, variables| looks(asked, environment(variables)).theme;
        assert_eq!(theme(None, &no_color), Theme::Mono);
        assert_eq!(theme(Some(Theme::Light), &no_color), Theme::Light);
        assert_eq!(theme(None, &[("TERM", "xterm-256color"), ("NO_COLOR", "")]), Theme::Default);
        assert_eq!(theme(None, &[("TERM", "vt100")]), Theme::Mono);
    }

    #[test]
    #[cfg(not(windows))]
    fn signs_beyond_ascii_need_a_utf8_locale_and_a_font() {
        let expected: [(&[(&str, &str)], bool); 9] = [
            (&[("TERM", "xterm"), ("LANG", "en_GB.UTF-8")], true),
            (&[("TERM", "xterm"), ("LANG", "C.utf8")], true),
            (&[("TERM", "xterm"), ("LANG", "C"), ("LC_CTYPE", "C.UTF-8")], true),
            (&[("TERM", "xterm"), ("LANG", "en_GB.UTF-8"), ("LC_ALL", "C")], false),
            (&[("TERM", "xterm"), ("LANG", "en_GB.UTF-8"), ("LC_ALL", "")], true),
            (&[("TERM", "xterm"), ("LANG", "en_GB.ISO-8859-1")], false),
            (&[("TERM", "xterm")], false),
            (&[("TERM", "linux"), ("LANG", "C.UTF-8")], false),
            (&[("TERM", "vt100"), ("LANG", "C.UTF-8")], false),
        ];
        for (variables, is_unicode) in expected {
            let shown = marks(false, None, environment(variables));
            assert_eq!(shown.is_unicode, is_unicode, "{variables:?}");
            assert!(!marks(true, None, environment(variables)).is_unicode, "{variables:?}");
        }
    }

    #[test]
    fn a_console_shows_what_its_font_has() {
        let font = |letters: &str| Some(Font::new(letters.encode_utf16().collect()));
        let console = [("TERM", "linux"), ("LANG", "C.UTF-8")];
        let shown = marks(false, font("aéăя"), environment(&console));
        assert!(!shown.is_unicode);
        assert!(shown.can_show(Script::Latn, "aéă"));
        assert!(!shown.can_show(Script::Latn, "aố"));
        let signs = "●– ·→‹─▌…▲▼↑↓←█▀▄";
        assert!(marks(false, font(signs), environment(&console)).is_unicode);
        let without_utf8 = [("TERM", "linux"), ("LANG", "C")];
        assert!(!marks(false, font("é"), environment(&without_utf8)).can_show(Script::Latn, "é"));
    }

    #[test]
    fn letters_that_run_from_right_to_left_need_a_terminal_that_turns_them() {
        let expected: [(&[(&str, &str)], Letters); 7] = [
            (&[("VTE_VERSION", "7000")], Letters::Turned),
            (&[("KONSOLE_VERSION", "221203")], Letters::Turned),
            (&[("VTE_VERSION", "7000"), ("TMUX", "/tmp/tmux")], Letters::Joined),
            (&[("KONSOLE_VERSION", "221203"), ("STY", "1.pts")], Letters::Joined),
            (&[("XTERM_VERSION", "XTerm(379)")], Letters::Apart),
            (&[("TERM", "foot")], Letters::Apart),
            (&[], Letters::Joined),
        ];
        for (variables, letters) in expected {
            assert_eq!(super::letters(&environment(variables)), letters, "{variables:?}");
        }
    }

    #[test]
    #[cfg(not(windows))]
    fn a_terminal_without_a_name_gets_lines() {
        for variables in [&[][..], &[("TERM", "")], &[("TERM", "dumb")], &[("TERM", "unknown")]] {
            assert!(has_no_cursor(environment(variables)), "{variables:?}");
        }
        for name in ["xterm", "vt100", "linux", "screen", "tmux-256color"] {
            assert!(!has_no_cursor(environment(&[("TERM", name)])), "{name}");
        }
    }
}
