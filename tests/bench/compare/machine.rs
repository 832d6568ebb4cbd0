//! Where it was measured.

use std::fs;
use std::path::Path;

use serde::Serialize;

#[derive(Serialize)]
pub struct Machine {
    pub processor: String,
    pub cores: usize,
    pub memory_bytes: u64,
    pub system: String,
    pub file_system: String,
}

impl Machine {
    /// The machine that this runs on, and the file system of a folder. What a system does not tell is empty.
    pub fn look(folder: &Path) -> Machine {
        let read = |path: &str| fs::read_to_string(path).unwrap_or_default();
        let value = |text: &str, key: &str| {
            let line = text.lines().find(|line| line.starts_with(key)).unwrap_or_default();
            line.split_once(':').map(|(_, value)| value.trim().to_owned()).unwrap_or_default()
        };
        let memory = value(&read("/proc/meminfo"), "MemTotal");
        let kibibytes: u64 = memory.split(' ').next().and_then(|number| number.parse().ok()).unwrap_or_default();
        Machine {
            processor: value(&read("/proc/cpuinfo"), "model name"),
            cores: std::thread::available_parallelism().map_or(1, usize::from),
            memory_bytes: kibibytes * 1024,
            system: format!("{} {}", read("/proc/sys/kernel/ostype").trim(), read("/proc/sys/kernel/osrelease").trim()).trim().to_owned(),
            file_system: file_system(&read("/proc/self/mountinfo"), folder).unwrap_or_default(),
        }
    }

    /// In words.
    pub fn say(&self) -> String {
        let gibibytes = self.memory_bytes as f64 / f64::from(1 << 30);
        let parts = [
            format!("{} cores", self.cores),
            self.processor.clone(),
            format!("{gibibytes:.0} GiB of memory"),
            self.system.clone(),
            self.file_system.clone(),
        ];
        parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(", ")
    }
}

/// The kind of the file system that is mounted nearest above a folder.
fn file_system(mounts: &str, folder: &Path) -> Option<String> {
    let folder = fs::canonicalize(folder).ok()?;
    let mounted = mounts.lines().filter_map(|line| {
        let (place, kind) = line.split_once(" - ")?;
        Some((Path::new(place.split(' ').nth(4)?), kind.split(' ').next()?))
    });
    let nearest = mounted.filter(|(place, _)| folder.starts_with(place)).max_by_key(|(place, _)| place.components().count());
    nearest.map(|(_, kind)| kind.to_owned())
}
