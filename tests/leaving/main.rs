//! Every test of leaving, and of what else needs a terminal: whole programs on pseudo-terminals.
//!
//! Apart from `tests/all`, so that the many cases there do not hold up the clock here. `page.rs` is a
//! program of its own, which Cargo builds first.

#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test may stop where it stands, and says what it had to leave out"
)]

#[cfg(unix)]
mod blocked;
mod bytes;
mod house;
#[cfg(target_os = "linux")]
mod in_charge;
#[cfg(target_os = "linux")]
mod kiosk;
#[cfg(target_os = "linux")]
mod lockdown;
#[cfg(target_os = "linux")]
mod memory;
#[cfg(target_os = "linux")]
mod nothing;
#[cfg(unix)]
mod packs;
#[cfg(target_os = "linux")]
mod pictures;
#[cfg(unix)]
mod plain;
#[cfg(target_os = "linux")]
mod printing;
#[cfg(unix)]
mod support;
#[cfg(unix)]
mod ways_out;
#[cfg(unix)]
mod who;
