//! Local services, as a person meets them: in the menu, in a search, as a page, on paper; behind all
//! that airt has itself.

use std::sync::{Arc, Mutex};

use airt::interface::event::KeyCode;
use airt::knowledge::Knowledge;
use airt::knowledge::local::{Manifest, Seal, Service};
use airt::pack::{self, Source};
use airt::search::Engine;
use serde_json::Value;

use crate::support::lists::{self, add, add_sample, folder, service};
use crate::support::person::Person;
use crate::support::program::{answered, printed, refusal};

/// The sample as a file, in a folder of its own.
fn sample_file(name: &str) -> String {
    let path = folder(name).join("sample.airtpack");
    std::fs::write(&path, pack::write(&lists::sample()).unwrap()).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn near_you_stands_last_in_the_menu_and_leads_to_a_page_that_says_whose_it_is() {
    let mut person = Person::at(80, 24);
    person.sees_no("Near you").takes_list();
    let screen = person.screen();
    let [workers, near] = ["For workers", "Near you"].map(|link| screen.find(link).expect(link));
    assert!(workers < near, "{screen}");
    person.opens("Near you");
    person
        .sees("Sample of invented help, from The makers of airt.")
        .sees("Nobody signed this list.");
    person.opens("Harbour Kitchen").sees("Harbour Kitchen").sees("‹ Near you");
    for text in [
        lists::NOTE,
        "Nobody signed this list.",
        "01632 960001",
        "opens today at midday",
        "Ask for the kitchen.",
        "1 Invented Street, DD1 0AA",
        "English; Polish",
        "Sample of invented help, The makers of airt",
        "From: Invented for airt.",
        "Last looked at: 20 November 2026, a person rang the number.",
    ] {
        person.press(KeyCode::Home).opens("Near you").opens("Harbour Kitchen").reads(text);
    }
}

#[test]
fn a_town_is_chosen_before_the_services_of_all() {
    let mut person = Person::at(80, 40);
    person.takes_list().opens("Near you").sees("Choose your town:").sees("Coats and Shoes");
    person.opens("Perth").sees("Near you: Perth").sees("Perth Night Line");
    person.sees_no("Harbour Kitchen").sees("Language Help by Phone");
    person.opens("Dundee").sees("Harbour Kitchen").sees_no("Coats and Shoes");
    person.opens("All towns").sees("Harbour Kitchen").sees("Coats and Shoes");
    let mut kiosk = Person::at_kiosk(80, 40, true);
    kiosk.takes_list().opens("Near you").opens("Perth").sees("Near you: Perth");
}

#[test]
fn no_area_is_taken_for_the_police_and_none_speaks_before_its_list_is_let_in() {
    let of = |name: &str, area: &str| Service { area: area.to_owned(), ..service(name) };
    let police = vec![of("Soup", "Dundee; Police Scotland"), of("Beds", "Dial 101; Fife")];
    let mut knowledge = Knowledge::embedded().unwrap();
    let list = add(&mut knowledge, lists::pack(police.clone()));
    assert_eq!(knowledge[list].left_out.len(), 2);
    let path = folder("towns").join("towns.airtpack");
    std::fs::write(&path, pack::write(&lists::pack(police)).unwrap()).unwrap();
    let output = answered(&["--pack", path.to_str().unwrap(), "--area", "Perth", "list"], "");
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("Ask for one of: Dundee, Fife\n"), "{told}");
}

#[test]
fn a_list_with_the_id_of_a_section_does_not_rename_it() {
    let path = folder("section").join("danger.airtpack");
    let pack = pack::Pack {
        manifest: Manifest { services: 1, ..lists::manifest("danger") },
        services: vec![service("Soup")],
    };
    std::fs::write(&path, pack::write(&pack).unwrap()).unwrap();
    let listed = printed(&["--pack", path.to_str().unwrap(), "list"]);
    assert_eq!(listed.matches("Sample of invented help, from").count(), 1, "{listed}");
    assert!(listed.contains("In danger, or cannot speak\n"), "{listed}");
}

#[test]
fn an_extension_stands_beside_the_large_number_and_a_private_place_says_to_ring() {
    let mut person = Person::at(80, 24);
    person.takes(|knowledge| {
        let desk = Service {
            phone: "01632 960001".to_owned(),
            phone_note: "Ask for extension 4.".to_owned(),
            private_address: "yes".to_owned(),
            ..service("Housing desk")
        };
        add(knowledge, lists::pack(vec![desk]));
        None
    });
    person.opens("Near you").opens("Housing desk").reads("Not told here, so that people there");
    person.press(KeyCode::Function(3)).sees("Ask for extension 4.");
}

