//! The pictures of the README are made from real runs of the program, and are those of today.
//!
//! `UPDATE_PICTURES=1 cargo test --test leaving pictures` makes them again.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use crate::kiosk;
use crate::support::pty::Session;
use vt100::{Cell, Color};

/// The size of a cell in the picture, in pixels.
const CELL: (u16, u16) = (9, 18);

/// Where the picture is taken.
#[derive(PartialEq)]
enum At {
    Home,
    /// With the sample of local services.
    Pack,
    /// At a terminal that many people share: at rest, or in use.
    Rest,
    Kiosk,
}

/// What a person does before the picture is taken.
struct Picture {
    name: &'static str,
    theme: &'static str,
    at: At,
    size: (u16, u16),
    keys: &'static str,
    /// A text that tells that the screen is there.
    shows: &'static str,
}

const USUAL: (u16, u16) = (80, 24);

/// A page of help, opened by its name.
const PAGE: (&str, &str) = ("screens in court\r", "\u{2039} Court");

const PICTURES: [Picture; 10] = [
    Picture {
        name: "default",
        at: At::Home,
        theme: "default",
        size: USUAL,
        keys: "",
        shows: "Free to call.",
    },
    Picture {
        name: "light",
        at: At::Home,
        theme: "light",
        size: USUAL,
        keys: PAGE.0,
        shows: PAGE.1,
    },
    Picture {
        name: "high-contrast",
        at: At::Home,
        theme: "high-contrast",
        size: USUAL,
        keys: PAGE.0,
        shows: PAGE.1,
    },
    Picture { name: "mono", at: At::Home, theme: "mono", size: USUAL, keys: PAGE.0, shows: PAGE.1 },
    Picture {
        name: "search",
        at: At::Home,
        theme: "default",
        size: USUAL,
        keys: "my boss has my passport",
        shows: "need? my boss has my passport",
    },
    Picture {
        name: "wide",
        at: At::Home,
        theme: "default",
        size: (120, 40),
        keys: PAGE.0,
        shows: PAGE.1,
    },
    Picture {
        name: "kiosk",
        at: At::Rest,
        theme: "default",
        size: USUAL,
        keys: "",
        shows: "Emergency: 999",
    },
    Picture {
        name: "kiosk-tiles",
        at: At::Kiosk,
        theme: "default",
        size: (120, 40),
        keys: "\x1b[H",
        shows: "Who can help me?",
    },
    Picture {
        name: "pack-menu",
        at: At::Pack,
        theme: "default",
        size: USUAL,
        keys: "\x1b[B\x1b[B\x1b[B\x1b[B\x1b[B\x1b[B\x1b[B\x1b[B\x1b[B",
        shows: "Near you",
    },
    Picture {
        name: "pack-service",
        at: At::Pack,
        theme: "default",
        size: USUAL,
        keys: "\x1b[B\x1b[B\x1b[B\x1b[B\x1b[B\x1b[B\x1b[B\x1b[B\x1b[B\r\x1b[B\x1b[B\x1b[B\x1b[B\r",
        shows: "\u{2039} Near you",
    },
];

#[test]
fn the_pictures_are_those_of_today() {
    for picture in &PICTURES {
        let mut session = run(picture);
        let path = Path::new("docs/pictures").join(format!("{}.svg", picture.name));
        if std::env::var_os("UPDATE_PICTURES").is_some() {
            // A new picture has nothing to be compared with: it is taken once all is still.
            let start = Instant::now();
            while start.elapsed() < Duration::from_secs(1) {
                session.read(Duration::from_millis(20));
            }
            std::fs::write(&path, svg(&session)).unwrap();
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        let what = format!("{}: look at it, then update it", path.display());
        session.wait_until(&what, |session| svg(session) == kept);
    }
}

/// The screen of a real run, on a Wednesday morning.
fn run(picture: &Picture) -> Session {
    let mut command = Command::new(env!("CARGO_BIN_EXE_airt"));
    command.args(["--theme", picture.theme, "--at", "2026-11-25T10:00"]);
    command
        .env_clear()
        .env("TERM", "xterm-256color")
        .env("COLORTERM", "truecolor")
        .env("LANG", "C.UTF-8");
    let is_kiosk = matches!(picture.at, At::Rest | At::Kiosk);
    command.args(is_kiosk.then_some("--kiosk"));
    if picture.at == At::Pack {
        command.arg("--pack").arg(sample_pack());
    }
    let mut session = Session::start(&mut command, picture.size.0, picture.size.1);
    match picture.at {
        At::Home => session.wait_for("What do you need?"),
        At::Pack => session.wait_for("Near you"),
        At::Rest => session.wait_for(kiosk::REST),
        At::Kiosk => kiosk::wake(&mut session, "\x1b[B", "Touch your language"),
    }
    session.send(picture.keys);
    session.wait_for(picture.shows);
    session
}

/// The sample of invented services, built as its makers would.
fn sample_pack() -> PathBuf {
    let path = std::env::temp_dir().join(format!("airt-picture-{}.airtpack", std::process::id()));
    let mut build = Command::new(env!("CARGO_BIN_EXE_airt"));
    build.args(["pack", "build", "data/packs/sample.csv", "--made", "2026-11-25"]);
    build.args(["--name", "Sample of invented help", "--maker", "The makers of airt"]);
    build.args(["--licence", "MIT or Apache-2.0", "--attribution", "Invented for airt."]);
    build.args(["--note", "These services are invented, to try airt. Do not call them."]);
    assert!(build.arg("--out").arg(&path).output().unwrap().status.success());
    path
}

fn svg(session: &Session) -> String {
    let (rows, columns) = session.emulator.screen().size();
    let (rows, columns) = (rows.get(), columns.get());
    let (width, height) = (columns * CELL.0, rows * CELL.1);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\" font-size=\"15\" shape-rendering=\"crispEdges\">\n"
    );
    for y in 0..rows {
        row(&mut svg, session, y, columns);
    }
    svg.push_str("</svg>\n");
    svg
}

