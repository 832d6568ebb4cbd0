//! The program: see [`apologue::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    apologue::cli::main(std::env::args_os().collect())
}
