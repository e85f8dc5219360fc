//! The packs that are there: opened before the screen, when files can still be opened; read and
//! checked later, so that nobody waits for them.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use super::arguments::Local;
use super::{settings, small_file};
use crate::error::Error;
use crate::knowledge::Knowledge;
use crate::knowledge::local::{Seal, clean};
use crate::pack::{self, Keys, NotSealed, Pack, check_seal};

/// Far more than the list of a country needs, in bytes.
const LARGEST: u64 = 64 * 1024 * 1024;
/// Far more than a signature or a key needs, in bytes.
const LARGEST_SIGNATURE: u64 = 4 * 1024;
/// So many files of one folder are looked at, at most: packs, signatures and keys.
const MOST_OF_A_FOLDER: usize = 64;
/// Where whoever looks after a computer puts packs for everybody.
const FOR_EVERYBODY: [&str; 2] = ["/usr/local/share/airt/packs", "/usr/share/airt/packs"];

/// A pack of which nothing is read yet but its signature.
struct Opened {
    name: String,
    file: File,
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
}

/// A pack that was read and whose signature was checked.
pub(super) struct Sealed {
    pub pack: Pack,
    pub seal: Seal,
}

/// Opens the packs that are asked for, and those in the folders.
///
/// # Errors
/// A pack that is asked for and cannot be opened.
pub(super) fn open(asked: &Local) -> Result<Packs, Error> {
    let laid: Vec<PathBuf> = folders().iter().flat_map(|folder| files(folder)).collect();
    let mut packs = trusting(asked, &laid);
    for path in &asked.pack {
        packs.opened.push(open_one(path)?);
    }
    for path in ending_in("airtpack", &laid) {
        match open_one(path) {
            Ok(opened) => packs.opened.push(opened),
            Err(error) => packs.faults.push(error.to_string()),
        }
    }
    Ok(packs)
}

/// Opens one pack, and no other.
///
/// # Errors
/// When it cannot be opened.
pub(super) fn open_only(asked: &Local, path: &Path) -> Result<Packs, Error> {
    let laid: Vec<PathBuf> = folders().iter().flat_map(|folder| files(folder)).collect();
    Ok(Packs { opened: vec![open_one(path)?], ..trusting(asked, &laid) })
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
    }
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
    let mut beside = path.as_os_str().to_owned();
    beside.push(".minisig");
    let signature = small_file::read(Path::new(&beside), LARGEST_SIGNATURE).ok();
    Ok(Opened { name, file: File::open(path).map_err(refused)?, signature })
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
        self.opened.is_empty() && self.faults.is_empty()
    }

    /// Adds all packs, and says in a line what could not be taken.
    pub(super) fn add(mut self, knowledge: &mut Knowledge) -> Option<String> {
        let mut faults = std::mem::take(&mut self.faults);
        for (name, read) in self.read(&mut faults) {
            let Sealed { pack: Pack { manifest, services }, seal } = read;
            match knowledge.add(manifest, services, seal, &self.area) {
                Ok(list) if knowledge[list].entries().len() == 0 && !self.area.is_empty() => {
                    faults.push(format!("{name} has nothing for {}: try another place", self.area));
                }
                Ok(list) if knowledge[list].left_out.is_empty() => {}
                Ok(list) => faults.push(format!(
                    "{name}: {} services are left out: `airt pack show` says why",
                    knowledge[list].left_out.len()
                )),
                Err(fault) => faults.push(left_out(&name, &fault)),
            }
        }
        faults.into_iter().next()
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
        let Some(fault) = self.add(knowledge) else { return Ok(()) };
        let error = Error::refused(fault, "the pages of airt are all here without it");
        if !asked.pack.is_empty() {
            return Err(error);
        }
        Ok(writeln!(io::stderr(), "{error}")?)
    }

    /// The one pack that was opened.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub(super) fn only(self) -> Result<Sealed, Error> {
        let mut faults = Vec::new();
        let mut read = self.read(&mut faults);
        let hint = "ask whoever made it for another";
        let fault = faults.into_iter().next().unwrap_or_default();
        read.pop().map(|(_, read)| read).ok_or_else(|| Error::refused(fault, hint))
    }

    /// Reads every pack. Of two with the same id a signed one counts, then the higher sequence, then
    /// the first.
    fn read(&self, faults: &mut Vec<String>) -> Vec<(String, Sealed)> {
        let mut kept: Vec<(String, Sealed)> = Vec::new();
        for opened in &self.opened {
            match self.read_one(opened) {
                Ok(read) => keep(&mut kept, opened.name.clone(), read),
                Err(fault) => faults.push(left_out(&opened.name, &fault)),
            }
        }
        kept
    }

    fn read_one(&self, opened: &Opened) -> Result<Sealed, String> {
        let mut bytes = Vec::new();
        let read = (&opened.file).take(LARGEST + 1).read_to_end(&mut bytes);
        read.map_err(|error| format!("it cannot be read ({error})"))?;
        if bytes.len() as u64 > LARGEST {
            return Err(format!("it is larger than {} MB", LARGEST / 1024 / 1024));
        }
        let signature = opened.signature.as_deref();
        let seal = check_seal(&bytes, signature, &self.keys, self.only_signed);
        let seal = seal.map_err(|why| match why {
            NotSealed::Unsigned => "nobody whose key is here signed it".to_owned(),
            NotSealed::Wrong => {
                "it was changed since it was signed, or the key is not one of this computer: ask whoever made it".to_owned()
            }
        })?;
        Ok(Sealed { pack: pack::read(&bytes)?, seal })
    }
}

fn left_out(name: &str, fault: &str) -> String {
    format!("{name} is left out: {fault}")
}

fn keep(kept: &mut Vec<(String, Sealed)>, name: String, read: Sealed) {
    let worth = |read: &Sealed| (read.seal == Seal::Signed, read.pack.manifest.sequence);
    let id = &read.pack.manifest.id;
    match kept.iter_mut().find(|(_, other)| other.pack.manifest.id == *id) {
        None => kept.push((name, read)),
        Some(other) if worth(&read) > worth(&other.1) => *other = (name, read),
        Some(_) => {}
    }
}
