//! Times, and how they stand against their bars.

use std::time::Duration;

/// Times of one thing, shortest first.
pub struct Figures(Vec<Duration>);

impl Figures {
    pub fn new(mut times: Vec<Duration>) -> Self {
        times.sort();
        Self(times)
    }

    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// The time that so many hundredths of all stay within.
    pub fn hundredth(&self, hundredth: usize) -> Duration {
        let last = self.0.len().saturating_sub(1);
        self.0.get((self.0.len() * hundredth / 100).min(last)).copied().unwrap_or_default()
    }

    pub fn longest(&self) -> Duration {
        self.hundredth(100)
    }

    pub fn print(&self, what: &str) {
        let milliseconds = |time: Duration| time.as_secs_f64() * 1000.0;
        println!(
            "{what:<44} {:>4} times  p50 {:>7.3}  p99 {:>7.3}  max {:>7.3} ms",
            self.count(),
            milliseconds(self.hundredth(50)),
            milliseconds(self.hundredth(99)),
            milliseconds(self.longest()),
        );
    }
}

/// Prints how a figure stands against its bar.
pub fn compare(what: &str, time: Duration, with: Duration, bar: f64) {
    let ratio = time.as_secs_f64() / with.as_secs_f64();
    let verdict = if ratio <= bar { "within" } else { "ABOVE" };
    println!("  {what}: {ratio:.2} times, {verdict} the bar of {bar}");
}

/// Prints how a figure stands against a bar in milliseconds.
pub fn limit(what: &str, time: Duration, milliseconds: u64) {
    let verdict = if time <= Duration::from_millis(milliseconds) { "within" } else { "ABOVE" };
    println!("  {what}: {verdict} the bar of {milliseconds} ms");
}
