//! What can be written on the command line.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use super::format::{AsData, AsJson};
use super::{clock, date_of_facts};
use crate::error::Error;
use crate::interface::settings::TimeSource;
use crate::interface::theme::Theme;
use crate::knowledge::Knowledge;
use crate::knowledge::hours::Moment;
use crate::knowledge::routes::ForWhom;
use crate::terminal::AfterHiding;
use clap::{Args, Parser, Subcommand, ValueEnum, value_parser};

/// What stands below the options.
const AFTER_HELP: &str = "\
With no command, airt opens its screens. Esc hides them at once.

Examples:
  airt search interpreter
  airt show tara
  airt show migrant-help --at 2026-12-05T23:00

What you type after airt stays in the shell's history. What you type on the screens does not.

Exit codes: 0 done, 1 nothing found, 2 could not be done.
Settings: settings.json in airt's configuration folder, see the README.";

/// Who to call and what help there is, for people who may be victims of human trafficking in
/// Scotland. In danger now? Call 999.
#[derive(Debug, Default, Parser)]
#[command(name = "airt", disable_version_flag = true)]
#[command(after_help = AFTER_HELP)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub command: Option<Command>,

    /// Show hours as of another time in Scotland, such as 2026-12-25T10:00
    #[arg(long, global = true, value_name = "TIME")]
    pub at: Option<String>,

    #[command(flatten)]
    pub local: Local,

    #[command(flatten)]
    pub screens: Screens,

    #[command(flatten)]
    pub shared: Shared,

    /// Print the version
    #[arg(long, short = 'V')]
    pub version: bool,

    /// With --version: say which protections are on
    #[arg(long, requires = "version")]
    pub verbose: bool,

    /// Say which protections are on; exit code 2 when the system's settings switched one off
    #[arg(long)]
    pub verify: bool,
}

/// Which lists of local services are shown.
#[derive(Debug, Default, Args)]
pub(super) struct Local {
    /// Show the services of a pack, too
    #[arg(long, global = true, value_name = "FILE")]
    pub pack: Vec<PathBuf>,

    /// Take no pack that nobody signed
    #[arg(long, global = true)]
    pub only_signed: bool,

    /// Of packs, show what is for a town or the beginning of a postcode, such as Dundee or DD1
    #[arg(long, global = true, value_name = "PLACE")]
    pub area: Option<String>,
}

/// How the screens look and behave.
#[derive(Debug, Default, Args)]
pub(super) struct Screens {
    /// The looks of the screens
    #[arg(long, value_enum, value_name = "THEME")]
    pub theme: Option<ThemeName>,

    /// Begin in a language: its tag, such as vi, or its name in English
    #[arg(long, value_name = "LANGUAGE", conflicts_with = "kiosk")]
    pub lang: Option<String>,

    /// Draw with plain letters only
    #[arg(long)]
    pub ascii: bool,

    /// Leave clicks and the wheel to the terminal
    #[arg(long)]
    pub no_mouse: bool,

    /// What follows when the screen is hidden
    #[arg(long, value_enum, value_name = "WHAT", default_value_t)]
    pub after_hiding: AfterHidingName,

    /// Talk in lines of text: for screen readers and simple terminals
    #[arg(long)]
    pub plain: bool,
}

/// A terminal that many people share.
#[derive(Debug, Default, Args)]
pub(super) struct Shared {
    /// Serve a terminal that many people share, such as one in a hallway
    #[arg(long, conflicts_with = "after_hiding")]
    pub kiosk: bool,

    /// With --kiosk: how long nobody presses a key before it asks if anybody is there [default: 120]
    #[arg(long, value_name = "SECONDS", requires = "kiosk")]
    #[arg(value_parser = value_parser!(u16).range(30..=600))]
    pub idle: Option<u16>,

    /// With --kiosk: whether the clock can be trusted
    #[arg(long, value_enum, value_name = "WHICH", requires = "kiosk")]
    pub clock: Option<ClockName>,

    /// With --kiosk: print on this device or named pipe, or with this program
    #[arg(long, value_name = "PATH", requires = "kiosk")]
    pub printer: Option<PathBuf>,
}

impl Shared {
    /// Seconds without a key before it asks if anybody is there.
    pub fn idle(&self) -> u16 {
        self.idle.unwrap_or(120)
    }
}

/// What is known of the clock.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum ClockName {
    /// It may be wrong: say nothing of hours
    Unknown,
}

