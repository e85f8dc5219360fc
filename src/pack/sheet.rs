//! A spreadsheet, row by row, as real ones come: each row becomes a service, or is left out with
//! the cell that is to blame.

use std::collections::HashMap;
use std::fmt;

use csv::{ReaderBuilder, StringRecord};

use super::decode::decode;
use super::{days, feed, hidden, hours, number, person, quarter, slug};
use crate::knowledge::hours::Hours;
use crate::knowledge::local::{
    COLUMNS, Own, Service, Slip, clean, looks_like_refuge, must_be_looked_at, slips,
};
use crate::knowledge::source::PartialDate;

/// So far down a list may have its head: above it stand titles and notes.
const ROWS_TO_THE_HEAD: usize = 20;

/// So many rows with one number are named, and so many such numbers.
const MOST_SAME: usize = 8;

/// What stands in the names of the rows to look at that `airt pack new` prints.
const EXAMPLE: &str = "(take this row out)";

/// Other names that people give to columns.
const OTHER_NAMES: [(&str, &str); 14] = [
    ("service", "name"),
    ("service_name", "name"),
    ("organisation", "name"),
    ("description", "what_it_does"),
    ("telephone", "phone"),
    ("phone_number", "phone"),
    ("tel", "phone"),
    ("opening_hours", "hours"),
    ("opening_times", "hours"),
    ("web", "website"),
    ("url", "website"),
    ("e_mail", "email"),
    ("post_code", "postcode"),
    ("language", "languages"),
];

/// What became of a row, where it must be told.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Remark {
    /// As the spreadsheet counts, from 1.
    pub row: usize,
    pub column: String,
    pub what: String,
    pub kind: Remarked,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Remarked {
    /// The row is not in the list.
    LeftOut,
    /// The row is in the list, and somebody must look at it.
    Mended,
    /// The column is not in the list.
    Column,
}

impl fmt::Display for Remark {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { row, column, what, .. } = self;
        write!(formatter, "row {row}, {column}: {what}")
    }
}

/// What a spreadsheet gives.
#[derive(Debug, Default)]
pub struct Sheet {
    pub services: Vec<Service>,
    pub remarks: Vec<Remark>,
    /// How many people a feed named, none of whom is in the list.
    pub staff: usize,
    /// What to say of pages of directories that were not given.
    pub pages: Vec<String>,
}

impl Sheet {
    /// Reads a list that was saved as CSV, on the day `made`.
    ///
    /// # Errors
    /// Why there is no list in it, and what to do.
    pub fn read(bytes: &[u8], own: &Own, made: &PartialDate) -> Result<Self, String> {
        let text = decode(bytes)?;
        let rows = rows(&text)?;
        let (head, columns) = head(&rows).ok_or(
            "no row names the columns name and what_it_does: `airt pack new` prints one that does",
        )?;
        let mut sheet = Self::default();
        sheet.name_unknown(&rows[head], &columns);
        let mut reading = Reading::new(own, made);
        for row in &rows[head + 1..] {
            sheet.take(row, &columns, &mut reading);
        }
        sheet.remarks.extend(same_numbers(&reading.numbers));
        Ok(sheet)
    }

