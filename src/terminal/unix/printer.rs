//! A process that prints and saves for this one, which gave up the right to. It is started before
//! anything is shown or typed, sees only what goes on paper, and ends with the program.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::os::fd::OwnedFd;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};

use rustix::event::{PollFd, PollFlags};
use rustix::fs::{Mode, OFlags};
use rustix::io::FdFlags;

use super::lockdown::{self, Layer};
use super::system_calls::{Side, exit_now, fork};
use crate::interface::printing::{Delivery, Reply};
use crate::paper::Order;
use crate::terminal::PrintsOn;
use crate::terminal::outlet::Outlet;
use crate::terminal::printing::carry_out;

/// The longest reply: the path of a file, and some words around it.
const LONGEST_REPLY: usize = 8192;

/// The program's ends of the two pipes: orders out, replies in, a line each.
pub(super) struct Printer {
    orders: OwnedFd,
    replies: OwnedFd,
    is_gone: AtomicBool,
}

impl Printer {
    /// Starts the process, if there is something to print on. To be called while there is one
    /// thread: it goes on as a whole program.
    pub(super) fn start(on: &PrintsOn) -> io::Result<Option<Self>> {
        let outlet = match on {
            PrintsOn::System => None,
            PrintsOn::Path(path) => Some(Outlet::open(path)?),
            PrintsOn::Nothing => return Ok(None),
        };
        let (taken, orders) = pipe()?;
        let (replies, given) = pipe()?;
        if fork()? == Side::Child {
            drop((orders, replies));
            serve(File::from(taken), File::from(given), outlet.as_ref());
        }
        rustix::io::ioctl_fionbio(&replies, true)?;
        Ok(Some(Self { orders, replies, is_gone: AtomicBool::new(false) }))
    }

    /// Sends an order. What becomes of it is a reply.
    pub(super) fn send(&self, order: &Order) {
        let line = serde_json::to_string(order).map(|line| line + "\n").unwrap_or_default();
        let mut rest = line.as_bytes();
        while !rest.is_empty() {
            match rustix::io::write(&self.orders, rest) {
                Ok(length) => rest = &rest[length..],
                Err(rustix::io::Errno::INTR) => {}
                // The end of the replies says so.
                Err(_) => return,
            }
        }
    }

    /// What came since the last look. Once the process is gone, that nothing works.
    pub(super) fn replies(&self) -> Vec<Reply> {
        let mut buffer = [0; LONGEST_REPLY];
        match rustix::io::read(&self.replies, &mut buffer) {
            Ok(0) => {
                self.is_gone.store(true, SeqCst);
                vec![Reply::Done(Delivery::Failed)]
            }
            // A reply is written in one piece.
            Ok(length) => String::from_utf8_lossy(&buffer[..length])
                .lines()
                .filter_map(|line| serde_json::from_str(line).ok())
                .collect(),
            Err(_) => Vec::new(),
        }
    }

    pub(super) fn is_gone(&self) -> bool {
        self.is_gone.load(SeqCst)
    }

    /// Wakes whoever waits for a reply.
    pub(super) fn answers(&self) -> PollFd<'_> {
        PollFd::new(&self.replies, PollFlags::IN)
    }
}

/// A pipe that `lp` does not inherit: it would keep it open.
fn pipe() -> io::Result<(OwnedFd, OwnedFd)> {
    let (end, file) = rustix::pipe::pipe()?;
    rustix::io::fcntl_setfd(&end, FdFlags::CLOEXEC)?;
    rustix::io::fcntl_setfd(&file, FdFlags::CLOEXEC)?;
    Ok((end, file))
}

/// Carries out orders until there are no more.
fn serve(orders: File, mut replies: File, outlet: Option<&Outlet>) -> ! {
    _ = rustix::process::setsid();
    #[cfg(target_os = "linux")]
    {
        // A name of its own, as the guardian has.
        _ = rustix::thread::set_name(c"airt-printer");
    }
    close_what_is_not_ours(outlet);
    let mut orders = BufReader::new(orders);
    let mut line = String::new();
    while matches!(orders.read_line(&mut line), Ok(length) if length > 0) {
        let reply = serde_json::from_str(&line).map(|order| match outlet {
            Some(outlet) => outlet.carry_out(&order),
            None => carry_out(&order),
        });
        let reply = reply.unwrap_or(Reply::Done(Delivery::Failed));
        let written = serde_json::to_string(&reply).unwrap_or_default() + "\n";
        if replies.write_all(written.as_bytes()).is_err() {
            break;
        }
        line.clear();
    }
    exit_now(0)
}

/// The terminal belongs to the screens: a message of `lp` must never be on it. Memory is closed as
/// theirs is; the other rights are what this process is for, unless its printer is open already.
fn close_what_is_not_ours(outlet: Option<&Outlet>) {
    if let Ok(nothing) = rustix::fs::open(c"/dev/null", OFlags::RDWR, Mode::empty()) {
        _ = rustix::stdio::dup2_stdin(&nothing);
        _ = rustix::stdio::dup2_stdout(&nothing);
        _ = rustix::stdio::dup2_stderr(&nothing);
    }
    let layers: &[Layer] = &[
        #[cfg(target_os = "linux")]
        Layer::Memory,
        Layer::CoreFile,
    ];
    let is_open = matches!(outlet, Some(Outlet::Device(_)));
    lockdown::apply(if is_open { lockdown::ALL } else { layers });
}
