//! Every test that needs no terminal, in one program.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test may stop where it stands, and says what it measured or had to leave out"
)]

mod colour;
mod commands;
mod contract;
mod facts;
mod fold;
mod hours;
mod hours_calendar;
mod hours_oracle;
mod hours_written;
mod house;
mod kiosk;
mod kiosk_lines;
mod kiosk_touch;
mod languages;
mod languages_core;
mod numbers;
mod packs;
mod packs_feed;
mod packs_feed_defects;
mod packs_hostile;
mod packs_hsds;
mod packs_sheet;
mod plain;
mod plain_features;
mod print;
mod print_browser;
mod printing;
mod reading;
mod readme;
mod review;
mod routes;
mod screens;
mod search;
mod search_anything;
mod sham;
mod sizes;
mod snapshots;
mod spoken;
mod support;
mod terminal_input;
mod who;
