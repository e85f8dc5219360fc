//! Paper on which a speaker of a language, and then a lawyer, says whether its words are right.
//!
//! A speaker first writes in English what the words say, before the English is in sight: that finds
//! what a "yes, that is right" does not.

use super::{Part, Sheet};
use crate::interface::context::Context;
use crate::interface::words::{SpeakersWords, fill};
use crate::knowledge::languages::core::{Tier, stamp};
use crate::knowledge::languages::translation::Translation;
use crate::knowledge::languages::{SpokenLanguage, StringId};

/// The words of one language, and those to be checked on this paper.
pub struct Speakers<'a> {
    context: &'a Context<'a>,
    language: &'a SpokenLanguage,
    translation: &'a Translation,
}

impl<'a> Speakers<'a> {
    /// The paper of a language.
    pub const fn new(
        context: &'a Context<'a>,
        language: &'a SpokenLanguage,
        translation: &'a Translation,
    ) -> Self {
        Self { context, language, translation }
    }

    /// For a speaker: what do the words say, and, after turning over, are they right?
    pub fn for_speaker(&self) -> Vec<Sheet> {
        let words = self.words();
        let items = self.items(|_| true);
        let mut first = self.head(&words.first, &words.first_note, &items);
        let mut second = self.head(&words.second, &words.second_note, &items);
        for (place, item) in items.iter().enumerate() {
            let number = (place + 1).to_string();
            first.push(Part::Heading(number.clone()));
            first.extend([self.own(item.1), Part::Line(words.in_english.clone())]);
            second.push(Part::Heading(format!("{number}. {}", item.0.name())));
            second.push(self.own(item.1));
            second.extend(self.asked(item.0));
        }
        second.extend(self.unwritten());
        second.extend(self.signed());
        [first, second].map(|parts| Sheet { card: Vec::new(), parts }).into()
    }

    /// For a Scots lawyer: what the law allows, with the English that a speaker found in it.
    pub fn for_lawyer(&self) -> Vec<Sheet> {
        let words = self.words();
        let items = self.items(|id| self.context.knowledge.core().string(id).tier == Tier::C);
        let mut parts = self.head(&words.law, &words.law_note, &items);
        for (id, text) in items {
            parts.extend([Part::Heading(id.name().to_owned()), self.own(text)]);
            parts.push(Part::Line(words.speaker_english.clone()));
            parts.extend(self.asked(id));
        }
        parts.extend(self.signed());
        vec![Sheet { card: Vec::new(), parts }]
    }

    const fn words(&self) -> &'a SpeakersWords {
        &self.context.words.speakers
    }

    /// What stands to be checked, shuffled in a fixed way: the order must not tell what it says.
    fn items(&self, is_asked: impl Fn(StringId) -> bool) -> Vec<(StringId, &'a str)> {
        let asked = StringId::ALL.iter().filter(|id| is_asked(**id));
        let mut items: Vec<(StringId, &str)> =
            asked.filter_map(|&id| Some((id, self.translation.to_be_checked(id)?))).collect();
        items.sort_by_key(|(id, _)| stamp(id.name()));
        items
    }

    /// The title, which words these are, and what to do. The English name of the language would
    /// tell what one of the strings says.
    fn head(&self, title: &str, note: &str, items: &[(StringId, &str)]) -> Vec<Part> {
        let which = [("code", self.language.id.as_str()), ("sheet", &stamp_of(items))];
        vec![
            Part::Title(title.to_owned()),
            self.own(&self.language.name),
            Part::Note(fill(&self.words().which, &which)),
            Part::Text(note.to_owned()),
        ]
    }

    fn own(&self, text: &str) -> Part {
        Part::Foreign {
            text: text.to_owned(),
            language: self.language.id.clone(),
            runs_left: self.language.script.runs_left(),
        }
    }

    fn english(&self, id: StringId) -> [Part; 2] {
        let english = self.translation.shown(id).english;
        let context = &self.context.knowledge.core().string(id).context;
        [Part::Text(english.to_owned()), Part::Note(context.clone())]
    }

    fn asked(&self, id: StringId) -> Vec<Part> {
        let words = self.words();
        let mut parts = self.english(id).to_vec();
        parts.push(Part::Text(words.ticks.clone()));
        parts.push(Part::Line(words.better.clone()));
        parts
    }

    /// What nobody has written yet, or only for another English text.
    fn unwritten(&self) -> Vec<Part> {
        let words = self.words();
        let ids = StringId::ALL.iter().filter(|id| self.translation.to_be_checked(**id).is_none());
        let mut parts: Vec<Part> = Vec::new();
        for id in ids {
            parts.push(Part::Heading(id.name().to_owned()));
            parts.extend(self.english(*id));
            parts.push(Part::Line(words.write.clone()));
        }
        parts
    }

    fn signed(&self) -> [Part; 2] {
        let words = self.words();
        [Part::Line(words.name.clone()), Part::Line(words.date.clone())]
    }
}

/// What tells these words from any others: a record is only of words that stood on the paper.
fn stamp_of(items: &[(StringId, &str)]) -> String {
    let mut items = items.to_vec();
    items.sort_by_key(|(id, _)| *id);
    let texts: Vec<&str> = items.into_iter().map(|(_, text)| text).collect();
    stamp(&texts.join("\n"))
}
