//! The `airt` program: hands the command line to the library.

use std::process::ExitCode;

use airt::interface::App;
use airt::terminal::{self, Options};

fn main() -> ExitCode {
    let options = Options { mouse: true, ..Options::default() };
    match terminal::run(App::default(), options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}
