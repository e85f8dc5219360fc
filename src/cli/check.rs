//! `airt check [FILE...]`: the checks of the data, for those who write it.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::small_file;
use crate::error::Error;
use crate::knowledge::Knowledge;
use crate::knowledge::fault::Fault;
use crate::knowledge::files::{DataFile, Sort, embedded_with};
use crate::search::language;

/// Far more than any data file needs, in bytes.
const LARGEST: u64 = 4 * 1024 * 1024;

pub(super) fn run(output: &mut dyn Write, paths: &[PathBuf]) -> Result<ExitCode, Error> {
    let files = paths.iter().map(|path| read(path)).collect::<Result<Vec<_>, _>>()?;
    let knowledge = Knowledge::from_files(&embedded_with(files))
        .map_err(|faults| Error::from_faults(&faults))?;
    let faults = language::check();
    if !faults.is_empty() {
        return Err(Error::from_faults(&faults));
    }
    writeln!(
        output,
        "All is well: {} pages in {} sections, {} sources.",
        knowledge.entries().len(),
        knowledge.topics().len(),
        knowledge.sources().len()
    )?;
    Ok(ExitCode::SUCCESS)
}

fn read(path: &Path) -> Result<DataFile, Error> {
    let name = path.display().to_string();
    let text = small_file::read(path, LARGEST).map_err(|error| {
        Error::refused(
            format!("{name} cannot be read ({error})"),
            "check its name and that it is text",
        )
    })?;
    let value = serde_json::from_str(&text)
        .map_err(|error| Error::Faults(vec![format!("{name}: it is not JSON: {error}")]))?;
    let sort = Sort::of(&value).ok_or_else(|| {
        Error::Faults(vec![format!("{name}: it is no data file of airt: {}", Sort::fields())])
    })?;
    Ok(DataFile { name: name.into(), sort, text: text.into() })
}

impl Error {
    /// The faults of data files as one error.
    pub(super) fn from_faults(faults: &[Fault]) -> Self {
        Self::Faults(faults.iter().map(ToString::to_string).collect())
    }
}
