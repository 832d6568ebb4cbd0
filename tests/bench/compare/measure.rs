//! What one run of a program costs.

use std::fs::File;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use wait4::Wait4;

/// What it took.
#[derive(Clone, Copy, Debug)]
pub struct Cost {
    pub time: Duration,
    /// Of all processors together: what a busy machine disturbs least.
    pub processor: Duration,
    /// The most memory that it, or one of its children, ever held.
    pub memory: u64,
}

/// Runs a program to its end. What it says goes into a file.
///
/// # Errors
/// It cannot be started, or fails.
pub fn run(command: &mut Command, log: &Path) -> Result<Cost, String> {
    let named = command.get_program().to_string_lossy().into_owned();
    let failed = |error: std::io::Error| format!("{named}: {error}");
    let said = File::create(log).map_err(failed)?;
    command.stdin(Stdio::null()).stdout(said.try_clone().map_err(failed)?).stderr(said);
    let start = Instant::now();
    let result = command.spawn().and_then(Wait4::wait4).map_err(failed)?;
    let time = start.elapsed();
    if result.status.success() {
        return Ok(Cost { time, processor: result.rusage.utime + result.rusage.stime, memory: result.rusage.maxrss });
    }
    let said = std::fs::read_to_string(log).unwrap_or_default();
    let last: Vec<&str> = said.lines().rev().take(12).collect();
    Err(format!("{named}: {}\n{}", result.status, last.into_iter().rev().collect::<Vec<_>>().join("\n")))
}

/// Lets the disk finish what earlier runs wrote, so that nobody waits for somebody else's pages.
pub fn settle() {
    let _ = Command::new("sync").status();
}
