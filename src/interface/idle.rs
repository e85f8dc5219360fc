//! Whether anybody is at a terminal that many people share: counted in ticks of a second, which come
//! from the edge, so that no test has to wait.

/// How long it asks before it clears, in seconds: above the 20 of WCAG 2.2, 2.2.1.
pub const GRACE: u16 = 30;

/// What is on the screen.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Shows {
    /// What nobody needs to hide: nobody is there.
    Rest,
    /// What the person reads.
    Page,
    /// Whether the person is still there, for so many seconds.
    Question(u16),
    /// Nothing: time to clear and end.
    Nothing,
}

#[derive(Clone, Copy, Debug)]
enum State {
    /// Nobody is there. Keys that were mashed to hide the last page must not open it again: it takes
    /// a whole second without one before the next one wakes.
    Resting {
        is_quiet: bool,
        may_wake: bool,
    },
    /// Somebody is there, and has so many seconds until it asks.
    Awake {
        left: u16,
    },
    Asking {
        left: u16,
    },
    Over,
}

/// The state of a terminal that many people share.
#[derive(Clone, Copy, Debug)]
pub struct Idle {
    /// Seconds without a key until it asks.
    after: u16,
    state: State,
}

impl Idle {
    /// At rest, with the seconds that a person may read without a key.
    pub const fn new(after: u16) -> Self {
        Self { after, state: State::Resting { is_quiet: true, may_wake: false } }
    }

    pub const fn shows(&self) -> Shows {
        match self.state {
            State::Resting { .. } => Shows::Rest,
            State::Awake { .. } => Shows::Page,
            State::Asking { left } => Shows::Question(left),
            State::Over => Shows::Nothing,
        }
    }

    /// A second went by.
    pub const fn tick(&mut self) {
        self.state = match self.state {
            State::Resting { is_quiet, .. } => {
                State::Resting { is_quiet: true, may_wake: is_quiet }
            }
            State::Awake { left: 0 | 1 } => State::Asking { left: GRACE },
            State::Awake { left } => State::Awake { left: left - 1 },
            State::Asking { left: 0 | 1 } | State::Over => State::Over,
            State::Asking { left } => State::Asking { left: left - 1 },
        };
    }

    /// Somebody pressed something. True when it is for the page: what wakes the terminal or answers
    /// its question does nothing else.
    pub const fn press(&mut self) -> bool {
        let is_for_page = matches!(self.state, State::Awake { .. });
        self.state = match self.state {
            State::Resting { may_wake: false, .. } => UNQUIET,
            State::Over => State::Over,
            _ => State::Awake { left: self.after },
        };
        is_for_page
    }

    /// Somebody moved or let go: they are there, but that wakes nothing.
    pub const fn stir(&mut self) {
        self.state = match self.state {
            State::Resting { .. } => UNQUIET,
            State::Awake { .. } => State::Awake { left: self.after },
            state => state,
        };
    }
}

const UNQUIET: State = State::Resting { is_quiet: false, may_wake: false };

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const AFTER: u16 = 120;

    fn ticks(idle: &mut Idle, count: u16) -> Shows {
        (0..count).for_each(|_| idle.tick());
        idle.shows()
    }

    fn awake() -> Idle {
        let mut idle = Idle::new(AFTER);
        idle.tick();
        assert!(!idle.press(), "the key that wakes does nothing else");
        idle
    }

    #[test]
    fn it_wakes_only_after_a_second_without_a_key() {
        let mut idle = Idle::new(AFTER);
        idle.press();
        assert_eq!(ticks(&mut idle, 1), Shows::Rest);
        idle.press();
        assert_eq!(idle.shows(), Shows::Rest, "that second had a key in it");
        assert_eq!(ticks(&mut idle, 2), Shows::Rest);
        idle.press();
        assert_eq!(idle.shows(), Shows::Page);
    }

    #[test]
    fn letting_go_wakes_nothing_and_a_moving_hand_is_somebody() {
        let mut idle = Idle::new(AFTER);
        idle.tick();
        idle.stir();
        assert_eq!(idle.shows(), Shows::Rest);
        let mut idle = awake();
        ticks(&mut idle, AFTER - 1);
        idle.stir();
        assert_eq!(ticks(&mut idle, AFTER - 1), Shows::Page);
    }

    #[test]
    fn it_asks_for_half_a_minute_and_then_it_is_over() {
        let mut idle = awake();
        assert_eq!(ticks(&mut idle, AFTER - 1), Shows::Page);
        assert_eq!(ticks(&mut idle, 1), Shows::Question(GRACE));
        assert_eq!(ticks(&mut idle, GRACE - 1), Shows::Question(1));
        assert_eq!(ticks(&mut idle, 1), Shows::Nothing);
        idle.press();
        assert_eq!(idle.shows(), Shows::Nothing);
    }

    #[test]
    fn a_key_answers_and_is_for_nothing_else() {
        let mut idle = awake();
        ticks(&mut idle, AFTER + GRACE - 1);
        assert!(!idle.press());
        assert_eq!(ticks(&mut idle, AFTER - 1), Shows::Page);
        assert!(idle.press());
    }

    proptest! {
        #[test]
        fn whatever_was_pressed_nothing_is_left_when_nobody_comes(
            presses in prop::collection::vec(0..3_u8, 0..60),
            after in 30..=600_u16,
        ) {
            let mut idle = Idle::new(after);
            for press in presses {
                match press {
                    0 => idle.tick(),
                    1 => _ = idle.press(),
                    _ => idle.stir(),
                }
            }
            let end = ticks(&mut idle, after + GRACE);
            prop_assert!(matches!(end, Shows::Rest | Shows::Nothing));
        }
    }
}
