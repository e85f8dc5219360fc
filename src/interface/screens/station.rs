//! "This terminal": what who looks after a shared terminal may see of it. No count, and no time of use.

use crate::interface::context::Context;
use crate::interface::page::{Block, Content, Link, trust};
use crate::interface::place::Place;
use crate::interface::station::{Printer, Station};
use crate::interface::words::fill;
use crate::knowledge::hours::Moment;
use crate::knowledge::source::PartialDate;

/// The way there, where there is such a page.
pub fn link(context: &Context) -> Option<Block> {
    let link = || Block::Link(Link::new(&context.words.kiosk.station.title, Place::Station));
    context.station.map(|_| link())
}

pub(super) fn content(context: &Context) -> Content {
    let words = &context.words.kiosk.station;
    let mut blocks = vec![Block::Title(words.title.clone()), Block::Note(words.note.clone())];
    if let Some(station) = context.station {
        blocks.extend(lines(context, station).map(Block::Text));
    }
    Content { blocks, ..Content::default() }
}

fn lines(context: &Context, station: &Station) -> impl Iterator<Item = String> {
    let words = &context.words.kiosk.station;
    let date = |text: &str, date: &PartialDate| {
        fill(text, &[("date", &trust::date_in_words(context, date))])
    };
    let facts = PartialDate::parse(&station.facts.to_string()).ok();
    let facts = facts.map(|facts| date(&words.facts, &facts));
    let oldest = context.knowledge.checks().min();
    let protections = &station.protections;
    let (on, all) = (protections.on.to_string(), protections.all.to_string());
    let clock = match context.moment {
        Moment::Known(_) => &words.clock,
        Moment::ClockWrong => &words.clock_wrong,
    };
    let printer = match station.printer {
        Printer::None => &words.printer_none,
        Printer::Missing => &words.printer_missing,
        Printer::Ready => &words.printer_ready,
    };
    let version = fill(&words.version, &[("version", env!("CARGO_PKG_VERSION"))]);
    let dates = facts.into_iter().chain(oldest.map(|oldest| date(&words.oldest, oldest)));
    std::iter::once(version)
        .chain(dates)
        .chain([fill(&words.protections, &[("on", &on), ("all", &all)])])
        .chain(protections.off.clone())
        .chain([clock.clone(), printer.clone()])
}
