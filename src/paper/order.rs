//! What a printer or a file is given: the errand of a screen, made ready.

use serde::{Deserialize, Serialize};

use super::{Sheet, write_html, write_text};
use crate::interface::context::Context;
use crate::interface::page::row::Marks;
use crate::interface::printing::{Errand, Paper};

/// What must be done outside the program.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Order {
    /// Look what there is to print with.
    Look,
    /// Plain text, for a printer.
    Print { text: String },
    /// A page for a browser, for a new file.
    Save { name: String, page: String },
}

impl Order {
    pub fn of(context: &Context, errand: &Errand) -> Self {
        // Paper can show any letter.
        let context = Context { marks: Marks::PAPER, ..*context };
        let mut bytes = Vec::new();
        match errand {
            Errand::Look => Self::Look,
            Errand::Print(paper) => {
                // Nothing can go wrong in memory.
                _ = write_text(&mut bytes, &sheets(&context, *paper));
                Self::Print { text: String::from_utf8_lossy(&bytes).into_owned() }
            }
            Errand::Save(paper, name) => {
                _ = write_html(&mut bytes, &context, &sheets(&context, *paper));
                let page = String::from_utf8_lossy(&bytes).into_owned();
                Self::Save { name: name.clone(), page }
            }
        }
    }
}

fn sheets(context: &Context, paper: Paper) -> Vec<Sheet> {
    let page = paper.page.map(|page| Sheet::of_page(context, page));
    let numbers = paper.has_numbers.then(|| Sheet::of_numbers(context));
    page.into_iter().chain(numbers).collect()
}
