//! What is known of a terminal that many people share, for its screens and for who looks after it.

use jiff::civil::Date;

/// A terminal that many people share. Nothing in it is about anybody who used it.
#[derive(Clone, Debug)]
pub struct Station {
    /// The day the facts of this version were put together, or last checked.
    pub facts: Date,
    /// Whether things are large enough for a finger.
    pub has_touch: bool,
    pub printer: Printer,
    pub protections: Protections,
}

/// Where paper comes from.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Printer {
    /// Nowhere, as it should be: paper in the tray is a trace.
    #[default]
    None,
    /// It was asked for, and could not be opened.
    Missing,
    Ready,
}

/// What the system keeps this program from doing.
#[derive(Clone, Debug, Default)]
pub struct Protections {
    pub on: usize,
    pub all: usize,
    /// A line for each that is off, with why.
    pub off: Vec<String>,
}

impl Station {
    /// Learns what can only be known once the terminal is held.
    pub fn learn(&mut self, protections: Protections, has_printer: bool) {
        self.protections = protections;
        self.printer = match self.printer {
            Printer::None => Printer::None,
            _ if has_printer => Printer::Ready,
            _ => Printer::Missing,
        };
    }
}
