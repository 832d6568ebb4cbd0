//! `apologue build`
#![allow(clippy::disallowed_methods, reason = "the command line measures time")]

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use super::args::{BuildArgs, BuildFormat, ShownArgs};
use super::interrupt::Interrupt;
use super::progress::Progress;
use super::report::{self, Reporter};
use super::terminal::{self, Stream};
use super::words::Words;
use super::{Exit, Failure, exit_of, site};
use crate::base::diagnostic::nearest;
use crate::base::hash::Hash;
use crate::base::number::Number;
use crate::base::path::Address;
use crate::format::Made;
use crate::output::{self, Archive, Output, Publisher, Summary};
use crate::pipeline::{self, Reason, Report, Settings, Sink};
use crate::source;

/// Builds the site and publishes it.
pub(super) fn run(args: &BuildArgs, words: &Words) -> Result<Exit, Failure> {
    let (reporter, stream) = match args.format {
        BuildFormat::Text => (Reporter::text(words, Stream::Err), Stream::Err),
        BuildFormat::Json => (Reporter::json(words), Stream::Out),
    };
    match build(args, &reporter, stream, words) {
        Err(Failure::Problems(problems, exit)) => {
            stream.write(&reporter.all(&problems))?;
            Ok(exit)
        }
        other => other,
    }
}

fn build(args: &BuildArgs, reporter: &Reporter, stream: Stream, words: &Words) -> Result<Exit, Failure> {
    let times = Times::start();
    let root = site::find(args.source.as_deref())?;
    known_audiences(&args.shown.audiences, &root, words)?;
    if let Some(jobs) = args.jobs {
        // It fails only where a pool is already running: then that one does.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(jobs).build_global();
    }
    let out = match &args.output {
        Some(stated) => site::absolute(stated)?,
        // What is not for learners does not come to lie among what is.
        None => root.join(match args.shown {
            ShownArgs { pseudo: Some(_), .. } => "public-pseudo",
            ShownArgs { status: true, .. } => "public-status",
            ShownArgs { facilitator: true, .. } => "public-facilitator",
            _ => "public",
        }),
    };
    let archive = args.zip.as_ref().map(|stated| archive(stated.as_deref(), &out, &root)).transpose()?;
    let publisher = Publisher::begin(&out, &root)?;
    let publication = Publication {
        publisher: if args.verify { publisher.verify() } else { publisher },
        progress: Progress::new(words),
        interrupt: Interrupt::watch(),
        times: &times,
        rendered: args.verbose.then(Mutex::default),
    };
    let report = pipeline::run(&root, &settings(args), &publication);
    times.rendered();
    let Publication { publisher, progress, interrupt, rendered, .. } = publication;
    drop(progress);
    if interrupt.came() {
        return Err(Failure::Interrupted);
    }
    let report = report?;
    stream.write(&reporter.all(&report.problems))?;
    if let Some(rendered) = rendered {
        stream.write(&explained(rendered.into_inner().unwrap_or_default(), args.format, words))?;
    }
    let summary = match report {
        Report { unchanged: true, outputs, .. } => Some(Summary { unchanged: outputs, ..Summary::default() }),
        Report { complete: true, .. } => Some(publisher.publish(&report.origin)?),
        _ => None,
    };
    match &summary {
        Some(summary) => terminal::note(&success(&report, summary, &out, times.total(), words)),
        None => terminal::note(&failed(&report, words)),
    }
    if let (Some(archive), Some(_)) = (&archive, &summary) {
        zipped(archive, &out, &interrupt, words)?;
    }
    if args.open && summary.is_some() {
        show(&out, words);
    }
    if args.verbose {
        terminal::note(&times.say(words));
    }
    Ok(exit_of(&report.problems))
}

/// Where the zip goes: where the user says, else beside the output.
fn archive(stated: Option<&Path>, out: &Path, root: &Path) -> Result<Archive, Failure> {
    let file = match stated {
        Some(stated) => site::absolute(stated)?,
        None => {
            let mut name = out.file_name().unwrap_or_default().to_owned();
            name.push(".zip");
            out.with_file_name(name)
        }
    };
    Ok(Archive::at(&file, root)?)
}

