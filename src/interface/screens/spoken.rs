//! The way to somebody who can help, in a person's own language: in danger or not, whom to call, the
//! English words to say and how they sound, a card to show. No rights: nobody has checked those words.
//!
//! English stands under each string, and each stands on a row of its own: what shares a row with
//! letters that run or join can change places with them.

use std::cell::Cell;

use crate::interface::context::Context;
use crate::interface::keymap;
use crate::interface::page::calls::{self, Say};
use crate::interface::page::{Block, Content, Link};
use crate::interface::place::{Place, Step};
use crate::knowledge::entry::EntryIndex;
use crate::knowledge::languages::translation::Translation;
use crate::knowledge::languages::{LanguageIndex, SpokenLanguage, State, StringId};

use super::languages;

pub(super) fn content(context: &Context, index: LanguageIndex, step: Step) -> Content {
    let language = &context.knowledge[index];
    let translation = context.knowledge.translation(index);
    let Some(translation) = translation.filter(|translation| !translation.is_card_only()) else {
        return languages::card(context, index);
    };
    let speaker =
        Speaker { context, index, language, translation, lacks_letters: Cell::new(false) };
    let mut blocks = match step {
        Step::Danger => speaker.danger(),
        Step::Emergency => speaker.emergency(),
        Step::Unsure => speaker.unsure(),
        Step::Helpline => speaker.helpline(),
        Step::Card => speaker.card(),
        Step::Choice => speaker.choice(),
    };
    blocks.extend(speaker.foot());
    Content { blocks, ..Content::default() }
}

/// Who says it, in which language, and where.
struct Speaker<'a> {
    context: &'a Context<'a>,
    index: LanguageIndex,
    language: &'a SpokenLanguage,
    translation: Translation,
    /// Whether something could not be shown so far.
    lacks_letters: Cell<bool>,
}

