//! Which files get which names: editions, what they show, and the snapshots of translations.

use std::collections::{BTreeMap, BTreeSet};

use super::{Refusal, Site, What, below_content};
use crate::base::language::Language;
use crate::base::path::SitePath;
use crate::document::Role;

/// The files that get another name, below `content/`, the pictures of all languages included.
///
/// A work takes along what is named like it beside it, under its new name (`the-earrings.jpg`). If its folder changes, it also takes along
/// what lies beside it and is shown by nobody else, and of a folder of its own everything that nobody else shows.
pub(super) fn names(site: &Site, what: &What) -> Result<BTreeMap<String, String>, Refusal> {
    let mut names = BTreeMap::new();
    let mut folders = BTreeSet::new();
    let mut editions = BTreeSet::new();
    for (index, document) in site.documents.iter().enumerate().filter(|(_, document)| what.is_of(&document.role)) {
        let path = below_content(&document.text.path);
        let to = what.retarget(path, site.config).ok_or_else(|| Refusal::Id(what.paths().1))?;
        if let What::Theme { new, merged: true, .. } = what {
            let there = |other: &&std::sync::Arc<crate::document::Document>| {
                other.role == Role::Introduction(new.clone()) && other.language == document.language
            };
            if let Some(other) = site.documents.iter().find(there) {
                return Err(Refusal::Introductions(document.text.path.clone(), other.text.path.clone()));
            }
        }
        folders.insert((folder(path).to_owned(), folder(&to).to_owned()));
        names.insert(path.to_owned(), to);
        editions.insert(index);
    }
    let (old, new) = what.paths();
    for inside in site.snapshots.iter().map(|file| below_content(&file.path)) {
        let language = inside.strip_prefix(".translated-from/").and_then(|rest| rest.strip_prefix(old.as_str()));
        let tag = language.and_then(|rest| rest.strip_prefix('.')?.strip_suffix(".md")).filter(|tag| !tag.contains(['.', '/']));
        if let Some(tag) = tag {
            names.insert(inside.to_owned(), format!(".translated-from/{new}.{tag}.md"));
        }
    }
    let assets = Assets::new(site);
    let taken: BTreeSet<&str> = site.assets.iter().map(|file| below_content(&file.path)).collect();
    for (from, to) in &folders {
        for path in &taken {
            let users = assets.users(path);
            let ours = users.is_subset(&editions);
            if !(ours || users.iter().any(|user| editions.contains(user))) {
                continue;
            }
            let Some(moved) = companion(path, from, to, &old, &new, ours, !users.is_empty()) else { continue };
            if !taken.contains(moved.as_str()) {
                names.insert((*path).to_owned(), moved);
            }
        }
    }
    Ok(names)
}

/// The new name of a file beside a text that moves from one folder to another, if it goes along.
fn companion(path: &str, from: &str, to: &str, old: &str, new: &str, ours: bool, used: bool) -> Option<String> {
    let inside = if from.is_empty() { path } else { path.strip_prefix(from)?.strip_prefix('/')? };
    let last = |id: &str| id.rsplit('/').next().unwrap_or_default().to_owned();
    let named_alike = inside.strip_prefix(last(old).as_str()).filter(|rest| rest.starts_with('.') && !rest.contains('/'));
    let slash = if to.is_empty() { "" } else { "/" };
    if let Some(rest) = named_alike {
        return Some(format!("{to}{slash}{}{rest}", last(new)));
    }
    let own_folder = from == old;
    let goes = from != to && ours && (own_folder || used && !inside.contains('/'));
    goes.then(|| format!("{to}{slash}{inside}"))
}

fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// Who shows which file.
struct Assets<'a> {
    /// By the path without a language.
    users: BTreeMap<String, BTreeSet<usize>>,
    languages: &'a [Language],
}

/// A user that is no text of the work's: the site itself.
const THE_SITE: usize = usize::MAX;

impl<'a> Assets<'a> {
    fn new(site: &Site<'a>) -> Assets<'a> {
        let mut assets = Assets { users: BTreeMap::new(), languages: &site.config.languages };
        let mut add = |path: &str, user: usize| {
            let base = without_language(path, assets.languages);
            assets.users.entry(base).or_default().insert(user);
        };
        for (index, shown) in site.graph.assets.iter().enumerate() {
            shown.iter().flatten().for_each(|path: &SitePath| add(path, index));
        }
        if let Some((logo, _)) = &site.config.logo {
            add(logo, THE_SITE);
        }
        assets
    }

    fn users(&self, path: &str) -> BTreeSet<usize> {
        self.users.get(&without_language(path, self.languages)).cloned().unwrap_or_default()
    }
}

/// `counter.es.jpg` → `counter.jpg`
pub(super) fn without_language(path: &str, languages: &[Language]) -> String {
    let (folder, name) = path.rsplit_once('/').map_or(("", path), |(folder, name)| (folder, name));
    let parts: Vec<&str> = name.split('.').collect();
    let slash = if folder.is_empty() { "" } else { "/" };
    match parts.as_slice() {
        [stem @ .., tag, ending] if !stem.is_empty() && languages.iter().any(|language| language.as_str() == *tag) => {
            format!("{folder}{slash}{}.{ending}", stem.join("."))
        }
        _ => path.to_owned(),
    }
}
