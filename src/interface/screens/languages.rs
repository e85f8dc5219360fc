//! "I speak another language": each language in its own script, and a card to show or read out.

use crate::interface::context::Context;
use crate::interface::page::row::{Letters, Marks};
use crate::interface::page::{Block, Content, Link, calls};
use crate::interface::place::{Place, Step};
use crate::interface::words::fill;
use crate::knowledge::Knowledge;
use crate::knowledge::languages::{LanguageIndex, Review, SpokenLanguage};

/// The entry that says that a person may have an interpreter.
const INTERPRETER: &str = "interpreter";

pub(super) fn list(context: &Context) -> Content {
    let words = &context.words.home;
    let blocks = vec![
        Block::Title(words.languages.clone()),
        Block::Choices(links(context)),
        Block::Note(words.languages_summary.clone()),
        Block::Link(Link::new(&context.words.languages.letters, Place::Letters)),
    ];
    Content { blocks, ..Content::default() }
}

/// The name of one language of each script as this terminal shows it, whether it can or not: nobody
/// but the reader knows.
pub(super) fn letters(context: &Context) -> Content {
    let words = &context.words.languages;
    let mut blocks =
        vec![Block::Title(words.letters_ask.clone()), Block::Note(words.letters_why.clone())];
    let answers = [(&words.letters_right, true), (&words.letters_wrong, false)];
    blocks.extend(answers.into_iter().zip(1..).map(|((words, reads), number)| {
        Block::Tile(Link::new(format!("{number}  {words}"), Place::Reads(reads)))
    }));
    let mut seen = Vec::new();
    for (index, language) in context.knowledge.languages().places() {
        if !language.name.is_ascii() && !seen.contains(&language.script) {
            seen.push(language.script);
            blocks.push(Block::Own(index, language.name.clone()));
        }
    }
    Content { blocks, ..Content::default() }
}

/// The marks of a terminal, once a person said whether its letters can be read.
pub const fn told(marks: Marks, reads: bool) -> Marks {
    Marks { letters: if reads { Letters::Right } else { Letters::Lost }, ..marks }
}

/// A way to the card of each language, by its own name.
pub(super) fn links(context: &Context) -> Vec<Link> {
    let languages = context.knowledge.languages().places();
    languages.map(|(index, language)| link(context, index, language)).collect()
}

/// A way to the card of a language, by its own name with the English one beside it.
pub(super) fn link(context: &Context, index: LanguageIndex, language: &SpokenLanguage) -> Link {
    let to = door(context.knowledge, index);
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
    let can_show = context.marks.can_show(language.script, &language.name);
    if can_show { &language.name } else { &language.latin }
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
    let can_show = context.marks.can_show(language.script, &language.card);
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
