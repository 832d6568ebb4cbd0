//! One site on its way through its edits.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use tempfile::TempDir;
use walkdir::WalkDir;

use apologue::pipeline::Settings;

use crate::edits::{Kind, World};
use crate::random::Random;
use crate::support::builds::{self, Builder, Tree};
use crate::wiki::{Files, Wiki};

/// An edit; what the seed makes of it depends on the site.
#[derive(Clone, Copy, Debug)]
pub struct Edit {
    pub kind: Kind,
    pub seed: u64,
}

/// What was done up to the build that came out wrong, and what is wrong with it.
pub struct Failure {
    pub at: usize,
    pub what: String,
    pub story: Vec<String>,
}

/// How many builds came to what.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    pub published: usize,
    /// Of these, those that changed what was published.
    pub changed: usize,
    pub failed: usize,
}

impl Tally {
    pub fn add(&mut self, other: Tally) {
        self.published += other.published;
        self.changed += other.changed;
        self.failed += other.failed;
    }
}

/// Builds a site after each edit.
pub fn all(seed: u64, edits: &[Edit], builder: Builder) -> Result<Tally, Failure> {
    let mut run = Run::new(seed, builder);
    let mut story = vec![format!("a site of seed {seed}")];
    let mut tally = Tally::default();
    // The first build of all is made before the first edit.
    for (at, edit) in std::iter::once(None).chain(edits.iter().map(Some)).enumerate() {
        if let Some(edit) = edit {
            story.push(format!("{:?}: {}", edit.kind, run.apply(edit)));
        }
        match run.check() {
            Ok(one) => tally.add(one),
            Err(what) => return Err(Failure { at: at.saturating_sub(1), what, story }),
        }
    }
    Ok(tally)
}

struct Run {
    builder: Builder,
    folder: TempDir,
    world: World,
    /// As it was when it was published last.
    good: World,
    is_good: bool,
    /// Until something is published, no size and no time is believed.
    verify: bool,
    on_disk: Files,
}

impl Run {
    fn new(seed: u64, builder: Builder) -> Run {
        let world = World {
            wiki: Wiki::new(&mut Random::new(seed)),
            settings: Settings { today: jiff::civil::date(2026, 6, 15), ..Settings::default() },
        };
        let folder = tempfile::tempdir().unwrap();
        let mut run = Run { builder, folder, good: world.clone(), world, is_good: true, verify: false, on_disk: Files::new() };
        fs::create_dir(run.root()).unwrap();
        run.sync(&mut Random::new(seed), false);
        run
    }

