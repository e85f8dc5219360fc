//! What is wrong with feeds as directories have them. All of these are invented.

use airt::knowledge::hours::Hours;
use serde_json::{Value, json};

use crate::packs_feed::{one, read, read_all, with};

/// The columns that are not empty, of a service with these fields.
#[track_caller]
fn cells(fields: &Value) -> Vec<(&'static str, String)> {
    let always = ["name", "what_it_does", "source"];
    let service = one(fields);
    let cells =
        service.cells().filter(|(column, text, _)| !text.is_empty() && !always.contains(column));
    cells.map(|(column, text, _)| (column, text.to_owned())).collect()
}

/// That a service with these fields has but one column beside name, words and source; or none.
#[track_caller]
fn gives(fields: &Value, column: &str, text: &str) {
    let found = cells(fields);
    let found: Vec<(&str, &str)> =
        found.iter().map(|(column, text)| (*column, text.as_str())).collect();
    let expected = [(column, text)];
    assert_eq!(found, if text.is_empty() { &expected[..0] } else { &expected }, "{fields}");
}

#[test]
fn ages_that_cannot_be_tell_nothing() {
    for (from, to, who) in [
        (json!(-1), json!(-1), ""),
        (json!("-1"), json!("25"), "Up to 25 years"),
        (json!("16"), json!(null), "From 16 years"),
        (json!(16.0), json!("25.0"), "Ages 16 to 25"),
        (json!(0), json!(999), ""),
        (json!("any"), json!([]), ""),
        (json!(60), json!(20), ""),
    ] {
        gives(&json!({"minimum_age": from, "maximum_age": to}), "who_for", who);
    }
}

#[test]
fn a_number_is_found_whatever_stands_around_it() {
    for number in [
        json!("Tel: 0141 496 0001"),
        json!("Telephone: (0141) 496-0001 (24 hours)"),
        json!("Helpline (0141 496 0001, free)"),
        json!("Helpline (0141 496 0001"),
        json!("<a href=\"tel:01414960001\">0141 496 0001</a>"),
        json!("0141&nbsp;496&nbsp;0001"),
        json!("+44 (0)141 496 0001"),
        json!("44 141 496 0001"),
        json!(1_414_960_001),
        json!(441_414_960_001_u64),
    ] {
        gives(&json!({"phones": [{"number": number}]}), "phone", "0141 496 0001");
        gives(&json!({"phones": {"number": number}}), "phone", "0141 496 0001");
        gives(&json!({"phones": [number]}), "phone", "0141 496 0001");
    }
}

#[test]
fn the_first_number_that_can_be_called_is_taken() {
    let right = json!({"number": "0141 496 0001"});
    for other in [
        json!({"number": "0141 496 0009", "type": "Fax"}),
        json!({"number": "0141 496 0009", "type": "voice", "description": "Office fax"}),
        json!({"number": "0141 496 0009", "description": "Facsimile"}),
        json!({"number": "Fax: 0141 496 0009"}),
        json!({"number": "07700 900001", "type": "text"}),
        json!({"number": "07700 900001", "description": "SMS"}),
        json!({"number": "0141 496 0009", "type": "Fax Number"}),
        json!({"number": "0141 496 0009", "type": "office fax"}),
        json!({"number": "0141 496 0009", "type": "minicom"}),
        json!({"number": "0141 496 0009", "description": "Fax number, not a telephone"}),
        json!({"number": "0141 496 0009", "description": "Fax (call first)"}),
        json!({"number": "0141 496 0009", "description": "Telefax"}),
        json!({"number": "07700 900001", "description": "SMS only"}),
        json!({"number": "0141 496 0009", "description": "Textphone for deaf people"}),
        json!({"number": "see our website"}),
        json!({"number": "+1 202 555 0100"}),
        json!({"number": null}),
        json!({"number": ""}),
        json!(null),
        right.clone(),
    ] {
        gives(&json!({"phones": [other, right, right]}), "phone", "0141 496 0001");
    }
    // None that can be called is told.
    let sheet = read(&with(&json!({"phones": [{"number": "see our website"}]})));
    assert_eq!((sheet.services.len(), sheet.left_out()), (0, 1));
    gives(&json!({"phones": [{"number": "0141 496 0009", "type": "fax"}]}), "phone", "");
    // Of a number that is for both, and of one that can be talked to as well, nothing is lost.
    for (kind, told) in [
        ("", "Phone and fax"),
        ("fax", "Phone and fax"),
        ("", "Tel/Fax"),
        ("voice", "Fax & telephone"),
        ("text", "Call or text"),
        ("", "You can text too"),
        ("", "Please do not fax"),
        ("", "We have no fax"),
    ] {
        let phone = json!({"number": "0141 496 0001", "type": kind, "description": told});
        assert_eq!(one(&json!({"phones": [phone]})).phone, "0141 496 0001", "{kind}: {told}");
    }
    gives(&json!({"phones": [{"number": "Tel/Fax: 0141 496 0001"}]}), "phone", "0141 496 0001");
}

