//! The state of every text in every language.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use super::compare::{self, Change};
use super::snapshot::{Event, Snapshot, Snapshots};
use super::themes::{self, Gap};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::language::Language;
use crate::base::text::Text;
use crate::base::yaml::Step;
use crate::config::{Config, Kind, State};
use crate::document::front_matter::{Method, Translation};
use crate::document::{Document, Role};
use crate::graph::{self, DocumentIndex, Thesaurus};

/// Where an edition stands to the text that it was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// It was made from no other text of the site.
    Original,
    /// It says what its source says.
    InStep,
    /// Its source has changed.
    Behind,
    /// It is in step with its source, which is itself behind.
    BehindUpstream,
    /// Nobody knows which version of its source it was made from.
    Untracked,
}

impl Standing {
    /// The name in machine-readable output and in the messages `standing-NAME`; it never changes.
    pub fn as_str(self) -> &'static str {
        match self {
            Standing::Original => "original",
            Standing::InStep => "in-step",
            Standing::Behind => "behind",
            Standing::BehindUpstream => "behind-upstream",
            Standing::Untracked => "untracked",
        }
    }
}

/// A text in all its languages: a work, the introduction of a theme, or what stands above a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Work {
    /// Its path below `content/` without its language.
    pub id: String,
    /// What it is; introductions and the like are pages.
    pub kind: Kind,
    /// The language of the edition that holds the facts.
    pub lead: Language,
    /// The editions, drafts included.
    pub editions: BTreeMap<Language, Edition>,
    /// The languages of the site that lack an edition which is asked for.
    pub missing: Vec<Language>,
}

/// A text in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Edition {
    /// The document.
    pub document: DocumentIndex,
    /// Where it stands.
    pub standing: Standing,
    /// The edition that it was made from.
    pub source: Option<(Language, DocumentIndex)>,
    /// What its source says that it does not say yet.
    pub changes: Vec<Change>,
    /// How it was made.
    pub method: Option<Method>,
    /// Whether it was made from another text, be it one that the site does not have.
    pub translated: bool,
    /// Whether somebody has read it since.
    pub reviewed: bool,
    /// When it is to be looked at again.
    pub review_by: Option<Date>,
    /// Who answers for it.
    pub owner: Option<String>,
    /// Whether it is a draft.
    pub draft: bool,
    /// What happened to it.
    pub history: Vec<Event>,
}

impl Edition {
    /// Whether a machine made it and nobody has read it.
    pub fn is_raw_machine(&self) -> bool {
        self.method == Some(Method::Machine) && !self.reviewed
    }

    /// Whether it is in a state that can be a gate.
    pub fn is(&self, state: State, today: Date) -> bool {
        match state {
            State::Missing => false,
            State::Behind => self.standing == Standing::Behind,
            State::BehindUpstream => self.standing == Standing::BehindUpstream,
            State::Untracked => self.standing == Standing::Untracked,
            State::Machine => self.is_raw_machine(),
            State::Unreviewed => self.translated && !self.reviewed,
            State::Overdue => self.review_by.is_some_and(|date| date < today),
            State::Draft => self.draft,
        }
    }
}

/// Where everything stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct States {
    /// By id.
    pub works: Vec<Work>,
    /// The words of the thesaurus that languages lack.
    pub gaps: Vec<Gap>,
    /// For each document, its work and language.
    places: Vec<Option<(usize, Language)>>,
}

impl States {
    /// The state of a document's text.
    pub fn of(&self, document: DocumentIndex) -> Option<&Edition> {
        let (work, language) = self.places.get(document)?.as_ref()?;
        self.works[*work].editions.get(language)
    }

    /// A text by its id.
    pub fn work(&self, id: &str) -> Option<&Work> {
        self.works.binary_search_by(|work| work.id.as_str().cmp(id)).ok().map(|at| &self.works[at])
    }
}

/// The id of a text: its path below `content/` without its language.
pub fn id(role: &Role) -> String {
    match role {
        Role::Work(id) => id.to_string(),
        Role::Introduction(concept) => format!("themes/{concept}"),
        Role::Index(section) if section.is_empty() => "index".to_owned(),
        Role::Index(section) => format!("{section}/index"),
    }
}

