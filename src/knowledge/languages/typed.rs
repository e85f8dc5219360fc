use std::collections::BTreeMap;

use serde::Deserialize;

use super::LanguageIndex;
use super::core::Core;

/// A word or two that a person may type in their own language. One in plain ASCII letters may look
/// like English.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct TypedWord {
    /// In small letters.
    pub word: String,
    /// Which language it is of; others may have the same word.
    pub language: LanguageIndex,
    /// What it means: a name that [`Core::meaning`] knows.
    pub meaning: String,
}

#[derive(Deserialize)]
struct OnlyTyped {
    typed: BTreeMap<String, String>,
}

/// The typed words of the file of a language: the rest of it is passed over.
pub(in crate::knowledge) fn words_of(
    core: &Core,
    language: LanguageIndex,
    json: &str,
) -> Vec<TypedWord> {
    let typed = serde_json::from_str::<OnlyTyped>(json).map(|file| file.typed);
    let typed = typed.unwrap_or_default().into_iter();
    let known = typed.filter(|(_, meaning)| core.meaning(meaning).is_some());
    known.map(|(word, meaning)| TypedWord { word, language, meaning }).collect()
}
