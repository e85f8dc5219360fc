//! One page for a worker's bag: numbers by day and night, the first minutes, a card in the languages
//! that are needed most, and how old all that is.

use super::sheet::foreign;
use super::{Part, Sheet};
use crate::interface::context::Context;
use crate::interface::page::calls::{self, Say};
use crate::interface::page::trust;
use crate::interface::words::{HandoverWords, fill};
use crate::knowledge::entry::PhoneIndex;
use crate::knowledge::languages::{LanguageIndex, Review};
use crate::knowledge::source::How;

/// The page that says what to do first.
const FIRST_MINUTES: &str = "workers-first-minutes";
/// Whose numbers it has, beside 999, 101 and the helpline.
const SERVICES: [&str; 3] = ["tara", "migrant-help", "childline"];
/// The languages that are needed most: those that the core was written in first.
const LANGUAGES: [&str; 6] = ["vi", "sq", "zh-Hans", "ro", "ti", "ar"];

/// When a number is answered, as far as anybody knows.
#[derive(Clone, Copy, Eq, PartialEq)]
enum When {
    DayAndNight,
    ByDay,
    OtherTimes,
    Unknown,
}

impl Sheet {
    /// The page for a worker's bag.
    pub fn handover(context: &Context) -> Self {
        let words = &context.words.handover;
        let mut parts = vec![Part::Title(words.title.clone())];
        for when in [When::DayAndNight, When::ByDay, When::OtherTimes, When::Unknown] {
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
    let knowledge = context.knowledge;
    let services = SERVICES.iter().filter_map(|id| knowledge.find(id));
    let entries = knowledge.always().entries().into_iter().chain(services);
    // A number that another source gives, such as that for the deaf, has more to know than fits.
    let phones = entries.flat_map(|entry| {
        let source = knowledge[entry].source;
        knowledge.phones(entry).filter(move |(_, phone)| phone.source == source)
    });
    let lines: Vec<Part> = phones
        .map(|(index, _)| index)
        .filter(|&index| answered(context, index) == when)
        .map(|index| Part::Item(line(context, index)))
        .collect();
    let heading = Part::Heading(title(&context.words.handover, when).to_owned());
    if lines.is_empty() { lines } else { std::iter::once(heading).chain(lines).collect() }
}

fn answered(context: &Context, index: PhoneIndex) -> When {
    let phone = &context.knowledge[index];
    match &phone.hours {
        Some(hours) if hours.is_always_open() => When::DayAndNight,
        Some(_) => When::ByDay,
        None if phone.is_for_when_another_is_closed => When::OtherTimes,
        None => When::Unknown,
    }
}

fn title(words: &HandoverWords, when: When) -> &str {
    match when {
        When::DayAndNight => &words.day_and_night,
        When::ByDay => &words.by_day,
        When::OtherTimes => &words.when_closed,
        When::Unknown => &words.unknown,
    }
}

fn line(context: &Context, index: PhoneIndex) -> String {
    let call = calls::call(context, index, Say::Timeless);
    let phone = &context.knowledge[index];
    let is_by_day = answered(context, index) == When::ByDay;
    let hours = is_by_day.then(|| calls::hours_in_words(context, phone));
    let doubt = phone.doubtful.then(|| context.words.entry.doubtful.clone());
    let parts = [Some(call.name), hours, call.cost, doubt];
    format!("{}  {}", call.number, parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
}

/// What to do first, and what to say and not to say.
fn first_minutes(context: &Context) -> Vec<Part> {
    let Some(index) = context.knowledge.find(FIRST_MINUTES) else { return Vec::new() };
    let entry = &context.knowledge[index];
    let mut parts = vec![Part::Heading(entry.title.clone()), Part::Item(entry.act.clone())];
    parts.extend(entry.body.iter().cloned().map(Part::Item));
    let lists = entry.lists.iter();
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
