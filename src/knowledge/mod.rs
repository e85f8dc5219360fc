//! What the product knows: entries, numbers, sources and hours, checked at one door.

pub mod hours;
