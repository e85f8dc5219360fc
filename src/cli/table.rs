//! A table of text in columns, for a window or paper of 100 columns.

use std::io::{self, Write};

use crate::interface::page::wrap::wrap;

/// The columns of the whole table.
pub(super) const WIDTH: usize = 100;

/// The columns of each cell, with two between: [`WIDTH`] in all. The first fits every number.
const COLUMNS: [usize; CELLS] = [14, 25, 22, 16, 15];

/// Cells in a row.
pub(super) const CELLS: usize = 5;

/// Writes a head and rows, each with lines below it, and an empty line between rows.
///
/// # Errors
/// When the output cannot be written.
pub(super) fn write(
    output: &mut dyn Write,
    head: [&str; CELLS],
    rows: impl Iterator<Item = ([String; CELLS], Vec<String>)>,
) -> io::Result<()> {
    write_row(output, head)?;
    write_row(output, COLUMNS.map(|columns| "-".repeat(columns)).each_ref().map(String::as_str))?;
    for (place, (row, below)) in rows.enumerate() {
        if place > 0 {
            writeln!(output)?;
        }
        write_row(output, row.each_ref().map(String::as_str))?;
        for line in below {
            writeln!(output, "{line}")?;
        }
    }
    Ok(())
}

/// A row takes as many lines as its longest cell.
fn write_row(output: &mut dyn Write, cells: [&str; CELLS]) -> io::Result<()> {
    let cells: Vec<_> = cells
        .into_iter()
        .zip(COLUMNS)
        .map(|(text, columns)| wrap(text, columns, ["", ""]))
        .collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or_default();
    for line in 0..height {
        let parts = cells.iter().zip(COLUMNS).map(|(cell, columns)| {
            let text = cell.get(line).map_or("", String::as_str);
            format!("{text:columns$}")
        });
        writeln!(output, "{}", parts.collect::<Vec<_>>().join("  ").trim_end())?;
    }
    Ok(())
}