    /// Reads feeds of Open Referral, one after another; a "row" is a service, counted from 1.
    ///
    /// # Errors
    /// Why there is no list in it, and what to do.
    pub fn read_feeds<'a>(
        feeds: impl IntoIterator<Item = &'a [u8]>,
        own: &Own,
        made: &PartialDate,
    ) -> Result<Self, String> {
        let mut sheet = Self::default();
        let mut reading = Reading::new(own, made);
        let mut pages = feed::Pages::default();
        let mut count = 0;
        for bytes in feeds {
            let text = decode(bytes)?;
            let feed: serde_json::Value = serde_json::from_str(&text)
                .map_err(|error| format!("it is not JSON ({error}): fetch it again"))?;
            if let Some(said) = feed::refusal(&feed) {
                return Err(format!(
                    "it is no list, but what a directory says that has none to give ({said}): fetch it again"
                ));
            }
            pages.see(&feed);
            for row in feed::rows(&feed, made) {
                count += 1;
                sheet.take_feed(count, row, &mut reading);
            }
        }
        if count == 0 {
            return Err(
                "no service stands in it: give services of HSDS 3 or Open Referral UK".to_owned()
            );
        }
        sheet.pages = pages.missing();
        Ok(sheet)
    }

    fn take_feed(&mut self, row: usize, from: feed::Row, reading: &mut Reading) {
        let feed::Row { mut service, mut mended, is_ended, staff } = from;
        self.staff += staff;
        if is_ended {
            let what = "the feed says that it has ended: it was left out".to_owned();
            let column = "status".to_owned();
            return self.remarks.push(Remark { row, column, what, kind: Remarked::LeftOut });
        }
        if looks_like_refuge(&service) {
            // A feed cannot be asked.
            "yes".clone_into(&mut service.private_address);
            if !service.address.is_empty() || !service.postcode.is_empty() {
                let fault = "people may hide here, so the address was left out: if everybody may know it, export the list as a spreadsheet and write it there, with no".to_owned();
                mended.push(Slip { column: "private_address", fault });
            }
        }
        self.take_service(row, service, mended, reading);
    }

    fn name_unknown(&mut self, head: &Row, columns: &[Option<&'static str>]) {
        let named = head.cells.iter().zip(columns);
        for (name, _) in named.filter(|(name, column)| column.is_none() && !name.trim().is_empty())
        {
            let what = "airt has no such column, or has it already: it was left".to_owned();
            self.remarks.push(Remark {
                row: head.row,
                column: clean(name),
                what,
                kind: Remarked::Column,
            });
        }
    }

    fn take(&mut self, row: &Row, columns: &[Option<&'static str>], reading: &mut Reading) {
        let cells: HashMap<&str, &str> = columns
            .iter()
            .zip(&row.cells)
            .filter_map(|(column, cell)| Some(((*column)?, cell.as_str())))
            .collect();
        if cells.values().all(|cell| cell.trim().is_empty()) {
            reading.above = Service::default();
            return;
        }
        let mut service = Service::default();
        for (column, text) in service.cells_mut() {
            cells.get(column).copied().unwrap_or_default().clone_into(text);
        }
        self.take_service(row.row, service, Vec::new(), reading);
    }

    /// Takes a service as somebody wrote it; `mended` is what was changed in it already.
    fn take_service(
        &mut self,
        row: usize,
        mut service: Service,
        mut mended: Vec<Slip>,
        reading: &mut Reading,
    ) {
        for (column, text) in service.cells_mut() {
            *text = clean_cell(column, text);
        }
        let mut found = Vec::new();
        mended.extend(mend(&mut service, &mut found));
        service.id = reading.id(&service.name);
        mended.extend(reading.twin(row, &service.name));
        if service.name.ends_with(EXAMPLE) {
            let fault = "this row is an example of `airt pack new`: take it out".to_owned();
            found.push(Slip { column: "name", fault });
        }
        add_once(&mut found, slips(&service, reading.own, reading.made));
        let told = |kind| {
            move |Slip { column, fault }| {
                let column = column.to_owned();
                Remark { row, column, what: fault, kind }
            }
        };
        if found.is_empty() {
            self.remarks.extend(mended.into_iter().map(told(Remarked::Mended)));
            if !service.phone.is_empty() {
                reading.numbers.entry(service.phone.clone()).or_default().push(row);
            }
            self.services.push(service.clone());
        } else {
            hint_at_merged(&mut found, &reading.above);
            self.remarks.extend(found.into_iter().map(told(Remarked::LeftOut)));
        }
        reading.above = service;
    }

    /// How many rows were left out.
    pub fn left_out(&self) -> usize {
        let mut rows: Vec<usize> = self
            .remarks
            .iter()
            .filter(|remark| remark.kind == Remarked::LeftOut)
            .map(|remark| remark.row)
            .collect();
        rows.dedup();
        rows.len()
    }
}

/// What is known while the rows are gone through.
struct Reading<'a> {
    own: &'a Own,
    made: &'a PartialDate,
    ids: HashMap<String, usize>,
    /// The row in which each name stood first.
    names: HashMap<String, usize>,
    /// The rows that have each number.
    numbers: HashMap<String, Vec<usize>>,
    above: Service,
}

impl<'a> Reading<'a> {
    fn new(own: &'a Own, made: &'a PartialDate) -> Self {
        let (ids, names, numbers) = (HashMap::new(), HashMap::new(), HashMap::new());
        Self { own, made, ids, names, numbers, above: Service::default() }
    }

    /// What to say of a name that stood in another row.
    fn twin(&mut self, row: usize, name: &str) -> Option<Slip> {
        let first = *self.names.entry(name.to_lowercase()).or_insert(row);
        let fault = format!("row {first} has this name, too: if it is the same, take one out");
        (first != row && !name.is_empty()).then_some(Slip { column: "name", fault })
    }

    /// An id of its own: a second service of one name has `-2` behind it.
    fn id(&mut self, name: &str) -> String {
        let id = slug(name);
        let count = self.ids.entry(id.clone()).or_insert(0);
        *count += 1;
        if *count == 1 { id } else { format!("{id}-{count}") }
    }
}