    fn root(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    fn out(&self) -> PathBuf {
        self.folder.path().join("public")
    }

    /// Makes an edit and says what it was. A site that is not good is repaired every other time.
    fn apply(&mut self, edit: &Edit) -> String {
        let mut random = Random::new(edit.seed);
        let kind = if !self.is_good && random.once_in(2) { Kind::Repair } else { edit.kind };
        match kind {
            Kind::Repair => {
                self.world = self.good.clone();
                self.sync(&mut random, false);
                "all as it was when it was good".to_owned()
            }
            Kind::SeveralAtOnce => {
                let kinds: Vec<Kind> = (0..8).map(|_| random.one(Kind::ALL)).collect();
                let done: Vec<String> = kinds.into_iter().filter_map(|kind| self.world.edit(kind, &mut random)).collect();
                self.sync(&mut random, false);
                done.join("; ")
            }
            Kind::Interrupt => {
                let done: Vec<String> = (0..2).filter_map(|_| self.world.edit(random.one(&Kind::ALL[..24]), &mut random)).collect();
                self.sync(&mut random, false);
                let after = random.below(80);
                builds::interrupted(&self.root(), &self.out(), &self.world.settings, after);
                format!("a build after {} gives up after {after} outputs", done.join("; "))
            }
            kind => match self.world.edit(kind, &mut random) {
                Some(done) => {
                    self.sync(&mut random, kind == Kind::Stealthy);
                    // Where the system keeps no time of its own, what keeps its length and its time is seen only by looking at every byte.
                    self.verify |= cfg!(not(unix)) && kind == Kind::Stealthy;
                    done
                }
                None => self.tamper(kind, &mut random).unwrap_or_else(|| "nothing to do".to_owned()),
            },
        }
    }

    /// Brings the disk to what the site says.
    fn sync(&mut self, random: &mut Random, keep_times: bool) {
        let root = self.root();
        let wanted = self.world.wiki.files();
        for path in self.on_disk.keys().filter(|path| !wanted.contains_key(*path)) {
            fs::remove_file(root.join(path)).unwrap();
        }
        // A folder may become a file, and the other way round.
        remove_empty_folders(&root);
        for (path, bytes) in wanted.iter().filter(|(path, bytes)| self.on_disk.get(*path) != Some(*bytes)) {
            let path = root.join(path);
            let time = fs::metadata(&path).and_then(|meta| meta.modified()).ok();
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            if random.once_in(2) || keep_times {
                fs::write(&path, bytes).unwrap();
            } else {
                // As many editors do.
                let new = self.folder.path().join("new");
                fs::write(&new, bytes).unwrap();
                fs::rename(&new, &path).unwrap();
            }
            if let Some(time) = time.filter(|_| keep_times) {
                set_time(&path, time);
            }
        }
        self.on_disk = wanted;
    }

    /// Does something to the disk that no edit of the site is.
    fn tamper(&mut self, kind: Kind, random: &mut Random) -> Option<String> {
        let out = self.out();
        let manifest = out.join(".apologue/manifest.json");
        let source = || random.clone().pick(&self.on_disk.keys().collect::<Vec<_>>()).map(|path| (*path).clone());
        let output = || {
            let published: Vec<String> =
                builds::tree(&out).into_iter().filter(|(_, bytes)| bytes.is_some()).map(|(name, _)| name).collect();
            random.clone().pick(&published).cloned()
        };
        Some(match kind {
            Kind::Nothing => "built again".to_owned(),
            Kind::Verify => {
                self.verify = true;
                "every byte is looked at".to_owned()
            }
            Kind::Touch => {
                let path = source()?;
                set_time(&self.root().join(&path), SystemTime::now());
                path
            }
            Kind::Backdate => {
                let path = source()?;
                set_time(&self.root().join(&path), SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000 + random.next() % 1000));
                path
            }
            Kind::EditOutput => {
                let name = output()?;
                let path = out.join(&name);
                let mut bytes = fs::read(&path).unwrap();
                match bytes.last_mut().filter(|_| !random.once_in(2)) {
                    Some(last) => *last = last.wrapping_add(1),
                    None => bytes.extend(b"by hand"),
                }
                fs::write(path, bytes).unwrap();
                name
            }
            Kind::StealthyOutput => {
                let name = output()?;
                let path = out.join(&name);
                let mut bytes = fs::read(&path).unwrap();
                let time = fs::metadata(&path).unwrap().modified().unwrap();
                *bytes.first_mut()? = b'X';
                fs::write(&path, bytes).unwrap();
                set_time(&path, time);
                // Only that looks at every byte.
                self.verify = true;
                format!("{name}, of the same length and time; --verify")
            }
            Kind::DropOutput => {
                let name = output()?;
                fs::remove_file(out.join(&name)).unwrap();
                name
            }
            Kind::DropOutputFolder => {
                let folders: Vec<String> =
                    builds::tree(&out).into_iter().filter(|(_, bytes)| bytes.is_none()).map(|(name, _)| name).collect();
                let name = random.pick(&folders)?;
                fs::remove_dir_all(out.join(name)).unwrap();
                name.clone()
            }
            Kind::CutManifest => {
                let length = fs::metadata(&manifest).ok()?.len();
                let cut = random.next() % (length + 1);
                File::options().write(true).open(&manifest).unwrap().set_len(cut).unwrap();
                format!("at {cut} of {length}")
            }
            Kind::CutJournal => {
                let journal = out.join(".apologue/journal");
                let length = fs::metadata(&journal).ok()?.len();
                // Its last line says that it is whole; the manifest knows the names as well.
                File::options().write(true).open(&journal).unwrap().set_len(length.saturating_sub(1 + random.next() % 3)).unwrap();
                "at its end".to_owned()
            }
            Kind::DropManifest => {
                fs::remove_file(&manifest).ok()?;
                "gone".to_owned()
            }
            Kind::ForeignManifest => {
                let said = random.one(&["", "null", "{}", "[]", "\u{0}\u{1}", "{\"version\":1}", "{\"version\":1,\"outputs\":{\"a\":1}}"]);
                fs::write(&manifest, said).ok()?;
                format!("{said:?}")
            }
            Kind::OtherManifest => {
                let json = fs::read_to_string(&manifest).ok()?;
                let version = json.find("\"version\":").map(|at| at + 10)?;
                let other = format!("{}{}{}", &json[..version], random.one(&["9", "0", "-", "1"]), &json[version..]);
                fs::write(&manifest, other).ok()?;
                "another version".to_owned()
            }
            _ => return None,
        })
    }

    /// Builds into the standing output and into a new folder, and compares.
    fn check(&mut self) -> Result<Tally, String> {
        let (root, out) = (self.root(), self.out());
        let before = builds::tree(&out);
        let incremental = self.builder.build(&root, &out, &Settings { verify: self.verify, ..self.world.settings.clone() });
        let after = builds::tree(&out);
        let clean_folder = self.folder.path().join("clean");
        let clean = self.builder.build(&root, &clean_folder, &self.world.settings);
        let wanted = if clean.published { builds::tree(&clean_folder) } else { before.clone() };
        let _ = fs::remove_dir_all(&clean_folder);
        self.is_good = clean.exit == 0;
        if self.is_good {
            self.good = self.world.clone();
        }
        if incremental != clean {
            return Err(format!("an incremental build says {incremental:#?}\na clean one {clean:#?}"));
        }
        if let Some(difference) = builds::difference(&after, &wanted) {
            return Err(if clean.published {
                difference
            } else {
                format!("the build failed and changed what was published: {difference}")
            });
        }
        no_litter(&out, &after)?;
        self.verify &= !clean.published;
        let (published, changed) = (usize::from(clean.published), usize::from(before != after));
        Ok(Tally { published, changed, failed: 1 - published })
    }
}

/// What a build needs on its way is gone at its end.
fn no_litter(out: &Path, published: &Tree) -> Result<(), String> {
    let allowed = ["manifest.json", "journal", "lock"];
    let hidden = fs::read_dir(out.join(".apologue")).into_iter().flatten().flatten();
    let litter: Vec<_> = hidden.map(|entry| entry.file_name()).filter(|name| !allowed.iter().any(|allowed| name == allowed)).collect();
    match litter.is_empty() || published.is_empty() {
        true => Ok(()),
        false => Err(format!("left in .apologue: {litter:?}")),
    }
}

fn set_time(path: &Path, time: SystemTime) {
    File::options().write(true).open(path).unwrap().set_modified(time).unwrap();
}

fn remove_empty_folders(root: &Path) {
    for folder in WalkDir::new(root).min_depth(1).contents_first(true).into_iter().flatten().filter(|entry| entry.file_type().is_dir()) {
        // It stays if it holds anything.
        let _ = fs::remove_dir(folder.path());
    }
}