#[test]
fn an_extension_is_to_be_asked_for() {
    for (phone, note) in [
        (json!({"number": "0141 496 0001", "extension": 204}), "Ask for extension 204"),
        (json!({"number": "0141 496 0001", "extension": "204"}), "Ask for extension 204"),
        (json!({"number": "0141 496 0001 ext. 204"}), "Ask for extension 204"),
        (
            json!({"number": "01414960001x204", "description": "Desk"}),
            "Desk. Ask for extension 204",
        ),
    ] {
        let service = one(&json!({"phones": [phone]}));
        assert_eq!((service.phone.as_str(), service.phone_note.as_str()), ("0141 496 0001", note));
    }
}

#[test]
fn what_is_said_of_a_number_stays_unless_it_holds_another() {
    let note = |told: &str| {
        one(&json!({"phones": [{"number": "0141 496 0001", "description": told}]})).phone_note
    };
    assert_eq!(note("Open 09:00 to 17:00"), "Open 09:00 to 17:00");
    assert_eq!(note("or ring 0141 496 0002"), "");
    gives(&json!({"application_process": "Come to the door."}), "phone_note", "Come to the door.");
}

#[test]
fn html_is_never_on_a_page() {
    for (html, text) in [
        ("<p>Tea</p><p>and soup</p>", "Tea and soup"),
        ("&lt;p&gt;Tea &amp;amp; soup&lt;/p&gt;", "Tea & soup"),
        ("<style>p { color: red }</style>Tea<script>alert(1)</script>", "Tea"),
        ("<ul>\r\n<li>Tea</li>\r\n<li>Soup</li></ul>", "Tea Soup"),
        ("<!-- old --><b>Tea</b>&ndash;<i>soup</i>", "Tea – soup"),
    ] {
        assert_eq!(one(&json!({"description": html})).what_it_does, text);
    }
}

#[test]
fn null_is_as_good_as_nothing() {
    let keys = [
        "id",
        "url",
        "email",
        "phones",
        "contacts",
        "schedules",
        "regular_schedules",
        "service_areas",
        "languages",
        "organization",
        "attributes",
        "service_at_locations",
        "assured_date",
        "fees_description",
        "cost_options",
        "eligibilitys",
        "minimum_age",
        "services",
    ];
    let all = keys.iter().map(|key| ((*key).to_owned(), Value::Null)).collect();
    gives(&Value::Object(all), "", "");
    for deep in [
        json!({"organization": {"name": null}}),
        json!({"service_at_locations": [null]}),
        json!({"service_at_locations": [{"location": null}]}),
        json!({"service_at_locations": [{"location": {"addresses": [null]}}]}),
        json!({"schedules": [null, {"opens_at": null}]}),
        json!({"languages": [null, {"name": null}]}),
        json!({"attributes": [{"taxonomy_term": null}]}),
    ] {
        gives(&deep, "", "");
    }
    // What must be there is missed by its name.
    for fields in [json!({"name": null}), json!({"description": null}), json!({"description": {}})]
    {
        let sheet = read(&with(&fields));
        assert_eq!(sheet.services.len(), 0, "{fields}");
        assert!(
            sheet.remarks[0].to_string().ends_with("it is empty: write it"),
            "{:?}",
            sheet.remarks
        );
    }
}

#[test]
fn lists_and_objects_in_the_place_of_each_other_are_read() {
    let address = json!({"address_1": "1 Invented Street"});
    for at in [
        json!({"location": {"addresses": address}}),
        json!([{"location": [{"addresses": [address]}]}]),
        json!([{"location": {"physical_addresses": address}}]),
    ] {
        gives(&json!({"service_at_locations": at}), "address", "1 Invented Street");
    }
    for languages in [
        json!(["Polish", "Arabic"]),
        json!([{"name": "Polish"}, "Arabic"]),
        json!([{"language": "Polish"}, {"name": "Arabic"}, {"name": "Polish"}]),
        json!("Polish; Arabic"),
    ] {
        gives(&json!({"languages": languages}), "languages", "Polish; Arabic");
    }
    gives(&json!({"service_areas": {"name": "Fife"}}), "area", "Fife");
    let organisation = json!({"organization": [{"name": "Together"}]});
    assert_eq!(one(&organisation).source, "Together");
    assert_eq!(one(&json!({"description": ["Tea.", "Soup."]})).what_it_does, "Tea., Soup.");
}

