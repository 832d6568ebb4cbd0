//! Everybody takes their turn.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Serialize;

use crate::collection::{self, Collection, Language, Profile};
use crate::floor;
use crate::measure::{self, Cost};
use crate::serve::{self, Preview};
use crate::tools::Tool;
use crate::tree::{self, Tree};

/// What was measured at one size.
#[derive(Serialize)]
pub struct Size {
    pub documents: usize,
    pub profile: &'static str,
    pub themes: usize,
    /// Of Apologue's sources.
    pub source_bytes: u64,
    pub rows: Vec<Row>,
    /// Of `apologue serve`, where it exists.
    pub preview: Option<Preview>,
    /// Who had to give up, and why.
    pub failures: Vec<String>,
}

/// What was measured of one program.
#[derive(Serialize)]
pub struct Row {
    pub name: String,
    pub version: String,
    pub cold: Times,
    /// Of the cold build, on all processors together.
    pub processor: Times,
    /// The floor has only a cold build.
    pub unchanged: Option<Times>,
    pub edited: Option<Times>,
    pub memory_bytes: u64,
    pub output: Tree,
}

/// Seconds.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Times {
    pub median: f64,
    pub minimum: f64,
}

impl Times {
    /// Of some measured times, if there are any.
    pub fn of(mut seconds: Vec<f64>) -> Option<Times> {
        seconds.sort_by(f64::total_cmp);
        let median = (seconds.get((seconds.len().max(1) - 1) / 2)? + seconds.get(seconds.len() / 2)?) / 2.0;
        Some(Times { median, minimum: *seconds.first()? })
    }
}

/// A program with its site.
struct Contestant<'a> {
    /// `None` for the floor.
    tool: Option<&'a Tool>,
    folder: PathBuf,
    edited: PathBuf,
    text: String,
    cold: Vec<Cost>,
    unchanged: Vec<Cost>,
    after_edit: Vec<Cost>,
}

impl Contestant<'_> {
    fn name(&self) -> &'static str {
        self.tool.map_or("the floor", |tool| tool.name.title())
    }

    /// Whether nothing can be compared without it.
    fn is_ours(&self) -> bool {
        self.tool.is_none_or(|tool| tool.name.is_ours())
    }

    fn command(&self) -> Result<Command, String> {
        if let Some(tool) = self.tool {
            return Ok(tool.build(&self.folder));
        }
        let mut command = Command::new(std::env::current_exe().map_err(|error| error.to_string())?);
        command.arg("--floor").args(["../apologue/content", "list", "public"]).current_dir(&self.folder);
        Ok(command)
    }

    fn run(&self) -> Result<Cost, String> {
        measure::settle();
        measure::run(&mut self.command()?, &self.folder.with_extension("log"))
    }

    /// A build into nothing. What stood there is put aside, not deleted: for seconds after thousands of files have gone, ext4 looks at each
    /// of their places before it makes a new one elsewhere, and whoever builds next would pay for it.
    fn cold(&self) -> Result<Cost, String> {
        let before = self.folder.with_extension(format!("before-{}", self.cold.len()));
        match fs::rename(self.folder.join("public"), before) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.to_string()),
            _ => self.run(),
        }
    }

    fn turn(&mut self, round: usize) -> Result<(), String> {
        self.cold.push(self.cold()?);
        if self.tool.is_some() {
            self.unchanged.push(self.run()?);
            let text = format!("{}{}", self.text, collection::edit(round));
            fs::write(&self.edited, text).map_err(|error| error.to_string())?;
            self.after_edit.push(self.run()?);
        }
        Ok(())
    }

    fn row(&self) -> Option<Row> {
        let costs = [&self.cold, &self.unchanged, &self.after_edit];
        let times = |costs: &[Cost]| Times::of(costs.iter().map(|cost| cost.time.as_secs_f64()).collect());
        Some(Row {
            name: self.name().to_owned(),
            version: self.tool.map(|tool| tool.version.clone()).unwrap_or_default(),
            cold: times(&self.cold)?,
            processor: Times::of(self.cold.iter().map(|cost| cost.processor.as_secs_f64()).collect())?,
            unchanged: times(&self.unchanged),
            edited: times(&self.after_edit),
            memory_bytes: costs.into_iter().flatten().map(|cost| cost.memory).max()?,
            output: tree::count(&self.folder.join("public")).ok()?,
        })
    }
}

/// Writes the collection for each tool, builds it once unmeasured, then measures in turn.
///
/// # Errors
/// The sites cannot be written, or Apologue fails. Another generator that fails is left out.
pub fn measure(tools: &[Tool], collection: &Collection, folder: &Path, rounds: usize) -> Result<Size, String> {
    let mut failures = Vec::new();
    let mut contestants = Vec::new();
    for tool in tools {
        progress(&format!("{} documents: preparing {}", collection.documents, tool.name.title()));
        let contestant = prepare(tool, collection, &folder.join(tool.name.word()))?;
        match contestant.cold() {
            Ok(_) => contestants.push(contestant),
            Err(reason) if contestant.is_ours() => return Err(reason),
            Err(reason) => failures.push(format!("{} failed: {reason}", tool.name.title())),
        }
    }
    let own = folder.join("apologue");
    contestants.insert(0, prepare_floor(&own, &folder.join("floor"))?);
    for round in 0..rounds {
        for mut contestant in std::mem::take(&mut contestants) {
            let name = contestant.name();
            progress(&format!("{} documents, round {} of {rounds}: {name}", collection.documents, round + 1));
            match contestant.turn(round) {
                Ok(()) => contestants.push(contestant),
                Err(reason) if contestant.is_ours() => return Err(reason),
                Err(reason) => failures.push(format!("{name} failed: {reason}")),
            }
        }
    }
    let program = tools.first().and_then(Tool::program).ok_or("there is no Apologue")?;
    let edited = own.join(tools[0].site.path(&collection.edited(), Language::Es));
    progress(&format!("{} documents: the preview", collection.documents));
    let preview = serve::measure(program, &own, collection, &edited, rounds)?;
    Ok(Size {
        preview,
        documents: collection.documents,
        profile: if collection.profile == Profile::Short { "short" } else { "long" },
        themes: collection.theme_count(),
        source_bytes: tree::count(&own.join("content"))?.bytes,
        rows: contestants.iter().filter_map(Contestant::row).collect(),
        failures,
    })
}

fn prepare<'a>(tool: &'a Tool, collection: &Collection, folder: &Path) -> Result<Contestant<'a>, String> {
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    tool.site.write(collection, folder).map_err(failed)?;
    let edited = folder.join(tool.site.path(&collection.edited(), Language::Es));
    let text = fs::read_to_string(&edited).map_err(failed)?;
    Ok(contestant(Some(tool), folder, edited, text))
}

/// The floor reads Apologue's sources and writes files like Apologue's.
fn prepare_floor(own: &Path, folder: &Path) -> Result<Contestant<'static>, String> {
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    fs::create_dir_all(folder).map_err(failed)?;
    floor::write_list(&tree::files(&own.join("public"))?, &folder.join("list")).map_err(failed)?;
    Ok(contestant(None, folder, PathBuf::new(), String::new()))
}

fn contestant<'a>(tool: Option<&'a Tool>, folder: &Path, edited: PathBuf, text: String) -> Contestant<'a> {
    let folder = folder.to_path_buf();
    Contestant { tool, folder, edited, text, cold: Vec::new(), unchanged: Vec::new(), after_edit: Vec::new() }
}

/// Says on the error stream how far it is, so that the table alone goes to the output.
fn progress(words: &str) {
    eprintln!("{words}");
}
