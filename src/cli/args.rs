//! What can be typed. The help texts are in `program.ftl`: see [`super::help`].

use std::fmt;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use jiff::civil::Date;

use super::{help, words};
use crate::base::language::Language;
use crate::base::pseudo::Pseudo;
use crate::base::yaml;
use crate::config::{BadGate, Gate, Kind, State};
use crate::pipeline::Settings;
use crate::serve::Editor;

/// All arguments.
#[derive(Debug, Parser)]
#[command(name = "apologue", version, disable_help_flag = true, disable_version_flag = true, disable_help_subcommand = true)]
pub(super) struct Arguments {
    #[arg(long, global = true, value_name = "LANG", value_parser = ui_language, display_order = help::LAST)]
    pub ui: Option<Language>,
    #[command(subcommand)]
    pub command: Command,
}

/// What is to be done.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Build(BuildArgs),
    Serve(ServeArgs),
    Check(CheckArgs),
    Init(InitArgs),
    New(NewArgs),
    Translate(TranslateArgs),
    Accept(AcceptArgs),
    Status(StatusArgs),
    Search(SearchArgs),
    Move(MoveArgs),
    Export(ExportArgs),
    Import(ImportArgs),
    Completions {
        shell: Shell,
    },
    Man {
        #[arg(value_name = "DIR")]
        dir: Option<PathBuf>,
    },
}

/// What of a site is shown, and to whom: the same for a build and for a preview.
#[derive(Debug, Args)]
pub(super) struct ShownArgs {
    #[arg(long)]
    pub drafts: bool,
    #[arg(long)]
    pub facilitator: bool,
    #[arg(long)]
    pub status: bool,
    #[arg(long, value_enum, value_name = "DIRECTION", num_args = 0..=1, require_equals = true, default_missing_value = "ltr")]
    pub pseudo: Option<PseudoArg>,
    #[arg(long = "for", value_name = "AUDIENCE", value_delimiter = ',')]
    pub audiences: Vec<String>,
}

impl ShownArgs {
    /// The settings that say so.
    pub fn settings(&self) -> Settings {
        Settings {
            drafts: self.drafts,
            facilitator: self.facilitator,
            status: self.status,
            pseudo: self.pseudo.map(Pseudo::from),
            audiences: self.audiences.clone(),
            ..Settings::default()
        }
    }
}

#[derive(Debug, Args)]
pub(super) struct BuildArgs {
    #[arg(short, long, value_name = "DIR")]
    pub source: Option<PathBuf>,
    #[arg(short, long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    pub shown: ShownArgs,
    #[arg(long)]
    pub strict: bool,
    #[arg(long)]
    pub keep_going: bool,
    #[arg(long, value_name = "URL", value_parser = base_url)]
    pub base_url: Option<String>,
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub today: Option<Date>,
    #[arg(short, long, value_name = "N", value_parser = jobs)]
    pub jobs: Option<usize>,
    #[arg(long)]
    pub verify: bool,
    #[arg(long, value_name = "FILE", num_args = 0..=1)]
    pub zip: Option<Option<PathBuf>>,
    #[arg(long)]
    pub open: bool,
    #[arg(short, long)]
    pub verbose: bool,
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub format: BuildFormat,
}

#[derive(Debug, Args)]
pub(super) struct ServeArgs {
    #[arg(short, long, value_name = "DIR")]
    pub source: Option<PathBuf>,
    #[arg(long, value_name = "HOST", default_value = "127.0.0.1")]
    pub host: String,
    #[arg(long, value_name = "N", default_value_t = 3030, value_parser = port)]
    pub port: u16,
    #[arg(long)]
    pub open: bool,
    #[command(flatten)]
    pub shown: ShownArgs,
    #[arg(long, value_name = "EDITOR", value_parser = editor)]
    pub editor: Option<EditorArg>,
}

#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    #[arg(short, long, value_name = "DIR")]
    pub source: Option<PathBuf>,
    #[arg(long)]
    pub drafts: bool,
    #[arg(long)]
    pub strict: bool,
    #[arg(long, value_name = "STATE[:KIND[:LANG]]", value_delimiter = ',', value_parser = gate)]
    pub fail_on: Vec<Gate>,
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub today: Option<Date>,
    #[arg(long, value_name = "PAGES.JSON")]
    pub against: Option<PathBuf>,
    #[arg(short, long)]
    pub verbose: bool,
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub format: CheckFormat,
}

