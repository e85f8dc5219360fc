//! Spreadsheets as people save them: each row becomes a service, or is named with its cell and the
//! next step.

use airt::knowledge::hours::Hours;
use airt::pack::{Remarked, Sheet};

use crate::support::lists::read;

const HEAD: &str = "name,what_it_does,phone,source";

fn sheet(text: &str) -> Sheet {
    read(text.as_bytes()).unwrap()
}

/// The remarks on one row below a head, as they are printed.
#[track_caller]
fn said(head: &str, row: &str) -> Vec<String> {
    let sheet = sheet(&format!("{head}\n{row}\n"));
    sheet.remarks.iter().map(ToString::to_string).collect()
}

/// That a row is left out for the one reason that begins so.
#[track_caller]
fn refuses(head: &str, row: &str, reason: &str) {
    let sheet = sheet(&format!("{head}\n{row}\n"));
    let remarks: Vec<String> = sheet.remarks.iter().map(ToString::to_string).collect();
    assert!(sheet.services.is_empty(), "{row}");
    assert!(remarks.iter().any(|remark| remark.contains(reason)), "{row}: {remarks:?}");
}

/// That a row becomes a service and nothing is said.
#[track_caller]
fn takes(head: &str, row: &str) {
    let sheet = sheet(&format!("{head}\n{row}\n"));
    assert_eq!((sheet.services.len(), &sheet.remarks), (1, &Vec::new()), "{row}");
}

#[test]
fn a_list_is_read_however_it_was_saved() {
    let text = "name;what_it_does;area;source\nCafé Ngôi Sao;\"Tea,\nand talk\";Dundee;us\n";
    let wide = |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
    let ways: [(&str, Vec<u8>); 9] = [
        ("UTF-8", text.into()),
        ("with a mark", format!("\u{feff}{text}").into()),
        ("UTF-16 LE", [vec![0xff, 0xfe], wide(u16::to_le_bytes)].concat()),
        ("UTF-16 BE", [vec![0xfe, 0xff], wide(u16::to_be_bytes)].concat()),
        ("UTF-16 LE without a mark", wide(u16::to_le_bytes)),
        ("tabs", text.replace(';', "\t").into()),
        ("commas", text.replace(';', ",").into()),
        ("CRLF", text.replace('\n', "\r\n").into()),
        ("with sep=", format!("sep=;\n{text}").into()),
    ];
    for (way, bytes) in ways {
        let sheet = read(&bytes).unwrap();
        assert_eq!(sheet.remarks, [], "{way}");
        let [service] = sheet.services.as_slice() else { panic!("{way}: {sheet:?}") };
        let said = [&service.name, &service.what_it_does, &service.area];
        assert_eq!(said, ["Café Ngôi Sao", "Tea, and talk", "Dundee"], "{way}");
    }
}

/// As the spreadsheet counts them, whatever ends its lines.
#[test]
fn rows_are_counted_as_a_person_sees_them() {
    let text = "name,what_it_does,source\nHall,Tea,us\n\nWithout,,us\n\"Two\nlines\",,us\n";
    for end in ["\n", "\r\n"] {
        let sheet = sheet(&text.replace('\n', end));
        let rows: Vec<usize> = sheet.remarks.iter().map(|remark| remark.row).collect();
        assert_eq!(rows, [4, 5], "{end:?}: {:?}", sheet.remarks);
    }
}

#[test]
fn titles_above_the_head_and_columns_in_any_order_and_case_are_read() {
    let sheet = sheet(
        "List of the council,,,,\n,,,,\nSOURCE, What it does ,Telephone,Favourite colour,Name\nus,Tea,01632 960001,blue,Hall\n",
    );
    assert_eq!(sheet.services[0].phone, "01632 960001");
    let said: Vec<String> = sheet.remarks.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        ["row 3, Favourite colour: airt has no such column, or has it already: it was left"]
    );
}

#[test]
fn rows_are_counted_as_the_spreadsheet_counts_them() {
    let sheet =
        sheet(&format!("{HEAD}\nA,\"two\nlines\",,us\n\n,,,\nB,,,us\nC,tea,1.41885E+09,us\n"));
    let rows: Vec<String> = sheet.remarks.iter().map(ToString::to_string).collect();
    assert_eq!(
        rows,
        [
            "row 5, what_it_does: it is empty: write it",
            "row 6, phone: this number was changed by the spreadsheet to 1.41885E+09: make the column text, and type the number again"
        ]
    );
    assert_eq!(sheet.left_out(), 2);
}

