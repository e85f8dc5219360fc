//! The packs that are there: opened before the screen, when files can still be opened; read and
//! checked later, so that nobody waits for them.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use super::arguments::Local;
use super::on_disk::{self, OnDisk};
use super::{settings, small_file};
use crate::error::Error;
use crate::knowledge::Knowledge;
use crate::knowledge::local::{Seal, Unread, clean};
use crate::pack::{self, Keys, NotSealed, Pack, Source, check_seal_of};
use crate::search::is_index;

/// Far more than a signature or a key needs, in bytes.
const LARGEST_SIGNATURE: u64 = 4 * 1024;
/// So many files of one folder are looked at, at most: packs, signatures and keys.
const MOST_OF_A_FOLDER: usize = 64;
/// So many towns are named to whoever asked for another, at most.
const MOST_TOWNS: usize = 12;
/// Where whoever looks after a computer puts packs for everybody.
const FOR_EVERYBODY: [&str; 2] = ["/usr/local/share/airt/packs", "/usr/share/airt/packs"];

/// A pack of which nothing is read yet but its signature.
struct Opened {
    name: String,
    file: OnDisk,
    signature: Option<String>,
}

/// Every pack that was asked for or lies in a folder of packs.
pub(super) struct Packs {
    opened: Vec<Opened>,
    /// Those that could not be opened.
    faults: Vec<String>,
    keys: Keys,
    only_signed: bool,
    area: String,
    /// What to know of where nothing is wrong.
    note: Option<String>,
}

/// A pack that was read whole and whose signature was checked.
pub(super) struct Sealed {
    pub pack: Pack,
    pub seal: Seal,
}

/// A pack by its name, of which only what it says of itself is read.
type ReadPack = (String, Unread, Seal);

/// All packs that can be taken, and what is said of the others.
pub(super) struct ReadPacks {
    lists: Vec<ReadPack>,
    faults: Vec<String>,
    note: Option<String>,
    area: String,
}

/// What is said of the packs when they were added.
#[derive(Default)]
pub(super) struct Told {
    /// The first thing that could not be taken.
    fault: Option<String>,
    note: Option<String>,
}

impl Told {
    /// The one line that a screen has room for.
    pub(super) fn line(self) -> Option<String> {
        self.fault.or(self.note)
    }
}

/// Opens the packs that are asked for, and those in the folders, for a command.
///
/// # Errors
/// A pack that is asked for and cannot be opened.
pub(super) fn open(asked: &Local) -> Result<Packs, Error> {
    let (packs, refused) = open_all(asked);
    refused.into_iter().next().map_or(Ok(packs), Err)
}

/// The same for the screens: whoever needs help finds all else there, and a line about the pack.
pub(super) fn open_what_can_be(asked: &Local) -> Packs {
    let (mut packs, refused) = open_all(asked);
    packs.faults.splice(0..0, refused.iter().map(Error::to_string));
    packs
}

/// With what is wrong with those that are asked for.
fn open_all(asked: &Local) -> (Packs, Vec<Error>) {
    let laid: Vec<PathBuf> = folders().iter().flat_map(|folder| files(folder)).collect();
    let (mut packs, mut refused) = (trusting(asked, &laid), Vec::new());
    for path in &asked.pack {
        match open_named(path) {
            Ok(opened) => packs.opened.push(opened),
            Err(error) => refused.push(error),
        }
    }
    for path in ending_in("airtpack", &laid) {
        match open_one(path) {
            Ok(opened) => packs.opened.push(opened),
            Err(error) => packs.faults.push(error.to_string()),
        }
    }
    if let Some(area) = asked.area.as_ref().filter(|_| packs.is_empty()) {
        packs.note = Some(format!(
            "--area {} changes nothing: no list of local services is here. Give one with --pack.",
            clean(area)
        ));
    }
    (packs, refused)
}

/// Opens one pack, and no other.
///
/// # Errors
/// When it cannot be opened.
pub(super) fn open_only(asked: &Local, path: &Path) -> Result<Packs, Error> {
    let laid: Vec<PathBuf> = folders().iter().flat_map(|folder| files(folder)).collect();
    Ok(Packs { opened: vec![open_named(path)?], ..trusting(asked, &laid) })
}

