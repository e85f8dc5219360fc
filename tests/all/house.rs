//! The rules of the house: who may import whom, and what stands where.

use std::fs;
use std::path::{Path, PathBuf};

use syn::visit::{self, Visit};

/// The layers from the core to the edge; each may import itself and what stands before it.
const LAYERS: [&str; 5] = ["knowledge", "pack", "search", "interface", "edge"];

/// The edge: the only places that may touch the terminal, files, the environment or the clock.
const EDGE: [&str; 6] = ["terminal", "cli", "plain", "paper", "error", "main"];

/// What only the edge may name. Nothing else of `std` reaches out of the program.
const WORLD: [&str; 9] = [
    "std::env",
    "std::fs",
    "std::io",
    "std::net",
    "std::os",
    "std::process",
    "std::thread",
    "std::time",
    "crossterm",
];

/// Every file with this ending below a folder.
fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder is there");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let (folders, mut found): (Vec<_>, Vec<_>) = paths.partition(|path| path.is_dir());
    found.retain(|path| path.extension().is_some_and(|found| found == ending));
    found.extend(folders.iter().flat_map(|folder| files(&folder.to_string_lossy(), ending)));
    found
}

fn layer(module: &str) -> usize {
    let name = if EDGE.contains(&module) { "edge" } else { module };
    LAYERS.iter().position(|layer| *layer == name).unwrap_or_else(|| {
        panic!("the module {module} has no layer: give it one in tests/all/house.rs and in lib.rs")
    })
}

/// Where a file stands among the modules: `src/search/rank.rs` is `["search", "rank"]`.
fn module_of(path: &Path) -> Vec<String> {
    let inside = path.strip_prefix("src").expect("a source file").with_extension("");
    let mut parts: Vec<String> =
        inside.iter().map(|part| part.to_string_lossy().into_owned()).collect();
    parts.pop_if(|last| ["mod", "lib"].contains(&last.as_str()));
    parts
}

/// Every path that the code of a file names, without its tests: whole from the root of the crate
/// where it says `crate` or `super`, else as it is written.
struct Names {
    module: Vec<String>,
    found: Vec<String>,
}

impl Names {
    fn of(path: &Path) -> Vec<String> {
        let text = fs::read_to_string(path).expect("a source file is text");
        Self::of_code(module_of(path), &text)
    }

    fn of_code(module: Vec<String>, text: &str) -> Vec<String> {
        let mut names = Self { module, found: Vec::new() };
        names.visit_file(&syn::parse_file(text).expect("a source file is Rust"));
        names.found
    }

    fn add(&mut self, parts: &[String]) {
        let ups = parts.iter().take_while(|part| *part == "super").count();
        let name = if ups > 0 {
            let above = &self.module[..self.module.len().saturating_sub(ups)];
            ["crate".to_owned()].iter().chain(above).chain(&parts[ups..]).cloned().collect()
        } else {
            parts.to_vec()
        };
        self.found.push(name.join("::"));
    }

    fn add_tree(&mut self, before: &[String], tree: &syn::UseTree) {
        let with = |name: &syn::Ident| [before, &[name.to_string()]].concat();
        match tree {
            syn::UseTree::Path(path) => self.add_tree(&with(&path.ident), &path.tree),
            syn::UseTree::Name(name) => self.add(&with(&name.ident)),
            syn::UseTree::Rename(name) => self.add(&with(&name.ident)),
            syn::UseTree::Glob(_) => self.add(before),
            syn::UseTree::Group(group) => {
                group.items.iter().for_each(|tree| self.add_tree(before, tree));
            }
        }
    }
}

fn is_for_tests(attributes: &[syn::Attribute]) -> bool {
    let is_test = |meta: &syn::Meta| matches!(meta, syn::Meta::List(list) if list.path.is_ident("cfg") && list.tokens.to_string() == "test");
    attributes.iter().any(|attribute| is_test(&attribute.meta))
}

impl<'ast> Visit<'ast> for Names {
    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        if !is_for_tests(&module.attrs) {
            visit::visit_item_mod(self, module);
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.add_tree(&[], &item.tree);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let parts: Vec<String> =
            path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        self.add(&parts);
        visit::visit_path(self, path);
    }

    /// What stands in a macro is not parsed: its words are taken for a path.
    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        let tokens = call.tokens.to_string().replace(' ', "");
        let is_path = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == ':';
        for word in tokens.split(|letter| !is_path(letter)).filter(|word| word.contains("::")) {
            self.add(&word.split("::").map(str::to_owned).collect::<Vec<_>>());
        }
        visit::visit_macro(self, call);
    }
}

/// What a file names and must not: a layer above its own, or the world from below the edge.
fn forbidden(module: &str, names: &[String]) -> Vec<String> {
    let is_above = |name: &str| {
        let used = name.strip_prefix("crate::").and_then(|rest| rest.split("::").next());
        used.is_some_and(|used| layer(used) > layer(module))
    };
    let is_world = |name: &str| {
        let begins = |world: &&str| name == *world || name.starts_with(&format!("{world}::"));
        WORLD.iter().any(begins) || name.ends_with("::now")
    };
    let is_below = layer(module) < layer("edge");
    names.iter().filter(|name| is_above(name) || is_below && is_world(name)).cloned().collect()
}

