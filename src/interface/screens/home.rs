//! The start: who to call in danger, and a menu of everything.

use crate::interface::context::Context;
use crate::interface::page::{Block, Content, Link, Menu, calls};

use crate::knowledge::routes::ForWhom;

use super::Screen;

/// Where "Who can help me?" stands in the menu: after danger and people to talk to.
const WHO_PLACE: usize = 2;

pub(super) fn content(context: &Context) -> Content {
    let words = &context.words.home;
    let topics = context.knowledge.topics().iter().enumerate();
    let mut items: Vec<Link> = topics
        .map(|(place, topic)| Link {
            remark: topic.entries.len().to_string(),
            ..Link::new(&topic.title, Screen::Topic(place))
        })
        .collect();
    let who = Link::new(&words.who, Screen::Question(ForWhom::Myself, 0));
    items.insert(WHO_PLACE.min(items.len()), who);
    items.push(Link::new(&words.languages, Screen::Languages));
    items.push(Link::new(&words.sources, Screen::Sources));
    items.push(Link::new(&words.help, Screen::Help));
    let mut intro = vec![Block::Text(words.welcome.clone()), Block::Text(words.calm.clone())];
    intro.extend(calls::always(context));
    Content::Menu(Menu { title: words.title.clone(), intro, items })
}
