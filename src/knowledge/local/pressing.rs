//! Words with which somebody who means harm keeps a person from help, or takes what they have.
//!
//! A list can come from anybody, and a page of airt is believed. So a text that speaks against the
//! police or 999, or that takes a passport, papers or money, is no text of a service: the row is left
//! out. Words that a good service may use as well ("bring your papers") are shown to whoever builds
//! the list. Signs of control of documents, money and contacts: Home Office, Modern slavery statutory
//! guidance, annex on indicators.
//!
//! Only English is read. Who builds and who signs must read the rest.

use super::imitation::speaks_as_airt;

/// What is said against the police or 999.
const AGAINST_HELP: &str =
    "this keeps people from the police or 999: write what the service does instead";
/// What is taken from a person.
const TAKES: &str =
    "this takes papers or money from people: no service may keep them. Write what it does instead";
/// What shuts a person off from others.
const SECRET: &str = "this tells people to keep a secret: write what the service does instead";

const NOT: [&str; 10] =
    ["not", "never", "dont", "mustnt", "shouldnt", "cant", "cannot", "avoid", "stop", "without"];
/// Who does not do it, where a service says what it does: "we do not call the police".
const THE_SERVICE: [&str; 12] = [
    "we",
    "they",
    "who",
    "that",
    "it",
    "staff",
    "nobody",
    "and",
    "team",
    "service",
    "volunteers",
    "workers",
];
const TURNS_TO: [&str; 29] = [
    "call",
    "calling",
    "ring",
    "ringing",
    "phone",
    "phoning",
    "tell",
    "telling",
    "contact",
    "contacting",
    "trust",
    "trusting",
    "go",
    "going",
    "speak",
    "speaking",
    "talk",
    "talking",
    "report",
    "reporting",
    "dial",
    "dialling",
    "inform",
    "informing",
    "involve",
    "involving",
    "believe",
    "ask",
    "asking",
];
const POLICE: [&str; 9] =
    ["police", "999", "112", "101", "officer", "officers", "cops", "polis", "authorities"];
const EVERYBODY: [&str; 6] = ["anyone", "anybody", "nobody", "family", "friends", "helpline"];
/// What the police are said to do to people.
const DOES_HARM: [&str; 12] = [
    "arrest", "deport", "detain", "jail", "imprison", "lock", "beat", "hurt", "punish", "blame",
    "remove", "hand",
];
const CONDITIONS: [&str; 5] = ["if", "when", "whether", "after", "once"];
const DANGER: [&str; 4] = ["danger", "dangerous", "emergency", "emergencies"];
const PAPERS: [&str; 15] = [
    "passport",
    "passports",
    "papers",
    "document",
    "documents",
    "visa",
    "visas",
    "brp",
    "id",
    "identity",
    "pin",
    "password",
    "passwords",
    "bank",
    "phone",
];
const MONEY: [&str; 8] = ["money", "cash", "deposit", "wages", "savings", "fee", "fees", "payment"];
/// To part with something.
const GIVES: [&str; 14] = [
    "give",
    "giving",
    "hand",
    "handing",
    "surrender",
    "send",
    "sending",
    "deposit",
    "transfer",
    "leave",
    "lend",
    "post",
    "entrust",
    "deliver",
];
const TO_THEM: [&str; 16] = [
    "us", "me", "over", "him", "her", "them", "in", "with", "staff", "to", "driver", "helper",
    "man", "woman", "boss", "manager",
];
/// To have something of another.
const KEEPS: [&str; 13] = [
    "keep", "keeps", "hold", "holds", "take", "takes", "store", "stores", "collect", "collects",
    "need", "needs", "require",
];
const KEEPERS: [&str; 6] = ["we", "i", "they", "staff", "manager", "boss"];

/// What presses a person in a text, or speaks as airt, and what to do about it.
pub(super) fn refused(text: &str) -> Option<&'static str> {
    speaks_as_airt(text).or_else(|| presses(text))
}

fn presses(text: &str) -> Option<&'static str> {
    sentences(&plain(text)).find_map(|words| {
        let is_against = against_help(&words);
        let is_taking = || takes(&words);
        (is_against.then_some(AGAINST_HELP))
            .or_else(|| is_taking().then_some(TAKES))
            .or_else(|| is_secret(&words).then_some(SECRET))
    })
}

