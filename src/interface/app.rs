//! The whole state of the interactive program: what is shown, what was typed, and how both change.

use std::cell::Cell;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::canvas::{Action, Canvas};
use super::context::Context;
use super::event::{Event, Key, KeyCode};
use super::keymap::{self, Command};
use super::page::rows::Marks;
use super::page::{Block, Content};
use super::reading::Cursor;
use super::screens::{Digits, Screen};
use super::settings::{Clock, Settings};
use super::view::{self, Pane};
use super::words::Words;

use crate::knowledge::Knowledge;
use crate::knowledge::entry::EntryIndex;
use crate::knowledge::hours::Moment;
use crate::knowledge::routes::ForWhom;
use crate::search::Engine;

/// The most results one screen lists; what a person needs is near the top or not there.
pub(crate) const SHOWN_HITS: usize = 6;

/// What the terminal must do after an event.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Effect {
    /// Take everything off the screen and leave.
    Hide,
    /// Draw the next picture whole, on a blank screen. Some terminals keep the combining marks of
    /// some scripts where a picture that only sends what changed does not reach them.
    Repaint,
}

/// What the person used last, where the cursor belongs.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Focus {
    /// The search box.
    Search,
    Marked,
}

/// A screen that was opened, and where on it the person is.
#[derive(Clone, Debug)]
pub(super) struct Visit {
    pub(super) screen: Screen,
    cursor: Cursor,
}

impl Visit {
    fn new(screen: Screen) -> Self {
        Self { screen, cursor: Cursor::default() }
    }
}

/// The whole state of the interactive program; drawn from, never drawing by itself.
pub struct App {
    pub(super) knowledge: Knowledge,
    words: Words,
    settings: Settings,
    now: Moment,
    pub(super) engine: Option<Engine>,
    pub(super) focus: Focus,
    pub(super) visits: Vec<Visit>,
    /// The size of the last picture, so that a key or a click can be read against it.
    shown: Cell<Rect>,
    /// Where the last picture says "Hide this screen".
    hide_target: Cell<Rect>,
}

impl App {
    /// A program that stands at the start, with nothing remembered.
    pub fn new(knowledge: Knowledge, words: Words, settings: Settings) -> Self {
        Self {
            knowledge,
            words,
            now: settings.clock.now(),
            settings,
            engine: None,
            focus: Focus::Search,
            visits: Vec::new(),
            shown: Cell::new(Rect::ZERO),
            hide_target: Cell::new(Rect::ZERO),
        }
    }

    /// Work for after the first picture: the search is built while the person reads.
    pub fn prepare(&mut self) {
        self.engine.get_or_insert_with(|| Engine::of_knowledge(&self.knowledge));
    }

    /// Takes one event; an effect is for the terminal to carry out.
    pub fn update(&mut self, event: &Event) -> Option<Effect> {
        let had_many_scripts = self.screen().has_many_scripts();
        let effect = self.take(event);
        // Signs that join the one before can stay behind in some terminals when others follow.
        let repaint = had_many_scripts && *event != Event::Tick;
        effect.or(repaint.then_some(Effect::Repaint))
    }

    fn take(&mut self, event: &Event) -> Option<Effect> {
        if *event != Event::Tick && *event != Event::Resize {
            self.settings.notice = None;
        }
        match event {
            Event::Key(key) if keymap::hides(*key) => return Some(Effect::Hide),
            Event::Key(key) => self.press(*key),
            Event::Paste(text) => self.search(text),
            Event::Click { column, row } => return self.click(Position::new(*column, *row)),
            Event::Scroll { up, .. } => self.command(if *up { Command::Up } else { Command::Down }),
            Event::Resize => {}
            Event::Tick => self.now = self.settings.clock.now(),
        }
        None
    }

    /// Draws the screen as it stands.
    pub fn view(&self, frame: &mut Frame) {
        self.shown.set(frame.area());
        let canvas = self.draw(frame.buffer_mut());
        self.hide_target.set(canvas.area_of(Action::Hide).unwrap_or_default());
        if let Some(cursor) = canvas.cursor {
            frame.set_cursor_position(cursor);
        }
    }

    /// Where a click hides everything, in the last picture: whoever reads the mouse can hide
    /// without waiting for this program.
    pub const fn hide_target(&self) -> Rect {
        self.hide_target.get()
    }

