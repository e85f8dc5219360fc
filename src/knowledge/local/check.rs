//! The only way from a record of a list to a page: the same checks when a list is built and each
//! time it is opened, for a pack can come from anybody.

use std::fmt;

use unicode_width::UnicodeWidthStr;

use super::imitation::{Own, check_emergency};
use super::number::{can_be_rung, has_number};
use super::raw::Service;
use super::refuge::{
    is_place_to_stay, looks_like_refuge, says_district, says_door, says_house, says_secret,
};
use super::{Detail, ListIndex, Local, clean, pressing};
use crate::knowledge::check::check_id;
use crate::knowledge::entry::{Entry, EntryIndex, Kind};
use crate::knowledge::hours::Hours;
use crate::knowledge::phone::{Phone, PhoneKind, PhoneNumber};
use crate::knowledge::search_words::SearchWords;
use crate::knowledge::source::{Checked, How, PartialDate, SourceIndex};
use crate::knowledge::text::TITLE_COLUMNS;

/// The columns that every row has.
const REQUIRED: [&str; 3] = ["name", "what_it_does", "source"];

const NUMBER_IN_TEXT: &str = "a number to call stands in this text: write it in the column phone";

/// Letters of a town that is named before its service is looked at.
const LONGEST_TOWN: usize = 30;

/// What is wrong with one cell, and what to do.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Slip {
    pub column: &'static str,
    pub fault: String,
}

impl fmt::Display for Slip {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.column, self.fault)
    }
}

/// Everything that is wrong with a service; nothing, where a page can be made of it.
pub fn slips(service: &Service, own: &Own, made: &PartialDate) -> Vec<Slip> {
    let mut check = Check::default();
    for (column, text, most) in service.cells() {
        check.cell(column, text, most);
    }
    for (column, text) in service.words() {
        check.refuse(column, has_number(text), NUMBER_IN_TEXT);
        let pressing = pressing::refused(text).map(|fault| Err(fault.to_owned()));
        check.keep(column, pressing.unwrap_or(Ok(())));
    }
    for (column, text) in [
        ("source", &*service.source),
        ("email", &service.email),
        ("website", host(&service.website)),
    ] {
        check.refuse(column, can_be_rung(text), NUMBER_IN_TEXT);
    }
    let pressing = pressing::refused(&service.source).map(|fault| Err(fault.to_owned()));
    check.keep("source", pressing.unwrap_or(Ok(())));
    let slips = &mut check;
    slips.keep("id", check_id(&service.id));
    let or_leave = |fault| format!("{fault}, or leave the row out");
    slips.keep("name", own.check_name(&service.name).map_err(or_leave));
    for town in service.areas() {
        slips.keep("area", check_emergency(town));
    }
    if !service.phone.is_empty() {
        slips.keep("phone", phone(&service.phone).map(drop));
        slips.keep("phone", own.check_number(&service.phone.replace(' ', "")));
    }
    slips.slips.extend(checked(service, made).err());
    slips.keep("website", address_of_web(&service.website));
    private(service, slips);
    check.slips
}

/// Whether a text that nobody has looked at can be said as the name of a town.
pub(super) fn is_town(text: &str) -> bool {
    clean(text) == text
        && text.chars().count() <= LONGEST_TOWN
        && check_emergency(text).is_ok()
        && !has_number(text)
        && pressing::refused(text).is_none()
}

#[derive(Default)]
struct Check {
    slips: Vec<Slip>,
}

impl Check {
    fn keep(&mut self, column: &'static str, checked: Result<(), String>) {
        self.slips.extend(checked.err().map(|fault| Slip { column, fault }));
    }

    fn refuse(&mut self, column: &'static str, is_wrong: bool, fault: &str) {
        self.keep(column, if is_wrong { Err(fault.to_owned()) } else { Ok(()) });
    }

    fn cell(&mut self, column: &'static str, text: &str, most: usize) {
        self.refuse(column, text.is_empty() && REQUIRED.contains(&column), "it is empty: write it");
        self.refuse(
            column,
            clean(text) != text,
            "it has letters that hide or break others: type it again",
        );
        let letters = if most == TITLE_COLUMNS { text.width() } else { text.chars().count() };
        let fault = || format!("it has {letters} letters: make it {most} at most");
        self.keep(column, if letters > most { Err(fault()) } else { Ok(()) });
    }
}

/// What tells of a private place where it is.
const DOOR: &str =
    "the address is private, and a street, door, house or postcode stands here: take it out";
const DISTRICT: &str = "the address is private, and the first half of a postcode tells which part of the town it is in: write the whole town instead";

/// Nothing of a place where people hide may be in the list but its town.
fn private(service: &Service, slips: &mut Check) {
    let has_place = !service.address.is_empty() || !service.postcode.is_empty();
    let telling = telling(service);
    match service.private_address.as_str() {
        "" | "no" if says_secret(service) => {
            slips.refuse("private_address", true, "this row says that the place is secret: write yes, and the address is left out; or take those words out");
        }
        "" => {
            let asks = is_place_to_stay(service)
                || looks_like_refuge(service) && (has_place || !telling.is_empty());
            slips.refuse("private_address", asks, "people may hide here: write yes, and the address is left out; or no, if everybody may know it");
        }
        "no" => {}
        "yes" => {
            slips.refuse("address", has_place, "the address is private: take it out");
            for (column, _, fault) in telling {
                slips.refuse(column, true, fault);
            }
        }
        _ => slips.refuse("private_address", true, "write yes or no"),
    }
}

