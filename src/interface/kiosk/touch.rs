//! A finger on glass: what is pressed and let go on the same thing is a tap, what moves scrolls, and a
//! palm does nothing.

use ratatui::layout::{Position, Rect};

/// Rows that a finger may slip without scrolling.
const SLIP: u16 = 1;

/// Ticks of a second after which the same place can be tapped again, where a tap changed the page:
/// one whole second at least.
const SPENT: u8 = 2;

/// Rows that the page moves, down where more than nothing.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Swipe(pub i16);

#[derive(Clone, Copy, Debug, Default)]
enum Hand {
    #[default]
    Away,
    /// One finger, on a thing perhaps.
    Down { row: u16, on: Option<Rect> },
    /// It scrolls.
    Moving { row: u16 },
    /// A finger before the last was lifted: nobody knows what is meant until all is quiet.
    Palm { is_quiet: bool },
}

/// What the hand is doing.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Touch {
    hand: Hand,
    /// Where a tap just changed the page, and for how many ticks it does nothing more: the second of
    /// two taps must not open what is there now.
    spent: Option<(Rect, u8)>,
}

impl Touch {
    /// A finger came down, on a thing perhaps.
    pub(super) fn press(&mut self, at: Position, on: Option<Rect>) {
        self.hand = match self.hand {
            Hand::Away if self.is_spent(at) => Hand::Away,
            Hand::Away => Hand::Down { row: at.y, on },
            _ => Hand::Palm { is_quiet: false },
        };
    }

    /// A finger moved.
    pub(super) fn drag(&mut self, at: Position) -> Option<Swipe> {
        let from = match self.hand {
            Hand::Down { row, .. } if row.abs_diff(at.y) > SLIP => row,
            Hand::Moving { row } if row != at.y => row,
            _ => return None,
        };
        self.hand = Hand::Moving { row: at.y };
        // The page goes with the finger.
        i16::try_from(i32::from(from) - i32::from(at.y)).ok().map(Swipe)
    }

    /// A finger was lifted from a thing perhaps; gives the thing when it was tapped.
    pub(super) fn release(&mut self, on: Option<Rect>) -> Option<Rect> {
        match self.hand {
            Hand::Palm { .. } => {
                self.hand = Hand::Palm { is_quiet: false };
                None
            }
            Hand::Down { on: pressed, .. } => {
                self.hand = Hand::Away;
                pressed.filter(|_| pressed == on)
            }
            _ => {
                self.hand = Hand::Away;
                None
            }
        }
    }

    /// Nothing is to be tapped here for a moment.
    pub(super) const fn spend(&mut self, area: Rect) {
        self.spent = Some((area, SPENT));
    }

    fn is_spent(&self, at: Position) -> bool {
        self.spent.is_some_and(|(area, _)| area.contains(at))
    }

    /// A second went by.
    pub(super) fn tick(&mut self) {
        self.spent = self.spent.and_then(|(area, ticks)| Some((area, ticks.checked_sub(1)?)));
        self.spent = self.spent.filter(|(_, ticks)| *ticks > 0);
        if let Hand::Palm { is_quiet } = self.hand {
            self.hand = if is_quiet { Hand::Away } else { Hand::Palm { is_quiet: true } };
        }
    }
}