/// Finds the state of every text, and what is wrong with what translations say of themselves.
pub fn states(documents: &[Arc<Document>], snapshots: &Snapshots, thesaurus: &Thesaurus, config: &Config) -> (States, Vec<Diagnostic>) {
    let mut problems = Vec::new();
    let mut works: BTreeMap<String, BTreeMap<Language, DocumentIndex>> = BTreeMap::new();
    for (index, document) in documents.iter().enumerate() {
        works.entry(id(&document.role)).or_default().entry(document.language).or_insert(index);
    }
    for kept in snapshots.iter() {
        if !works.get(&kept.id).is_some_and(|editions| editions.contains_key(&kept.language)) {
            let orphan = Diagnostic::new(Code::SnapshotWithoutText).arg("id", &kept.id).arg("language", kept.language);
            problems.push(orphan.at(kept.file.whole()));
        }
    }
    let works: Vec<(String, BTreeMap<Language, DocumentIndex>)> = works.into_iter().collect();
    let found: Vec<(Work, Vec<Diagnostic>)> =
        works.into_par_iter().map(|(id, editions)| work(id, editions, documents, snapshots, config)).collect();
    let mut states =
        States { works: Vec::with_capacity(found.len()), gaps: themes::gaps(thesaurus, config), places: vec![None; documents.len()] };
    for (work, found) in found {
        for (language, edition) in &work.editions {
            states.places[edition.document] = Some((states.works.len(), *language));
        }
        states.works.push(work);
        problems.extend(found);
    }
    (states, problems)
}

fn work(
    id: String,
    documents_of: BTreeMap<Language, DocumentIndex>,
    documents: &[Arc<Document>],
    snapshots: &Snapshots,
    config: &Config,
) -> (Work, Vec<Diagnostic>) {
    let mut problems = Vec::new();
    let lead = graph::lead(&documents_of, documents, config);
    let facts = &documents[documents_of[&lead]].face.front;
    let mut editions: BTreeMap<Language, Edition> = BTreeMap::new();
    for (&language, &index) in &documents_of {
        let document = &documents[index];
        let front = &document.face.front;
        let kept = snapshots.get(&id, language);
        let stated = front.translation.as_ref();
        let from = source_of(document, lead, kept, &mut problems);
        let source = from.and_then(|from| documents_of.get(&from).map(|&source| (from, source)));
        if let Some(from) = from.filter(|from| source.is_none() && config.has(*from)) {
            let lost = Diagnostic::new(Code::LostSource).arg("from", from).arg("id", &id);
            problems.push(lost.at(document.place(&[Step::Key("translation"), Step::Key("from")])));
        }
        let kept = kept.filter(|kept| Some(kept.from) == from);
        let (standing, changes) = match (source, kept) {
            // Its source is gone: nothing can be said of it.
            (None, _) if from.is_some_and(|from| config.has(from)) => (Standing::Untracked, Vec::new()),
            (None, _) => (Standing::Original, Vec::new()),
            (Some(_), None) => (Standing::Untracked, Vec::new()),
            (Some((_, source)), Some(kept)) => compared(&kept.text, &documents[source].text),
        };
        editions.insert(
            language,
            Edition {
                document: index,
                standing,
                source,
                changes,
                method: stated.and_then(|stated| stated.method),
                translated: from.is_some(),
                reviewed: stated.is_some_and(|stated| is_reviewed(stated, kept)),
                review_by: front.review_by.or(facts.review_by),
                owner: front.owner.clone().or_else(|| facts.owner.clone()),
                draft: front.draft.or(facts.draft).unwrap_or(false),
                history: kept.map(|kept| kept.history.clone()).unwrap_or_default(),
            },
        );
    }
    look_upstream(&mut editions, documents, &mut problems);
    let asked = |language: &Language| facts.work.translate.as_ref().is_none_or(|asked| asked.contains(language));
    let is_there = |language: &Language| config.own(*language).iter().any(|own| documents_of.contains_key(own));
    // A regional variant waits for nobody: what is missing is missing in the language that it inherits from.
    let expected = |language: &Language| facts.work.withdrawn.is_none() && config.inherits.parent(*language).is_none();
    let missing =
        config.languages.iter().copied().filter(|language| expected(language) && !is_there(language) && asked(language)).collect();
    let by_folder = |id: &str| id.split_once('/').map_or(Kind::Page, |(folder, _)| Kind::of_folder(folder));
    let kind = match &documents[documents_of[&lead]].role {
        Role::Work(id) => facts.work.kind.unwrap_or_else(|| by_folder(id)),
        _ => Kind::Page,
    };
    (Work { id, kind, lead, editions, missing }, problems)
}

