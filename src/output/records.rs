//! What is known about a published folder: the manifest and the journal.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, Metadata};
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::address;
use crate::base::hash::Hash;
use crate::base::path::Address;
use crate::source::{Stamps, is_fresh, mtime};

pub(super) const MANIFEST: &str = "manifest.json";
pub(super) const JOURNAL: &str = "journal";

/// The version of the manifest. A manifest of another version is not read; the journal's form never changes.
const VERSION: u32 = 2;

const HEADING: &str = "apologue journal: ";
const END: &str = "//end";

/// What a published file looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Entry {
    pub size: u64,
    /// When it was written last, in nanoseconds from 1970.
    pub mtime: i64,
    pub hash: Hash,
    /// The hash of all that it was made from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<Hash>,
}

/// The files of the last publish that came to its end.
pub(super) type Manifest = BTreeMap<Address, Entry>;

/// What a site was made from, so that the next build can see what changed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Origin {
    /// By name, hashes of all that is no file of the site: the program, the settings, and what was made of several files.
    pub facts: BTreeMap<String, Hash>,
    /// The site's files.
    pub sources: Stamps,
    /// What the build had to say, in the caller's own form.
    pub report: String,
}

#[derive(Serialize)]
struct Wire<'a> {
    version: u32,
    origin: &'a Origin,
    outputs: &'a Manifest,
}

#[derive(Deserialize)]
struct Read {
    version: u32,
    origin: Origin,
    outputs: Manifest,
}

/// How far a publish has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    /// Between the first change and the last: nothing that the manifest says about times is believed.
    Publishing,
    /// The manifest tells what there is.
    Published,
}

/// All that can be found out about a folder before looking at its files.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    /// As the manifest says; empty if it is absent or damaged.
    pub manifest: Manifest,
    /// All addresses at which we have written, or may have.
    pub owned: BTreeSet<Address>,
    /// Whether a file is as the manifest says if its size and time are.
    pub trusted: bool,
    /// There are records, and none of them is whole: a file in our way may be ours or not.
    pub lost: bool,
    /// What the published site was made from, as the manifest says.
    pub origin: Option<Origin>,
    /// When the manifest was written.
    written: i64,
}

impl Ledger {
    /// Reads the records in a hidden folder. Damaged ones are no failure: they only tell less.
    pub(super) fn read(hidden: &Path) -> Ledger {
        let (manifest_path, journal_path) = (hidden.join(MANIFEST), hidden.join(JOURNAL));
        let read = fs::read(&manifest_path).ok().and_then(|bytes| parse_manifest(&bytes));
        let (manifest, origin) = read.unzip();
        let journal = fs::read(&journal_path).map(|bytes| parse_journal(&bytes)).unwrap_or_default();
        let lost = any_in(hidden) && manifest.is_none() && journal.phase.is_none();
        let trusted = manifest.is_some() && journal.phase == Some(Phase::Published);
        let manifest = manifest.unwrap_or_default();
        let mut owned = journal.names;
        owned.extend(manifest.keys().cloned());
        let written = fs::symlink_metadata(&manifest_path).map_or(i64::MIN, |meta| mtime(&meta));
        Ledger { manifest, owned, trusted, lost, origin, written }
    }

    /// What the manifest says about a file, if the file still looks like that and so need not be hashed.
    pub(super) fn entry(&self, address: &Address, meta: &Metadata) -> Option<Entry> {
        let entry = *self.manifest.get(address)?;
        let same = self.trusted && meta.len() == entry.size && mtime(meta) == entry.mtime && !self.is_fresh(&entry);
        same.then_some(entry)
    }

    /// Whether a file was written in the manifest's last moments.
    pub(super) fn is_fresh(&self, entry: &Entry) -> bool {
        is_fresh(entry.mtime, self.written)
    }
}

/// Whether a hidden folder has any record, be it a damaged one: the mark of a folder that we have published into.
pub(super) fn any_in(hidden: &Path) -> bool {
    [MANIFEST, JOURNAL].iter().any(|name| fs::symlink_metadata(hidden.join(name)).is_ok())
}

pub(super) fn write_manifest(outputs: &Manifest, origin: &Origin) -> Vec<u8> {
    // Maps with texts as keys always have a JSON form.
    let mut json = serde_json::to_vec(&Wire { version: VERSION, origin, outputs }).unwrap_or_default();
    json.push(b'\n');
    json
}

