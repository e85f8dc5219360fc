//! The start: who to call in danger, and a menu of everything.

use crate::interface::context::Context;
use crate::interface::page::{Block, Content, Link, Menu, calls};

use super::Screen;

pub(super) fn content(context: &Context) -> Content {
    let words = &context.words.home;
    let topics = context.knowledge.topics().iter().enumerate();
    let mut items: Vec<Link> = topics
        .map(|(place, topic)| Link {
            remark: topic.entries.len().to_string(),
            ..Link::new(&topic.title, Screen::Topic(place))
        })
        .collect();
    items.push(Link::new(&words.sources, Screen::Sources));
    items.push(Link::new(&words.help, Screen::Help));
    let mut intro = vec![Block::Text(words.welcome.clone()), Block::Text(words.calm.clone())];
    intro.extend(calls::always(context));
    Content::Menu(Menu { title: words.title.clone(), intro, items })
}
