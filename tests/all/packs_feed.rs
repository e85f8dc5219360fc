//! Feeds of Open Referral, as real ones come, in; and out again.

use airt::knowledge::Knowledge;
use airt::knowledge::local::Own;
use airt::knowledge::source::PartialDate;
use airt::pack::Sheet;
use serde_json::{Value, json};

use crate::support::lists::{MADE, folder};
use crate::support::program::printed;

pub fn read_all(feeds: &[Value]) -> Result<Sheet, String> {
    let bytes: Vec<Vec<u8>> = feeds.iter().map(|feed| serde_json::to_vec(feed).unwrap()).collect();
    let knowledge = Knowledge::embedded().unwrap();
    let made = PartialDate::parse(MADE).unwrap();
    Sheet::read_feeds(bytes.iter().map(Vec::as_slice), &Own::of(&knowledge), &made)
}

pub fn read(feed: &Value) -> Sheet {
    read_all(std::slice::from_ref(feed)).unwrap()
}

/// A service as HSDS 3 has it, with these fields beside name and description.
pub fn with(fields: &Value) -> Value {
    let mut service = json!({"name": "Hall", "description": "Tea.", "status": "active"});
    service.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    service
}

/// The one service of a feed.
#[track_caller]
pub fn one(fields: &Value) -> airt::knowledge::local::Service {
    let sheet = read(&with(fields));
    assert_eq!(sheet.services.len(), 1, "{:?}", sheet.remarks);
    sheet.services.into_iter().next().unwrap()
}

#[test]
fn a_service_of_hsds_3_becomes_a_row() {
    let service = one(&json!({
        "url": "https://example.org",
        "email": "hall@example.org",
        "fees_description": "<p>Free &amp; open</p>",
        "eligibility_description": "Everybody",
        "minimum_age": -1, "maximum_age": 25,
        "assured_date": "2026-11-01",
        "phones": [{"number": "\"+44 1632 960001\"", "extension": 100}],
        "schedules": [
            {"freq": "WEEKLY", "interval": 1, "byday": "TU,MO", "opens_at": "09:00:00", "closes_at": "12:00"},
            {"freq": "WEEKLY", "byday": "MO", "opens_at": "13:00", "closes_at": "17:00"}
        ],
        "service_areas": [{"name": "Dundee"}, {"name": "Angus"}],
        "languages": [{"name": "Polish"}],
        "organization": {"name": "Dundee Together"},
        "attributes": [{"taxonomy_term": {"name": "Food"}}],
        "service_at_locations": [{"location": {"addresses": [
            {"address_1": "1 Invented Street", "city": "Dundee", "postal_code": "dd1 0aa"}
        ]}}]
    }));
    let said = [
        (&service.phone, "01632 960001"),
        (&service.hours, "Mo 09:00-12:00,13:00-17:00; Tu 09:00-12:00"),
        (&service.who_for, "Everybody. Up to 25 years"),
        (&service.address, "1 Invented Street, Dundee"),
        (&service.postcode, "DD1 0AA"),
        (&service.area, "Dundee; Angus"),
        (&service.cost, "Free & open"),
        (&service.source, "Dundee Together"),
        (&service.words_people_use, "Food"),
        (&service.checked_on, "2026-11-01"),
        (&service.checked_how, "told"),
    ];
    for (text, expected) in said {
        assert_eq!(text, expected);
    }
}

#[test]
fn a_service_of_open_referral_uk_1_becomes_a_row_without_its_staff() {
    let sheet = read(&json!({"totalElements": 1, "content": [with(&json!({
        "contacts": [{"name": "Ann Persona", "title": "Manager", "phones": [{"number": "Tel: 01632 960001 (office)"}]}],
        "regular_schedules": [{"weekday": 3, "opens_at": "10:00", "closes_at": "11:30"}],
        "eligibilitys": [{"eligibility": "People who are new here"}],
        "service_areas": [{"service_area": "Fife"}],
        "languages": [{"language": "Arabic"}],
        "cost_options": [{"option": "Free"}],
        "service_taxonomys": [{"taxonomy": {"name": "Advice"}}],
        "service_at_locations": [{"location": {"physical_addresses": [{"address_1": "2 Invented Street"}]}}],
        "organization": {"name": "Fife Together", "contacts": [{"name": "Bob"}]}
    }))]}));
    let service = &sheet.services[0];
    assert_eq!(service.phone, "01632 960001");
    assert_eq!((service.hours.as_str(), service.area.as_str()), ("We 10:00-11:30", "Fife"));
    assert_eq!(
        (service.who_for.as_str(), service.cost.as_str()),
        ("People who are new here", "Free")
    );
    assert_eq!(sheet.staff, 2);
    assert!(!format!("{sheet:?}").contains("Ann"));
}

