//! The command line: what each command prints, with no terminal and no colour.

mod appearance;
mod arguments;
mod card;
mod check;
mod conversation;
mod format;
mod guess;
mod interactive;
mod kiosk;
mod languages;
mod list;
mod on_disk;
mod pack;
mod packs;
mod print;
mod review;
mod rung;
mod search;
mod settings;
mod show;
mod small_file;
mod table;
mod who;

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use clap::CommandFactory;
use clap::error::ErrorKind;
use jiff::Timestamp;
use jiff::civil::{Date, date};

use crate::error::Error;
use crate::interface::context::Context;
use crate::interface::page::Block;
use crate::interface::page::row::{Font, Marks};
use crate::interface::place::Place;
use crate::interface::screens;
use crate::interface::settings::TimeSource;
use crate::interface::words::Words;
use crate::knowledge::Knowledge;
use crate::knowledge::hours::Moment;
use crate::knowledge::source::PartialDate;
use crate::terminal::State;
use crate::{plain, terminal};
use arguments::{Arguments, Command};
use conversation::Begin;

/// Exit code of a search that found nothing.
const NOTHING_FOUND: u8 = 1;
/// Exit code of everything that could not be done.
const REFUSED: u8 = 2;

/// The day this version's facts were put together: a clock that shows an earlier day is wrong.
const BUILT: Date = date(2026, 11, 22);

/// Runs the program with the arguments of the process.
pub fn main() -> ExitCode {
    #[cfg(windows)]
    terminal::guard_if_asked();
    let mut output = io::stdout().lock();
    match run(&mut output) {
        Ok(code) => code,
        Err(error) if error.is_closed_pipe() => ExitCode::SUCCESS,
        Err(error) => {
            // Nobody is left to tell when standard error is closed too.
            let _ = writeln!(io::stderr(), "{error}");
            ExitCode::from(REFUSED)
        }
    }
}

/// The command line as clap knows it, for what a release makes of it: man page and completions.
pub fn command() -> clap::Command {
    Arguments::command()
}

fn run(output: &mut dyn Write) -> Result<ExitCode, Error> {
    let arguments = match Arguments::read() {
        Ok(arguments) => arguments,
        Err(error) => return answer_parser(output, &error),
    };
    if arguments.version || arguments.verify {
        return version(output, &arguments);
    }
    if arguments.command.is_some() && arguments.screens.lang.is_some() {
        return Err(Error::refused(
            "--lang opens the screens in a language, and a command has none",
            "leave one of them out; `airt card vi` prints a card",
        ));
    }
    let mut file = settings::read();
    let asked = arguments.screens.lang.as_ref().or(file.settings.language.as_ref());
    let language = asked.map_or("en", String::as_str);
    let mut knowledge =
        Knowledge::embedded_in(language).map_err(|faults| Error::from_faults(&faults))?;
    let words =
        Words::of(language).map_err(|fault| Error::refused(fault, "mend data/interface"))?;
    let words = if arguments.shared.kiosk { words.for_kiosk() } else { words };
    let door = begin(&arguments, &mut file, &knowledge)?;
    let time = arguments.time(&knowledge)?;
    let is_page = has_no_terminal() && !arguments.screens.plain && !arguments.shared.kiosk;
    if arguments.command.as_ref().map_or(is_page, Command::shows_lists) {
        packs::open(&arguments.local)?.add_for_command(&arguments.local, &mut knowledge)?;
    }
    // Where nothing moves, any letter may be missing.
    let context = Context::new(&knowledge, &words, time, Marks::ASCII);
    let code = match &arguments.command {
        Some(command) => answer(output, &context, &arguments, time, command)?,
        None if has_no_terminal() && arguments.shared.kiosk => {
            let next = "start it on a terminal, see docs/kiosk.md";
            return Err(Error::refused("--kiosk needs a screen that it can clear", next));
        }
        None if has_no_terminal() && !arguments.screens.plain => home(output, &context, door)?,
        None => meet(output, &arguments, file, door, time, knowledge, words)?,
    };
    output.flush()?;
    Ok(code)
}

/// Carries out a command.
fn answer(
    output: &mut dyn Write,
    context: &Context,
    arguments: &Arguments,
    time: TimeSource,
    command: &Command,
) -> Result<ExitCode, Error> {
    match command {
        Command::List { format } => list::run(output, context, (*format).into()),
        Command::Show { id, format } => show::run(output, context, id, (*format).into()),
        Command::Search(search) => search::run(output, context, search),
        Command::Who(who) => who::run(output, context, arguments, time, who),
        Command::Print(print) => print::run(output, context, print),
        Command::Card(card) => card::run(output, context, card),
        Command::Languages(asked) => languages::run(output, context, asked),
        Command::Review { rung: Some(file), .. } => rung::run(output, context, file),
        Command::Review { format, rung: None } => {
            let only_lists = !arguments.local.pack.is_empty();
            review::run(output, context, only_lists, (*format).into())
        }
        Command::Pack(pack) => pack::run(output, context, pack, &arguments.local),
        Command::Check { files } => check::run(output, files),
    }
}

