//! The whole state of the interactive program: what is shown, what was typed, and how both change.

use std::sync::{Arc, Mutex, PoisonError};

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use zeroize::Zeroizing;

use super::canvas::{Action, Canvas};
use super::context::Context;
use super::event::{Event, Key, KeyCode};
use super::keymap::{self, Command};
use super::meant::digit;
use super::page::TextField;
use super::place::{Digits, Place};
use super::printing::{Desk, Errand};
use super::reading::{Cursor, Direction};
use super::screens;
use super::settings::{Gap, Settings};
use super::shown::{Needs, Shown};
use super::station::Station;
use super::view::{self, Picture};
use super::visits::Visits;
use super::words::Words;
use crate::knowledge::Knowledge;
use crate::knowledge::entry::PhoneIndex;
use crate::search::Engine;

/// What the terminal must do after an event.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Effect {
    /// Take everything off the screen and leave.
    Hide,
    /// Draw the next picture whole, on a blank screen. Some terminals keep the combining marks of
    /// some scripts where a picture that only sends what changed does not reach them.
    Repaint,
}

/// Adds lists of local services to the knowledge; says in a line what was left out.
pub type AddLists = Box<dyn FnOnce(&mut Knowledge) -> Option<String> + Send>;

/// Reads them, on another thread.
pub type ReadLists = Box<dyn FnOnce() -> AddLists + Send>;

/// Lists that are read on another thread.
#[derive(Default)]
struct Reading {
    read: Option<ReadLists>,
    done: Arc<Mutex<Option<AddLists>>>,
}

/// What the person used last, where the cursor belongs.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Focus {
    Search,
    Marked,
}

/// The whole state of the interactive program; drawn from, never drawing by itself.
pub struct App {
    pub(super) knowledge: Knowledge,
    words: Words,
    settings: Settings,
    /// The terminal, where many people share it.
    pub(super) station: Option<Station>,
    pub(super) engine: Option<Engine>,
    reading: Reading,
    pub(super) focus: Focus,
    pub(super) visits: Visits,
    /// An answer to the question on the screen, while it is typed in words; or the name of a file.
    pub(super) answering: Zeroizing<String>,
    /// A question was answered by its number, and no key came since: who then presses Enter means
    /// that answer, not the next question, which nobody can have read.
    pub(super) is_answered: bool,
    pub(super) desk: Desk,
    /// What the edge must do, until it takes it.
    pub(super) errand: Option<Errand>,
    /// The size of the last picture, so that a key can be read against it.
    area: Rect,
    /// What the last picture shows, until something changes it.
    pub(super) shown: Option<Shown>,
    /// What a click does where, in the last picture.
    clicks: Vec<(Rect, Action)>,
}

impl App {
    /// A program that stands at the start, with nothing remembered.
    pub fn new(knowledge: Knowledge, words: Words, settings: Settings) -> Self {
        Self {
            knowledge,
            words,
            settings,
            station: None,
            engine: None,
            reading: Reading::default(),
            focus: Focus::Search,
            visits: Visits::default(),
            answering: no_answer(),
            is_answered: false,
            desk: Desk::default(),
            errand: None,
            area: Rect::ZERO,
            shown: None,
            clicks: Vec::new(),
        }
    }