#[test]
fn what_has_ended_is_left_out_and_told_however_it_is_written() {
    for status in
        ["inactive", "Inactive ", "DEFUNCT", "Temporarily Closed", "temporarily_closed", "closed"]
    {
        let sheet = read(&with(&json!({"status": status})));
        assert_eq!(sheet.services.len(), 0, "{status}");
        let told = "row 1, status: the feed says that it has ended: it was left out";
        assert_eq!(sheet.remarks[0].to_string(), told, "{status}");
    }
    for status in [json!("Active"), json!("ACTIVE"), json!(null), json!(1), json!("")] {
        gives(&json!({"status": status}), "", "");
    }
}

#[test]
fn hours_that_ended_are_gone_and_hours_to_come_are_words() {
    let with = |more: Value| {
        let mut schedule = json!({
            "freq": "WEEKLY", "byday": "MO", "opens_at": "09:00", "closes_at": "17:00",
            "description": "Mondays"
        });
        schedule.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        schedule
    };
    for (more, hours) in [
        (json!({"valid_to": "2026-09-01"}), ""),
        (json!({"valid_to": "2026-09-01T00:00:00Z"}), ""),
        (json!({"until": "2025-12-31"}), ""),
        (json!({"valid_to": "2027-03-01"}), "Mondays"),
        (json!({"valid_from": "2027-03-01"}), "Mondays"),
        (json!({"valid_from": "soon"}), "Mondays"),
        (json!({"valid_from": "2020-01-01"}), "Ask first: Mo 09:00-17:00. Mondays"),
        (json!({"valid_from": "2020-01-01", "description": ""}), "Mo 09:00-17:00"),
        (json!({"valid_to": null, "description": null}), "Mo 09:00-17:00"),
    ] {
        gives(&json!({"schedules": [with(more)]}), "hours", hours);
    }
    let past = with(json!({"valid_to": "2026-09-01", "description": "In summer"}));
    let now = with(json!({"byday": "TU", "description": ""}));
    gives(&json!({"schedules": [past, now]}), "hours", "Tu 09:00-17:00");
}

/// "Term time only" beside a rule of each week takes a part of it back.
#[test]
fn a_rule_of_each_week_is_open_only_where_its_words_say_no_more() {
    let with = |more: Value| {
        let mut schedule =
            json!({"freq": "WEEKLY", "byday": "MO", "opens_at": "09:00", "closes_at": "17:00"});
        schedule.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        json!({"schedules": [schedule]})
    };
    for (more, hours) in [
        (
            json!({"description": "Term time only. By appointment only."}),
            "Ask first: Mo 09:00-17:00. Term time only. By appointment only.",
        ),
        (
            json!({"description": "Mondays", "notes": "Closed until further notice"}),
            "Ask first: Mo 09:00-17:00. Mondays; Closed until further notice",
        ),
        (
            json!({"description": "Mo-Su 00:00-24:00"}),
            "Ask first: Mo 09:00-17:00. Mo-Su 00:00-24:00",
        ),
        (json!({"description": "Mo 09:00-17:00; PH off"}), "Mo 09:00-17:00; PH off"),
        (json!({"description": "Monday 9am-5pm"}), "Mo 09:00-17:00"),
        (json!({"opens_at": "09:00Z", "description": "24/7"}), "Ask first: 24/7"),
    ] {
        gives(&with(more), "hours", hours);
    }
    // Nor with a rule that airt does not read.
    for (key, value) in [
        ("timezone", json!(-2)),
        ("bymonth", json!("6,7")),
        ("bysetpos", json!(1)),
        ("exdate", json!("2026-12-25")),
        ("rrule", json!("FREQ=MONTHLY")),
        ("valid_to", json!("2027-03-01")),
    ] {
        gives(&with(json!({key: value})), "hours", "Ask first: Mo 09:00-17:00");
        gives(&with(json!({key: null})), "hours", "Mo 09:00-17:00");
    }
    // What says no more than that somebody comes here, by the clock of here.
    for more in [json!({"timezone": "Europe/London"}), json!({"attending_type": "PHYSICAL"})] {
        gives(&with(more), "hours", "Mo 09:00-17:00");
    }
    let mut service = with(json!({}));
    for (holidays, hours) in [
        (json!([{"closed": true}]), "Ask first: Mo 09:00-17:00"),
        (json!([{"closed": true, "end_date": "2025-01-02"}]), "Mo 09:00-17:00"),
        (json!([]), "Mo 09:00-17:00"),
    ] {
        service["holiday_schedules"] = holidays;
        gives(&service, "hours", hours);
    }
}

