//! Services near the person, from lists that other people made: behind all that airt has itself.

use crate::interface::context::Context;
use crate::interface::page::{Block, Content, Link, TextField, trust};
use crate::interface::place::Place;
use crate::interface::words::fill;
use crate::knowledge::entry::EntryIndex;
use crate::knowledge::local::{AreaIndex, List};

use super::side;
use super::topic;

/// The most services of one list that stand on the page; a search finds the others.
const MOST_OF_A_LIST: usize = 30;

/// The way there, if a list has a service for here.
pub(super) fn link(context: &Context) -> Option<Link> {
    let has_service = context.knowledge.lists().iter().any(|list| list.count() > 0);
    has_service.then(|| Link::new(&context.words.near.title, Place::Near(None)))
}

pub(super) fn content(context: &Context, chosen: Option<AreaIndex>) -> Content {
    let words = &context.words.near;
    let towns = context.knowledge.areas();
    let town = town(&towns, chosen);
    let mut blocks = vec![Block::Title(title(context, town)), Block::Note(words.summary.clone())];
    blocks.extend(choice(context, &towns, chosen));
    blocks.extend(context.knowledge.lists().iter().flat_map(|list| of_list(context, list, town)));
    Content {
        blocks,
        side: side(context, None),
        field: Some(TextField::Search),
        ..Content::default()
    }
}

fn town<'a>(towns: &[(AreaIndex, &'a str)], chosen: Option<AreaIndex>) -> Option<&'a str> {
    towns.iter().find(|(area, _)| Some(*area) == chosen).map(|(_, town)| *town)
}

fn title(context: &Context, town: Option<&str>) -> String {
    let words = &context.words.near;
    let title = |town| fill(&words.of_town, &[("town", town)]);
    town.map_or_else(|| words.title.clone(), title)
}

/// The towns that somebody can choose, and the way back to all of them.
fn choice(context: &Context, towns: &[(AreaIndex, &str)], chosen: Option<AreaIndex>) -> Vec<Block> {
    let words = &context.words.near;
    if towns.is_empty() {
        return Vec::new();
    }
    let all = chosen.map(|_| Link::new(&words.all_towns, Place::Near(None)));
    let others = towns.iter().filter(|(area, _)| Some(*area) != chosen);
    let others = others.map(|(area, town)| Link::new(*town, Place::Near(Some(*area))));
    let links = all.into_iter().chain(others).collect();
    vec![Block::Note(words.choose.clone()), Block::Choices(links)]
}

/// The services of a list, for a town where one was chosen; nothing where none is.
fn of_list(context: &Context, list: &List, town: Option<&str>) -> Vec<Block> {
    let count = match town {
        Some(_) => services(context, list, town).count(),
        None => list.count(),
    };
    if count == 0 {
        return Vec::new();
    }
    let words = &context.words.near;
    let names = [("list", list.manifest.name.as_str()), ("maker", &list.manifest.maker)];
    let mut blocks = vec![Block::Heading(fill(&words.maker, &names))];
    blocks.extend(trust::of_list(context, list));
    let shown = services(context, list, town).take(MOST_OF_A_LIST);
    blocks.extend(shown.map(|entry| Block::Link(topic::link(context, entry))));
    if count > MOST_OF_A_LIST {
        let (shown, count) = (MOST_OF_A_LIST.to_string(), count.to_string());
        blocks.push(Block::Note(fill(&words.count, &[("shown", &shown), ("count", &count)])));
    }
    blocks
}

/// The services of a list for a town, or for all.
fn services<'a>(
    context: &Context<'a>,
    list: &'a List,
    town: Option<&'a str>,
) -> impl Iterator<Item = EntryIndex> {
    let knowledge = context.knowledge;
    list.entries().filter(move |entry| {
        let local = knowledge[*entry].local.as_ref();
        town.is_none_or(|town| local.is_some_and(|local| local.is_for(town)))
    })
}

/// What stands on the page of each list.
pub fn shown<'a>(
    context: &Context<'a>,
    chosen: Option<AreaIndex>,
) -> impl Iterator<Item = (&'a List, Vec<EntryIndex>)> {
    let town = town(&context.knowledge.areas(), chosen);
    let lists = context.knowledge.lists().iter();
    lists.map(move |list| (list, services(context, list, town).take(MOST_OF_A_LIST).collect()))
}

/// A service that a search found, with where it is.
pub(super) fn hit(context: &Context, link: Link, entry: EntryIndex) -> Link {
    let local = context.knowledge[entry].local.as_ref();
    let towns: Vec<&str> = local.into_iter().flat_map(|local| local.towns()).collect();
    match towns[..] {
        [] => link,
        [town] => Link { text: format!("{}, {town}", link.text), ..link },
        [town, ..] => Link { text: format!("{}, {town} …", link.text), ..link },
    }
}

/// What a search found in the lists, as a group of its own.
pub(super) fn found(context: &Context, links: Vec<Link>) -> Vec<Block> {
    if links.is_empty() {
        return Vec::new();
    }
    let heading = Block::Heading(context.words.near.title.clone());
    std::iter::once(heading).chain(links.into_iter().map(Block::Link)).collect()
}
