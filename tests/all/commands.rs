//! What each command prints, in a pipe with no terminal.

use std::collections::BTreeSet;
use std::io::Write;
use std::process::{Command, Stdio};

use airt::knowledge::Knowledge;
use serde_json::Value;

use crate::support::program::{SATURDAY_NIGHT, answered, printed, refusal};

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&printed(arguments)).expect("JSON is JSON")
}

/// A data file in a folder of its own, gone after the test.
struct DataFile(std::path::PathBuf);

impl DataFile {
    fn new(name: &str, text: impl AsRef<[u8]>) -> Self {
        let folder = std::env::temp_dir().join(format!("airt-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder can be made");
        let path = folder.join(name);
        std::fs::write(&path, text).expect("a file can be written");
        Self(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().expect("the path is text")
    }
}

impl Drop for DataFile {
    fn drop(&mut self) {
        let folder = self.0.parent().expect("it has a folder of its own");
        std::fs::remove_dir_all(folder).expect("the folder can go");
    }
}

#[test]
fn with_no_terminal_the_home_page_is_text_with_the_numbers() {
    let home = printed(&[]);
    for text in ["999", "101", "0800 0121 700", "Talk to someone", "airt search"] {
        assert!(home.contains(text), "no {text:?} in:\n{home}");
    }
    assert!(!home.contains('\u{1b}'), "no colour in a pipe");
}

#[test]
fn list_names_every_entry() {
    let topics = json(&["list", "--json"]);
    let entries = topics.as_array().expect("an array").iter().flat_map(|topic| {
        topic["entries"].as_array().expect("an array").iter().map(|entry| entry["id"].as_str())
    });
    let ids: BTreeSet<_> = entries.map(|id| id.expect("an id").to_owned()).collect();
    assert_eq!(ids.len(), Knowledge::embedded().unwrap().entries().len());
    let text = printed(&["list"]);
    for id in &ids {
        assert!(text.contains(id.as_str()), "no {id} in:\n{text}");
    }
}

#[test]
fn show_prints_the_answer_first_then_the_number_and_the_source_last() {
    let page = printed(&["show", "tara", "--at", SATURDAY_NIGHT]);
    let expected_start = "\
Not now: these hours are for Saturday 5 December at 11pm.

The TARA Service, for women

Help for women who were used for sex, stripping or sexual
pictures. Open 24 hours a day. Call this number, day or night.

Call this number:
TARA, for women over 18: 0141 276 7724
  open now, 24 hours a day, not free to call

Who it is for:
Women over 18 who were trafficked for commercial sexual
exploitation. Others gained by using them for sex, stripping, lap
dancing, or sexual pictures or videos.
";
    assert!(page.starts_with(expected_start), "{page}");
    let expected_end = "\
Where this comes from:
Human trafficking: support, mygov.scot (Scottish Government),
https://www.mygov.scot/human-trafficking-support
A stored copy with no date, made some time after April 2018.
Nobody has rung its numbers for this program yet.
It has no date. Last looked at: 23 November 2026, read in a stored
copy, which may be old. This may be out of date. Check when you
call.
";
    assert!(page.ends_with(expected_end), "{page}");
}

#[test]
fn show_tells_the_pages_facts_from_later_ones() {
    let page = printed(&["show", "recovery-90-days"]);
    let own = page.find("up to 90 days to rest").expect("the page's own fact");
    let heading = page.find("Facts from other places").expect("a heading between");
    let later = page.find("first decision on your case").expect("the later fact");
    let source = page.find("From: Human Trafficking and Exploitation (Scotland) Act 2015");
    assert!(own < heading && heading < later && Some(later) < source, "{page}");
    assert!(page.contains("Its own date: 1 April 2018."), "{page}");
    assert!(!page.contains("Last looked at: 1 April 2018"), "a law's date is no check: {page}");
}

#[test]
fn show_says_which_number_is_open_at_the_time_asked_for() {
    let page = json(&["show", "migrant-help", "--json", "--at", SATURDAY_NIGHT]);
    assert_eq!(page["phones"][0]["number"], "0141 884 7900");
    assert_eq!(page["phones"][0]["now"], "closed, opens Monday at 9am");
    assert_eq!(page["phones"][1]["number"], "0141 212 8553");
    assert_eq!(page["phones"][1]["now"], "hours not known");
}

#[test]
fn search_is_best_first_and_has_id_title_and_score() {
    let hits = &json(&["search", "--json", "migrant", "help"])["answers"];
    assert_eq!(hits[0]["id"], "migrant-help");
    assert_eq!(hits[0]["title"], "Migrant Help");
    assert!(hits[0]["score"].as_f64().expect("a score") > 0.0);
    let few = json(&["search", "--json", "--limit", "1", "police"]);
    assert_eq!(few["answers"].as_array().map(Vec::len), Some(1));
}

#[test]
fn nothing_found_is_exit_code_1_and_still_says_who_to_call() {
    let output = answered(&["search", "zzzzqqq"], "");
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8(output.stdout).expect("text is UTF-8");
    for number in ["999", "101", "0800 0121 700"] {
        assert!(text.contains(number), "no {number} in:\n{text}");
    }
    let output = answered(&["search", "--json", "zzzzqqq"], "");
    assert_eq!(output.status.code(), Some(1));
    let found: Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    assert_eq!(
        (&found["answers"], &found["perhaps"]),
        (&Value::from([0; 0]), &Value::from([0; 0])),
        "{found}"
    );
    let numbers: Vec<_> = found["numbers"].as_array().expect("a list").iter().collect();
    assert_eq!(numbers.len(), 3, "{found}");
}

#[test]
fn a_page_that_may_fit_is_not_given_as_the_answer() {
    // The last two come near to a page, and no page says most of it.
    for typed in [
        "doctor appointment",
        "they make me work from morning to midnight",
        "no salary for six months",
        "i owe them money so i must stay",
    ] {
        let found = json(&["search", "--json", typed]);
        assert_eq!(found["answers"].as_array().map(Vec::len), Some(0), "{found}");
    }
    let found = json(&["search", "--json", "doctor appointment"]);
    let perhaps = found["perhaps"].as_array().expect("a list");
    assert!((1..=3).contains(&perhaps.len()), "{found}");
    assert_eq!(perhaps[0]["id"], "emotional-medical-help");
    let text = printed(&["search", "doctor appointment"]);
    let order = ["find the words", "0800 0121 700", "Perhaps:", "Help for your body"];
    let places = order.map(|words| text.find(words).unwrap_or_else(|| panic!("{words}:\n{text}")));
    assert!(places.is_sorted(), "{text}");
}

/// A person with panic attacks is not sent to 999 for one word that its page has, too.
#[test]
fn a_page_that_says_one_word_of_two_is_no_answer() {
    for (typed, page) in
        [("panic attacks", "emotional-medical-help"), ("voluntary return", "return-home")]
    {
        let found = json(&["search", "--json", typed]);
        let ids: Vec<_> =
            found["answers"].as_array().expect("a list").iter().map(|hit| &hit["id"]).collect();
        assert_eq!(ids, [page], "{typed}");
    }
}

#[test]
fn options_after_the_words_of_a_search_are_options() {
    let hits = &json(&["search", "passport", "--limit", "1", "--json"])["answers"];
    assert_eq!(hits.as_array().map(Vec::len), Some(1));
    let words = ["he", "took", "my", "passport", "and", "has", "a", "knife"];
    let hits = &json(&[&["search", "--json", "--limit", "1"][..], &words].concat())["answers"];
    assert_eq!(hits.as_array().map(Vec::len), Some(1), "{hits}");
    assert_eq!(hits[0]["id"], "emergency-999");
}

#[test]
fn words_that_look_like_options_can_be_searched() {
    let hits = &json(&["search", "--json", "--", "--police"])["answers"];
    assert!(!hits.as_array().expect("an array").is_empty());
}

#[test]
fn the_embedded_data_passes_its_own_checks() {
    let said = printed(&["check"]);
    assert!(said.starts_with("All is well: ") && said.contains(" pages in 8 sections, "), "{said}");
}

#[test]
fn every_data_file_passes_the_checks_by_its_name() {
    let mut paths = Vec::new();
    for folder in ["data/topics", "data"] {
        let files = std::fs::read_dir(folder).expect("the data is in the repository");
        paths.extend(files.map(|file| file.expect("a file").path()));
    }
    let files = paths.iter().filter(|path| path.is_file());
    let mut arguments = vec!["check"];
    arguments.extend(files.map(|path| path.to_str().expect("the path is text")));
    assert!(printed(&arguments).starts_with("All is well"));
}

/// Changes one text of an embedded topic file, and what the check says of it.
#[track_caller]
fn fault_of(topic: &str, from: &str, to: &str) -> String {
    let text = std::fs::read_to_string(format!("data/topics/{topic}.json")).expect("a topic");
    assert!(text.contains(from), "{from:?} is not in {topic}.json");
    let file = DataFile::new(
        &format!("{topic}-{}.json", from.len() * 1000 + to.len()),
        text.replacen(from, to, 1),
    );
    let output = answered(&["check", file.path()], "");
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    let said = String::from_utf8(output.stderr).expect("text is UTF-8");
    assert!(said.contains(file.path()), "the file is not named:\n{said}");
    said
}

#[test]
fn check_names_file_entry_and_fault() {
    let cases = [
        ("talk", "0141 276 7724", "0141 276 772", "tara: the number 0141 276 772"),
        (
            "talk",
            "\"id\": \"tara\",\n      \"kind\"",
            "\"id\": \"childline\",\n      \"kind\"",
            "another entry has this id",
        ),
        (
            "talk",
            "\"related\": [\"guardianship\"",
            "\"related\": [\"gardianship\"",
            "no entry has the id \"gardianship\"",
        ),
        ("talk", "Mo-Fr 09:00-17:00", "Mo-Fr 9-5", "migrant-help: "),
        ("talk", "\"The TARA Service, for women\"", "\"TARA\u{202e}\"", "U+202E"),
        ("talk", "\"The TARA Service, for women\"", "\"TARA\\u0007\"", "U+0007"),
        (
            "rights",
            "Up to {days} days to rest and think",
            "Up to 45 days to rest and think",
            "a digit stands in the words",
        ),
        (
            "rights",
            "\"A safe place to stay\"",
            "\"A safe place to stay, which is a title that is far too long to fit the screen\"",
            "wider than 60 columns",
        ),
        ("court", "\"kind\": \"guide\"", "\"kynd\": \"guide\"", "unknown field `kynd`"),
        (
            "talk",
            "\"call\": [\"childline\", \"police-101\", \"modern-slavery-helpline\"]",
            "\"call\": []",
            "it leads to nobody",
        ),
        ("danger", "\"911\"", "\"911 \"", "emergency-999: a text is empty, or begins or ends"),
        ("danger", "\"911\"", "911", "emergency-999: invalid type: integer `911`"),
        ("talk", "\"id\": \"night\"", "\"id\": \"day\"", "migrant-help: \"day\" stands twice"),
        ("talk", "\"night\": \"", "\"nihgt\": \"", "words.phones names \"nihgt\""),
        ("talk", "\"night\": \"", "\"day\": \"", "\"day\" stands twice"),
        (
            "danger",
            "\"id\": \"emergency-999\"",
            "\"id\": \"emergency\"",
            "emergency-999: airt needs this entry, and 999 as its first number",
        ),
        (
            "danger",
            "\"id\": \"emergency-999\"",
            "\"id\": \"emergency\"",
            "danger: the first section must have the entry \"emergency-999\"",
        ),
    ];
    for (topic, from, to, expected) in cases {
        let said = fault_of(topic, from, to);
        assert!(said.contains(expected), "{expected:?} is not in:\n{said}");
    }
}

/// What the check says of the sources with one text changed.
#[track_caller]
fn fault_of_sources(name: &str, change: impl FnOnce(&mut Vec<Value>)) -> String {
    let text = std::fs::read_to_string("data/sources.json").expect("the sources");
    let mut sources: Value = serde_json::from_str(&text).expect("it is JSON");
    change(sources["sources"].as_array_mut().expect("a list"));
    let file = DataFile::new(name, sources.to_string());
    let output = answered(&["check", file.path()], "");
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    String::from_utf8(output.stderr).expect("text is UTF-8")
}

#[test]
fn a_file_of_words_is_told_from_files_of_facts() {
    for file in ["data/interface/en.json", "data/search/danger.json"] {
        let output = answered(&["check", file], "");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.contains("no data file of airt") && said.contains("cargo test"), "{said}");
        assert_eq!(said.lines().count(), 2, "{said}");
    }
}

#[test]
fn a_second_source_cannot_take_over_the_facts_of_the_first() {
    let said = fault_of_sources("twin.json", |sources| {
        let mut twin = sources[0].clone();
        twin["title"] = "A list of somebody else".into();
        sources.push(twin);
    });
    assert!(said.contains("mygov-support: another source has this id"), "{said}");
}

#[test]
fn a_source_has_a_safe_address_and_a_real_date() {
    let said = fault_of_sources("address.json", |sources| {
        sources[0]["url"] = "http://www.mygov.scot/".into();
    });
    assert!(said.contains("mygov-support: the address http://www.mygov.scot/"), "{said}");
    let said = fault_of_sources("date.json", |sources| sources[0]["dated"] = "2026-02-30".into());
    assert!(said.contains("mygov-support: write the date \"2026-02-30\""), "{said}");
}

#[test]
fn a_file_name_cannot_paint_on_the_terminal() {
    let line = refusal(&["check", "a\u{1b}[2J.json"]);
    assert!(line.contains("a\u{fffd}[2J.json") && !line.contains('\u{1b}'), "{line:?}");
}

#[test]
fn nothing_that_turns_or_hides_text_reaches_the_terminal() {
    for hidden in ['\u{202e}', '\u{2066}', '\u{200d}', '\u{200c}', '\u{200b}', '\u{e0041}'] {
        let line = refusal(&["check", &format!("a{hidden}b.json")]);
        assert!(line.contains("a\u{fffd}b.json"), "{line:?}");
        let said = fault_of("talk", "\"id\": \"night\"", &format!("\"id\": \"ni{hidden}ght\""));
        assert!(!said.contains(hidden), "{said:?}");
    }
}

#[test]
fn a_value_of_any_length_is_one_short_line() {
    let long = "x".repeat(3_000_000);
    for (from, to) in [
        ("\"id\": \"night\"", format!("\"id\": \"{long}\"")),
        ("0141 276 7724", long.clone()),
        ("\"id\": \"tara\"", format!("\"id\": \"{long}\"")),
        ("\"The TARA Service, for women\"", format!("\"{long}\"")),
        ("\"source\": \"", format!("\"source\": \"{long}")),
        ("\"kind\": \"", format!("\"kind\": \"{long}")),
        ("\"kind\": \"", format!("\"{long}\": 1, \"kind\": \"")),
    ] {
        let said = fault_of("talk", from, &to);
        let longest = said.lines().map(|line| line.chars().count()).max();
        assert!(longest < Some(500), "{from}: {longest:?}");
    }
}

#[test]
fn ids_have_letters_and_a_length_and_texts_have_a_length() {
    let long = "x".repeat(61);
    for (from, to, expected) in [
        ("\"id\": \"night\"", "\"id\": \"\\u001b[2J\"", "in small letters, digits and hyphens"),
        ("\"id\": \"night\"", &format!("\"id\": \"{long}\""), "at most 60 of them"),
        ("\"id\": \"tara\"", &format!("\"id\": \"{long}\""), "at most 60 of them"),
        (
            "\"The TARA Service, for women\"",
            &format!("\"{}\"", "word ".repeat(401).trim()),
            "in at most 2000 bytes",
        ),
    ] {
        let said = fault_of("talk", from, to);
        assert!(said.contains(expected), "{expected:?} is not in:\n{said}");
    }
}

/// The kernel's log looks ordinary and is read only when there is more of it.
#[test]
#[cfg(target_os = "linux")]
fn a_file_that_would_block_is_refused() {
    let line = refusal(&["check", "/proc/kmsg"]);
    assert!(line.contains("/proc/kmsg cannot be read"), "{line}");
}

#[test]
#[cfg(unix)]
fn help_tells_no_story_and_says_that_the_shell_remembers() {
    let said = printed(&["--help"]);
    assert!(!said.contains("my boss"), "{said}");
    assert!(said.contains("What you type after airt stays in the shell's history."), "{said}");
}

#[test]
fn what_cannot_be_done_is_one_line_that_names_the_next_step() {
    let broken = DataFile::new("broken.json", "{");
    let bytes = DataFile::new("bytes.json", [0xff, 0xfe, 0x00]);
    let other = DataFile::new("other.json", "{\"a\": 1}");
    let cases: [(&[&str], &str); 7] = [
        (&["show", "nobody"], "`airt list`"),
        (&["--colour"], "`airt --help`"),
        (&["frobnicate"], "`airt --help`"),
        (&["search"], "write `airt search <WORDS>...`"),
        (&["--at", "yesterday", "list"], "2026-12-25T10:00"),
        (&["check", "/no/such/file.json"], "check its name"),
        (&["check", bytes.path()], "that it is text"),
    ];
    for (arguments, expected) in cases {
        let line = refusal(arguments);
        assert!(line.contains(expected), "{expected:?} is not in: {line}");
    }
    for file in [&broken, &other] {
        let output = answered(&["check", file.path()], "");
        assert_eq!(output.status.code(), Some(2));
        let said = String::from_utf8(output.stderr).expect("text is UTF-8");
        assert!(said.contains(file.path()) && said.contains("`airt check`"), "{said}");
    }
}

#[test]
fn a_reader_that_goes_away_is_a_normal_end() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_airt"))
        .args(["list", "--json"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("airt starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("airt ends");
    assert!(output.status.success(), "{output:?}");
    assert!(output.stderr.is_empty(), "{output:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said_in_one_line() {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("it is there");
    let output = Command::new(env!("CARGO_BIN_EXE_airt"))
        .args(["show", "tara"])
        .stdin(Stdio::null())
        .stdout(full)
        .output()
        .expect("airt starts");
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    let said = String::from_utf8(output.stderr).expect("text is UTF-8");
    assert!(said.contains("could not be written"), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
}

#[test]
fn no_home_and_no_terminal_type_are_no_fault() {
    let output = Command::new(env!("CARGO_BIN_EXE_airt"))
        .arg("list")
        .env_clear()
        .stdin(Stdio::null())
        .output()
        .expect("airt starts");
    assert!(output.status.success(), "{output:?}");
    std::io::sink().write_all(&output.stdout).expect("a sink takes all");
}

#[test]
fn the_version_says_which_protections_are_on() {
    assert_eq!(printed(&["--version"]), format!("airt {}\n", env!("CARGO_PKG_VERSION")));
    let verbose = printed(&["--version", "--verbose"]);
    let names: &[_] = if cfg!(target_os = "linux") {
        &["core file", "Landlock", "seccomp", "a second process that clears"]
    } else {
        &["core file", "a second process that clears"]
    };
    for protection in names {
        assert!(verbose.contains(protection), "no {protection} in:\n{verbose}");
    }
}
