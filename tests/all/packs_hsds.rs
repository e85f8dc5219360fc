//! What `airt pack export --hsds` gives away is HSDS 3.0, whatever stands in the list; and what is
//! lost on the way there and back is what docs/packs.md names.

use std::sync::LazyLock;

use airt::knowledge::Knowledge;
use airt::knowledge::local::{COLUMNS, Own, Service, looks_like_refuge};
use airt::knowledge::source::PartialDate;
use airt::pack::{Sheet, write_feed};
use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::lists::{self, MADE, service};

/// The constraints of HSDS 3.0 on everything that is given away.
static SCHEMA: LazyLock<Validator> = LazyLock::new(|| {
    let schema = serde_json::from_str(include_str!("hsds_3_0.json")).unwrap();
    jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
});

/// What is wrong with a feed, each with its place.
fn faults(feed: &Value) -> Vec<String> {
    let fault = |error: jsonschema::ValidationError| format!("{}: {error}", error.instance_path());
    SCHEMA.iter_errors(feed).map(fault).collect()
}

fn feed_of(services: Vec<Service>) -> Value {
    write_feed(&lists::pack(services))
}

static OWN: LazyLock<Own> = LazyLock::new(|| Own::of(&Knowledge::embedded().unwrap()));

/// What `airt pack build` takes of a spreadsheet with this one row.
fn built(row: &Service) -> Sheet {
    let mut csv = csv::Writer::from_writer(Vec::new());
    csv.write_record(COLUMNS).unwrap();
    csv.write_record(row.cells().map(|(_, text, _)| text)).unwrap();
    Sheet::read(&csv.into_inner().unwrap(), &OWN, &PartialDate::parse(MADE).unwrap()).unwrap()
}

/// What `airt pack build` takes of a feed.
fn built_from(feed: &Value) -> Sheet {
    let bytes = serde_json::to_vec(feed).unwrap();
    let made = PartialDate::parse(MADE).unwrap();
    Sheet::read_feeds([bytes.as_slice()], &OWN, &made).unwrap()
}

/// Every id but those of organisations and subjects, which many services may share.
fn ids<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| ids(item, found)),
        Value::Object(fields) => {
            found.extend(fields.get("id").and_then(Value::as_str));
            let own = fields
                .iter()
                .filter(|(key, _)| !["organization", "taxonomy_term"].contains(&key.as_str()));
            own.for_each(|(_, value)| ids(value, found));
        }
        _ => {}
    }
}

/// Where a text is empty, but for those that an address must have.
fn empty_texts(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::String(text) if text.is_empty() && !at.contains("/addresses/") => {
            found.push(at.to_owned());
        }
        Value::Array(items) => items.iter().for_each(|item| empty_texts(item, at, found)),
        Value::Object(fields) => {
            fields.iter().for_each(|(key, value)| {
                empty_texts(value, &format!("{at}/{key}"), found);
            });
        }
        _ => {}
    }
}

/// A service with everything that is given away.
fn full() -> Service {
    let text = str::to_owned;
    Service {
        phone: text("01632 960001"),
        phone_note: text("Ask for the kitchen."),
        hours: text("Mo-Fr 09:00-24:00; PH off"),
        who_for: text("Everybody"),
        address: text("1 Invented Street, Dundee"),
        area: text("Dundee; Fife"),
        postcode: text("DD1 0AA"),
        website: text("www.example.org/a"),
        email: text("a@example.org"),
        languages: text("English; Polish"),
        cost: text("Free"),
        words_people_use: text("food; soup"),
        checked_on: text("2026-11-20"),
        checked_how: text("rung"),
        private_address: text("no"),
        ..service("Hall")
    }
}

#[test]
fn the_sample_is_given_away_as_hsds_3() {
    let feed = write_feed(&lists::sample());
    assert_eq!(faults(&feed), [""; 0]);
    let (mut all, mut empty) = (Vec::new(), Vec::new());
    ids(&feed, &mut all);
    let count = all.len();
    all.sort_unstable();
    all.dedup();
    assert_eq!((count > 100, all.len()), (true, count));
    empty_texts(&feed, "", &mut empty);
    assert_eq!(empty, [""; 0]);
    assert_eq!(faults(&feed_of(Vec::new())), [""; 0]);
}

