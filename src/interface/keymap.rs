//! Which key does what. One table serves the program, the footer, the help page and the README.

use super::event::{Key, KeyCode};
use super::page::row::Marks;
use super::words::{Words, fill};

pub use super::event::HIDE_KEYS;

/// What a key can do.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Hash)]
pub enum Command {
    /// Mark the thing above, or scroll up.
    Up,
    /// Mark the thing below, or scroll down.
    Down,
    /// A screenful up.
    PageUp,
    /// A screenful down.
    PageDown,
    /// Open what is marked.
    Open,
    /// One step back.
    Back,
    /// Back to the start, with an empty search box.
    Start,
    /// Take away the last letter; one step back when there is none.
    Erase,
    /// The page of keys.
    Help,
    /// The questions of "Who can help me?".
    Who,
    /// The languages people speak.
    Languages,
    /// What to print.
    Print,
    /// The marked number, or the first on the page, in large glyphs.
    Big,
    /// The same number as a code for a phone's camera.
    Code,
}

/// One row of the key table.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// The keys and what each does, the best known first.
    pub keys: &'static [(Key, Command)],
    /// How many of the keys the footer shows; with none, the row is only on the help page.
    pub in_footer: usize,
    words: fn(&Words) -> &str,
}

const fn plain(code: KeyCode) -> Key {
    Key::plain(code)
}

/// The key table. Hide keys are not in it: they are asked for first, by [`hides`].
pub const BINDINGS: &[Binding] = &[
    Binding {
        keys: &[
            (plain(KeyCode::Up), Command::Up),
            (plain(KeyCode::Down), Command::Down),
            (plain(KeyCode::BackTab), Command::Up),
            (plain(KeyCode::Tab), Command::Down),
        ],
        in_footer: 2,
        words: |words| &words.commands.mark,
    },
    Binding {
        keys: &[(plain(KeyCode::Enter), Command::Open), (plain(KeyCode::Right), Command::Open)],
        in_footer: 1,
        words: |words| &words.commands.open,
    },
    Binding {
        keys: &[(plain(KeyCode::Left), Command::Back)],
        in_footer: 1,
        words: |words| &words.commands.back,
    },
    Binding {
        keys: &[(plain(KeyCode::Function(5)), Command::Who)],
        in_footer: 1,
        words: |words| &words.commands.who,
    },
    Binding {
        keys: &[(plain(KeyCode::Function(3)), Command::Big)],
        in_footer: 1,
        words: |words| &words.commands.big,
    },
    Binding {
        keys: &[(plain(KeyCode::Function(6)), Command::Print)],
        in_footer: 1,
        words: |words| &words.commands.print,
    },
    Binding {
        keys: &[(plain(KeyCode::Function(2)), Command::Languages)],
        in_footer: 1,
        words: |words| &words.commands.languages,
    },
    Binding {
        keys: &[(plain(KeyCode::Home), Command::Start)],
        in_footer: 0,
        words: |words| &words.commands.start,
    },
    Binding {
        keys: &[(plain(KeyCode::Function(4)), Command::Code)],
        in_footer: 0,
        words: |words| &words.commands.code,
    },
    Binding {
        keys: &[(plain(KeyCode::Function(1)), Command::Help)],
        in_footer: 1,
        words: |words| &words.commands.help,
    },
    Binding {
        keys: &[
            (plain(KeyCode::PageUp), Command::PageUp),
            (plain(KeyCode::PageDown), Command::PageDown),
        ],
        in_footer: 0,
        words: |words| &words.commands.page,
    },
    Binding {
        keys: &[
            (plain(KeyCode::Backspace), Command::Erase),
            (plain(KeyCode::Delete), Command::Erase),
        ],
        in_footer: 0,
        words: |words| &words.commands.erase,
    },
];

/// The rows of the key table, without what cannot be done here.
pub fn bindings(can_print: bool) -> impl Iterator<Item = &'static Binding> {
    let prints = |binding: &Binding| binding.keys.iter().any(|(_, does)| *does == Command::Print);
    BINDINGS.iter().filter(move |binding| can_print || !prints(binding))
}

/// Whether a key hides everything. Asked before anything else sees the key, in every state.
pub fn hides(key: Key) -> bool {
    HIDE_KEYS.contains(&match key.code {
        KeyCode::Character(letter) => {
            Key { code: KeyCode::Character(letter.to_ascii_lowercase()), ..key }
        }
        // Esc and F12 hide with Control held, too.
        code => Key::plain(code),
    })
}

