//! The table.

use std::fmt::Write as _;

use serde::Serialize;

use crate::collection::Profile;
use crate::machine::Machine;
use crate::rounds::{Row, Size, Times};
use crate::serve::Preview;
use crate::tools::Name;

#[derive(Clone, Copy, clap::ValueEnum)]
pub enum Format {
    Markdown,
    Json,
}

/// Everything that one run of the benchmark found.
#[derive(Serialize)]
pub struct Report {
    /// How to do it again.
    pub command: String,
    pub machine: Machine,
    pub absent: Vec<String>,
    pub rounds: usize,
    pub sizes: Vec<Size>,
}

/// The command that measures the same.
pub fn command(documents: &[usize], profile: Profile, rounds: usize, peers: &[Name]) -> String {
    let numbers: Vec<String> = documents.iter().map(usize::to_string).collect();
    let mut command = format!("cargo bench --bench compare -- --documents {} --rounds {rounds}", numbers.join(","));
    if profile == Profile::Long {
        command += " --profile long";
    }
    if peers.is_empty() {
        command += " --alone";
    } else if peers != Name::PEERS {
        let names: Vec<String> = peers.iter().map(|name| name.word()).collect();
        let _ = write!(command, " --against {}", names.join(","));
    }
    command
}

impl Report {
    pub fn write(&self, format: Format) -> String {
        match format {
            Format::Markdown => self.markdown(),
            Format::Json => serde_json::to_string_pretty(self).unwrap_or_default() + "\n",
        }
    }

    fn markdown(&self) -> String {
        let mut out = String::new();
        for size in &self.sizes {
            let _ = writeln!(
                out,
                "{} {} documents in four languages ({}), {} themes; {}.\n",
                grouped(size.documents as u64),
                size.profile,
                megabytes(size.source_bytes),
                size.themes,
                if self.rounds == 1 { "one round".to_owned() } else { format!("medians of {} rounds", self.rounds) }
            );
            out += &table(size);
            out += &size.preview.as_ref().map(preview).unwrap_or_default();
            size.failures.iter().for_each(|failure| out += &format!("\n{failure}\n"));
            out.push('\n');
        }
        out += &scaling(&self.sizes);
        self.absent.iter().for_each(|absent| out += &format!("{absent}\n\n"));
        let _ = writeln!(out, "Machine: {}.\n\n```shell\n{}\n```", self.machine.say(), self.command);
        out
    }
}

fn table(size: &Size) -> String {
    let mut out = String::from(
        "| | cold build | of the floor | of Apologue | processor time | nothing changed | one edited text | peak memory | output |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|\n",
    );
    let cold = |name: &str| size.rows.iter().find(|row| row.name == name).map(|row| row.cold.median);
    let (floor, own) = (cold("the floor"), cold("Apologue"));
    for row in &size.rows {
        let times = |base: Option<f64>| base.map_or_else(String::new, |base| ratio(row.cold.median / base));
        let of_cold = |times: &Option<Times>| {
            times.map_or_else(String::new, |times| format!("{} ({:.0} %)", seconds(times.median), 100.0 * times.median / row.cold.median))
        };
        let _ = writeln!(
            out,
            "| {} | {} | {} | {} | {} | {} | {} | {} | {} files, {} |",
            format!("{} {}", row.name, row.version).trim(),
            seconds(row.cold.median),
            times(floor),
            times(own),
            seconds(row.processor.median),
            of_cold(&row.unchanged),
            of_cold(&row.edited),
            mebibytes(row.memory_bytes),
            grouped(row.output.files as u64),
            megabytes(row.output.bytes),
        );
    }
    out
}

/// What an author waits for.
fn preview(preview: &Preview) -> String {
    let Preview { start, body, title, memory_bytes } = preview;
    format!(
        "\n| `apologue serve` | |\n|---|--:|\n| first page | {} |\n| edited body, to the reload message | {} |\n\
         | edited title, to the reload message | {} |\n| peak memory | {} |\n",
        seconds(*start),
        seconds(body.median),
        seconds(title.median),
        mebibytes(*memory_bytes)
    )
}

/// What more documents cost.
fn scaling(sizes: &[Size]) -> String {
    let mut out = String::new();
    for pair in sizes.windows(2) {
        let [small, large] = pair else { continue };
        let (from, to) = (grouped(small.documents as u64), grouped(large.documents as u64));
        let _ = writeln!(out, "From {from} to {to} documents:\n\n| | cold build | peak memory |\n|---|--:|--:|");
        for row in &large.rows {
            let Some(before) = small.rows.iter().find(|before| before.name == row.name) else { continue };
            let _ = writeln!(out, "| {} | {} | {} |", row.name, ratio(row.cold.median / before.cold.median), memories(before, row));
        }
        out.push('\n');
    }
    out
}

fn memories(before: &Row, after: &Row) -> String {
    format!("{} to {}", mebibytes(before.memory_bytes), mebibytes(after.memory_bytes))
}

fn ratio(ratio: f64) -> String {
    if ratio < 0.95 { format!("{ratio:.2} ×") } else { format!("{ratio:.1} ×") }
}

fn seconds(seconds: f64) -> String {
    if seconds < 10.0 { format!("{seconds:.2} s") } else { format!("{seconds:.1} s") }
}

fn mebibytes(bytes: u64) -> String {
    format!("{:.0} MiB", bytes as f64 / f64::from(1 << 20))
}

fn megabytes(bytes: u64) -> String {
    format!("{:.1} MB", bytes as f64 / 1e6)
}

/// 12,000.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
