//! 999, 101 and the helpline: whom to call whatever else there is.
//!
//! The rules that keep them in sight, all of them:
//!
//! 1. Data without one of the three, or with a number of another kind in front of it, cannot be
//!    opened, so nobody has to ask whether they are there: `check` below.
//! 2. The first section of the menu is the one of 999: `check` below.
//! 3. The first line of every screen says 999, and 101 where there is room: `interface::view`. In
//!    lines, a page that has no 999 among its calls gets that line too: `plain::conversation`.
//! 4. Where nothing fits what was typed, and below every list of results in a pipe, stand all
//!    three: `interface::page::calls::always`.
//! 5. Every list of people to call that "Who can help me?" ends with has `IN_EVERY_OUTCOME`:
//!    `knowledge::routes`.
//! 6. Words of danger put the page of 999 before all others: `search::danger`.

use super::entry::{Entry, EntryIndex};
use super::fault::Fault;
use super::phone::{PhoneKind, PhoneNumber};
use super::raw;

const EMERGENCY: &str = "emergency-999";
const POLICE: &str = "police-101";
const HELPLINE: &str = "modern-slavery-helpline";

/// The entries that every list of people to call holds.
pub(super) const IN_EVERY_OUTCOME: [&str; 2] = [HELPLINE, EMERGENCY];

/// Each entry, the kind that its first number must have, and what to call that kind.
const FIRST: [(&str, PhoneKind, &str); 3] = [
    (EMERGENCY, PhoneKind::Emergency, "999"),
    (POLICE, PhoneKind::NonEmergency, "101"),
    (HELPLINE, PhoneKind::Freephone, "a number that is free to call"),
];

/// The three, found once.
#[derive(Debug)]
pub struct Always {
    /// 999.
    pub emergency: FirstCall,
    /// 101.
    pub police: FirstCall,
    /// The Modern Slavery Helpline.
    pub helpline: FirstCall,
}

/// An entry and its first number.
#[derive(Debug)]
pub struct FirstCall {
    pub entry: EntryIndex,
    pub number: PhoneNumber,
}

impl Always {
    /// The three entries, in the order in which they are offered.
    pub const fn entries(&self) -> [EntryIndex; 3] {
        [self.emergency.entry, self.police.entry, self.helpline.entry]
    }

    /// None where `check` has told already what is missing.
    pub(super) fn find(entries: &[Entry]) -> Option<Self> {
        let find = |id: &str| {
            let place = entries.iter().position(|entry| entry.id == id)?;
            let number = entries[place].phones.first()?.number.clone();
            Some(FirstCall { entry: EntryIndex(place), number })
        };
        let [emergency, police, helpline] = FIRST.map(|(id, ..)| find(id));
        Some(Self { emergency: emergency?, police: police?, helpline: helpline? })
    }
}

/// Refuses data that breaks the first two rules.
pub(super) fn check(topics: &[(&str, raw::Topic)], faults: &mut Vec<Fault>) {
    for (id, kind, number) in FIRST {
        let (file, entry) = find(topics, id);
        let first = entry.and_then(|entry| entry.phones.first());
        if first.is_none_or(|phone| phone.kind != kind) {
            let problem = format!("airt needs this entry, and {number} as its first number");
            faults.push(Fault { file: file.to_owned(), item: id.to_owned(), problem });
        }
    }
    let starts_with_emergency =
        |topic: &raw::Topic| topic.entries.iter().any(|entry| entry.id == EMERGENCY);
    for (file, topic) in topics.iter().take(1).filter(|(_, topic)| !starts_with_emergency(topic)) {
        let problem = format!("the first section must have the entry \"{EMERGENCY}\"");
        faults.push(Fault { file: (*file).to_owned(), item: topic.id.clone(), problem });
    }
}

/// The entry and its file; where it is missing, the first file, which ought to have 999.
fn find<'a>(topics: &'a [(&str, raw::Topic)], id: &str) -> (&'a str, Option<&'a raw::Entry>) {
    let entries = topics
        .iter()
        .flat_map(|(file, topic)| topic.entries.iter().map(move |entry| (*file, entry)));
    let first = topics.first().map_or("data/topics", |(file, _)| file);
    let found = entries.into_iter().find(|(_, entry)| entry.id == id);
    found.map_or((first, None), |(file, entry)| (file, Some(entry)))
}
