//! The whole program as a conversation: a page of lines, a line typed, the next page.

use std::io::{self, BufRead, Write};

use ratatui::layout::Size;

use super::clearing::Clearing;
use super::screenful::Screenful;
use super::shared::{self, Shared};
use super::typed::Typed;
use super::word::{Request, Word, hides};
use super::{help, lines};
use crate::interface::context::Context;
use crate::interface::meant;
use crate::interface::page::row::Marks;
use crate::interface::page::{Block, calls};
use crate::interface::place::Place;
use crate::interface::printing::{Delivery, Desk, Errand, Reply};
use crate::interface::screens::{self, Found};
use crate::interface::settings::{Gap, TimeSource};
use crate::interface::visits::Visits;
use crate::interface::words::{Words, fill};
use crate::knowledge::Knowledge;
use crate::knowledge::routes::{ForWhom, Question, QuestionIndex};
use crate::paper::Order;
use crate::search::Engine;

/// What the conversation must know of where it is held.
pub struct Surroundings<'a> {
    /// How much fits on one screen; asked for each page.
    pub size: &'a dyn Fn() -> Size,
    /// Whether another line came at once, which no hand types: they are one text.
    pub more_is_waiting: &'a dyn Fn() -> bool,
    /// What becomes of the lines at the end.
    pub clearing: Clearing,
    /// Prints or saves, and says what became of it.
    pub carry_out: &'a dyn Fn(&Order) -> Reply,
}

/// The state of a conversation. It ends by returning; clearing the lines is for the edge, which
/// must be able to do it without waiting for this.
pub struct Conversation<'a> {
    knowledge: &'a Knowledge,
    words: &'a Words,
    time: TimeSource,
    marks: Marks,
    engine: Option<Engine>,
    visits: Visits,
    page: Screenful,
    desk: Desk,
    /// Whether it is only about who can help.
    is_who: bool,
    /// The terminal, where many people share it.
    shared: Option<Shared<'a>>,
    /// A way out that is not covered.
    gap: Option<Gap>,
    /// What the person should know about the start.
    notice: Option<String>,
}

/// What follows a request.
enum Answer {
    /// The next screenful of the page.
    Show,
    /// One line.
    Say(String),
    /// Nothing: the person only said that they are there.
    Wait,
    /// Nothing more.
    End,
}

impl<'a> Conversation<'a> {
    /// A conversation at the start, with nothing remembered.
    pub fn new(knowledge: &'a Knowledge, words: &'a Words, time: TimeSource, marks: Marks) -> Self {
        Self {
            knowledge,
            words,
            time,
            marks,
            engine: None,
            visits: Visits::default(),
            page: Screenful::default(),
            desk: Desk::default(),
            is_who: false,
            shared: None,
            gap: None,
            notice: None,
        }
    }