/// Words of a rule that is not of each week could be read as if they were.
#[test]
fn words_of_hours_that_are_not_of_each_week_are_never_open() {
    for more in [
        json!({"freq": "MONTHLY"}),
        json!({"interval": 2}),
        json!({"byday": "2MO"}),
        json!({"valid_from": "2027-03-01"}),
        json!({"dtstart": "2027-03-01"}),
        json!({"valid_to": "2027-03-01"}),
        json!({"count": 4}),
    ] {
        for words in ["Mondays 10am-12pm", "Mo 10:00-12:00"] {
            let mut schedule = json!({
                "freq": "WEEKLY", "byday": "MO", "opens_at": "10:00", "closes_at": "12:00",
                "description": words
            });
            schedule.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            let hours = one(&json!({"schedules": [schedule]})).hours;
            assert_eq!(hours, format!("Ask first: {words}"), "{more}");
            assert!(Hours::parse(&hours).is_err());
        }
    }
    // What was cut off may have taken it back.
    let cut = format!("Mon to Fri 9-5. {}", "But not when the hall is let. ".repeat(9));
    let hours = one(&json!({"schedules": [{"description": cut}]})).hours;
    assert!(hours.starts_with("Ask first: Mon to Fri 9-5."), "{hours}");
    // Words alone can mean but one thing, and so can those of a rule of every day.
    let daily = json!({"freq": "DAILY", "description": "every day 9am-5pm"});
    gives(&json!({"schedules": [daily]}), "hours", "Mo-Su 09:00-17:00");
    gives(&json!({"schedules": [{"description": "Mon to Fri 9-5"}]}), "hours", "Mo-Fr 09:00-17:00");
}

#[test]
fn an_alert_stands_first_and_nothing_is_called_open_beside_it() {
    let alerted = |alert: &str| {
        read(&with(&json!({
            "alert": alert,
            "schedules": [{"freq": "WEEKLY", "byday": "MO", "opens_at": "09:00", "closes_at": "17:00"}]
        })))
    };
    let sheet = alerted("<b>Closed until further notice.</b>");
    let service = &sheet.services[0];
    assert_eq!(service.what_it_does, "Closed until further notice. Tea.");
    assert_eq!(service.hours, "");
    assert_eq!(
        sheet.remarks[0].to_string(),
        "row 1, what_it_does: the feed has an alert: it stands first, and hours are left out; look if it is still true"
    );
    // What says that there is none is none, and another number is a number that nobody checked.
    for none in ["", "None", "none.", "n/a", "N/A", "-"] {
        let service = &alerted(none).services[0];
        assert_eq!((&*service.what_it_does, &*service.hours), ("Tea.", "Mo 09:00-17:00"), "{none}");
    }
    assert_eq!(alerted("Ring 0141 496 0002 instead").left_out(), 1);
}

#[test]
fn hours_are_read_as_feeds_write_them() {
    let span = |day: &str, opens: &str, closes: &str| json!({"freq": "weekly", "interval": "1", "byday": day, "opens_at": opens, "closes_at": closes});
    for (schedules, hours) in [
        (json!([span("Mo", "9:00", "17:00:00")]), "Mo 09:00-17:00"),
        (json!([span("Monday", "09:00", "17:00")]), "Mo 09:00-17:00"),
        (json!([span("MO,TU,WE,TH,FR", "09:00", "17:00")]), "Mo-Fr 09:00-17:00"),
        (json!(span("MO, FR", "09:00", "17:00")), "Mo,Fr 09:00-17:00"),
        (json!([span("SA", "18:00", "00:00")]), "Sa 18:00-24:00"),
        (json!([span("SA", "00:00", "23:59")]), "Sa 00:00-24:00"),
        (json!([span("SA", "00:00", "00:00")]), ""),
        (json!([span("", "09:00", "17:00")]), ""),
        (json!([{"weekday": "2", "opens_at": "09:00", "closes_at": "12:00"}]), "Tu 09:00-12:00"),
    ] {
        gives(&json!({"schedules": schedules}), "hours", hours);
    }
    // Seven days that differ fit where days that are the same are said together.
    let week = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
        .map(|day| [span(day, "09:00", "12:00"), span(day, "13:00", "17:00")]);
    gives(&json!({"schedules": week.concat()}), "hours", "Mo-Su 09:00-12:00,13:00-17:00");
}

