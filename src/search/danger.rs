//! Words of danger: a question that speaks of danger now is answered by the emergency number
//! first, whatever else it asks.
//!
//! A pattern is a row of words. `WHO`, `ME`, `HURT`, `HURTING`, `NOW` and `AFRAID` stand for the
//! words of that class, and `..` for up to two words of any kind.

use super::typos;

const WHO: &[&str] = &[
    "he",
    "hes",
    "she",
    "shes",
    "they",
    "theyre",
    "boss",
    "bosses",
    "man",
    "men",
    "guy",
    "trafficker",
    "traffickers",
    "pimp",
    "husband",
    "boyfriend",
    "owner",
    "somebody",
    "people",
    "gang",
    "madam",
    "landlord",
    "driver",
    "father",
    "uncle",
    "brother",
    "agent",
    "employer",
    "him",
    "them",
];
const ME: &[&str] = &["me", "us", "her", "him", "client", "friend", "girl", "boy", "child"];
const HURT: &[&str] = &[
    "hurt", "hurts", "hit", "hits", "beat", "beats", "attack", "attacks", "punch", "kick", "kicks",
    "slap", "slaps", "burn", "burns", "rape", "rapes", "chase", "torture", "tortures", "harm",
    "harms", "fight",
];
const HURTING: &[&str] = &[
    "hurting",
    "hitting",
    "beating",
    "attacking",
    "punching",
    "kicking",
    "slapping",
    "burning",
    "raping",
    "chasing",
    "torturing",
    "harming",
    "following",
    "strangling",
    "choking",
    "stabbing",
    "killing",
    "shooting",
];
const NOW: &[&str] = &[
    "now",
    "outside",
    "tonight",
    "quick",
    "quickly",
    "hurry",
    "immediately",
    "urgent",
    "urgently",
];
const AFRAID: &[&str] = &["scared", "scare", "afraid", "frightened", "terrified", "fear"];

/// Patterns that speak of danger now.
const DANGER: &[&str] = &[
    // Death and weapons, in any tense but a distant past.
    "kill",
    "kills",
    "killed",
    "killing",
    "murder",
    "murdered",
    "knife",
    "gun",
    "guns",
    "stab",
    "stabbed",
    "shoot",
    "strangle",
    "strangled",
    "choke",
    "choked",
    "weapon",
    "machete",
    "bleeding",
    "dying",
    "unconscious",
    "overdose",
    "suicide",
    "suicidal",
    "ambulance",
    "emergency",
    "going to die",
    "want to die",
    "will die",
    "to death",
    "AFRAID to die",
    "not breathing",
    "cant breathe",
    "on fire",
    "999 now",
    "911",
    "112",
    // Hurting, now or always.
    "HURTING",
    "HURT ME",
    "HURT .. NOW",
    "hurt NOW",
    "in danger",
    "danger NOW",
    "danger",
    "HURT ME again",
    "NOW .. HURT",
    // Somebody dangerous is near.
    "WHO .. is here",
    "WHO is here",
    "WHO here",
    "WHO are here",
    "WHO .. outside",
    "WHO .. at the door",
    "WHO .. come back",
    "WHO .. comes back",
    "WHO .. coming",
    "WHO .. coming back",
    "WHO back now",
    "WHO is back",
    "WHO .. found me",
    "WHO found me",
    "WHO found us",
    "WHO .. found us",
    "WHO .. in the house",
    "WHO .. come for me",
    "WHO come now",
    "WHO .. following me",
    "WHO .. looking for me NOW",
    "next room",
    // Shut in.
    "locked in",
    "locked me",
    "lock me",
    "locks me",
    "locked us",
    "lock us",
    "locks us",
    "locking me",
    "locked inside",
    "locked up",
    "am locked",
    "im locked",
    "are locked",
    "door is locked",
    "locked the door",
    "lock the door",
    "locks the door",
    "doors locked",
    "door locked",
    "trapped",
    "cant get out",
    "cannot get out",
    "can not get out",
    "let me out",
    "let us out",
    "tied up",
    "tied me",
    "tied us",
    // Calling for help at once.
    "help NOW",
    "help me NOW",
    "help .. NOW",
    "NOW help",
    "help help",
    "AFRAID .. NOW",
    "NOW .. AFRAID",
    "police NOW",
    "police .. NOW",
    "send .. police",
    "send help",
    "save me",
    "please hurry",
];

/// Patterns that say the danger is not now.
const SAFE: &[&str] = &[
    "safe now",
    "now safe",
    "not in danger",
    "not in .. danger",
    "no danger",
    "not an emergency",
    "not emergency",
    "no emergency",
    "non emergency",
    "isnt an emergency",
    "isnt emergency",
    "not urgent",
    "out of danger",
    "no longer in danger",
    "someone .. come with",
    "him back",
    "come back to",
];

/// Patterns that put what happened in the past.
const PAST: &[&str] = &[
    "last year",
    "last month",
    "last week",
    "last summer",
    "last winter",
    "years ago",
    "year ago",
    "months ago",
    "month ago",
    "weeks ago",
    "week ago",
    "days ago",
    "long ago",
    "ago",
    "yesterday",
    "used to",
    "before",
    "in the past",
    "escaped",
    "ran away",
    "got away",
    "i left",
    "when i was",
];

/// Patterns that bring the past back to now.
const STILL: &[&str] = &["right now", "coming", "still", "again", "outside", "is here", "found me"];

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
    let class = match part {
        "WHO" => WHO,
        "ME" => ME,
        "HURT" => HURT,
        "HURTING" => HURTING,
        "NOW" => NOW,
        "AFRAID" => AFRAID,
        _ => return is_like(word, part),
    };
    class.iter().any(|other| is_like(word, other))
}

/// Whether `word` is `meant`, or `meant` with a slip: any one slip from six letters, from four a
/// missing, extra or swapped letter, since "bill" and "boat" are words of their own.
fn is_like(word: &str, meant: &str) -> bool {
    if word == meant {
        return true;
    }
    let (typed, letters) = (word.chars().count(), meant.chars().count());
    let same_length = typed == letters;
    let begins_alike = word.chars().next() == meant.chars().next();
    let is_swap = || {
        let (mut one, mut other) = (word.as_bytes().to_vec(), meant.as_bytes().to_vec());
        one.sort_unstable();
        other.sort_unstable();
        one == other
    };
    letters >= 4
        && begins_alike
        && typed.abs_diff(letters) <= 1
        && (!same_length || letters >= 6 || is_swap())
        && typos::slips(word, meant) == 1
}
