//! The program: see [`apologue::cli`].

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    apologue::cli::main(std::env::args_os().collect())
}
