//! The whole program as a conversation: a page of lines, a line typed, the next page.

use std::io::{self, BufRead, Write};

use ratatui::layout::Size;

use super::clearing::Clearing;
use super::command::{Command, Request, hides};
use super::screenful::Page;
use super::typed::Typed;
use super::{help, lines, meant};
use crate::interface::app::SHOWN_HITS;
use crate::interface::context::Context;
use crate::interface::page::rows::Marks;
use crate::interface::page::{Block, calls};
use crate::interface::screens::{Found, Screen};
use crate::interface::settings::Clock;
use crate::interface::words::{Words, fill};
use crate::knowledge::Knowledge;
use crate::knowledge::entry::EntryIndex;
use crate::knowledge::routes::{ForWhom, Question};
use crate::search::Engine;

/// What the conversation must know of where it is held.
pub struct Place<'a> {
    /// How much fits on one screen; asked for each page.
    pub size: &'a dyn Fn() -> Size,
    /// Whether another line came at once, which no hand types: all but the first are dropped.
    pub more_is_waiting: &'a dyn Fn() -> bool,
    /// What becomes of the lines at the end.
    pub clearing: Clearing,
}

/// The state of a conversation. It ends by returning; clearing the lines is for the edge, which
/// must be able to do it without waiting for this.
pub struct Conversation<'a> {
    knowledge: &'a Knowledge,
    words: &'a Words,
    clock: Clock,
    marks: Marks,
    engine: Option<Engine>,
    visits: Vec<Screen>,
    page: Page,
    /// Whether it is only about who can help.
    is_who: bool,
}

/// What follows a request.
enum Answer {
    /// The next screenful of the page.
    Show,
    /// One line.
    Say(String),
    /// Nothing more.
    End,
}

impl<'a> Conversation<'a> {
    /// A conversation at the start, with nothing remembered.
    pub fn new(knowledge: &'a Knowledge, words: &'a Words, clock: Clock, marks: Marks) -> Self {
        let (visits, page) = (Vec::new(), Page::default());
        Self { knowledge, words, clock, marks, engine: None, visits, page, is_who: false }
    }

    /// A conversation that begins with the questions of "Who can help me?". Where nothing can be
    /// cleared it ends with the people to call.
    pub fn who(self, for_whom: ForWhom) -> Self {
        Self { visits: vec![Screen::Question(for_whom, 0)], is_who: true, ..self }
    }

    /// Talks until the person hides the lines, or there is nothing more to read.
    ///
    /// # Errors
    /// When a line cannot be read or written.
    pub fn hold(
        mut self,
        input: &mut dyn BufRead,
        output: &mut dyn Write,
        place: &Place,
    ) -> io::Result<()> {
        self.page = self.opening(place);
        let mut answer = Answer::Show;
        let mut typed = Typed::default();
        loop {
            match answer {
                Answer::Show => self.page.write(output, (place.size)(), &self.words.plain)?,
                Answer::Say(line) => writeln!(output, "\n{line}")?,
                Answer::End => return Ok(()),
            }
            if self.is_answered(place) {
                return Ok(());
            }
            write!(output, "{} ", self.words.plain.prompt)?;
            output.flush()?;
            if !typed.read(input)? {
                return self.part(output, place);
            }
            if self.hides_in_burst(&typed, input, place)? {
                return Ok(());
            }
            answer = self.answer(typed.line(), place);
        }
    }

    /// Whether there is nothing more to say: the people to call are in a file or another program.
    fn is_answered(&self, place: &Place) -> bool {
        let is_outcome = matches!(self.visits.last(), Some(Screen::Outcome(..)));
        self.is_who && is_outcome && place.clearing == Clearing::Never
    }

    /// The end of the input. Whoever asks who can help is never left without a number.
    fn part(&self, output: &mut dyn Write, place: &Place) -> io::Result<()> {
        if !self.is_who || place.clearing != Clearing::Never {
            return Ok(());
        }
        let size = (place.size)();
        let calls = calls::always(&self.context());
        writeln!(output)?;
        lines::page(&calls, size, self.marks).write(output, size, &self.words.plain)
    }

    /// Reads past the rest of a burst of lines. Hiding counts there too.
    fn hides_in_burst(
        &self,
        first: &Typed,
        input: &mut dyn BufRead,
        place: &Place,
    ) -> io::Result<bool> {
        let mut dropped = Typed::default();
        let mut hide = hides(first.line(), &self.words.plain);
        while !hide && (place.more_is_waiting)() {
            hide = !dropped.read(input)? || hides(dropped.line(), &self.words.plain);
        }
        Ok(hide)
    }

