//! A sham language: every word of the interface and of every page in letters that no English text has,
//! more than half as long again. What still reads as English stands in the code.

use std::collections::BTreeSet;

use airt::interface::app::App;
use airt::interface::event::{Event, Key, KeyCode};
use airt::interface::page::row::Marks;
use airt::interface::place::Place;
use airt::interface::settings::{Settings, TimeSource};
use airt::interface::theme::Looks;
use airt::interface::words::Words;
use airt::knowledge::Knowledge;
use airt::knowledge::files::{DataFile, EMBEDDED, Sort, embedded_with};
use airt::knowledge::hours::Moment;
use airt::knowledge::languages::core::stamp;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Cell;
use serde_json::{Map, Value, json};

use crate::support::guide::Guide;
use crate::support::person::WEDNESDAY_MORNING;
use crate::support::ways;

type Change = fn(&mut Value);

const ENGLISH: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const SHAM: &str = "ǟƀċďēƒģħīĵķĺṁńōṗɋŕśŧūṽŵẋŷżǞɃĊĎĒƑĢĦĪĴĶĹṀŃŌṖɊŔŚŦŪṼŴẊŶŻ";
/// The widest title that the data may have.
const TITLE: usize = 60;

/// The text in sham letters; the names in braces stay.
fn disguised(text: &str) -> String {
    let mut is_name = false;
    let letter = |letter: char| {
        is_name = (is_name || letter == '{') && letter != '}';
        let place = ENGLISH.find(letter).filter(|_| !is_name);
        place.map_or(letter, |place| SHAM.chars().nth(place).unwrap())
    };
    text.chars().map(letter).collect()
}

/// The same, longer by three in five, in words as long as words are.
fn sham(text: &str, longest: usize) -> String {
    let mut text = disguised(text);
    let length = text.chars().count();
    let wanted = (length * 8).div_ceil(5).min(longest.max(length));
    for (place, _) in (length..wanted).enumerate() {
        text.push(if place % 7 == 0 { ' ' } else { 'ŵ' });
    }
    text.trim_end().to_owned()
}

/// Every text of a value but those that are only typed.
fn sham_value(value: &Value, longest: usize) -> Value {
    match value {
        Value::String(text) => sham(text, longest).into(),
        Value::Array(items) => items.iter().map(|item| sham_value(item, longest)).collect(),
        Value::Object(fields) => {
            let fields = fields.iter().map(|(name, value)| {
                let value = match name.as_str() {
                    "typed" => {
                        let typed = value.as_array().unwrap().iter();
                        typed.map(|word| disguised(word.as_str().unwrap())).collect()
                    }
                    "keywords" | "asks" => value.clone(),
                    "title" | "name" => sham_value(value, TITLE),
                    _ => sham_value(value, longest),
                };
                (name.clone(), value)
            });
            Value::Object(fields.collect::<Map<_, _>>())
        }
        other => other.clone(),
    }
}

fn sham_words() -> Words {
    let english: Value =
        serde_json::from_str(include_str!("../../data/interface/en.json")).unwrap();
    Words::parse(&sham_value(&english, usize::MAX).to_string()).unwrap()
}

/// The words of every section, page, source and question, as a speaker and a lawyer found them right.
fn sham_pages() -> Value {
    let mut words_of = Map::new();
    let mut add = |id: String, item: &Value| {
        if !item["words"].is_null() {
            let english = item["words"].to_string();
            let record = |by| json!({"by": by, "date": "2026-11-26"});
            words_of.insert(
                id,
                json!({
                    "of": stamp(&english),
                    "read": [record("a speaker")],
                    "law": record("a lawyer"),
                    "words": sham_value(&item["words"], usize::MAX),
                }),
            );
        }
    };
    for (sort, _, text) in EMBEDDED {
        let value: Value = serde_json::from_str(text).unwrap();
        let id = |value: &Value| value["id"].as_str().unwrap_or_default().to_owned();
        match sort {
            Sort::Topic => add(format!("topics/{}", id(&value)), &value),
            Sort::Routes => add("routes".to_owned(), &value),
            Sort::Sources => {}
            _ => continue,
        }
        for (list, folder) in [("entries", ""), ("sources", "sources/")] {
            for item in value[list].as_array().into_iter().flatten() {
                add(format!("{folder}{}", id(item)), item);
            }
        }
    }
    json!({ "code": "xx", "words_of": words_of })
}

/// The pages in sham words; the names of publications and of who made them are disguised, too, so that
/// only what stands in the code is left.
fn sham_knowledge(pages: &Value) -> Knowledge {
    let mut files = embedded_with(Vec::new());
    let sources = files.iter_mut().find(|file| file.sort == Sort::Sources).unwrap();
    let mut value: Value = serde_json::from_str(&sources.text).unwrap();
    for source in value["sources"].as_array_mut().unwrap() {
        for field in ["title", "publisher", "licence", "attribution"] {
            if let Some(text) = source[field].as_str() {
                source[field] = disguised(text).into();
            }
        }
    }
    sources.text = value.to_string().into();
    files.push(words_file(pages));
    Knowledge::in_words(&files, "xx").unwrap()
}

fn words_file(pages: &Value) -> DataFile {
    let name = "data/entries/xx.json".into();
    DataFile { name, sort: Sort::Words, text: pages.to_string().into() }
}

/// A person who reads every screen in sham words.
struct Reader(Option<App>);

