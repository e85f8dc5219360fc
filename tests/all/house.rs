//! The rules of the house: who may import whom, and what stands where.

use std::fs;
use std::path::{Path, PathBuf};

/// The layers from the core to the edge; each may import itself and what stands before it.
const LAYERS: [&str; 4] = ["knowledge", "search", "interface", "edge"];

/// The edge: the only places that may touch the terminal, files, the environment or the clock.
const EDGE: [&str; 6] = ["terminal", "cli", "plain", "paper", "error", "main"];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("an entry").path());
    let (folders, files): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
    let below = folders.iter().flat_map(|folder| sources(folder));
    let mut all: Vec<PathBuf> = files.into_iter().chain(below).collect();
    all.retain(|path| path.extension().is_some_and(|extension| extension == "rs"));
    all
}

fn layer(module: &str) -> usize {
    let name = if EDGE.contains(&module) { "edge" } else { module };
    LAYERS.iter().position(|layer| *layer == name).unwrap_or_else(|| {
        panic!("the module {module} has no layer: give it one in tests/all/house.rs and in lib.rs")
    })
}

/// The module below `src/` that a file belongs to.
fn module_of(path: &Path) -> String {
    let inside = path.strip_prefix("src").expect("a source file");
    let first = inside.iter().next().expect("a name").to_string_lossy();
    first.trim_end_matches(".rs").to_owned()
}

/// The code of a file, without its tests and comments.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("a source file is text");
    let product = text.split("#[cfg(test)]").next().unwrap_or_default();
    product
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn every_layer_imports_only_what_stands_before_it() {
    for path in sources(Path::new("src")) {
        let module = module_of(&path);
        if module == "lib" || module == "main" {
            continue;
        }
        for part in code(&path).split("crate::").skip(1) {
            let used: String =
                part.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
            if used.is_empty() || used == "crate" {
                continue;
            }
            assert!(
                layer(&used) <= layer(&module),
                "{}: {module} must not import {used}",
                path.display()
            );
        }
    }
}

#[test]
fn only_the_edge_touches_the_world() {
    let world = [
        "std::fs",
        "std::env",
        "std::net",
        "std::process",
        "std::thread",
        "std::time",
        "Timestamp::now",
        "crossterm",
        "std::io",
    ];
    for path in sources(Path::new("src")) {
        let module = module_of(&path);
        if module == "lib" || layer(&module) == layer("edge") {
            continue;
        }
        let code = code(&path);
        for name in world {
            assert!(!code.contains(name), "{}: {name} belongs to the edge", path.display());
        }
    }
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
    let code: String = sources(Path::new("src")).iter().map(|path| code(path)).collect();
    for name in ["std::net", "TcpStream", "UdpSocket", "UnixStream"] {
        assert!(!code.contains(name), "airt has no network code, but {name} is there");
    }
}

#[test]
fn every_data_file_is_inside_the_executable() {
    let embedded = airt::knowledge::files::EMBEDDED.map(|(_, name, _)| name.to_owned());
    for folder in ["data", "data/topics", "data/calendar"] {
        for entry in fs::read_dir(folder).expect("the data is there") {
            let path = entry.expect("an entry").path();
            let name = path.to_string_lossy().into_owned();
            assert!(
                path.is_dir() || embedded.contains(&name),
                "name {name} in src/knowledge/files.rs"
            );
        }
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
