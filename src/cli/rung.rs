//! `airt review --rung FILE.csv`: what staff wrote when they rang, as lines to put into the data.
//!
//! The file is that of `airt review --csv`, with `rung`, `by`, `right` and `said` filled in. Who rang
//! and what was said is printed and stored nowhere. Rows that are right are told though others are not.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use jiff::civil::Date;
use serde::Deserialize;

use super::guess;
use super::review::is_for_emergencies;
use super::small_file;
use crate::error::Error;
use crate::interface::context::Context;
use crate::interface::page::trust;
use crate::interface::words::fill;
use crate::knowledge::entry::{Entry, PhoneIndex};
use crate::knowledge::files::EMBEDDED;
use crate::knowledge::phone::Phone;
use crate::pack::decode;

/// Far more than the list of numbers needs, in bytes.
const LARGEST: u64 = 1024 * 1024;
/// The most letters of initials.
const MOST_INITIALS: usize = 4;
/// Lines of the file before the first number: a spreadsheet counts its head.
const FIRST_ROW: usize = 2;

/// The columns of a row that are read.
const COLUMNS: [&str; 5] = ["number", "rung", "by", "right", "said"];

/// A row as staff filled it in; other columns are for them.
#[derive(Deserialize)]
struct Row {
    number: String,
    /// The page, for two services of a pack may have one number.
    #[serde(default)]
    entry: String,
    rung: String,
    by: String,
    right: String,
    said: String,
}

/// That a number was rung.
struct Ring {
    phone: PhoneIndex,
    date: Date,
    by: String,
    found: Found,
    said: String,
}

/// What came of it.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Found {
    Right,
    Wrong,
    /// Nobody knows more than before: the data stay as they are.
    NoAnswer,
}

impl Found {
    fn read(written: &str) -> Option<Self> {
        match written.to_lowercase().as_str() {
            "yes" | "y" => Some(Self::Right),
            "no" | "n" => Some(Self::Wrong),
            "no answer" | "nobody answered" => Some(Self::NoAnswer),
            _ => None,
        }
    }
}

pub(super) fn run(
    output: &mut dyn Write,
    context: &Context,
    file: &Path,
) -> Result<ExitCode, Error> {
    let today = trust::today(context).ok_or_else(|| {
        Error::refused("this computer's clock is wrong", "set it, or give the day with --at")
    })?;
    let rings = read(file)?.into_iter().zip(FIRST_ROW..);
    let checked = rings.filter_map(|(row, place)| check(context, &row, place, today).transpose());
    let (rings, faults): (Vec<_>, Vec<_>) = checked.partition(Result::is_ok);
    let faults: Vec<String> = faults.into_iter().filter_map(Result::err).collect();
    let rings: Vec<Ring> = rings.into_iter().flatten().collect();
    if rings.is_empty() && faults.is_empty() {
        return Err(Error::refused(
            "no row says that a number was rung",
            "fill in rung, by and right",
        ));
    }
    for ring in &rings {
        write(output, context, ring)?;
    }
    let words = &context.words.review.rung;
    for (is_of_pack, next) in [(false, &words.next), (true, &words.pack_next)] {
        let is_it =
            |ring: &&Ring| context.knowledge[ring.phone.entry].local.is_some() == is_of_pack;
        if rings.iter().filter(is_it).any(|ring| ring.found != Found::NoAnswer) {
            writeln!(output, "{next}")?;
        }
    }
    if faults.is_empty() { Ok(ExitCode::SUCCESS) } else { Err(Error::Refusals(faults)) }
}

fn read(file: &Path) -> Result<Vec<Row>, Error> {
    let name = file.display();
    let bytes = small_file::read_bytes(file, LARGEST).map_err(|error| {
        Error::refused(
            format!("{name} cannot be read ({error})"),
            "check its name and that it is text",
        )
    })?;
    let text =
        decode(&bytes).map_err(|why| Error::refused(format!("{name} cannot be read"), why))?;
    // Some spreadsheets part columns by semicolons, and those of two bytes a letter by tabs.
    let head = text.lines().next().unwrap_or_default();
    let is_there = |sign: &u8| head.as_bytes().contains(sign);
    let delimiter = [b',', b';', b'\t'].into_iter().find(is_there).unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(text.as_bytes());
    let refused = |what: String| {
        Error::refused(what, "save it as CSV with the columns that `airt review --csv` makes")
    };
    let no_list = |error: csv::Error| refused(format!("{name} is not such a list ({error})"));
    let head = reader.headers().map_err(no_list)?;
    if let Some(missing) = COLUMNS.iter().find(|column| head.iter().all(|name| name != **column)) {
        return Err(refused(format!("{name} has no column \"{missing}\"")));
    }
    let rows: Result<Vec<Row>, csv::Error> = reader.deserialize().collect();
    rows.map_err(no_list)
}

