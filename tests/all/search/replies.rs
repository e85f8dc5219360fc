//! What is said besides pages: short forms explained, greetings answered, somebody to call.

use airt::search::DangerLevel;
use serde_json::Value;

use super::*;

/// The long forms of the terms that `text` asks about.
fn explained(entries: &Entries, text: &str) -> Vec<String> {
    let found = entries.engine.find(&entries.knowledge, text, 3);
    found.terms.iter().map(|&term| entries.knowledge[term].long.clone()).collect()
}

#[test]
fn short_forms_are_explained_and_lead_to_their_page() {
    let entries = Entries::embedded();
    for (text, long, page) in [
        ("NRM", "National Referral Mechanism", "nrm-what"),
        ("what is the nrm", "National Referral Mechanism", "nrm-what"),
        ("n.r.m.", "National Referral Mechanism", "nrm-what"),
        ("lady want me agree for N R M", "National Referral Mechanism", "nrm-what"),
        ("cica claim", "Criminal Injuries Compensation Authority", "compensation"),
        ("s.45", "Modern Slavery Act 2015, section 45", "made-to-break-the-law"),
        ("uasc 16 yo arrived last night", "unaccompanied asylum-seeking child", "guardianship"),
        ("VIA", "Victim Information and Advice", "court-special-measures"),
        ("county lines", "drug dealing run by phone from another area", "made-to-break-the-law"),
    ] {
        assert_eq!(explained(&entries, text).first().map(String::as_str), Some(long), "{text}");
        let hits = entries.search(text);
        assert!(hits.hits.iter().take(3).any(|id| *id == page), "{text}: {hits:?}");
    }
    assert_eq!(explained(&entries, "RG and CG decisions").len(), 2);
    for text in ["i came via france", "I CAME VIA FRANCE", "he is in the park", "what is this"] {
        assert!(explained(&entries, text).is_empty(), "{text}");
    }
}

#[test]
fn a_short_form_that_nothing_explains_is_said_to_be_unknown() {
    let entries = Entries::embedded();
    let is_unknown = |text| entries.engine.find(&entries.knowledge, text, 3).is_unknown_term;
    for (text, expected) in
        [("AWPR", true), ("S.47", true), ("NRM", false), ("HELP", false), ("awful", false)]
    {
        assert_eq!(is_unknown(text), expected, "{text}");
    }
}

#[test]
fn what_is_said_as_to_a_person_gets_a_true_answer() {
    let entries = Entries::embedded();
    let said = |text| entries.engine.find(&entries.knowledge, text, 3).small_talk;
    for (text, expected) in [
        ("hello", Some("greeting")),
        ("Good morning!", Some("greeting")),
        ("thank you so much for your help", Some("thanks")),
        ("are you a real person", Some("real")),
        ("am i talking to a robot", Some("real")),
        ("who made this", Some("made")),
        ("are you the police", Some("made")),
        ("is this safe", Some("safe")),
        ("can they see what i type", Some("safe")),
        ("hello i need a lawyer", None),
        ("they kept me here", None),
        ("can someone keep me safe here", None),
        ("i am just a machine", None),
        ("thank you for all you did to me", None),
        ("thank you for everything goodbye", None),
        ("the police", None),
        ("a safe place", None),
        ("is he real", None),
        ("thank god he is outside with a knife", None),
    ] {
        assert_eq!(said(text), expected, "{text}");
    }
    let words = Words::english().unwrap();
    let talk: Value =
        serde_json::from_str(&fs::read_to_string("data/search/small-talk.json").unwrap()).unwrap();
    let ids: BTreeSet<&str> =
        talk["talk"].as_array().unwrap().iter().map(|said| said["id"].as_str().unwrap()).collect();
    let answers: BTreeSet<&str> = words.search.small_talk.keys().map(String::as_str).collect();
    assert_eq!(ids, answers, "each has its answer in data/interface/en.json");
}

#[test]
fn who_tells_what_happened_finds_somebody_to_call_among_the_first_three() {
    let entries = Entries::embedded();
    for text in [
        "the farmer has my passport in his safe",
        "my boss has my passport",
        "they keep my papers and i am not paid",
        "he says i must pay the debt for my travel",
        "the agency lied to me about the job",
        "they say they will hurt my family if i talk to a lawyer",
        "i was arrested for growing cannabis they made me do it",
    ] {
        let found = entries.search(text);
        let has_number = |id: &&str| {
            let entry = entries.knowledge.find(id).unwrap();
            entries.knowledge.phones(entry).next().is_some()
        };
        // Beside a list that is not sure stands the helpline's card.
        let is_there = found.hits.iter().take(3).any(has_number);
        assert!(!found.is_sure || is_there, "{text}: {:?}", found.hits);
    }
}

#[test]
fn words_of_another_language_always_bring_the_calm_line() {
    let entries = Entries::embedded();
    for text in ["toi can giup do", "pomogite mne", "\u{645}\u{633}\u{627}\u{639}\u{62f}\u{629}"] {
        let found = entries.engine.find(&entries.knowledge, text, 3);
        assert_eq!(found.answers.danger, Some(DangerLevel::Perhaps), "{text}");
    }
}

#[test]
fn a_greeting_changes_no_answer() {
    let entries = Entries::embedded();
    for text in ["i need a lawyer", "i need a doctor", "they keep my passport", "help me please"] {
        assert_eq!(entries.search(&format!("hello {text}")), entries.search(text), "{text}");
    }
}

/// Life: it counts however calm the rest sounds.
#[test]
fn who_wants_to_die_is_in_danger_surely() {
    let entries = Entries::embedded();
    for text in [
        "i do not want to live",
        "i do not want to live in this world",
        "i have nothing to live for",
        "i want to end it all",
        "i wish i was dead",
        "SOS",
        "\u{1f198}",
    ] {
        assert_eq!(entries.search(text).danger, Some(DangerLevel::Sure), "{text}");
    }
    for text in ["i do not want to live with him", "i dont want to live in this house"] {
        assert_ne!(entries.search(text).danger, Some(DangerLevel::Sure), "{text}");
    }
}

#[test]
fn a_sign_brings_the_helpline_itself() {
    let entries = Entries::embedded();
    for text in ["the farmer has my passport in his safe", "we work all day for nothing"] {
        let found = entries.search(text);
        let first: Vec<_> = found.hits.iter().take(3).collect();
        assert!(first.contains(&&"modern-slavery-helpline"), "{text}: {first:?}");
    }
}

#[test]
fn an_everyday_word_is_no_slip_of_another() {
    let entries = Entries::embedded();
    for (text, wrong) in [("thank", "what-is-trafficking"), ("looked", "emergency-999")] {
        let found = entries.search(text);
        assert!(!found.is_sure || found.hits.first() != Some(&wrong), "{text}: {found:?}");
    }
}