#[test]
fn merged_cells_are_named_as_what_they_are() {
    let sheet = sheet(&format!("{HEAD}\nA,tea,,The council\nB,soup,,\n"));
    let said = sheet.remarks[0].to_string();
    assert_eq!(said, "row 3, source: it is empty; are cells merged there? Write it in each row");
}

#[test]
fn a_zero_that_the_spreadsheet_took_is_put_back_and_told() {
    let sheet = sheet(&format!("{HEAD}\nA,tea,1632960001,us\n"));
    assert_eq!(sheet.services[0].phone, "01632 960001");
    assert_eq!(sheet.remarks[0].kind, Remarked::Mended);
}

#[test]
fn numbers_that_cost_a_fortune_or_cannot_be_are_refused() {
    for (number, why) in [
        ("0909 879 0001", "begins with 09"),
        ("070 1234 5678", "begins with 09, 070"),
        ("118 500", "or 118"),
        ("999", "airt shows this number itself"),
        ("112", "airt shows this number itself"),
        ("0800 0121 700", "airt shows the helpline itself"),
        ("0800 0121 701", "nearly the number of the helpline"),
        ("0141 276 772", "check it digit by digit"),
        ("+33 1 99 00 12 34", "another country"),
        ("ask Anna", "write one number here"),
    ] {
        refuses(HEAD, &format!("A,tea,{number},us"), why);
    }
    for number in ["0303 999 0001", "0844 496 0001", "116 123", "111", "0800 1111"] {
        takes(HEAD, &format!("A,tea,{number},us"));
    }
}

#[test]
fn a_number_to_call_is_nowhere_but_in_its_column() {
    let head = "name,what_it_does,who_for,cost,source";
    refuses(head, "A,Call 07700 900123 first,,,us", "what_it_does: a number to call");
    refuses(head, "A,tea,ring 0909-879-0001,,us", "who_for: a number to call");
    refuses(head, "A,tea,,٠٩٠٩٨٧٩٠٠٠١,us", "cost: a number to call");
    takes(head, "A,\"Ages 16 to 25, rooms 1 to 12, since 2019\",,,us");
    // Said in words, with letters in the place of digits, or to be texted.
    for told in [
        "Ring oh seven seven double-oh nine hundred one two four",
        "Ring zero one four one four nine six treble zero one",
        "Ring 07700 nine hundred 124",
        "Ring O7700 9oo 124",
        "Text HELP to 80010",
        "Send an SMS with HELP to 80010",
        "Ring 0909.879.0001",
        "Ring 0909/879/0001",
        "\"Ring 07700, 900, 123\"",
        "Ring 0909_879_0001",
        "Ring 118 118",
        "Call 118500",
        "Call 01632 (Dundee) 960199",
        "Women (O1632 96OI99)",
    ] {
        let columns = ["what_it_does", "phone_note", "who_for", "cost"];
        for (place, column) in columns.iter().enumerate() {
            let mut cells = ["tea", "", "", ""];
            cells[place] = told;
            let head = format!("name,{},source", columns.join(","));
            let row = format!("A,{},us", cells.join(","));
            refuses(&head, &row, &format!("{column}: a number to call"));
        }
    }
    for told in [
        "Open nine to five, one to one",
        "Two or three rooms, twenty four hours, seven days",
        "In danger call nine nine nine",
        "Open 0900-1700 one day a week",
        "One hundred and fifty people came in twenty twenty six",
        "Text us, and one of two or three people answers",
        "Text to talk. Since 2019 for 10,000 people. Charity number 12345",
        "Deaf people: use text relay, 18001 before the number",
        "Over 10000 people text us",
        "Text chat (SC number 1012345)",
        "From twenty twenty five - twenty twenty six",
        "At ten thirty - eleven thirty - twelve thirty",
        "For 2024/2025 and 2025/2026, 1,000,000 meals",
        "Mon 0900-1200, 1300-1700. Buses 101, 102, 103 to 118-120 High Street",
    ] {
        takes(head, &format!("A,\"{told}\",,,us"));
    }
}