#[test]
fn words_of_several_schedules_are_all_kept() {
    let words = |words: &str| json!({"description": words});
    let schedules = json!([words("First Monday"), words("Last Friday"), words("First Monday")]);
    gives(&json!({"schedules": schedules}), "hours", "First Monday; Last Friday");
    let long = one(&json!({"schedules": [words(&"By appointment. ".repeat(20))]}));
    assert!(long.hours.ends_with("By appointment.") && long.hours.len() <= 120, "{}", long.hours);
}

#[test]
fn a_day_that_cannot_be_tells_nothing() {
    for (written, day) in [
        ("2026-11-01T09:30:00.000Z", "2026-11-01"),
        ("01/11/2026", "2026-11-01"),
        ("1 November 2026", "2026-11-01"),
        ("2062-11-01", ""),
        ("n/a", ""),
        ("2026-02-30", ""),
    ] {
        assert_eq!(one(&json!({"assured_date": written})).checked_on, day, "{written}");
    }
}

#[test]
fn addresses_of_web_and_mail_are_written_as_people_type_them() {
    gives(&json!({"url": "https://www.example.org/a"}), "website", "www.example.org/a");
    gives(&json!({"url": "http://example.org"}), "website", "http://example.org");
    gives(&json!({"url": "see leaflet"}), "website", "");
    gives(&json!({"email": "mailto:a@example.org"}), "email", "a@example.org");
}

#[test]
fn pages_and_empty_pages_are_read_and_what_is_no_list_says_so() {
    let page = |services: Value| json!({"total_items": 1, "page_number": 1, "contents": services});
    let service = with(&json!({}));
    assert_eq!(read(&page(json!([service, null, {}, 7, "text"]))).services.len(), 1);
    assert_eq!(read(&page(service.clone())).services.len(), 1);
    let pages = [page(json!([service])), page(json!([])), page(Value::Null)];
    assert_eq!(read_all(&pages).unwrap().services.len(), 1);
    for empty in [page(json!([])), json!({}), json!([]), json!(null), json!("services"), json!(7)] {
        let fault = read_all(&[empty]).unwrap_err();
        assert_eq!(fault, "no service stands in it: give services of HSDS 3 or Open Referral UK");
    }
    for (error, said) in [
        (json!({"error": "Not found", "status": 404}), "Not found"),
        (
            json!({"data": null, "error": {"status": 404, "name": "NotFoundError", "message": "Not Found"}}),
            "Not Found",
        ),
        (json!({"errors": [{"detail": "No key\u{1b}[2J was given"}]}), "No key [2J was given"),
        (
            json!({"name": "NotFound", "message": "<b>Page</b> not found", "code": 404}),
            "Page not found",
        ),
        (
            json!({"type": "about:blank", "title": "Too many requests", "status": 429}),
            "Too many requests",
        ),
    ] {
        // A page that is missing must not be missed, whatever the other pages have.
        for feeds in [vec![error.clone()], vec![page(json!([service])), error.clone()]] {
            let fault = read_all(&feeds).unwrap_err();
            let told = format!(
                "it is no list, but what a directory says that has none to give ({said}): fetch it again"
            );
            assert_eq!(fault, told);
        }
    }
    // A service with a notice is one.
    assert_eq!(read(&with(&json!({"message": "Closed on Friday"}))).services.len(), 1);
}

#[test]
fn pages_that_were_not_given_are_told() {
    let page = |more: Value| {
        let mut page = more;
        page["contents"] = json!([with(&json!({}))]);
        page
    };
    let hsds = |number| page(json!({"total_items": 3, "total_pages": 3, "page_number": number}));
    let oruk = |number, last| page(json!({"totalElements": 9, "number": number, "last": last}));
    let told = |feeds: &[Value]| read_all(feeds).unwrap().pages;
    let missing = |have: usize, of: usize| {
        vec![format!(
            "Pages of the directory that are here: {have} of {of}. Fetch the others, put all into one folder, and build that folder."
        )]
    };
    assert_eq!(told(&[hsds(1)]), missing(1, 3));
    assert_eq!(told(&[hsds(1), hsds(3), hsds(3)]), missing(2, 3));
    assert_eq!(told(&[oruk(1, false)]), missing(1, 2));
    // Each directory has pages of its own.
    assert_eq!(told(&[hsds(1), hsds(2), hsds(3), oruk(1, false)]), missing(1, 2));
    for whole in [
        vec![hsds(1), hsds(2), hsds(3)],
        vec![oruk(0, false), oruk(1, true)],
        vec![page(json!({"total_pages": 1, "page_number": 1, "last_page": true}))],
        vec![with(&json!({"number": 7}))],
    ] {
        assert_eq!(told(&whole), [""; 0]);
    }
}
