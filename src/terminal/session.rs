//! One program on the screen, from its first picture until the screen is clear.

use std::hint::black_box;
use std::sync::Arc;
use std::thread;
use std::time::Instant;

use ratatui::Terminal;

use super::Error;
use super::backend::Collector;
use super::mailbox::{Batch, Mailbox};
use super::program::Program;
use super::system::Held;
use crate::interface::{Effect, event::Event};

/// Shows a program until it is hidden. The screen is clear when this returns, and the program has
/// been dropped.
pub(super) fn show<P: Program>(
    mut program: P,
    held: &Held,
    entering: Vec<u8>,
) -> Result<(), Error> {
    let mut session = Session::enter(held, entering)?;
    session.draw(&mut program)?;
    if let Some(work) = program.work() {
        do_beside(work, held.mailbox());
    }
    program.prepare();
    session.run(&mut program)
}

/// Has work done on a thread of its own, for which nobody waits: neither a key, nor the way out.
fn do_beside(work: Box<dyn FnOnce() + Send>, mailbox: &Arc<Mailbox>) {
    let mailbox = mailbox.clone();
    // Without a thread there are no lists, and all else is there.
    _ = thread::Builder::new().spawn(move || {
        work();
        mailbox.post([Event::Lists].into_iter().collect());
    });
}

struct Session<'a> {
    held: &'a Held,
    terminal: Terminal<Collector>,
    entering: Vec<u8>,
    turn: u32,
}

impl<'a> Session<'a> {
    fn enter(held: &'a Held, entering: Vec<u8>) -> Result<Self, Error> {
        let mut collector = Collector::new(held.size());
        collector.add(&entering);
        let terminal = Terminal::new(collector).map_err(Error::Drawing)?;
        Ok(Self { held, terminal, entering, turn: held.turn() })
    }

    fn run<P: Program>(&mut self, program: &mut P) -> Result<(), Error> {
        let mut tick = Instant::now() + program.tick();
        loop {
            self.draw(program)?;
            let mut batch = self.held.mailbox().wait_until(tick);
            if Instant::now() >= tick {
                batch.events.push(Event::Tick);
                tick = Instant::now() + program.tick();
            }
            if batch.left {
                return Ok(());
            }
            if self.take(&batch, program) {
                self.held.hide();
                self.held.mailbox().wait_until_left();
                return Ok(());
            }
        }
    }

    /// Takes what happened; true when the screen must be hidden.
    fn take<P: Program>(&mut self, batch: &Batch, program: &mut P) -> bool {
        if let Some(turn) = batch.repaint {
            self.start_from_blank(turn);
        }
        for event in batch.events.iter() {
            if *event == Event::Resize {
                let size = self.held.size();
                self.terminal.backend_mut().resize(size);
            }
            match program.update(event) {
                Some(Effect::Hide) => return true,
                Some(Effect::Repaint) => self.start_from_blank(self.turn),
                None => {}
            }
            if let Some(order) = program.order() {
                self.held.carry_out(&order);
            }
        }
        false
    }

    /// The next picture is drawn whole, on a blank screen. The alternate screen is entered
    /// again, because a clear of what the terminal had not read may have dropped the first time.
    fn start_from_blank(&mut self, turn: u32) {
        self.turn = turn;
        self.terminal.swap_buffers();
        self.terminal.backend_mut().add(&self.entering);
    }

    fn draw<P: Program>(&mut self, program: &mut P) -> Result<(), Error> {
        let drawn = self.terminal.draw(|frame| program.view(frame)).map(|_| ());
        drawn.map_err(Error::Drawing)?;
        self.held.set_hide_target(program.hide_target());
        self.held.send(self.turn, self.terminal.backend().bytes());
        self.terminal.backend_mut().wipe();
        Ok(())
    }
}

impl Drop for Session<'_> {
    /// The picture holds the words that were typed: overwrite it before its memory is given back.
    fn drop(&mut self) {
        self.terminal.swap_buffers();
        self.terminal.swap_buffers();
        black_box(self.terminal.current_buffer_mut());
    }
}