/// In cells that may hold other digits: of a licence, a charity, a page.
#[test]
fn a_number_that_could_be_rung_stands_in_no_source_email_or_website() {
    let head = "name,what_it_does,source,email,website";
    for (source, email, website, column) in [
        ("Ask 0909 879 0001", "", "", "source"),
        ("us (+44 909 8790001)", "", "", "source"),
        ("us 0909.879.0001", "", "", "source"),
        ("us 0141 496 0001 (2026)", "", "", "source"),
        ("us 01-11-2026 0141 496 0001", "", "", "source"),
        ("Text HELP to 80010", "", "", "source"),
        ("us oh seven seven double-oh nine hundred one two four", "", "", "source"),
        ("us", "call09098790001@example.org", "", "email"),
        ("us", "", "www.0909-879-0001.example.org", "website"),
    ] {
        let fault = format!("{column}: a number to call stands in this text");
        refuses(head, &format!("A,tea,{source},{email},{website}"), &fault);
    }
    for (source, email, website) in [
        ("OSCR SC012345", "", ""),
        ("Charity number SC012345 (2026)", "", ""),
        ("Company number 05123456 (2026)", "", ""),
        ("Their website 01-11-2026 10:15", "", ""),
        ("Their report 01-04-2025 - 31-03-2026", "", ""),
        ("Contains OS data © Crown copyright 100012345", "", ""),
        ("us", "team2026@example.org", "example.org/id/100012345678"),
        ("us", "", "example.org/2026-11-25/1234567"),
    ] {
        takes(head, &format!("A,tea,{source},{email},{website}"));
    }
    refuses(head, "A,tea,Do not call the police,,", "source: this keeps people from the police");
}

#[test]
fn names_that_imitate_airt_are_refused() {
    for name in [
        "999 Rescue",
        "９９９",
        "M\u{43e}dern Slavery Helpline",
        "Modern Slavery\u{200b} Helpline",
        "\u{202e}enilpleH yrevalS nredoM",
    ] {
        let sheet = sheet(&format!("{HEAD}\n{name},tea,,us\n"));
        // A name that was only dangerous by its hidden letters is shown as it is read without them.
        let shown: Vec<&str> = sheet.services.iter().map(|service| service.name.as_str()).collect();
        assert!(shown.is_empty() || shown == ["enilpleH yrevalS nredoM"], "{name}: {shown:?}");
    }
}

#[test]
fn letters_that_hide_reorder_or_run_are_taken_away() {
    let row =
        "=cmd|'/c calc'!A1 \u{1b}[2J\u{7}\u{202e}Hall\u{200b}\u{ad}\u{1f600}\u{fe0f},@tea,,+us";
    let sheet = sheet(&format!("{HEAD}\n{row}\n"));
    let service = &sheet.services[0];
    assert_eq!(service.name, "cmd|'/c calc'!A1 [2J Hall");
    assert_eq!((service.what_it_does.as_str(), service.source.as_str()), ("tea", "us"));
}

#[test]
fn a_place_where_people_hide_is_asked_about_and_its_address_goes_nowhere() {
    let head = "name,what_it_does,address,postcode,source,private_address,area";
    let row = "Lantern House,A refuge for women,1 Hidden Street,dd1 4qb,us";
    refuses(head, &format!("{row},,Dundee"), "private_address: people may hide here: write yes");
    takes(head, &format!("{row},no,Dundee"));
    takes(head, &format!("{row},Yes,Dundee"));
    let sheet = sheet(&format!("{head}\n{row},Yes,Dundee\n"));
    let service = &sheet.services[0];
    assert_eq!([&service.address, &service.postcode], ["", ""]);
    assert_eq!(service.area, "Dundee");
    // In no other cell either.
    let told = "Lantern House,A refuge at 1 Hidden Street,1 Hidden Street,,us,yes,";
    refuses(head, told, "what_it_does: the address is private, and stands here too");
    refuses(head, "Lantern House,A refuge,,,us,yes,Dundee DD1 4QB", "area: the address is private");
    refuses(head, "Hall,tea,,,us,perhaps,", "private_address: write yes or no");
}

