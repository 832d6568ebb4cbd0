//! Whether the editions of a work agree: rules across languages.
//!
//! An edition is held to the text that it was made from, as that was then: where the source has changed since, its state says so, and these
//! rules are silent. What they find is for an editor to judge, and can be dismissed with a reason; quizzes that differ are errors, because
//! learners are told something wrong.

mod copies;
mod languages;
mod numbers;
mod pairs;
mod quizzes;
mod rules;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use super::snapshot::Snapshots;
use super::states::{Edition, Standing, States, Work};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::language::Language;
use crate::base::text::{Place, Span, Text};
use crate::base::yaml::Step;
use crate::config::Config;
use crate::document::front_matter::Method;
use crate::document::units::{self, Units};
use crate::document::{Document, Role};
use crate::graph::{DocumentIndex, Graph};
use copies::Sketch;
use languages::Ear;
use numbers::Writing;
pub use quizzes::quizzes;

/// Everything that editions are compared in.
#[derive(Clone, Copy)]
pub struct Texts<'a> {
    /// The parsed files.
    pub documents: &'a [Arc<Document>],
    /// What translations were made from.
    pub snapshots: &'a Snapshots,
    /// Where they stand.
    pub states: &'a States,
}

/// One text of a comparison.
struct Side<'a> {
    /// The file, and how many bytes of it stand before the text.
    file: &'a Text,
    offset: usize,
    units: &'a Units,
    language: Language,
    /// The document, if this is no earlier version of it.
    document: Option<DocumentIndex>,
}

impl Side<'_> {
    /// A part of the text; the whole file where there is none.
    fn place(&self, span: Option<Span>) -> Place {
        match span {
            Some(span) => self.file.place(span.shifted(self.offset)),
            None => self.file.whole(),
        }
    }
}

/// A text that others are compared with: today's, or the one that a snapshot keeps.
enum Source<'a> {
    Today(Language, DocumentIndex),
    Then(Language, &'a Text, &'a Text),
}

impl<'a> Texts<'a> {
    /// What an edition is held to.
    fn source(self, work: &Work, language: Language, edition: &Edition) -> Option<Source<'a>> {
        let lead = || (language != work.lead).then(|| work.editions.get(&work.lead)).flatten().map(|lead| (work.lead, lead.document));
        let (from, document) = edition.source.or_else(lead)?;
        let kept = self.snapshots.get(&work.id, language).filter(|kept| edition.standing == Standing::Behind && kept.from == from);
        Some(match kept {
            Some(kept) => Source::Then(from, &kept.file, &kept.text),
            None => Source::Today(from, document),
        })
    }
}

/// What editors may want to judge, in all texts; drafts only on wish.
pub fn notes(texts: Texts, graph: &Graph, config: &Config, drafts: bool) -> Vec<Diagnostic> {
    let ear = Ear::new(&config.languages, texts.documents);
    let reader = Reader { texts, graph, config, drafts, ear: &ear, tails: rules::tails(graph), writing: &Writing::of(&config.languages) };
    let read: Vec<Read> = texts.states.works.par_iter().map(|work| reader.work(work)).collect();
    let mut notes = Vec::new();
    let mut sketches: BTreeMap<Language, Vec<(DocumentIndex, Option<Sketch>)>> = BTreeMap::new();
    let mut seen: BTreeSet<DocumentIndex> = BTreeSet::new();
    for read in read {
        notes.extend(read.notes);
        for (language, document, sketch) in read.editions {
            seen.insert(document);
            sketches.entry(language).or_default().push((document, sketch));
        }
    }
    for (_, list) in sketches {
        let (documents, sketches): (Vec<DocumentIndex>, Vec<Option<Sketch>>) = list.into_iter().unzip();
        for (first, second, likeness) in copies::alike(&sketches) {
            let (first, second) = (&texts.documents[documents[first]], &texts.documents[documents[second]]);
            let note = Diagnostic::new(Code::NearCopy).arg("id", super::states::id(&first.role)).arg("percent", likeness);
            notes.push(note.at(second.text.whole()).and_at(first.text.whole()));
        }
    }
    dismiss(notes, &seen, texts.documents)
}

