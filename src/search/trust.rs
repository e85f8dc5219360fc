//! Trust: how much a word counts when it stands there as typed, and less for each way of guessing.

/// It stands there.
pub const EXACT: f32 = 1.0;
/// It begins a word that stands there.
pub const COMPLETION: f32 = 0.85;
/// It stands there, and begins a longer word too.
pub const LONGER: f32 = 0.5;
/// Another word for the same thing stands there.
pub const SYNONYM: f32 = 0.6;
/// It is two words that stand there, written as one.
pub const PART: f32 = 0.8;
/// One letter is missing, extra or swapped.
pub const ONE_SLIP: f32 = 0.9;
/// One letter is wrong: more often than not another word is meant.
pub const ONE_WRONG_LETTER: f32 = 0.75;
/// Two slips.
pub const TWO_SLIPS: f32 = 0.65;
/// Its letters stand there in their order, others between them.
pub const ABBREVIATION: f32 = 0.75;
/// It sounds like it: times how alike they are.
pub const SOUND: f32 = 0.8;
