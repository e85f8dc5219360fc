//! Sheets as one file for a browser, with nothing outside it: no script, no link, no font. It is well-formed XML too, so that simple tools can read it.

use std::io::{self, Write};

use crate::interface::context::Context;
use crate::interface::page::Call;
use crate::interface::page::Dots;
use crate::knowledge::phone::PhoneNumber;

use super::{Part, Sheet};

/// How the sheets look on A4 paper and on a screen.
const STYLE: &str = include_str!("sheets.css");

/// Forbids the browser to fetch anything, whatever stands in the file.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// Writes the sheets as one HTML page. Its title tells nobody what it is about: browsers show it
/// on tabs, in lists and on paper.
///
/// # Errors
/// When the output cannot be written.
pub fn write(output: &mut dyn Write, context: &Context, sheets: &[Sheet]) -> io::Result<()> {
    let (language, title) = (&context.words.language, escape(&context.words.print.title));
    writeln!(output, "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>")?;
    writeln!(output, "<meta charset=\"utf-8\"/>")?;
    writeln!(output, "<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\"/>")?;
    writeln!(output, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>")?;
    writeln!(output, "<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>")?;
    for sheet in sheets {
        write_sheet(output, context, sheet)?;
    }
    writeln!(output, "</body>\n</html>")
}

fn write_sheet(output: &mut dyn Write, context: &Context, sheet: &Sheet) -> io::Result<()> {
    writeln!(output, "<article>")?;
    if !sheet.card.is_empty() {
        writeln!(output, "<section class=\"card\">")?;
        write_parts(output, context, &sheet.card)?;
        writeln!(output, "</section>")?;
        writeln!(output, "{}", paragraph(context, "fold", &context.words.print.fold))?;
    }
    write_parts(output, context, &sheet.parts)?;
    writeln!(output, "</article>")
}

fn write_parts(output: &mut dyn Write, context: &Context, parts: &[Part]) -> io::Result<()> {
    for part in parts {
        match part {
            Part::Title(text) => writeln!(output, "<h1>{}</h1>", marked_up(context, text))?,
            Part::Heading(text) => writeln!(output, "<h2>{}</h2>", marked_up(context, text))?,
            Part::Text(text) => writeln!(output, "{}", paragraph(context, "text", text))?,
            Part::Foreign { text, language, runs_left } => {
                let direction = if *runs_left { "rtl" } else { "ltr" };
                let text = escape(text);
                writeln!(
                    output,
                    "<p class=\"own\" lang=\"{language}\" dir=\"{direction}\">{text}</p>"
                )?;
            }
            Part::Item(text) => writeln!(output, "{}", paragraph(context, "item", text))?,
            Part::Box(label, lines) => {
                writeln!(output, "{}", paragraph(context, "label", label))?;
                for _ in 0..*lines {
                    writeln!(output, "<p class=\"write\"></p>")?;
                }
            }
            Part::Line(text) => writeln!(output, "{}", paragraph(context, "line", text))?,
            Part::Note(text) => writeln!(output, "{}", paragraph(context, "note", text))?,
            Part::Call(call) => write_call(output, context, call)?,
            Part::Code(number) => write_code(output, context, number)?,
        }
    }
    Ok(())
}

fn write_call(output: &mut dyn Write, context: &Context, call: &Call) -> io::Result<()> {
    writeln!(output, "<div class=\"call\">")?;
    writeln!(output, "{}", paragraph(context, "name", &call.marked_name()))?;
    // Also where it is of a list, whose numbers are not looked for in texts.
    let number = call.number.spoken();
    if number.contains(' ') {
        writeln!(output, "<p class=\"large\"><span class=\"number\">{number}</span></p>")?;
    } else {
        writeln!(output, "{}", paragraph(context, "large", number))?;
    }
    writeln!(output, "{}", paragraph(context, "note", &call.notes.join(", ")))?;
    writeln!(output, "</div>")
}

/// A code as one drawing, a square a dark dot, with its number under it.
fn write_code(output: &mut dyn Write, context: &Context, number: &PhoneNumber) -> io::Result<()> {
    let Some(dots) = Dots::of(number) else { return Ok(()) };
    let size = dots.size();
    let places = (0..size).flat_map(|y| (0..size).map(move |x| (x, y)));
    let dark = places.filter(|&(x, y)| dots.is_dark(x, y));
    let squares: Vec<String> = dark.map(|(x, y)| format!("M{x} {y}h1v1h-1z")).collect();
    let squares = squares.concat();
    let words = &context.words.entry;
    let (name, kept) = (escape(&words.code_point), escape(&words.code_kept));
    writeln!(output, "<figure>")?;
    writeln!(
        output,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {size} {size}\" role=\"img\" aria-label=\"{name} {number}\"><path d=\"{squares}\"/></svg>"
    )?;
    writeln!(
        output,
        "<figcaption>{name} <span class=\"number\">{number}</span><br/>{kept}</figcaption>"
    )?;
    writeln!(output, "</figure>")
}

fn paragraph(context: &Context, class: &str, text: &str) -> String {
    format!("<p class=\"{class}\">{}</p>", marked_up(context, text))
}

/// Text in which every telephone number is whole.
fn marked_up(context: &Context, text: &str) -> String {
    super::numbers(context).fold(escape(text), |text, number| {
        text.replace(number, &format!("<span class=\"number\">{number}</span>"))
    })
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