#[test]
fn a_private_address_is_looked_for_in_every_cell() {
    let head = "name,what_it_does,address,postcode,source,private_address,phone_note,area,website,words_people_use";
    let row = |name: &str, does: &str, source: &str, note: &str, web: &str, words: &str| {
        format!(
            "{name},{does},\"1 Hidden Street, Dundee\",DD1 4QB,{source},yes,{note},Dundee,{web},{words}"
        )
    };
    takes(head, &row("Lantern", "A refuge in Dundee", "us", "Say Anna", "", "safe"));
    let stands = "the address is private, and stands here too";
    refuses(head, &row("Hidden Street refuge", "x", "us", "", "", ""), &format!("name: {stands}"));
    refuses(
        head,
        &row("L", "A refuge", "us", "Come to hidden st", "", ""),
        &format!("phone_note: {stands}"),
    );
    refuses(head, &row("L", "x (dd14qb)", "us", "", "", ""), &format!("what_it_does: {stands}"));
    refuses(head, &row("L", "x", "1 Hidden St", "", "", ""), &format!("source: {stands}"));
    refuses(head, &row("L", "x", "us", "", "a.org/dd1-4qb", ""), &format!("website: {stands}"));
    refuses(
        head,
        &row("L", "x", "us", "", "", "hidden street"),
        &format!("words_people_use: {stands}"),
    );
    // Another one than the address that was written.
    let says = "a street, door, house or postcode stands here";
    refuses(
        head,
        &row("L", "Ring at 7 Tay Road", "us", "", "", ""),
        &format!("what_it_does: the address is private, and {says}"),
    );
}

/// Written after the signs: what people call such places.
#[test]
fn what_looks_like_a_place_to_hide_is_asked_about_and_a_kitchen_is_not() {
    let head = "name,what_it_does,address,source";
    for place in [
        "Tay Hostel,Rooms for men",
        "Winter beds,Ten emergency beds",
        "The Ark,A safe house",
        "Bluebell,Supported accommodation",
        "Nightstop,Somewhere to sleep for one night",
        "Rowan,For women who fled their homes",
        "Number 9,Temporary lodging",
    ] {
        refuses(
            head,
            &format!("{place},1 Hill Street,us"),
            "private_address: people may hide here",
        );
    }
    for place in [
        "Harbour Kitchen,A hot meal",
        "Women's choir,Singing on Mondays",
        "Tay Law,Advice about pay",
        "Mosque,Prayer and food on Fridays",
        "Clothes bank,Coats and blankets",
    ] {
        takes(head, &format!("{place},1 Hill Street,us"));
    }
    // The place stands in its words alone.
    refuses("name,what_it_does,source", "Ark,A hostel at 4 Hill Street,us", "people may hide here");
}

#[test]
fn a_text_against_help_or_for_papers_and_money_is_left_out_with_its_reason() {
    let against = "what_it_does: this keeps people from the police or 999: write what";
    refuses(HEAD, "A,A bed. Do not call the police.,,us", against);
    let takes_papers = "what_it_does: this takes papers or money from people";
    refuses(HEAD, "A,Give us your passport and you can stay.,,us", takes_papers);
    let head = "name,what_it_does,phone_note,source";
    refuses(
        head,
        "A,tea,Tell nobody that you come,us",
        "phone_note: this tells people to keep a secret",
    );
    let signed = "A,tea,,Website. Signed with a key that this computer trusts.";
    refuses(HEAD, signed, "source: only airt says who signed a list: take those words out");
    // A promise is read by whoever builds, and taken.
    let promise =
        sheet(&format!("{HEAD}\nA,Tea. They never call the police without asking you.,,us\n"));
    assert_eq!((promise.services.len(), promise.remarks.len()), (1, 1));
    let said = said(HEAD, "A,Bring your passport if you have it.,,us");
    let look = "row 2, what_it_does: papers, money or the police stand here: read it as a frightened person would";
    assert_eq!(said, [look]);
}