#[test]
fn there_is_no_choice_of_towns_where_all_is_in_one() {
    let in_dundee = |name: &str| Service { area: "Dundee".to_owned(), ..service(name) };
    let mut person = Person::at(80, 24);
    person.takes(move |knowledge| {
        add(knowledge, lists::pack(vec![in_dundee("Soup at the Docks"), service("Help by Phone")]));
        None
    });
    person.opens("Near you").sees("Soup at the Docks").sees_no("Choose your town:");
}

#[test]
fn what_nobody_checked_for_a_year_says_so() {
    for name in ["Dentist at the Docks", "Saint Nobody Hall"] {
        Person::at(80, 40)
            .takes_list()
            .opens("Near you")
            .opens(name)
            .reads("This may be out of date. Check when you call.");
    }
}

#[test]
fn a_service_without_a_number_leads_to_the_helpline() {
    let mut person = Person::at(80, 24);
    person.takes_list().opens("Near you").opens("Saint Nobody Hall").sees("0800 0121 700");
}

#[test]
fn a_number_large_or_as_a_code_still_says_that_nobody_signed() {
    let mut person = Person::at(80, 40);
    person.takes_list().opens("Near you").opens("Harbour Kitchen").press(KeyCode::Function(3));
    person.sees("Nobody signed this list.").press(KeyCode::Function(4));
    person.sees("Nobody signed this list.");
}

#[test]
fn every_page_of_a_list_can_be_read_at_every_size() {
    for (columns, rows) in [(40, 12), (80, 24), (120, 40)] {
        for service in lists::sample().services {
            let mut person = Person::at(columns, rows);
            person.takes_list().types(&service.name).reads("Near you");
            person.press(KeyCode::Home).opens("Near you").opens(&service.name[..12]);
            person
                .reads(lists::NOTE)
                .reads("Nobody signed this list.")
                .reads("From: Invented for airt.")
                .sees("999");
        }
    }
}

#[test]
fn a_search_shows_services_behind_all_pages_of_airt() {
    let mut person = Person::at(80, 60);
    person.takes_list().types("lawyer for my papers");
    let screen = person.screen();
    let near = screen.find("Near you").expect("a group of its own");
    assert!(screen.find("best match").expect("a page of airt") < near, "{screen}");
    assert!(screen.find("Invented Law Centre").expect("the service") > near, "{screen}");
    let mut knowledge = Knowledge::embedded().unwrap();
    add_sample(&mut knowledge);
    let engine = Engine::of_knowledge(&knowledge);
    let finding = engine.find(&knowledge, "lawyer for my papers", 6);
    let pages = finding.answers.hits.iter().map(|hit| knowledge[hit.entry].title.as_str());
    let shown: Vec<usize> = pages.filter_map(|title| screen.find(title)).collect();
    assert!(shown.len() > 3 && shown.iter().all(|place| *place < near), "{screen}");
}

#[test]
fn a_search_that_no_page_answers_still_shows_the_services_and_the_helpline() {
    let mut person = Person::at(80, 40);
    person.takes_list().types("warm shoes").sees("Coats and Shoes");
    let mut person = Person::at(80, 40);
    person.takes_list().types("toothache dentist").sees("Dentist at the Docks");
    person.sees_no("Nothing here fits").sees("0800 0121 700");
}

/// Questions of fear, of law, of nothing at all.
const QUESTIONS: [&str; 8] = [
    "help",
    "help me he will kill me",
    "i am locked in",
    "danger police now",
    "my boss has my passport",
    "who can i call",
    "999",
    "cứu tôi với",
];

#[test]
fn a_list_stuffed_with_every_word_moves_no_page_of_airt() {
    let mut knowledge = Knowledge::embedded().unwrap();
    let engine = Engine::of_knowledge(&knowledge);
    let found = |engine: &Engine, knowledge: &Knowledge| -> Vec<_> {
        let found = QUESTIONS.map(|question| engine.find(knowledge, question, 10).answers);
        found.into_iter().collect()
    };
    let before = found(&engine, &knowledge);
    let stuffing = "help danger police kill locked passport boss call 999 emergency now";
    let services = (0..200).map(|place| Service {
        what_it_does: stuffing.to_owned(),
        words_people_use: format!("{stuffing}; help; help me; who can i call; 999"),
        ..service(&format!("Help hall {place}"))
    });
    add(&mut knowledge, lists::pack(services.collect()));
    let engine = Engine::of_knowledge(&knowledge);
    assert_eq!(found(&engine, &knowledge), before);
    let finding = engine.find(&knowledge, "help me he will kill me", 10);
    assert_eq!(finding.answers.hits[0].entry, knowledge.always().emergency.entry);
    assert!(!engine.find(&knowledge, "help hall 7", 10).near.is_empty());
}