#[derive(Debug, Args)]
pub(super) struct InitArgs {
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
    #[arg(long, value_name = "LANG", value_delimiter = ',', default_value = "es,ru,it,en", value_parser = language)]
    pub languages: Vec<Language>,
}

#[derive(Debug, Args)]
pub(super) struct NewArgs {
    #[arg(value_name = "KIND", value_enum)]
    pub kind: KindArg,
    #[arg(value_name = "ID")]
    pub id: String,
    #[arg(long, value_name = "LANG")]
    pub lang: Option<String>,
    #[arg(long, value_name = "TITLE")]
    pub title: Option<String>,
    #[arg(short, long, value_name = "DIR")]
    pub source: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct TranslateArgs {
    #[arg(value_name = "ID")]
    pub id: String,
    #[arg(long, value_name = "LANG", value_parser = language)]
    pub to: Language,
    #[arg(long, value_name = "LANG", value_parser = language)]
    pub from: Option<Language>,
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
    #[arg(long, value_name = "PROGRAM")]
    pub tool: Option<String>,
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub today: Option<Date>,
    #[arg(short, long, value_name = "DIR")]
    pub source: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct AcceptArgs {
    #[arg(value_name = "ID", required_unless_present = "all")]
    pub id: Option<String>,
    #[arg(long, value_name = "LANG", value_parser = language)]
    pub lang: Option<Language>,
    #[arg(long)]
    pub wording: bool,
    #[arg(long, value_name = "LINE", value_delimiter = ',', requires = "wording")]
    pub lines: Vec<u32>,
    #[arg(long, conflicts_with_all = ["id", "wording"])]
    pub all: bool,
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub reviewed_by: Option<String>,
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub today: Option<Date>,
    #[arg(short, long, value_name = "DIR")]
    pub source: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct StatusArgs {
    #[arg(value_name = "ID")]
    pub ids: Vec<String>,
    #[arg(long, value_name = "LANG", value_delimiter = ',', value_parser = language)]
    pub lang: Vec<Language>,
    #[arg(long, value_name = "KIND", value_enum)]
    pub kind: Option<KindArg>,
    #[arg(long, value_name = "STATE", value_delimiter = ',', value_parser = state)]
    pub state: Vec<State>,
    #[arg(long)]
    pub all: bool,
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub format: StatusFormat,
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub today: Option<Date>,
    #[arg(short, long, value_name = "DIR")]
    pub source: Option<PathBuf>,
}

/// How `status` says it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum StatusFormat {
    #[default]
    Text,
    Json,
    Csv,
}

#[derive(Debug, Args)]
pub(super) struct SearchArgs {
    #[arg(value_name = "WORDS", required = true)]
    pub words: Vec<String>,
    #[arg(short, long, value_name = "DIR")]
    pub source: Option<PathBuf>,
    #[arg(long, value_name = "LANG", value_parser = language)]
    pub lang: Option<Language>,
    #[arg(long)]
    pub explain: bool,
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = jobs)]
    pub limit: usize,
    #[arg(long)]
    pub drafts: bool,
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub format: SearchFormat,
}

/// How an answer is told.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(super) enum SearchFormat {
    #[default]
    Text,
    Json,
}

#[derive(Debug, Args)]
pub(super) struct MoveArgs {
    #[arg(value_name = "OLD")]
    pub old: String,
    #[arg(value_name = "NEW")]
    pub new: String,
    #[arg(short, long, value_name = "DIR")]
    pub source: Option<PathBuf>,
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Debug, Args)]
pub(super) struct ExportArgs {
    #[command(subcommand)]
    pub what: ExportCommand,
}

/// What is exported.
#[derive(Debug, Subcommand)]
pub(super) enum ExportCommand {
    Po(PoArgs),
    Skos(SkosArgs),
    Glossary(GlossaryArgs),
}