/// Writes the zip, and says so.
fn zipped(archive: &Archive, out: &Path, interrupt: &Interrupt, words: &Words) -> Result<(), Failure> {
    let size = match archive.write(out, &|| interrupt.check()) {
        Err(_) if interrupt.came() => return Err(Failure::Interrupted),
        other => other?,
    };
    let megabytes = Number::from_f64(size as f64 / 1_000_000.0).map_or_else(|| 0u64.into(), |number| number.max_fraction(1));
    let said = words.say("build-zip", &[("file", (&site::shown(archive.path())).into()), ("size", megabytes.into())]);
    terminal::note(&format!("{said}\n"));
    Ok(())
}

/// Opens the site in a browser. Where there is none, as on a server, saying where the site is does as well.
fn show(out: &Path, words: &Words) {
    let page = out.join("index.html");
    if open::that_detached(&page).is_err() {
        terminal::note(&words.say("build-not-opened", &[("path", (&page.display().to_string()).into())]));
    }
}

fn settings(args: &BuildArgs) -> Settings {
    Settings {
        strict: args.strict,
        keep_going: args.keep_going,
        base_url: args.base_url.clone(),
        verify: args.verify,
        program: program(),
        today: site::today(args.today),
        ..args.shown.settings()
    }
}

/// A site that names its audiences knows no others. That `site.yaml` itself may be wrong is the build's to say.
pub(super) fn known_audiences(wanted: &[String], root: &Path, words: &Words) -> Result<(), Failure> {
    if wanted.is_empty() {
        return Ok(());
    }
    let known = site::config(root)?.map(|config| config.audiences).unwrap_or_default();
    match wanted.iter().find(|audience| !known.is_empty() && !known.contains(audience)) {
        None => Ok(()),
        Some(unknown) => {
            let message = words.say("usage-unknown-audience", &[("name", unknown.into()), ("known", (&known.join(", ")).into())]);
            let mut lines = vec![words.error(&message)];
            if let Some(name) = nearest(unknown, known.iter().map(String::as_str)) {
                lines.push(words.say("report-did-you-mean", &[("name", (&name).into())]));
            }
            Err(Failure::Usage(lines.join("\n")))
        }
    }
}

/// Each output that was made, with the reason.
fn explained(mut rendered: Vec<(Address, Reason)>, format: BuildFormat, words: &Words) -> String {
    rendered.sort();
    let line = |(address, why): &(Address, Reason)| match format {
        BuildFormat::Json => serde_json::json!({ "rendered": address, "reason": why.as_str() }).to_string() + "\n",
        BuildFormat::Text => words.say("build-rendered", &[("address", address.as_str().into()), ("reason", why.as_str().into())]) + "\n",
    };
    rendered.iter().map(line).collect()
}

/// Tells this program from others of the same version, as there are many while it is being written.
pub(super) fn program() -> Option<Hash> {
    let meta = std::fs::metadata(std::env::current_exe().ok()?).ok()?;
    Some(Hash::of(format!("{} {}", meta.len(), source::mtime(&meta)).as_bytes()))
}

/// Hands outputs to the publisher.
struct Publication<'a> {
    publisher: Publisher,
    progress: Progress,
    interrupt: Interrupt,
    times: &'a Times,
    /// What was made and why, if somebody wants to know.
    rendered: Option<Mutex<Vec<(Address, Reason)>>>,
}

impl Sink for Publication<'_> {
    fn expect(&self, outputs: usize) {
        self.times.read();
        self.progress.expect(outputs);
    }

    fn take(&self, output: Output, why: Reason) -> Result<(), output::Error> {
        self.interrupt.check()?;
        if let Some(rendered) = &self.rendered {
            rendered.lock().unwrap_or_else(PoisonError::into_inner).push((output.address.clone(), why));
        }
        self.publisher.stage(output)?;
        self.progress.step();
        Ok(())
    }

    fn made(&self) -> BTreeMap<Address, Made> {
        let ready = self.publisher.ready();
        ready.into_iter().map(|(address, (size, hash))| (address, Made { size, hash })).collect()
    }

    fn standing(&self) -> Option<&Publisher> {
        Some(&self.publisher)
    }

    fn kept(&self) -> Result<(), output::Error> {
        self.interrupt.check()?;
        self.progress.step();
        Ok(())
    }
}

