//! Finding: a person's own words to the entries that answer them.