    /// The same, at the place where a language begins.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.visits.visit(place);
        self
    }

    /// Has lists of local services read on another thread.
    pub fn read_later(&mut self, read: Option<ReadLists>) {
        self.reading.read = read;
    }

    /// Work for another thread, after which [`Event::Lists`] comes.
    pub fn work(&mut self) -> Option<Box<dyn FnOnce() + Send>> {
        let (read, done) = (self.reading.read.take()?, self.reading.done.clone());
        Some(Box::new(move || {
            let lists = read();
            *done.lock().unwrap_or_else(PoisonError::into_inner) = Some(lists);
        }))
    }

    fn take_lists(&mut self) {
        let lists = self.reading.done.lock().unwrap_or_else(PoisonError::into_inner).take();
        let Some(add) = lists else { return };
        let notice = add(&mut self.knowledge);
        match &mut self.engine {
            Some(engine) => engine.take_lists(&self.knowledge),
            None => self.prepare(),
        }
        self.settings.notice = notice.or(self.settings.notice.take());
        self.shown = None;
    }

    /// Work for after the first picture: the search is built while the person reads.
    pub fn prepare(&mut self) {
        self.engine.get_or_insert_with(|| Engine::of_knowledge(&self.knowledge));
    }

    /// Learns of a way out that is not covered: the person is told before anything else.
    pub fn learn_of(&mut self, gap: Gap) {
        self.settings.notice = Some(gap.says(&self.words).to_owned());
    }

    /// Takes one event; an effect is for the terminal to carry out.
    pub fn update(&mut self, event: &Event) -> Option<Effect> {
        if matches!(event, Event::Release { .. } | Event::Drag { .. }) {
            return None;
        }
        let had_many_scripts = self.visits.place().has_many_scripts();
        let effect = self.take(event);
        // Signs that join the one before can stay behind in some terminals when others follow.
        let repaint = had_many_scripts && *event != Event::Tick;
        effect.or(repaint.then_some(Effect::Repaint))
    }

    fn take(&mut self, event: &Event) -> Option<Effect> {
        let is_of_the_person =
            !matches!(event, Event::Tick | Event::Resize | Event::Printing(_) | Event::Lists);
        if is_of_the_person && self.settings.notice.take().is_some() {
            self.shown = None;
        }
        match event {
            Event::Key(key) if keymap::hides(*key) => return Some(Effect::Hide),
            Event::Key(key) => return self.press(*key),
            Event::Paste(text) if self.is_naming() => self.type_name(text),
            Event::Paste(text) => self.search(text),
            Event::Click { column, row } => return self.click(Position::new(*column, *row)),
            Event::Scroll { up, .. } => self.command(if *up { Command::Up } else { Command::Down }),
            Event::Lists => self.take_lists(),
            Event::Printing(reply) => self.take_reply(reply.clone()),
            Event::Resize | Event::Release { .. } | Event::Drag { .. } => {}
            // Open now, or closed: the clock went on.
            Event::Tick => self.shown = None,
        }
        None
    }

    fn press(&mut self, key: Key) -> Option<Effect> {
        if key.code == KeyCode::Enter && self.is_word_for_hiding() {
            return Some(Effect::Hide);
        }
        let is_answered = std::mem::take(&mut self.is_answered);
        match keymap::command(key, self.typed().is_empty()) {
            Some(Command::Open) if is_answered => {}
            Some(Command::Open) if !self.answering.is_empty() && self.is_naming() => {
                self.enter_name();
            }
            Some(Command::Open) if !self.answering.is_empty() => self.enter_answer(),
            Some(command) => self.command(command),
            None => self.type_key(key),
        }
        None
    }

    /// Whether "quit" or the like was typed: who types it means it.
    fn is_word_for_hiding(&self) -> bool {
        let typed = Zeroizing::new(self.typed().trim().to_lowercase());
        self.words.plain.commands.hide.has(&typed)
    }

    fn is_naming(&self) -> bool {
        matches!(self.visits.place(), Place::Name(_))
    }

    /// The words in the search box.
    pub(super) fn typed(&self) -> &str {
        if self.answering.is_empty() { self.visits.typed() } else { &self.answering }
    }

    fn type_key(&mut self, key: Key) {
        let Key { code: KeyCode::Character(letter), control: false } = key else { return };
        match (digit(letter), self.visits.place().digits()) {
            (Some(digit), Digits::Answer) if self.answering.is_empty() => {
                self.answer(digit);
            }
            (_, Digits::Answer) => self.answer_letter(letter),
            (_, Digits::Name) => self.type_name(letter.encode_utf8(&mut [0; 4])),
            (Some(_), Digits::Nothing) => {}
            _ => self.search(letter.encode_utf8(&mut [0; 4])),
        }
    }

    /// What the last picture says that a cell does, and the cells around it that do the same.
    pub(super) fn target_at(&self, position: Position) -> Option<(Rect, Action)> {
        self.clicks.iter().rfind(|(area, _)| area.contains(position)).copied()
    }

    /// Does what the last picture says that a cell does.
    fn click(&mut self, position: Position) -> Option<Effect> {
        let (_, action) = self.target_at(position)?;
        match action {
            Action::Type => self.focus = Focus::Search,
            Action::Hide => return Some(Effect::Hide),
            Action::Do(command) => self.command(command),
            Action::Open(target) => self.open(target),
            Action::Go(place) => self.visit(place),
        }
        None
    }

    fn command(&mut self, command: Command) {
        match command {
            Command::Up | Command::Down | Command::PageUp | Command::PageDown => self.step(command),
            Command::Open => self.open_marked(),
            Command::Back => self.turn(Visits::back),
            Command::Start => self.turn(Visits::start),
            Command::Erase => self.erase(),
            Command::Help => self.visit(Place::Help),
            Command::Who => self.visit(Place::WHO),
            Command::Languages => self.visit(Place::Languages),
            Command::Print if !self.context().can_print() => {}
            Command::Print => self.visit(self.visits.place().to_print()),
            Command::Big => self.show_number(Place::Number),
            Command::Code => self.show_number(Place::Code),
        }
        if command != Command::Erase {
            self.focus = Focus::Marked;
        }
    }

    fn step(&mut self, command: Command) {
        let cursor = self.visits.cursor();
        let reading = self.shown().reading();
        let cursor = match command {
            Command::Up => reading.up(cursor),
            Command::Down => reading.down(cursor),
            Command::PageUp => reading.page(cursor, Direction::Up),
            _ => reading.page(cursor, Direction::Down),
        };
        self.visits.move_to(cursor);
    }

    /// Moves the page by some rows, whatever is marked.
    pub(super) fn scroll(&mut self, rows: i16) {
        let cursor = self.cursor();
        let by = usize::from(rows.unsigned_abs());
        let scroll = if rows < 0 { cursor.scroll.saturating_sub(by) } else { cursor.scroll + by };
        let moved = self.shown().reading().fit(Cursor { scroll, ..cursor });
        self.visits.move_to(moved);
    }

    /// Opens what is marked, but never what the window does not show.
    fn open_marked(&mut self) {
        let cursor = self.cursor();
        if self.shown().reading().sees(cursor) {
            self.open(cursor.marked);
        }
    }

    pub(super) fn open(&mut self, target: usize) {
        if let Some(place) = self.shown().target(target) {
            self.visits.move_to(Cursor { marked: target, ..self.visits.cursor() });
            self.visit(place);
        }
    }

    /// Shows the marked number another way, or the first number of the page.
    fn show_number(&mut self, place: fn(PhoneIndex) -> Place) {
        let phone = self.visits.place().phone().or_else(|| self.number_on_page());
        if let Some(phone) = phone {
            // Back leads to where one was.
            self.turn(Visits::leave_number);
            self.visit(place(phone));
        }
    }

    /// The marked number, or the first one on the page.
    fn number_on_page(&mut self) -> Option<PhoneIndex> {
        let marked = self.cursor().marked;
        let shown = self.shown();
        let places = shown.target(marked).into_iter().chain(shown.targets().iter().copied());
        places.into_iter().find_map(Place::phone)
    }

    fn visit(&mut self, place: Place) {
        if let Place::Reads(language, reads) = place {
            self.settings.marks.tell(self.knowledge[language].script, reads);
            self.turn(Visits::back);
        } else if self.visits.place() != place {
            self.turn(|visits| visits.visit(place));
            self.send_out(place);
        }
    }

    /// Goes somewhere. What the last picture says of clicks is no longer so, but for the way out.
    pub(super) fn turn(&mut self, go: impl FnOnce(&mut Visits)) {
        go(&mut self.visits);
        self.answering = no_answer();
        self.shown = None;
        self.clicks.retain(|(_, action)| *action == Action::Hide);
    }
}

