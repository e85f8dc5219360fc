//! What the tests share: the data, a person at the screens, and the program through pipes.

pub mod guide;
pub mod kiosk;
pub mod lists;
pub mod person;
pub mod program;
pub mod ways;
