//! Signatures: the whole file is checked with a key that whoever owns the computer put there,
//! before anything in the file is read.

use minisign_verify::{PublicKey, Signature};

use crate::knowledge::local::Seal;

/// Keys that can be pinned: that of today, and the one before or after it.
const MOST_KEYS: usize = 2;

/// The pinned keys.
#[derive(Clone, Debug, Default)]
pub struct Keys(Vec<PublicKey>);

/// Why a pack is not taken.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum NotSealed {
    /// Its signature is of another key, or the file was changed since.
    Wrong,
    /// Only signed packs are wanted, and this has no signature that counts here.
    Unsigned,
}

impl Keys {
    /// Keys as `minisign` writes them: the whole file, or its last line.
    ///
    /// # Errors
    /// What is wrong with a key, and what to do.
    pub fn parse<'a>(written: impl IntoIterator<Item = &'a str>) -> Result<Self, String> {
        let mut keys = Vec::new();
        for key in written {
            let line = key.trim().lines().last().unwrap_or_default();
            let parsed = PublicKey::from_base64(line.trim());
            keys.push(parsed.map_err(|_| {
                "a key to check packs with cannot be read: copy the last line of minisign.pub"
                    .to_owned()
            })?);
        }
        if keys.len() > MOST_KEYS {
            return Err(format!(
                "{} keys to check packs with: keep {MOST_KEYS} at most",
                keys.len()
            ));
        }
        Ok(Self(keys))
    }
}

/// Whether a file is what somebody with a pinned key signed. A signature counts for nothing where no
/// key is pinned.
///
/// # Errors
/// Why the file must not be read.
pub fn check_seal(
    bytes: &[u8],
    signature: Option<&str>,
    keys: &Keys,
    only_signed: bool,
) -> Result<Seal, NotSealed> {
    match signature.filter(|_| !keys.0.is_empty()) {
        None if only_signed => Err(NotSealed::Unsigned),
        None => Ok(Seal::Unsigned),
        Some(signature) => {
            let signature = Signature::decode(signature).map_err(|_| NotSealed::Wrong)?;
            let is_right = |key: &PublicKey| key.verify(bytes, &signature, false).is_ok();
            if keys.0.iter().any(is_right) { Ok(Seal::Signed) } else { Err(NotSealed::Wrong) }
        }
    }
}
