//! `apologue check`: finds what `build` finds, and writes nothing.

use std::path::Path;
use std::sync::Arc;

use super::args::{CheckArgs, CheckFormat};
use super::interrupt::Interrupt;
use super::progress::Progress;
use super::report::{self, Reporter};
use super::terminal::{self, Stream};
use super::words::Words;
use super::{Exit, Failure, exit_of, site};
use super::{live, pick};
use crate::base::diagnostic;
use crate::config::Gate;
use crate::output::{self, Output};
use crate::pipeline::{self, Reason, Settings, Sink};

/// Checks the site.
pub(super) fn run(args: &CheckArgs, words: &Words) -> Result<Exit, Failure> {
    let found = site::find(args.source.as_deref());
    let reporter = match args.format {
        CheckFormat::Text => Reporter::text(words, Stream::Out),
        CheckFormat::Json => Reporter::json(words),
        CheckFormat::Github => Reporter::github(words, found.as_deref().ok().and_then(site::from_here).unwrap_or_default()),
    };
    let root = match found {
        Ok(root) => root,
        Err(Failure::Problems(problems, exit)) => {
            terminal::print(&reporter.all(&problems))?;
            return Ok(exit);
        }
        Err(other) => return Err(other),
    };
    let watch = Watch { progress: Progress::new(words), interrupt: Interrupt::watch() };
    let (against, mut unread) = match args.against.as_deref().map(|path| live::read(path, &root)).transpose() {
        Ok(live) => (live.map(Arc::new), None),
        Err(problem) => (None, Some(*problem)),
    };
    known_languages(&args.fail_on, &root, words)?;
    let settings = Settings {
        drafts: args.drafts,
        strict: args.strict,
        today: site::today(args.today),
        gates: args.fail_on.clone(),
        notes: true,
        terms: args.verbose,
        against,
        ..Settings::default()
    };
    let report = pipeline::run(&root, &settings, &watch);
    let Watch { progress, interrupt } = watch;
    drop(progress);
    if interrupt.came() {
        return Err(Failure::Interrupted);
    }
    let mut report = report?;
    report.problems.extend(unread.take());
    diagnostic::sort(&mut report.problems);
    terminal::print(&reporter.all(&report.problems))?;
    let verdict = match report::count(&report.problems, words) {
        Some(count) => words.say("problems-found", &[("problems", (&count).into())]),
        None => words.say("check-clean", &[("works", (&words.say("count-works", &[("count", report.works.into())])).into())]),
    };
    terminal::note(&format!("{verdict}\n"));
    Ok(exit_of(&report.problems))
}

/// A gate for a language that the site does not have would always be open.
fn known_languages(gates: &[Gate], root: &Path, words: &Words) -> Result<(), Failure> {
    let stated = gates.iter().filter_map(|gate| gate.language);
    let Some(config) = site::config(root)? else { return Ok(()) };
    stated.map(|language| pick::language(language, &config, words)).try_for_each(|language| language.map(drop))
}

/// Drops what it gets.
struct Watch {
    progress: Progress,
    interrupt: Interrupt,
}

impl Sink for Watch {
    fn expect(&self, outputs: usize) {
        self.progress.expect(outputs);
    }

    fn drops(&self) -> bool {
        true
    }

    fn kept(&self) -> Result<(), output::Error> {
        self.interrupt.check()?;
        self.progress.step();
        Ok(())
    }

    fn take(&self, _: Output, _: Reason) -> Result<(), output::Error> {
        self.interrupt.check()?;
        self.progress.step();
        Ok(())
    }
}
