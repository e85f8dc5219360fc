use jiff::civil::Weekday;

/// Minutes in a day: the end of a span that runs to midnight.
pub(super) const DAY_END: u16 = 24 * 60;

/// The days that a rule speaks of, and when a line is open on them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rule {
    pub(super) days: Vec<Days>,
    /// In order and without overlap. None at all means closed.
    pub(super) spans: Vec<Span>,
}

/// One item of a rule's list of days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Days {
    /// Every day of the year, bank holidays included: what `24/7` means.
    Every,
    /// From one weekday to another, both included; it may run through Sunday.
    Weekdays {
        first: Weekday,
        last: Weekday,
    },
    BankHolidays,
}

/// A stretch of one day in minutes since midnight, the end not included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) start: u16,
    pub(super) end: u16,
}

impl Rule {
    pub(super) fn always() -> Self {
        Self { days: vec![Days::Every], spans: vec![Span::WHOLE_DAY] }
    }

    pub(super) fn is_always(&self) -> bool {
        *self == Self::always()
    }

    pub(super) fn speaks_of_bank_holidays(&self) -> bool {
        self.days.iter().any(|days| matches!(days, Days::Every | Days::BankHolidays))
    }

    fn speaks_of(&self, weekday: Weekday, bank_holiday: bool) -> bool {
        self.days.iter().any(|days| days.include(weekday, bank_holiday))
    }

    fn is_open_at(&self, minute: u16) -> bool {
        self.spans.iter().any(|span| (span.start..span.end).contains(&minute))
    }
}

impl Days {
    fn include(self, weekday: Weekday, bank_holiday: bool) -> bool {
        match self {
            Self::Every => true,
            Self::Weekdays { first, last } => first.until(weekday) <= first.until(last),
            Self::BankHolidays => bank_holiday,
        }
    }
}

impl Span {
    pub(super) const WHOLE_DAY: Self = Self { start: 0, end: DAY_END };
}

/// When a line is open on an ordinary day of the week.
pub(super) fn spans(rules: &[Rule], weekday: Weekday) -> &[Span] {
    let last = rules.iter().rfind(|rule| rule.speaks_of(weekday, false));
    last.map_or(&[], |rule| rule.spans.as_slice())
}

/// Whether a line with these rules is open: the last rule that speaks of a day decides
/// the whole of it, and a day that no rule speaks of is closed.
pub(super) fn is_open(rules: &[Rule], weekday: Weekday, bank_holiday: bool, minute: u16) -> bool {
    rules
        .iter()
        .rfind(|rule| rule.speaks_of(weekday, bank_holiday))
        .is_some_and(|rule| rule.is_open_at(minute))
}
