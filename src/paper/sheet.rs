//! What stands on a sheet, whatever it is printed by.

use crate::interface::context::Context;
use crate::interface::page::calls::{self, Say};
use crate::interface::page::{Block, Call, trust};
use crate::interface::printing::Page;
use crate::interface::screens::{self, Shown, source_lines};
use crate::interface::words::fill;
use crate::knowledge::entry::{Audience, Entry, EntryIndex};
use crate::knowledge::languages::LanguageIndex;
use crate::knowledge::local::List;
use crate::knowledge::phone::PhoneNumber;
use crate::knowledge::source::{PartialDate, Source, SourceIndex};

/// A part of a sheet. Nothing on paper can be opened.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Part {
    Title(String),
    Heading(String),
    Text(String),
    /// In another language, for a browser to name and to turn.
    Foreign {
        text: String,
        /// Its tag, such as `vi`.
        language: String,
        runs_left: bool,
    },
    /// A line of a list.
    Item(String),
    /// What to write, and so many lines to write it on.
    Box(String, usize),
    /// What to write, and a line to write it on.
    Line(String),
    /// Small print.
    Note(String),
    Call(Call),
    /// A number for the camera of a phone, where paper can have pictures.
    Code(PhoneNumber),
}

/// A sheet of paper, or more where it is long.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Sheet {
    /// The part to cut out and carry; empty where there is none.
    pub card: Vec<Part>,
    /// Everything else.
    pub parts: Vec<Part>,
}

impl Sheet {
    /// A page: an entry, whom to call after the questions, or a card to show.
    pub fn of_page(context: &Context, page: Page) -> Self {
        if let Some(form) = form(context, page) {
            return Self { card: Vec::new(), parts: form };
        }
        if let Page::Near(town) = page {
            let (title, lists) = screens::near_shown(context, town);
            return Self::of_services(context, title, lists);
        }
        let blocks = screens::as_text(page.into(), None, context).into_iter();
        let mut parts: Vec<Part> = blocks.flat_map(|block| on_paper(context, block)).collect();
        keep_once(&mut parts);
        if let Page::Entry(entry) = page {
            parts.extend(attributions(context, &context.knowledge[entry]));
        }
        // A card is kept and shown: it says whom to call, and not when it was made.
        if matches!(page, Page::Card(_)) {
            let helpline = context.knowledge.always().helpline.number.clone();
            parts.push(Part::Code(helpline));
        } else {
            parts.extend(made_on(context).map(Part::Text));
        }
        Self { card: Vec::new(), parts }
    }

    /// A whole list of local services, behind the numbers that airt has itself.
    pub fn of_list(context: &Context, list: &List) -> Self {
        let services = list.entries().collect();
        let all = Shown { list, services, notes: Vec::new() };
        Self::of_services(context, context.words.near.title.clone(), [all])
    }

    fn of_services<'a>(
        context: &Context,
        title: String,
        lists: impl IntoIterator<Item = Shown<'a>>,
    ) -> Self {
        let always = calls::always(context).into_iter();
        let mut parts = vec![Part::Title(title)];
        parts.extend(always.flat_map(|block| on_paper(context, block)));
        for Shown { list, services, notes } in lists {
            parts.push(Part::Title(screens::whose(context, list)));
            let told = trust::of_list(context, list).into_iter();
            parts.extend(told.flat_map(|block| on_paper(context, block)));
            parts.extend(services.into_iter().flat_map(|place| service(context, place)));
            parts.extend(notes.into_iter().map(Part::Text));
            parts.push(Part::Note(list.manifest.attribution.clone()));
        }
        parts.extend(made_on(context).map(Part::Text));
        Self { card: Vec::new(), parts }
    }

    /// Every number for everybody, with a card to carry. Its title tells nobody what the numbers are for.
    pub fn of_numbers(context: &Context) -> Self {
        let words = &context.words.print;
        let numbers = numbers(context);
        let mut card = vec![Part::Title(words.title.clone())];
        card.extend(numbers.iter().map(|(_, call)| Part::Call(call.clone())));
        card.push(Part::Note(words.may_change.clone()));
        card.extend(made_on(context).map(Part::Note));
        let mut parts = vec![Part::Heading(context.words.entry.source.clone())];
        for source in once_each(numbers.iter().map(|(source, _)| *source)) {
            let given = numbers.iter().filter(|(of, _)| *of == source).map(|(_, call)| call);
            parts.extend(origin(context, &context.knowledge[source], given));
        }
        Self { card, parts }
    }
}

/// What is needed of a service on a list: its name, what it does and for whom, its number, its details.
fn service(context: &Context, place: EntryIndex) -> Vec<Part> {
    let entry = &context.knowledge[place];
    let numbers = context.knowledge.phones(place);
    let calls = numbers.map(|(index, _)| Part::Call(calls::call(context, index, Say::Timeless)));
    let details = entry.local.iter().flat_map(|local| screens::details(context, local));
    let details = details.filter_map(|block| match block {
        Block::Answer(label, text) => Some(Part::Item(format!("{label} {text}"))),
        _ => None,
    });
    let who = entry.who.iter().map(|who| Part::Text(format!("{}: {who}", context.words.entry.who)));
    // Whose list it is stands on top.
    let told = trust::lines(context, entry).into_iter().skip(1);
    [Part::Heading(entry.title.clone()), Part::Text(entry.summary.clone())]
        .into_iter()
        .chain(who)
        .chain(calls)
        .chain(details)
        .chain(told.flat_map(|line| on_paper(context, line)))
        .collect()
}