    /// The same, at the place where a language begins.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.visits.visit(place);
        self
    }

    /// A conversation on a terminal that many people share. It rests before it begins.
    pub fn shared(self, shared: Shared<'a>) -> Self {
        Self { shared: Some(shared), ..self }
    }

    /// A conversation that first says what the person should know about the start.
    pub fn with_notice(self, notice: Option<String>) -> Self {
        Self { notice, ..self }
    }

    /// A conversation that begins with the questions of "Who can help me?". Where nothing can be
    /// cleared it ends with the people to call.
    pub fn who(mut self, for_whom: ForWhom) -> Self {
        self.visits.visit(Place::Question(for_whom, QuestionIndex::FIRST));
        Self { is_who: true, ..self }
    }

    /// Learns of a way out that is not covered: it is told in the opening.
    pub fn learn_of(self, gap: Option<Gap>) -> Self {
        Self { gap, ..self }
    }

    /// Talks until the person hides the lines, or there is nothing more to read.
    ///
    /// # Errors
    /// When a line cannot be read or written.
    pub fn hold(
        mut self,
        input: &mut dyn BufRead,
        output: &mut dyn Write,
        around: &Surroundings,
    ) -> io::Result<()> {
        let mut typed = Typed::default();
        if !self.rest(&mut typed, input, output, around)? {
            return Ok(());
        }
        self.page = self.opening(around);
        let mut answer = Answer::Show;
        loop {
            match answer {
                Answer::Show => self.page.write(output, (around.size)(), &self.words.plain)?,
                Answer::Say(line) => writeln!(output, "\n{line}")?,
                Answer::Wait => {}
                Answer::End => return Ok(()),
            }
            if self.is_answered(around) {
                return Ok(());
            }
            write!(output, "{} ", self.words.plain.prompt)?;
            output.flush()?;
            if !self.is_anybody_there(output)? {
                return Ok(());
            }
            if !typed.read(input)? {
                return self.part(output, around);
            }
            if self.hides_in_burst(&mut typed, input, around)? {
                return Ok(());
            }
            let is_for_page = self.shared.as_mut().is_none_or(Shared::press);
            answer = if is_for_page { self.answer(typed.line(), around) } else { Answer::Wait };
        }
    }

    /// Rests until somebody presses Enter, a whole second after the last line. False when there is
    /// nothing more to read, or somebody hides what nobody needs to hide.
    fn rest(
        &mut self,
        typed: &mut Typed,
        input: &mut dyn BufRead,
        output: &mut dyn Write,
        around: &Surroundings,
    ) -> io::Result<bool> {
        let Some(mut shared) = self.shared.take() else { return Ok(true) };
        let (blocks, size) = (shared::rest(&self.context()), (around.size)());
        lines::page(&blocks, size, self.marks).write(output, size, &self.words.plain)?;
        output.flush()?;
        let wakes = shared.wakes(typed, input, &self.words.plain);
        self.shared = Some(shared);
        wakes
    }

    /// Waits for a line. Where many people share the terminal it asks, when none comes for long,
    /// whether anybody is there; false when nobody is.
    fn is_anybody_there(&mut self, output: &mut dyn Write) -> io::Result<bool> {
        let Some(mut shared) = self.shared.take() else { return Ok(true) };
        let asked = shared.wait(&mut |seconds| {
            let words = &self.words.kiosk;
            let clears = shared::clears_in(&self.context(), seconds);
            write!(output, "\n{} {clears}\n{} ", words.go_on_line, self.words.plain.prompt)?;
            output.flush()
        });
        self.shared = Some(shared);
        asked
    }

    /// Whether there is nothing more to say: the people to call are in a file or another program.
    fn is_answered(&self, around: &Surroundings) -> bool {
        let is_outcome = matches!(self.visits.place(), Place::Outcome(..));
        self.is_who && is_outcome && around.clearing == Clearing::Never
    }

    /// The end of the input. Whoever asks who can help is never left without a number.
    fn part(&self, output: &mut dyn Write, around: &Surroundings) -> io::Result<()> {
        if !self.is_who || around.clearing != Clearing::Never {
            return Ok(());
        }
        let size = (around.size)();
        let calls = calls::always(&self.context());
        writeln!(output)?;
        lines::page(&calls, size, self.marks).write(output, size, &self.words.plain)
    }

    /// Reads the rest of a burst of lines: what is searched for is one text. Hiding counts there too.
    fn hides_in_burst(
        &self,
        first: &mut Typed,
        input: &mut dyn BufRead,
        around: &Surroundings,
    ) -> io::Result<bool> {
        let mut next = Typed::default();
        let words = &self.words.plain;
        let mut hide = hides(first.line(), words);
        let is_search = matches!(Request::parse(first.line(), words), Request::Search(_));
        while !hide && (around.more_is_waiting)() {
            hide = !next.read(input)? || hides(next.line(), words);
            if is_search {
                first.add(&next);
            }
        }
        Ok(hide)
    }

    fn answer(&mut self, line: &str, around: &Surroundings) -> Answer {
        match Request::parse(line, &self.words.plain) {
            Request::Do(word) => self.carry_out(word, around),
            Request::Choose(number) => self.choose(number, around),
            // As typed: a folder begins with a sign that asks for a search elsewhere.
            Request::Search(_) if matches!(self.visits.place(), Place::Name(_)) => {
                self.save(line.trim(), around)
            }
            Request::Search(words) => {
                let answers = meant::answers(&self.context(), self.visits.place());
                match meant::answer(&answers, words) {
                    Some(answer) => self.choose(answer + 1, around),
                    None => self.search(words, around),
                }
            }
        }
    }

    fn carry_out(&mut self, word: Word, around: &Surroundings) -> Answer {
        let words = &self.words.plain;
        match word {
            Word::Hide => return Answer::End,
            Word::Search => return Answer::Say(words.search_what.clone()),
            Word::More if self.page.is_done() => return self.skip(around),
            Word::More => return Answer::Show,
            Word::Back if self.visits.is_at_start() => return Answer::Say(words.at_start.clone()),
            Word::Back => self.visits.back(),
            Word::Start => self.visits.start(),
            Word::Who => self.visits.visit(Place::WHO),
            Word::Languages => self.visits.visit(Place::Languages),
            Word::Sources => self.visits.visit(Place::Sources),
            Word::Print if !self.context().can_print() => {
                return Answer::Say(self.words.print.no_printer.clone());
            }
            Word::Print => return self.visit(self.visits.place().to_print(), around),
            Word::Help => self.visits.visit(Place::Help),
        }
        self.turn_page(around)
    }

    /// The question on the screen. Its answers are the first choices of the page.
    fn question(&self) -> Option<&'a Question> {
        let Place::Question(for_whom, question) = self.visits.place() else { return None };
        Some(&self.knowledge.routes().route(for_whom)[question])
    }

    /// Enter with nothing more to read: skips a question, for which its last answer is there.
    fn skip(&mut self, around: &Surroundings) -> Answer {
        match self.question() {
            Some(question) => self.choose(question.answers.len(), around),
            None => Answer::Say(self.words.plain.end.clone()),
        }
    }

    fn choose(&mut self, number: usize, around: &Surroundings) -> Answer {
        if let Some(chosen) = number.checked_sub(1).and_then(|index| self.page.choice(index)) {
            return self.visit(chosen, around);
        }
        let words = &self.words.plain;
        let (number, last) = (number.to_string(), self.page.choices().to_string());
        let said = if self.page.choices() == 0 { &words.no_choices } else { &words.no_such_choice };
        Answer::Say(fill(said, &[("number", &number), ("first", "1"), ("last", &last)]))
    }

    /// Goes somewhere, and does what is asked for there.
    fn visit(&mut self, place: Place, around: &Surroundings) -> Answer {
        if let Place::Reads(language, reads) = place {
            self.marks.tell(self.knowledge[language].script, reads);
            self.visits.back();
            return self.turn_page(around);
        }
        self.visits.visit(place);
        self.desk.delivery = None;
        match place {
            Place::Print(..) => self.run(&Errand::Look, around),
            Place::Sent(paper) => self.run(&Errand::Print(paper), around),
            _ => {}
        }
        self.turn_page(around)
    }

    fn save(&mut self, name: &str, around: &Surroundings) -> Answer {
        if let Place::Name(paper) = self.visits.place() {
            self.run(&Errand::Save(paper, name.to_owned()), around);
        }
        self.turn_page(around)
    }

    fn run(&mut self, errand: &Errand, around: &Surroundings) {
        let order = Order::of(&self.context(), errand);
        self.desk.take((around.carry_out)(&order));
    }

    fn search(&mut self, words: &str, around: &Surroundings) -> Answer {
        let engine = self.engine.get_or_insert_with(|| Engine::of_knowledge(self.knowledge));
        let context = Context::new(self.knowledge, self.words, self.time, self.marks);
        self.visits.visit_found(Found::of(engine, &context, words.to_owned().into()));
        self.turn_page(around)
    }

    fn turn_page(&mut self, around: &Surroundings) -> Answer {
        self.page = lines::page(&self.blocks(), (around.size)(), self.marks);
        Answer::Show
    }

    /// What the screen says. The help page is another one here: there are words, not keys.
    fn blocks(&self) -> Vec<Block> {
        let context = self.context();
        let mut blocks = match self.visits.place() {
            Place::Help => help::blocks(&context),
            seen => screens::as_text(seen, self.visits.found(), &context),
        };
        if self.question().is_some() {
            blocks.push(Block::Note(self.words.plain.question.clone()));
        }
        let is_saved = matches!(self.desk.delivery, Some(Delivery::Saved(_)));
        if matches!(self.visits.place(), Place::Name(_)) && !is_saved {
            blocks.push(Block::Note(self.words.print.name_line.clone()));
        }
        if !help::names_emergency(&context, &blocks) {
            blocks.push(Block::Note(help::danger(&context)));
        }
        blocks
    }

    /// The first page, after what must be known before it.
    fn opening(&self, around: &Surroundings) -> Screenful {
        let context = self.context();
        let mut blocks = vec![Block::Text(help::danger(&context))];
        let said = around.clearing.said(&self.words.plain);
        blocks.extend(said.into_iter().map(|line| Block::Note(line.to_owned())));
        blocks.extend(self.gap.map(|gap| Block::Note(gap.says(self.words).to_owned())));
        blocks.extend(self.notice.clone().into_iter().chain(context.as_of()).map(Block::Note));
        blocks.extend(self.blocks());
        lines::page(&blocks, (around.size)(), self.marks)
    }

    fn context(&self) -> Context<'_> {
        let context = Context::new(self.knowledge, self.words, self.time, self.marks);
        let station = self.shared.as_ref().map(Shared::station);
        Context { desk: Some(&self.desk), station, ..context }
    }
}
