//! A corpus of made-up entries: the same every time, its words as unevenly spread as people's.

#![expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "dice: all counts are small"
)]

use airt::search::Document;

/// Words in the made-up language.
const VOCABULARY: usize = 40_000;
/// Names of people, places and services, each as rare as any other: they make the vocabulary grow
/// with the corpus, to 400,000 words in a million entries.
const NAMES: usize = 360_000;
/// Words in each field of an entry: title beside the name, each ask, summary, body.
const TITLE: usize = 2;
const PHRASE: usize = 4;
const SUMMARY: usize = 12;
const BODY: usize = 60;

/// One made-up entry.
pub struct Entry {
    pub title: String,
    pub keywords: Vec<String>,
    pub asks: Vec<String>,
    pub summary: String,
    pub body: String,
    pub number: String,
}

impl Entry {
    pub fn document(&self) -> Document<'_> {
        Document {
            title: &self.title,
            keywords: self.keywords.iter().map(String::as_str).collect(),
            asks: self.asks.iter().map(String::as_str).collect(),
            summary: &self.summary,
            body: vec![&self.body],
            numbers: vec![&self.number],
        }
    }

    /// All of it as one text, for those who know no fields.
    pub fn text(&self) -> String {
        let phrases = self.keywords.iter().chain(&self.asks).map(String::as_str);
        let whole: Vec<&str> = [self.title.as_str()]
            .into_iter()
            .chain(phrases)
            .chain([&*self.summary, &*self.body])
            .collect();
        whole.join(" ")
    }
}

/// A source of numbers that look random and are the same every time (`SplitMix64`).
pub struct Dice(pub u64);

impl Dice {
    /// A number from 0 to just under 1.
    pub fn roll(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        (self.roll() * end as f64) as usize
    }
}

/// A vocabulary whose word of rank r comes up in proportion to 1 / r (Zipf's law), and names.
pub struct Vocabulary {
    words: Vec<String>,
    names: Vec<String>,
    /// For each word, the share of all words up to it.
    shares: Vec<f64>,
}

impl Vocabulary {
    pub fn new() -> Self {
        let mut dice = Dice(1);
        let mut words = std::collections::BTreeSet::new();
        let mut ranked = Vec::new();
        while ranked.len() < VOCABULARY + NAMES {
            let word = word(&mut dice);
            if words.insert(word.clone()) {
                ranked.push(word);
            }
        }
        let names = ranked.split_off(VOCABULARY);
        let mut total = 0.0;
        let mut shares: Vec<f64> = (1..=VOCABULARY)
            .map(|rank| {
                total += 1.0 / rank as f64;
                total
            })
            .collect();
        for share in &mut shares {
            *share /= total;
        }
        Self { words: ranked, names, shares }
    }

    /// A word, common ones often and rare ones seldom.
    pub fn draw(&self, dice: &mut Dice) -> &str {
        let share = dice.roll();
        &self.words[self.shares.partition_point(|&upto| upto < share).min(VOCABULARY - 1)]
    }

    /// Two names: of a person, or of a service and its place.
    fn name(&self, dice: &mut Dice) -> String {
        let mut part = || self.names[dice.below(NAMES)].as_str();
        [part(), part()].join(" ")
    }

    fn text(&self, dice: &mut Dice, words: usize) -> String {
        (0..words).map(|_| self.draw(dice)).collect::<Vec<_>>().join(" ")
    }
}

/// A word of two to four syllables.
fn word(dice: &mut Dice) -> String {
    const ONSETS: [&str; 20] = [
        "b", "c", "d", "f", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "tr",
        "st", "pl",
    ];
    const VOWELS: [&str; 8] = ["a", "e", "i", "o", "u", "ai", "ee", "ou"];
    const CODAS: [&str; 8] = ["", "", "", "n", "r", "s", "l", "t"];
    let syllables = 2 + dice.below(3);
    let part = |parts: &[&'static str], dice: &mut Dice| parts[dice.below(parts.len())];
    (0..syllables)
        .map(|_| [part(&ONSETS, dice), part(&VOWELS, dice), part(&CODAS, dice)].concat())
        .collect()
}

/// `count` entries.
pub fn entries(vocabulary: &Vocabulary, count: usize) -> Vec<Entry> {
    let mut dice = Dice(2);
    (0..count).map(|place| entry(vocabulary, &mut dice, place)).collect()
}

fn entry(vocabulary: &Vocabulary, dice: &mut Dice, place: usize) -> Entry {
    let name = vocabulary.name(dice);
    let mut text = |words| vocabulary.text(dice, words);
    Entry {
        title: [&name, " ", &text(TITLE)].concat(),
        keywords: vec![text(2), text(2), name.clone()],
        asks: vec![text(PHRASE), text(PHRASE)],
        summary: text(SUMMARY),
        body: [&text(BODY), " ", &name].concat(),
        number: format!("0{}", 1_410_000_000 + place),
    }
}

/// What is in the search box after each key while `count` questions are typed: words drawn from
/// entries, one word in eight with a slip of the finger.
pub fn keystrokes(entries: &[Entry], count: usize) -> Vec<String> {
    let mut dice = Dice(3);
    let mut typed = Vec::new();
    for _ in 0..count {
        let text = entries[dice.below(entries.len())].text();
        let words: Vec<&str> = text.split(' ').collect();
        let question: Vec<String> = (0..=dice.below(4))
            .map(|_| slipped(words[dice.below(words.len())], &mut dice))
            .collect();
        let question = question.join(" ");
        typed.extend((1..=question.len()).map(|end| question[..end].to_owned()));
    }
    typed
}

/// The word, one time in eight with two neighbouring letters swapped.
fn slipped(word: &str, dice: &mut Dice) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    if letters.len() > 3 && dice.below(8) == 0 {
        let at = 1 + dice.below(letters.len() - 2);
        letters.swap(at, at + 1);
    }
    letters.into_iter().collect()
}
