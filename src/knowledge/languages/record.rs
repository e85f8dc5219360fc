//! Who found words right, and when.

use serde::Deserialize;

use super::check_record;
use crate::knowledge::twins::twins;

/// Who found words right, and when.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::knowledge) struct Record {
    by: String,
    date: String,
}

/// Refuses what could pass for checked: each reader has a name and a day, none reads twice, and a
/// lawyer alone is not enough.
pub(in crate::knowledge) fn check(read: &[Record], law: Option<&Record>) -> Result<(), String> {
    for record in read.iter().chain(law) {
        check_record(&record.by, &record.date)?;
    }
    let name = |record: &Record| record.by.to_lowercase();
    if let Some(twin) = twins(read.iter().map(name)).first() {
        return Err(format!("\"{twin}\" has read it twice: it takes another reader"));
    }
    let is_law = |reader: &Record| law.is_some_and(|law| name(law) == name(reader));
    if law.is_some() && read.iter().all(is_law) {
        return Err("a lawyer alone is not enough: a speaker must have read it, too".to_owned());
    }
    Ok(())
}