/// Room for the longest words of an answer: a text that never moves leaves no copy behind.
pub(super) fn no_answer() -> Zeroizing<String> {
    Zeroizing::new(String::with_capacity(256))
}

/// What the picture is drawn from.
impl App {
    /// What a screen may know now.
    pub fn context(&self) -> Context<'_> {
        let Settings { time, marks, .. } = self.settings;
        let context = Context::new(&self.knowledge, &self.words, time, marks);
        Context { desk: Some(&self.desk), station: self.station.as_ref(), ..context }
    }

    /// What the screen shows at the size of the last picture.
    fn shown(&mut self) -> &Shown {
        let shown = self.shown.take().unwrap_or_else(|| self.show());
        self.shown.insert(shown)
    }

    fn show(&self) -> Shown {
        let context = self.context();
        let mut says = screens::content(self.visits.place(), self.visits.found(), &context);
        if !self.answering.is_empty() {
            says.field.get_or_insert(TextField::Search);
        }
        // Hours of another time are said in one line.
        let as_of = context.is_as_of.then_some("");
        let needs = Needs {
            has_field: says.field.is_some(),
            has_languages: !says.languages.is_empty(),
            has_side: !says.side.is_empty(),
            must_say: self.settings.notice.as_deref().or(as_of),
            has_rules: !self.settings.looks.has_panels(),
            has_touch: context.station.is_some_and(|station| station.has_touch),
        };
        Shown::of(&context, says, self.area, needs)
    }

    /// Where the person is, on the page at its present size.
    fn cursor(&mut self) -> Cursor {
        let cursor = self.visits.cursor();
        self.shown().reading().fit(cursor)
    }

    /// Draws the screen as it stands.
    pub fn view(&mut self, frame: &mut Frame) {
        let area = frame.area();
        if let Some(cursor) = self.draw(frame.buffer_mut(), area) {
            frame.set_cursor_position(cursor);
        }
    }

    /// Draws into a part of a picture; gives the place of the terminal's own cursor.
    pub(super) fn draw(&mut self, buffer: &mut Buffer, area: Rect) -> Option<Position> {
        if self.area != area {
            self.area = area;
            self.shown = None;
        }
        let cursor = self.cursor();
        let shown = self.shown.as_ref()?;
        let always = self.knowledge.always();
        let picture = Picture {
            words: &self.words,
            shown,
            cursor,
            typed: self.typed(),
            is_typing: self.focus == Focus::Search,
            notice: self.notice(),
            emergency: always.emergency.number.spoken(),
            police: always.police.number.spoken(),
            can_print: self.context().can_print(),
        };
        let mut canvas = self.canvas(buffer, area);
        view::draw(&picture, &mut canvas);
        let Canvas { targets, cursor, .. } = canvas;
        self.clicks = targets;
        cursor
    }

    /// A part of a picture to draw into, in the looks that were chosen.
    pub(super) fn canvas<'a>(&self, buffer: &'a mut Buffer, area: Rect) -> Canvas<'a> {
        let Settings { looks, marks, .. } = self.settings;
        Canvas::new(buffer, area, looks, marks)
    }

    /// Where a click hides everything, in the last picture: whoever reads the mouse can hide
    /// without waiting for this program.
    pub fn hide_target(&self) -> Rect {
        let hide = self.clicks.iter().find(|(_, action)| *action == Action::Hide);
        hide.map(|(area, _)| *area).unwrap_or_default()
    }

    /// One line that the person should know of: about the start, about hours that are not those
    /// of now, or a first word of welcome.
    fn notice(&self) -> Option<String> {
        let hello = || self.visits.is_at_start().then(|| self.words.search.hello.clone());
        self.settings.notice.clone().or_else(|| self.context().as_of()).or_else(hello)
    }
}