/// How long the phases took.
struct Times {
    start: Instant,
    read: OnceLock<Duration>,
    rendered: OnceLock<Duration>,
}

impl Times {
    fn start() -> Times {
        Times { start: Instant::now(), read: OnceLock::new(), rendered: OnceLock::new() }
    }

    fn read(&self) {
        self.read.get_or_init(|| self.start.elapsed());
    }

    fn rendered(&self) {
        self.rendered.get_or_init(|| self.start.elapsed());
    }

    fn total(&self) -> Duration {
        self.start.elapsed()
    }

    /// One line a phase.
    fn say(&self, words: &Words) -> String {
        let total = self.total();
        let rendered = self.rendered.get().copied().unwrap_or(total);
        let read = self.read.get().copied().unwrap_or(rendered);
        let phases = [("time-reading", read), ("time-rendering", rendered - read), ("time-publishing", total - rendered)];
        phases.map(|(phase, time)| words.say(phase, &[("seconds", seconds(time, 3).into())]) + "\n").concat()
    }
}

fn seconds(time: Duration, digits: u8) -> Number {
    Number::from_f64(time.as_secs_f64()).map_or_else(|| 0u64.into(), |seconds| seconds.max_fraction(digits))
}

/// What was published.
fn success(report: &Report, summary: &Summary, out: &Path, time: Duration, words: &Words) -> String {
    let mut lines = vec![words.say(
        "build-done",
        &[
            ("folder", (&site::shown(out)).into()),
            ("works", (&words.say("count-works", &[("count", report.works.into())])).into()),
            ("pages", (&words.say("count-pages", &[("count", report.pages.into())])).into()),
            ("seconds", seconds(time, 1).into()),
        ],
    )];
    lines.push(words.say("build-editions", &[("editions", (&editions(report, words)).into())]));
    let numbers = [("written", summary.written.into()), ("unchanged", summary.unchanged.into()), ("deleted", summary.deleted.into())];
    lines.push(words.say("build-files", &numbers));
    if let Some(folder) = &summary.set_aside {
        lines.push(words.say("build-set-aside", &[("folder", (&site::shown(folder)).into())]));
    }
    lines.extend(report::count(&report.problems, words).map(|count| words.say("problems-found", &[("problems", (&count).into())])));
    lines.join("\n") + "\n"
}

/// `Spanish 70, Russian 71`
fn editions(report: &Report, words: &Words) -> String {
    let languages: Vec<_> = report.editions.iter().map(|(language, _)| *language).collect();
    let names = words.language_names(&languages);
    let edition =
        |(name, (_, count)): (&String, &(_, usize))| words.say("build-edition", &[("language", name.into()), ("count", (*count).into())]);
    names.iter().zip(&report.editions).map(edition).collect::<Vec<_>>().join(", ")
}

fn failed(report: &Report, words: &Words) -> String {
    let count = report::count(&report.problems, words).unwrap_or_default();
    format!("{}\n{}\n", words.say("problems-found", &[("problems", (&count).into())]), words.say("build-failed", &[]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::diagnostic::{Code, Diagnostic};

    #[test]
    fn the_summary_names_the_languages_in_the_users_own() {
        let language = |tag: &str| tag.parse().unwrap();
        let report = Report {
            complete: true,
            works: 75,
            editions: vec![(language("es"), 70), (language("ru"), 1071)],
            pages: 1040,
            problems: vec![Diagnostic::new(Code::MissingMessage)],
            ..Report::default()
        };
        let summary = Summary { written: 2, unchanged: 1100, deleted: 0, set_aside: None };
        let said = success(&report, &summary, Path::new("/x/public"), Duration::from_millis(1234), &Words::new(language("en")));
        assert_eq!(
            said,
            "Built /x/public in 1.2 s: 75 works, 1,040 pages.\nEditions: Spanish 70, Russian 1,071.\nFiles: 2 written, 1,100 unchanged, 0 deleted.\n1 warning.\n"
        );
    }
}