impl Reader {
    fn new() -> Self {
        let time = TimeSource::Stopped(Moment::parse(WEDNESDAY_MORNING).unwrap());
        let settings =
            Settings { looks: Looks::default(), marks: Marks::UNICODE, time, notice: None };
        Self(Some(App::new(sham_knowledge(&sham_pages()), sham_words(), settings)))
    }

    /// What stands on a screen, row by row, from its start to its end.
    fn reads(&mut self, place: Place, columns: u16, rows: u16) -> Vec<String> {
        // By way of another: the same one again would begin where it was left.
        let other = if place == Place::Help { Place::Sources } else { Place::Help };
        let mut app = self.0.take().unwrap().at(other).at(place);
        let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
        let mut screens: Vec<Vec<String>> = Vec::new();
        loop {
            terminal.draw(|frame| app.view(frame)).unwrap();
            let cells = terminal.backend().buffer().content.chunks(columns.into());
            let row = |cells: &[Cell]| cells.iter().map(Cell::symbol).collect();
            let screen: Vec<String> = cells.map(row).collect();
            if screens.last() == Some(&screen) {
                self.0 = Some(app);
                return screens.concat();
            }
            screens.push(screen);
            app.update(&Event::Key(Key::plain(KeyCode::PageDown)));
        }
    }
}

/// Every screen but those that say English beside another language on purpose.
fn places() -> Vec<Place> {
    let guide = Guide::new();
    let context = guide.context_at(Moment::ClockWrong, Marks::UNICODE);
    let places = ways::reachable(&context).into_iter().map(|(place, _)| place);
    let is_bilingual = |place: &Place| place.has_many_scripts();
    places.filter(|place| !is_bilingual(place)).collect()
}

#[test]
fn no_english_stands_in_the_code() {
    let knowledge = Knowledge::embedded().unwrap();
    // On the first line languages have their own names; addresses stay as they are.
    let languages = knowledge.languages().all().iter().map(|language| language.name.as_str());
    let urls = knowledge.sources().iter().filter_map(|source| source.url.as_deref());
    let own = languages.chain(urls);
    let own: BTreeSet<&str> =
        own.flat_map(|name| name.split(|c: char| !c.is_ascii_alphabetic())).collect();
    let mut reader = Reader::new();
    for place in places() {
        let said = reader.reads(place, 130, 2000).join("\n");
        let runs = said.split(|letter: char| !letter.is_ascii_alphabetic());
        let english: Vec<&str> = runs.filter(|run| run.len() > 1 && !own.contains(run)).collect();
        assert!(english.is_empty(), "{place:?}: {english:?}\n{said}");
    }
}

/// Languages are longer than English: nothing that leads to help may be lost by it.
#[test]
fn longer_words_leave_every_number_and_every_way_on_the_screen() {
    let hide = disguised("Esc");
    let words = |lines: &[String]| -> BTreeSet<String> {
        let words = lines.iter().flat_map(|line| line.split([' ', '▌', '→', '▼', '▲']));
        words.filter(|word| word.chars().any(char::is_alphanumeric)).map(str::to_owned).collect()
    };
    let mut reader = Reader::new();
    // A code that does not fit gives way to other words.
    for place in places().into_iter().filter(|place| !matches!(place, Place::Code(_))) {
        for (columns, rows) in [(40, 12), (80, 24), (120, 40)] {
            let lines = reader.reads(place, columns, rows);
            for first in lines.iter().step_by(rows.into()) {
                assert!(first.contains("999") && first.contains(&hide), "{place:?}: {first}");
            }
            let whole = words(&reader.reads(place, columns, 2000));
            let shown = words(&lines);
            let lost: Vec<_> = whole.difference(&shown).collect();
            assert!(lost.is_empty(), "{place:?} at {columns}x{rows}: {lost:?}");
        }
    }
}

/// Pages tell of rights: words that no lawyer has read, or of another English, are not shown.
#[test]
fn words_of_a_page_are_shown_once_a_speaker_and_a_lawyer_have_read_them() {
    let changed = |change: Change| {
        let mut pages = sham_pages();
        change(&mut pages["words_of"]["migrant-help"]);
        let files = embedded_with(vec![words_file(&pages)]);
        let knowledge = Knowledge::in_words(&files, "xx").unwrap();
        let title = knowledge[knowledge.find("migrant-help").unwrap()].title.clone();
        let faults = Knowledge::from_files(&files).err().unwrap_or_default();
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        (title.starts_with("Migrant Help"), faults.join("\n"))
    };
    assert_eq!(changed(|_| ()), (false, String::new()));
    assert_eq!(changed(|words| words["law"] = Value::Null), (true, String::new()));
    let refused: [(Change, &str); 4] = [
        (|words| words["of"] = "00000000".into(), "its English has changed"),
        (|words| words["read"] = json!([]), "a lawyer alone is not enough"),
        (
            |words| words["words"]["act"] = "{night}".into(),
            "the same names in braces as the English in act",
        ),
        (|words| words["words"]["summary"] = Value::Null, "data/entries/xx.json"),
    ];
    for (change, fault) in refused {
        let (is_english, faults) = changed(change);
        assert!(is_english && faults.contains(fault), "{fault}: {faults}");
        assert!(faults.lines().all(|line| line.starts_with("data/entries/xx.json: ")), "{faults}");
    }
}