#[test]
fn a_list_with_the_ids_of_airt_replaces_no_page() {
    let mut knowledge = Knowledge::embedded().unwrap();
    let helpline = knowledge.find("modern-slavery-helpline").unwrap();
    let twin = Service { id: "modern-slavery-helpline".to_owned(), ..service("A hall") };
    add(&mut knowledge, lists::pack(vec![twin.clone(), twin]));
    assert_eq!(knowledge.find("modern-slavery-helpline"), Some(helpline));
    assert!(knowledge.find("sample/modern-slavery-helpline").is_some());
    assert_eq!(knowledge.lists()[0].left_out.len(), 1, "the second of the same id");
}

#[test]
fn an_area_leaves_what_is_for_others_out() {
    let count = |area: &str| {
        let mut knowledge = Knowledge::embedded().unwrap();
        let pack = lists::sample();
        knowledge.add(pack.manifest, pack.services, Seal::Signed, area).unwrap();
        knowledge.services().len()
    };
    assert_eq!(
        (count(""), count("Perth"), count("dundee"), count("DD2"), count("Oban")),
        // DD2 is of Dundee, as the list's own postcodes tell.
        (12, 4, 10, 10, 2)
    );
}

#[test]
fn the_file_gives_back_what_was_put_in() {
    let pack = lists::sample();
    assert_eq!(pack::read(&pack::write(&pack).unwrap()), Ok(pack));
}

#[test]
fn the_index_in_the_file_finds_what_one_made_now_finds() {
    let found = |bytes: Vec<u8>, question: &str| {
        let mut knowledge = Knowledge::embedded().unwrap();
        lists::open(&mut knowledge, bytes).unwrap();
        let finding = Engine::of_knowledge(&knowledge).find(&knowledge, question, 10).near;
        finding.into_iter().map(|hit| (hit.entry, hit.score)).collect::<Vec<_>>()
    };
    let pack = lists::sample();
    let (without, with) = (pack::write(&pack).unwrap(), lists::indexed(&pack));
    for (question, is_found) in [
        ("hungry", true),
        ("toothache dentist", true),
        ("warm sh", true),
        ("harbour kitchn", true),
        ("01632 960001", true),
        ("960001", true),
        ("lawyer for my papers", true),
        ("not dundee", true),
        ("quantum physics", false),
    ] {
        let made = found(without.clone(), question);
        assert_eq!(!made.is_empty(), is_found, "{question}");
        assert_eq!(found(with.clone(), question), made, "{question}");
    }
}

#[test]
fn commands_show_a_pack_that_is_named() {
    let file = sample_file("commands");
    let list = printed(&["list", "--pack", &file]);
    assert!(
        list.contains(
            "Sample of invented help, from The makers of airt.\n  sample/harbour-kitchen"
        ),
        "{list}"
    );
    let page = printed(&["show", "sample/harbour-kitchen", "--pack", &file]);
    assert!(page.contains("Nobody signed this list.") && page.contains("01632 960001"), "{page}");
    let page = printed(&["show", "sample/lantern-house", "--json", "--pack", &file]);
    let page: Value = serde_json::from_str(&page).unwrap();
    assert_eq!(page["local"]["signed"], false);
    assert_eq!(page["local"]["details"]["area"], "Dundee; Angus");
    assert_eq!(page["local"]["details"]["address"], Value::Null);
    let paper = printed(&["print", "sample/harbour-kitchen", "--pack", &file]);
    assert!(
        paper.contains("Nobody signed this list.") && paper.contains("01632 960001"),
        "{paper}"
    );
    let numbers = printed(&["print", "numbers", "--pack", &file]);
    assert!(!numbers.contains("01632"), "the card has the numbers of airt only: {numbers}");
    let found = printed(&["search", "--pack", &file, "hungry"]);
    let always = found.find("Modern Slavery Helpline").expect("always");
    assert!(found.find("Harbour Kitchen").expect("the service") > always, "{found}");
    assert!(found.contains("Nobody signed this list."), "{found}");
    let found = printed(&["search", "--json", "--pack", &file, "hungry"]);
    let found: Value = serde_json::from_str(&found).unwrap();
    assert_eq!(found["near"][0]["id"], "sample/harbour-kitchen");
}

#[test]
fn the_sheet_to_ring_through_has_the_numbers_of_the_pack_alone() {
    let file = sample_file("review");
    let sheet = printed(&["review", "--csv", "--pack", &file]);
    let rows: Vec<&str> = sheet.lines().skip(1).collect();
    assert_eq!(rows.len(), 11);
    assert!(rows.iter().all(|row| row.contains("sample/")), "{sheet}");
    assert!(sheet.contains("Invented") && sheet.contains("Ask for the kitchen."), "{sheet}");
    // Words on what to write, once.
    assert_eq!(sheet.matches("right: yes, no or no answer.").count(), 1, "{sheet}");
}

#[test]
fn the_sheet_of_a_pack_names_no_emergency_numbers_and_says_hours_in_its_words() {
    let sheet = printed(&["review", "--pack", &sample_file("ring")]);
    assert!(!sheet.contains("emergencies only"), "{sheet}");
    assert!(sheet.contains("every second"), "{sheet}");
}

