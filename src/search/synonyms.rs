//! Two words for one thing, where people say either.

/// Each row is one thing; a word stands in one row only.
const SAME: [&[&str]; 24] = [
    &["boss", "employer", "gangmaster", "trafficker", "manager", "owner"],
    &["police", "cops", "policeman", "policewoman", "polis", "officer"],
    &["lawyer", "solicitor", "attorney", "barrister", "advocate"],
    &["doctor", "gp", "nurse", "hospital", "clinic", "medical", "medicine"],
    &["interpreter", "translator", "interpret", "translate", "language"],
    &["child", "kid", "boy", "girl", "teenager", "minor", "underage"],
    &["phone", "ring", "telephone", "call", "dial"],
    &["money", "cash", "pay", "wages", "salary"],
    &["trial", "court", "hearing", "tribunal"],
    &["judge", "sheriff", "jury"],
    &["shelter", "refuge", "safehouse", "hostel", "accommodation", "housing"],
    &["deport", "remove", "removal", "deportation"],
    &["secret", "secretly", "private", "confidential", "anonymous", "anonymously"],
    &["scared", "afraid", "frightened", "terrified", "fear"],
    &["sad", "depressed", "nightmare", "anxiety", "trauma", "stress"],
    &["client", "victim", "survivor", "patient"],
    &["woman", "female", "lady"],
    &["man", "male", "guy"],
    &["brothel", "prostitution", "prostitute", "escort"],
    &["rights", "entitled", "entitlement", "allowed"],
    &["visa", "permit", "brp"],
    &["photo", "picture", "video", "nude"],
    &["compensation", "damages", "payout"],
    &["testify", "witness", "evidence", "testimony"],
];

/// The other words for what `word` names, if any.
pub fn others(word: &str) -> impl Iterator<Item = &'static str> {
    SAME.iter()
        .filter(move |row| row.contains(&word))
        .flat_map(|row| row.iter().copied())
        .filter(move |other| *other != word)
}
