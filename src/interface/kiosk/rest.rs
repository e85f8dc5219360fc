//! What a shared terminal shows while nobody is there: the same always, so that it tells nobody that
//! somebody has just left; and the question before it clears.

use ratatui::layout::Rect;

use crate::interface::canvas::Canvas;
use crate::interface::context::Context;
use crate::interface::idle::GRACE;
use crate::interface::page::digits::large;
use crate::interface::page::layout::rows;
use crate::interface::page::row::{Room, Row};
use crate::interface::page::{Block, OnScreen};
use crate::interface::screens::language_links;
use crate::interface::words::fill;
use crate::knowledge::hours::Moment;

/// The widest column of words.
const MEASURE: u16 = 72;

/// Nothing here says what the terminal is for. No word of the crime, of safety, or of hiding.
pub(super) fn rest(context: &Context, canvas: &mut Canvas) {
    let mut blocks = opening(context);
    blocks.push(Block::Choices(language_links(context)));
    draw(canvas, |room| {
        let airy = lay_out(context, &blocks, room);
        // Rather all languages than air between them.
        let is_cut = airy.len() > room.rows.into();
        if is_cut { lay_out(context, &blocks, room.without_air()) } else { airy }
    });
}

/// What stands before the languages, and in lines.
pub fn opening(context: &Context) -> Vec<Block> {
    let words = &context.words.kiosk;
    let has_touch = context.station.is_some_and(|station| station.has_touch);
    let wake = if has_touch { &words.wake } else { &words.wake_key };
    let mut blocks = vec![Block::Title(words.title.clone()), Block::Note(wake.clone())];
    blocks.push(emergency(context));
    blocks.extend(now(context).map(Block::Note));
    blocks
}

fn emergency(context: &Context) -> Block {
    let number = context.knowledge.always().emergency.number.spoken();
    Block::Text(fill(&context.words.kiosk.emergency, &[("emergency", number)]))
}

/// The date and the time, where the clock can be believed: who looks after the terminal sees there
/// whether it is right.
fn now(context: &Context) -> Option<String> {
    let Moment::Known(now) = context.moment else { return None };
    let date = context.words.hours.date(now.date());
    let time = format!("{:02}:{:02}", now.hour(), now.minute());
    Some(fill(&context.words.kiosk.now, &[("date", &date), ("time", &time)]))
}

/// Whether the person is still there.
pub(super) fn question(context: &Context, canvas: &mut Canvas, seconds: u16) {
    let words = &context.words.kiosk;
    let blocks = [
        Block::Title(words.still_there.clone()),
        Block::Note(words.go_on.clone()),
        Block::Text(clears_in(context, seconds)),
        emergency(context),
    ];
    draw(canvas, |room| {
        let words = lay_out(context, &blocks, room);
        // All numbers of two digits are equally wide.
        let digits = large(&format!("{seconds:02}"), context.marks);
        let fits = words.len() + digits.len() < room.rows.into();
        let digits = if fits { digits } else { Vec::new() };
        [words, vec![Row::default()], digits].concat()
    });
}

/// How long until the screen clears.
pub fn clears_in(context: &Context, seconds: u16) -> String {
    let words = &context.words.kiosk;
    let text = if seconds == 1 { &words.clears_last } else { &words.clears };
    fill(text, &[("seconds", &seconds.min(GRACE).to_string())])
}

fn lay_out(context: &Context, blocks: &[Block], room: Room) -> Vec<Row> {
    rows(blocks, &OnScreen { room, marks: context.marks, has_tiles: false })
}

/// Rows in the middle, rather above it.
fn draw(canvas: &mut Canvas, lay_out: impl Fn(Room) -> Vec<Row>) {
    let area = canvas.area;
    let width = area.width.saturating_sub(2).min(MEASURE);
    let room = Room { columns: width, rows: area.height };
    let rows = lay_out(room);
    let air = usize::from(area.height).saturating_sub(rows.len()) / 3;
    let top = area.y + u16::try_from(air).unwrap_or_default();
    let column = Rect { x: area.x + (area.width - width) / 2, width, ..area };
    for (y, row) in (top..area.bottom()).zip(&rows) {
        canvas.row(Rect { y, height: 1, ..column }, row, None);
    }
}
