//! Which answer to a question a person means who types words in the place of its number.

use zeroize::Zeroizing;

use super::context::Context;
use super::place::{Place, Step};
use crate::knowledge::languages::StringId;

/// The answers to the question on a screen, each with the words for it.
pub fn answers(context: &Context, place: Place) -> Vec<Vec<String>> {
    match place {
        Place::Question(for_whom, question) => {
            let question = &context.knowledge.routes().route(for_whom)[question];
            question.answers.iter().map(|answer| vec![answer.words.clone()]).collect()
        }
        Place::Spoken(language, Step::Danger) => {
            let Some(translation) = context.knowledge.translation(language) else {
                return Vec::new();
            };
            let answers = [StringId::AnswerYes, StringId::AnswerNo, StringId::AnswerUnsure];
            let words = answers.map(|id| translation.shown(id)).map(|shown| {
                let own = shown.own.map(str::to_owned);
                own.into_iter().chain([shown.english.to_owned()]).collect()
            });
            words.into()
        }
        Place::Letters(Some(_)) => {
            let words = &context.words.languages;
            [&words.letters_right, &words.letters_wrong].map(|words| vec![words.clone()]).into()
        }
        _ => Vec::new(),
    }
}

/// The place of the only answer that has all the typed words, or else of the only one that begins
/// with what was typed: "no", "not sure", "y". With two of them, nobody knows which is meant.
pub fn answer(answers: &[Vec<String>], typed: &str) -> Option<usize> {
    let typed = bare(typed);
    let has_words =
        |answer: &str| words(&typed).all(|word| words(answer).any(|other| other == word));
    let begins = |answer: &str| answer.starts_with(typed.as_str());
    only(answers, has_words).or_else(|| only(answers, begins))
}

/// Whether more letters may make an answer of what was typed: it stands at the beginning of some
/// words of one.
pub fn may_become(answers: &[Vec<String>], typed: &str) -> bool {
    let typed = bare(typed);
    answers.iter().flatten().any(|answer| {
        let answer = answer.to_lowercase();
        let is_begin = |(at, _): (usize, char)| {
            let before = answer[..at].chars().next_back();
            !before.is_some_and(char::is_alphanumeric) && answer[at..].starts_with(typed.as_str())
        };
        answer.char_indices().any(is_begin)
    })
}

/// The nought of each script whose digits stand on keyboards in use here: Latin, Arabic, Persian and
/// Urdu, Hindi, Bengali, Thai, Burmese, and the wide ones of Chinese.
const NOUGHTS: [char; 8] = ['0', '٠', '۰', '०', '০', '๐', '၀', '０'];

/// The digit that a letter is, in any of these scripts.
pub fn digit(letter: char) -> Option<usize> {
    let nought = NOUGHTS.iter().copied();
    nought
        .filter_map(|nought| u32::from(letter).checked_sub(u32::from(nought)))
        .find(|digit| *digit <= 9)
        .and_then(|digit| usize::try_from(digit).ok())
}

/// Small letters, without the marks around them: "Yes!" is "yes".
fn bare(typed: &str) -> Zeroizing<String> {
    Zeroizing::new(typed.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase())
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}

fn only(answers: &[Vec<String>], fits: impl Fn(&str) -> bool) -> Option<usize> {
    let fits = |answer: &Vec<String>| answer.iter().any(|words| fits(&words.to_lowercase()));
    let answers = answers.iter().enumerate();
    let mut fitting = answers.filter(|(_, answer)| fits(answer)).map(|(place, _)| place);
    fitting.next().filter(|_| fitting.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::Knowledge;
    use crate::knowledge::routes::ForWhom;

    fn meant(for_whom: ForWhom, typed: &str) -> Option<String> {
        let knowledge = Knowledge::embedded().expect("the data is sound");
        let questions = knowledge.routes().route(for_whom).questions();
        let age = questions.iter().find(|question| question.id == "age").expect("age is asked");
        let words: Vec<_> = age.answers.iter().map(|answer| vec![answer.words.clone()]).collect();
        answer(&words, typed).map(|place| age.answers[place].id.clone())
    }

    #[test]
    fn an_answer_is_known_by_words_that_no_other_has() {
        let expected = [
            ("yes", "yes"),
            ("Y", "yes"),
            ("NO", "no"),
            ("n", "no"),
            ("yes.", "yes"),
            ("no ", "no"),
            ("YES!!", "yes"),
            ("not sure", "not-sure"),
            ("I am not sure", "not-sure"),
            ("rather not say", "rather-not-say"),
        ];
        for (typed, id) in expected {
            for for_whom in ForWhom::ALL {
                assert_eq!(meant(for_whom, typed).as_deref(), Some(id), "{for_whom:?} {typed}");
            }
        }
        assert_eq!(meant(ForWhom::SomeoneElse, "do not know").as_deref(), Some("rather-not-say"));
    }

    #[test]
    fn digits_of_other_scripts_are_digits() {
        for (typed, expected) in [('3', 3), ('٣', 3), ('۳', 3), ('३', 3), ('３', 3), ('၉', 9)]
        {
            assert_eq!(digit(typed), Some(expected), "{typed}");
        }
        assert!("a/:٪é三".chars().all(|letter| digit(letter).is_none()));
    }

    #[test]
    fn what_two_answers_or_none_may_mean_is_no_answer() {
        for typed in ["not", "i", "maybe", "no idea", "he is here"] {
            assert_eq!(meant(ForWhom::Myself, typed), None, "{typed}");
        }
    }
}
