//! What a copy for reading offline needs: the worker that keeps it (`sw.js`), a web manifest for each language, and lists of files with their
//! sizes and hashes: of a whole language, and of each of its paths.
//!
//! The lists tell of finished files, so they are made when all others are.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::{Closing, Format, Job, Made, Materials, Prepared};
use crate::base::hash::{Hash, Hasher};
use crate::base::language::Language;
use crate::base::path::{Address, encode};

/// The worker. It must stand at the site's root: its folder is what it may speak for.
const WORKER: &str = include_str!("offline/sw.js");

/// The version of the lists' format.
const VERSION: u32 = 1;

/// Part 0 is the worker, the others are the manifests of the languages.
pub struct Offline;

#[derive(Serialize)]
struct WebManifest<'a> {
    name: &'a str,
    short_name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    lang: Language,
    dir: &'static str,
    start_url: &'static str,
    scope: &'static str,
    display: &'static str,
    background_color: &'static str,
    theme_color: &'static str,
    icons: Vec<Icon>,
}

#[derive(Serialize)]
struct Icon {
    src: String,
    sizes: &'static str,
    #[serde(rename = "type")]
    media: &'static str,
}

impl Format for Offline {
    fn jobs(&self, materials: &Materials) -> Vec<Job> {
        if !materials.site.has_offline() {
            return Vec::new();
        }
        let languages = materials.site.languages().iter().enumerate();
        let manifests = languages.map(|(at, language)| Job { address: materials.site.web_manifest(*language), part: at + 1 });
        std::iter::once(Job { address: Address::new("sw.js"), part: 0 }).chain(manifests).collect()
    }

    fn prepare<'a>(&self, materials: &'a Materials, job: &'a Job) -> Prepared<'a> {
        let bytes = match job.part.checked_sub(1).and_then(|at| materials.site.languages().get(at)) {
            None => WORKER.as_bytes().to_vec(),
            Some(language) => web_manifest(materials, *language),
        };
        Prepared::bytes(Hash::of(&bytes), || bytes)
    }
}

fn web_manifest(materials: &Materials, language: Language) -> Vec<u8> {
    let site = materials.site;
    let frame = site.frame(language);
    let icon = materials.theme.assets().get("favicon.svg");
    let manifest = WebManifest {
        name: &frame.title,
        short_name: &frame.title,
        description: frame.description.as_deref(),
        lang: language,
        dir: site.direction(language).as_str(),
        start_url: "index.html",
        scope: "./",
        display: "minimal-ui",
        background_color: "#fcfbf9",
        theme_color: "#fcfbf9",
        icons: icon
            .map(|icon| Icon { src: format!("../{}", encode(&icon.address)), sizes: "any", media: "image/svg+xml" })
            .into_iter()
            .collect(),
    };
    json(&manifest)
}