/// No pack yet, and what decides which are taken. Where that cannot be read, none is.
fn trusting(asked: &Local, laid: &[PathBuf]) -> Packs {
    let settings::File { settings: file, notice } = settings::read();
    let beside = ending_in("pub", laid);
    let beside: Vec<String> =
        beside.filter_map(|path| small_file::read(path, LARGEST_SIGNATURE).ok()).collect();
    let keys = Keys::parse(file.keys.iter().chain(&beside).map(String::as_str));
    let is_unsure = notice.is_some() || keys.is_err();
    let (keys, fault) =
        keys.map_or_else(|fault| (Keys::default(), Some(fault)), |keys| (keys, None));
    Packs {
        opened: Vec::new(),
        faults: fault.into_iter().collect(),
        keys,
        only_signed: asked.only_signed || file.only_signed || is_unsure,
        area: asked.area.clone().or(file.area).unwrap_or_default(),
        note: None,
    }
}

/// Opens what a person named: any other file than a pack is a slip, and is told before the screen.
fn open_named(path: &Path) -> Result<Opened, Error> {
    if path.is_dir() {
        let hint = "name a file in it that ends in .airtpack";
        return Err(Error::refused(format!("{} is a folder", path.display()), hint));
    }
    let opened = open_one(path)?;
    // Its first letters decide that it is not read, and nothing else.
    let mut first = [0; pack::MAGIC.len()];
    if opened.file.read(0, &mut first) && first == *pack::MAGIC {
        return Ok(opened);
    }
    let hint = "`airt pack build` makes one of a spreadsheet";
    Err(Error::refused(format!("{} is no pack", path.display()), hint))
}

fn open_one(path: &Path) -> Result<Opened, Error> {
    // Whoever lays a file on a stick names it.
    let name = clean(&path.file_name().unwrap_or(path.as_os_str()).to_string_lossy());
    let refused = |error: io::Error| {
        Error::refused(format!("{} cannot be opened ({error})", path.display()), "check its name")
    };
    if !fs::metadata(path).map_err(refused)?.is_file() {
        return Err(refused(io::Error::other("it is no ordinary file")));
    }
    let signature = small_file::read(&signature_of(path), LARGEST_SIGNATURE).ok();
    let file = File::open(path).and_then(OnDisk::new).map_err(refused)?;
    Ok(Opened { name, file, signature })
}

/// Where minisign lays the signature of a pack.
pub(super) fn signature_of(pack: &Path) -> PathBuf {
    let mut beside = pack.as_os_str().to_owned();
    beside.push(".minisig");
    beside.into()
}

/// The folders of packs: those of the computer, then the person's own.
fn folders() -> Vec<PathBuf> {
    let own = ProjectDirs::from("", "", "airt").map(|dirs| dirs.data_dir().join("packs"));
    let everybody = FOR_EVERYBODY.iter().filter(|_| cfg!(unix)).map(PathBuf::from);
    everybody.chain(own).collect()
}

/// The files of a folder, by name; none where there is no folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths.truncate(MOST_OF_A_FOLDER);
    paths
}

fn ending_in<'a>(ending: &str, paths: &'a [PathBuf]) -> impl Iterator<Item = &'a PathBuf> {
    paths.iter().filter(move |path| path.extension().is_some_and(|found| found == ending))
}

impl Packs {
    /// Refuses what nobody signed: nobody who looks after a shared terminal is beside it.
    pub(super) const fn take_only_signed(&mut self) {
        self.only_signed = true;
    }

    pub(super) fn is_empty(&self) -> bool {
        self.opened.is_empty() && self.faults.is_empty() && self.note.is_none()
    }

    /// Adds all packs, and says in a line what could not be taken.
    pub(super) fn add(self, knowledge: &mut Knowledge) -> Told {
        self.read().add(knowledge)
    }

    /// Adds all packs for a command. What lies in a folder of packs and cannot be taken is told,
    /// and never in the way.
    ///
    /// # Errors
    /// What was asked for and cannot be taken.
    pub(super) fn add_for_command(
        self,
        asked: &Local,
        knowledge: &mut Knowledge,
    ) -> Result<(), Error> {
        let Told { fault, note } = self.add(knowledge);
        if let Some(note) = note {
            writeln!(io::stderr(), "airt: {note}")?;
        }
        let Some(fault) = fault else { return Ok(()) };
        let error = Error::refused(fault, "the pages of airt are all here without it");
        if !asked.pack.is_empty() {
            return Err(error);
        }
        Ok(writeln!(io::stderr(), "{error}")?)
    }

