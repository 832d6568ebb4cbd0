//! The content's own words in a pseudo-locale, wherever lists, cards and menus show them. Texts stay as they are.

use std::sync::Arc;

use rayon::prelude::*;

use super::Inputs;
use crate::base::pseudo::Pseudo;
use crate::config::{Config, Localized};
use crate::document::Document;
use crate::graph::{Data, Graph, Named};

impl Inputs {
    /// Everything in disguise, if that is asked for.
    pub(super) fn in_disguise(self) -> Inputs {
        let Some(pseudo) = self.options.pseudo else { return self };
        Inputs {
            config: Arc::new(config(&self.config, pseudo)),
            documents: documents(&self.documents, pseudo),
            graph: Arc::new(graph(&self.graph, pseudo)),
            data: Arc::new(data(&self.data, pseudo)),
            ..self
        }
    }
}

fn localized(text: &Localized, pseudo: Pseudo) -> Localized {
    text.map(|text| pseudo.text(text))
}

fn each<'t>(texts: impl IntoIterator<Item = &'t mut Localized>, pseudo: Pseudo) {
    texts.into_iter().for_each(|text| *text = localized(text, pseudo));
}

fn config(config: &Config, pseudo: Pseudo) -> Config {
    let mut config = config.clone();
    let labels = config.menu.iter_mut().flatten().filter_map(|item| item.label.as_mut());
    each(labels.chain(&mut config.description).chain([&mut config.title]), pseudo);
    config
}

/// Titles and summaries; what begins a text stands for the summary that is not stated.
pub(super) fn documents(documents: &[Arc<Document>], pseudo: Pseudo) -> Arc<[Arc<Document>]> {
    let disguised = documents.par_iter().map(|document| {
        let mut face = document.face.clone();
        let stated = [&mut face.front.title, &mut face.front.summary].into_iter().flatten();
        stated.chain([&mut face.excerpt]).for_each(|text| *text = pseudo.text(text));
        Arc::new(document.with_face(face))
    });
    disguised.collect::<Vec<_>>().into()
}

fn graph(graph: &Graph, pseudo: Pseudo) -> Graph {
    let mut graph = graph.clone();
    for concept in &mut graph.concepts {
        each([&mut concept.label, &mut concept.definition], pseudo);
        concept.other_names.values_mut().flatten().for_each(|name| *name = pseudo.text(name));
    }
    for work in &mut graph.works {
        let named = work.said_by.iter_mut().chain(&mut work.authors).chain(&mut work.source);
        let named = named.filter_map(|named| if let Named::Text(text) = named { Some(text) } else { None });
        let reason = work.facts.withdrawn.iter_mut().filter_map(|withdrawn| withdrawn.reason.as_mut());
        each(named.chain(work.sections.iter_mut().filter_map(|section| section.title.as_mut())).chain(reason), pseudo);
    }
    graph
}

fn data(data: &Data, pseudo: Pseudo) -> Data {
    let mut data = data.clone();
    data.people.values_mut().for_each(|person| each([&mut person.name, &mut person.about], pseudo));
    data.sources.values_mut().for_each(|source| each([&mut source.title], pseudo));
    data
}
