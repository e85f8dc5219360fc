//! How many syllables an English word has: by its vowels, and by a list where they mislead.

/// Words in which the vowels mislead, with their syllables.
const EXCEPTIONS: &[(&str, usize)] = &[
    ("anyone", 3),
    ("area", 3),
    ("european", 4),
    ("every", 2),
    ("everyone", 3),
    ("guardian", 3),
    ("guardianship", 4),
    ("language", 2),
    ("languages", 3),
    ("mechanism", 4),
    ("people", 2),
    ("safety", 2),
    ("someone", 2),
    ("something", 2),
    ("somewhere", 2),
];

/// The syllables of a word. A numeral counts one for each digit: "90" is said in two, "999" in
/// three.
pub fn syllables(word: &str) -> usize {
    word.split(|sign: char| !sign.is_alphanumeric() && sign != '\'').map(of_part).sum()
}

fn of_part(part: &str) -> usize {
    if part.is_empty() {
        return 0;
    }
    if part.bytes().all(|byte| byte.is_ascii_digit()) {
        return part.len();
    }
    if is_spelt_out(part) {
        return part.len();
    }
    let word: String = part.to_lowercase().replace('\'', "");
    let listed = EXCEPTIONS.iter().find(|(listed, _)| *listed == word);
    listed.map_or_else(|| by_vowels(&word).max(1), |(_, count)| *count)
}

/// NRM, TV, UK: said letter by letter. TARA is a name.
fn is_spelt_out(part: &str) -> bool {
    part.len() > 1 && part.len() < 4 && part.chars().all(char::is_uppercase)
}

fn by_vowels(word: &str) -> usize {
    let stem = without_silent_end(word);
    let mut groups = 0;
    let mut before = ' ';
    for letter in stem.chars() {
        let starts = is_vowel(letter) && !is_vowel(before);
        let splits = matches!((before, letter), ('i', 'a' | 'o' | 'u') | ('e', 'o') | ('u', 'a'));
        groups += usize::from(starts || splits);
        before = letter;
    }
    groups - glued(stem).min(groups)
}

/// Endings that are written with a vowel and said without: "make", "makes", "helped".
fn without_silent_end(word: &str) -> &str {
    if let Some(stem) = word.strip_suffix("es") {
        let is_said = stem.ends_with(['s', 'x', 'z', 'c', 'g', 'h', 'i', 'l', 'e'])
            && !ends_with_vowel_l(stem);
        return if is_said { word } else { stem };
    }
    if let Some(stem) = word.strip_suffix("ed") {
        let is_said = stem.ends_with(['t', 'd', 'i', 'e']);
        return if is_said { word } else { stem };
    }
    match word.strip_suffix('e') {
        Some(stem) if !stem.ends_with(['l', 'e', 'i', 'y']) || ends_with_vowel_l(stem) => stem,
        _ => word,
    }
}

/// "While" has a silent end, "little" has not.
fn ends_with_vowel_l(stem: &str) -> bool {
    let mut letters = stem.chars().rev();
    letters.next() == Some('l') && letters.next().is_some_and(is_vowel)
}

/// Two vowels in a row that are said as one although they look like two: "-tion", "-cial".
fn glued(word: &str) -> usize {
    ["tio", "sio", "cia", "tia", "gio", "cio"].iter().map(|part| word.matches(part).count()).sum()
}

const fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}
