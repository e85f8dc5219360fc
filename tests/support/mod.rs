//! What the tests of whole programs share.

#[cfg(target_os = "linux")]
pub mod guardian;
#[cfg(unix)]
pub mod pty;