#[test]
fn example_rows_stay_out_and_a_name_that_stands_twice_is_told() {
    let name = "Example kitchen (take this row out)";
    refuses(HEAD, &format!("{name},tea,,us"), "name: this row is an example of `airt pack new`");
    let sheet = sheet(&format!("{HEAD}\nHall,tea,,us\nhall,soup,,us\n"));
    assert_eq!(sheet.services.len(), 2);
    let said = sheet.remarks[0].to_string();
    assert_eq!(said, "row 3, name: row 2 has this name, too: if it is the same, take one out");
}

#[test]
fn hours_that_are_no_data_are_kept_as_words_and_said_to_be() {
    let said = said("name,what_it_does,hours,source", "A,tea,Weekdays 9 to 5ish,us");
    assert!(said[0].starts_with("row 2, hours: kept as words"), "{said:?}");
    let head = "name,what_it_does,hours,source";
    takes(head, "A,tea,Mo-Fr 09:00-17:00; PH off,us");
    let hours = |written: &str| {
        let sheet = sheet(&format!("{head}\nA,tea,{written},us\n"));
        (sheet.services[0].hours.clone(), sheet.remarks[0].to_string())
    };
    let (read, told) = hours("Mon to Fri 9-5");
    assert_eq!(read, "Mo-Fr 09:00-17:00");
    assert!(
        told.starts_with("row 2, hours: read as Mo-Fr 09:00-17:00; behind it write ; PH off"),
        "{told}"
    );
    assert_eq!(hours("24 hours"), ("24/7".to_owned(), "row 2, hours: read as 24/7".to_owned()));
    let (kept, told) = hours("9am-5pm");
    assert_eq!(kept, "9am-5pm");
    assert!(told.contains("no day stands here: write the days"), "{told}");
    assert!(Hours::parse("Weekdays 9 to 5ish").is_err());
}

/// What is in the list of a check that was written so.
fn how_checked(written: &str) -> String {
    let head = "name,what_it_does,source,checked_on,checked_how";
    sheet(&format!("{head}\nA,tea,us,2026-11-01,{written}\n")).services[0].checked_how.clone()
}

#[test]
fn a_check_has_a_day_and_a_way_and_is_not_of_the_future() {
    let head = "name,what_it_does,source,checked_on,checked_how";
    takes(head, "A,tea,us,2026-11-01,Rung");
    assert!(said(head, "A,tea,us,1/11/2026,phoned")[0].contains("read as 2026-11-01"));
    assert!(said(head, "A,tea,us,20 Nov 2026,phoned")[0].contains("read as 2026-11-20"));
    refuses(head, "A,tea,us,2026-11-01,", "checked_how: write how it was checked");
    for how in ["phone", "by telephone", "Telephoned", "rang", "called"] {
        assert_eq!(how_checked(how), "rung", "{how}");
    }
    for how in ["email", "visit", "in person"] {
        assert_eq!(how_checked(how), "told", "{how}");
    }
    for how in ["dreamt", "don't know", "not rung", "phone?", "rung - no answer", "yes"] {
        let row = format!("A,tea,us,2026-11-01,{how}");
        refuses(head, &row, "checked_how: write how it was checked: rung, page or told");
    }
    refuses(head, "A,tea,us,2026-12-01,rung", "later than the day of the list");
    refuses(head, "A,tea,us,31/31/2026,rung", "a real one");
}

#[test]
fn a_text_that_is_too_long_says_how_long_it_may_be() {
    refuses(HEAD, &format!("A,{},,us", "x".repeat(401)), "has 401 letters: make it 400 at most");
}

#[test]
fn what_is_no_list_is_told_in_one_line() {
    for (bytes, why) in [
        (&b"PK\x03\x04 a workbook"[..], "save it as CSV UTF-8"),
        (b"", "airt pack new"),
        (b"a,b\n1,2\n", "airt pack new"),
        (b"name,phone\nA,1\n", "airt pack new"),
    ] {
        let fault = read(bytes).unwrap_err();
        assert!(fault.contains(why) && fault.lines().count() == 1, "{fault}");
    }
}

#[test]
fn ten_thousand_rows_are_read_each_with_an_id_of_its_own() {
    // Letters, for a name with an emergency number in it is left out.
    let letter = |byte: u8| char::from(byte + b'a' - b'0');
    let rows: Vec<String> = (0..10_000)
        .map(|row| {
            let name: String = format!("{:04}", row % 5_000).bytes().map(letter).collect();
            format!("Hall {name},tea,01632 96{row:04},us\n")
        })
        .collect();
    let rows = rows.concat();
    let sheet = sheet(&format!("{HEAD}\n{rows}"));
    assert_eq!((sheet.services.len(), sheet.left_out()), (10_000, 0));
    let mut ids: Vec<&str> = sheet.services.iter().map(|service| service.id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 10_000);
}

