//! One page for a worker's bag: numbers by day and night, the first minutes, a card in the languages
//! that are needed most, and how old all that is.

use super::sheet::foreign;
use super::{Part, Sheet};
use crate::interface::context::Context;
use crate::interface::page::calls::{self, Say};
use crate::interface::page::trust;
use crate::interface::words::fill;
use crate::knowledge::entry::PhoneIndex;
use crate::knowledge::hours::Hours;
use crate::knowledge::languages::{LanguageIndex, Review};
use crate::knowledge::phone::Phone;
use crate::knowledge::source::How;

/// The page that says what to do first.
const FIRST_MINUTES: &str = "workers-first-minutes";
/// Its lists that fit on one page beside the rest.
const LISTS: [&str; 3] = ["say", "ask", "not-promise"];
/// Whose numbers it has, beside 999, 101 and the helpline.
const SERVICES: [&str; 3] = ["tara", "migrant-help", "childline"];
/// The page with more lines, and those of them that are needed at night.
const MORE: (&str, [&str; 2]) = ("workers-helplines", ["nhs", "sarcs"]);
/// The languages that are needed most: those that the core was written in first.
const LANGUAGES: [&str; 6] = ["vi", "sq", "zh-Hans", "ro", "ti", "ar"];

/// When a number is answered, as far as anybody knows.
#[derive(Clone, Copy, Eq, PartialEq)]
enum When {
    DayAndNight,
    /// Each line says when.
    Else,
}

impl Sheet {
    /// The page for a worker's bag.
    pub fn handover(context: &Context) -> Self {
        let words = &context.words.handover;
        let mut parts = vec![Part::Title(words.title.clone())];
        for when in [When::DayAndNight, When::Else] {
            parts.extend(numbers(context, when));
        }
        parts.push(Part::Line(words.council.clone()));
        parts.extend(first_minutes(context));
        parts.push(Part::Heading(words.card.clone()));
        let languages = languages(context);
        let names: Vec<&str> =
            languages.iter().map(|&index| &*context.knowledge[index].english).collect();
        parts.push(Part::Note(names.join(", ")));
        parts.extend(languages.iter().map(|&index| card(context, index)));
        let is_draft = |&index: &LanguageIndex| context.knowledge[index].review == Review::Draft;
        if languages.iter().any(is_draft) {
            parts.push(Part::Note(words.draft.clone()));
        }
        parts.extend(dated(context));
        Self { card: Vec::new(), parts }
    }
}

/// The numbers that are answered then, each on a line of its own, with what must be known of it.
fn numbers(context: &Context, when: When) -> Vec<Part> {
    let words = &context.words.handover;
    let (heading, is_always) = match when {
        When::DayAndNight => (&words.day_and_night, true),
        When::Else => (&words.other_times, false),
    };
    let indexes = chosen(context).into_iter();
    let lines = indexes.filter(|&index| is_always_open(&context.knowledge[index]) == is_always);
    let lines = lines.map(|index| Part::Item(line(context, index)));
    std::iter::once(Part::Heading(heading.clone())).chain(lines).collect()
}

/// The numbers with room on the page, those for everybody in front.
fn chosen(context: &Context) -> Vec<PhoneIndex> {
    let knowledge = context.knowledge;
    let services = SERVICES.iter().filter_map(|id| knowledge.find(id));
    let entries = knowledge.always().entries().into_iter().chain(services);
    // A number that another source gives, such as that for the deaf, has more to know than fits.
    let phones = entries.flat_map(|entry| {
        let source = knowledge[entry].source;
        knowledge.phones(entry).filter(move |(_, phone)| phone.source == source)
    });
    let (page, ids) = MORE;
    let more = knowledge.find(page).into_iter().flat_map(|entry| knowledge.phones(entry));
    let more = more.filter(|(_, phone)| ids.contains(&phone.id.as_str()));
    phones.chain(more).map(|(index, _)| index).collect()
}

fn is_always_open(phone: &Phone) -> bool {
    phone.hours.as_ref().is_some_and(Hours::is_always_open)
}

fn line(context: &Context, index: PhoneIndex) -> String {
    let call = calls::call(context, index, Say::Timeless);
    let phone = &context.knowledge[index];
    let hours = match &phone.hours {
        Some(hours) if hours.is_always_open() => None,
        Some(hours) => Some(hours.in_words(&context.words.hours)),
        None => Some(context.words.hours.no_hours.clone()),
    };
    let doubt = phone.doubtful.then(|| context.words.entry.doubtful.clone());
    let parts = [Some(call.name), hours, call.cost, doubt];
    format!("{}  {}", call.number, parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
}

/// What to do first, what to say and to ask, and what must not be forgotten.
fn first_minutes(context: &Context) -> Vec<Part> {
    let Some(index) = context.knowledge.find(FIRST_MINUTES) else { return Vec::new() };
    let entry = &context.knowledge[index];
    let mut parts = vec![Part::Heading(entry.title.clone()), Part::Item(entry.act.clone())];
    parts.extend(entry.body.iter().cloned().map(Part::Item));
    let rules = context.knowledge.entries().iter().flat_map(|entry| &entry.bag);
    parts.extend(rules.cloned().map(Part::Item));
    let lists = entry.lists.iter().filter(|list| LISTS.contains(&&*list.id));
    parts.extend(
        lists.map(|list| Part::Item(format!("{}: {}", list.title, list.lines.join(" / ")))),
    );
    parts
}

fn languages(context: &Context) -> Vec<LanguageIndex> {
    let place = |id: &&str| {
        let mut places = context.knowledge.languages().places();
        places.find(|(_, language)| language.id == **id).map(|(index, _)| index)
    };
    LANGUAGES.iter().filter_map(place).collect()
}

/// The sentence of a card, to be pointed at; nothing else stands on its row.
fn card(context: &Context, index: LanguageIndex) -> Part {
    foreign(context, index, context.knowledge[index].card.clone())
}

/// The newest look at any of the facts: none of them is newer. And that nobody rang, if nobody did.
fn dated(context: &Context) -> Option<Part> {
    let entries = context.knowledge.entries().iter();
    let mut phones = entries.flat_map(|entry| entry.phones.iter().map(move |phone| (entry, phone)));
    let is_rung = phones.any(|(entry, phone)| {
        trust::last_check(context, entry, phone).is_some_and(|check| check.how == How::Rung)
    });

    let sources = context.knowledge.sources().iter();
    let looks = sources.filter(|source| source.how != How::Measured);
    let newest = looks.filter_map(|source| source.checked.as_ref()).max()?;
    let date = trust::date_in_words(context, newest);
    let dated = fill(&context.words.handover.dated, &[("date", &date)]);
    let never = if is_rung { "" } else { &context.words.handover.never_rung };
    Some(Part::Note(format!("{dated} {never}").trim_end().to_owned()))
}
