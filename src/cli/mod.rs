//! The command line: what each command prints, with no terminal and no colour.

mod appearance;
mod arguments;
mod card;
mod check;
mod conversation;
mod format;
mod interactive;
mod languages;
mod list;
mod pack;
mod packs;
mod print;
mod review;
mod search;
mod settings;
mod show;
mod small_file;
mod table;
mod who;

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser};
use jiff::Timestamp;
use jiff::civil::{Date, date};

use crate::error::Error;
use crate::interface::context::Context;
use crate::interface::page::Block;
use crate::interface::page::row::Marks;
use crate::interface::place::Place;
use crate::interface::screens;
use crate::interface::settings::TimeSource;
use crate::interface::words::Words;
use crate::knowledge::Knowledge;
use crate::knowledge::hours::Moment;
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
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return answer_parser(output, &error),
    };
    if arguments.version {
        return version(output, arguments.verbose);
    }
    let mut knowledge = Knowledge::embedded().map_err(|faults| Error::from_faults(&faults))?;
    let words =
        Words::english().map_err(|fault| Error::refused(fault, "mend data/interface/en.json"))?;
    let time = arguments.time()?;
    if arguments.command.as_ref().is_some_and(Command::shows_lists) {
        packs::open(&arguments.local)?.add_for_command(&arguments.local, &mut knowledge)?;
    }
    // Where nothing moves, any letter may be missing.
    let context = Context::new(&knowledge, &words, time, Marks::ASCII);
    let code = match &arguments.command {
        Some(command) => answer(output, &context, &arguments, time, command)?,
        None if has_no_terminal() && !arguments.screens.plain => home(output, &context)?,
        None => meet(output, &arguments, time, knowledge, words)?,
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
        Command::Review { format } => {
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
    time: TimeSource,
    mut knowledge: Knowledge,
    words: Words,
) -> Result<ExitCode, Error> {
    let packs = packs::open(&arguments.local)?;
    let has_no_cursor = appearance::has_no_cursor(variable) || terminal::has_no_cursor();
    if arguments.screens.plain || has_no_cursor {
        // Lines cannot change what they said: the lists come first.
        let notice = packs.add(&mut knowledge);
        conversation::run(output, arguments, time, &knowledge, &words, Begin::All(notice))?;
    } else {
        interactive::run(arguments, time, knowledge, words, packs)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The signs that were asked for, and that the terminal can show.
fn marks(arguments: &Arguments) -> Marks {
    appearance::marks(arguments.screens.ascii || terminal::has_letters_only(), variable)
}

fn version(output: &mut dyn Write, verbose: bool) -> Result<ExitCode, Error> {
    writeln!(output, "airt {}", env!("CARGO_PKG_VERSION"))?;
    if verbose {
        for protection in terminal::protections() {
            writeln!(output, "{}: {}", protection.name, protection.state)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Help is an answer; anything else the parser says is one line with the next thing to do.
fn answer_parser(output: &mut dyn Write, error: &clap::Error) -> Result<ExitCode, Error> {
    if error.kind() == ErrorKind::DisplayHelp {
        write!(output, "{error}")?;
        return Ok(ExitCode::SUCCESS);
    }
    let text = error.to_string();
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

fn no_terminal(error: &terminal::Error) -> Error {
    Error::refused(error.to_string(), "try another terminal, or `airt --plain`")
}

/// The home page, for a pipe.
fn home(output: &mut dyn Write, context: &Context) -> Result<ExitCode, Error> {
    let mut blocks = vec![Block::Text(plain::danger(context))];
    blocks.extend(screens::as_text(Place::Home, None, context));
    blocks.push(Block::Text(context.words.home.commands.clone()));
    plain::write(output, context, &blocks)?;
    Ok(ExitCode::SUCCESS)
}

/// A variable of the environment, if it is text.
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// What time it is by the machine's clock.
fn clock() -> Moment {
    Moment::from_clock(Timestamp::now(), BUILT)
}