/// A list of 100 ordinary services, written before the signs. What is asked about has an address, and is
/// confidential, has a room, or is called a house.
#[test]
fn an_ordinary_list_is_seldom_asked_about() {
    let sheet = sheet(include_str!("lists/ordinary.csv"));
    let asked = sheet.remarks.iter().filter(|remark| remark.column == "private_address");
    let rows: Vec<usize> = asked.map(|remark| remark.row).collect();
    assert_eq!(rows, [2, 10, 42, 53, 101]);
}

#[test]
fn a_place_to_stay_is_asked_about_though_no_address_is_seen() {
    let head = "name,what_it_does,source,phone_note";
    for row in [
        "The safe house,Help for women. Come to the yellow door,us,",
        "Rowan,Three beds,us,behind the church",
        "Night stop,One night with a family,us,",
        "Crisis Flat,For a week,us,",
        "Rowan,A room for one night,us,at fourteen orchard",
        "Rowan,Flats for women,us,Orchard House",
        "Rowan,Help,Angus Women's Aid,",
    ] {
        refuses(head, row, "private_address: people may hide here");
    }
    for row in ["Tea house,A room with tea,us,", "Advice,A safe space to talk in private,us,"] {
        takes(head, row);
    }
}

#[test]
fn a_private_house_is_looked_for_by_every_word_of_its_address() {
    let head = "name,what_it_does,address,source,private_address,area,phone_note,website";
    let row = |does: &str, note: &str, web: &str| {
        format!(
            "Lantern,{does},\"Flat 2, Orchard House, 14 Mill Lane, Dundee\",us,yes,Dundee,{note},{web}"
        )
    };
    takes(head, &row("A refuge in Dundee. A flat for each family", "Say Anna", ""));
    let stands = "the address is private, and stands here too";
    for does in ["A refuge at Orchard House", "A refuge at fourteen orchard", "Ask at the mill"] {
        refuses(head, &row(does, "", ""), &format!("what_it_does: {stands}"));
    }
    refuses(head, &row("A refuge", "The Orchards", ""), &format!("phone_note: {stands}"));
    refuses(head, &row("A refuge", "", "www.orchard-refuge.org"), &format!("website: {stands}"));
    refuses(head, &row("A refuge", "", "www.oldmilllane.org"), &format!("website: {stands}"));
    // A house by its name, where no address is written.
    let head = "name,what_it_does,source,private_address";
    takes(head, "Lantern House,Lantern House is a refuge,us,yes");
    takes(head, "Hope Place,Hope Place is a refuge,us,yes");
    refuses(head, "Lantern,A refuge in Orchard House,us,yes", "a street, door, house or postcode");
    // One cell, one fault.
    let twice = said(
        "name,what_it_does,website,source,private_address,postcode",
        "L,x,a.org/dd1-4qb,us,yes,DD1 4QB",
    );
    assert_eq!(twice.iter().filter(|said| said.contains("take it out")).count(), 1, "{twice:?}");
}

/// Words of streets alone, so that only the parts of the address tell it.
#[test]
fn a_private_street_is_known_in_its_short_form_and_in_its_long_one() {
    let head = "name,what_it_does,address,source,private_address,area,phone_note";
    for (written, told) in [
        ("12 High Street", "bell in High St"),
        ("12 High St", "bell in high street"),
        ("7 North Gdns", "bell in north gardens"),
        ("7 North Gardens", "bell in North Gdns"),
    ] {
        let row = format!("Lantern,A refuge,\"{written}, Dundee\",us,yes,Dundee,{told}");
        refuses(head, &row, "phone_note: the address is private, and stands here too");
    }
}