impl Speaker<'_> {
    fn danger(&self) -> Vec<Block> {
        let mut blocks = self.titled(StringId::DangerAsk);
        let answers = [
            (StringId::AnswerYes, Step::Emergency),
            (StringId::AnswerNo, Step::Helpline),
            (StringId::AnswerUnsure, Step::Unsure),
        ];
        for ((id, step), number) in answers.into_iter().zip(1..) {
            blocks.extend(self.answer(id, step, number));
        }
        blocks.extend(self.said(StringId::CalmWrong));
        blocks.extend(self.said(StringId::CalmKept));
        blocks
    }

    /// An answer to choose, its number beside it where letters allow that.
    fn answer(&self, id: StringId, step: Step, number: usize) -> Vec<Block> {
        let english = self.translation.shown(id).english.to_owned();
        let to = Place::Spoken(self.index, step);
        match self.own(id) {
            Some(own) if self.language.script.stands_alone() => {
                vec![self.block(own), Block::Tile(Link::new(format!("{number}  {english}"), to))]
            }
            Some(own) => {
                let link = Link::new(format!("{number}  {own}"), to);
                vec![Block::Tile(Link { remark: english, ..link })]
            }
            None => vec![Block::Tile(Link::new(format!("{number}  {english}"), to))],
        }
    }

    fn emergency(&self) -> Vec<Block> {
        let mut blocks = self.titled(StringId::DangerCall);
        let emergency = &self.context.knowledge.always().emergency.number;
        blocks.push(Block::Big(emergency.clone(), Vec::new()));
        blocks.extend(self.sounds(&[
            StringId::SayPolice,
            StringId::SayHelp,
            StringId::SayLanguage,
        ]));
        blocks.extend(self.said(StringId::CallPlace));
        blocks.extend(self.said(StringId::CallStay));
        blocks.extend(self.way_to_card());
        blocks
    }

    fn unsure(&self) -> Vec<Block> {
        let mut blocks = self.emergency();
        blocks.extend(self.said(StringId::HelplineCall));
        blocks.extend(self.call(self.context.knowledge.always().helpline.entry));
        blocks
    }

    /// That an interpreter can be had there is not said: no source is new enough.
    fn helpline(&self) -> Vec<Block> {
        let mut blocks = self.titled(StringId::HelplineCall);
        let helpline = &self.context.knowledge.always().helpline.number;
        blocks.push(Block::Big(helpline.clone(), Vec::new()));
        for id in [StringId::HelplineFree, StringId::HelplinePolice, StringId::HelplineChoice] {
            blocks.extend(self.said(id));
        }
        blocks.extend(self.sounds(&[StringId::SayLanguage, StringId::SayInterpreter]));
        blocks.extend(self.way_to_card());
        blocks
    }

    /// Sentences to point at, for whoever reads English.
    fn card(&self) -> Vec<Block> {
        let mut blocks = self.titled(StringId::CardShow);
        for id in [
            StringId::CardSpeak,
            StringId::CardNeed,
            StringId::CardHelp,
            StringId::CardDanger,
            StringId::CardAlone,
            StringId::CardCall,
        ] {
            blocks.extend(self.said(id));
        }
        let [emergency, _, helpline] = self.context.knowledge.always().entries();
        for entry in [helpline, emergency] {
            blocks.extend(self.call(entry));
        }
        blocks
    }

    /// The answers to words that were read out. All three in the language or none: who can read "yes"
    /// and "no" alone would not be told of "not now".
    fn choice(&self) -> Vec<Block> {
        let words = &self.context.words.aloud;
        let answers = [StringId::AnswerYes, StringId::AnswerNo, StringId::AnswerNotNow];
        let has_all = answers.iter().all(|&id| self.own(id).is_some());
        let mut blocks = vec![Block::Title(words.point.clone())];
        blocks.extend(self.draft());
        blocks.extend(answers.map(|id| {
            let english = self.translation.shown(id).english.to_owned();
            match self.own(id).filter(|_| has_all) {
                Some(own) => Block::Paper(self.index, own.to_owned(), english),
                None => Block::Said(english),
            }
        }));
        blocks.push(Block::Note(words.not_kept.clone()));
        blocks
    }

    /// The first number of an entry.
    fn call(&self, entry: EntryIndex) -> Option<Block> {
        calls::own(self.context, entry, Say::Brief).into_iter().next().map(Block::Call)
    }

    /// English words to say, each with its sound in the reader's letters below.
    fn sounds(&self, ids: &[StringId]) -> Vec<Block> {
        let mut blocks = self.said(StringId::SayThis);
        for &id in ids {
            blocks.push(Block::Heading(self.translation.shown(id).english.to_owned()));
            blocks.extend(self.own(id).map(|sound| self.block(sound)));
        }
        blocks
    }

    fn way_to_card(&self) -> Vec<Block> {
        let shown = self.translation.shown(StringId::CardShow);
        let own = self.own(StringId::CardShow);
        let text = own.unwrap_or(shown.english);
        let link = Link::new(text, Place::Spoken(self.index, Step::Card));
        let english = own.map(|_| Block::Note(shown.english.to_owned()));
        std::iter::once(Block::Link(link)).chain(english).collect()
    }

    /// How to hide, that English comes next, and in English that the words above are a draft.
    fn foot(&self) -> Vec<Block> {
        let words = &self.context.words.languages;
        let key = keymap::name(keymap::HIDE_KEYS[0], self.context.words, self.context.marks);
        let mut blocks: Vec<Block> =
            self.own(StringId::HideKey).map(|own| self.block(own)).into_iter().collect();
        let english = match self.context.station {
            Some(_) => &self.context.words.kiosk.clear_key,
            None => self.translation.shown(StringId::HideKey).english,
        };
        blocks.push(Block::Note(format!("{english} {key}")));
        if self.lacks_letters.get() {
            blocks.push(Block::Note(format!("{} {}", words.no_letters, words.on_paper)));
        }
        blocks.extend(languages::way_to_letters(self.context, self.index));
        blocks.extend(self.said(StringId::English));
        blocks.extend(self.mark().map(|mark| Block::Note(mark.to_owned())));
        blocks
    }

    /// That its words may be wrong, while two speakers have not read them all.
    fn mark(&self) -> Option<&str> {
        let words = &self.context.words.languages;
        let is_marked = self.marked().next().is_some();
        is_marked.then_some(if self.is_draft() { &words.draft } else { &words.read_once })
    }

    /// Whether nobody has read something that may be seen.
    fn is_draft(&self) -> bool {
        self.marked().any(|id| self.translation.state(id) == State::Draft)
    }

    /// The strings whose words may be wrong.
    fn marked(&self) -> impl Iterator<Item = StringId> {
        StringId::ALL.iter().copied().filter(|&id| self.translation.shown(id).is_marked)
    }

    /// What the screen is about, and at once whether its words may be wrong.
    fn titled(&self, id: StringId) -> Vec<Block> {
        let shown = self.translation.shown(id);
        let Some(own) = self.own(id) else {
            return vec![Block::Title(shown.english.to_owned())];
        };
        let mut blocks = vec![self.block(own), Block::Note(shown.english.to_owned())];
        blocks.extend(self.draft());
        blocks
    }

    /// In the language, that its words may be wrong.
    fn draft(&self) -> Option<Block> {
        let draft = self.own(StringId::Draft).filter(|_| self.is_draft());
        draft.map(|draft| Block::Note(draft.to_owned()))
    }

    fn said(&self, id: StringId) -> Vec<Block> {
        let english = self.translation.shown(id).english;
        match self.own(id) {
            Some(own) => vec![self.block(own), Block::Note(english.to_owned())],
            None => vec![Block::Text(english.to_owned())],
        }
    }

    fn block(&self, own: &str) -> Block {
        Block::Own(self.index, own.to_owned())
    }

    /// A string as far as it was checked and this terminal can show it.
    fn own(&self, id: StringId) -> Option<&str> {
        let own = self.translation.shown(id).own?;
        let own = languages::on_this(self.context, self.language, own);
        self.lacks_letters.set(self.lacks_letters.get() || own.is_none());
        own
    }
}
