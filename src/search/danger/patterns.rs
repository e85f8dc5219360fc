//! What danger sounds like, as patterns.
//!
//! A pattern is a row of words. `WHO`, `ME`, `HURT`, `HURTING`, `NOW` and `AFRAID` stand for the
//! words of that class, and `..` for up to two words of any kind.

/// The words a class stands for; none for any other word.
pub(super) fn class(name: &str) -> &'static [&'static str] {
    match name {
        "WHO" => WHO,
        "ME" => ME,
        "HURT" => HURT,
        "HURTING" => HURTING,
        "NOW" => NOW,
        "AFRAID" => AFRAID,
        _ => &[],
    }
}

#[rustfmt::skip]
const WHO: &[&str] = &[
    "he", "hes", "she", "shes", "they", "theyre", "boss", "bosses", "man", "men", "guy",
    "trafficker", "traffickers", "pimp", "husband", "boyfriend", "owner", "somebody", "people",
    "gang", "madam", "landlord", "driver", "father", "uncle", "brother", "agent", "employer",
    "him", "them",
];

#[rustfmt::skip]
const ME: &[&str] = &["me", "us", "her", "him", "client", "friend", "girl", "boy", "child"];

#[rustfmt::skip]
const HURT: &[&str] = &[
    "hurt", "hurts", "hit", "hits", "beat", "beats", "attack", "attacks", "punch", "kick", "kicks",
    "slap", "slaps", "burn", "burns", "rape", "rapes", "chase", "torture", "tortures", "harm",
    "harms", "fight",
];

#[rustfmt::skip]
const HURTING: &[&str] = &[
    "hurting", "hitting", "beating", "attacking", "punching", "kicking", "slapping", "burning",
    "raping", "chasing", "torturing", "harming", "following", "strangling", "choking", "stabbing",
    "killing", "shooting",
];

#[rustfmt::skip]
const NOW: &[&str] = &[
    "now", "outside", "tonight", "quick", "quickly", "hurry", "immediately", "urgent", "urgently",
];

const AFRAID: &[&str] = &["scared", "scare", "afraid", "frightened", "terrified", "fear"];

/// Patterns that speak of danger, unless it is past.
#[rustfmt::skip]
pub(super) const DANGER: &[&str] = &[
    // Death and weapons.
    "kill", "kills", "killed", "killing", "murder", "murdered", "knife", "gun", "guns", "stab",
    "stabbed", "shoot", "strangle", "strangled", "choke", "choked", "weapon", "machete",
    "bleeding", "dying", "unconscious", "overdose", "suicide", "suicidal", "ambulance",
    "emergency", "going to die", "want to die", "will die", "to death", "AFRAID to die",
    "not breathing", "cant breathe", "cannot breathe", "on fire", "911", "112",
    // Somebody is being hurt.
    "HURTING", "HURT ME", "HURT .. NOW", "NOW .. HURT", "HURT ME again", "in danger", "danger",
    // Somebody dangerous is near.
    "WHO here", "WHO is here", "WHO are here", "WHO .. is here", "WHO .. outside",
    "WHO .. at the door", "WHO .. in the house", "WHO back now", "WHO is back", "WHO come now",
    "WHO .. come back", "WHO .. comes back", "WHO .. coming", "WHO .. come for me",
    "WHO .. found me", "WHO .. found us", "WHO .. following me", "WHO .. looking for me NOW",
    "next room",
    // Shut in.
    "locked in", "locked inside", "locked up", "locked me", "lock me", "locks me", "locking me",
    "locked us", "lock us", "locks us", "am locked", "im locked", "are locked", "door is locked",
    "locked the door", "lock the door", "locks the door", "doors locked", "door locked", "trapped",
    "cant get out", "cannot get out", "can not get out", "let me out", "let us out",
    "tied up", "tied me", "tied us",
    // Calling for help at once.
    "help NOW", "help .. NOW", "NOW help", "help help", "AFRAID .. NOW", "NOW .. AFRAID",
    "police NOW", "police .. NOW", "send police", "send the police", "send help", "save me",
    "please hurry",
];

/// Patterns that take words of danger back.
#[rustfmt::skip]
pub(super) const SAFE: &[&str] = &[
    "safe now", "now safe", "not in danger", "not in .. danger", "no danger", "out of danger",
    "no longer in danger", "not .. emergency", "no emergency", "non emergency",
    "isnt an emergency", "isnt emergency", "not urgent", "emergency accommodation",
    "emergency housing", "emergency shelter", "kick .. out", "kicks .. out", "kicked .. out",
    "him back", "come back to", "panic attack", "panic attacks",
];

/// Patterns that put what happened in the past.
#[rustfmt::skip]
pub(super) const PAST: &[&str] = &[
    "last year", "last month", "last week", "last summer", "last winter", "ago", "yesterday",
    "used to", "before", "in the past", "escaped", "ran away", "got away", "i left", "when i was",
];

/// Patterns that bring the past back.
#[rustfmt::skip]
pub(super) const STILL: &[&str] = &[
    "right now", "coming", "still", "again", "outside", "is here", "found me",
];
