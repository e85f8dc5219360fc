//! How each role looks on each ground. Colours stand in one table a theme; meaning never depends
//! on them.

use ratatui::style::{Color, Modifier, Style};
use serde::Deserialize;

use super::page::row::{Ground, Role};

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
    /// Those of the Linux console: eight, and brighter letters where its font is small.
    Console,
}

/// One colour in the three depths: red, green and blue; its xterm index; its place in the 16.
#[derive(Clone, Copy, Debug)]
struct Paint(u32, u8, Color);

impl Paint {
    const fn at(self, depth: Depth) -> Color {
        match depth {
            Depth::True => Color::from_u32(self.0),
            Depth::Indexed => Color::Indexed(self.1),
            Depth::Sixteen | Depth::Console => self.2,
        }
    }
}

/// The paints of a theme: two accents, `way` for what can be done and `number` for what can be
/// called. Each pair that meets is at least 7:1 (WCAG 2.2, 1.4.6), which the tests work out.
#[derive(Clone, Copy, Debug)]
struct Palette {
    ground: Paint,
    panel: Paint,
    /// None where what is marked is turned round.
    picked: Option<Paint>,
    text: Paint,
    quiet: Paint,
    way: Paint,
    number: Paint,
}

const DARK: Palette = Palette {
    ground: Paint(0x000f_141a, 233, Color::Black),
    panel: Paint(0x0019_212b, 235, Color::Black),
    picked: Some(Paint(0x0012_3b4e, 237, Color::Black)),
    text: Paint(0x00ed_f1f5, 255, Color::White),
    quiet: Paint(0x00b7_c2cd, 250, Color::Gray),
    way: Paint(0x0093_daf2, 117, Color::LightCyan),
    number: Paint(0x00ff_d68c, 222, Color::LightYellow),
};

const LIGHT: Palette = Palette {
    ground: Paint(0x00fb_faf6, 231, Color::White),
    panel: Paint(0x00ef_ece4, 255, Color::White),
    picked: Some(Paint(0x00c9_e2ee, 252, Color::White)),
    text: Paint(0x0014_181d, 233, Color::Black),
    quiet: Paint(0x0043_4b54, 238, Color::Black),
    way: Paint(0x0000_435f, 17, Color::Black),
    number: Paint(0x0065_2a00, 52, Color::Black),
};

const HIGH_CONTRAST: Palette = Palette {
    ground: Paint(0x0000_0000, 16, Color::Black),
    panel: Paint(0x0000_0000, 16, Color::Black),
    picked: None,
    text: Paint(0x00ff_ffff, 231, Color::White),
    quiet: Paint(0x00ff_ffff, 231, Color::White),
    way: Paint(0x00ff_ff00, 226, Color::LightYellow),
    number: Paint(0x00ff_ff00, 226, Color::LightYellow),
};

const PAPER: Paint = Paint(0x00ff_ffff, 231, Color::White);
const INK: Paint = Paint(0x0014_181d, 16, Color::Black);

/// A theme at the depth of one terminal: a style for each role.
#[derive(Clone, Copy, Debug, Default)]
pub struct Looks {
    pub theme: Theme,
    /// How many colours there are.
    pub depth: Depth,
}

impl Looks {
    /// The style of a role on a ground.
    pub fn style(self, role: Role, ground: Ground) -> Style {
        let style = Style::new().add_modifier(self.modifier(role, ground));
        let pair = self.palette().map(|palette| palette.pair(role, ground));
        match pair.map(|pair| pair.map(|paint| paint.at(self.depth))) {
            Some([letters, under]) if self.depth == Depth::Console => {
                on_console(style, letters, under)
            }
            Some([letters, under]) => style.fg(letters).bg(under),
            None if self.depth == Depth::Console => without_bold(style),
            None => style,
        }
    }

    /// Whether cards, the first line and the last one have a ground of their own. Without it lines
    /// part them.
    pub const fn has_panels(self) -> bool {
        matches!(
            (self.theme, self.depth),
            (Theme::Default | Theme::Light, Depth::True | Depth::Indexed)
        )
    }

    /// Whether what is marked has a ground of its own, or is turned round.
    const fn turns_round(self) -> bool {
        !self.has_panels()
    }

    /// What a role has besides its colours. Black letters are never bold in 16 colours: many
    /// terminals paint those grey.
    fn modifier(self, role: Role, ground: Ground) -> Modifier {
        let has_no_colour = self.theme == Theme::Mono;
        let mut modifier = match role {
            Role::Strong | Role::Number | Role::Key | Role::Hide | Role::StrongInk => {
                Modifier::BOLD
            }
            Role::Match => Modifier::BOLD.union(Modifier::UNDERLINED),
            Role::Way if has_no_colour => Modifier::UNDERLINED,
            _ => Modifier::empty(),
        };
        let is_paper = matches!(role, Role::Ink | Role::StrongInk | Role::Hide | Role::Dot);
        let is_turned = ground == Ground::Picked && self.turns_round();
        if is_turned || has_no_colour && (is_paper || ground == Ground::Paper) {
            modifier |= Modifier::REVERSED;
        }
        let is_on_white = ground == Ground::Paper || matches!(role, Role::Ink | Role::StrongInk);
        let is_black = self.depth == Depth::Sixteen
            && ((role == Role::Hide) != (self.theme == Theme::Light) || is_on_white || is_turned);
        if is_black && modifier.contains(Modifier::BOLD) {
            modifier = modifier.difference(Modifier::BOLD).union(Modifier::UNDERLINED);
        }
        modifier
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

/// A style in colours that the Linux console keeps apart (`build_attr` in its `vt.c`): it paints
/// underlined letters cyan, bold or bright ones that are turned round dark grey on their colour, and with
/// a font of 512 letters nothing bright at all, so that yellow is brown.
fn on_console(style: Style, letters: Color, under: Color) -> Style {
    let is_turned = style.add_modifier.contains(Modifier::REVERSED);
    let is_dark = (under == Color::Black) != is_turned;
    let (letters, under) = match letters {
        _ if !is_dark && (is_turned || letters == Color::Black) => (Color::Black, Color::Gray),
        _ if is_turned => (Color::Gray, Color::Black),
        Color::LightYellow => (Color::White, under),
        letters => (letters, under),
    };
    let under = if under == Color::White { Color::Gray } else { under };
    Style::new().fg(letters).bg(under)
}

/// The terminal's own colours, where bold is grey once it is turned round, and a line under letters
/// cyan.
fn without_bold(style: Style) -> Style {
    style.remove_modifier(Modifier::BOLD | Modifier::UNDERLINED)
}

impl Palette {
    /// Letters, and what lies under them.
    fn pair(self, role: Role, ground: Ground) -> [Paint; 2] {
        let under = match ground {
            Ground::Page => self.ground,
            Ground::Panel => self.panel,
            Ground::Picked => self.picked.unwrap_or(self.ground),
            Ground::Paper => PAPER,
        };
        match role {
            Role::Hide => [self.ground, self.text],
            Role::Ink | Role::StrongInk => [INK, PAPER],
            Role::InkDot => [INK, INK],
            Role::Dot => [self.number, self.number],
            _ if ground == Ground::Paper => [INK, PAPER],
            Role::Number | Role::Bar => [self.number, under],
            Role::Way | Role::Key | Role::Match => [self.way, under],
            // Quiet words on a marked row would be too faint.
            Role::Quiet | Role::Rule if ground != Ground::Picked => [self.quiet, under],
            Role::Text | Role::Strong | Role::Quiet | Role::Rule => [self.text, under],
        }
    }
}