    /// The one pack that was opened, whole.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub(super) fn only(mut self) -> Result<Sealed, Error> {
        let hint = "ask whoever made it for another";
        let refused = |fault| Error::refused(fault, hint);
        let opened = self.opened.pop().ok_or_else(|| refused(String::new()))?;
        let name = opened.name.clone();
        let read = || {
            let (source, seal) = self.sealed(opened)?;
            Ok(Sealed { pack: pack::read_from(source)?, seal })
        };
        read().map_err(|fault: String| refused(left_out(&name, &fault)))
    }

    /// Reads what each pack says of itself. Of two with the same id a signed one counts, then the
    /// higher sequence, then the first.
    pub(super) fn read(mut self) -> ReadPacks {
        let mut faults = std::mem::take(&mut self.faults);
        let mut lists: Vec<ReadPack> = Vec::new();
        for opened in std::mem::take(&mut self.opened) {
            let name = opened.name.clone();
            match self.read_one(opened) {
                Ok((list, seal)) => keep(&mut lists, (name, list, seal)),
                Err(fault) => faults.push(left_out(&name, &fault)),
            }
        }
        let here = |(name, list, seal): ReadPack| (name, list.for_area(&self.area), seal);
        let lists: Vec<ReadPack> = lists.into_iter().map(here).collect();
        ReadPacks { lists, faults, note: self.note, area: self.area }
    }

    fn read_one(&self, opened: Opened) -> Result<(Unread, Seal), String> {
        let (source, seal) = self.sealed(opened)?;
        let list = pack::open(source)?;
        if list.index().is_some_and(|(parts, records)| !is_index(parts, records)) {
            return Err("it is broken (its index): copy it again from whoever made it".to_owned());
        }
        Ok((list, seal))
    }

    /// What may be read of a pack, once its signature was checked.
    fn sealed(&self, opened: Opened) -> Result<(Box<dyn Source>, Seal), String> {
        let Opened { file, signature, .. } = opened;
        let (source, sealed) = on_disk::read(file, |read_through| {
            check_seal_of(signature.as_deref(), &self.keys, self.only_signed, read_through)
        })?;
        let seal = sealed.map_err(|why| match why {
            NotSealed::Unsigned => "nobody whose key is here signed it".to_owned(),
            NotSealed::Wrong => {
                "it was changed since it was signed, or its key is not one of this computer"
                    .to_owned()
            }
        })?;
        Ok((source, seal))
    }
}

impl ReadPacks {
    /// Adds all packs, and says in a line what could not be taken.
    pub(super) fn add(self, knowledge: &mut Knowledge) -> Told {
        let Self { lists, mut faults, note, area } = self;
        let (mut is_named, mut towns) = (false, BTreeSet::new());
        for (name, list, seal) in lists {
            let is_of_area = list.is_of_area();
            let own_towns: Vec<String> = list.towns().map(str::to_owned).collect();
            match knowledge.open(list, seal) {
                Ok(_) => {
                    is_named |= is_of_area;
                    towns.extend(own_towns);
                }
                Err(fault) => faults.push(left_out(&name, &fault)),
            }
        }
        let is_unknown = !area.is_empty() && !is_named && !knowledge.lists().is_empty();
        let note = note.or_else(|| is_unknown.then(|| unknown_area(&area, &towns)));
        Told { fault: faults.into_iter().next(), note }
    }
}

/// What to say of a place that no list names; it may be a slip of the hand.
fn unknown_area(area: &str, towns: &BTreeSet<String>) -> String {
    let more = if towns.len() > MOST_TOWNS { " ..." } else { "" };
    let named: Vec<&str> = towns.iter().map(String::as_str).take(MOST_TOWNS).collect();
    let area = clean(area);
    if named.is_empty() {
        format!("No list names the area {area}, or any other: what is for everybody is here.")
    } else {
        format!("No list names the area {area}. Ask for one of: {}{more}", named.join(", "))
    }
}

fn left_out(name: &str, fault: &str) -> String {
    format!("{name} is left out: {fault}")
}

fn keep(kept: &mut Vec<ReadPack>, read: ReadPack) {
    let worth = |(_, list, seal): &ReadPack| (*seal == Seal::Signed, list.manifest.sequence);
    match kept.iter_mut().find(|(_, list, _)| list.manifest.id == read.1.manifest.id) {
        None => kept.push(read),
        Some(other) if worth(&read) > worth(other) => *other = read,
        Some(_) => {}
    }
}