#[test]
fn what_was_rung_goes_back_into_the_cells_of_the_spreadsheet() {
    let folder = folder("rung");
    let (file, sheet) = (sample_file("rung-pack"), folder.join("rung.csv"));
    let rows = "number,entry,rung,by,right,said\n\
        01632 960001,sample/harbour-kitchen,26/11/2026,AB,yes,shut on Fridays now\n\
        0808 157 0002,sample/lantern-house,2026-11-26,AB,no,nobody knows them\n";
    std::fs::write(&sheet, rows).unwrap();
    let sheet = sheet.to_str().unwrap();
    let day = "2026-11-27T10:00";
    assert_eq!(
        printed(&["review", "--rung", sheet, "--pack", &file, "--at", day]),
        "Harbour Kitchen: 01632 960001, rung by AB.\nThey said: shut on Fridays now\n\
         In its row of the spreadsheet, make these two cells:\n\
         checked_on,checked_how\n2026-11-26,rung\n\n\
         Lantern House: 0808 157 0002, rung by AB, is not right. Mend its row of the spreadsheet, or take it out. They said: nobody knows them\n\n\
         Then build the pack again with airt pack build.\n"
    );
}

#[test]
fn of_two_lists_of_one_day_the_later_counts() {
    let folder = folder("sequence");
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    std::fs::write(path("a.csv"), "name,what_it_does,source\nHall,tea,us\n").unwrap();
    let built = |time: &str| {
        let (sheet, out) = (path("a.csv"), path("a.airtpack"));
        printed(&[&building(&sheet, &out)[..], &["--at", time]].concat());
        pack::read(&std::fs::read(&out).unwrap()).unwrap().manifest.sequence
    };
    assert!(built("2026-11-27T10:00") < built("2026-11-27T10:01"));
}

#[test]
fn hours_in_words_are_not_called_unknown() {
    let mut person = Person::at(80, 40);
    person.takes_list().opens("Near you").sees("01632 960003, see its hours");
    person.opens("Dentist at the Docks").reads("every second Tuesday");
    person.sees_no("hours not known").sees_no("try at any time");
}

/// Sentences written after the rule was.
#[test]
fn a_service_is_found_by_a_whole_sentence() {
    let mut knowledge = Knowledge::embedded().unwrap();
    add_sample(&mut knowledge);
    let engine = Engine::of_knowledge(&knowledge);
    for (sentence, id) in [
        ("i need a doctor", "doctors-at-the-docks"),
        ("where can i sleep tonight", "night-shelter-tay"),
        ("food", "harbour-kitchen"),
        ("is there any soup around here", "harbour-kitchen"),
        ("my teeth hurt so much", "dentist-at-the-docks"),
        ("i am pregnant and alone", "doctors-at-the-docks"),
        ("school to learn english", "first-words-english"),
        ("i have no coat", "coats-and-shoes"),
    ] {
        let near = engine.find(&knowledge, sentence, 10).near;
        let first = near.first().map(|hit| knowledge[hit.entry].id.as_str());
        assert_eq!(first, Some(format!("sample/{id}").as_str()), "{sentence}");
    }
    assert!(engine.find(&knowledge, "what time is it in paris", 10).near.is_empty());
}

#[test]
fn without_a_pack_nothing_speaks_of_lists() {
    for arguments in [&["list"][..], &["search", "hungry"], &["show", "tara"], &["review"]] {
        let printed = printed(arguments);
        assert!(!printed.contains("Near you") && !printed.contains("signed"), "{printed}");
    }
}

#[test]
fn a_pack_is_built_looked_at_compared_and_given_back() {
    let folder = folder("build");
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let build = |sheet: &str, out: &str, day: &str| {
        printed(&[
            "pack",
            "build",
            sheet,
            "--name",
            "Dundee help",
            "--maker",
            "Dundee Together",
            "--licence",
            "OGL 3.0",
            "--attribution",
            "Dundee Together, 2026",
            "--made",
            day,
            "--out",
            out,
        ])
    };
    let (sheet, old, new) = (path("a.csv"), path("a.airtpack"), path("b.airtpack"));
    let text = "name,what_it_does,phone,source,area\nHall,tea,01632 960001,us,Dundee\nKitchen,soup,01632 960002,us,\nBad,,01632 960003,us,\n";
    std::fs::write(&sheet, text).unwrap();
    let said = build(&sheet, &old, "2026-11-24");
    assert!(said.contains("row 4, what_it_does: it is empty"), "{said}");
    assert!(said.contains("Rows taken: 2. Rows left out: 1."), "{said}");
    let shown = printed(&["pack", "show", &old]);
    assert!(said.ends_with("2 services. Mend the rows that were left out and build again, before anybody signs it.\n"), "{said}");
    assert!(!shown.contains("left out"), "what a build left out is not in the file: {shown}");
    for line in [
        "name      Dundee help\n",
        "maker     Dundee Together\n",
        "signed    Nobody signed this list. Nothing here tells if it was changed since it was made.\n",
        "made      24 November 2026, number 202611240000\n",
        "licence   OGL 3.0\n",
        "credit    Dundee Together, 2026\n",
    ] {
        assert!(shown.contains(line), "{shown}");
    }
    std::fs::write(
        &sheet,
        text.replace("960001", "960009").replace("Kitchen,soup", "Canteen,soup"),
    )
    .unwrap();
    build(&sheet, &new, "2026-11-25");
    assert_eq!(
        printed(&["pack", "compare", &old, &new]),
        "phone of hall: \"01632 960001\" is now \"01632 960009\"\n\
         new: canteen (Canteen) 01632 960002\ngone: kitchen (Kitchen) 01632 960002\nChanges: 3.\n"
    );
    let given = printed(&["pack", "export", &old]);
    std::fs::write(&sheet, given).unwrap();
    assert!(build(&sheet, &new, "2026-11-24").contains("Rows taken: 2. Rows left out: 0."));
    assert_eq!(std::fs::read(&old).unwrap(), std::fs::read(&new).unwrap(), "a round trip");
}

