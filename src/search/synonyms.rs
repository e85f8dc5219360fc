//! Words for one thing, where people say any of them.

use std::collections::HashMap;

use super::lexicon::Lexicon;

/// Each row is one thing; a word stands in one row only.
#[rustfmt::skip]
const SAME: [&str; 62] = [
    "boss employer gangmaster trafficker manager owner chief supervisor",
    "police cop policeman policewoman polis officer detective constable",
    "lawyer solicitor attorney barrister",
    "doctor gp nurse hospital clinic medic physician",
    "interpreter translator interpret translate",
    "child kid boy girl teenager teen minor underage youngster youth",
    "phone ring telephone call dial mobile cellphone",
    "money cash pay wage salary earnings income payment",
    "trial court hearing courtroom courthouse",
    "judge sheriff jury",
    "shelter refuge safehouse hostel accommodation housing lodging",
    "deport remove removal expel",
    "secret private confidential anonymous",
    "scared afraid frightened terrified scare frighten",
    "sad depressed depression unhappy low",
    "nightmare dream",
    "trauma ptsd stress anxiety panic",
    "client survivor",
    "woman female lady",
    "man male guy",
    "brothel prostitution prostitute hooker",
    "rights entitled entitlement",
    "visa permit brp",
    "photo picture video image nude",
    "compensation compensate damages payout",
    "testify evidence testimony",
    "jail prison cell",
    "start begin",
    "end finish stop over",
    "arrest detain caught",
    "computer laptop tablet pc",
    "threat threaten blackmail menace",
    "refer referral",
    "guardian guardianship",
    "mum mother mom mama mam",
    "dad father papa",
    "plane airplane aeroplane flight fly",
    "ill sick unwell sickness illness",
    "pain ache painful sore",
    "flat apartment",
    "place somewhere",
    "suspect suspicious worried concerned concern",
    "screen curtain",
    "zoom skype webcam camera",
    "slave slavery",
    "lie trick deceive cheat fool",
    "escape flee",
    "steal rob theft shoplift",
    "cannabis weed marijuana ganja",
    "report inform",
    "protect protection guard defend",
    "mean meaning definition define",
    "friend mate companion",
    "job employment",
    "ship boat vessel trawler",
    "captain skipper",
    "maid servant housekeeper cleaner",
    "lorry truck",
    "ashamed shame embarrassed",
    "address location",
    "trace track follow",
    "passport id",
];

/// The rows as the stems that stand in the documents.
#[derive(Debug, Default)]
pub struct Synonyms {
    rows: Vec<Vec<u32>>,
    /// For each stem in a row, the row.
    places: HashMap<String, usize>,
}

impl Synonyms {
    /// Looks the rows up in `lexicon`.
    #[must_use]
    pub fn new(lexicon: &Lexicon) -> Self {
        let mut synonyms = Self::default();
        for (place, row) in SAME.iter().enumerate() {
            let stems = row.split(' ').map(|word| lexicon.stemmer.stem(word).into_owned());
            let stems: Vec<String> = stems.collect();
            synonyms.rows.push(stems.iter().filter_map(|stem| lexicon.stem(stem)).collect());
            synonyms.places.extend(stems.into_iter().map(|stem| (stem, place)));
        }
        synonyms
    }

    /// The stems for the same thing as `stem`, itself among them.
    #[must_use]
    pub fn of(&self, stem: &str) -> &[u32] {
        self.places.get(stem).map_or(&[], |&place| &self.rows[place])
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn a_word_stands_in_one_row_only() {
        let mut seen = HashSet::new();
        for word in SAME.iter().flat_map(|row| row.split(' ')) {
            assert!(seen.insert(word), "{word}");
        }
    }
}
