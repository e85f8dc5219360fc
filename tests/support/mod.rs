//! What the tests of whole programs share.

pub mod person;
#[cfg(unix)]
pub mod pty;