#[test]
fn the_sheet_to_begin_with_can_be_built() {
    let folder = folder("new");
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let begun = printed(&["pack", "new"]).replace(" (take this row out)", "");
    std::fs::write(path("new.csv"), begun).unwrap();
    let said = printed(&[
        "pack",
        "build",
        &path("new.csv"),
        "--name",
        "A",
        "--maker",
        "B",
        "--licence",
        "C",
        "--attribution",
        "D",
        "--made",
        "2026-11-25",
        "--out",
        &path("new.airtpack"),
    ]);
    assert!(said.starts_with("Rows taken: 2. Rows left out: 0."), "{said}");
}

#[test]
fn licence_and_credit_must_be_given() {
    let said = refusal(&["pack", "build", "a.csv", "--name", "A", "--maker", "B", "--out", "c"]);
    assert!(said.contains("--licence") && said.contains("--attribution"), "{said}");
}

/// The command that makes a pack with all that must be said of it.
fn building<'a>(sheet: &'a str, out: &'a str) -> Vec<&'a str> {
    let named = ["--name", "A", "--maker", "B", "--licence", "C", "--attribution", "D"];
    [&["pack", "build", sheet, "--out", out][..], &named].concat()
}

#[test]
fn a_pack_takes_no_place_but_that_of_a_pack() {
    let folder = folder("place");
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let (sheet, out, signature) = (path("a.csv"), path("a.airtpack"), path("a.airtpack.minisig"));
    std::fs::write(&sheet, "name,what_it_does,source\nHall,tea,us\n").unwrap();
    let said = refusal(&building(&sheet, &sheet));
    assert!(said.contains("a.csv is there already and is no pack: choose another name"), "{said}");
    assert!(std::fs::read_to_string(&sheet).unwrap().contains("Hall,tea,us"));
    assert!(!printed(&building(&sheet, &out)).contains("signature"));
    std::fs::write(signature, "of the older file").unwrap();
    assert!(
        printed(&building(&sheet, &out)).contains("The signature beside it is of the older file")
    );
}

#[test]
fn a_lost_letter_is_told() {
    let folder = folder("letters");
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let (sheet, out) = (path("a.csv"), path("a.airtpack"));
    let rows = "name,what_it_does,source,website\nHall,Nguy?n helps. Hungry? Come,us,x.org/?a=b\n";
    std::fs::write(&sheet, rows).unwrap();
    let said = printed(&building(&sheet, &out));
    let told = said.matches("a ? stands inside a word").count();
    assert!(told == 1 && said.contains("row 2, what_it_does: a ? stands"), "{said}");
}

#[test]
fn licence_and_credit_stand_on_the_page_of_sources() {
    let mut person = Person::at(80, 60);
    person.takes_list().press(KeyCode::Function(1)).opens("Sources");
    person.reads("Invented for airt.").reads("Licence: MIT or Apache-2.0");
}

#[test]
fn a_pack_that_is_not_there_is_one_line() {
    let said = refusal(&["list", "--pack", "/no/such.airtpack"]);
    assert!(said.contains("/no/such.airtpack cannot be opened"), "{said}");
    let said = refusal(&["--pack", "/no/such.airtpack"]);
    assert!(said.contains("check its name"), "{said}");
}