/// The ring of a row, or nothing where nobody rang; what is wrong names row, column and next step.
fn check(context: &Context, row: &Row, place: usize, today: Date) -> Result<Option<Ring>, String> {
    let wrong = |column: &str, what: &str, next: &str| {
        Err(format!("row {place}, column {column}: {what}: {next}"))
    };
    let [number, rung, by, right, said] =
        [&row.number, &row.rung, &row.by, &row.right, &row.said].map(|text| text.trim());
    let Some(phone) = find(context, number, row.entry.trim()) else {
        let meant = guess::meant(number, numbers(context));
        let what = format!("\"{number}\" is no number of airt{meant}");
        return wrong("number", &what, "copy it from `airt review --csv`");
    };
    if [by, right, said].iter().all(|text| text.is_empty())
        && (rung.is_empty() || is_known(context, phone, rung))
    {
        return Ok(None);
    }
    if is_for_emergencies(context.knowledge[phone].kind) {
        let what = format!("{number} is for emergencies only");
        return wrong("number", &what, "do not ring it to check, and leave its row empty");
    }
    let Some(date) = whole_date(rung) else {
        let what = format!("\"{rung}\" is no day");
        return wrong("rung", &what, "write it as 2026-11-22, or 22/11/2026");
    };
    if date > today {
        let what = format!("{date} has not come yet");
        return wrong("rung", &what, "write the day on which somebody rang");
    }
    if !are_initials(by) {
        let what = if by.is_empty() {
            "nobody is named".to_owned()
        } else {
            format!("\"{by}\" may be a name")
        };
        return wrong("by", &what, "write two to four capital letters, such as AB");
    }
    let Some(found) = Found::read(right) else {
        let what = format!("\"{right}\" is none of the three answers");
        return wrong("right", &what, "write yes, no, or no answer");
    };
    if found == Found::Wrong && said.is_empty() {
        return wrong("said", "it is empty, and the number is not right", "write what you heard");
    }
    Ok(Some(Ring { phone, date, by: by.to_owned(), found, said: said.to_owned() }))
}

/// Every number, as the list has it.
fn numbers<'a>(context: &Context<'a>) -> impl Iterator<Item = &'a str> + use<'a> {
    let knowledge = context.knowledge;
    let phones = knowledge.places().flat_map(|entry| knowledge.phones(entry));
    phones.map(|(_, phone)| phone.number.spoken())
}

/// The phone with this number. A spreadsheet may take it for a sum and drop its first zeros.
fn find(context: &Context, number: &str, entry: &str) -> Option<PhoneIndex> {
    let digits: String = number.chars().filter(|sign| !sign.is_whitespace()).collect();
    let wanted = digits.trim_start_matches('0');
    let mut phones = context.knowledge.places().flat_map(|entry| context.knowledge.phones(entry));
    let is_it = |phone: &Phone| phone.number.digits().trim_start_matches('0') == wanted;
    let services =
        context.knowledge.services().filter(|&place| context.knowledge[place].id == entry);
    let mut of_pack = services.flat_map(|service| context.knowledge.phones(service));
    let found = of_pack.find(|(_, phone)| is_it(phone));
    found.or_else(|| phones.find(|(_, phone)| is_it(phone))).map(|(index, _)| index)
}

/// Whether the data say already that it was rung on this day.
fn is_known(context: &Context, phone: PhoneIndex, rung: &str) -> bool {
    let check =
        trust::last_check(context, &context.knowledge[phone.entry], &context.knowledge[phone]);
    check.is_some_and(|check| check.date.as_str() == rung)
}

/// A whole day, as the list has it or as spreadsheets here write it.
fn whole_date(written: &str) -> Option<Date> {
    let whole = written.parse().ok().filter(|date: &Date| date.to_string() == written);
    whole.or_else(|| Date::strptime("%d/%m/%Y", written).ok())
}

