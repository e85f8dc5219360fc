//! "I speak another language": each language in its own script, and a card to show or read out.

use crate::interface::context::Context;
use crate::interface::page::{Block, Content, Link, calls};
use crate::interface::place::{Place, Step};
use crate::interface::words::fill;
use crate::knowledge::languages::{LanguageIndex, Review, SpokenLanguage};

/// The entry that says that a person may have an interpreter.
const INTERPRETER: &str = "interpreter";

pub(super) fn list(context: &Context) -> Content {
    let words = &context.words.home;
    let (title, english) = if context.station.is_some_and(|station| station.has_touch) {
        let words = &context.words.kiosk;
        (&words.touch_language, Some(Link::new(&words.english, Place::Home)))
    } else {
        (&words.languages, None)
    };
    let blocks = vec![
        Block::Title(title.clone()),
        Block::Choices(english.into_iter().chain(links(context)).collect()),
        Block::Note(words.languages_summary.clone()),
    ];
    Content { blocks, ..Content::default() }
}

/// A way to the card of each language, by its own name.
pub fn links(context: &Context) -> Vec<Link> {
    let languages = context.knowledge.languages().places();
    languages.map(|(index, language)| link(context, index, language)).collect()
}

/// A way to the card of a language, by its own name with the English one beside it.
pub(super) fn link(context: &Context, index: LanguageIndex, language: &SpokenLanguage) -> Link {
    let is_translated = context.knowledge.is_translated(index);
    let to = if is_translated { Place::Spoken(index, Step::Danger) } else { Place::Card(index) };
    Link { remark: language.english.clone(), ..Link::new(shown_name(context, language), to) }
}

/// Its own name; in Latin letters on a terminal that lacks its glyphs.
fn shown_name<'a>(context: &Context, language: &'a SpokenLanguage) -> &'a str {
    if context.marks.can_show(language.script) { &language.name } else { &language.latin }
}

pub(super) fn card(context: &Context, index: LanguageIndex) -> Content {
    let language = &context.knowledge[index];
    let english = context.knowledge.languages().english_card(language);
    let words = &context.words.languages;
    let mut blocks = vec![
        Block::Paper(index, shown_card(context, language), english),
        Block::Note(format!("{} {}", names(context, language), words.show)),
    ];
    blocks.extend(calls::always(context));
    let interpreter = context.knowledge.find(INTERPRETER);
    blocks.extend(interpreter.map(|entry| Block::Link(Link::to_entry(context, entry))));
    blocks.push(Block::Note(review(context, language)));
    Content { blocks, ..Content::default() }
}

/// Its sentence, unless this terminal lacks its letters.
fn shown_card(context: &Context, language: &SpokenLanguage) -> String {
    let can_show = context.marks.can_show(language.script) || language.card.is_ascii();
    let card = if can_show { &language.card } else { &context.words.languages.no_letters };
    card.clone()
}

/// Its own name, and the same in Latin letters where that is another.
fn names(context: &Context, language: &SpokenLanguage) -> String {
    let shown = shown_name(context, language);
    if shown == language.latin {
        format!("{shown}.")
    } else {
        format!("{shown} ({}).", language.latin)
    }
}

/// How far the translation can be trusted.
fn review(context: &Context, language: &SpokenLanguage) -> String {
    let words = &context.words.languages;
    match &language.review {
        Review::Draft => words.draft.clone(),
        Review::Reviewed { by, date } => fill(&words.reviewed, &[("by", by), ("date", date)]),
    }
}