#[test]
fn what_is_not_hsds_3_is_seen() {
    let feed = feed_of(vec![full()]);
    assert_eq!(faults(&feed), [""; 0]);
    let wrong = [
        ("/empty", Value::Null),
        ("/contents/0/id", json!("hall")),
        ("/contents/0/name", json!(7)),
        ("/contents/0/status", json!("Active")),
        ("/contents/0/url", json!("www.example.org")),
        ("/contents/0/email", json!("at the desk")),
        ("/contents/0/assured_date", json!("2026-11")),
        ("/contents/0/assured_date", json!("2026-02-30")),
        ("/contents/0/organization/description", Value::Null),
        ("/contents/0/phones/0/number", json!(1_632_960_001)),
        ("/contents/0/schedules/0/closes_at", json!("24:00")),
        ("/contents/0/schedules/0/byday", json!("Mo")),
        ("/contents/0/schedules/0/freq", json!("weekly")),
        ("/contents/0/service_areas/0/name", Value::Null),
        ("/contents/0/languages/0/id", json!("")),
        ("/contents/0/service_at_locations/0/location/location_type", json!("hall")),
        ("/contents/0/service_at_locations/0/location/addresses/0/city", Value::Null),
        ("/contents/0/service_at_locations/0/location/addresses/0/country", json!("Scotland")),
        ("/contents/0/attributes/0/taxonomy_term/name", Value::Null),
    ];
    for (place, value) in wrong {
        let mut feed = feed.clone();
        *feed.pointer_mut(place).unwrap_or_else(|| panic!("{place} is not there")) = value;
        let faults = faults(&feed);
        assert!(faults.len() == 1 && faults[0].starts_with(place), "{place}: {faults:?}");
    }
    // Gone is as wrong as null.
    let mut feed = feed;
    feed["contents"][0].as_object_mut().unwrap().remove("status");
    feed["contents"][0]["telephone"] = json!("01632 960001");
    assert_eq!(faults(&feed).len(), 2, "{:?}", faults(&feed));
}

/// Texts that people and other programs put into cells.
const AWKWARD: [&str; 30] = [
    "",
    " ",
    "a",
    "example.org",
    "www.example.org/a|b",
    "https://",
    "https://x",
    "http://example.org:80/?q=%zz#a#b",
    "www.example.org:door/a",
    "1 Invented Street, Dundee",
    "Dundee",
    "Dundee; Dundee, Fife",
    "a@b",
    "a@b.org; c@d.org",
    "\"a b\"@example.org",
    "a..b@example.org",
    "2026",
    "2026-11",
    "2026-02-30",
    "24/7",
    "Mo-Su 00:00-24:00",
    "PH off",
    "Mon to Fri",
    "<b>&amp;",
    "\u{0}\u{202e}\u{200b}",
    "🏳\u{fe0f}\u{200d}🌈",
    "مرحبا",
    "01632 960001",
    "yes",
    "rung",
];

/// A service whose cells hold these, in their order.
fn of_cells<'a>(cells: impl IntoIterator<Item = &'a str>) -> Service {
    let mut made = service("Hall");
    for ((_, cell), text) in made.cells_mut().zip(cells) {
        text.clone_into(cell);
    }
    made
}

#[test]
fn each_column_filled_or_empty_is_given_away_as_hsds_3() {
    for (place, column) in COLUMNS.iter().enumerate() {
        for text in AWKWARD {
            let alone = (0..COLUMNS.len()).map(|cell| if cell == place { text } else { "" });
            let mut others = full();
            let (_, cell) = others.cells_mut().nth(place).unwrap();
            text.clone_into(cell);
            let feed = feed_of(vec![of_cells(alone), others]);
            assert_eq!(faults(&feed), [""; 0], "{column}: {text:?}");
        }
    }
}

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![prop::sample::select(&AWKWARD).prop_map(str::to_owned), any::<String>()]
}

proptest! {
    #[test]
    fn whatever_stands_in_a_list_is_given_away_as_hsds_3(
        cells in prop::collection::vec(cell(), COLUMNS.len()),
        website in "(https?://)?[a-zA-Z0-9.:@/?#%|_-]{0,24}",
        email in "[a-z.!\"+]{0,8}@[a-z0-9.-]{0,12}",
    ) {
        let any = of_cells(cells.iter().map(String::as_str));
        let feed = feed_of(vec![Service { website, email, ..service("Hall") }, any]);
        prop_assert_eq!(faults(&feed), [""; 0]);
    }
}

/// A service as it comes back: what is lost is what docs/packs.md names, and nothing else.
fn come_back(was: &Service) -> Service {
    let once = |cell: &str| {
        let mut once: Vec<&str> = Vec::new();
        for part in cell.split([';', ',']).map(str::trim).filter(|part| !part.is_empty()) {
            if !once.contains(&part) {
                once.push(part);
            }
        }
        once.join("; ")
    };
    let no_address = |text: &str| text.contains([' ', '|']);
    let website = if no_address(&was.website) { "" } else { &was.website };
    let email = if no_address(&was.email) { "" } else { &was.email };
    let first_day = match was.checked_on.len() {
        4 => "-01-01",
        7 => "-01",
        _ => "",
    };
    let is_hidden = looks_like_refuge(was);
    let unless_hidden = |text: &str| if is_hidden { String::new() } else { text.to_owned() };
    // A feed can say that a place is private, and never that it is not, or that somebody rang.
    let private = if is_hidden { "yes" } else { was.private_address.trim_start_matches("no") };
    let how = if was.checked_how.is_empty() { "" } else { "told" };
    Service {
        what_it_does: was.what_it_does.replace("<b>here</b> &amp;", "here &"),
        website: website.trim_start_matches("https://").to_owned(),
        email: email.to_owned(),
        area: once(&was.area),
        languages: once(&was.languages),
        words_people_use: once(&was.words_people_use),
        checked_on: format!("{}{first_day}", was.checked_on),
        checked_how: how.to_owned(),
        private_address: private.to_owned(),
        address: unless_hidden(&was.address),
        postcode: unless_hidden(&was.postcode),
        ..was.clone()
    }
}