/// The boxes of a page that is a form on paper. They are empty, and nothing is filled in, not even
/// the day: whoever finds it must learn nothing from it.
fn form(context: &Context, page: Page) -> Option<Vec<Part>> {
    let Page::Entry(entry) = page else { return None };
    let form = context.knowledge[entry].form.as_ref()?;
    let boxes = form.boxes.iter().map(|one| Part::Box(one.label.clone(), one.lines));
    Some(std::iter::once(Part::Text(form.warning.clone())).chain(boxes).collect())
}

/// Whom the licences of an entry's sources ask to name.
fn attributions(context: &Context, entry: &Entry) -> Vec<Part> {
    let later = entry.later.iter().map(|fact| fact.source);
    let sources = once_each(std::iter::once(entry.source).chain(later));
    let named = sources.iter().filter_map(|&source| context.knowledge[source].attribution.clone());
    named.map(Part::Note).collect()
}

/// A part of a screen as it stands on paper.
fn on_paper(context: &Context, block: Block) -> Vec<Part> {
    match block {
        Block::Title(text) => vec![Part::Title(text)],
        Block::Heading(text) if text == context.words.entry.related => Vec::new(),
        Block::Heading(text) => vec![Part::Heading(text)],
        Block::Text(text) | Block::Said(text) => vec![Part::Text(text)],
        Block::Item(text) => vec![Part::Item(text)],
        Block::Note(text) => vec![Part::Note(text)],
        Block::Answer(question, answer) => vec![Part::Text(format!("{question} {answer}"))],
        Block::Best(_, call) | Block::Call(call) => {
            all_of(context, call).into_iter().map(Part::Call).collect()
        }
        Block::Own(language, text) => vec![foreign(context, language, text)],
        Block::Paper(language, own, english) => {
            vec![foreign(context, language, own), Part::Text(english)]
        }
        Block::Big(_, words) => words.into_iter().map(Part::Text).collect(),
        Block::Choices(_)
        | Block::Code(_)
        | Block::Found(..)
        | Block::Link(_)
        | Block::Tile(_)
        | Block::Up(_) => Vec::new(),
    }
}

pub(super) fn foreign(context: &Context, language: LanguageIndex, text: String) -> Part {
    let language = &context.knowledge[language];
    Part::Foreign { text, language: language.id.clone(), runs_left: language.script.runs_left() }
}

/// A number with its hours, whatever time it is now, and the other numbers that the same source
/// gives for the same people: paper is read on another day, when another of them may be open.
fn all_of(context: &Context, call: Call) -> Vec<Call> {
    let Some(asked) = call.to.phone() else { return vec![call] };
    let source = context.knowledge[asked].source;
    let phones = context.knowledge.phones(asked.entry);
    let same = phones.filter(|(_, phone)| phone.source == source);
    same.map(|(index, _)| calls::call(context, index, Say::Timeless)).collect()
}

/// Leaves out a number that stands there already.
fn keep_once(parts: &mut Vec<Part>) {
    let mut seen = Vec::new();
    parts.retain(|part| match part {
        Part::Call(call) if seen.contains(&call.number) => false,
        Part::Call(call) => {
            seen.push(call.number.clone());
            true
        }
        _ => true,
    });
}

/// Every number that is for everybody and the source that gives it, in menu order.
fn numbers(context: &Context) -> Vec<(SourceIndex, Call)> {
    let knowledge = context.knowledge;
    let is_for_all = |entry: &EntryIndex| knowledge.audience(*entry) == Audience::Everybody;
    let entries = knowledge.places().filter(is_for_all);
    let phones = entries.flat_map(|entry| knowledge.phones(entry));
    phones
        .map(|(index, phone)| (phone.source, calls::call(context, index, Say::Timeless)))
        .collect()
}

/// Where some numbers come from, and how old that is.
fn origin<'a>(
    context: &Context,
    source: &Source,
    given: impl Iterator<Item = &'a Call>,
) -> Vec<Part> {
    let names: Vec<&str> = given.map(|call| call.name.as_str()).collect();
    let mut parts = vec![Part::Text(format!("{}:", names.join("; ")))];
    parts
        .extend(source_lines(context, source).into_iter().flat_map(|line| on_paper(context, line)));
    parts
}

fn once_each(sources: impl Iterator<Item = SourceIndex>) -> Vec<SourceIndex> {
    let mut once = Vec::new();
    for source in sources {
        if !once.contains(&source) {
            once.push(source);
        }
    }
    once
}

/// The day the sheet was made, for a reader who finds it years later; not said when the clock is
/// wrong.
fn made_on(context: &Context) -> Option<String> {
    let today = PartialDate::parse(&trust::today(context)?.to_string()).ok()?;
    let date = trust::date_in_words(context, &today);
    Some(fill(&context.words.print.made_on, &[("date", &date)]))
}