/// One row: each run of cells that look alike is a ground and a text.
fn row(svg: &mut String, session: &Session, y: u16, columns: u16) {
    let cell = |x| session.emulator.screen().cell(y, x).unwrap();
    let mut x = 0;
    while x < columns {
        let (from, looks) = (x, Looks::of(cell(x)));
        let mut text = String::new();
        // The second half of a wide letter has neither a letter nor looks of its own.
        while x < columns && (cell(x).is_wide_continuation() || Looks::of(cell(x)) == looks) {
            let contents = cell(x).contents();
            let is_gap = contents.is_empty() && !cell(x).is_wide_continuation();
            text.push_str(if is_gap { " " } else { contents });
            x += 1;
        }
        looks.draw(svg, from, y, x - from, &text);
    }
}

#[derive(PartialEq)]
struct Looks {
    text: String,
    ground: String,
    bold: bool,
    underlined: bool,
}

impl Looks {
    fn of(cell: &Cell) -> Self {
        let (text, ground) = (colour(cell.fgcolor(), "#d8d8d8"), colour(cell.bgcolor(), "#000000"));
        let (text, ground) = if cell.inverse() { (ground, text) } else { (text, ground) };
        Self { text, ground, bold: cell.bold(), underlined: cell.underline() }
    }

    fn draw(&self, svg: &mut String, x: u16, y: u16, columns: u16, text: &str) {
        let (left, top, width) = (x * CELL.0, y * CELL.1, columns * CELL.0);
        writeln!(
            svg,
            "<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{}\" fill=\"{}\"/>",
            CELL.1, self.ground
        )
        .unwrap();
        for (column, sign) in text.chars().enumerate() {
            self.draw_block(svg, x + u16::try_from(column).unwrap(), y, sign);
        }
        // Blocks are drawn, so that nothing shows between them.
        let text = text.replace(BLOCKS, " ");
        if text.trim().is_empty() {
            return;
        }
        let weight = if self.bold { " font-weight=\"bold\"" } else { "" };
        let line = if self.underlined { " text-decoration=\"underline\"" } else { "" };
        let text = text.replace('&', "&amp;").replace('<', "&lt;");
        writeln!(
            svg,
            "<text x=\"{left}\" y=\"{}\" textLength=\"{width}\" fill=\"{}\" xml:space=\"preserve\"{weight}{line}>{text}</text>",
            top + 14,
            self.text
        )
        .unwrap();
    }
}

/// Signs that fill a half of a cell, or all of it.
const BLOCKS: [char; 4] = ['█', '▀', '▄', '▌'];

impl Looks {
    fn draw_block(&self, svg: &mut String, x: u16, y: u16, sign: char) {
        let (left, top) = (x * CELL.0, y * CELL.1);
        let half = CELL.1 / 2;
        let (top, width, height) = match sign {
            '█' => (top, CELL.0, CELL.1),
            '▀' => (top, CELL.0, half),
            '▄' => (top + half, CELL.0, half),
            '▌' => (top, CELL.0 / 2, CELL.1),
            _ => return,
        };
        writeln!(
            svg,
            "<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" fill=\"{}\"/>",
            self.text
        )
        .unwrap();
    }
}

fn colour(colour: Color, default: &str) -> String {
    match colour {
        Color::Rgb(red, green, blue) => format!("#{red:02x}{green:02x}{blue:02x}"),
        _ => default.to_owned(),
    }
}
