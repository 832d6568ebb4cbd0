//! Floor 4: a work or a theme gets another id. Which files get which names, and what every text says then; a pure function from a linked
//! site to new texts.
//!
//! Links and references are changed where they stand and in the way in which they were written: a tail stays a tail as long as it names one
//! work only, a relative link stays one. Whether a plan leaves everything as it was is not believed: whoever applies it links the new texts
//! first and asks [`same::differences`].

mod facts;
mod files;
mod ids;
mod links;
pub mod same;
mod snapshots;
mod themes;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::diagnostic::{Diagnostic, nearest};
use crate::base::path::{ConceptId, SitePath, WorkId};
use crate::base::segment;
use crate::base::text::Text;
use crate::base::yaml;
use crate::config::Config;
use crate::document::identity::identify;
use crate::document::{Document, Role, front_matter};
use crate::graph::{Data, Graph};
use crate::source::Binary;
use ids::Ids;

/// A linked site, drafts included.
#[derive(Clone, Copy)]
pub struct Site<'a> {
    /// `site.yaml`
    pub config: &'a Config,
    /// All texts.
    pub documents: &'a [Arc<Document>],
    /// What they are together.
    pub graph: &'a Graph,
    /// The thesaurus.
    pub data: &'a Data,
    /// `content/themes.yaml`, if there is one.
    pub themes: Option<&'a Text>,
    /// The files that texts show.
    pub assets: &'a [Binary],
    /// The snapshots of translations.
    pub snapshots: &'a [Text],
}

/// What gets another id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A work.
    Work {
        /// Its id.
        old: WorkId,
        /// What it is to be.
        new: WorkId,
    },
    /// A theme.
    Theme {
        /// Its id.
        old: ConceptId,
        /// What it is to be.
        new: ConceptId,
        /// Whether that is a theme already, which takes it in.
        merged: bool,
    },
}

/// Why nothing is moved.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// Nothing has the id.
    Unknown {
        /// The id.
        id: String,
        /// What may have been meant.
        suggestion: Option<String>,
    },
    /// A work and a theme have it.
    Both(String),
    /// Nothing would change.
    Same(String),
    /// Another work has the new id.
    Taken(String),
    /// The new id is none.
    Id(String),
    /// Both themes have an introduction in one language.
    Introductions(SitePath, SitePath),
    /// A place that only its author can change.
    ByHand(Box<Diagnostic>),
}

impl From<yaml::Refusal> for Refusal {
    fn from(refusal: yaml::Refusal) -> Refusal {
        Refusal::ByHand(Box::new(refusal.diagnostic()))
    }
}

/// A file that gets another name, or says something else, or both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Where it stands.
    pub from: SitePath,
    /// Where it is to stand.
    pub to: SitePath,
    /// What it says, and what it is to say.
    pub text: Option<(Text, String)>,
}

/// What is to be moved, from the ids as they are typed. A theme may be named as links name it: `themes/ID`.
///
/// # Errors
/// See [`Refusal`].
pub fn what(site: &Site, old: &str, new: &str) -> Result<What, Refusal> {
    let tidy = |id: &str| segment::normalize(id.trim_matches('/')).to_string();
    let (old, new) = (tidy(old), tidy(new));
    let work = site.graph.works.iter().find(|work| *work.id == *old);
    let name = old.strip_prefix("themes/").unwrap_or(&old);
    let concept = site.data.thesaurus.concepts.get_key_value(name).map(|(id, _)| id);
    match (work, concept) {
        _ if old == new => Err(Refusal::Same(old)),
        (Some(_), Some(_)) => Err(Refusal::Both(old)),
        (None, None) => {
            let works = site.graph.works.iter().map(|work| work.id.as_str());
            let tail = works.clone().find(|id| id.strip_suffix(old.as_str()).is_some_and(|rest| rest.ends_with('/')));
            let names = works.chain(site.data.thesaurus.concepts.keys().map(ConceptId::as_str));
            let suggestion = tail.map(str::to_owned).or_else(|| nearest(&old, names));
            Err(Refusal::Unknown { id: old, suggestion })
        }
        (Some(work), None) => {
            if site.graph.works.iter().any(|other| *other.id == *new) {
                return Err(Refusal::Taken(new));
            }
            Ok(What::Work { old: work.id.clone(), new: WorkId::new(new) })
        }
        (None, Some(concept)) => {
            let new = new.strip_prefix("themes/").unwrap_or(&new);
            if segment::check(new).is_err() || new.eq_ignore_ascii_case("index") {
                return Err(Refusal::Id(new.to_owned()));
            }
            if new == concept.as_str() {
                return Err(Refusal::Same(new.to_owned()));
            }
            let merged = site.data.thesaurus.concepts.contains_key(new);
            Ok(What::Theme { old: concept.clone(), new: ConceptId::new(new), merged })
        }
    }
}

impl What {
    /// The id as paths below `content/` have it, before and after.
    pub fn paths(&self) -> (String, String) {
        match self {
            What::Work { old, new } => (old.to_string(), new.to_string()),
            What::Theme { old, new, .. } => (format!("themes/{old}"), format!("themes/{new}")),
        }
    }

    fn is_of(&self, role: &Role) -> bool {
        match (self, role) {
            (What::Work { old, .. }, Role::Work(id)) => id == old,
            (What::Theme { old, .. }, Role::Introduction(id)) => id == old,
            _ => false,
        }
    }

