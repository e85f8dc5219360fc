//! What the tests share: a person at the screens, and the program through pipes.

pub mod person;
pub mod program;
