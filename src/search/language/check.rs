//! What is wrong with the files of a language, in words a person can act on.

use std::collections::HashSet;

use super::Language;
use super::files::{Files, Synonyms, Words};
use crate::knowledge::fault::{Fault, Faults};
use crate::search::danger;
use crate::search::fold::fold;
use crate::search::small_talk::SmallTalk;
use crate::search::words::words;

/// Everything that is wrong with the words of search inside the executable.
pub fn check() -> Vec<Fault> {
    faults(&Files::ENGLISH)
}

fn faults(files: &Files) -> Vec<Fault> {
    let raw = match files.read() {
        Ok(raw) => raw,
        Err(fault) => return vec![fault],
    };
    let mut found = check_words(&raw.words);
    let (synonyms, patterns) = (raw.synonyms.clone(), raw.patterns.clone());
    let signs = raw.signs.clone();
    found.extend(check_small_talk(&raw.small_talk));
    let language = Language::new(raw);
    found.extend(check_synonyms(&synonyms, &language));
    found.extend(danger::check(Files::DANGER, &patterns, &language.everyday));
    found.extend(danger::check(Files::SIGNS, &signs, &language.everyday));
    found
}

fn check_words(words: &Words) -> Vec<Fault> {
    let mut faults = Faults::new(Files::WORDS);
    let forms: Vec<String> = words.irregular.iter().map(|(form, _)| form.clone()).collect();
    check_list(&mut faults, "common and nearby", words.common.iter().chain(&words.nearby));
    for (name, list) in [
        ("of_workers", &words.of_workers),
        ("of_work", &words.of_work),
        ("of_another", &words.of_another),
        ("not_of_work", &words.not_of_work),
        ("negations", &words.negations),
        ("unrelated", &words.unrelated),
        ("looked_for", &words.looked_for),
        ("tellers", &words.tellers),
        ("irregular", &forms),
    ] {
        check_list(&mut faults, name, list.iter());
    }
    faults.into_vec()
}

fn check_small_talk(talk: &[SmallTalk]) -> Vec<Fault> {
    let mut faults = Faults::new(Files::SMALL_TALK);
    for said in talk {
        check_list(&mut faults, &said.id, said.telling.iter().chain(&said.beside));
        for word in &said.needs {
            if !said.telling.contains(word) && !said.beside.contains(word) {
                faults.add(
                    &said.id,
                    format!("\"{word}\" cannot stand in it: write it in \"beside\""),
                );
            }
        }
    }
    faults.into_vec()
}

/// Notes twins, and words that no question can hold.
pub(in crate::search) fn check_list<'a>(
    faults: &mut Faults,
    name: &str,
    words: impl Iterator<Item = &'a String>,
) {
    let mut seen = HashSet::new();
    for word in words {
        check_word(faults, name, word);
        if !seen.insert(word) {
            faults.add(name, format!("\"{word}\" stands twice: keep one"));
        }
    }
}

/// Notes a word that is not as the words of a question are when they are looked up.
pub(in crate::search) fn check_word(faults: &mut Faults, name: &str, word: &str) {
    let read = words(fold(word).text());
    if !matches!(read.as_slice(), [only] if only.text == word) {
        let read: Vec<String> = read.into_iter().map(|word| word.text).collect();
        faults.add(name, format!("\"{word}\" is read as \"{}\": write it so", read.join(" ")));
    }
}

fn check_synonyms(synonyms: &Synonyms, language: &Language) -> Vec<Fault> {
    let mut faults = Faults::new(Files::SYNONYMS);
    let mut seen = HashSet::new();
    for row in &synonyms.same {
        let name = row.join(" ");
        check_list(&mut faults, &name, row.iter());
        let stems: HashSet<String> =
            row.iter().map(|word| language.stem(word).into_owned()).collect();
        for stem in stems {
            if seen.contains(&stem) {
                faults.add(&name, format!("\"{stem}\" stands in another row: join the two"));
            }
            seen.insert(stem);
        }
    }
    faults.into_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is said of the files with `right` in them written as `wrong`.
    fn with(right: &str, wrong: &str) -> String {
        let texts = [Files::ENGLISH.danger, Files::ENGLISH.synonyms, Files::ENGLISH.words];
        let [danger, synonyms, words] = texts.map(|text| text.replacen(right, wrong, 1));
        let found = faults(&Files {
            danger: &danger,
            synonyms: &synonyms,
            words: &words,
            ..Files::ENGLISH
        });
        found.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn a_fault_says_where_it_stands_and_what_would_be_right() {
        for (right, wrong, said) in [
            (
                "\"about\", \"after\"",
                "\"about\", \"about\"",
                "common and nearby: \"about\" stands twice",
            ),
            ("\"aberdeen\"", "\"about\"", "common and nearby: \"about\" stands twice"),
            ("\"dont\"", "\"don't\"", "\"don't\" is read as \"dont\""),
            ("\"attorney\"", "\"traffickers\"", "\"traffick\" stands in another row"),
            ("\"tellers\"", "\"teller\"", "words.json: unknown field `teller`"),
            (
                "\"WHO .. is here\"",
                "\"WHOM .. is here\"",
                "WHOM .. is here: there is no class WHOM",
            ),
            ("\"name\": \"AFRAID\"", "\"name\": \"NOW\"", "there are two classes NOW"),
            ("\"locked up\"", "\"locked in\"", "locked in: it stands twice"),
            ("\"locked in\"", "\"locked .. in\"", "does not need"),
            (
                "\"he keep us locked in\"",
                "\"he keep us in\"",
                "locked in: \"he keep us in\" says nothing of it",
            ),
            (
                "\"he blocked me in the chat\"",
                "\"locked in\"",
                "locked in: \"locked in\" tells of it",
            ),
            ("\"he keep us locked in\"", "\"he locked me locked in\"", "does not need"),
            (
                "\"yesterday he hit me\"",
                "\"yesterday he met me\"",
                "yesterday: \"yesterday he met me\" does not need",
            ),
        ] {
            let found = with(right, wrong);
            assert!(found.contains(said), "{wrong}: {found}");
        }
    }
}