/// Capital letters, with or without full stops: who rang is known to the team and to nobody else.
fn are_initials(by: &str) -> bool {
    let letters: Vec<char> = by.chars().filter(|sign| *sign != '.').collect();
    (2..=MOST_INITIALS).contains(&letters.len())
        && letters.iter().all(|letter| letter.is_uppercase())
}

/// What is to be written where: into the data, or into the row of a pack's spreadsheet.
fn write(output: &mut dyn Write, context: &Context, ring: &Ring) -> Result<(), Error> {
    let words = &context.words.review.rung;
    let (entry, phone) = (&context.knowledge[ring.phone.entry], &context.knowledge[ring.phone]);
    let is_of_pack = entry.local.is_some();
    let (file, text) = source_of(context, entry);
    let date = ring.date.to_string();
    let values = [
        ("date", date.as_str()),
        ("file", file.as_str()),
        ("entry", &entry.id),
        ("name", &entry.title),
        ("number", phone.number.spoken()),
        ("by", &ring.by),
        ("said", &ring.said),
    ];
    let said = match (ring.found, is_of_pack) {
        (Found::Right, false) => &words.right,
        (Found::Right, true) => &words.pack_right,
        (Found::Wrong, false) => &words.wrong,
        (Found::Wrong, true) => &words.pack_wrong,
        (Found::NoAnswer, false) => &words.no_answer,
        (Found::NoAnswer, true) => &words.pack_no_answer,
    };
    for line in said.lines().filter(|line| !ring.said.is_empty() || !line.contains("{said}")) {
        let line: String = fill(line, &values).chars().filter(|c| !c.is_control()).collect();
        writeln!(output, "{line}")?;
    }
    match (ring.found, is_of_pack) {
        (Found::Right, false) => writeln!(output, "{}", with_check(text, phone, ring.date))?,
        (Found::Right, true) => writeln!(output, "checked_on,checked_how\n{date},rung")?,
        _ => {}
    }
    Ok(writeln!(output)?)
}

/// The file of an entry, and its text.
fn source_of(context: &Context, entry: &Entry) -> (String, &'static str) {
    let index = context.knowledge.find(&entry.id);
    let topic = context
        .knowledge
        .topics()
        .iter()
        .find(|topic| index.is_some_and(|index| topic.entries.contains(&index)));
    let file = format!("data/topics/{}.json", topic.map_or("", |topic| &topic.id));
    let text = EMBEDDED.iter().find(|(_, name, _)| *name == file).map_or("", |(_, _, text)| text);
    (file, text)
}

/// The object of a phone as the file has it, with the new check in the place of an older one.
fn with_check(text: &str, phone: &Phone, date: Date) -> String {
    let check = format!("\"checked\": {{ \"date\": \"{date}\", \"how\": \"rung\" }}");
    let number = format!("\"number\": \"{}\"", phone.number);
    let object = text.split_once(&number).and_then(|(before, after)| {
        let (_, first) = before.rsplit_once('{')?;
        // A check is an object within the object; nothing else in a phone is one.
        let (rest, _) = match after.split_once(", \"checked\": {") {
            Some((rest, _)) if !rest.contains('}') => (rest, ""),
            _ => after.split_once('}')?,
        };
        Some(format!("{{{first}{number}{}, {check} }}", rest.trim_end()))
    });
    object.unwrap_or(check)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::knowledge::Knowledge;

    #[test]
    fn the_object_of_every_phone_takes_a_check_and_a_newer_one_takes_its_place() {
        let knowledge = Knowledge::embedded().unwrap();
        let files = EMBEDDED.iter().map(|(_, _, text)| *text).collect::<String>();
        for phone in knowledge.entries().iter().flat_map(|entry| &entry.phones) {
            let once = with_check(&files, phone, date(2026, 11, 25));
            let twice = with_check(&once, phone, date(2026, 11, 26));
            let object: serde_json::Value = serde_json::from_str(&twice).unwrap();
            assert_eq!(object["number"], phone.number.spoken());
            assert_eq!(object["id"], phone.id.as_str());
            assert_eq!(object["checked"]["date"], "2026-11-26", "{twice}");
            assert_eq!(once.len(), twice.len(), "{twice}");
        }
    }
}
