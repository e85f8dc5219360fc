//! Fields: where a word stands decides how much it says (BM25F).

/// The parts of a document, each with its own weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Its name.
    Title,
    /// Words people use for it.
    Keywords,
    /// Short ways a person would ask for it.
    Asks,
    /// It in a sentence.
    Summary,
    /// All of it.
    Body,
}

/// How many fields there are.
pub const FIELD_COUNT: usize = 5;

/// How much a second mention adds (BM25's k1; 0.8: 571, 1.2: 573, 2: 574).
const SATURATION: f32 = 1.2;

impl Field {
    /// How many times a mention here counts (keywords 2: 572, 3: 573, 4: 572; the others within one).
    fn weight(self) -> f32 {
        match self {
            Self::Title => 4.0,
            Self::Keywords => 3.0,
            Self::Asks | Self::Summary => 1.5,
            Self::Body => 0.5,
        }
    }

    /// How much a long field dilutes a mention (BM25's b; the
    /// short ones 0.1: 573, 0.3: 573, 0.6: 572; the long ones the same).
    fn dilution(self) -> f32 {
        match self {
            Self::Title | Self::Keywords | Self::Asks => 0.3,
            Self::Summary | Self::Body => 0.6,
        }
    }

    /// What `mentions` in this field are worth, given its length against the average (1 is average).
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "a field never holds millions of one word")]
    pub fn worth(self, mentions: u32, relative_length: f32) -> f32 {
        let dilution = 1.0 - self.dilution() + self.dilution() * relative_length;
        self.weight() * mentions as f32 / dilution
    }
}

/// What a term says about a document: its worth over all fields, less and less for each mention,
/// times its rarity.
#[must_use]
pub fn impact(worth: f32, rarity: f32) -> f32 {
    rarity * worth / (SATURATION + worth)
}

/// How rare a term is that stands in `frequency` of `documents` (BM25's inverse frequency).
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "counts stay far below 16 million")]
pub fn rarity(frequency: usize, documents: usize) -> f32 {
    let (frequency, documents) = (frequency as f32, documents as f32);
    (1.0 + (documents - frequency + 0.5) / (frequency + 0.5)).ln()
}
