//! airt: an offline help navigator for a terminal, for people who may be victims of human
//! trafficking in Scotland and those beside them.
//!
//! # The house
//!
//! Five layers; each may import itself and those below it, and `tests/all/house.rs` sees to it.
//!
//! | layer | what it does | touches the world |
//! |---|---|---|
//! | [`cli`], [`terminal`], [`plain`], [`paper`] | commands, the real terminal, lines, sheets to print | yes |
//! | [`interface`] | screens, keys, looks: events in, one picture out | no |
//! | [`search`] | a person's own words to the entries that answer | no |
//! | [`pack`] | a spreadsheet of local services to one file, its signature, and back | no |
//! | [`knowledge`] | entries, numbers, hours, routes, languages, checked at one door | no |
//!
//! Time, environment and keys are handed in from the edge, so that the whole program runs in a test.
//! Why 999, 101 and the helpline are never out of sight: [`knowledge::always`].
//!
//! # How a key becomes a picture
//!
//! 1. A thread of [`terminal`] reads bytes and looks for hide keys before anything else; a hide key
//!    clears the screen there and then, whatever the other threads do.
//! 2. Any other key is an [`interface::event::Event`], which [`interface::App::update`] takes. One
//!    table, [`interface::keymap::BINDINGS`], says what each key does.
//! 3. The state is a stack of [`interface::place::Place`]s. What a screen says is worked out once
//!    an event, by [`interface::screens::content`], as [`interface::page::Block`]s; one walk over
//!    them, [`interface::page::layout::rows`], makes the screen, the lines and the paper, so that
//!    they can never disagree.
//! 4. [`interface::App::view`] draws those rows, and keeps what a click on each cell does.
//!
//! On a terminal that many people share, [`interface::Kiosk`] stands around the `App`: the screen at
//! rest, the seconds until it asks and clears ([`interface::idle`]), fingers and letters to touch.
//!
//! What the screens may not do themselves, printing and saving, is an
//! [`interface::printing::Errand`]: [`paper`] makes it ready, and a process of its own, which
//! [`terminal`] starts first, does it.
//!
//! A pack is opened before the screen, while files can be opened, and read after the first picture:
//! [`knowledge::local`] makes pages of it, by the rules that stand there, behind all others.
//!
//! # How data becomes knowledge
//!
//! `data/*.json` is embedded. Raw shapes refuse unknown fields; [`knowledge::Knowledge::from_files`]
//! is the only way to checked types, for the embedded data and for `airt check FILE`. Facts stand
//! beside `words`, and no digit may stand in words: a translation can never change a number. A
//! language is read when somebody chooses it, and [`knowledge::languages::translation`] shows of it
//! only what people have found right.

pub mod cli;
pub mod error;
pub mod interface;
pub mod knowledge;
pub mod pack;
pub mod paper;
pub mod plain;
pub mod search;
pub mod terminal;
