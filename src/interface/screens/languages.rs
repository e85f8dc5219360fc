//! "I speak another language": each language in its own script, and a card to show or read out.

use crate::interface::context::Context;
use crate::interface::page::row::Letters;
use crate::interface::page::{Block, Content, Link, calls};
use crate::interface::place::{Place, Step};
use crate::interface::words::fill;
use crate::knowledge::Knowledge;
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
        Block::Link(Link::new(&context.words.languages.letters, Place::Letters(None))),
    ];
    Content { blocks, ..Content::default() }
}

/// Letters as this terminal shows them, whether it can or not: nobody but the reader knows. Those of a
/// language, or one of each script to choose from.
pub(super) fn letters(context: &Context, language: Option<LanguageIndex>) -> Content {
    let words = &context.words.languages;
    let mut blocks =
        vec![Block::Title(words.letters_ask.clone()), Block::Note(words.letters_why.clone())];
    match language {
        Some(index) => {
            let language = &context.knowledge[index];
            let sample = [&language.name, &language.card];
            blocks.extend(sample.map(|text| Block::Own(index, text.clone())));
            let answers = [(&words.letters_right, true), (&words.letters_wrong, false)];
            blocks.extend(answers.into_iter().zip(1..).map(|((words, reads), number)| {
                Block::Tile(Link::new(format!("{number}  {words}"), Place::Reads(index, reads)))
            }));
        }
        None => blocks.extend(one_of_each_script(context).into_iter().map(Block::Link)),
    }
    Content { blocks, ..Content::default() }
}

fn one_of_each_script(context: &Context) -> Vec<Link> {
    let mut seen = Vec::new();
    let places = context.knowledge.languages().places();
    let first = places.filter(|(_, language)| {
        let is_new = !language.name.is_ascii() && !seen.contains(&language.script);
        seen.push(language.script);
        is_new
    });
    first.map(|(index, language)| Link::new(&language.name, Place::Letters(Some(index)))).collect()
}

/// The way to say that letters are missing, where there are some that may be.
pub(super) fn way_to_letters(context: &Context, index: LanguageIndex) -> Option<Block> {
    let is_ascii = context.knowledge[index].card.is_ascii();
    let words = &context.words.languages.letters;
    (!is_ascii).then(|| Block::Link(Link::new(words, Place::Letters(Some(index)))))
}

/// A way to the card of each language, by its own name.
pub fn links(context: &Context) -> Vec<Link> {
    let languages = context.knowledge.languages().places();
    languages.map(|(index, language)| link(context, index, language)).collect()
}

/// A way to the card of a language, by its own name with the English one beside it.
pub(super) fn link(context: &Context, index: LanguageIndex, language: &SpokenLanguage) -> Link {
    link_to(context, language, door(context.knowledge, index))
}

/// A way to the three answers in each language that may have them.
pub(super) fn links_to_answers(context: &Context) -> Vec<Link> {
    let languages = context.knowledge.translated();
    let to = |index| Place::Spoken(index, Step::Choice);
    languages.map(|index| link_to(context, &context.knowledge[index], to(index))).collect()
}

fn link_to(context: &Context, language: &SpokenLanguage, to: Place) -> Link {
    Link { remark: language.english.clone(), ..Link::new(shown_name(context, language), to) }
}

/// Where a language begins.
pub fn door(knowledge: &Knowledge, index: LanguageIndex) -> Place {
    if knowledge.is_translated(index) {
        Place::Spoken(index, Step::Danger)
    } else {
        Place::Card(index)
    }
}

/// Its own name; in Latin letters on a terminal that lacks its glyphs.
fn shown_name<'a>(context: &Context, language: &'a SpokenLanguage) -> &'a str {
    on_this(context, language, &language.name)
        .unwrap_or_else(|| latin_name(context.knowledge, language))
}

/// Its own name in Latin letters; where another has the same, the English name, which says where it is
/// spoken.
fn latin_name<'a>(knowledge: &Knowledge, language: &'a SpokenLanguage) -> &'a str {
    let same = knowledge.languages().places().filter(|(_, other)| other.latin == language.latin);
    if same.count() > 1 { &language.english } else { &language.latin }
}

/// A text in a language as this terminal or paper can show it. Terminals that turn a row put a closing
/// stop at its wrong end.
pub(super) fn on_this<'a>(
    context: &Context,
    language: &SpokenLanguage,
    text: &'a str,
) -> Option<&'a str> {
    let is_turned = language.script.runs_left() && context.marks.letters != Letters::Right;
    let shown = if is_turned { text.trim_end_matches(['.', ':', '۔']) } else { text };
    context.marks.can_show(language.script, text).then_some(shown)
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
    blocks.extend(way_to_letters(context, index));
    Content { blocks, ..Content::default() }
}

/// Its sentence, unless this terminal lacks its letters.
fn shown_card(context: &Context, language: &SpokenLanguage) -> String {
    let card = on_this(context, language, &language.card);
    card.unwrap_or(&context.words.languages.no_letters).to_owned()
}

/// Its own name, and the same in Latin letters where that is another.
fn names(context: &Context, language: &SpokenLanguage) -> String {
    let latin = latin_name(context.knowledge, language);
    match shown_name(context, language) {
        shown if shown == latin => format!("{latin}."),
        shown => format!("{shown} ({latin})."),
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
