//! Floor 8: the command line. One file a command, and the reporter of diagnostics.
//!
//! What a command is asked for goes to standard output, what it has to say on the way to standard error. Everything that people read is
//! said in their language; codes, keys and option names never change.

mod accept;
mod args;
mod build;
mod check;
mod export;
mod help;
mod import;
mod init;
mod interrupt;
mod live;
mod manuals;
mod moving;
mod new;
mod pick;
mod progress;
mod report;
mod search;
mod serve;
mod site;
mod status;
mod terminal;
mod translate;
mod words;

use std::ffi::OsString;
use std::io;
use std::process::ExitCode;

use clap::FromArgMatches;

use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::output;
use args::{Arguments, Command};
use report::Reporter;
use terminal::Stream;
use words::Words;

/// How the program ends, as the shell sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Exit {
    Done = 0,
    /// The content or the configuration is at fault.
    Content = 1,
    /// Wrong usage, or a refusal to touch what is not ours.
    Usage = 2,
    /// The machine is at fault.
    Machine = 3,
    Interrupted = 130,
}

/// Why a command did not come to its end.
#[derive(Debug)]
enum Failure {
    /// What is wrong with the command itself, in the user's language.
    Usage(String),
    /// What is wrong with something else.
    Problems(Vec<Diagnostic>, Exit),
    /// The system said no.
    Machine(io::Error),
    /// Ctrl-C.
    Interrupted,
}

impl From<output::Error> for Failure {
    fn from(error: output::Error) -> Failure {
        let exit = match error.exit_code() {
            1 => Exit::Content,
            2 => Exit::Usage,
            _ => Exit::Machine,
        };
        Failure::Problems(error.diagnostics(), exit)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        Failure::Machine(error)
    }
}

/// Runs the program with these arguments, the first of which is its own name.
pub fn main(arguments: Vec<OsString>) -> ExitCode {
    let words = Words::new(words::user_language(&arguments));
    let exit = run(arguments, &words).unwrap_or_else(|failure| explain(failure, &words));
    ExitCode::from(exit as u8)
}

fn run(arguments: Vec<OsString>, words: &Words) -> Result<Exit, Failure> {
    let mut command = help::command(words);
    let parsed = match command.try_get_matches_from_mut(arguments).and_then(|mut matches| Arguments::from_arg_matches_mut(&mut matches)) {
        Ok(parsed) => parsed,
        Err(error) if error.use_stderr() => return Err(Failure::Usage(help::usage_error(&error, words))),
        Err(asked_for) => {
            terminal::print(&terminal::styled(&asked_for.render(), Stream::Out))?;
            return Ok(Exit::Done);
        }
    };
    match &parsed.command {
        Command::Build(args) => build::run(args, words),
        Command::Serve(args) => serve::run(args, words),
        Command::Check(args) => check::run(args, words),
        Command::Init(args) => init::run(args, words),
        Command::New(args) => new::run(args, words),
        Command::Translate(args) => translate::run(args, words),
        Command::Accept(args) => accept::run(args, words),
        Command::Status(args) => status::run(args, words),
        Command::Search(args) => search::run(args, words),
        Command::Move(args) => moving::run(args, words),
        Command::Export(args) => export::run(args, words),
        Command::Import(args) => import::run(args, words),
        Command::Completions { shell } => manuals::completions(*shell, command),
        Command::Man { dir } => manuals::man(dir.as_deref(), command, words),
    }
}

/// What a report comes to. Where nothing but the machine is at fault, no author need look for an error in a text.
fn exit_of(problems: &[Diagnostic]) -> Exit {
    let mut errors = problems.iter().filter(|problem| problem.severity == Severity::Error);
    match errors.next() {
        None => Exit::Done,
        Some(first) if [first].into_iter().chain(errors).all(is_the_machines) => Exit::Machine,
        Some(_) => Exit::Content,
    }
}

fn is_the_machines(problem: &Diagnostic) -> bool {
    matches!(problem.code, Code::UnreadableFile | Code::UnwritableFile)
}

/// Says why, and returns what the shell is to see.
fn explain(failure: Failure, words: &Words) -> Exit {
    match failure {
        Failure::Usage(message) => {
            terminal::note(&format!("{message}\n"));
            Exit::Usage
        }
        Failure::Problems(problems, exit) => {
            terminal::note(&Reporter::text(words, Stream::Err).all(&problems));
            exit
        }
        Failure::Machine(error) => {
            let reason = error.to_string();
            terminal::note(&format!("{}\n", words.error(&words.say("machine-failed", &[("reason", (&reason).into())]))));
            Exit::Machine
        }
        Failure::Interrupted => {
            terminal::note(&format!("{}\n", words.say("interrupted", &[])));
            Exit::Interrupted
        }
    }
}