/// With no command: the screens on a terminal, and lines where there is no cursor or a person asked
/// for them.
fn meet(
    output: &mut dyn Write,
    arguments: &Arguments,
    file: settings::File,
    door: Place,
    time: TimeSource,
    mut knowledge: Knowledge,
    words: Words,
) -> Result<ExitCode, Error> {
    let mut packs = packs::open_what_can_be(&arguments.local);
    if arguments.shared.kiosk {
        packs.take_only_signed();
    }
    let has_no_cursor = appearance::has_no_cursor(variable) || terminal::has_no_cursor();
    if arguments.screens.plain || has_no_cursor {
        // Lines cannot change what they said: the lists come first.
        let begin = Begin::All(packs.add(&mut knowledge).line());
        conversation::run(output, arguments, door, time, &knowledge, &words, begin)?;
    } else {
        interactive::run(arguments, file, door, time, knowledge, words, packs)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Where the screens begin: at the start, or in the language that was asked for. A shared terminal is
/// nobody's.
fn begin(
    arguments: &Arguments,
    file: &mut settings::File,
    knowledge: &Knowledge,
) -> Result<Place, Error> {
    match (&arguments.screens.lang, &file.settings.language) {
        (Some(asked), _) => door(knowledge, asked),
        (None, Some(asked)) if !arguments.shared.kiosk => Ok(door(knowledge, asked)
            .unwrap_or_else(|error| {
                file.notice = Some(format!("settings.json: {error}"));
                Place::Home
            })),
        _ => Ok(Place::Home),
    }
}

/// Where the screens begin in a language: at the start where there are words in it, else where the
/// language itself begins.
fn door(knowledge: &Knowledge, asked: &str) -> Result<Place, Error> {
    let asked = asked.to_lowercase();
    let code = asked.split('-').next().unwrap_or_default();
    if Words::has(code) || asked == "english" {
        return Ok(Place::Home);
    }
    Ok(screens::door(knowledge, card::find(knowledge, &asked)?))
}

/// The signs that were asked for, and that the terminal can show.
fn marks(arguments: &Arguments) -> Marks {
    let only_ascii = arguments.screens.ascii || terminal::has_letters_only();
    appearance::marks(only_ascii, terminal::font().map(Font::new), variable)
}

fn version(output: &mut dyn Write, arguments: &Arguments) -> Result<ExitCode, Error> {
    writeln!(output, "airt {}", env!("CARGO_PKG_VERSION"))?;
    if !arguments.verbose && !arguments.verify {
        return Ok(ExitCode::SUCCESS);
    }
    let protections = terminal::protections();
    for protection in &protections {
        writeln!(output, "{protection}")?;
    }
    let is_off = protections.iter().any(|protection| protection.state == State::SwitchedOff);
    Ok(if arguments.verify && is_off { ExitCode::from(REFUSED) } else { ExitCode::SUCCESS })
}

/// Help is an answer; anything else the parser says is one line with the next thing to do.
fn answer_parser(output: &mut dyn Write, error: &clap::Error) -> Result<ExitCode, Error> {
    if error.kind() == ErrorKind::DisplayHelp {
        write!(output, "{error}")?;
        return Ok(ExitCode::SUCCESS);
    }
    let text = error.to_string();
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        let usage = text.lines().find_map(|line| line.trim().strip_prefix("Usage: "));
        let name = usage.unwrap_or("airt").split(['[', '<']).next().unwrap_or_default().trim();
        let hint = format!("`{name} --help` names them");
        return Err(Error::refused(format!("{name} needs a word that says what to do"), hint));
    }
    let usage = text.lines().find_map(|line| line.strip_prefix("Usage: "));
    if let (ErrorKind::MissingRequiredArgument, Some(usage)) = (error.kind(), usage) {
        return Err(Error::refused("something is missing", format!("write `{usage}`")));
    }
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let is_about_the_fault =
        |line: &&str| !line.starts_with("Usage:") && !line.starts_with("For more");
    let said: Vec<&str> = lines.take_while(is_about_the_fault).collect();
    let said = said.join(" ");
    let said = said.strip_prefix("error: ").unwrap_or(&said);
    Err(Error::refused(said, "`airt --help` names every command"))
}

fn has_no_terminal() -> bool {
    !io::stdin().is_terminal() || !io::stdout().is_terminal()
}

/// Whoever cannot be shown the screens must not be left without a number.
fn no_terminal(error: &terminal::Error, always: &str) -> Error {
    Error::refused(error.to_string(), format!("start airt in a terminal window. {always}"))
}

/// The first page, for a pipe.
fn home(output: &mut dyn Write, context: &Context, door: Place) -> Result<ExitCode, Error> {
    let mut blocks = vec![Block::Text(plain::danger(context))];
    blocks.extend(screens::as_text(door, None, context));
    blocks.push(Block::Text(context.words.home.commands.clone()));
    plain::write(output, context, &blocks)?;
    Ok(ExitCode::SUCCESS)
}

/// A variable of the environment, if it is text.
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// The day the facts were put together, or the last of them was checked.
fn date_of_facts(knowledge: &Knowledge) -> Date {
    knowledge.checks().filter_map(PartialDate::earliest).fold(BUILT, Date::max)
}

/// What time it is by the machine's clock, which is wrong before a day.
fn clock(since: Date) -> Moment {
    Moment::from_clock(Timestamp::now(), since)
}