/// Without those that an edition dismisses; with a word about each dismissal that dismisses nothing.
fn dismiss(notes: Vec<Diagnostic>, seen: &BTreeSet<DocumentIndex>, documents: &[Arc<Document>]) -> Vec<Diagnostic> {
    let dismissing = || seen.iter().map(|&at| &documents[at]).filter(|document| !document.face.front.dismiss.is_empty());
    let by_path: HashMap<_, _> = dismissing().map(|document| (&document.text.path, document)).collect();
    let mut used = BTreeSet::new();
    let mut kept = Vec::with_capacity(notes.len());
    for note in notes {
        // Near copies concern both texts alike; the other rules are about the translation.
        let others = note.others.iter().filter(|_| note.code == Code::NearCopy);
        let by = note
            .place
            .iter()
            .chain(others)
            .filter(|place| by_path.get(&place.path).is_some_and(|document| document.face.front.dismiss.contains_key(&note.code)));
        let by: Vec<_> = by.map(|place| (place.path.clone(), note.code)).collect();
        if by.is_empty() {
            kept.push(note);
        } else {
            used.extend(by);
        }
    }
    for document in dismissing() {
        for code in document.face.front.dismiss.keys().filter(|code| !used.contains(&(document.text.path.clone(), **code))) {
            let place = document.place(&[Step::Key("dismiss"), Step::Key(code.as_str())]);
            kept.push(Diagnostic::new(Code::UnusedDismissal).arg("code", code).at(place));
        }
    }
    kept
}

struct Reader<'a> {
    texts: Texts<'a>,
    graph: &'a Graph,
    config: &'a Config,
    drafts: bool,
    ear: &'a Ear,
    tails: rules::Tails<'a>,
    writing: &'a Writing,
}

/// What a work's editions came to.
struct Read {
    notes: Vec<Diagnostic>,
    editions: Vec<(Language, DocumentIndex, Option<Sketch>)>,
}

impl Reader<'_> {
    fn work(&self, work: &Work) -> Read {
        let documents = self.texts.documents;
        let units: BTreeMap<DocumentIndex, Units> =
            work.editions.values().map(|edition| (edition.document, units::of(&documents[edition.document].text))).collect();
        let side = |language: Language, document: DocumentIndex| Side {
            file: &documents[document].text,
            offset: 0,
            units: &units[&document],
            language,
            document: Some(document),
        };
        let mut read = Read { notes: Vec::new(), editions: Vec::new() };
        for (&language, edition) in &work.editions {
            if edition.draft && !self.drafts {
                continue;
            }
            let own = side(language, edition.document);
            let mut repeated = BTreeSet::new();
            let is_held = edition.method != Some(Method::Adaptation);
            match self.texts.source(work, language, edition).filter(|_| is_held) {
                Some(Source::Today(from, document)) if units.contains_key(&document) => {
                    repeated = self.compare(&side(from, document), &own, &mut read.notes);
                }
                Some(Source::Then(from, file, text)) => {
                    let then = units::of(text);
                    let offset = file.text.len() - text.text.len();
                    let source = Side { file, offset, units: &then, language: from, document: None };
                    repeated = self.compare(&source, &own, &mut read.notes);
                }
                _ => {}
            }
            rules::foreign(&own, self.ear, &self.named(work), &repeated, &mut read.notes);
            read.editions.push((language, edition.document, self.sketch(edition, own.units)));
        }
        read
    }

    /// All rules between two languages; the units that are the same in both come back.
    fn compare(&self, source: &Side, own: &Side, notes: &mut Vec<Diagnostic>) -> BTreeSet<usize> {
        rules::headings(source, own, notes);
        rules::directives(source, own, notes);
        rules::links(source, own, self.texts.documents, self.graph, &self.tails, notes);
        rules::images(source, own, &self.config.languages, notes);
        rules::numbers(source, own, self.writing, notes);
        if source.language.is_variant_of(own.language) { BTreeSet::new() } else { rules::untranslated(source, own, notes) }
    }

    /// Languages that a work's texts say they were made from.
    fn named(&self, work: &Work) -> Vec<Language> {
        let stated = work.editions.values().filter_map(|edition| {
            self.texts.documents[edition.document].face.front.translation.as_ref().and_then(|translation| translation.from)
        });
        stated.filter(|language| !self.config.has(*language)).collect()
    }

    /// Only works that stand for themselves are near copies of others.
    fn sketch(&self, edition: &Edition, units: &Units) -> Option<Sketch> {
        let document = &self.texts.documents[edition.document];
        let Role::Work(id) = &document.role else { return None };
        let work = self.graph.works.binary_search_by(|work| work.id.cmp(id)).ok()?;
        self.graph.works[work].facts.withdrawn.is_none().then(|| Sketch::of(&units.list))?
    }
}

#[cfg(test)]
mod tests;
