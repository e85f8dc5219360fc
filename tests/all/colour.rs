//! Every pair of colours can be read, and nothing is said by colour alone.

use crate::support::person::{Person, WEDNESDAY_MORNING, Way};
use crate::support::ways::{Sort, every_sort};
use airt::interface::event::KeyCode;
use airt::interface::page::row::{Ground, Marks, Role};
use airt::interface::settings::{Settings, TimeSource};
use airt::interface::theme::{Depth, Looks, Theme};
use airt::knowledge::hours::Moment;
use ratatui::style::{Color, Modifier, Style};

/// WCAG 2.2, success criterion 1.4.6 (AAA).
const ENOUGH: f64 = 7.0;
/// What the high-contrast theme promises.
const HIGH: f64 = 15.0;

const THEMES: [Theme; 4] = [Theme::Default, Theme::Light, Theme::HighContrast, Theme::Mono];
const DEPTHS: [Depth; 3] = [Depth::True, Depth::Indexed, Depth::Sixteen];

const GROUNDS: [Ground; 4] = [Ground::Page, Ground::Panel, Ground::Picked, Ground::Paper];

/// Every role of letters; the dots of digits and codes are cells of one colour.
const ROLES: [Role; 11] = [
    Role::Text,
    Role::Strong,
    Role::Number,
    Role::Way,
    Role::Key,
    Role::Quiet,
    Role::Hide,
    Role::Rule,
    Role::Match,
    Role::Ink,
    Role::StrongInk,
];

fn pairs() -> impl Iterator<Item = (Role, Ground)> {
    ROLES.into_iter().flat_map(|role| GROUNDS.map(|ground| (role, ground)))
}

/// The first 16 colours as red, green and blue: of xterm, and of the Linux console (VGA), which
/// has dark grounds only.
struct Console {
    colours: [u32; 16],
    bright_grounds: bool,
}

const XTERM: Console = Console {
    colours: [
        0x00_0000, 0xcd_0000, 0x00_cd00, 0xcd_cd00, 0x00_00ee, 0xcd_00cd, 0x00_cdcd, 0xe5_e5e5,
        0x7f_7f7f, 0xff_0000, 0x00_ff00, 0xff_ff00, 0x5c_5cff, 0xff_00ff, 0x00_ffff, 0xff_ffff,
    ],
    bright_grounds: true,
};

const LINUX: Console = Console {
    colours: [
        0x00_0000, 0xaa_0000, 0x00_aa00, 0xaa_5500, 0x00_00aa, 0xaa_00aa, 0x00_aaaa, 0xaa_aaaa,
        0x55_5555, 0xff_5555, 0x55_ff55, 0xff_ff55, 0x55_55ff, 0xff_55ff, 0x55_ffff, 0xff_ffff,
    ],
    bright_grounds: false,
};

impl Console {
    fn rgb(&self, index: u8) -> u32 {
        match index {
            0..=15 => self.colours[usize::from(index)],
            16..=231 => {
                let level = |digit: u8| if digit == 0 { 0 } else { 55 + 40 * u32::from(digit) };
                let [red, green, blue] =
                    [(index - 16) / 36, (index - 16) / 6 % 6, (index - 16) % 6];
                level(red) << 16 | level(green) << 8 | level(blue)
            }
            232..=255 => (8 + 10 * u32::from(index - 232)) * 0x01_0101,
        }
    }

    /// What a style shows: letters and ground. Many terminals brighten bold letters.
    fn pair(&self, style: Style, brighten: bool) -> Option<[u32; 2]> {
        let [letters, ground] = [style.fg, style.bg].map(Option::unwrap_or_default);
        let is_bold = style.add_modifier.contains(Modifier::BOLD);
        let letters = match index(letters) {
            Some(index @ 0..=7) if is_bold && brighten => self.rgb(index + 8),
            Some(index) => self.rgb(index),
            None => rgb_of(letters)?,
        };
        let ground = match index(ground) {
            Some(index @ 8..=15) if !self.bright_grounds => self.rgb(index - 8),
            Some(index) => self.rgb(index),
            None => rgb_of(ground)?,
        };
        Some([letters, ground])
    }
}

