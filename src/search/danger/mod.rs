//! Words of danger: a question that speaks of danger now is answered by the emergency number
//! first, whatever else it asks.

mod patterns;

use super::{common::is_common, typos, typos::same_letters};
use patterns::{DANGER, PAST, SAFE, STILL, class};

/// Whether these folded words speak of danger now.
#[must_use]
pub fn speaks_of_danger(words: &[String]) -> bool {
    let says = |patterns: &[&str]| patterns.iter().any(|pattern| says(words, pattern));
    says(DANGER) && !says(SAFE) && (!says(PAST) || says(STILL))
}

/// Whether `pattern` stands anywhere in `words`.
fn says(words: &[String], pattern: &str) -> bool {
    let pattern: Vec<&str> = pattern.split(' ').collect();
    (0..words.len()).any(|start| begins(&words[start..], &pattern))
}

/// Whether `words` begin with `pattern`.
fn begins(words: &[String], pattern: &[&str]) -> bool {
    match (pattern, words) {
        ([], _) => true,
        (["..", rest @ ..], _) => {
            (0..=2.min(words.len())).any(|skipped| begins(&words[skipped..], rest))
        }
        (_, []) => false,
        ([part, rest @ ..], [word, others @ ..]) => stands_for(part, word) && begins(others, rest),
    }
}

fn stands_for(part: &str, word: &str) -> bool {
    match class(part) {
        [] => is_like(word, part),
        words => words.iter().any(|meant| is_like(word, meant)),
    }
}

/// Whether `word` is `meant`, or `meant` with a slip: any one slip from six letters, from four a
/// missing, extra or swapped letter, since "bill" and "boat" are words of their own.
fn is_like(word: &str, meant: &str) -> bool {
    if word == meant {
        return true;
    }
    let (typed, letters) = (word.chars().count(), meant.chars().count());
    let is_other_letter = typed == letters && !same_letters(word, meant);
    let begins_alike = word.chars().next() == meant.chars().next();
    letters >= 4
        && begins_alike
        && !is_common(word)
        && typed.abs_diff(letters) <= 1
        && (letters >= 6 || !is_other_letter)
        && typos::slips(word, meant) == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn speaks(text: &str) -> bool {
        let words: Vec<String> = text.split(' ').map(str::to_owned).collect();
        speaks_of_danger(&words)
    }

    #[test]
    fn slips_count_but_other_words_do_not() {
        assert!(speaks("they will kil me"));
        assert!(speaks("emergancy"));
        assert!(!speaks("who pays the bill"));
        assert!(!speaks("will they help her do it"));
    }

    #[test]
    fn being_put_out_is_not_being_kicked() {
        assert!(speaks("they kick me"));
        assert!(!speaks("they kick me out from house"));
    }

    #[test]
    fn the_past_is_past_unless_it_comes_back() {
        assert!(!speaks("he hurt me last year"));
        assert!(speaks("he hurt me last year and he is outside"));
    }
}
