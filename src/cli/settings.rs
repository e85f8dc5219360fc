//! An optional file of settings in the user's configuration folder: read if it is there, never
//! written.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use directories::ProjectDirs;
use serde::Deserialize;

use super::small_file;
use crate::interface::theme::Theme;

/// Far more than the settings need, in bytes.
const LARGEST: u64 = 64 * 1024;

/// What `settings.json` can say.
#[derive(Debug, Default, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub(super) struct FileSettings {
    /// The language to begin in.
    pub language: Option<String>,
    /// The looks.
    pub theme: Option<Theme>,
    /// Public keys that packs are checked with, as `minisign` writes them.
    #[serde(default)]
    pub keys: Vec<String>,
    /// Whether no pack is taken that nobody signed.
    #[serde(default)]
    pub only_signed: bool,
    /// The town, or the beginning of a postcode, that packs are looked through for.
    pub area: Option<String>,
}

/// The settings, and one line about a file that had to be ignored.
#[derive(Debug, Default)]
pub(super) struct File {
    pub settings: FileSettings,
    pub notice: Option<String>,
}

/// What the file says, if there is one.
pub(super) fn read() -> File {
    match path().map_or(Ok(FileSettings::default()), |path| read_file(&path)) {
        Ok(settings) => File { settings, notice: None },
        Err(notice) => File { notice: Some(notice), ..File::default() },
    }
}

/// Where the file would be; nowhere when the system names no home.
fn path() -> Option<PathBuf> {
    Some(ProjectDirs::from("", "", "airt")?.config_dir().join("settings.json"))
}

fn read_file(path: &Path) -> Result<FileSettings, String> {
    let text = match small_file::read(path, LARGEST) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(FileSettings::default()),
        text => text.map_err(|error| ignored(path, &error.to_string()))?,
    };
    serde_json::from_str(&text).map_err(|error| ignored(path, &error.to_string()))
}

fn ignored(path: &Path, why: &str) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str()).display();
    format!("{name} is ignored: {why}")
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn read_text(text: &str) -> Result<FileSettings, String> {
        let folder = std::env::temp_dir().join(format!("airt-settings-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join(format!("{}.json", text.len()));
        fs::write(&path, text).unwrap();
        let read = read_file(&path);
        fs::remove_file(&path).unwrap();
        read
    }

    #[test]
    fn a_file_may_choose_the_looks_and_the_language() {
        let settings = read_text(r#"{"theme": "high-contrast", "language": "en"}"#).unwrap();
        assert_eq!(settings.theme, Some(Theme::HighContrast));
    }

    #[test]
    fn no_file_is_no_fault() {
        assert_eq!(read_file(Path::new("/no/such/settings.json")), Ok(FileSettings::default()));
    }

    #[test]
    fn a_broken_file_is_named_in_one_line() {
        for text in ["", "{", r#"{"theme": "pink"}"#, r#"{"colour": 1}"#] {
            let notice = read_text(text).unwrap_err();
            assert!(notice.contains("is ignored: "), "{notice}");
            assert_eq!(notice.lines().count(), 1, "{notice}");
        }
    }
}