#[test]
fn a_county_or_an_island_behind_the_town_is_no_quarter() {
    let head = "name,what_it_does,address,source,private_address,area";
    for (town, behind) in [
        ("Stornoway", "Isle of Lewis"),
        ("Portree", "Skye"),
        ("Rothesay", "Bute"),
        ("Perth", "Perth and Kinross"),
        ("Dumfries", "Dumfries & Galloway"),
        ("Kirkwall", "Orkney Islands"),
        ("Oban", "Argyll and Bute"),
        ("Greenock", "Inverclyde PA15 1AA"),
        ("Falkirk", "Forth Valley"),
        ("Dundee", "United Kingdom"),
    ] {
        for between in [", ", " "] {
            let address = format!("14 Mill Lane, {town}{between}{behind}");
            takes(head, &format!("Lantern,A refuge in {town},\"{address}\",us,yes,{town}"));
        }
    }
    let row = "Lantern,A refuge,\"14 Mill Lane, Hillhead, Glasgow City\",us,yes,Hillhead";
    refuses(head, row, "area: the address is private, and \"Hillhead\"");
    let row = "Lantern,A refuge,\"Flat 2, Arran\",us,yes,Arran";
    refuses(head, row, "area: the address is private, and stands here too");
}

/// Of an address only its town may be said, whatever stands in `area`.
#[test]
fn a_street_that_is_written_as_an_area_is_still_looked_for() {
    let head = "name,what_it_does,address,source,private_address,area,phone_note";
    let row = |address: &str, area: &str, note: &str| {
        format!("Lantern,A refuge in Dundee,\"{address}\",us,yes,{area},{note}")
    };
    for address in [
        "3 Mill Rise, Dundee",
        "Flat 2 Mill Rise, Dundee",
        "3 Mill Rise",
        "3, Mill Rise",
        "Flat 2/1, Mill Rise",
        "Flat B Mill Rise",
        "Fourteen Mill Rise",
        "Rowan Cottage Mill Rise",
    ] {
        for (area, note, column) in [
            ("Mill Rise; Dundee", "Come to Mill Rise", "phone_note"),
            ("Mill Rise; Dundee", "", "area"),
            ("Dundee; mill rise", "", "area"),
        ] {
            refuses(head, &row(address, area, note), &format!("{column}: the address is private"));
        }
    }
    for (address, area) in [
        ("14 Mill Lane Dundee", "Dundee"),
        ("14 Mill Lane, Dundee DD1 4QB", "Dundee; Angus"),
        ("14 Dundee Road, Dundee, Angus", "Dundee; Angus"),
        ("14 MILL LANE, DUNDEE DD1 4QB", "Dundee"),
        ("4 Bell Lane Dundee Scotland", "Dundee"),
        ("4 Bell Lane, Dundee City", "Dundee"),
        ("4 Bell Lane, Dundee (ring first)", "Dundee"),
        ("4 Bell Lane Dundee Angus DD1 1AA", "Dundee"),
        ("22 Nethergate Dundee", "Dundee"),
        ("PO Box 12, Dundee", "Dundee"),
        ("Dundee", "Dundee"),
    ] {
        takes(head, &row(address, area, "Say Anna"));
    }
}

#[test]
fn a_page_of_a_private_place_and_a_person_as_source_are_to_be_looked_at() {
    let head = "name,what_it_does,source,private_address,website";
    assert_eq!(
        said(head, "Lantern,A refuge,us,yes,www.example.org"),
        [
            "row 2, website: the address is private: look that this page does not tell it, or leave the cell empty"
        ]
    );
    assert_eq!(
        said(head, "Hall,Tea,Told by Mary Smith,,"),
        [
            "row 2, source: this may be a person's name, and everybody can read it: write who they work for, or the website"
        ]
    );
    takes(head, "Hall,Tea,Dundee Together,,");
}

