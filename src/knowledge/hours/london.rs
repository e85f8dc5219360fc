use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, TimeZone};

/// Greenwich time, and an hour more from the last Sunday of March at 01:00 to the last
/// Sunday of October at 02:00 (Summer Time Act 1972 as amended in 2002). Written out so
/// that no time zone files are needed.
const RULE: &str = "GMT0BST,M3.5.0/1,M10.5.0";

/// The clock of Scotland; none only if the rule above were broken, which a test forbids.
pub(super) fn zone() -> Option<TimeZone> {
    TimeZone::posix(RULE).ok()
}

/// Whether a wall time never happens: the hour that is skipped in March.
pub(super) fn is_skipped(time: DateTime) -> bool {
    zone().is_some_and(|zone| {
        matches!(zone.to_ambiguous_timestamp(time).offset(), AmbiguousOffset::Gap { .. })
    })
}
