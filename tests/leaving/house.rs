//! What holds for the files of these tests.

use std::path::Path;

#[test]
fn no_file_of_tests_is_forgotten() {
    let folder = Path::new("tests/leaving");
    let main = std::fs::read_to_string(folder.join("main.rs")).unwrap();
    for entry in std::fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let module = name.trim_end_matches(".rs");
        let line = format!("mod {module};");
        // These are programs, and a part of one.
        let is_program = ["main", "page"].contains(&module);
        assert!(is_program || main.contains(&line), "add `{line}` to main.rs");
    }
}