/// The words that tell where a service is, beside its address; of a private one its district does, too.
fn telling(service: &Service) -> Vec<(&'static str, &str, &'static str)> {
    let name = &service.name;
    let is_private = service.private_address == "yes";
    // A service may be called as a house is.
    let told = |column, text: &str| match column {
        "address" | "postcode" | "phone" => None,
        _ if says_door(text) => Some(DOOR),
        _ if column != "name" && says_house(&text.replace(name, "")) => Some(DOOR),
        _ => Some(DISTRICT).filter(|_| is_private && says_district(text)),
    };
    service
        .cells()
        .filter_map(|(column, text, _)| Some((column, text, told(column, text)?)))
        .collect()
}

/// All that tells where a service is: its address, its postcode, and words with a door or a house.
pub fn places(service: &Service) -> Vec<&str> {
    let address = [&*service.address, &service.postcode];
    let words = telling(service).into_iter().map(|(_, text, _)| text);
    address.into_iter().filter(|text| !text.is_empty()).chain(words).collect()
}

fn phone(written: &str) -> Result<(PhoneNumber, PhoneKind), String> {
    let kind = PhoneKind::of_local(&written.replace(' ', ""))?;
    Ok((PhoneNumber::parse(written, kind)?, kind))
}

/// It is shown and never opened; but a person may type it.
fn address_of_web(written: &str) -> Result<(), String> {
    let address = without_scheme(written);
    let is_plain =
        written.chars().all(|letter| letter.is_ascii_graphic()) && !address.contains("://");
    if written.is_empty() || is_plain && address.contains('.') && !address.contains('@') {
        return Ok(());
    }
    Err("write it as www.name.org.uk, in plain letters".to_owned())
}

fn without_scheme(written: &str) -> &str {
    written.trim_start_matches("https://").trim_start_matches("http://")
}

/// The name of a website, without the page: that may have any digits.
fn host(website: &str) -> &str {
    without_scheme(website).split('/').next().unwrap_or_default()
}

/// When and how somebody last checked the service. No check is younger than the list.
fn checked(service: &Service, made: &PartialDate) -> Result<Option<Checked>, Slip> {
    let of_day = |fault| Slip { column: "checked_on", fault };
    let (date, how) = (service.checked_on.as_str(), service.checked_how.as_str());
    if date.is_empty() && how.is_empty() {
        return Ok(None);
    }
    let how = match how {
        "rung" => How::Rung,
        "page" => How::Page,
        "told" => How::Told,
        _ => {
            let fault = "write how it was checked: rung, page or told".to_owned();
            return Err(Slip { column: "checked_how", fault });
        }
    };
    let date = PartialDate::parse(date).map_err(of_day)?;
    if date.earliest() > made.earliest() {
        let fault = format!("{} is later than the day of the list: mend it", date.as_str());
        return Err(of_day(fault));
    }
    Ok(Some(Checked { date, how }))
}

/// What a page is made with, beside its record.
#[derive(Clone, Copy, Debug)]
pub(super) struct Origin<'a> {
    pub id: &'a str,
    pub list: ListIndex,
    pub source: SourceIndex,
    pub made: &'a PartialDate,
    /// Whom to call where a service has no number.
    pub helpline: EntryIndex,
}

/// The page of a service that was found right.
pub(super) fn entry(service: Service, origin: Origin) -> Option<Entry> {
    let hours = Hours::parse(&service.hours).ok();
    let call = if service.phone.is_empty() { vec![origin.helpline] } else { Vec::new() };
    let checked = checked(&service, origin.made).ok()?;
    let mut phones = Vec::new();
    if !service.phone.is_empty() {
        let (number, kind) = phone(&service.phone).ok()?;
        phones.push(Phone {
            id: "phone".to_owned(),
            label: None,
            number,
            kind,
            doubtful: false,
            hours: hours.clone(),
            is_for_when_another_is_closed: false,
            source: origin.source,
            checked: None,
        });
    }
    let keywords: Vec<&str> = parts(&service.words_people_use).collect();
    let keywords = SearchWords::of(&keywords)?;
    let place = [service.address, service.postcode];
    let place = place.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    // Hours that go with a number stand beside it.
    let hours_in_words =
        if hours.is_some() && !phones.is_empty() { String::new() } else { service.hours };
    let details = [
        (Detail::PhoneNote, service.phone_note),
        (Detail::Hours, hours_in_words),
        (Detail::Address, place),
        (Detail::Area, service.area),
        (Detail::Languages, service.languages),
        (Detail::Cost, service.cost),
        (Detail::Website, service.website),
        (Detail::Email, service.email),
    ];
    let details = details.into_iter().filter(|(_, text)| !text.is_empty()).collect();
    Some(Entry {
        id: format!("{}/{}", origin.id, service.id),
        kind: Kind::Service,
        source: origin.source,
        checked,
        phones,
        later: Vec::new(),
        call,
        related: Vec::new(),
        name: None,
        title: service.name,
        summary: service.what_it_does,
        act: String::new(),
        who: Some(service.who_for).filter(|who| !who.is_empty()),
        body: Vec::new(),
        lists: Vec::new(),
        aloud: Vec::new(),
        bag: Vec::new(),
        form: None,
        has_glossary: false,
        keywords,
        asks: SearchWords::of(&[])?,
        local: Some(Box::new(Local {
            list: origin.list,
            details,
            source: service.source,
            is_private: service.private_address == "yes",
        })),
    })
}

/// The parts of a cell that holds several things.
pub fn parts(cell: &str) -> impl Iterator<Item = &str> {
    cell.split([';', ',']).map(str::trim).filter(|part| !part.is_empty())
}
