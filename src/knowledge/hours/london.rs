use std::sync::LazyLock;

use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, TimeZone};

/// Greenwich time, and an hour more from the last Sunday of March at 01:00 to the last
/// Sunday of October at 02:00 (Summer Time Act 1972 as amended in 2002). Written out so
/// that no time zone files are needed.
const RULE: &str = "GMT0BST,M3.5.0/1,M10.5.0";

/// None only if the rule above were broken, which the tests forbid.
static ZONE: LazyLock<Option<TimeZone>> = LazyLock::new(|| TimeZone::posix(RULE).ok());

/// The clock of Scotland.
pub fn zone() -> Option<&'static TimeZone> {
    ZONE.as_ref()
}

/// Whether a wall time never happens: the hour that is skipped in March.
pub(super) fn is_skipped(time: DateTime) -> bool {
    zone().is_some_and(|zone| {
        matches!(zone.to_ambiguous_timestamp(time).offset(), AmbiguousOffset::Gap { .. })
    })
}