#[derive(Debug, Args)]
pub(super) struct PoArgs {
    #[arg(value_name = "ID")]
    pub ids: Vec<String>,
    #[arg(long, value_name = "LANG", value_delimiter = ',', required = true, value_parser = language)]
    pub to: Vec<Language>,
    #[arg(long, value_name = "LANG", value_parser = language)]
    pub from: Option<Language>,
    #[arg(long)]
    pub one_file: bool,
    #[arg(short, long, value_name = "PATH")]
    pub output: Option<PathBuf>,
    #[arg(short, long, value_name = "DIR")]
    pub source: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct ImportArgs {
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub today: Option<Date>,
    #[arg(short, long, value_name = "DIR")]
    pub source: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct SkosArgs {
    #[arg(long, value_enum, default_value_t, value_name = "SYNTAX")]
    pub syntax: Syntax,
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[arg(short, long, value_name = "DIR")]
    pub source: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct GlossaryArgs {
    #[arg(long, value_name = "LANG")]
    pub to: String,
    #[arg(long, value_name = "LANG")]
    pub from: Option<String>,
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[arg(short, long, value_name = "DIR")]
    pub source: Option<PathBuf>,
}

/// How linked data is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Syntax {
    #[default]
    Turtle,
    JsonLd,
}

/// How `build` reports problems.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum BuildFormat {
    #[default]
    Text,
    Json,
}

/// How `check` reports problems.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum CheckFormat {
    #[default]
    Text,
    Json,
    Github,
}

/// What opens a source: an editor, or none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct EditorArg(pub Option<Editor>);

/// Which way the pages of a pseudo-locale run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum PseudoArg {
    Ltr,
    Rtl,
}

impl From<PseudoArg> for Pseudo {
    fn from(direction: PseudoArg) -> Pseudo {
        match direction {
            PseudoArg::Ltr => Pseudo::Accented,
            PseudoArg::Rtl => Pseudo::RightToLeft,
        }
    }
}

/// A kind by its word in front matter.
#[derive(Clone, Copy, Debug)]
pub(super) struct KindArg(pub Kind);

impl ValueEnum for KindArg {
    fn value_variants<'a>() -> &'a [KindArg] {
        &[KindArg(Kind::Story), KindArg(Kind::Maxim), KindArg(Kind::Exercise), KindArg(Kind::Path), KindArg(Kind::Page)]
    }

    fn to_possible_value(&self) -> Option<clap::builder::PossibleValue> {
        Some(clap::builder::PossibleValue::new(self.0.as_str()))
    }
}

/// A value that does not do. The word says what was wanted, for a message.
#[derive(Debug)]
pub(super) struct Wrong(pub &'static str);

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl std::error::Error for Wrong {}

fn ui_language(text: &str) -> Result<Language, Wrong> {
    words::spoken(text).ok_or(Wrong("ui-language"))
}

fn language(text: &str) -> Result<Language, Wrong> {
    text.trim().parse().ok().filter(Language::is_known).ok_or(Wrong("language"))
}

fn jobs(text: &str) -> Result<usize, Wrong> {
    text.parse().ok().filter(|jobs| (1..=1024).contains(jobs)).ok_or(Wrong("number"))
}

fn date(text: &str) -> Result<Date, Wrong> {
    text.parse().map_err(|_| Wrong("date"))
}

fn gate(text: &str) -> Result<Gate, Wrong> {
    text.parse().map_err(|bad| match bad {
        BadGate::State(_) => Wrong("gate-state"),
        BadGate::Kind(_) => Wrong("gate-kind"),
        BadGate::Language(_) => Wrong("gate-language"),
        BadGate::Parts => Wrong("gate"),
    })
}

fn state(text: &str) -> Result<State, Wrong> {
    State::ALL.into_iter().find(|state| state.as_str() == text).ok_or(Wrong("gate-state"))
}

fn port(text: &str) -> Result<u16, Wrong> {
    text.parse().map_err(|_| Wrong("port"))
}

fn editor(text: &str) -> Result<EditorArg, Wrong> {
    match text {
        "none" => Ok(EditorArg(None)),
        text => Editor::new(text).map(|editor| EditorArg(Some(editor))).ok_or(Wrong("editor")),
    }
}

/// As `base_url` in `site.yaml`; a final slash is added where it is missing, for shells complete without it.
fn base_url(text: &str) -> Result<String, Wrong> {
    if !yaml::is_web_address(text) || text.contains(['?', '#']) {
        return Err(Wrong("web-address"));
    }
    Ok(if text.ends_with('/') { text.to_owned() } else { format!("{text}/") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_url_is_a_web_address_that_ends_in_a_slash() {
        assert_eq!(base_url("https://wiki.example/a").unwrap(), "https://wiki.example/a/");
        assert_eq!(base_url("http://localhost:80/").unwrap(), "http://localhost:80/");
        for wrong in ["", "wiki.example", "ftp://a/", "https://", "https:///a", "https://a/?b", "https://a b/"] {
            assert!(base_url(wrong).is_err(), "{wrong}");
        }
    }
}
