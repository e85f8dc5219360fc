use serde::Deserialize;

/// A script, by its code in ISO 15924.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
pub enum Script {
    /// Arabic letters, with those that Persian, Pashto, Urdu and Kurdish add.
    Arab,
    Beng,
    Cyrl,
    Deva,
    Ethi,
    Guru,
    /// Han, simplified.
    Hans,
    /// Han, traditional.
    Hant,
    Latn,
    /// Malayalam.
    Mlym,
    Thai,
}

impl Script {
    /// Whether nothing may stand on one row with it: its letters run from right to left, or are not
    /// as wide as they count.
    pub const fn stands_alone(self) -> bool {
        matches!(self, Self::Arab | Self::Beng | Self::Deva | Self::Guru | Self::Mlym)
    }

    const CODES: [(&'static str, Self); 11] = [
        ("Arab", Self::Arab),
        ("Beng", Self::Beng),
        ("Cyrl", Self::Cyrl),
        ("Deva", Self::Deva),
        ("Ethi", Self::Ethi),
        ("Guru", Self::Guru),
        ("Hans", Self::Hans),
        ("Hant", Self::Hant),
        ("Latn", Self::Latn),
        ("Mlym", Self::Mlym),
        ("Thai", Self::Thai),
    ];

    /// The script with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::CODES.iter().find(|(known, _)| *known == code).map(|(_, script)| *script)
    }

    /// A bit of its own.
    pub const fn bit(self) -> u16 {
        1 << self as u16
    }

    /// Whether it is written from right to left.
    pub const fn runs_left(self) -> bool {
        matches!(self, Self::Arab)
    }

    /// Refuses a text with a letter of another script, or without any letter.
    pub(super) fn check(self, text: &str) -> Result<(), String> {
        let mut letters = text.chars().filter(|character| character.is_alphabetic()).peekable();
        if letters.peek().is_none() {
            return Err(format!("\"{text}\" has no letter"));
        }
        match letters.find(|&letter| !self.has(letter)) {
            Some(letter) => Err(format!("'{letter}' in \"{text}\" is no letter of {self:?}")),
            None => Ok(()),
        }
    }

    /// Whether a letter belongs to the script: the blocks of Unicode 17 that these
    /// languages use.
    #[must_use]
    pub const fn has(self, letter: char) -> bool {
        match self {
            Self::Arab => matches!(letter, '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}'),
            Self::Beng => matches!(letter, '\u{980}'..='\u{9ff}'),
            Self::Cyrl => matches!(letter, '\u{400}'..='\u{4ff}'),
            Self::Deva => matches!(letter, '\u{900}'..='\u{97f}'),
            Self::Ethi => matches!(letter, '\u{1200}'..='\u{139f}'),
            Self::Guru => matches!(letter, '\u{a00}'..='\u{a7f}'),
            Self::Hans | Self::Hant => {
                matches!(letter, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
            }
            Self::Latn => {
                matches!(letter, 'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
            }
            Self::Mlym => matches!(letter, '\u{d00}'..='\u{d7f}'),
            Self::Thai => matches!(letter, '\u{e00}'..='\u{e7f}'),
        }
    }
}