/// As people tell the way, who were careful to take the address out.
#[test]
fn a_private_door_told_in_other_words_is_refused() {
    let head = "name,what_it_does,address,postcode,source,private_address,area,phone_note";
    let row = |does: &str, area: &str, note: &str| {
        format!(
            "Lantern,{does},\"14 Logie Street, Lochee, Dundee\",DD2 2QB,us,yes,{area},\"{note}\""
        )
    };
    for told in [
        "Come to number 14 and knock",
        "Door no. 14, blue",
        "Flat 3/1, buzz Shelter",
        "///table.lamp.chair",
        "56.4712, -3.0012",
        "Anyone near DD2",
        "Anyone near DD 2.",
        "Near Orchard St bus stop",
        "Near Orchard St, Dundee",
        "On Dens Rd",
        "Off Coupar Angus Rd.",
        "Hill Ave",
        "Behind Rowan Ct",
        "In Mill Place",
        "At Rowan Court",
        "The end of Barrack Loan",
        "Up Mill Brae",
        "blue door across from the chip shop at number fourteen",
    ] {
        let fault = "phone_note: the address is private, and";
        refuses(head, &row("A refuge", "Dundee", told), fault);
    }
    for told in [
        "Take the number 22 bus to the town",
        "Call the number 24 hours a day",
        "No one is turned away",
        "No 2 days are the same",
        "Rooms from 12.50 a night",
        "On bank holidays: PH 10:00-12:00",
        "Women from 16 to 25",
        "The bus from St Andrews",
        "Meet at St Mary's church hall",
        "Near St Ninian's church, Dundee",
        "Ask Dr Smith for a letter",
        "The Safe Place is a safe place",
        "Staff go to court with you. The Sheriff Court has a side door",
        "Help with a Crisis Loan or a loan",
    ] {
        takes(head, &row("A refuge", "Dundee", told));
    }
    for area in ["Dundee; Lochee", "Lochee"] {
        refuses(head, &row("A refuge", area, ""), "area: the address is private, and \"Lochee\"");
    }
    // Whom it is for tells where it is, too.
    for (does, area, column) in
        [("A refuge for DD2", "Dundee", "what_it_does"), ("A refuge", "Dundee; DD2", "area")]
    {
        let fault = format!(
            "{column}: the address is private, and the first half of a postcode tells which part of the town it is in: write the whole town instead"
        );
        refuses(head, &row(does, area, ""), &fault);
    }
    // The county or the country may stand behind the town.
    let head = "name,what_it_does,address,source,private_address,area";
    for behind in ["Angus", "Scotland", "Angus, DD5 4AA, UK"] {
        takes(
            head,
            &format!("Lantern,A refuge,\"1 Ash Lane, Monifieth, {behind}\",us,yes,Monifieth"),
        );
    }
}

/// As a sheet is, that was filled down or sorted by one column.
#[test]
fn one_number_in_several_rows_is_told_in_one_line() {
    let row = |name: &str, number: &str| format!("{name},tea,{number},us\n");
    let rows = [
        row("A", "01632 960001"),
        row("B", "01632960001"),
        row("C", "01632 960002"),
        row("D", "0808 157 0000"),
        row("E", "01632 960001"),
        row("F", "0808 157 0000"),
        row("G", ""),
        row("H", ""),
    ];
    let sheet = sheet(&format!("{HEAD}\n{}", rows.concat()));
    assert_eq!(sheet.services.len(), 8);
    let said: Vec<String> = sheet.remarks.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        ["row 2, phone: rows 2, 3, 6 have the same number, and so have rows 5, 7: is that right?"]
    );
}

#[test]
fn a_row_that_everybody_may_know_and_says_it_is_secret_is_asked_about() {
    let head = "name,what_it_does,address,source,private_address";
    let asks = "private_address: this row says that the place is secret: write yes";
    for row in [
        "Lantern,A refuge,14 Logie Street (do not give out),us,no",
        "Lantern,A refuge. The address is confidential,14 Logie Street,us,no",
        "Lantern,A secret refuge,14 Logie Street,us,no",
        "Lantern,A refuge. Its location is kept private,14 Logie Street,us,no",
        "Lantern,A refuge. Please do not share the address,14 Logie Street,us,no",
        "Lantern,A house at an undisclosed place,14 Logie Street,us,no",
        "Hall,Tea,14 Logie Street (confidential),us,",
    ] {
        refuses(head, row, asks);
    }
    for row in [
        "Lantern,A refuge. Free and confidential advice,14 Logie Street,us,no",
        "Lantern,A refuge. What you say is kept private,14 Logie Street,us,no",
        "Lantern,A refuge. They do not share your address,14 Logie Street,us,no",
        "Hall,A safe place to talk in private,14 Logie Street,us,no",
    ] {
        takes(head, row);
    }
}
