//! Signatures: the whole file is checked with a key that whoever owns the computer put there,
//! before anything in the file is read.

use std::convert::Infallible;

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

/// Whether a file is what somebody with a pinned key signed. Where no key is pinned, all that can be said
/// of a signature is that there is one.
///
/// # Errors
/// Why the file must not be read.
pub fn check_seal(
    bytes: &[u8],
    signature: Option<&str>,
    keys: &Keys,
    only_signed: bool,
) -> Result<Seal, NotSealed> {
    let all = |take: &mut dyn FnMut(&[u8])| {
        take(bytes);
        Ok::<(), Infallible>(())
    };
    match check_seal_of(signature, keys, only_signed, all) {
        Ok(sealed) => sealed,
        Err(never) => match never {},
    }
}

/// The same for a file that is read piece by piece: `read_through` hands on all of it, once. It is
/// asked for nothing where the file must not be read.
///
/// # Errors
/// Why the file cannot be read; or must not be, as above.
pub fn check_seal_of<E>(
    signature: Option<&str>,
    keys: &Keys,
    only_signed: bool,
    read_through: impl FnOnce(&mut dyn FnMut(&[u8])) -> Result<(), E>,
) -> Result<Result<Seal, NotSealed>, E> {
    let Some(checked) = signature.filter(|_| !keys.0.is_empty()) else {
        if only_signed {
            return Ok(Err(NotSealed::Unsigned));
        }
        let is_there = signature.is_some_and(|signature| Signature::decode(signature).is_ok());
        let seal = if is_there { Seal::Unchecked } else { Seal::Unsigned };
        return read_through(&mut |_| {}).map(|()| Ok(seal));
    };
    let Ok(signature) = Signature::decode(checked) else { return Ok(Err(NotSealed::Wrong)) };
    let checks = keys.0.iter().filter_map(|key| key.verify_stream(&signature).ok());
    let mut checks: Vec<_> = checks.collect();
    read_through(&mut |bytes| checks.iter_mut().for_each(|check| check.update(bytes)))?;
    let is_right = checks.iter_mut().any(|check| check.finalize().is_ok());
    Ok(if is_right { Ok(Seal::Signed) } else { Err(NotSealed::Wrong) })
}
