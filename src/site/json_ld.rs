//! What a page says of itself in JSON-LD, in the vocabulary of schema.org.

use serde::Serialize;

use super::view::{Card, Shared, ThemeLink};
use super::{Page, Section, Site, Subject};
use crate::base::html::for_script;
use crate::base::language::Language;
use crate::config::Kind;
use crate::graph::{DocumentIndex, WorkIndex};

#[derive(Serialize)]
struct Data<T> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(flatten)]
    about: T,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct WebSite<'a> {
    name: &'a str,
    in_language: Language,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct DefinedTerm<'a> {
    name: &'a str,
    in_language: Language,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    alternate_name: &'a [String],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct CreativeWork<'a> {
    name: &'a str,
    headline: &'a str,
    in_language: Language,
    is_part_of: Named<'a>,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<NamedPerson>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    about: Vec<Named<'a>>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    keywords: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<String>,
    time_required: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    translation_of_work: Option<Reference>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    work_translation: Vec<Reference>,
    #[serde(skip_serializing_if = "Option::is_none")]
    translator: Option<NamedPerson>,
    /// A machine made it, and nobody has read it.
    #[serde(skip_serializing_if = "Option::is_none")]
    digital_source_type: Option<&'static str>,
}

#[derive(Serialize)]
struct Named<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
}

#[derive(Serialize)]
struct NamedPerson {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: String,
}

#[derive(Serialize)]
struct Reference {
    #[serde(rename = "@id")]
    id: String,
}

impl Site {
    /// Finished for a `<script>`; lists have nothing to say.
    pub(super) fn json_ld(&self, page: &Page, title: &str) -> Option<String> {
        let in_language = page.language;
        match &page.subject {
            Subject::Root | Subject::Home => self.data(page, "WebSite", WebSite { name: title, in_language }),
            Subject::Work(work, document) => {
                let card = self.card(*work, in_language)?;
                self.data(page, schema_type(card.kind), self.creative_work(page, *work, *document, title, &card))
            }
            Subject::Theme(concept, _) => {
                let term = DefinedTerm {
                    name: title,
                    in_language,
                    description: self.definition(*concept, in_language),
                    alternate_name: self.other_names(*concept, in_language),
                };
                self.data(page, "DefinedTerm", term)
            }
            _ => None,
        }
    }

    fn data(&self, page: &Page, kind: &'static str, about: impl Serialize) -> Option<String> {
        let data = Data { context: "https://schema.org", kind, about, url: self.canonical(page) };
        serde_json::to_string(&data).ok().map(|json| for_script(&json))
    }

    fn creative_work<'a>(
        &'a self,
        page: &Page,
        index: WorkIndex,
        document: DocumentIndex,
        title: &'a str,
        card: &'a Shared<Card>,
    ) -> CreativeWork<'a> {
        let language = page.language;
        let work = &self.inputs.graph.works[index];
        let front = &self.inputs.documents[document].face.front;
        let people = work.authors.iter().chain(&work.said_by);
        let person = |named| NamedPerson { kind: "Person", name: self.name_link(Section::People, named, language).name };
        let term = |theme: &'a Shared<ThemeLink>| Named { kind: "DefinedTerm", name: &theme.title };
        let translation = self.translation(page, index, document);
        let translator = translation.as_ref().and_then(|translation| translation.by.clone());
        let unread = translation.is_some_and(|translation| translation.unread);
        let own_page = |language| self.absolute(self.own_page(index, language)?).map(|id| Reference { id });
        let others = self.languages().iter().filter(|other| front.translation.is_none() && **other != language);
        CreativeWork {
            name: title,
            headline: title,
            in_language: language,
            is_part_of: Named { kind: "WebSite", name: &self.views[&language].title },
            description: &card.summary,
            author: people.map(person).collect(),
            about: card.themes.iter().map(term).collect(),
            keywords: &front.keywords,
            date_published: card.date.as_deref(),
            date_modified: front.updated.map(|date| date.to_string()),
            time_required: format!("PT{}M", card.minutes),
            translation_of_work: front.translation.as_ref().and_then(|translation| own_page(translation.from?)),
            work_translation: others.filter_map(|&other| own_page(other)).collect(),
            translator: translator.map(|name| NamedPerson { kind: "Person", name }),
            digital_source_type: unread.then_some("https://schema.org/TrainedAlgorithmicMediaDigitalSource"),
        }
    }
}

fn schema_type(kind: Kind) -> &'static str {
    match kind {
        Kind::Story => "ShortStory",
        Kind::Maxim => "Quotation",
        Kind::Exercise => "LearningResource",
        Kind::Path => "Course",
        Kind::Page => "Article",
    }
}