    fn draw<'a>(&self, buffer: &'a mut Buffer) -> Canvas<'a> {
        let mut canvas = Canvas::new(buffer, self.settings.looks, self.settings.marks);
        view::draw(self, &mut canvas);
        canvas
    }

    fn press(&mut self, key: Key) {
        match keymap::command(key, self.typed().is_empty()) {
            Some(command) => self.command(command),
            None => self.type_key(key),
        }
    }

    fn type_key(&mut self, key: Key) {
        let Key { code: KeyCode::Character(letter), control: false } = key else { return };
        match (letter.to_digit(10), self.screen().digits()) {
            (Some(digit), Digits::Answer) => self.answer(digit as usize),
            (Some(_), Digits::Nothing) => {}
            _ => self.search(letter.encode_utf8(&mut [0; 4])),
        }
    }

    /// Gives the answer with this number; any other number does nothing.
    fn answer(&mut self, number: usize) {
        if (1..=self.screen().answers(&self.context())).contains(&number) {
            self.open(number - 1);
        }
    }

    /// Does what the cell that was clicked says it does.
    fn click(&mut self, position: Position) -> Option<Effect> {
        let mut scratch = Buffer::empty(self.shown.get());
        match self.draw(&mut scratch).action_at(position)? {
            Action::Hide => return Some(Effect::Hide),
            Action::Do(command) => self.command(command),
            Action::Open(target) => self.open(target),
            Action::OpenBeside(target) => self.open_beside(target),
        }
        None
    }

    fn command(&mut self, command: Command) {
        match command {
            Command::Up | Command::Down | Command::PageUp | Command::PageDown => self.step(command),
            Command::Open => self.open_marked(),
            Command::Back => self.back(),
            Command::Start => self.visits.clear(),
            Command::Erase => self.erase(),
            Command::Help => self.visit(Screen::Help),
            Command::Who => self.visit(Screen::Question(ForWhom::Myself, 0)),
            Command::Languages => self.visit(Screen::Languages),
            Command::Big => self.show_number(Screen::Number),
            Command::Code => self.show_number(Screen::Code),
        }
        if command != Command::Erase {
            self.focus = Focus::Marked;
        }
    }

    fn step(&mut self, command: Command) {
        let pane = Pane::of(self, self.shown.get());
        let (reading, cursor) = (pane.reading(), self.cursor());
        let cursor = match command {
            Command::Up => reading.up(cursor),
            Command::Down => reading.down(cursor),
            Command::PageUp => reading.page(cursor, false),
            _ => reading.page(cursor, true),
        };
        self.top().cursor = cursor;
    }

    /// Opens what is marked, but never what the window does not show.
    fn open_marked(&mut self) {
        let pane = Pane::of(self, self.shown.get());
        let cursor = pane.reading().fit(self.cursor());
        if pane.reading().sees(cursor) {
            self.open(cursor.marked);
        }
    }

    /// Opens something in the preview: first what is previewed, so that back leads there.
    fn open_beside(&mut self, target: usize) {
        let preview = self.preview();
        let screen = preview.iter().filter_map(Block::target).nth(target).cloned();
        self.open(self.marked());
        if let Some(screen) = screen {
            self.visit(screen);
        }
    }

    fn open(&mut self, target: usize) {
        let screen = self.content().targets().get(target).map(|&screen| screen.clone());
        if let Some(screen) = screen {
            self.top().cursor.marked = target;
            self.visit(screen);
        }
    }

    /// Shows the marked number another way, or the first number of the page.
    fn show_number(&mut self, screen: fn(EntryIndex, usize) -> Screen) {
        let number = self.screen().number().or_else(|| self.number_on_page());
        if let Some((place, phone)) = number {
            // The two ways to show a number take each other's place: back leads to where one was.
            self.visits.pop_if(|visit| visit.screen.number().is_some());
            self.visit(screen(place, phone));
        }
    }

    fn number_on_page(&self) -> Option<(EntryIndex, usize)> {
        let content = self.content();
        let targets = content.targets();
        let marked = targets.get(self.cursor().marked).into_iter().copied();
        // On a page, what a link leads to is not on the screen.
        let is_menu = matches!(content, Content::Menu(_));
        let preview = if is_menu { self.preview() } else { Vec::new() };
        let previewed = preview.iter().filter_map(Block::target);
        marked.chain(previewed).chain(targets.iter().copied()).find_map(Screen::number)
    }

    pub(super) fn visit(&mut self, screen: Screen) {
        if self.screen() != &screen {
            self.visits.push(Visit::new(screen));
        }
    }

    pub(super) fn back(&mut self) {
        self.visits.pop();
    }

    fn top(&mut self) -> &mut Visit {
        if self.visits.is_empty() {
            self.visits.push(Visit::new(Screen::Home));
        }
        let last = self.visits.len() - 1;
        &mut self.visits[last]
    }

    fn screen(&self) -> &Screen {
        self.visits.last().map_or(&Screen::Home, |visit| &visit.screen)
    }
}

/// What the picture is drawn from.
impl App {
    pub(super) fn context(&self) -> Context<'_> {
        Context {
            knowledge: &self.knowledge,
            words: &self.words,
            moment: self.now,
            is_as_of: matches!(self.settings.clock, Clock::Stopped(_)),
            marks: self.settings.marks,
        }
    }

    pub(super) fn content(&self) -> Content {
        self.screen().content(&self.context())
    }

    /// Which thing is marked, as the screen has it at its present size.
    fn marked(&self) -> usize {
        Pane::of(self, self.shown.get()).reading().fit(self.cursor()).marked
    }

    /// What the marked choice of a menu leads to.
    pub(super) fn preview(&self) -> Vec<Block> {
        let content = self.content();
        let target = content.targets().get(self.marked()).map(|&screen| screen.clone());
        target.map(|screen| screen.preview(&self.context())).unwrap_or_default()
    }

    pub(super) fn cursor(&self) -> Cursor {
        self.visits.last().map(|visit| visit.cursor).unwrap_or_default()
    }

    /// One line that the person should know of: about the start, about hours that are not those
    /// of now, or a first word of welcome.
    pub(super) fn notice(&self) -> Option<String> {
        let as_of = || self.context().as_of();
        self.settings
            .notice
            .clone()
            .or_else(as_of)
            .or_else(|| self.visits.is_empty().then(|| self.words.search.hello.clone()))
    }

    /// Whether the line must be said even where there is little room.
    pub(super) fn must_say(&self) -> bool {
        self.settings.notice.is_some() || self.context().is_as_of
    }

    pub(super) const fn focus(&self) -> Focus {
        self.focus
    }

    pub(super) const fn words(&self) -> &Words {
        &self.words
    }

    pub(super) const fn marks(&self) -> Marks {
        self.settings.marks
    }

    /// The words in the search box, while what fits them is shown.
    pub(super) fn typed(&self) -> &str {
        match self.screen() {
            Screen::Results(found) => &found.typed,
            _ => "",
        }
    }

    /// 999 and 101 for the first line, from the data.
    pub(super) fn banner_numbers(&self) -> [&str; 2] {
        let always = self.knowledge.always();
        [always.emergency.number.spoken(), always.police.number.spoken()]
    }
}
