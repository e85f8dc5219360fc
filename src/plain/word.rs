//! Which typed word does what. One table serves the conversation and its page of help.

use crate::interface::event::is_hide_byte;
use crate::interface::meant::digit;
use crate::interface::words::{CommandWords, PlainCommandsWords, PlainWords};

/// What a word can do.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Word {
    /// Clear everything and end.
    Hide,
    /// The rest of a long page.
    More,
    /// One step back.
    Back,
    /// Back to the start.
    Start,
    /// Find pages by the words that follow.
    Search,
    /// At most three questions, and then whom to call.
    Who,
    /// A card in one's own language, to show.
    Languages,
    /// Where the facts come from.
    Sources,
    /// What to print.
    Print,
    /// The page of these words.
    Help,
}

/// The words of one command, in any language.
pub type WordsOf = fn(&PlainCommandsWords) -> &CommandWords;

/// The table: each command and its words, in the order the help page names them.
pub const WORDS: &[(Word, WordsOf)] = &[
    (Word::Hide, |words| &words.hide),
    (Word::More, |words| &words.more),
    (Word::Back, |words| &words.back),
    (Word::Start, |words| &words.start),
    (Word::Search, |words| &words.search),
    (Word::Who, |words| &words.who),
    (Word::Languages, |words| &words.languages),
    (Word::Sources, |words| &words.sources),
    (Word::Print, |words| &words.print),
    (Word::Help, |words| &words.help),
];

/// What a person asks for with one line.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Request<'a> {
    /// What a word does.
    Do(Word),
    /// The thing with this number on the page.
    Choose(usize),
    /// What fits these words.
    Search(&'a str),
}

/// The most digits a choice has. Longer ones are telephone numbers, and are searched for.
const CHOICE_DIGITS: usize = 2;

impl<'a> Request<'a> {
    /// Reads a line. An empty one asks for more.
    pub(super) fn parse(line: &'a str, words: &PlainWords) -> Self {
        if hides(line, words) {
            return Self::Do(Word::Hide);
        }
        let line = bare(line);
        if line.is_empty() {
            return Self::Do(Word::More);
        }
        if let Some(choice) = choice(line) {
            return Self::Choose(choice);
        }
        if let Some((command, _)) =
            WORDS.iter().find(|(_, of)| is_one_of(line, &of(&words.commands).typed))
        {
            return Self::Do(*command);
        }
        Self::Search(without_first(line, &words.commands.search.typed))
    }
}

/// Whether a line hides everything: a word for it, a line that begins with the first such word,
/// that word with one slip in it (hands may shake), or a hide key that a line editor let through.
pub(super) fn hides(line: &str, words: &PlainWords) -> bool {
    let hide = &words.commands.hide;
    let is_key = line.bytes().any(is_hide_byte);
    let line = bare(line).to_lowercase();
    if is_key || hide.has(&line) {
        return true;
    }
    let hide = hide.typed.first().map_or("", String::as_str);
    let begins = line.split_whitespace().next().map(bare) == Some(hide);
    begins || strsim::osa_distance(&line, hide) <= 1
}

/// The line without the signs and spaces around its words.
fn bare(line: &str) -> &str {
    line.trim_matches(|letter: char| !letter.is_alphanumeric())
}

fn choice(line: &str) -> Option<usize> {
    let mut digits = line.chars().map(digit);
    let is_choice = line.chars().count() <= CHOICE_DIGITS;
    if is_choice { digits.try_fold(0, |choice, digit| Some(10 * choice + digit?)) } else { None }
}

fn is_one_of(line: &str, typed: &[String]) -> bool {
    let line = line.to_lowercase();
    typed.contains(&line)
}

/// The line without its first word, if that is one of these.
fn without_first<'a>(line: &'a str, typed: &[String]) -> &'a str {
    match line.split_once(char::is_whitespace) {
        Some((first, rest)) if is_one_of(first, typed) => rest.trim(),
        _ => line,
    }
}