    /// The same file of the new id.
    fn retarget(&self, path: &str, config: &Config) -> Option<String> {
        let identity = identify(path, config).0.filter(|identity| self.is_of(&identity.role))?;
        let (old, new) = self.paths();
        let stem = path.len().checked_sub(3)?;
        let (stem, ending) = path.split_at_checked(stem)?;
        let stem = segment::normalize(stem);
        let first = stem.split('/').next().unwrap_or_default();
        let tags: Vec<&str> = config.languages.iter().map(|language| language.as_str()).collect();
        let is_tag = |text: &str| tags.iter().any(|tag| tag.eq_ignore_ascii_case(text));
        let prefixes = [format!("{first}/"), String::new()];
        let found = prefixes.iter().filter(|prefix| prefix.is_empty() || is_tag(first)).find_map(|prefix| {
            let suffix = stem.strip_prefix(prefix.as_str())?.strip_prefix(old.as_str())?;
            let is_suffix = suffix.is_empty() || suffix.strip_prefix(['.', '/']).is_some_and(is_tag);
            is_suffix.then(|| format!("{prefix}{new}{suffix}{ending}"))
        })?;
        let wanted = match self {
            What::Work { new, .. } => Role::Work(new.clone()),
            What::Theme { new, .. } => Role::Introduction(new.clone()),
        };
        let same = |found: crate::document::identity::Identity| found.role == wanted && found.language == identity.language;
        identify(&found, config).0.is_some_and(same).then_some(found)
    }
}

/// What is known while texts are rewritten.
struct Moving<'a> {
    site: Site<'a>,
    what: &'a What,
    before: Ids<'a>,
    after: Ids<'a>,
    /// Files that get another name, below `content/`.
    names: BTreeMap<String, String>,
}

/// All files that change, in the order of their paths.
///
/// # Errors
/// See [`Refusal`].
pub fn plan(site: &Site, what: &What) -> Result<Vec<File>, Refusal> {
    let ids: Vec<&str> = site.graph.works.iter().map(|work| work.id.as_str()).collect();
    let after = ids.iter().map(|id| match what {
        What::Work { old, new } if *id == old.as_str() => new.as_str(),
        _ => *id,
    });
    let names = files::names(site, what)?;
    let moving = Moving { site: *site, what, before: Ids::new(ids.iter().copied()), after: Ids::new(after), names };
    let mut files = Vec::new();
    let mut seen = Vec::new();
    for (index, document) in site.documents.iter().enumerate() {
        let text = moving.document(index)?;
        let path = below_content(&document.text.path);
        let to = moving.names.get(path);
        if text.is_none() && to.is_none() {
            continue;
        }
        seen.push(path);
        let to = to.map_or_else(|| document.text.path.clone(), |to| SitePath::new(format!("content/{to}")));
        files.push(File { from: document.text.path.clone(), to, text: text.map(|text| (document.text.clone(), text)) });
    }
    for file in site.snapshots {
        let path = below_content(&file.path);
        let (text, to) = (moving.snapshot(file), moving.names.get(path));
        if text.is_some() || to.is_some() {
            seen.push(path);
            let to = to.map_or_else(|| file.path.clone(), |to| SitePath::new(format!("content/{to}")));
            files.push(File { from: file.path.clone(), to, text: text.map(|text| (file.clone(), text)) });
        }
    }
    for (from, to) in moving.names.iter().filter(|(from, _)| !seen.contains(&from.as_str())) {
        files.push(File { from: SitePath::new(format!("content/{from}")), to: SitePath::new(format!("content/{to}")), text: None });
    }
    let changed = |text: &Text, new: String| File { from: text.path.clone(), to: text.path.clone(), text: Some((text.clone(), new)) };
    if let Some(new) = moving.menu()? {
        files.push(changed(&site.config.text, new));
    }
    if let Some((text, new)) = themes::edit(&moving)? {
        files.push(changed(text, new));
    }
    files.sort_by(|a, b| a.from.cmp(&b.from));
    Ok(files)
}

impl Moving<'_> {
    /// What a text is to say, if it is something else than now.
    fn document(&self, index: usize) -> Result<Option<String>, Refusal> {
        let document = &self.site.documents[index];
        let mut text = document.text.clone();
        if let Some(body) = self.links(index)? {
            text.text = body.into();
        }
        let leaves = match front_matter::split(&text).front_matter {
            Some(range) => yaml::leaves(&text, range),
            None => Vec::new(),
        };
        let edits = self.facts(index, &leaves);
        if !edits.is_empty() {
            text.text = front_matter::edit(&text, &edits)?.into();
        }
        Ok((text.text != document.text.text).then(|| text.text.to_string()))
    }

    fn menu(&self) -> Result<Option<String>, Refusal> {
        let config = self.site.config;
        let leaves = yaml::leaves(&config.text, 0..config.text.text.len());
        let mut edits = Vec::new();
        for item in config.menu.iter().flatten().filter(|item| !item.leaves_site() && item.target != "home") {
            let leaf = leaves.iter().find(|leaf| leaf.span == item.span && leaf.text == item.target);
            if let (Some(leaf), Some(new)) = (leaf, self.reference(&item.target)) {
                edits.push(yaml::Edit::Set(leaf.path(), yaml::Value::text(new)));
            }
        }
        if edits.is_empty() {
            return Ok(None);
        }
        Ok(Some(yaml::edit(&config.text, 0..config.text.text.len(), &edits)?))
    }
}

fn below_content(path: &str) -> &str {
    path.strip_prefix("content/").unwrap_or(path)
}