#[test]
fn what_is_no_pack_is_one_line_with_the_next_step() {
    let folder = folder("no-pack");
    let (folder, file) = (folder.to_str().unwrap(), folder.join("services.csv"));
    std::fs::write(&file, "name,what_it_does\n").unwrap();
    let file = file.to_str().unwrap();
    for before in [&[][..], &["list"], &["search", "bed"]] {
        let said = refusal(&[before, &["--pack", file]].concat());
        let hint = "`airt pack build` makes one of a spreadsheet";
        assert_eq!(said, format!("airt: {file} is no pack: {hint}\n"));
        let said = refusal(&[before, &["--pack", folder]].concat());
        let hint = "name a file in it that ends in .airtpack";
        assert_eq!(said, format!("airt: {folder} is a folder: {hint}\n"));
    }
    // Where a person sits, all else is there.
    let lines = printed(&["--plain", "--pack", file]);
    assert!(lines.contains(&format!("{file} is no pack")), "{lines}");
    assert!(lines.contains("0800 0121 700"), "{lines}");
    assert_eq!(
        refusal(&["pack"]),
        "airt: airt pack needs a word that says what to do: `airt pack --help` names them\n"
    );
}

#[test]
fn a_place_that_no_list_names_is_told_and_everything_else_goes_on() {
    let file = sample_file("area");
    let said = |arguments: &[&str]| {
        let output = answered(arguments, "quit\n");
        assert!(output.status.success(), "{output:?}");
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (text(output.stdout), text(output.stderr))
    };
    let line = "No list names the area Dunde. Ask for one of: Angus, Dundee, Fife, Perth\n";
    let (list, told) = said(&["list", "--pack", &file, "--area", "Dunde"]);
    assert_eq!(told, format!("airt: {line}"));
    assert!(list.contains("language-help-by-phone") && !list.contains("harbour"), "{list}");
    let (lines, _) = said(&["--plain", "--pack", &file, "--area", "Dunde"]);
    assert!(lines.contains("No list names the area Dunde."), "{lines}");
    for place in ["Dundee", "dd1", "DD2 9ZZ"] {
        assert_eq!(said(&["list", "--pack", &file, "--area", place]).1, "", "{place}");
    }
    let (list, told) = said(&["list", "--area", "Dundee"]);
    assert_eq!(
        told,
        "airt: --area Dundee changes nothing: no list of local services is here. Give one with --pack.\n"
    );
    assert!(list.contains("modern-slavery-helpline"), "{list}");
}

#[test]
fn a_list_with_nothing_for_the_place_has_no_heading() {
    let elsewhere = Service { area: "Perth".to_owned(), ..service("Perth hall") };
    let add = |id: &str, services: Vec<Service>, knowledge: &mut Knowledge| {
        let manifest = lists::manifest(id);
        let manifest = Manifest { name: format!("List {id}"), ..manifest };
        knowledge.add(manifest, services, Seal::Signed, "Oban").unwrap();
    };
    let mut person = Person::at(80, 40);
    let perth = elsewhere.clone();
    person.takes(move |knowledge| {
        add("perth", vec![perth], knowledge);
        None
    });
    person.sees_no("Near you");
    person.takes(move |knowledge| {
        add("oban", vec![service("Oban hall")], knowledge);
        add("other", vec![elsewhere], knowledge);
        None
    });
    person.opens("Near you").sees("List oban").sees_no("List perth").sees_no("List other");
}

#[test]
fn what_is_said_of_a_list_is_whole_and_gone_with_the_first_key() {
    let line = "kirkcaldy-help.airtpack is left out: it was changed since it was signed, or its key is not one of this computer";
    for (columns, rows, is_whole) in
        [(80, 24, true), (120, 40, true), (40, 16, true), (80, 12, false)]
    {
        let mut person = Person::at(columns, rows);
        person.takes(move |_| Some(line.to_owned()));
        let screen = person.screen().split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(screen.contains(line), is_whole, "{screen}");
        person.sees("999").press(KeyCode::Down).sees_no("left out");
    }
    // Nothing of the menu is lost under it.
    let mut person = Person::at(80, 24);
    person.takes_list().takes(move |_| Some(line.to_owned()));
    person.sees("Near you").sees("0800 0121 700");
}

#[test]
fn a_signature_without_a_key_is_said_to_be_there() {
    let mut person = Person::at(80, 24);
    person.takes(|knowledge| {
        let pack = lists::sample();
        knowledge.add(pack.manifest, pack.services, Seal::Unchecked, "").unwrap();
        None
    });
    person.opens("Near you").opens("Harbour Kitchen");
    person.reads(
        "This list has a signature, but nobody here can say whose: no key is here to check it.",
    );
    person.sees_no("Nobody signed").sees_no("trusts");
}

