//! Times as rows of percentiles.

use std::time::Duration;

/// The head of the table.
pub const HEADER: &str =
    "what                              keys        p50        p90        p99        max";

/// The time that `percent` of `times` do not exceed; `times` are in order.
pub fn percentile(times: &[Duration], percent: usize) -> Duration {
    let last = times.len().saturating_sub(1);
    times.get((times.len() * percent / 100).min(last)).copied().unwrap_or_default()
}

/// One row: percentiles in milliseconds.
pub fn row(name: &str, times: &[Duration]) -> String {
    let milliseconds = |percent| percentile(times, percent).as_secs_f64() * 1e3;
    let [p50, p90, p99, max] = [50, 90, 99, 100].map(milliseconds);
    format!("{name:<30} {:>7} {p50:>8.3}ms {p90:>8.3}ms {p99:>8.3}ms {max:>8.3}ms", times.len())
}