/// A sheet that was filled down, or sorted by one column, has a wrong number in each row.
fn same_numbers(numbers: &HashMap<String, Vec<usize>>) -> Option<Remark> {
    let mut same: Vec<&Vec<usize>> = numbers.values().filter(|rows| rows.len() > 1).collect();
    same.sort();
    let named = same.iter().take(MOST_SAME).map(|rows| {
        let named: Vec<String> = rows.iter().take(MOST_SAME).map(ToString::to_string).collect();
        let more = if rows.len() > MOST_SAME { " ..." } else { "" };
        format!("rows {}{more}", named.join(", "))
    });
    let mut named = named.collect::<Vec<_>>().into_iter();
    let first = named.next()?;
    let others = named.collect::<Vec<_>>().join("; ");
    let others = if others.is_empty() { others } else { format!(", and so have {others}") };
    let more = if same.len() > MOST_SAME { ", and more" } else { "" };
    let what = format!("{first} have the same number{others}{more}: is that right?");
    let (row, column) = (same[0][0], "phone".to_owned());
    Some(Remark { row, column, what, kind: Remarked::Mended })
}

struct Row {
    row: usize,
    cells: Vec<String>,
}

/// Every row with its number. The sign between cells is the one that most of the first rows have.
fn rows(text: &str) -> Result<Vec<Row>, String> {
    let (said, text, first) = said_delimiter(text);
    let delimiter = said.unwrap_or_else(|| likeliest_delimiter(text));
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut record = StringRecord::new();
    let (mut row, mut end) = (first, 0);
    loop {
        match reader.read_record(&mut record) {
            Ok(false) => return Ok(rows),
            Ok(true) => {}
            Err(error) => {
                return Err(format!(
                    "the list cannot be read ({error}): save it again as CSV UTF-8"
                ));
            }
        }
        // Empty lines are rows of the spreadsheet, too, which the reader does not tell.
        let here = usize::try_from(reader.position().byte()).unwrap_or(text.len()).min(text.len());
        // It stops in the middle of the end of a line.
        end += usize::from(text[..end].ends_with('\r') && text[end..].starts_with('\n'));
        row += empty_lines(text.get(end..here).unwrap_or_default()) + 1;
        end = here;
        rows.push(Row { row, cells: record.iter().map(str::to_owned).collect() });
    }
}

/// The empty lines before a record, which ends with its own line.
fn empty_lines(text: &str) -> usize {
    let start = text.find(|letter| !matches!(letter, '\r' | '\n')).unwrap_or(text.len());
    let ends = &text[..start];
    let lines = ends.matches('\n').count();
    if lines == 0 { ends.matches('\r').count() } else { lines }
}

/// Spreadsheets may write `sep=;` above all.
fn said_delimiter(text: &str) -> (Option<u8>, &str, usize) {
    let line = text.lines().next().unwrap_or_default();
    match line.trim_matches('"').strip_prefix("sep=").map(str::as_bytes) {
        Some([delimiter]) => {
            (Some(*delimiter), text[line.len()..].trim_start_matches(['\r', '\n']), 1)
        }
        _ => (None, text, 0),
    }
}

fn likeliest_delimiter(text: &str) -> u8 {
    let columns = |delimiter: u8| {
        let reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .from_reader(text.as_bytes());
        let records = reader.into_records().take(ROWS_TO_THE_HEAD).flatten();
        records.map(|record| record.iter().filter(|cell| column(cell).is_some()).count()).max()
    };
    // The last of equals wins: the comma.
    [b'|', b'\t', b';', b',']
        .into_iter()
        .max_by_key(|delimiter| columns(*delimiter))
        .unwrap_or(b',')
}

/// The place of the head, and which column each of its cells names; a column counts once.
fn head(rows: &[Row]) -> Option<(usize, Vec<Option<&'static str>>)> {
    rows.iter().take(ROWS_TO_THE_HEAD).enumerate().find_map(|(place, row)| {
        let mut columns: Vec<Option<&'static str>> = Vec::new();
        for cell in &row.cells {
            let column = column(cell).filter(|column| !columns.contains(&Some(*column)));
            columns.push(column);
        }
        let has = |column| columns.contains(&Some(column));
        (has("name") && has("what_it_does")).then_some((place, columns))
    })
}

/// The column that a cell of the head names, in any case, with any signs between its words.
fn column(cell: &str) -> Option<&'static str> {
    let words =
        cell.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let name = words.collect::<Vec<_>>().join("_").to_ascii_lowercase();
    let meant = OTHER_NAMES
        .iter()
        .find(|(other, _)| *other == name)
        .map_or(name.as_str(), |(_, name)| name);
    COLUMNS.iter().find(|column| **column == meant).copied()
}

/// Numbers keep their sign until they are read.
fn clean_cell(column: &str, cell: &str) -> String {
    if column == "phone" { cell.trim().to_owned() } else { clean(cell) }
}