#[test]
fn a_whole_list_is_printed_behind_the_first_numbers() {
    let file = sample_file("paper");
    let paper = printed(&["print", "local", "--pack", &file]);
    let place = |text: &str| paper.find(text).unwrap_or_else(|| panic!("{text}: {paper}"));
    assert!(place("0800 0121 700") < place("Sample of invented help, from The makers of airt."));
    assert!(place("999") < place("0800 0121 700"));
    for service in &lists::sample().services {
        assert!(paper.contains(&service.name) && paper.contains(&service.phone), "{paper}");
    }
    for text in [
        lists::NOTE,
        "Nobody signed this list.",
        "1 Invented Street, DD1 0AA",
        "Ask for the kitchen.",
        "From: Invented for airt.",
        "This may be out of date. Check when you call.",
    ] {
        place(text);
    }
    assert_eq!(paper.matches("Nobody signed this list.").count(), 1, "{paper}");
    let said = refusal(&["print", "local"]);
    assert!(said.contains("no list of local services is here: give one with --pack"), "{said}");
}

#[test]
fn the_services_of_a_town_are_printed_from_their_page() {
    let mut person = Person::at(80, 40);
    person.takes_list().opens("Near you").opens("Perth").press(KeyCode::Function(6));
    _ = person.asks();
    person.has_printer().opens("This page");
    let paper = person.paper();
    let has = |text: &str| assert!(paper.contains(text), "{text}: {paper}");
    has("0800 0121 700");
    has("Near you: Perth");
    has("Sample of invented help, from The makers of airt.");
    has("Perth Night Line");
    // For everybody, wherever they are.
    has("Language Help by Phone");
    assert!(!paper.contains("Harbour Kitchen"), "{paper}");
}

#[test]
fn a_long_list_says_on_paper_too_that_there_are_more() {
    let mut person = Person::at(80, 40);
    person.takes(|knowledge| {
        add(knowledge, lists::pack((10..50).map(|n| service(&format!("Hall {n}"))).collect()));
        None
    });
    person.opens("Near you").press(KeyCode::Function(6));
    _ = person.asks();
    let paper = person.has_printer().opens("This page").paper();
    assert!(paper.contains("Hall 39") && !paper.contains("Hall 40"), "{paper}");
    assert!(paper.contains("30 of 40 are here."), "{paper}");
}

/// A pack on a stick that somebody pulls out.
#[derive(Clone, Debug)]
struct Stick(Arc<Mutex<Vec<u8>>>);

impl Source for Stick {
    fn length(&self) -> u64 {
        self.0.lock().unwrap().length()
    }

    fn read(&self, from: u64, bytes: &mut [u8]) -> bool {
        self.0.lock().unwrap().read(from, bytes)
    }
}

#[test]
fn a_list_whose_stick_is_gone_says_so() {
    let stick = Stick(Arc::new(Mutex::new(lists::indexed(&lists::sample()))));
    let mut person = Person::at(80, 24);
    let list = pack::open(Box::new(stick.clone())).unwrap();
    person.takes(move |knowledge| {
        knowledge.open(list, Seal::Signed).unwrap();
        None
    });
    stick.0.lock().unwrap().clear();
    let said = "Sample of invented help cannot be read now: its stick is gone, or it was changed.";
    person.types("soup").reads(said);
    let mut person = Person::at(80, 24);
    person.takes_list().types("soup").sees_no("cannot be read");
}

#[test]
fn a_search_that_finds_a_service_alone_does_not_say_that_nothing_fits() {
    let file = sample_file("soup");
    let said = printed(&["search", "soup", "--pack", &file]);
    assert!(said.contains("Harbour Kitchen, Dundee"), "{said}");
    assert!(!said.contains("Nothing here fits"), "{said}");
    assert_eq!(said.matches("Near you").count(), 1, "{said}");
}

#[test]
fn a_list_of_a_day_to_come_is_not_built() {
    let folder = folder("to-come");
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let (sheet, out) = (path("a.csv"), path("a.airtpack"));
    std::fs::write(&sheet, "name,what_it_does,source\nHall,tea,us\n").unwrap();
    let on =
        |day| [&building(&sheet, &out)[..], &["--at", "2026-11-27T10:00", "--made", day]].concat();
    assert_eq!(
        refusal(&on("2026-11-28")),
        "airt: --made 2026-11-28 is still to come: no later list would count before that day: leave --made out\n"
    );
    printed(&on("2026-11-27"));
}

#[test]
fn what_a_search_finds_near_you_says_where_it_is_and_that_it_is_there() {
    let below = "Local lists have help too. It is below these.";
    let mut person = Person::at(80, 24);
    person.takes_list().types("doctor no papers").sees(below);
    person.reads("Doctors at the Docks, Dundee").sees("Near you");
    let mut person = Person::at(80, 24);
    person.types("doctor no papers").sees_no(below);
}

/// The first lines that `airt pack compare` says of two sheets with these rows.
fn compared(name: &str, old: &str, new: &str, lines: usize) -> Vec<String> {
    let folder = folder(name);
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let built = |name: &str, rows: &str| {
        let (sheet, out) = (path("a.csv"), path(name));
        let head = "name,what_it_does,phone,address,private_address,source,website";
        std::fs::write(&sheet, format!("{head}\n{rows}")).unwrap();
        printed(&building(&sheet, &out));
        out
    };
    let (old, new) = (built("old.airtpack", old), built("new.airtpack", new));
    let said = printed(&["pack", "compare", &old, &new]);
    said.lines().take(lines).map(str::to_owned).collect()
}