/// Plain strings and numbers always serialise.
fn json(value: &impl Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec(value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// The lists. Part 0 of a language says what can be kept, part 1 is all of it, the others are its paths.
pub struct Lists;

/// More lists than a language can have.
const PARTS: usize = 1 << 24;

#[derive(Serialize)]
struct Index {
    version: u32,
    copies: Vec<Copy>,
}

#[derive(Serialize)]
struct Copy {
    list: String,
    files: usize,
    bytes: u64,
    hash: String,
}

#[derive(Serialize)]
struct List<'a> {
    version: u32,
    lang: Language,
    bytes: u64,
    hash: String,
    /// Address, size, hash.
    files: Vec<(&'a str, u64, String)>,
}

impl Closing for Lists {
    fn jobs(&self, materials: &Materials) -> Vec<Job> {
        let site = materials.site;
        if !site.has_offline() {
            return Vec::new();
        }
        let of = |(at, language): (usize, &Language)| {
            let lists = std::iter::once(site.offline_list(&site.routes().home(*language)))
                .chain(site.paths(*language).into_iter().map(|path| path.list));
            let all = std::iter::once(site.offline_index(*language)).chain(lists).collect::<Vec<_>>();
            all.into_iter().enumerate().map(move |(part, address)| Job { address, part: at * PARTS + part })
        };
        site.languages().iter().enumerate().flat_map(of).collect()
    }

    fn prepare<'a>(&self, materials: &'a Materials, job: &'a Job, made: &BTreeMap<Address, Made>) -> Prepared<'a> {
        let site = materials.site;
        let language = site.languages()[job.part / PARTS];
        let bytes = match (job.part % PARTS).checked_sub(1) {
            None => json(&index(materials, language, made)),
            Some(0) => json(&whole(materials, language, made)),
            Some(path) => json(&path_list(materials, language, path - 1, made)),
        };
        Prepared::bytes(Hash::of(&bytes), || bytes)
    }
}

fn index(materials: &Materials, language: Language, made: &BTreeMap<Address, Made>) -> Index {
    let site = materials.site;
    let copy = |list: &Address, kept: List| Copy { list: list.to_string(), files: kept.files.len(), bytes: kept.bytes, hash: kept.hash };
    let home = site.offline_list(&site.routes().home(language));
    let mut copies = vec![copy(&home, whole(materials, language, made))];
    for (at, path) in site.paths(language).iter().enumerate() {
        copies.push(copy(&path.list, path_list(materials, language, at, made)));
    }
    Index { version: VERSION, copies }
}

/// All pages of a language, and what they show.
fn whole<'a>(materials: &Materials, language: Language, made: &'a BTreeMap<Address, Made>) -> List<'a> {
    let site = materials.site;
    // Its pages, and what is searched in it.
    let starts = [format!("{language}/"), format!("search/{language}.js"), format!("search/{language}/")];
    let pages = starts.iter().flat_map(|start| {
        let from = made.range(Address::new(start.as_str())..).map(|(address, _)| address);
        from.take_while(move |address| address.starts_with(start)).filter(|address| is_read(address)).cloned()
    });
    let pages: Vec<Address> = pages.collect();
    let files = site.files_shown(language, site.documents_shown(language));
    list(language, made, pages.into_iter().chain(files).chain(common(materials, language)).collect())
}

/// The steps of a path and what they show.
fn path_list<'a>(materials: &Materials, language: Language, number: usize, made: &'a BTreeMap<Address, Made>) -> List<'a> {
    let site = materials.site;
    let Some(path) = site.paths(language).into_iter().nth(number) else { return list(language, made, BTreeSet::new()) };
    let files = site.files_shown(language, path.documents.iter().copied());
    list(language, made, path.pages.into_iter().chain(files).chain(common(materials, language)).collect())
}

/// What every copy needs: the ways in, and the theme's files.
fn common<'a>(materials: &'a Materials, language: Language) -> impl Iterator<Item = Address> + 'a {
    let site = materials.site;
    let ways = [Address::new("index.html"), site.routes().home(language), site.offline_page(language)];
    ways.into_iter().chain(materials.theme.assets().values().map(|asset| asset.address.clone()))
}

/// Whether somebody reads the file, or a page loads it: not the forms for other programs.
fn is_read(address: &Address) -> bool {
    let ending = address.rsplit_once('.').map_or("", |(_, ending)| ending);
    !matches!(ending, "md" | "json" | "jsonl" | "txt" | "xml" | "webmanifest")
}

fn list<'a>(language: Language, made: &'a BTreeMap<Address, Made>, addresses: BTreeSet<Address>) -> List<'a> {
    let files = addresses.iter().filter_map(|address| made.get_key_value(address));
    let files: Vec<(&str, u64, String)> = files.map(|(address, made)| (address.as_str(), made.size, made.hash.short())).collect();
    let hash = files.iter().fold(Hasher::default(), |all, (address, _, hash)| all.add(address.as_bytes()).add(hash.as_bytes()));
    List { version: VERSION, lang: language, bytes: files.iter().map(|(_, size, _)| size).sum(), hash: hash.finish().short(), files }
}