/// What a key does, if it is a command at all.
///
/// `?` is a second way to the help page, for terminals that keep F1 for themselves; but only in an
/// empty search box, so that typing always searches.
pub fn command(key: Key, box_is_empty: bool) -> Option<Command> {
    if box_is_empty && key == plain(KeyCode::Character('?')) {
        return Some(Command::Help);
    }
    let keys = BINDINGS.iter().flat_map(|binding| binding.keys);
    keys.copied().find(|(bound, _)| *bound == key).map(|(_, command)| command)
}

impl Binding {
    /// The row as the help page says it: "Up, Down: move".
    pub fn line(&self, words: &Words, marks: Marks) -> String {
        let keys: Vec<String> = self.keys.iter().map(|(key, _)| name(*key, words, marks)).collect();
        format!("{}: {}", keys.join(", "), (self.words)(words))
    }

    /// The row as the footer says it: its best-known keys, and a word.
    pub fn short(&self, words: &Words, marks: Marks) -> [String; 2] {
        let between = if marks.arrows.is_some() { "" } else { "/" };
        let shown = self.keys.iter().take(self.in_footer);
        let keys: Vec<String> = shown.map(|(key, _)| name(*key, words, marks)).collect();
        [keys.join(between), (self.words)(words).to_owned()]
    }
}

/// The hide keys by name, in one line.
pub fn hide_keys(words: &Words, marks: Marks) -> String {
    names(HIDE_KEYS.iter(), words, marks)
}

/// Those of them that need no Latin letters: on another keyboard Ctrl+X types a letter of its own.
pub fn hide_keys_of_every_keyboard(words: &Words, marks: Marks) -> String {
    names(HIDE_KEYS.iter().filter(|key| !key.control), words, marks)
}

fn names<'a>(keys: impl Iterator<Item = &'a Key>, words: &Words, marks: Marks) -> String {
    keys.map(|key| name(*key, words, marks)).collect::<Vec<_>>().join(", ")
}

/// What is printed on a key.
pub fn name(key: Key, words: &Words, marks: Marks) -> String {
    if let Some(arrow) = arrow(key.code, marks) {
        return arrow.to_owned();
    }
    let names = &words.keys;
    let name = match key.code {
        KeyCode::Character(letter) => letter.to_uppercase().to_string(),
        KeyCode::Function(number) => format!("F{number}"),
        KeyCode::Enter => names.enter.clone(),
        KeyCode::Escape => names.escape.clone(),
        KeyCode::Backspace => names.backspace.clone(),
        KeyCode::Delete => names.delete.clone(),
        KeyCode::Tab => names.tab.clone(),
        KeyCode::BackTab => names.back_tab.clone(),
        KeyCode::Up => names.up.clone(),
        KeyCode::Down => names.down.clone(),
        KeyCode::Left => names.left.clone(),
        KeyCode::Right => names.right.clone(),
        KeyCode::Home => names.home.clone(),
        KeyCode::End => names.end.clone(),
        KeyCode::PageUp => names.page_up.clone(),
        KeyCode::PageDown => names.page_down.clone(),
    };
    if key.control { fill(&names.control, &[("key", &name)]) } else { name }
}

/// The sign on an arrow key, where the terminal can show it.
fn arrow(code: KeyCode, marks: Marks) -> Option<&'static str> {
    let [up, down, left, right] = marks.arrows?;
    match code {
        KeyCode::Up => Some(up),
        KeyCode::Down => Some(down),
        KeyCode::Left => Some(left),
        KeyCode::Right => Some(right),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_stands_twice_and_none_of_them_hides() {
        let mut seen = std::collections::HashSet::new();
        for (key, _) in BINDINGS.iter().flat_map(|binding| binding.keys) {
            assert!(seen.insert(*key), "{key:?} stands twice in the key table");
            assert!(!hides(*key), "{key:?} would never arrive: it hides");
        }
    }

    #[test]
    fn letters_and_digits_are_never_commands_while_typing() {
        for letter in ' '..='~' {
            assert_eq!(command(plain(KeyCode::Character(letter)), false), None);
        }
    }

    #[test]
    fn control_letters_hide_with_or_without_shift() {
        for letter in ['x', 'X', 'c', 'q', 'z', '\\'] {
            assert!(hides(Key { code: KeyCode::Character(letter), control: true }), "{letter}");
            assert!(!hides(plain(KeyCode::Character(letter))), "{letter} alone is typed");
        }
    }

    #[test]
    fn esc_and_f12_hide_with_or_without_control() {
        for code in [KeyCode::Escape, KeyCode::Function(12)] {
            assert!(hides(Key { code, control: true }) && hides(Key { code, control: false }));
        }
        assert!(!hides(Key { code: KeyCode::Up, control: true }));
    }
}