/// The names of the looks on the command line.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum ThemeName {
    /// Light words on a dark ground
    Default,
    /// Dark words on a light ground
    Light,
    /// Black, white and yellow
    HighContrast,
    /// No colour: bold, underline and reverse
    Mono,
}

impl From<ThemeName> for Theme {
    fn from(name: ThemeName) -> Self {
        match name {
            ThemeName::Default => Self::Default,
            ThemeName::Light => Self::Light,
            ThemeName::HighContrast => Self::HighContrast,
            ThemeName::Mono => Self::Mono,
        }
    }
}

/// The names of what may follow hiding.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(super) enum AfterHidingName {
    /// The shell, on an empty screen
    #[default]
    Prompt,
    /// A clock and a calendar
    Clock,
}

impl From<AfterHidingName> for AfterHiding {
    fn from(name: AfterHidingName) -> Self {
        match name {
            AfterHidingName::Prompt => Self::Prompt,
            AfterHidingName::Clock => Self::Clock,
        }
    }
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Name every section and page
    List {
        #[command(flatten)]
        format: AsJson,
    },
    /// Show one page, its numbers first
    Show {
        /// The page's id, as `airt list` names it
        id: String,
        #[command(flatten)]
        format: AsJson,
    },
    /// Find pages by your own words, best first
    Search(Search),
    /// Ask at most three questions, and say who to call
    Who(Who),
    /// Write pages to print and give away
    Print(Print),
    /// Write a card in a person's own language that asks for an interpreter
    Card(Card),
    /// Say how far each language was checked, and write the paper to check it
    Languages(Languages),
    /// List every number for staff to ring through, the oldest check first
    Review {
        #[command(flatten)]
        format: AsData,
        /// Read the CSV that staff filled in, and print the lines to put into the data
        #[arg(long, value_name = "FILE", conflicts_with_all = ["csv", "json"])]
        rung: Option<PathBuf>,
    },
    /// Make a list of local services into a pack, and look into one
    #[command(subcommand)]
    Pack(Box<Pack>),
    /// Check data files, or the data inside the program
    Check {
        /// Data files to check in the place of those inside the program
        files: Vec<PathBuf>,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum Pack {
    /// Print a spreadsheet to begin with
    New,
    /// Make a spreadsheet into a pack, and say what was left out
    Build(Build),
    /// Say whose a pack is, how old, and what is left out of it
    Show {
        file: PathBuf,
        #[command(flatten)]
        format: AsJson,
    },
    /// Say what changed from one pack to the next
    Compare { old: PathBuf, new: PathBuf },
    /// Print the services of a pack as a spreadsheet, or as a feed of Open Referral
    Export {
        file: PathBuf,
        /// Print HSDS 3.0
        #[arg(long)]
        hsds: bool,
    },
}

#[derive(Debug, Args)]
pub(super) struct Build {
    /// The spreadsheet, saved as CSV; or a feed of Open Referral, or a folder of its files (.json)
    pub file: PathBuf,
    /// What the list is called
    #[arg(long)]
    pub name: String,
    /// Who made the list, and answers for it
    #[arg(long)]
    pub maker: String,
    /// The licence that its facts are given under
    #[arg(long)]
    pub licence: String,
    /// The words that name where its facts come from
    #[arg(long)]
    pub attribution: String,
    /// A sentence for each of its pages
    #[arg(long, default_value = "")]
    pub note: String,
    /// Its id; made of the name unless it is given
    #[arg(long)]
    pub id: Option<String>,
    /// The day it is made; today unless it is given
    #[arg(long, value_name = "DATE")]
    pub made: Option<String>,
    /// Of two packs with one id the higher number counts; made of the day unless it is given
    #[arg(long, value_name = "N")]
    pub sequence: Option<u64>,
    /// The pack to write
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
}

#[derive(Debug, Args)]
pub(super) struct Search {
    #[command(flatten)]
    pub format: AsJson,
    /// The most pages to name
    #[arg(long, value_name = "N", default_value = "5")]
    pub limit: NonZeroUsize,
    /// Your own words, in any order
    #[arg(required = true)]
    pub words: Vec<String>,
}

#[derive(Debug, Args)]
pub(super) struct Who {
    /// Who needs the help
    #[arg(long = "for", value_enum, value_name = "WHOM", default_value_t)]
    pub for_whom: ForWhomName,
    /// Print all questions and where each answer leads, for both, as JSON
    #[arg(long, conflicts_with = "for_whom")]
    pub json: bool,
}

/// The names of who needs the help.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(super) enum ForWhomName {
    /// You
    #[default]
    Myself,
    /// A person you know or work for
    SomeoneElse,
}

impl From<ForWhomName> for ForWhom {
    fn from(name: ForWhomName) -> Self {
        match name {
            ForWhomName::Myself => Self::Myself,
            ForWhomName::SomeoneElse => Self::SomeoneElse,
        }
    }
}

#[derive(Debug, Args)]
pub(super) struct Print {
    /// Write one page for a browser, with a card to fold for `numbers`
    #[arg(long)]
    pub html: bool,
    /// Pages by id, as `airt list` names them; or all, numbers, worksheet, handover, or local for the lists of packs
    #[arg(required = true, value_name = "ID")]
    pub ids: Vec<String>,
}

#[derive(Debug, Args)]
pub(super) struct Card {
    /// Write a page for a browser, which can show every script
    #[arg(long)]
    pub html: bool,
    /// The language: its tag, such as vi, or its name in English
    #[arg(required = true, value_name = "LANGUAGE")]
    pub language: Vec<String>,
}

#[derive(Debug, Args)]
pub(super) struct Languages {
    /// Write the paper on which a speaker checks the words
    #[arg(long, requires = "language", conflicts_with = "law")]
    pub sheet: bool,
    /// Write the paper on which a Scots lawyer checks the rights
    #[arg(long, requires = "language")]
    pub law: bool,
    /// Write the paper as a page for a browser, which can show every script
    #[arg(long, requires = "language")]
    pub html: bool,
    /// The language: its tag, such as vi, or its name in English
    pub language: Option<String>,
}

impl Command {
    /// Whether local services are among what it is about.
    pub(super) const fn shows_lists(&self) -> bool {
        matches!(
            self,
            Self::List { .. }
                | Self::Show { .. }
                | Self::Search(_)
                | Self::Print(_)
                | Self::Review { .. }
        )
    }
}

impl Arguments {
    /// What the process was asked. To parse nothing is a twentieth of the way to the first picture,
    /// so nothing is not parsed.
    pub(super) fn read() -> Result<Self, clap::Error> {
        let is_asked = std::env::args_os().len() > 1;
        if is_asked { Self::try_parse() } else { Ok(Self::default()) }
    }