#[test]
fn one_service_a_page_a_list_and_organisations_are_read() {
    let service = with(&json!({}));
    let organisation = json!({"name": "Together", "services": [service]});
    for feed in [
        service.clone(),
        json!([service]),
        json!({"contents": [service]}),
        json!({"services": [service]}),
        organisation.clone(),
        json!([organisation]),
    ] {
        let names: Vec<String> = read(&feed).services.into_iter().map(|it| it.name).collect();
        assert_eq!(names, ["Hall"]);
    }
    assert_eq!(read(&organisation).services[0].source, "Together");
    assert!(read_all(&[json!({})]).unwrap_err().contains("no service stands in it"));
    let pages =
        read_all(&[json!({"contents": [service]}), json!({"contents": [service]})]).unwrap();
    assert_eq!(pages.services.len(), 2);
}

#[test]
fn hours_that_could_be_wrong_stay_words() {
    let hours = |schedule: Value| one(&json!({"schedules": [schedule]})).hours;
    for more in [
        json!({"interval": 2}),
        json!({"freq": "MONTHLY"}),
        json!({"until": "2027-01-01"}),
        json!({"opens_at": "09:00Z"}),
        json!({"opens_at": "09:00+01:00"}),
        json!({"byday": "2MO"}),
        json!({"closes_at": null}),
    ] {
        let mut schedule = json!({
            "freq": "WEEKLY", "byday": "MO", "opens_at": "09:00", "closes_at": "17:00",
            "description": "Some Mondays"
        });
        schedule.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        assert_eq!(hours(schedule), "Some Mondays", "{more}");
    }
}

#[test]
fn a_refuge_of_a_feed_has_no_address() {
    let sheet = read(&with(&json!({
        "description": "A refuge for women.",
        "service_at_locations": [{"location": {"addresses": [
            {"address_1": "1 Hidden Street", "city": "Dundee", "postal_code": "DD1 0AA"}
        ]}}]
    })));
    assert_eq!((sheet.services[0].address.as_str(), sheet.services[0].postcode.as_str()), ("", ""));
    assert_eq!(sheet.services[0].area, "Dundee");
    assert_eq!(
        sheet.remarks[0].to_string(),
        "row 1, private_address: people may hide here, so the address was left out: if everybody may know it, export the list as a spreadsheet and write it there, with no"
    );
}

/// Who wrote a feed may be anybody.
#[test]
fn a_feed_can_make_a_place_private_and_never_say_that_it_is_not_or_that_somebody_rang() {
    let marked = |does: &str, private: &str, how: &str| {
        one(&json!({
            "description": does,
            "assured_date": "2026-11-01",
            "service_at_locations": [{"location": {"addresses": [{"address_1": "1 Hidden Street"}]}}],
            "attributes": [
                {"link_type": "private_address", "value": private},
                {"link_type": "checked_how", "value": how},
            ]
        }))
    };
    for (does, private, kept, address) in [
        ("A refuge for women.", "no", "yes", ""),
        ("Tea.", "no", "", "1 Hidden Street"),
        ("Tea.", "yes", "yes", ""),
    ] {
        let service = marked(does, private, "rung");
        assert_eq!((service.private_address.as_str(), service.address.as_str()), (kept, address));
        assert_eq!(service.checked_how, "told");
    }
}

#[test]
fn what_has_ended_or_could_do_harm_is_left_out_and_long_words_are_cut() {
    let sheet = read(&json!([
        with(&json!({"status": "defunct"})),
        with(&json!({"phones": [{"number": "0909 879 0001"}]})),
        with(&json!({"name": "Modern Slavery Helpline"})),
        with(&json!({"description": "Long. ".repeat(200)})),
    ]));
    assert_eq!((sheet.services.len(), sheet.left_out()), (1, 3));
    assert!(sheet.services[0].what_it_does.ends_with("Long."));
}

#[test]
fn a_folder_of_feeds_is_built_and_given_back() {
    let folder = folder("feeds");
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let service = with(&json!({"organization": {"name": "Us", "contacts": [{"name": "Ann"}]}}));
    std::fs::write(path("a.json"), service.to_string()).unwrap();
    let page = json!({"total_pages": 2, "contents": [with(&json!({"name": "Canteen"}))]});
    std::fs::write(path("b.json"), page.to_string()).unwrap();
    let out = path("out.airtpack");
    let said = printed(&[
        "pack",
        "build",
        folder.to_str().unwrap(),
        "--name",
        "A",
        "--maker",
        "B",
        "--licence",
        "C",
        "--attribution",
        "D",
        "--made",
        MADE,
        "--out",
        &out,
    ]);
    let told = "Names of people that were left: 1.\n\
        Pages of the directory that are here: 1 of 2. Fetch the others, put all into one folder, and build that folder.\n\
        Rows taken: 2.";
    assert!(said.starts_with(told), "{said}");
    let feed: Value = serde_json::from_str(&printed(&["pack", "export", "--hsds", &out])).unwrap();
    assert_eq!(feed["contents"][1]["name"], "Canteen");
}
