//! Trust: how much a word counts when it stands there as typed, and less for each way of guessing.

/// It stands there.
pub const EXACT: f32 = 1.0;
/// It begins a word that stands there (0.3: 572, 0.7: 573, 0.85: 573, 1: 573).
pub const COMPLETION: f32 = 0.85;
/// It stands there, and begins a longer word too (the same).
pub const LONGER: f32 = 0.5;
/// Another word for the same thing stands there (0.4: 573, 0.6: 573, 0.8: 573; in three 602,
/// 603, 604).
pub const SYNONYM: f32 = 0.6;
/// It is two words that stand there, written as one (0.3: 571, 0.6: 573, 0.8: 573, 1: 573).
pub const PART: f32 = 0.8;
/// One letter is missing, extra or swapped (0.4: 568, 0.8: 573, 0.9: 573, 1: 573).
pub const ONE_SLIP: f32 = 0.9;
/// One letter is wrong: more often than not another word is meant (0.3: 573, 0.75: 573, 0.9: 572).
pub const ONE_WRONG_LETTER: f32 = 0.75;
/// Two slips (0.2: 573, 0.65: 573, 0.8: 572).
pub const TWO_SLIPS: f32 = 0.65;
/// Its letters stand there in their order, others between them (0.2: 558, 0.5: 573, 0.75: 573,
/// 1: 572).
pub const ABBREVIATION: f32 = 0.75;
/// It sounds like it: times how alike they are (0.2: 570, 0.6: 572, 0.8: 573, 1: 573).
pub const SOUND: f32 = 0.8;