/// What a good service may say, and somebody who means harm as well.
pub fn must_be_looked_at(text: &str) -> bool {
    sentences(&plain(text)).any(|words| {
        let has = |any: &[&str]| words.iter().any(|word| any.contains(word));
        let is_denied = has(&NOT) || has(&["no"]);
        let is_of_papers = has(&["bring", "show", "need", "upload", "copy"]) && has(&PAPERS[..9]);
        let is_of_money = has(&["pay", "deposit", "loan", "debt", "owe"]) && has(&["you", "us"]);
        let is_of_police = has(&POLICE) && is_denied;
        is_of_police
            || !is_denied && (is_of_papers || is_of_money)
            || words.windows(2).any(|two| two == ["come", "alone"] || two == ["no", "police"])
    })
}

/// "Do not call the police", "call us instead of 999", "the police will arrest you".
fn against_help(words: &[&str]) -> bool {
    let keeps_from = |target: usize| {
        let before = &words[..target];
        // "They do not call the police" promises; "do not call the police" presses.
        let turns = before.iter().rposition(|word| TURNS_TO.contains(word));
        let turns = turns.filter(|turns| target - turns <= 5);
        turns.is_some_and(|turns| is_forbidden(&words[..turns]))
    };
    let is_instead = |target: usize| {
        let from = target.saturating_sub(4);
        words[from..target]
            .windows(2)
            .any(|two| two == ["instead", "of"] || two == ["rather", "than"])
    };
    // "Call 999 only if we say so", "only in danger" is no pressing; "speak to us first, then the police".
    let waits = |target: usize| {
        let near = &words[target.saturating_sub(3)..(target + 2).min(words.len())];
        let behind = &words[target..];
        near.contains(&"only")
            && near.iter().any(|word| TURNS_TO.contains(word))
            && behind.iter().any(|word| CONDITIONS.contains(word))
            && !words.iter().any(|word| DANGER.contains(word))
            || words.windows(2).any(|two| matches!(two, ["us", "first" | "before"]))
    };
    let harms = |target: usize| {
        let behind = &words[(target + 1)..(target + 7).min(words.len())];
        let has = |part: &[&str], any: &[&str]| part.iter().any(|word| any.contains(word));
        let cannot = has(behind, &["cannot", "cant", "wont"])
            || behind.windows(2).any(|two| two == ["not", "help"] || two == ["not", "believe"]);
        let sends =
            |at: usize| behind[at] == "send" && has(&behind[at..], &["home", "back", "away"]);
        let expels = |at: usize| behind[at] == "deport" || sends(at);
        let Some(harm) =
            (0..behind.len()).find(|at| DOES_HARM.contains(&behind[*at]) || expels(*at))
        else {
            return cannot;
        };
        let before = &behind[..harm];
        let is_said = has(before, &["will", "can", "may", "would", "could"])
            || expels(harm) && !has(&words[target.saturating_sub(2)..target], &CONDITIONS);
        is_said
            && !has(before, &["not", "never", "cannot", "cant", "wont", "dont"])
            && !has(before, &CONDITIONS)
    };
    words
        .iter()
        .enumerate()
        .filter(|(_, word)| POLICE.contains(word))
        .any(|(place, _)| keeps_from(place) || is_instead(place) || waits(place) || harms(place))
}

/// Whether what comes next is forbidden to the reader: "do not", "you must never".
fn is_forbidden(before: &[&str]) -> bool {
    let near = &before[before.len().saturating_sub(2)..];
    let Some(not) = near.iter().position(|word| NOT.contains(word)) else { return false };
    let not = before.len() - near.len() + not;
    let subject = &before[not.saturating_sub(2)..not];
    !subject.iter().any(|word| THE_SERVICE.contains(word)) || subject.contains(&"you")
}

/// "Give us your passport", "we keep your papers safe", "pay us first".
fn takes(words: &[&str]) -> bool {
    let is_taken = |word: &&str| PAPERS.contains(word) || MONEY.contains(word);
    let is_denied = |place: usize| {
        words[place.saturating_sub(4)..place]
            .iter()
            .any(|word| NOT.contains(word) || *word == "nobody")
    };
    let gives = words.iter().enumerate().any(|(place, word)| {
        let behind = &words[(place + 1)..(place + 7).min(words.len())];
        GIVES.contains(word)
            && !is_denied(place)
            && behind.iter().any(is_taken)
            && behind.iter().any(|word| TO_THEM.contains(word))
            && words[..place]
                .iter()
                .rev()
                .take(2)
                .all(|word| !KEEPERS.contains(word) && *word != "to")
    });
    let keeps = words.iter().enumerate().any(|(place, word)| {
        let behind = &words[(place + 1)..(place + 5).min(words.len())];
        let subject = words[..place].iter().rev().take(3);
        KEEPS.contains(word)
            && !is_denied(place)
            && subject.clone().any(|word| KEEPERS.contains(word))
            && !subject.clone().any(|word| ["if", "when", "did"].contains(word))
            && behind.contains(&"your")
            && behind.iter().any(is_taken)
    });
    let pays = words.windows(2).any(|two| {
        matches!(two, ["pay", "us" | "first" | "me" | "upfront"] | ["you", "owe"])
            || matches!(two, ["work", "it"] | ["pay", "back"])
    }) || words
        .windows(3)
        .any(|three| matches!(three, ["pay", "the", "helper" | "man" | "boss"]));
    gives || keeps || pays && !words.contains(&"not")
}

