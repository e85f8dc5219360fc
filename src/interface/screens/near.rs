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

/// The most towns that stand behind the name of a service.
const FEW_TOWNS: usize = 3;

/// The way there, if a list has a service for here.
pub(super) fn link(context: &Context) -> Option<Link> {
    let has_service = context.knowledge.lists().iter().any(|list| list.count() > 0);
    has_service.then(|| Link::new(&context.words.near.title, Place::Near(None)))
}

pub(super) fn content(context: &Context, chosen: Option<AreaIndex>) -> Content {
    let words = &context.words.near;
    let (title, lists) = shown(context, chosen);
    let mut blocks = vec![Block::Title(title), Block::Note(words.summary.clone())];
    blocks.extend(choice(context, chosen));
    for Shown { list, services, notes } in lists {
        blocks.push(Block::Heading(whose(context, list)));
        blocks.extend(trust::of_list(context, list));
        blocks.extend(services.into_iter().map(|entry| Block::Link(topic::link(context, entry))));
        blocks.extend(notes.into_iter().map(Block::Note));
    }
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
fn choice(context: &Context, chosen: Option<AreaIndex>) -> Vec<Block> {
    let words = &context.words.near;
    let towns = context.knowledge.areas();
    if towns.is_empty() {
        return Vec::new();
    }
    let all = chosen.map(|_| Link::new(&words.all_towns, Place::Near(None)));
    let others = towns.iter().filter(|(area, _)| Some(*area) != chosen);
    let others = others.map(|(area, town)| Link::new(*town, Place::Near(Some(*area))));
    let links = all.into_iter().chain(others).collect();
    vec![Block::Note(words.choose.clone()), Block::Choices(links)]
}

/// What stands on the page of one list.
pub struct Shown<'a> {
    pub list: &'a List,
    pub services: Vec<EntryIndex>,
    /// That there are more, or that they cannot be read.
    pub notes: Vec<String>,
}

/// What stands on the page, for a town where one was chosen, and its title; no list without a service for it.
pub fn shown<'a>(
    context: &Context<'a>,
    chosen: Option<AreaIndex>,
) -> (String, impl Iterator<Item = Shown<'a>>) {
    let context = *context;
    let town = town(&context.knowledge.areas(), chosen);
    let lists = context.knowledge.lists().iter();
    (title(&context, town), lists.filter_map(move |list| of_list(&context, list, town)))
}

fn of_list<'a>(context: &Context<'a>, list: &'a List, town: Option<&str>) -> Option<Shown<'a>> {
    let is_for = |entry: &EntryIndex| {
        let local = context.knowledge[*entry].local.as_ref();
        town.is_none_or(|town| local.is_some_and(|local| local.is_for(town)))
    };
    // Without a town the services are not looked at to be counted: there can be very many.
    let count = if town.is_none() { list.count() } else { list.entries().filter(is_for).count() };
    let services = list.entries().filter(is_for).take(MOST_OF_A_LIST).collect();
    let more = (count > MOST_OF_A_LIST).then(|| {
        let (shown, count) = (MOST_OF_A_LIST.to_string(), count.to_string());
        fill(&context.words.near.count, &[("shown", &shown), ("count", &count)])
    });
    let notes = more.into_iter().chain(lost(context, list)).collect();
    (count > 0).then_some(Shown { list, services, notes })
}

/// What is said of a list that can no longer be read.
fn lost(context: &Context, list: &List) -> Option<String> {
    let name = [("list", list.manifest.name.as_str())];
    list.is_lost().then(|| fill(&context.words.near.lost, &name))
}

/// Whose list it is.
pub fn whose(context: &Context, list: &List) -> String {
    let names = [("list", list.manifest.name.as_str()), ("maker", &list.manifest.maker)];
    fill(&context.words.near.maker, &names)
}

/// The name of a service with the towns it is in, where they are few.
pub fn with_towns(context: &Context, entry: EntryIndex) -> String {
    let entry = &context.knowledge[entry];
    let towns: Vec<&str> = entry.local.iter().flat_map(|local| local.towns()).collect();
    let name = std::iter::once(entry.title.as_str());
    if towns.len() > FEW_TOWNS {
        entry.title.clone()
    } else {
        name.chain(towns).collect::<Vec<_>>().join(", ")
    }
}

/// What a search found in the lists, as a group of its own; and that a list can no longer be read.
pub(super) fn found(context: &Context, links: &[Link]) -> Vec<Block> {
    let lost = context.knowledge.lists().iter().filter_map(|list| lost(context, list));
    let links = links.iter().cloned().map(Block::Link);
    let mut blocks: Vec<Block> = links.chain(lost.map(Block::Note)).collect();
    if !blocks.is_empty() {
        blocks.insert(0, Block::Heading(context.words.near.title.clone()));
    }
    blocks
}