#[test]
fn every_layer_imports_only_what_stands_before_it_and_only_the_edge_touches_the_world() {
    for path in files("src", "rs") {
        let Some(module) = module_of(&path).first().cloned() else { continue };
        let found = forbidden(&module, &Names::of(&path));
        assert!(found.is_empty(), "{}: {module} must not use {found:?}", path.display());
    }
}

#[test]
fn no_way_of_writing_an_import_gets_past_the_rules() {
    let ways = [
        "use crate::{terminal as _};",
        "use crate::{knowledge::{Knowledge}, cli};",
        "use std::{fs as _, time as _};",
        "use super::super::terminal::run;",
        "use std::*;\nfn a() { std::env::var(\"HOME\"); }",
        "fn a() { jiff::Zoned::now(); }",
        "use jiff::Timestamp;\nfn a() { Timestamp::now(); }",
        "fn a() { print(crate::plain::write); }",
        "fn a() { assert!(std::fs::exists(\"x\")); }",
        "struct A(std::io::Error);",
    ];
    for code in ways {
        let names = Names::of_code(vec!["search".to_owned(), "rank".to_owned()], code);
        assert!(!forbidden("search", &names).is_empty(), "{code} is let through: {names:?}");
    }
    let fine = "use crate::{knowledge::Knowledge, search::rank};\nuse super::fold::fold;\n\
        #[cfg(test)]\nmod tests { use std::fs; }";
    let names = Names::of_code(vec!["search".to_owned(), "rank".to_owned()], fine);
    assert_eq!(forbidden("search", &names), Vec::<String>::new());
}

#[test]
fn no_file_of_tests_is_forgotten() {
    let main = fs::read_to_string("tests/all/main.rs").expect("it is text");
    for entry in fs::read_dir("tests/all").expect("the folder is there") {
        let path = entry.expect("an entry").path();
        let is_module = path.extension().is_some_and(|extension| extension == "rs")
            || path.join("mod.rs").is_file();
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let line = format!("mod {name};");
        assert!(!is_module || name == "main" || main.contains(&line), "add `{line}` to main.rs");
    }
}

#[test]
fn nothing_speaks_to_a_network() {
    for path in files("src", "rs") {
        for name in Names::of(&path) {
            let is_network = ["std::net", "TcpStream", "UdpSocket", "UnixStream", "UnixDatagram"]
                .iter()
                .any(|network| {
                    name.split("::").any(|part| part == *network) || name.starts_with(network)
                });
            assert!(!is_network, "airt has no network code, but {}: {name}", path.display());
        }
    }
}

#[test]
fn every_data_file_is_inside_the_executable() {
    let code: String =
        files("src", "rs").iter().map(|path| fs::read_to_string(path).expect("text")).collect();
    for path in files("data", "json") {
        let name = path.strip_prefix("data").expect("a data file").to_string_lossy();
        let name = name.replace('\\', "/");
        let is_named =
            code.contains(&format!("\"{name}\"")) || code.contains(&format!("data/{name}\""));
        assert!(is_named, "data/{name} is in no file of src: name it in src/knowledge/files.rs");
    }
}

#[test]
fn only_the_paper_of_speakers_sees_words_that_may_not_be_shown() {
    for path in files("src", "rs") {
        let code = fs::read_to_string(&path).expect("text");
        let may = ["src/paper/speakers.rs", "src/knowledge/languages/translation.rs"];
        let may = may.iter().any(|may| path == Path::new(may));
        assert!(may || !code.contains("to_be_checked"), "{}: use `shown`", path.display());
    }
}

#[test]
fn no_word_of_the_interface_holds_a_digit() {
    let words = fs::read_to_string("data/interface/en.json").expect("the words are there");
    let words: serde_json::Value = serde_json::from_str(&words).expect("it is JSON");
    check_digits("", &words);
}

fn check_digits(name: &str, value: &serde_json::Value) {
    match value {
        serde_json::Value::String(text) => assert!(
            !text.chars().any(char::is_numeric),
            "{name}: \"{text}\": a number is a fact: write its {{name}}"
        ),
        serde_json::Value::Array(items) => items.iter().for_each(|item| check_digits(name, item)),
        serde_json::Value::Object(fields) => {
            fields
                .iter()
                .for_each(|(field, value)| check_digits(&format!("{name}.{field}"), value));
        }
        _ => {}
    }
}

/// A crate that is new here must be in the lock files of the packages that build on airt, too: else
/// the next release stops.
#[test]
fn every_crate_is_locked_where_airt_is_a_part() {
    let manifest = fs::read_to_string("Cargo.toml").expect("there is a manifest");
    let names = manifest
        .split("\n[")
        .filter(|part| part.starts_with("dependencies]") || part.contains(".dependencies]"))
        .flat_map(|part| part.lines().skip(1))
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(" = "));
    let names: Vec<&str> = names.map(|(name, _)| name).collect();
    assert!(names.contains(&"ratatui") && names.contains(&"libc"), "{names:?}");
    for file in ["release/manual/Cargo.lock", "benches/peers/Cargo.lock"] {
        let lock = fs::read_to_string(file).expect("it is locked");
        let airt = lock.split("[[package]]").find(|part| part.contains("name = \"airt\""));
        let airt = airt.expect("airt is a part");
        for name in &names {
            assert!(airt.contains(&format!(" \"{name}")), "{file}: {name} is missing: build it");
        }
    }
}