/// "Do not tell anybody".
fn is_secret(words: &[&str]) -> bool {
    let tells = words.iter().enumerate().any(|(place, word)| {
        let behind = &words[(place + 1)..(place + 4).min(words.len())];
        TURNS_TO.contains(word)
            && behind.iter().any(|word| EVERYBODY.contains(word))
            && (is_forbidden(&words[..place]) || behind.first() == Some(&"nobody"))
            && !words[..place].iter().any(|word| KEEPERS.contains(word))
    });
    tells || words.windows(3).any(|three| three[0] == "keep" && three.contains(&"secret"))
}

/// A text in small letters; `don't` is `dont`.
fn plain(text: &str) -> String {
    text.to_lowercase().replace(['\'', '\u{2019}'], "")
}

/// The words of each sentence.
fn sentences(plain: &str) -> impl Iterator<Item = Vec<&str>> {
    let words = |sentence| -> Vec<&str> {
        let words = str::split(sentence, |letter: char| !letter.is_alphanumeric());
        words.filter(|word| !word.is_empty()).collect()
    };
    plain.split(['.', '!', '?', ';', ':']).map(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_keeps_from_help_or_takes_is_refused() {
        for text in [
            "Do not call the police.",
            "Tea. Don't ring 999, come to us.",
            "You must never talk to the police about us.",
            "Call us instead of the police.",
            "Come here rather than 999",
            "No need for 999: the police will deport you.",
            "The police cannot help you",
            "Police will not help people without papers.",
            "If you call 999 they deport you.",
            "Call 999 only if you are dying; otherwise speak to us first.",
            "Only dial 999 when we say so.",
            "The police will send you home.",
            "Speak to us first, then the police.",
            "Talk to us before you call the police.",
            "Give the driver your ID card.",
            "Pay the helper in cash when he comes.",
            "Signed with a key that this computer trusts.",
            "Give us your passport when you come.",
            "Hand over your papers at the door",
            "Leave your passport with us, it is safe.",
            "We keep your passport safe for you.",
            "They hold your documents until you pay.",
            "Send us money for the bed.",
            "Pay us first.",
            "You can work it off.",
            "Don\u{2019}t tell anyone that you come.",
            "Tell nobody where you are",
            "Keep this secret",
        ] {
            assert!(refused(text).is_some(), "{text}");
        }
    }

    #[test]
    fn what_a_good_service_says_is_taken() {
        for text in [
            "They do not ask for your passport.",
            "We will not call the police.",
            "Staff who never call the police without asking you.",
            "You do not have to give your name.",
            "Nobody may keep your passport. They help you get it back.",
            "Help if your boss took your passport or your wages.",
            "Advice about papers and pay when your boss does not pay.",
            "They can go with you to the police.",
            "In danger, call 999.",
            "In danger call 999.",
            "If it is an emergency call 999 first.",
            "Only call 999 in an emergency.",
            "Call 999 only if you are in danger.",
            "For emergencies only, call 999.",
            "We can go to the police with you.",
            "You do not have to speak to the police.",
            "The police will not send you home.",
            "A lawyer if the police want to deport you.",
            "Call 999 if they beat you or lock you in.",
            "Call 999 if somebody will hurt you.",
            "Pay the driver on the bus.",
            "We give you money for the bus.",
            "They keep your things in a locker.",
            "Help to send money home safely.",
            "A doctor for people who have no papers.",
            "Talk to somebody you trust.",
            "They never tell anybody that you came.",
            "If somebody holds your documents, they can help.",
        ] {
            assert_eq!(refused(text), None, "{text}");
        }
    }

    #[test]
    fn what_may_be_good_or_bad_is_shown_to_whoever_builds() {
        for text in [
            "Bring your passport if you have one.",
            "You do not have to talk to the police.",
            "No police.",
            "Please come alone.",
            "You pay what you can.",
        ] {
            assert!(must_be_looked_at(text) && refused(text).is_none(), "{text}");
        }
        for text in ["A hot meal.", "You need no papers.", "A lawyer for your papers."] {
            assert!(!must_be_looked_at(text), "{text}");
        }
    }
}
