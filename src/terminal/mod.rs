//! The terminal itself: entering it, reading it, and leaving it with nothing left behind.
