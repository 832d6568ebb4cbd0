//! The index that readers search in, as classic scripts: `search/LANG.js` and the shards below `search/LANG/`.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{Format, Job, Materials, Prepared};
use crate::base::hash::Hash;
use crate::base::html::for_script;
use crate::base::language::Language;
use crate::base::path::{Address, encode};
use crate::config::Kind;
use crate::search::shards::{self, Outline, Shard};
use crate::search::{self, Group, Index};
use crate::site::{Section, Site, href};
use crate::strings::Arg;

/// The version of the files: a browser's script reads its own only.
const VERSION: u32 = 1;

/// One job for each file; the part is its number.
pub struct Search;

/// The files of the search.
pub struct Searched {
    files: Vec<(Address, Vec<u8>, Hash)>,
}

impl Format for Search {
    fn jobs(&self, materials: &Materials) -> Vec<Job> {
        let files = materials.searched().files.iter().enumerate();
        files.map(|(part, (address, ..))| Job { address: address.clone(), part }).collect()
    }

    fn folder(&self) -> Option<&'static str> {
        Some("search")
    }

    fn prepare<'a>(&self, materials: &'a Materials, job: &'a Job) -> Prepared<'a> {
        let (_, bytes, hash) = &materials.searched().files[job.part];
        Prepared::bytes(*hash, || bytes.clone())
    }
}

impl Materials<'_> {
    fn searched(&self) -> &Searched {
        self.searched.get_or_init(|| Searched::new(self))
    }
}

impl Searched {
    fn new(materials: &Materials) -> Searched {
        let indexes = search::index(materials.site);
        let mut shards = Vec::new();
        for index in &indexes {
            let (outline, mut written) = shards::write(index);
            let head = head(materials, index, &outline, &indexes);
            written.push(Shard { name: index.language.to_string(), payload: for_script(&head.to_string()) });
            shards.append(&mut written);
        }
        shards.sort_by(|a, b| a.name.cmp(&b.name));
        let file = |shard: Shard| {
            let script = shard.script();
            let hash = Hash::of(&script);
            (shard.address(), script, hash)
        };
        Searched { files: shards.into_iter().map(file).collect() }
    }
}

/// What a browser has to know before it asks for a shard.
fn head(materials: &Materials, index: &Index, outline: &Outline, indexes: &[Index]) -> Value {
    let (site, language) = (materials.site, index.language);
    let inputs = site.inputs();
    let stemmer = |language: Language| {
        let asset = materials.theme.assets().get(&format!("stem-{}.js", language.base()))?;
        Some(encode(&asset.address))
    };
    let others = indexes.iter().filter(|other| other.language != language && has_what_others_lack(site, other, language));
    let others: Vec<Value> = others
        .map(|other| {
            json!({
                "lang": other.language,
                "name": site.language_name(other.language, language),
                "own": site.own_name(other.language),
                "dir": site.direction(other.language),
                "stemmer": stemmer(other.language),
            })
        })
        .collect();
    let kinds: BTreeMap<&str, String> = Group::ALL.into_iter().map(|group| (group.as_str(), title(site, group, language))).collect();
    let labels = Kind::ALL.into_iter().map(|kind| (kind.as_str(), site.text(language, &format!("kind-{}", kind.as_str()))));
    let labels: BTreeMap<&str, String> = labels.collect();
    let themes = site.routes().count_of(Section::Themes, language) > 0;
    json!({
        "version": VERSION,
        "build": outline.build.short(),
        "lang": language,
        "documents": index.documents.len(),
        "languages": site.languages(),
        "words": outline.words,
        "ends": outline.ends,
        "shift": outline.shift,
        "stemmer": stemmer(language),
        "others": others,
        "strings": strings(site, language),
        "kinds": kinds,
        "labels": labels,
        "home": href(&site.routes().home(language)),
        "themes": themes.then(|| href(&site.routes().section(Section::Themes, language, 0))),
        "report": inputs.config.report_url.as_ref().map(|pattern| {
            pattern.replace("{title}", "{query}").replace("{path}", "search").replace("{url}", inputs.config.base_url.as_deref().unwrap_or(""))
        }),
    })
}

/// Whether an index holds something of which the readers of another language hear from it alone.
fn has_what_others_lack(site: &Site, index: &Index, language: Language) -> bool {
    let place = site.languages().iter().position(|one| *one == language).unwrap_or_default();
    index.documents.iter().any(|document| !document.is_stub() && !document.class.is_in(place))
}

fn title(site: &Site, group: Group, language: Language) -> String {
    let section = match group {
        Group::Work(kind) => Section::Kind(kind),
        Group::Theme => Section::Themes,
        Group::Name => Section::People,
    };
    site.text(language, &format!("section-{}", section.name()))
}

/// The words of the dialog. What varies stands in braces, for the script to put in.
fn strings(site: &Site, language: Language) -> BTreeMap<String, String> {
    let strings = &site.inputs().strings;
    let ids = strings.all_names().into_iter().filter(|id| id.starts_with("search-"));
    let said = ids.filter_map(|id| {
        let holes: Vec<(&str, String)> = strings.variables(id).into_iter().map(|name| (name, format!("{{{name}}}"))).collect();
        let holes: Vec<(&str, Arg)> = holes.iter().map(|(name, hole)| (*name, Arg::Text(hole))).collect();
        Some((id.to_owned(), strings.get(language, id, &holes).ok()?))
    });
    said.collect()
}
