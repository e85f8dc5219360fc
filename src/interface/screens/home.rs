//! The start: who to call in danger, and a menu of everything.

use crate::interface::context::Context;
use crate::interface::page::{Block, Content, Link, Menu, calls};
use crate::knowledge::routes::ForWhom;

use super::Screen;

/// Where the ways that are no topics stand in the menu: after danger and people to talk to.
const WAYS_PLACE: usize = 2;

pub(super) fn content(context: &Context) -> Content {
    let words = &context.words.home;
    let topics = context.knowledge.topics().iter().zip(0..);
    let mut items: Vec<Link> =
        topics.map(|(topic, place)| Link::new(&topic.title, Screen::Topic(place))).collect();
    let ways = [
        Link::new(&words.who, Screen::Question(ForWhom::Myself, 0)),
        Link::new(&words.languages, Screen::Languages),
    ];
    let place = WAYS_PLACE.min(items.len());
    items.splice(place..place, ways);
    items.push(Link::new(&words.sources, Screen::Sources));
    items.push(Link::new(&words.help, Screen::Help));
    let mut intro = vec![Block::Text(words.welcome.clone()), Block::Text(words.calm.clone())];
    intro.extend(calls::always(context));
    Content::Menu(Menu { title: words.title.clone(), intro, items })
}
