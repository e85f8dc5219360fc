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
use super::screens::{Digits, Found, Screen};
use super::theme::Looks;
use super::view::{self, Pane};
use super::words::Words;
use unicode_segmentation::UnicodeSegmentation;
use zeroize::Zeroizing;

use crate::knowledge::Knowledge;
use crate::knowledge::entry::EntryIndex;
use crate::knowledge::hours::Moment;
use crate::knowledge::routes::ForWhom;
use crate::search::Engine;

/// The longest text the search box takes, in bytes: far more than anyone types.
const LONGEST_QUERY: usize = 400;
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

/// How the program looks and tells the time; chosen once, at the start.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Colours.
    pub looks: Looks,
    /// Signs that this terminal can show.
    pub marks: Marks,
    /// Tells the time, or always gives the time asked for.
    pub clock: Clock,
    /// What the person should know about the start, shown until a key is pressed.
    pub notice: Option<String>,
}

/// Where the time comes from: the edge hands it in, so that a test can choose it.
#[derive(Clone, Copy, Debug)]
pub enum Clock {
    /// Asked each time.
    Running(fn() -> Moment),
    /// The same for ever: `--at`.
    Stopped(Moment),
}

impl Clock {
    /// What time it is.
    #[must_use]
    pub fn now(self) -> Moment {
        match self {
            Self::Running(read) => read(),
            Self::Stopped(moment) => moment,
        }
    }
}

/// What the person used last, where the cursor belongs.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Focus {
    /// The search box.
    Search,
    /// What is marked.
    Marked,
}

/// A screen that was opened, and where on it the person is.
#[derive(Clone, Debug)]
struct Visit {
    screen: Screen,
    cursor: Cursor,
}

impl Visit {
    fn new(screen: Screen) -> Self {
        Self { screen, cursor: Cursor::default() }
    }
}

/// The whole state of the interactive program; drawn from, never drawing by itself.
pub struct App {
    knowledge: Knowledge,
    words: Words,
    settings: Settings,
    now: Moment,
    engine: Option<Engine>,
    focus: Focus,
    visits: Vec<Visit>,
    /// The size of the last picture, so that a key or a click can be read against it.
    shown: Cell<Rect>,
    /// Where the last picture says "Hide this screen".
    hide_target: Cell<Rect>,
}

impl App {
    /// A program that stands at the start, with nothing remembered.
    #[must_use]
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
    #[must_use]
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
            (Some(digit @ 1..), Digits::Answer) => self.open(digit as usize - 1),
            (Some(_), Digits::Nothing) => {}
            _ => self.search(letter.encode_utf8(&mut [0; 4])),
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
        self.open(self.cursor().marked);
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
        let preview = self.preview();
        let previewed = preview.iter().filter_map(Block::target);
        marked.chain(previewed).chain(targets.iter().copied()).find_map(Screen::number)
    }

    fn visit(&mut self, screen: Screen) {
        if self.screen() != &screen {
            self.visits.push(Visit::new(screen));
        }
    }

    fn back(&mut self) {
        self.visits.pop();
    }

    /// Adds to the words in the search box and shows what fits them, from any screen.
    fn search(&mut self, text: &str) {
        let mut typed = Zeroizing::new(self.typed().to_owned());
        let text = if typed.is_empty() { text.trim_start() } else { text };
        let room = LONGEST_QUERY.saturating_sub(typed.len()) / char::MAX.len_utf8();
        typed.extend(text.chars().filter(|letter| !letter.is_control()).take(room));
        self.show_results(typed);
    }

    fn erase(&mut self) {
        let typed = self.typed();
        let Some((start, _)) = typed.grapheme_indices(true).next_back() else {
            return self.back();
        };
        self.show_results(Zeroizing::new(typed[..start].to_owned()));
    }

    /// The results are one screen, however often the words change.
    fn show_results(&mut self, typed: Zeroizing<String>) {
        let results = |visit: &Visit| matches!(visit.screen, Screen::Results(_));
        if let Some(place) = self.visits.iter().position(results) {
            self.visits.truncate(place);
        }
        self.focus = Focus::Search;
        if typed.is_empty() {
            return;
        }
        self.prepare();
        let hits =
            self.engine.as_ref().map(|engine| engine.entries(&self.knowledge, &typed, SHOWN_HITS));
        let places = hits.unwrap_or_default().iter().map(|hit| hit.entry).collect();
        self.visit(Screen::Results(Found { typed, places }));
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

    /// What the marked choice of a menu leads to.
    pub(super) fn preview(&self) -> Vec<Block> {
        let content = self.content();
        let target = content.targets().get(self.cursor().marked).map(|&screen| screen.clone());
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
    pub(super) fn banner_numbers(&self) -> [String; 2] {
        ["emergency-999", "police-101"].map(|id| {
            let entry = self.knowledge.find(id).map(|place| &self.knowledge[place]);
            let phone = entry.and_then(|entry| entry.phones.first());
            phone.map(|phone| phone.number.spoken().to_owned()).unwrap_or_default()
        })
    }
}
