//! airt: an offline help navigator for a terminal.
//!
//! Who may import whom, from the edge to the core:
//! `terminal`, `cli`, `plain` -> `interface` -> `search` -> `knowledge`.

pub mod cli;
pub mod error;
pub mod interface;
pub mod knowledge;
pub mod plain;
pub mod search;
pub mod terminal;
