//! The program as its users start it: in a folder, and in English, whatever the machine speaks.
#![allow(dead_code, reason = "every test file uses a part of it")]
#![allow(clippy::disallowed_methods, reason = "a test starts programs")]

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Output};

/// What it said, and how it ended.
pub struct Ran {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

/// The program, to be started in a folder.
pub fn command(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_apologue"));
    command.current_dir(folder).env_remove("LANGUAGE").env("LC_ALL", "C");
    command
}

/// Runs it to its end.
pub fn run<A: AsRef<OsStr>>(folder: &Path, arguments: impl IntoIterator<Item = A>) -> Ran {
    Ran::of(command(folder).args(arguments).output().unwrap())
}

impl Ran {
    pub fn of(output: Output) -> Ran {
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Ran { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }

    #[track_caller]
    pub fn ends_with(self, code: i32) -> Ran {
        assert_eq!(self.code, Some(code), "{}{}", self.out, self.err);
        self
    }

    #[track_caller]
    pub fn says(self, what: &str) -> Ran {
        assert!(self.err.contains(what), "{}{}", self.out, self.err);
        self
    }
}
