//! The file: a small header, what the list says of itself, and its records.
//!
//! | bytes | what |
//! |---|---|
//! | 8 | `AIRTPACK` |
//! | 4 | the version of this shape, little-endian |
//! | 4 | the length of the manifest, little-endian |
//! | 4 | the length of the records, little-endian |
//! | | the manifest, as JSON |
//! | | the records, as one JSON list |
//!
//! The parts stand one behind the other and fill the file: no offset can lead into another part,
//! or back.

use serde::de::DeserializeOwned;

use crate::knowledge::local::{Manifest, Service, clean};

const MAGIC: &[u8] = b"AIRTPACK";
const VERSION: u32 = 1;
/// Letters of what is wrong with a file.
const LONGEST_REASON: usize = 80;

/// A pack that was read; nothing of it is checked yet.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Pack {
    pub manifest: Manifest,
    pub services: Vec<Service>,
}

/// The bytes of a pack.
///
/// # Errors
/// When it is too large.
pub fn write(pack: &Pack) -> Result<Vec<u8>, String> {
    let manifest = serde_json::to_vec(&pack.manifest).map_err(|error| error.to_string())?;
    let records = serde_json::to_vec(&pack.services).map_err(|error| error.to_string())?;
    let too_large = |_| "the list is too large: make two of it".to_owned();
    let mut bytes = MAGIC.to_vec();
    bytes.extend(VERSION.to_le_bytes());
    for part in [&manifest, &records] {
        bytes.extend(u32::try_from(part.len()).map_err(too_large)?.to_le_bytes());
    }
    bytes.extend(manifest);
    bytes.extend(records);
    Ok(bytes)
}

/// Reads the bytes of a pack.
///
/// # Errors
/// One line: what is wrong, and what to do.
pub fn read(bytes: &[u8]) -> Result<Pack, String> {
    let Some(rest) = bytes.strip_prefix(MAGIC) else {
        return Err("it is no pack: `airt pack build` makes one".to_owned());
    };
    let (version, rest) = number(rest)?;
    if version != VERSION {
        return Err(format!(
            "it is of shape {version}, and this airt reads {VERSION}: get a newer airt, or build it again"
        ));
    }
    let (manifest_length, rest) = number(rest)?;
    let (records_length, rest) = number(rest)?;
    let manifest_length = usize::try_from(manifest_length).unwrap_or(usize::MAX);
    let is_whole = manifest_length
        .checked_add(usize::try_from(records_length).unwrap_or(usize::MAX))
        == Some(rest.len());
    if !is_whole {
        return Err(broken("its parts do not fill it"));
    }
    let (manifest, records) = rest.split_at(manifest_length);
    let manifest: Manifest = json(manifest)?;
    let services: Vec<Service> = json(records)?;
    if services.len() != manifest.services {
        return Err(broken("it has another number of services than it says"));
    }
    Ok(Pack { manifest, services })
}

fn number(bytes: &[u8]) -> Result<(u32, &[u8]), String> {
    let (first, rest) = bytes.split_first_chunk().ok_or_else(|| broken("it ends too soon"))?;
    Ok((u32::from_le_bytes(*first), rest))
}

fn json<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, String> {
    serde_json::from_slice(bytes).map_err(|error| broken(&error.to_string()))
}

/// A fault that quotes the file is quoted without what a terminal would obey, and not for ever.
fn broken(why: &str) -> String {
    let why: String = clean(why).chars().take(LONGEST_REASON).collect();
    format!("it is broken ({why}): copy it again from whoever made it")
}
