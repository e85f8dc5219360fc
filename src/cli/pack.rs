//! `airt pack`: from a spreadsheet to a pack, and what stands in one.

use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;
use std::process::ExitCode;

use serde::Serialize;

use super::arguments::{Build, Local, Pack as Command};
use super::format::{Format, write_json};
use super::packs;
use crate::error::Error;
use crate::interface::context::Context;
use crate::interface::page::trust;
use crate::knowledge::Knowledge;
use crate::knowledge::hours::Moment;
use crate::knowledge::local::{
    COLUMNS, Manifest, Own, Seal, Service, check_manifest, check_names, clean, places,
};
use crate::knowledge::source::{Age, PartialDate};
use crate::pack::{self, Change, Pack, Remarked, Sheet, compare, slug};
use crate::search;

/// Far more than the spreadsheet of a country needs, in bytes.
const LARGEST: u64 = 64 * 1024 * 1024;

/// What each column is for, under its name in the sheet to begin with; and two rows to look at.
const EXAMPLES: &str = include_str!("../../data/packs/new.csv");

pub(super) fn run(
    output: &mut dyn Write,
    context: &Context,
    command: &Command,
    local: &Local,
) -> Result<ExitCode, Error> {
    let read = |path: &Path| packs::open_only(local, path)?.only();
    match command {
        Command::New => write!(output, "{EXAMPLES}")?,
        Command::Build(build) => return self::build(output, context, build),
        Command::Show { file, format } => show(output, context, local, file, (*format).into())?,
        Command::Compare { old, new } => {
            write_changes(output, &read(old)?.pack, &read(new)?.pack)?;
        }
        Command::Export { file, hsds: true } => {
            write_json(output, &pack::write_feed(&read(file)?.pack))?;
        }
        Command::Export { file, .. } => export(output, &read(file)?.pack.services)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn build(output: &mut dyn Write, context: &Context, build: &Build) -> Result<ExitCode, Error> {
    let replaces = check_place(&build.out)?;
    let refused = |what: String| Error::refused(what, "mend it and build again");
    let manifest = manifest(context, build)?;
    let made = check_manifest(&manifest).map_err(refused)?;
    let own = Own::of(context.knowledge);
    check_names(&manifest, &own).map_err(refused)?;
    let name = build.file.display();
    let sheet = read_list(&build.file, &own, &made)?;
    let sheet = sheet.map_err(|fault| refused(format!("{name}: {fault}")))?;
    write_remarks(output, &name.to_string(), &sheet)?;
    if sheet.services.is_empty() {
        return Err(refused(format!("{name}: no row can be taken")));
    }
    let left_out = sheet.left_out();
    let manifest = Manifest { services: sheet.services.len(), ..manifest };
    let pack = Pack { manifest, services: sheet.services };
    let bytes = with_index(&pack).map_err(refused)?;
    std::fs::write(&build.out, bytes).map_err(|error| {
        Error::refused(
            format!("{} cannot be written ({error})", build.out.display()),
            "choose another place with --out",
        )
    })?;
    let (count, out) = (pack.services.len(), build.out.display());
    let services = if count == 1 { "1 service".to_owned() } else { format!("{count} services") };
    let next = if left_out > 0 {
        "Mend the rows that were left out and build again, before anybody signs it."
    } else {
        "Look at it with `airt pack show`, then have it signed."
    };
    writeln!(output, "{out}: {services}. {next}")?;
    if replaces && packs::signature_of(&build.out).exists() {
        writeln!(output, "The signature beside it is of the older file: have this one signed.")?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Whether an older pack stands where the new one is to go. Any other file is somebody's work.
///
/// # Errors
/// A file that is no pack.
fn check_place(out: &Path) -> Result<bool, Error> {
    let mut first = Vec::new();
    let most = pack::MAGIC.len() as u64;
    let is_there = File::open(out).and_then(|file| file.take(most).read_to_end(&mut first)).is_ok();
    if is_there && !first.is_empty() && first != pack::MAGIC {
        let what = format!("{} is there already and is no pack", out.display());
        return Err(Error::refused(what, "choose another name with --out"));
    }
    Ok(is_there)
}

/// The bytes of a pack, with what the search needs to find its services.
fn with_index(pack: &Pack) -> Result<Vec<u8>, String> {
    let mut knowledge = Knowledge::embedded().map_err(|_| "the pages cannot be read".to_owned())?;
    let Pack { manifest, services } = pack.clone();
    let list = knowledge.add(manifest, services, Seal::Unsigned, "")?;
    if let Some((id, slip)) = knowledge[list].left_out.first() {
        return Err(format!("{id}: {slip}"));
    }
    pack::write_with_index(pack, &search::index(&knowledge, list))
}

fn manifest(context: &Context, build: &Build) -> Result<Manifest, Error> {
    let today = trust::today(context).map(|today| today.to_string());
    let made = build.made.clone().or_else(|| today.clone()).ok_or_else(|| {
        Error::refused("the clock of this computer is wrong", "give the day with --made 2026-11-25")
    })?;
    // Days as they are written stand in their order.
    if today.is_some_and(|today| made > today) {
        let hint = "no later list would count before that day: leave --made out";
        return Err(Error::refused(format!("--made {made} is still to come"), hint));
    }
    Ok(Manifest {
        id: build.id.clone().unwrap_or_else(|| slug(&build.name)),
        name: clean(&build.name),
        maker: clean(&build.maker),
        licence: clean(&build.licence),
        attribution: clean(&build.attribution),
        note: clean(&build.note),
        sequence: build.sequence.unwrap_or_else(|| sequence(context, build, &made)),
        made,
        services: 0,
    })
}

/// The day and the minute, so that of two lists of one day the later counts. A day that was asked for
/// has no minute.
fn sequence(context: &Context, build: &Build, made: &str) -> u64 {
    let digits: String = made.chars().filter(char::is_ascii_digit).collect();
    let minute = match context.moment {
        Moment::Known(now) if build.made.is_none() => {
            format!("{:02}{:02}", now.hour(), now.minute())
        }
        _ => "0000".to_owned(),
    };
    format!("{digits}{minute}").parse().unwrap_or_default()
}

/// A spreadsheet, a feed, or the feeds of a folder.
fn read_list(path: &Path, own: &Own, made: &PartialDate) -> Result<Result<Sheet, String>, Error> {
    let is_feed = |path: &Path| path.extension().is_some_and(|ending| ending == "json");
    let mut paths = vec![path.to_owned()];
    if path.is_dir() {
        let entries = std::fs::read_dir(path).map(Iterator::flatten);
        paths = entries.map(|all| all.map(|entry| entry.path()).collect()).unwrap_or_default();
        paths.retain(|path| is_feed(path));
        paths.sort();
    } else if !is_feed(path) {
        return Ok(Sheet::read(&read_sheet(path)?, own, made));
    }
    let files = paths.iter().map(|path| read_sheet(path)).collect::<Result<Vec<_>, _>>()?;
    Ok(Sheet::read_feeds(files.iter().map(Vec::as_slice), own, made))
}

fn read_sheet(path: &Path) -> Result<Vec<u8>, Error> {
    let refused = |why: String| {
        Error::refused(format!("{} cannot be read ({why})", path.display()), "check its name")
    };
    let about = std::fs::metadata(path).map_err(|error| refused(error.to_string()))?;
    if !about.is_file() || about.len() > LARGEST {
        return Err(refused(format!("it is no file of at most {} MB", LARGEST / 1024 / 1024)));
    }
    std::fs::read(path).map_err(|error| refused(error.to_string()))
}

/// Everything that somebody must look at; what was left out last, where it is seen.
fn write_remarks(output: &mut dyn Write, name: &str, sheet: &Sheet) -> Result<(), Error> {
    let groups = [
        (Remarked::Column, "Columns that were left:"),
        (Remarked::Mended, "Look at these:"),
        (Remarked::LeftOut, "Left out:"),
    ];
    for (kind, heading) in groups {
        let remarks: Vec<_> = sheet.remarks.iter().filter(|remark| remark.kind == kind).collect();
        if !remarks.is_empty() {
            writeln!(output, "{heading}")?;
        }
        for remark in remarks {
            writeln!(output, "  {}", clean(&format!("{name}: {remark}")))?;
        }
    }
    if sheet.staff > 0 {
        writeln!(output, "Names of people that were left: {}.", sheet.staff)?;
    }
    for line in &sheet.pages {
        writeln!(output, "{line}")?;
    }
    let (taken, left_out) = (sheet.services.len(), sheet.left_out());
    writeln!(output, "Rows taken: {taken}. Rows left out: {left_out}.")?;
    Ok(())
}

/// What `airt pack show` says.
#[derive(Serialize)]
struct Shown<'a> {
    #[serde(flatten)]
    manifest: &'a Manifest,
    signed: bool,
    #[serde(skip)]
    seal: Seal,
    /// How many services by how old they are.
    fresh: usize,
    check_when_you_call: usize,
    may_be_out_of_date: usize,
    without_number: usize,
    areas: Vec<&'a str>,
    left_out: Vec<String>,
}

fn show(
    output: &mut dyn Write,
    context: &Context,
    local: &Local,
    path: &Path,
    format: Format,
) -> Result<(), Error> {
    let packs::Sealed { pack, seal } = packs::open_only(local, path)?.only()?;
    let mut areas: Vec<&str> = pack.services.iter().flat_map(Service::areas).collect();
    areas.sort_unstable();
    areas.dedup();
    let refused = |fault| {
        Error::refused(
            format!("{}: {fault}", path.display()),
            "ask whoever made it to build it again",
        )
    };
    let mut knowledge = Knowledge::embedded().map_err(|faults| Error::from_faults(&faults))?;
    let list =
        knowledge.add(pack.manifest.clone(), pack.services.clone(), seal, "").map_err(refused)?;
    let list = &knowledge[list];
    let entries: Vec<_> = list.entries().map(|entry| &knowledge[entry]).collect();
    let of_age = |age| {
        let today = trust::today(context);
        let is_of_age = |checked| Age::of(checked, today) == age;
        entries.iter().filter(|entry| is_of_age(entry.checked.as_ref())).count()
    };
    let shown = Shown {
        manifest: &list.manifest,
        signed: seal == Seal::Signed,
        seal,
        fresh: of_age(Age::Fresh),
        check_when_you_call: of_age(Age::CheckWhenYouCall),
        may_be_out_of_date: of_age(Age::MayBeOutOfDate),
        without_number: entries.iter().filter(|entry| entry.phones.is_empty()).count(),
        areas,
        left_out: list.left_out.iter().map(|(id, slip)| format!("{id}: {slip}")).collect(),
    };
    if format == Format::Json {
        Ok(write_json(output, &shown)?)
    } else {
        write_shown(output, context, &shown)
    }
}

fn write_shown(output: &mut dyn Write, context: &Context, shown: &Shown) -> Result<(), Error> {
    let Manifest { id, name, maker, licence, attribution, note, made, sequence, .. } =
        shown.manifest;
    let day = PartialDate::parse(made).map(|day| trust::date_in_words(context, &day));
    let words = &context.words.near;
    let untold = "Nothing here tells if it was changed since it was made.";
    let signed = match shown.seal {
        Seal::Signed => words.signed.clone(),
        Seal::Unchecked => format!("{} {untold}", words.unchecked),
        Seal::Unsigned => format!("{} {untold}", words.unsigned),
    };
    let left_out = match shown.left_out.len() {
        0 => String::new(),
        count => format!("{count} of the file, each for a reason:"),
    };
    let areas =
        if shown.areas.is_empty() { "everywhere".to_owned() } else { shown.areas.join(", ") };
    let taken = shown.fresh + shown.check_when_you_call + shown.may_be_out_of_date;
    let rows = [
        ("name", name.clone()),
        ("maker", maker.clone()),
        ("signed", signed),
        ("made", format!("{}, number {sequence}", day.unwrap_or_default())),
        ("id", id.clone()),
        ("services", format!("{taken}, {} without a number to call", shown.without_number)),
        (
            "checked",
            format!(
                "{} in the last three months, {} in the last year, {} before that or never",
                shown.fresh, shown.check_when_you_call, shown.may_be_out_of_date
            ),
        ),
        ("areas", areas),
        ("licence", licence.clone()),
        ("credit", attribution.clone()),
        ("note", note.clone()),
        ("left out", left_out),
    ];
    for (label, text) in rows.iter().filter(|(_, text)| !text.is_empty()) {
        writeln!(output, "{label:9} {}", clean(text))?;
    }
    for left_out in &shown.left_out {
        writeln!(output, "  {}", clean(left_out))?;
    }
    Ok(())
}

/// A service, and all that tells where it is.
fn with_places(service: &Service) -> String {
    format!("{} ({}) {}", service.id, service.name, places(service).join(" "))
}

fn write_changes(output: &mut dyn Write, old: &Pack, new: &Pack) -> Result<(), Error> {
    let changes = compare(old, new);
    for change in &changes {
        let line = match change {
            Change::Shown(now) => {
                format!("was private, and now says where it is: {}", with_places(now))
            }
            Change::ShownAs(now, was) => format!(
                "has the number, page or email of a private place ({}), and says where it is: {}",
                was.name,
                with_places(now)
            ),
            Change::Added(service) => {
                format!("new: {} ({}) {}", service.id, service.name, service.phone)
            }
            Change::Gone(service) => {
                format!("gone: {} ({}) {}", service.id, service.name, service.phone)
            }
            Change::Cell(service, column, was, is) => {
                format!("{column} of {}: \"{was}\" is now \"{is}\"", service.id)
            }
        };
        writeln!(output, "{}", clean(&line))?;
    }
    if old.manifest.id != new.manifest.id {
        writeln!(
            output,
            "They are of two lists: {} and {}.",
            clean(&old.manifest.id),
            clean(&new.manifest.id)
        )?;
    } else if new.manifest.sequence <= old.manifest.sequence {
        writeln!(output, "The second is not newer: where both are, the first counts.")?;
    }
    writeln!(output, "Changes: {}.", changes.len())?;
    Ok(())
}

fn export(output: &mut dyn Write, services: &[Service]) -> Result<(), Error> {
    let mut writer = csv::Writer::from_writer(output);
    let failed = |error: csv::Error| Error::Output(error.into());
    writer.write_record(COLUMNS).map_err(failed)?;
    for service in services {
        let cells = service.cells().map(|(_, text, _)| clean(text));
        writer.write_record(cells.collect::<Vec<_>>()).map_err(failed)?;
    }
    Ok(writer.flush()?)
}