/// The place of a colour among the 256.
fn index(colour: Color) -> Option<u8> {
    Some(match colour {
        Color::Indexed(index) => index,
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
        Color::Reset | Color::Rgb(..) => return None,
    })
}

/// A colour in 24 bits; nothing for the terminal's own.
fn rgb_of(colour: Color) -> Option<u32> {
    match colour {
        Color::Rgb(red, green, blue) => {
            Some(u32::from(red) << 16 | u32::from(green) << 8 | u32::from(blue))
        }
        _ => None,
    }
}

/// Relative luminance (WCAG 2.2).
fn luminance(rgb: u32) -> f64 {
    let part = |shift: u32| {
        let value = f64::from(rgb >> shift & 0xff) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
}

/// Contrast ratio (WCAG 2.2). Which of the two is the ground does not matter, so that a style
/// turned round has its own contrast.
fn contrast([letters, ground]: [u32; 2]) -> f64 {
    let [letters, ground] = [letters, ground].map(|rgb| luminance(rgb) + 0.05);
    letters.max(ground) / letters.min(ground)
}

/// What WCAG 2.2 asks for at least (1.4.3, AA).
const LEAST: f64 = 4.5;

/// What the Linux console makes of a style (`build_attr` in the kernel's `vt.c`): underlined letters are
/// cyan, what is bright stays with the letters when they are turned round, and a font of 512 letters
/// takes their brightness away.
fn on_console(style: Style, has_large_font: bool) -> [u32; 2] {
    let has = |modifier| style.add_modifier.contains(modifier);
    let of = |colour: Option<Color>, own| colour.and_then(index).unwrap_or(own);
    let (mut letters, mut ground) = (of(style.fg, 7), of(style.bg, 0) & 7);
    let is_bright = letters > 7 || has(Modifier::BOLD);
    letters &= 7;
    if has(Modifier::UNDERLINED) {
        letters = 6;
    }
    if has(Modifier::REVERSED) {
        (letters, ground) = (ground, letters);
    }
    let bright = if is_bright && !has_large_font { 8 } else { 0 };
    [LINUX.rgb(letters + bright), LINUX.rgb(ground)]
}

/// That a cell can be read on the Linux console, whatever its font.
#[track_caller]
pub fn assert_readable_on_console(style: Style, what: &str) {
    for has_large_font in [false, true] {
        let found = contrast(on_console(style, has_large_font));
        assert!(found >= LEAST, "{what}: {found:.1} of {LEAST}:1, {style:?}");
    }
}

#[test]
fn every_role_and_every_cell_can_be_read_on_the_linux_console() {
    for theme in THEMES {
        let looks = Looks { theme, depth: Depth::Console };
        for (role, ground) in pairs() {
            let what = format!("{theme:?} {role:?} on {ground:?}");
            assert_readable_on_console(looks.style(role, ground), &what);
        }
        for Sort { go, .. } in every_sort() {
            let person = look_at(looks, go);
            // A dot of a large digit has no letter.
            let cells = person.buffer().content.iter().filter(|cell| cell.symbol() != " ");
            cells.for_each(|cell| assert_readable_on_console(cell.style(), cell.symbol()));
        }
        // What is marked differs, and so does the way out.
        let style = |role, ground| looks.style(role, ground);
        assert_ne!(style(Role::Way, Ground::Page), style(Role::Way, Ground::Picked));
        assert_ne!(style(Role::Text, Ground::Panel), style(Role::Hide, Ground::Panel));
    }
}

#[track_caller]
fn assert_readable(looks: Looks, style: Style, what: &str) {
    let needed = if looks.theme == Theme::HighContrast { HIGH } else { ENOUGH };
    // On the Linux console 15:1 cannot be had on every ground; 7:1 can.
    for (console, needed) in [(XTERM, needed), (LINUX, ENOUGH)] {
        for brighten in [false, true] {
            let Some(pair) = console.pair(style, brighten) else { continue };
            let found = contrast(pair);
            assert!(found >= needed, "{looks:?} {what}: {found:.1} of {needed}:1, {style:?}");
        }
    }
}

fn all_looks() -> impl Iterator<Item = Looks> {
    THEMES.into_iter().flat_map(|theme| DEPTHS.map(|depth| Looks { theme, depth }))
}

#[test]
fn every_role_can_be_read_on_every_ground_of_every_theme() {
    for looks in all_looks() {
        for (role, ground) in pairs() {
            let style = looks.style(role, ground);
            assert_readable(looks, style, &format!("{role:?} on {ground:?}"));
        }
    }
}

#[test]
fn dots_stand_out_from_the_ground_they_are_on() {
    for looks in all_looks().filter(|looks| looks.theme != Theme::Mono) {
        for (dot, ground) in
            [(Role::Dot, Ground::Panel), (Role::Dot, Ground::Page), (Role::InkDot, Ground::Paper)]
        {
            let dot = looks.style(dot, ground).bg;
            let pair = Style { fg: dot, ..looks.style(Role::Ink, ground) };
            let under = if ground == Ground::Paper { Role::Ink } else { Role::Text };
            let pair = Style { bg: looks.style(under, ground).bg, ..pair };
            assert_readable(looks, pair, &format!("a dot on {ground:?}"));
        }
    }
}

#[test]
fn only_mono_leaves_colours_to_the_terminal() {
    for looks in all_looks().filter(|looks| looks.theme != Theme::Mono) {
        for (role, ground) in pairs() {
            assert!(XTERM.pair(looks.style(role, ground), false).is_some(), "{looks:?} {role:?}");
        }
    }
}

fn look_at(looks: Looks, way: Way) -> Person {
    let time = TimeSource::Stopped(Moment::parse(WEDNESDAY_MORNING).unwrap_or(Moment::ClockWrong));
    let settings = Settings { looks, marks: Marks::UNICODE, time, notice: None };
    let mut person = Person::with(80, 24, settings);
    way(&mut person);
    person
}

#[test]
fn every_cell_of_every_picture_can_be_read() {
    for looks in all_looks() {
        for Sort { go, .. } in every_sort() {
            let person = look_at(looks, go);
            for cell in &person.buffer().content {
                assert_readable(looks, cell.style(), cell.symbol());
            }
        }
    }
}

#[test]
fn every_theme_says_the_same_words() {
    for Sort { go, .. } in every_sort() {
        // Where there are no grounds of another colour, a rule parts the first line.
        let words = |looks| look_at(looks, go).screen().replace('─', "");
        let first = words(Looks::default());
        for looks in all_looks() {
            assert_eq!(words(looks), first, "{looks:?}");
        }
    }
}

#[test]
fn without_colour_everything_that_differs_in_meaning_still_differs() {
    let mono = Looks { theme: Theme::Mono, depth: Depth::True };
    let pairs = [
        (Role::Way, Role::Text),
        (Role::Strong, Role::Text),
        (Role::Number, Role::Text),
        (Role::Hide, Role::Strong),
        (Role::Match, Role::Text),
        (Role::Match, Role::Way),
        (Role::Ink, Role::Text),
    ];
    for (one, other) in pairs {
        let [one_style, other_style] = [one, other].map(|role| mono.style(role, Ground::Page));
        assert_ne!(one_style, other_style, "{one:?} looks like {other:?}");
    }
    for role in [Role::Text, Role::Way, Role::Number, Role::Quiet] {
        let [plain, picked] = [Ground::Page, Ground::Picked].map(|ground| mono.style(role, ground));
        assert_ne!(plain, picked, "{role:?} looks the same when marked");
    }
}

#[test]
fn what_is_marked_and_what_is_open_is_said_by_signs_and_words() {
    let mono = Looks { theme: Theme::Mono, depth: Depth::True };
    for marks in [Marks::UNICODE, Marks::ASCII] {
        assert_ne!(marks.open, marks.closed, "{marks:?}");
    }
    let mut person = look_at(mono, |person| person.opens("Talk to someone").opens("Migrant Help"));
    person.sees("Closes today at 5pm.").sees("when the day line is closed");
    person.press(KeyCode::Left).sees("closes today at 5pm");
    assert!(!person.marked().is_empty());
}