/// Puts right what can mean but one thing; says what somebody must look at.
fn mend(service: &mut Service, found: &mut Vec<Slip>) -> Vec<Slip> {
    let mut mended = Vec::new();
    if !service.phone.is_empty() {
        match number::read(&service.phone) {
            Ok(read) => {
                service.phone = read.number;
                mended.extend(read.mended.map(|fault| Slip { column: "phone", fault }));
            }
            Err(fault) => {
                service.phone.clear();
                found.push(Slip { column: "phone", fault });
            }
        }
    }
    let private = service.private_address.to_lowercase();
    service.private_address = match private.as_str() {
        "y" | "yes" | "true" | "1" => "yes".to_owned(),
        "n" | "no" | "false" | "0" => "no".to_owned(),
        _ => private,
    };
    service.postcode = service.postcode.to_uppercase();
    if service.private_address == "yes" {
        found.extend(quarter::in_area(service));
        hidden::hide(service, found);
        if !service.website.is_empty() {
            let fault = "the address is private: look that this page does not tell it, or leave the cell empty"
                .to_owned();
            mended.push(Slip { column: "website", fault });
        }
    }
    if person::is_named(&service.source) {
        let fault = "this may be a person's name, and everybody can read it: write who they work for, or the website"
            .to_owned();
        mended.push(Slip { column: "source", fault });
    }
    service.checked_how = how(&service.checked_how);
    if let Some(day) = days::read(&service.checked_on) {
        let fault = format!("read as {day}, the day before the month");
        mended.push(Slip { column: "checked_on", fault });
        service.checked_on = day;
    }
    mended.extend(mend_hours(service));
    let lost = service.cells().filter(|(_, text, _)| has_lost_letter(text));
    mended.extend(lost.map(|(column, ..)| {
        let fault = "a ? stands inside a word: where a letter was lost, save as CSV UTF-8";
        Slip { column, fault: fault.to_owned() }
    }));
    let told = service.cells().filter(|(column, ..)| *column != "cost");
    mended.extend(told.filter(|(_, text, _)| must_be_looked_at(text)).map(|(column, ..)| {
        let fault = "papers, money or the police stand here: read it as a frightened person would"
            .to_owned();
        Slip { column, fault }
    }));
    mended
}

/// A spreadsheet that saves as plain CSV writes `?` for a letter that it does not know.
fn has_lost_letter(text: &str) -> bool {
    text.split_whitespace().any(|word| {
        let inside = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        inside.contains('?') && !inside.contains(['/', '.'])
    })
}

/// Hours as data, where their words can mean but one thing; and what somebody must look at.
fn mend_hours(service: &mut Service) -> Option<Slip> {
    let written = &service.hours;
    if written.is_empty() || Hours::parse(written).is_ok() {
        return None;
    }
    let fault = if let Some(hours) = hours::read(written) {
        let fault =
            format!("read as {hours}; behind it write ; PH off if it is closed on bank holidays");
        service.hours = hours;
        // What says it of bank holidays has nothing to add.
        if service.hours.contains("PH") || service.hours == "24/7" {
            format!("read as {}", service.hours)
        } else {
            fault
        }
    } else if hours::has_no_days(written) {
        "kept as words, for no day stands here: write the days, such as Mo-Fr 09:00-17:00"
            .to_owned()
    } else {
        "kept as words, so airt cannot say if it is open; it could with hours such as Mo-Fr 09:00-17:00, or every night 7pm-7am".to_owned()
    };
    Some(Slip { column: "hours", fault })
}

fn how(written: &str) -> String {
    match written.to_lowercase().as_str() {
        "rung" | "rang" | "called" | "phone" | "by phone" | "phoned" | "telephone"
        | "by telephone" | "telephoned" => "rung".to_owned(),
        "page" | "website" | "web" | "online" => "page".to_owned(),
        "told" | "visit" | "visited" | "email" | "in person" => "told".to_owned(),
        other => other.to_owned(),
    }
}

/// Adds what is wrong with cells of which nothing is said yet. Of several faults of one cell the last
/// tells most of it: "write yes or no" behind "it has 7 letters".
fn add_once(found: &mut Vec<Slip>, slips: Vec<Slip>) {
    let mut left = slips.into_iter();
    while let Some(slip) = left.next() {
        let mut others = found.iter().chain(left.as_slice());
        if others.all(|other| other.column != slip.column) {
            found.push(slip);
        }
    }
}

/// Of merged cells only the first holds the text.
fn hint_at_merged(found: &mut [Slip], above: &Service) {
    for slip in found.iter_mut().filter(|slip| slip.fault.starts_with("it is empty")) {
        if above.cells().any(|(column, text, _)| column == slip.column && !text.is_empty()) {
            "it is empty; are cells merged there? Write it in each row".clone_into(&mut slip.fault);
        }
    }
}