/// Gives services away, builds what was given away, and gives that away.
#[track_caller]
fn go_there_and_back(services: Vec<Service>) {
    let expected: Vec<Service> = services.iter().map(come_back).collect();
    let back = built_from(&feed_of(services));
    assert_eq!(back.left_out(), 0, "{:?}", back.remarks);
    assert_eq!(back.services, expected);
    // From then on nothing changes.
    let feed = feed_of(back.services);
    let again = built_from(&feed);
    assert_eq!(again.services, expected);
    assert_eq!(feed_of(again.services), feed);
}

#[test]
fn the_sample_comes_back_but_for_what_the_documentation_names() {
    go_there_and_back(lists::sample().services);
}

#[test]
fn that_a_place_is_private_comes_back_and_that_it_is_not_never_does() {
    for how in ["rung", "page", "told"] {
        go_there_and_back(vec![Service { checked_how: how.to_owned(), ..full() }]);
    }
    let refuge = |private: &str, address: &str| Service {
        what_it_does: "A refuge.".to_owned(),
        private_address: private.to_owned(),
        address: address.to_owned(),
        postcode: String::new(),
        ..full()
    };
    go_there_and_back(vec![refuge("yes", "")]);
    go_there_and_back(vec![refuge("no", "7 Orchard Street, Dundee")]);
}

/// Cells that a list may have, column by column.
fn row() -> impl Strategy<Value = Service> {
    let of = |texts: &'static [&'static str]| prop::sample::select(texts).prop_map(str::to_owned);
    let words = (
        of(&["Hall", "Night Shelter Tay"]),
        of(&["Tea.", "A refuge.", "Tea & soup, 3 < 5.", "Look <b>here</b> &amp; there."]),
        of(&["", "01632 960001", "116 123", "111", "0800 1111"]),
        of(&[
            "",
            "Mo-Fr 12:00-14:00; PH off",
            "24/7",
            "Mo-Su 20:00-24:00",
            "PH off",
            "by appointment",
        ]),
        of(&["", "Ask for the kitchen.", "Lines open 09:00 to 17:00"]),
        of(&["", "Everybody", "Ages 16 to 25"]),
        of(&["", "Free", "£2"]),
        of(&["Invented for airt", "Dundee & Fife"]),
    );
    let places = (
        of(&[
            "",
            "1 Invented Street",
            "1 Invented Street, Dundee",
            "Dundee, Dundee",
            "A, 2 Invented Street,Fife",
        ]),
        of(&["", "Dundee", "Dundee; Fife", "Fife, Dundee, Fife"]),
        of(&["", "DD1 0AA"]),
        of(&["", "yes", "no"]),
    );
    let others = (
        of(&[
            "",
            "www.example.org/a",
            "https://example.org",
            "http://example.org/",
            "www.example.org/a|b",
        ]),
        of(&["", "a@example.org", "at the desk", "a@example.org, b@example.org"]),
        of(&["", "English; Polish", "Amharic, Arabic, Arabic"]),
        of(&["", "food; soup", "bed, sleep, bed"]),
        of(&["", "2026-11-20 rung", "2026-11 page", "2026 told"]),
    );
    (words, places, others).prop_map(|(words, places, others)| {
        let (name, what_it_does, phone, hours, phone_note, who_for, cost, source) = words;
        let (address, area, postcode, private_address) = places;
        let (website, email, languages, words_people_use, checked) = others;
        let (on, how) = checked.split_once(' ').unwrap_or_default();
        Service {
            name,
            what_it_does,
            phone,
            hours,
            phone_note,
            who_for,
            address,
            area,
            postcode,
            website,
            email,
            languages,
            cost,
            words_people_use,
            checked_on: on.to_owned(),
            checked_how: how.to_owned(),
            source,
            private_address,
            ..Service::default()
        }
    })
}

proptest! {
    #[test]
    fn rows_come_back_but_for_what_the_documentation_names(row in row()) {
        let sheet = built(&row);
        // A row is only left out for where it is, or where nobody said whether people hide there.
        let says_where = !row.address.is_empty() || !row.postcode.is_empty();
        let may_be_out = says_where || row.private_address.is_empty();
        prop_assert!(may_be_out || !sheet.services.is_empty(), "{:?}", sheet.remarks);
        if sheet.services.is_empty() {
            return Ok(());
        }
        if says_where && looks_like_refuge(&row) {
            // What comes back of it, if it does, is private; words of its address may stand in it.
            let back = built_from(&feed_of(sheet.services)).services;
            prop_assert!(back.iter().all(|it| it.private_address == "yes" && it.address.is_empty()));
        } else {
            go_there_and_back(sheet.services);
        }
    }
}
