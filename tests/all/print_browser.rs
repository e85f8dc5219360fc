//! The page for a browser, opened in one. Where no browser is installed, this says so and rests.

#![cfg(target_os = "linux")]

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::support::program::{SATURDAY_NIGHT, printed};
use airt::knowledge::Knowledge;

/// The names that Debian and others give the browser.
const BROWSERS: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

/// Switches that keep the browser to itself.
const ALONE: [&str; 7] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// The width of A4 in points, as the browser writes it for each page.
const A4: &str = "/MediaBox [0 0 594.9";

#[expect(clippy::print_stdout, reason = "who runs the tests must know what was not tested")]
fn browser() -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    let found = std::env::split_paths(&folders)
        .flat_map(|folder| BROWSERS.map(|name| folder.join(name)))
        .find(|path| path.is_file());
    if found.is_none() {
        println!("Not tested: no Chromium is installed (Debian: apt-get install chromium).");
    }
    found
}

/// A folder of its own, gone after the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("airt-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).expect("a folder can be made");
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // The browser may still hold a file of its own; the folder is a temporary one.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Opens the page that a command makes, and gives what the browser prints.
fn open(browser: &Path, folder: &Folder, command: &[&str], action: &str) -> String {
    let page = folder.0.join("page.html");
    let arguments = [command, &["--html", "--at", SATURDAY_NIGHT]].concat();
    std::fs::write(&page, printed(&arguments)).expect("a file can be written");
    let output = Command::new(browser)
        .args(ALONE)
        .arg(format!("--user-data-dir={}", folder.0.join("profile").display()))
        .arg(action)
        .arg("--no-pdf-header-footer")
        .arg(format!("file://{}", page.display()))
        .stdin(Stdio::null())
        .output()
        .expect("the browser starts");
    assert!(output.status.success(), "{output:?}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn a_browser_reads_every_number_and_keeps_every_part() {
    let Some(browser) = browser() else { return };
    let folder = Folder::new("dom");
    let page = open(&browser, &folder, &["print", "all", "numbers"], "--dump-dom");
    let knowledge = Knowledge::embedded().expect("the data is sound");
    for phone in knowledge.entries().iter().flat_map(|entry| &entry.phones) {
        assert!(page.contains(phone.number.spoken()), "{}", phone.number);
    }
    assert!(page.contains("<title>Useful numbers</title>"), "{page}");
    // A browser mends what is broken by moving it: each part must still stand in the body.
    let (_, body) = page.split_once("<body>").expect("there is a body");
    assert_eq!(body.matches("<article>").count(), knowledge.entries().len() + 1);
    assert_eq!(body.matches("<section class=\"card\">").count(), 1);
    assert!(!page.contains("<script"), "{page}");
}

#[test]
fn a_browser_prints_the_numbers_and_a_page_on_one_sheet_of_a4_each() {
    let Some(browser) = browser() else { return };
    let folder = Folder::new("pdf");
    let pages = pages_of_a4(&browser, &folder, &["print", "numbers", "emergency-999"]);
    assert_eq!(pages, 2, "each sheet is one page of A4");
}

#[test]
fn a_browser_prints_the_worksheet_and_the_page_for_a_bag_on_one_sheet_of_a4_each() {
    let Some(browser) = browser() else { return };
    let folder = Folder::new("pdf-workers");
    for id in ["worksheet", "handover"] {
        assert_eq!(pages_of_a4(&browser, &folder, &["print", id]), 1, "{id} is one page of A4");
    }
}

/// How many pages of A4 the browser prints.
fn pages_of_a4(browser: &Path, folder: &Folder, command: &[&str]) -> usize {
    let paper = folder.0.join("paper.pdf");
    open(browser, folder, command, &format!("--print-to-pdf={}", paper.display()));
    let pdf = std::fs::read(&paper).expect("the browser wrote it");
    let pdf = String::from_utf8_lossy(&pdf);
    assert!(pdf.starts_with("%PDF"));
    pdf.matches(A4).count()
}

#[test]
fn a_browser_turns_a_card_and_draws_its_code_on_one_sheet() {
    let Some(browser) = browser() else { return };
    let folder = Folder::new("card");
    let page = open(&browser, &folder, &["card", "ar"], "--dump-dom");
    let own = "<p class=\"own\" lang=\"ar\" dir=\"rtl\">";
    assert!(page.contains(own) && page.contains("أحتاج إلى مترجم"), "{page}");
    let (_, drawing) = page.split_once("<svg").expect("there is a drawing");
    let (drawing, after) = drawing.split_once("</svg>").expect("it ends");
    assert!(
        drawing.contains("role=\"img\"") && drawing.matches("h1v1h-1z").count() > 200,
        "{page}"
    );
    assert!(
        after.contains("Point a phone camera here. <span class=\"number\">0800 0121 700</span>")
    );
    assert_eq!(pages_of_a4(&browser, &folder, &["card", "ar"]), 1);
}
