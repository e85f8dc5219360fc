//! The start: who to call in danger, and a menu of everything.

use crate::interface::context::Context;
use crate::interface::page::{Block, Content, Link, Menu, calls};
use crate::interface::place::Place;

/// Where the ways that are no topics stand in the menu: after danger and people to talk to.
const WAYS_PLACE: usize = 2;

pub(super) fn content(context: &Context) -> Content {
    let words = &context.words.home;
    let topics = context.knowledge.topic_places();
    let mut items: Vec<Link> =
        topics.map(|(index, topic)| Link::new(&topic.title, Place::Topic(index))).collect();
    let ways = [Link::new(&words.who, Place::WHO), Link::new(&words.languages, Place::Languages)];
    let place = WAYS_PLACE.min(items.len());
    items.splice(place..place, ways);
    items.push(Link::new(&words.sources, Place::Sources));
    items.push(Link::new(&words.help, Place::Help));
    let mut intro = vec![Block::Text(words.welcome.clone()), Block::Text(words.calm.clone())];
    intro.extend(calls::always(context));
    Content::Menu(Menu { title: words.title.clone(), intro, items })
}