#[test]
fn a_private_place_that_is_shown_stands_first_of_what_changed() {
    let old =
        "Rowan,A refuge,01632 960001,,yes,us,\nHall,Tea,01632 960002,,,us,\nGone,Tea,,,,us,\n";
    let new = "Rowan,A refuge,01632 960001,1 Hill Street,no,us,\nHall,Tea,01632 960003,,,us,\nNew,Tea,,,,us,\n";
    assert_eq!(
        compared("shown", old, new, 5),
        [
            "was private, and now says where it is: rowan (Rowan) 1 Hill Street",
            "private_address of rowan: \"yes\" is now \"no\"",
            "phone of hall: \"01632 960002\" is now \"01632 960003\"",
            "new: new (New)",
            "gone: gone (Gone)",
        ]
    );
}

/// It has another name, and its number or its page gives it away; or it took the name of a row that
/// told no place.
#[test]
fn a_private_place_that_is_shown_under_another_name_stands_first_too() {
    let old = "Rowan,A refuge,01632 960001,,yes,us,\nAsh,A refuge,,,yes,us,www.example.org/ash\n\
        Elm,A refuge,01632 960004,,yes,us,\nOak,A refuge,01632 960005,,yes,us,\nHall,Tea,,,,us,\n\
        Yew,A refuge,01632 960006,,yes,us,\nFir,Tea,01632 960007,7 Hill Street,,us,\n\
        Bay,A refuge,01632 960008,,yes,us,\nBay office,Advice,01632 960008,8 Hill Street,,us,\n";
    let new = "A hall,Tea,01632 960002,,,us,\nOf Rowan,Beds,01632 96 00 01,1 Hill Street,no,us,\n\
        Of Ash,Beds,,2 Hill Street,no,us,https://Example.org/ash/\n\
        Of Elm,Beds,01632 960004,,no,us,\nHall,Tea,01632 960005,3 Hill Street,,us,\n\
        Yews,A refuge at 5 Oak Lane,01632 960006,,no,us,\nFir,Tea,01632 960008,9 Hill Street,,us,\n\
        Bay,A refuge,01632 960008,,yes,us,\nBay office,Advice,01632 960008,8 Hill Street,,us,\n";
    let shown = "has the number, page or email of a private place";
    assert_eq!(
        compared("renamed", old, new, 8),
        [
            format!("{shown} (Bay), and says where it is: fir (Fir) 9 Hill Street"),
            format!("{shown} (Oak), and says where it is: hall (Hall) 3 Hill Street"),
            format!("{shown} (Ash), and says where it is: of-ash (Of Ash) 2 Hill Street"),
            format!("{shown} (Rowan), and says where it is: of-rowan (Of Rowan) 1 Hill Street"),
            format!("{shown} (Yew), and says where it is: yews (Yews) A refuge at 5 Oak Lane"),
            "phone of fir: \"01632 960007\" is now \"01632 960008\"".to_owned(),
            "phone of hall: \"\" is now \"01632 960005\"".to_owned(),
            "new: a-hall (A hall) 01632 960002".to_owned(),
        ]
    );
}

#[test]
fn a_name_of_the_list_that_cannot_be_is_told_as_what_it_is() {
    let folder = folder("maker");
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let (sheet, out) = (path("a.csv"), path("a.airtpack"));
    std::fs::write(&sheet, "name,what_it_does,source\nHall,tea,us\n").unwrap();
    let build = ["pack", "build", &sheet, "--out", &out, "--licence", "C", "--attribution", "D"];
    let said = refusal(&[&build[..], &["--name", "A", "--maker", "Dundee police"]].concat());
    assert!(said.starts_with("airt: the maker of the list: people would take it for"), "{said}");
    assert!(!said.contains("row"), "{said}");
}

#[test]
fn the_conversation_of_lines_has_the_services() {
    let file = sample_file("plain");
    let said = answered(&["--plain", "--pack", &file], "search dentist\n");
    let said = String::from_utf8(said.stdout).unwrap();
    assert!(said.contains("Near you") && said.contains("Dentist at the Docks"), "{said}");
}

#[test]
fn the_sources_of_airt_come_first_and_its_menu_is_unmoved() {
    let mut knowledge = Knowledge::embedded().unwrap();
    let (topics, entries) = (knowledge.topics().len(), knowledge.entries().len());
    let first = knowledge.sources()[0].id.clone();
    add_sample(&mut knowledge);
    assert_eq!((knowledge.topics().len(), knowledge.entries().len()), (topics, entries));
    assert_eq!(knowledge.sources()[0].id, first);
}
