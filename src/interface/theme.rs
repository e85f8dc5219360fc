//! How each role looks. Colours stand in one table a theme; meaning never depends on them.

use ratatui::style::{Color, Modifier, Style};
use serde::Deserialize;

use super::page::row::Role;

/// The looks a person can choose.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// Light words on a dark ground.
    #[default]
    Default,
    /// Dark words on a light ground.
    Light,
    /// Black, white and yellow, nothing between.
    HighContrast,
    /// The terminal's own colours; bold, underline and reverse only.
    Mono,
}

/// How many colours the terminal can show.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Depth {
    /// 24 bits.
    True,
    /// The 256 of xterm.
    #[default]
    Indexed,
    /// The first 16.
    Sixteen,
}

/// One colour in the three depths: red, green and blue; its xterm index; its place in the 16.
#[derive(Clone, Copy, Debug)]
struct Paint(u32, u8, Color);

impl Paint {
    const fn at(self, depth: Depth) -> Color {
        match depth {
            Depth::True => Color::from_u32(self.0),
            Depth::Indexed => Color::Indexed(self.1),
            Depth::Sixteen => self.2,
        }
    }
}

/// The paints of a theme.
#[derive(Clone, Copy, Debug)]
struct Palette {
    ground: Paint,
    text: Paint,
    heading: Paint,
    number: Paint,
    link: Paint,
    quiet: Paint,
}

const DARK: Palette = Palette {
    ground: Paint(0x0012_1212, 233, Color::Black),
    text: Paint(0x00e8_e8e8, 254, Color::White),
    heading: Paint(0x009c_d8ff, 153, Color::LightCyan),
    number: Paint(0x00ff_e08a, 222, Color::LightYellow),
    link: Paint(0x00b8_e8c0, 157, Color::LightGreen),
    quiet: Paint(0x00b8_c0c8, 250, Color::Gray),
};

const LIGHT: Palette = Palette {
    ground: Paint(0x00ff_ffff, 231, Color::White),
    text: Paint(0x0016_1616, 233, Color::Black),
    heading: Paint(0x0000_3b73, 17, Color::Black),
    number: Paint(0x005a_1a00, 52, Color::Black),
    link: Paint(0x0000_4520, 22, Color::Black),
    quiet: Paint(0x0044_4444, 238, Color::Black),
};

const HIGH_CONTRAST: Palette = Palette {
    ground: Paint(0x0000_0000, 16, Color::Black),
    text: Paint(0x00ff_ffff, 231, Color::White),
    heading: Paint(0x00ff_ff00, 226, Color::LightYellow),
    number: Paint(0x00ff_ff00, 226, Color::LightYellow),
    link: Paint(0x00ff_ffff, 231, Color::White),
    quiet: Paint(0x00ff_ffff, 231, Color::White),
};

/// A theme at the depth of one terminal: a style for each role.
#[derive(Clone, Copy, Debug, Default)]
pub struct Looks {
    pub theme: Theme,
    /// How many colours there are.
    pub depth: Depth,
}

impl Looks {
    pub fn style(self, role: Role) -> Style {
        let style = Style::new().add_modifier(self.modifier(role));
        if role == Role::Code {
            return style.fg(Color::Black).bg(Color::White);
        }
        let Some(palette) = self.palette() else { return style };
        let paint = match role {
            Role::Heading | Role::Title => palette.heading,
            Role::Number => palette.number,
            Role::Link => palette.link,
            Role::Quiet | Role::Rule | Role::Closed => palette.quiet,
            Role::Text
            | Role::Open
            | Role::Danger
            | Role::Hide
            | Role::Input
            | Role::Match
            | Role::Code => palette.text,
        };
        style.fg(paint.at(self.depth)).bg(palette.ground.at(self.depth))
    }

    /// The style of the ground that nothing is written on.
    pub fn ground(self) -> Style {
        self.style(Role::Text)
    }

    /// The style of what is marked: plain text turned round, in one colour over the whole row.
    pub fn marked(self, role: Role) -> Style {
        self.ground().add_modifier(self.modifier(role) | Modifier::REVERSED)
    }

    /// What a role has besides its colour. Where there is no colour a link is underlined. Black
    /// letters are never bold in 16 colours: many terminals paint those grey.
    const fn modifier(self, role: Role) -> Modifier {
        let modifier = modifier(role);
        match (self.theme, self.depth, role) {
            (Theme::Mono, _, Role::Link) => modifier.union(Modifier::UNDERLINED),
            (Theme::Light, Depth::Sixteen, _) if modifier.contains(Modifier::BOLD) => {
                modifier.difference(Modifier::BOLD).union(Modifier::UNDERLINED)
            }
            _ => modifier,
        }
    }

    const fn palette(self) -> Option<Palette> {
        match self.theme {
            Theme::Default => Some(DARK),
            Theme::Light => Some(LIGHT),
            Theme::HighContrast => Some(HIGH_CONTRAST),
            Theme::Mono => None,
        }
    }
}

/// What a role has in every theme, so that it can be told apart without colour.
const fn modifier(role: Role) -> Modifier {
    match role {
        Role::Title | Role::Heading | Role::Number | Role::Danger | Role::Input => Modifier::BOLD,
        Role::Hide => Modifier::REVERSED.union(Modifier::BOLD),
        Role::Match => Modifier::BOLD.union(Modifier::UNDERLINED),
        Role::Text
        | Role::Link
        | Role::Quiet
        | Role::Open
        | Role::Closed
        | Role::Rule
        | Role::Code => Modifier::empty(),
    }
}