fn parse_manifest(json: &[u8]) -> Option<(Manifest, Origin)> {
    let Read { version, origin, mut outputs } = serde_json::from_slice(json).ok()?;
    outputs.retain(|name, _| address::check(name, true).is_ok());
    (version == VERSION).then_some((outputs, origin))
}

/// A journal: one line a file, whatever it says; readable by any version and up to wherever it was cut.
pub(super) fn write_journal<'a>(phase: Phase, names: impl IntoIterator<Item = &'a Address>) -> Vec<u8> {
    let word = match phase {
        Phase::Publishing => "publishing",
        Phase::Published => "published",
    };
    let mut text = format!("{HEADING}{word}\n");
    for name in names {
        text.push_str(name);
        text.push('\n');
    }
    // No address is like this.
    text.push_str(END);
    text.push('\n');
    text.into_bytes()
}

#[derive(Default)]
struct Journal {
    /// `None` if the journal is not whole.
    phase: Option<Phase>,
    names: BTreeSet<Address>,
}

fn parse_journal(bytes: &[u8]) -> Journal {
    // What follows the last line end was cut off, and could be half a name that is somebody else's.
    let whole = &bytes[..bytes.iter().rposition(|&b| b == b'\n').unwrap_or(0)];
    let lines = || whole.split(|&b| b == b'\n').map(|line| std::str::from_utf8(line).unwrap_or_default());
    let Some(word) = lines().next().and_then(|first| first.strip_prefix(HEADING)) else { return Journal::default() };
    let phase = match word {
        _ if lines().next_back() != Some(END) => None,
        "published" => Some(Phase::Published),
        _ => Some(Phase::Publishing),
    };
    Journal { phase, names: lines().skip(1).filter(|name| address::check(name, true).is_ok()).map(Address::new).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(of: &[&str]) -> BTreeSet<Address> {
        of.iter().map(|name| Address::new(*name)).collect()
    }

    #[test]
    fn a_journal_is_read_up_to_wherever_it_was_cut() {
        let text = write_journal(Phase::Published, &names(&["a/b.html", "ы.html"]));
        let whole = parse_journal(&text);
        assert_eq!((whole.phase, whole.names), (Some(Phase::Published), names(&["a/b.html", "ы.html"])));
        for cut in 0..text.len() {
            let part = parse_journal(&text[..cut]);
            assert_eq!(part.phase, None);
            assert!(part.names.is_subset(&names(&["a/b.html", "ы.html"])), "{:?}", part.names);
        }
    }

    #[test]
    fn nothing_outside_the_folder_becomes_ours_by_a_forged_record() {
        let journal = parse_journal(b"apologue journal: published\n../a\n/etc/passwd\n.git/config\nb\n//end\n");
        assert_eq!(journal.names, names(&["b"]));
        let entry = r#"{"size":1,"mtime":1,"hash":"00000000000000000000000000000000"}"#;
        let origin = r#"{"facts":{},"sources":{"at":0,"files":{}},"report":""}"#;
        let json = format!(r#"{{"version":{VERSION},"origin":{origin},"outputs":{{"../a":{entry},"b":{entry}}}}}"#);
        assert_eq!(parse_manifest(json.as_bytes()).unwrap().0.into_keys().collect::<BTreeSet<_>>(), names(&["b"]));
    }

    #[test]
    fn a_manifest_is_read_back_and_one_of_another_version_is_not() {
        let entry = Entry { size: 3, mtime: -5, hash: Hash::of(b"a"), key: Some(Hash::of(b"k")) };
        let outputs = BTreeMap::from([(Address::new("ы.html"), entry), (Address::new("a"), Entry { key: None, ..entry })]);
        let origin =
            Origin { facts: BTreeMap::from([("program".to_owned(), Hash::of(b"p"))]), report: "{}".to_owned(), ..Origin::default() };
        let json = write_manifest(&outputs, &origin);
        assert_eq!(parse_manifest(&json), Some((outputs, origin)));
        assert_eq!(parse_manifest(&json[..json.len() - 3]), None);
        let other = String::from_utf8(json).unwrap().replace("\"version\":2", "\"version\":1");
        assert_eq!(parse_manifest(other.as_bytes()), None);
    }
}
