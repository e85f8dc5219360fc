//! The screens as they look at the three named sizes, with their styles.

use std::fmt::Write;

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};

use crate::support::person::Person;
use crate::support::ways::{Sort, every_sort};

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (40, 12)];

#[test]
fn every_sort_of_screen_looks_as_it_did() {
    for Sort { name, go, .. } in every_sort() {
        for (columns, rows) in SIZES {
            let mut person = Person::at(columns, rows);
            go(&mut person);
            insta::assert_snapshot!(format!("{name}_{columns}x{rows}"), picture(&person));
        }
    }
}

/// The text of the screen, then the runs of cells that do not look like plain text.
fn picture(person: &Person) -> String {
    let mut picture = person.screen();
    picture.push_str("\n\nstyles (row: from-to colour modifiers):\n");
    styles(person.buffer(), &mut picture);
    picture
}

fn styles(buffer: &Buffer, picture: &mut String) {
    let look = |x, y| {
        let cell = &buffer[(x, y)];
        (cell.fg, cell.bg, cell.modifier)
    };
    let plain = (Color::Indexed(254), Color::Indexed(233), Modifier::empty());
    for y in 0..buffer.area.height {
        let mut x = 0;
        while x < buffer.area.width {
            let (from, this) = (x, look(x, y));
            while x < buffer.area.width && look(x, y) == this {
                x += 1;
            }
            if this != plain {
                let (foreground, _, modifier) = this;
                writeln!(picture, "{y}: {from}-{} {foreground} {modifier:?}", x - 1)
                    .expect("text can grow");
            }
        }
    }
}