    fn answer(&mut self, line: &str, place: &Place) -> Answer {
        match Request::parse(line, &self.words.plain) {
            Request::Do(command) => self.carry_out(command, place),
            Request::Choose(number) => self.choose(number, place),
            Request::Search(words) => {
                match self.question().and_then(|question| meant::answer(question, words)) {
                    Some(answer) => self.choose(answer + 1, place),
                    None => self.search(words, place),
                }
            }
        }
    }

    fn carry_out(&mut self, command: Command, place: &Place) -> Answer {
        let words = &self.words.plain;
        match command {
            Command::Hide => return Answer::End,
            Command::Search => return Answer::Say(words.search_what.clone()),
            Command::More if self.page.is_done() => return self.skip(place),
            Command::More => return Answer::Show,
            Command::Back if self.visits.is_empty() => return Answer::Say(words.at_start.clone()),
            Command::Back => _ = self.visits.pop(),
            Command::Start => self.visits.clear(),
            Command::Who => self.visit(Screen::Question(ForWhom::Myself, 0)),
            Command::Languages => self.visit(Screen::Languages),
            Command::Sources => self.visit(Screen::Sources),
            Command::Help => self.visit(Screen::Help),
        }
        self.turn_page(place)
    }

    /// The question on the screen. Its answers are the first choices of the page.
    fn question(&self) -> Option<&'a Question> {
        let Screen::Question(for_whom, place) = self.visits.last()? else { return None };
        self.knowledge.routes().route(*for_whom).questions().get(*place)
    }

    /// Enter with nothing more to read: skips a question, for which its last answer is there.
    fn skip(&mut self, place: &Place) -> Answer {
        match self.question() {
            Some(question) => self.choose(question.answers.len(), place),
            None => Answer::Say(self.words.plain.end.clone()),
        }
    }

    fn choose(&mut self, number: usize, place: &Place) -> Answer {
        if let Some(screen) = number.checked_sub(1).and_then(|index| self.page.choice(index)) {
            self.visit(screen.clone());
            return self.turn_page(place);
        }
        let words = &self.words.plain;
        let (number, last) = (number.to_string(), self.page.choices().to_string());
        let said = if self.page.choices() == 0 { &words.no_choices } else { &words.no_such_choice };
        Answer::Say(fill(said, &[("number", &number), ("first", "1"), ("last", &last)]))
    }

    fn search(&mut self, words: &str, place: &Place) -> Answer {
        let engine = self.engine.get_or_insert_with(|| Engine::of_knowledge(self.knowledge));
        let hits = engine.entries(self.knowledge, words, SHOWN_HITS);
        let places: Vec<EntryIndex> = hits.iter().map(|hit| hit.entry).collect();
        let found = Found::new(&self.context(), words.to_owned().into(), &places);
        self.visit(Screen::Results(found));
        self.turn_page(place)
    }

    fn visit(&mut self, screen: Screen) {
        if self.visits.last() != Some(&screen) {
            self.visits.push(screen);
        }
    }

    fn turn_page(&mut self, place: &Place) -> Answer {
        self.page = lines::page(&self.blocks(), (place.size)(), self.marks);
        Answer::Show
    }

    /// What the screen says. The help page is another one here: there are words, not keys.
    fn blocks(&self) -> Vec<Block> {
        let screen = self.visits.last().unwrap_or(&Screen::Home);
        let context = self.context();
        let mut blocks = match screen {
            Screen::Help => help::blocks(&context),
            screen => screen.as_text(&context),
        };
        if self.question().is_some() {
            blocks.push(Block::Note(self.words.plain.question.clone()));
        }
        if !help::names_emergency(&context, &blocks) {
            blocks.push(Block::Note(help::danger(&context)));
        }
        blocks
    }

    /// The first page, after what must be known before it.
    fn opening(&self, place: &Place) -> Page {
        let context = self.context();
        let mut blocks = vec![Block::Text(help::danger(&context))];
        let said = place.clearing.said(&self.words.plain);
        blocks.extend(said.into_iter().map(|line| Block::Note(line.to_owned())));
        blocks.extend(context.as_of().map(Block::Note));
        blocks.extend(self.blocks());
        lines::page(&blocks, (place.size)(), self.marks)
    }

    fn context(&self) -> Context<'a> {
        Context {
            knowledge: self.knowledge,
            words: self.words,
            moment: self.clock.now(),
            is_as_of: matches!(self.clock, Clock::Stopped(_)),
            marks: self.marks,
        }
    }
}