/// Whether somebody has read a translation as it is now: what was accepted or imported later for another source, nobody has read.
fn is_reviewed(stated: &Translation, kept: Option<&Snapshot>) -> bool {
    let history = kept.map(|kept| kept.history.as_slice()).unwrap_or_default();
    let mut renewed = history.windows(2).filter(|pair| pair[0].text != pair[1].text && pair[1].did != "wording").map(|pair| &pair[1]);
    let unread = match (renewed.next_back(), stated.reviewed_on) {
        (Some(Event { reviewed_by: None, on: Some(renewed), .. }), Some(read)) => *renewed > read,
        _ => false,
    };
    (stated.reviewed_by.is_some() || stated.reviewed_on.is_some()) && !unread
}

/// The language that a text was made from: as it says itself, else as its snapshot says, else that of the text that leads.
fn source_of(document: &Document, lead: Language, kept: Option<&Snapshot>, problems: &mut Vec<Diagnostic>) -> Option<Language> {
    let stated = document.face.front.translation.as_ref().and_then(|translation| translation.from);
    if let (Some(stated), Some(kept)) = (stated, kept)
        && stated != kept.from
    {
        let other = Diagnostic::new(Code::SnapshotOfAnother).arg("from", stated).arg("kept", kept.from);
        problems.push(other.at(document.place(&[Step::Key("translation"), Step::Key("from")])).and_at(kept.file.whole()));
    }
    let from = stated.or(kept.map(|kept| kept.from)).or((document.language != lead).then_some(lead))?;
    if from == document.language {
        problems.push(Diagnostic::new(Code::TranslatedFromItself).at(document.place(&[Step::Key("translation"), Step::Key("from")])));
        return None;
    }
    Some(from)
}

fn compared(then: &Text, now: &Text) -> (Standing, Vec<Change>) {
    if then.text == now.text {
        return (Standing::InStep, Vec::new());
    }
    match compare::changes(then, now) {
        changes if changes.is_empty() => (Standing::InStep, changes),
        changes => (Standing::Behind, changes),
    }
}

/// What is in step with a text that is behind is behind as well. Texts that were made from each other are none of them.
fn look_upstream(editions: &mut BTreeMap<Language, Edition>, documents: &[Arc<Document>], problems: &mut Vec<Diagnostic>) {
    let languages: Vec<Language> = editions.keys().copied().collect();
    let mut in_circles = BTreeSet::new();
    for &language in &languages {
        let mut seen = vec![language];
        let mut upstream = editions[&language].source;
        let mut behind = false;
        while let Some((source, _)) = upstream {
            if source == language {
                if in_circles.is_empty() {
                    let places =
                        seen.iter().map(|one| documents[editions[one].document].place(&[Step::Key("translation"), Step::Key("from")]));
                    let mut places = places.collect::<Vec<_>>().into_iter();
                    let circle = Diagnostic::new(Code::TranslationCircle).arg("languages", listed(&seen));
                    let circle = places.next().into_iter().fold(circle, Diagnostic::at);
                    problems.push(places.fold(circle, Diagnostic::and_at));
                }
                in_circles.extend(seen.iter().copied());
                break;
            }
            if seen.contains(&source) {
                break;
            }
            seen.push(source);
            let Some(edition) = editions.get(&source) else { break };
            behind |= edition.standing == Standing::Behind;
            upstream = edition.source;
        }
        if let Some(edition) = editions.get_mut(&language)
            && behind
            && edition.standing == Standing::InStep
        {
            edition.standing = Standing::BehindUpstream;
        }
    }
}

fn listed(languages: &[Language]) -> String {
    languages.iter().map(Language::as_str).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests;
