//! The start: languages, the search box, one number to call, and a menu of everything.

use crate::interface::context::Context;
use crate::interface::page::calls::{self, Say};
use crate::interface::page::{Block, Content, Link, TextField};
use crate::interface::place::Place;
use crate::knowledge::entry::{Topic, TopicIndex};

use super::{languages, near, side};

pub(super) fn content(context: &Context) -> Content {
    let words = &context.words.home;
    let helpline = context.knowledge.always().helpline.entry;
    let (best, _) = calls::best_first(calls::own(context, helpline, Say::Brief));
    let topics = context.knowledge.topic_places();
    let who = Link::new(&words.who, Place::WHO);
    let menu = std::iter::once(who).chain(topics.map(|(index, topic)| link(context, index, topic)));
    let menu = menu.chain(near::link(context));
    let mut blocks = Vec::new();
    blocks.extend(best.clone().map(|call| Block::Best(words.talk.clone(), call)));
    blocks.push(Block::Choices(menu.collect()));
    blocks.push(Block::Note(words.calm.clone()));
    Content {
        blocks,
        side: side(context, best.as_ref()),
        languages: languages::links(context),
        field: Some(TextField::Search),
    }
}

/// A section; who is in danger is led to the page of 999 at once.
fn link(context: &Context, index: TopicIndex, topic: &Topic) -> Link {
    let emergency = context.knowledge.always().emergency.entry;
    let is_danger = topic.entries.contains(&emergency);
    let place = if is_danger { Place::Entry(emergency) } else { Place::Topic(index) };
    Link::new(&topic.title, place)
}
