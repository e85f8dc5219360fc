//! Printing: what to print, the name of a file to print elsewhere, and what became of it.

use crate::interface::context::Context;
use crate::interface::page::{Block, Content, Link, TextField};
use crate::interface::place::Place;
use crate::interface::printing::{Delivery, Desk, Page, Paper, Way};
use crate::interface::words::fill;

/// What to print; into a file where there is no printer.
pub(super) fn choice(context: &Context, page: Option<Page>, way: Way) -> Content {
    let words = &context.words.print;
    let desk = context.desk;
    let printer = desk.and_then(Desk::printer).filter(|_| way == Way::Printer);
    let place = match printer {
        Some(_) => Place::Sent,
        None => Place::Name,
    };
    // A shared terminal keeps no file.
    let can_save = context.station.is_none();
    let mut blocks = vec![Block::Title(words.ask.clone()), Block::Text(words.found.clone())];
    blocks.push(Block::Text(match (printer, desk.and_then(|desk| desk.found.as_ref())) {
        (Some(printer), _) => fill(&words.to_printer, &[("printer", printer)]),
        (None, None) if way == Way::Printer => words.looking.clone(),
        (None, _) if way == Way::Printer => words.no_printer.clone(),
        _ => words.file_stays.clone(),
    }));
    if printer.is_none() && !can_save {
        return Content { blocks, ..Content::default() };
    }
    let link = |text: &String, page, has_numbers| {
        Block::Link(Link::new(text, place(Paper { page, has_numbers })))
    };
    if page.is_some() {
        blocks.push(link(&words.this_page, page, false));
    }
    blocks.push(link(&words.numbers, None, true));
    if page.is_some() {
        blocks.push(link(&words.both, page, true));
    }
    if printer.is_some() && can_save {
        blocks.push(Block::Link(Link::new(&words.to_file, Place::Print(page, Way::File))));
    }
    Content { blocks, ..Content::default() }
}

/// What became of what went to the printer.
pub(super) fn sent(context: &Context, paper: Paper) -> Content {
    let words = &context.words.print;
    let delivery = context.desk.and_then(|desk| desk.delivery.as_ref());
    let said = delivery.map_or_else(|| words.sending.clone(), |delivery| said(context, delivery));
    let mut blocks = vec![Block::Title(words.ask.clone()), Block::Text(said)];
    let is_printed = delivery.is_none_or(|delivery| *delivery == Delivery::Printed);
    if !is_printed && context.station.is_none() {
        blocks.push(Block::Link(Link::new(&words.to_file, Place::Name(paper))));
    }
    Content { blocks, ..Content::default() }
}

/// The name of a file, and what became of it.
pub(super) fn name(context: &Context) -> Content {
    let words = &context.words.print;
    let mut blocks = vec![Block::Title(words.file_title.clone())];
    let delivery = context.desk.and_then(|desk| desk.delivery.as_ref());
    blocks.extend(delivery.map(|delivery| Block::Text(said(context, delivery))));
    blocks.push(Block::Text(words.file_stays.clone()));
    if matches!(delivery, Some(Delivery::Saved(_))) {
        return Content { blocks, ..Content::default() };
    }
    if let Some((_, folder)) = context.desk.and_then(|desk| desk.found.as_ref()) {
        blocks.push(Block::Note(fill(&words.folder, &[("folder", folder)])));
    }
    Content { blocks, field: Some(TextField::Name), ..Content::default() }
}

fn said(context: &Context, delivery: &Delivery) -> String {
    let words = &context.words.print;
    match delivery {
        Delivery::Printed => words.printed.clone(),
        Delivery::Saved(path) => fill(&words.saved, &[("path", path)]),
        Delivery::Refused => words.refused.clone(),
        Delivery::Exists => words.exists.clone(),
        Delivery::NoFolder => words.no_folder.clone(),
        Delivery::NotAllowed => words.not_allowed.clone(),
        Delivery::DiskFull => words.disk_full.clone(),
        Delivery::Failed => words.failed.clone(),
    }
}
