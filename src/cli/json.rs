//! JSON for scripts.

use std::io::{self, Write};

use serde::Serialize;

/// Writes a value as indented JSON and a line end.
///
/// # Errors
/// When the output cannot be written.
pub(super) fn write(output: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *output, value)?;
    writeln!(output)
}
