//! Names that must be told apart: a second thing of one name would take the place of the first.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};

/// What stands a second time.
pub(super) fn twins<T: Clone + Ord>(ids: impl Iterator<Item = T>) -> Vec<T> {
    let mut seen = BTreeSet::new();
    ids.filter(|id| !seen.insert(id.clone())).collect()
}

/// Reads a map in which no name stands twice: JSON allows it, and the last one would win.
pub(super) fn map<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<BTreeMap<String, T>, D::Error> {
    deserializer.deserialize_map(WithoutTwins(PhantomData))
}

struct WithoutTwins<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for WithoutTwins<T> {
    type Value = BTreeMap<String, T>;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("names and what they stand for")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
        let mut map = BTreeMap::new();
        while let Some((name, value)) = access.next_entry::<String, T>()? {
            if map.contains_key(&name) {
                return Err(A::Error::custom(format!("\"{name}\" stands twice: keep one")));
            }
            map.insert(name, value);
        }
        Ok(map)
    }
}
