//! Opening hours: one string a number, asked about one moment.