    /// The time to show hours by: the machine's, unless another was asked for. A clock from before
    /// the last check of a fact is wrong.
    pub(super) fn time(&self, knowledge: &Knowledge) -> Result<TimeSource, Error> {
        let Some(at) = &self.at else {
            let unknown = self.shared.clock.map(|ClockName::Unknown| TimeSource::Unknown);
            return Ok(unknown.unwrap_or(TimeSource::Running(clock, date_of_facts(knowledge))));
        };
        let asked = Moment::parse(at).map(TimeSource::Stopped);
        asked.map_err(|fault| Error::refused(fault.to_string(), "or leave --at out, for now"))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::Date;

    use super::*;
    use crate::knowledge::source::PartialDate;

    fn time(options: &[&str]) -> TimeSource {
        let arguments = Arguments::try_parse_from([&["airt"], options].concat()).unwrap();
        arguments.time(&Knowledge::embedded().unwrap()).unwrap()
    }

    #[test]
    fn a_clock_from_before_the_last_check_of_a_fact_is_wrong() {
        let TimeSource::Running(read, since) = time(&[]) else { panic!("the clock runs") };
        let knowledge = Knowledge::embedded().unwrap();
        let checks: Vec<Date> = knowledge.checks().filter_map(PartialDate::earliest).collect();
        assert!(checks.len() > 20 && checks.iter().all(|check| *check <= since));
        assert_eq!(read(Date::MAX), Moment::ClockWrong);
    }

    #[test]
    fn a_clock_can_be_said_to_be_unknown() {
        let unknown = time(&["--kiosk", "--clock", "unknown"]);
        assert_eq!(unknown.now(), Moment::ClockWrong);
        assert!(matches!(unknown, TimeSource::Unknown), "no hours were asked for");
    }

    #[test]
    fn no_words_are_the_default() {
        let parsed = Arguments::try_parse_from(["airt"]).unwrap();
        assert_eq!(format!("{parsed:?}"), format!("{:?}", Arguments::default()));
    }
}
