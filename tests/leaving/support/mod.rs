//! What the tests of whole programs share.

#[cfg(target_os = "linux")]
pub mod guardian;
pub mod left;
pub mod pty;
