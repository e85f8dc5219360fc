//! What hiding can do in the place where the conversation is held: it is promised as it is.

use crate::interface::words::PlainWords;

/// Whether the lines of a conversation can be cleared when it ends.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Clearing {
    /// By a word and by a key.
    ByKey,
    /// By a word and by a key, but this kind of terminal may not know how to clear.
    Perhaps,
    /// Not at all: the lines go to a file or another program.
    Never,
}

impl Clearing {
    /// What to know about the lines before the first of them is read.
    pub(super) fn said(self, words: &PlainWords) -> Vec<&str> {
        match self {
            Self::ByKey => vec![&words.hide, &words.keys, &words.stays],
            Self::Perhaps => vec![&words.hide, &words.keys, &words.stays, &words.may_not_clear],
            Self::Never => vec![&words.cannot_clear],
        }
    }
}
