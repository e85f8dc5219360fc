//! The data files inside the executable, and what sort of file a text is.

use std::borrow::Cow;

/// A data file: its name, its sort and its text.
#[derive(Clone, Debug)]
pub struct DataFile {
    /// As a person would name it, such as `data/topics/talk.json`.
    pub name: Cow<'static, str>,
    pub sort: Sort,
    pub text: Cow<'static, str>,
}

/// What a data file holds.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Sort {
    /// A section of the menu and its entries.
    Topic,
    /// The publications that facts come from.
    Sources,
    /// The bank holidays that opening hours speak of.
    Calendar,
    /// The questions of "Who can help me?" and where they lead.
    Routes,
    /// The languages people speak, and a card to show in each.
    Languages,
    /// Short forms, and what each stands for.
    Glossary,
    /// What is said in every language of the core, in English.
    Core,
    /// The core in one language.
    Translation,
    /// The words of sections and pages in one language.
    Words,
}

impl Sort {
    /// Each sort has one list or map that tells it from the others.
    const FIELDS: [(&'static str, Self); 9] = [
        ("entries", Self::Topic),
        ("sources", Self::Sources),
        ("holidays", Self::Calendar),
        ("outcomes", Self::Routes),
        ("spoken", Self::Languages),
        ("terms", Self::Glossary),
        ("core", Self::Core),
        ("strings", Self::Translation),
        ("words_of", Self::Words),
    ];

    /// What a data file must have, for a person who wrote something else.
    pub fn fields() -> String {
        let names = Self::FIELDS.map(|(field, _)| format!("\"{field}\""));
        format!(
            "it needs a list or map named one of {}; the words of data/search and data/interface are checked by `cargo test`",
            names.join(", ")
        )
    }

    /// The sort of a parsed file, by its telling field.
    pub fn of(value: &serde_json::Value) -> Option<Self> {
        let is_of = |field: &str, sort: Self| match sort {
            Self::Translation | Self::Words => value[field].is_object(),
            _ => value[field].is_array(),
        };
        Self::FIELDS.iter().find(|(field, sort)| is_of(field, *sort)).map(|(_, sort)| *sort)
    }
}

macro_rules! embedded {
    ($($sort:ident $path:literal),* $(,)?) => {
        [$((Sort::$sort, concat!("data/", $path), include_str!(concat!("../../data/", $path)))),*]
    };
}

/// Every data file of the knowledge: sort, name, text; topics in menu order.
pub const EMBEDDED: [(Sort, &str, &str); 36] = embedded![
    Topic "topics/danger.json",
    Topic "topics/talk.json",
    Topic "topics/police.json",
    Topic "topics/rights.json",
    Topic "topics/court.json",
    Topic "topics/money.json",
    Topic "topics/about.json",
    Topic "topics/workers.json",
    Sources "sources.json",
    Calendar "calendar/gb-sct.json",
    Routes "routes.json",
    Languages "languages-spoken.json",
    Glossary "glossary.json",
    Core "languages/core.json",
    Translation "languages/vi.json",
    Translation "languages/sq.json",
    Translation "languages/zh-Hans.json",
    Translation "languages/ro.json",
    Translation "languages/ti.json",
    Translation "languages/ar.json",
    Translation "languages/so.json",
    Translation "languages/pl.json",
    Translation "languages/hi.json",
    Translation "languages/pa.json",
    Translation "languages/ml.json",
    Translation "languages/bg.json",
    Translation "languages/uk.json",
    Translation "languages/am.json",
    Translation "languages/fa.json",
    Translation "languages/ckb.json",
    Translation "languages/ur.json",
    Translation "languages/tr.json",
    Translation "languages/es.json",
    Translation "languages/pt.json",
    Translation "languages/fr.json",
    Translation "languages/ru.json",
];

/// The embedded files, with any of `replacements` in the place of the file it would replace.
///
/// A topic replaces the topic of the same id, a language that of the same code, and any other sort
/// its only file; a topic or language that is new is added at the end.
pub fn embedded_with(replacements: Vec<DataFile>) -> Vec<DataFile> {
    let mut files: Vec<DataFile> = EMBEDDED
        .iter()
        .map(|&(sort, name, text)| DataFile { name: name.into(), sort, text: text.into() })
        .collect();
    for replacement in replacements {
        match files.iter_mut().find(|file| file.is_replaced_by(&replacement)) {
            Some(file) => *file = replacement,
            None => files.push(replacement),
        }
    }
    files
}

impl DataFile {
    /// The code of the language that a file of the core is of, by its name: the file itself is
    /// read only when the language is chosen.
    pub(super) fn language(&self) -> Option<&str> {
        let name = self.name.strip_suffix(".json").filter(|_| self.sort == Sort::Translation)?;
        name.strip_prefix("data/languages/")
    }

    /// Whether it says that it is in a language.
    pub(super) fn is_in(&self, language: &str) -> bool {
        self.field("code").as_deref() == Some(language)
    }

    fn is_replaced_by(&self, other: &Self) -> bool {
        let is_twin = match self.sort {
            Sort::Topic => self.field("id") == other.field("id"),
            Sort::Translation => self.language() == other.field("code").as_deref(),
            Sort::Words => self.field("code") == other.field("code"),
            _ => true,
        };
        self.sort == other.sort && is_twin
    }

    fn field(&self, name: &str) -> Option<String> {
        let value: serde_json::Value = serde_json::from_str(&self.text).ok()?;
        value.get(name)?.as_str().map(str::to_owned)
    }
}
