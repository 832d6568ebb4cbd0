//! Works without their pages: what Markdown twins, lists for assistants and pieces of texts say of them.
//!
//! Addresses come from the same table as those of the pages, and what stands in a text from the same links.

use serde::Serialize;

use super::body::{Filler, Lead};
use super::prose::{Paragraph, Stretch};
use super::routes::href;
use super::{Page, Site, Subject};
use crate::base::hash::{Hash, Hasher};
use crate::base::language::Language;
use crate::base::path::{Address, encode};
use crate::config::{Kind, Notices, OutputKind};
use crate::document::front_matter::METHODS;
use crate::document::plain::{self, Section, Surroundings};
use crate::document::{Document, Heading};
use crate::graph::{DocumentIndex, Resolved, WorkIndex};

/// What machines are told of a work.
#[derive(Clone, Debug, Serialize)]
pub struct Facts {
    /// The language of the text.
    pub language: Language,
    /// Its id.
    pub id: String,
    /// Its kind.
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// One sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// Its themes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<ThemeFact>,
    /// Whose words they are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said_by: Option<String>,
    /// Where it is taken from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceFact>,
    /// Where it stands as a translation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub translation: Option<TranslationFact>,
    /// When it was last changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated: Option<String>,
    /// Its page: the canonical address if the site knows its own, else from the site's root.
    pub page: String,
}

/// A theme of a work.
#[derive(Clone, Debug, Serialize)]
pub struct ThemeFact {
    /// Its id.
    pub id: String,
    /// Its label in the reader's language.
    pub label: String,
}

/// The source of a work.
#[derive(Clone, Debug, Default, Serialize)]
pub struct SourceFact {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    authors: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    work: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    year: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    licence: Option<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    fiction: bool,
}

/// Where a text stands as a translation.
#[derive(Clone, Debug, Serialize)]
pub struct TranslationFact {
    /// The language that it was made from.
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<Language>,
    /// `in-step`, `behind`, `behind-upstream`, `untracked`; nothing where the site tells readers nothing of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    standing: Option<&'static str>,
    /// `human`, `machine`, `machine-edited`, `adaptation`.
    #[serde(skip_serializing_if = "Option::is_none")]
    method: Option<&'static str>,
    /// Whether somebody has reviewed it.
    reviewed: bool,
}

/// A work as a list for assistants names it.
pub struct Entry {
    /// Its title.
    pub title: String,
    /// One sentence, or nothing.
    pub summary: String,
    /// The address of its twin, or of its page where there are no twins.
    pub address: Address,
}

/// A work on a page, to be written without one.
pub struct Plain<'a> {
    site: &'a Site,
    page: &'a Page,
    work: WorkIndex,
    document: DocumentIndex,
}

impl Site {
    /// Where the Markdown twin of a page stands, if it has one.
    pub fn markdown_of(&self, page: &Page) -> Option<Address> {
        let has_twins = self.inputs.config.outputs.contains(&OutputKind::Markdown);
        matches!(page.subject, Subject::Work(..)).then(|| markdown(&page.address)).filter(|_| has_twins)
    }

    /// A page of a work, without the page.
    pub fn plain<'a>(&'a self, page: &'a Page) -> Option<Plain<'a>> {
        let Subject::Work(work, document) = page.subject else { return None };
        Some(Plain { site: self, page, work, document })
    }

    /// The pages of the works that are a language's own, in the order of the lists.
    pub fn own_works(&self, kind: Kind, language: Language) -> impl Iterator<Item = &Page> {
        self.cards.order(kind, language).iter().filter_map(move |&work| {
            let is_own = self.routes.presence(work, language).is_own();
            let page = self.page_at(self.routes.work(work, language).filter(|_| is_own)?)?;
            matches!(page.subject, Subject::Work(..)).then_some(page)
        })
    }

    /// The works of a kind that are a language's own, as a list names them.
    pub fn entries(&self, kind: Kind, language: Language) -> impl Iterator<Item = Entry> {
        self.own_works(kind, language).filter_map(move |page| {
            let Subject::Work(work, document) = page.subject else { return None };
            Some(Entry {
                title: self.title(page),
                summary: self
                    .card(work, language)
                    .map(|card| card.summary.clone())
                    .filter(|text| !text.is_empty())
                    .unwrap_or_else(|| self.inputs.documents[document].face.excerpt.clone()),
                address: self.markdown_of(page).unwrap_or_else(|| page.address.clone()),
            })
        })
    }

    /// The bytes of a page's text, before it was parsed: what pieces of texts are shared out by.
    pub fn weight(&self, page: &Page) -> usize {
        self.document(page).map_or(0, |document| document.text.text.len())
    }

    /// The themes that have works, as a list names them.
    pub fn themes_with_works(&self, language: Language) -> Vec<Entry> {
        let concepts = (0..self.inputs.graph.concepts.len()).filter(|&concept| self.theme_link(concept, language).count > 0);
        let entry = |concept| Entry {
            title: self.theme_link(concept, language).title.clone(),
            summary: self.definition(concept, language).unwrap_or_default(),
            address: self.routes.theme(concept, language, 0),
        };
        concepts.map(entry).collect()
    }

    /// Where the list of a language's texts for assistants stands.
    pub fn llms_of(&self, language: Language) -> Address {
        Address::new(format!("{language}/llms.txt"))
    }

    /// The name of a published language in itself.
    pub fn language_in_itself(&self, language: Language) -> String {
        self.signs[&language].name.clone()
    }

    /// The title of a list of works.
    pub fn kind_title(&self, kind: Kind, language: Language) -> String {
        self.section_title(super::Section::Kind(kind), language)
    }

    /// An address for whoever reads `from`: absolute if the site knows its own, else relative.
    pub fn address_from(&self, from: &Address, to: &Address) -> String {
        self.absolute(to).unwrap_or_else(|| from.relative(&href(to)))
    }
}

fn markdown(page: &Address) -> Address {
    Address::new(format!("{}.md", page.strip_suffix(".html").unwrap_or(page)))
}

impl Plain<'_> {
    fn document(&self) -> &Document {
        &self.site.inputs.documents[self.document]
    }

    /// What machines are told of it.
    pub fn facts(&self) -> Facts {
        let (site, language) = (self.site, self.page.language);
        let document = self.document();
        let card = site.card(self.work, language);
        let theme = |theme: &super::Shared<super::view::ThemeLink>| ThemeFact { id: theme.id.clone(), label: theme.title.clone() };
        let work = &site.inputs.graph.works[self.work];
        let canonical = site.canonical(self.page);
        Facts {
            language: document.language,
            id: work.id.to_string(),
            kind: work.kind,
            title: site.title(self.page),
            summary: document.face.front.summary.clone(),
            themes: card.map(|card| card.themes.iter().map(theme).collect()).unwrap_or_default(),
            said_by: work.said_by.as_ref().map(|person| site.name_link(super::Section::People, person, language).name),
            source: site.source_view_of(work, language).map(|source| SourceFact {
                authors: source.authors.into_iter().map(|author| author.name).collect(),
                work: source.work.map(|work| work.name),
                year: source.year,
                page: source.page,
                url: source.url,
                licence: source.licence,
                fiction: source.fiction,
            }),
            translation: self.translation(),
            updated: site.modified(self.page).map(|date| date.to_string()),
            page: canonical.unwrap_or_else(|| self.page.address.to_string()),
        }
    }

    /// `None` for a text that is nobody's translation.
    fn translation(&self) -> Option<TranslationFact> {
        let stated = self.document().face.front.translation.as_ref();
        let edition = self.site.inputs.states.of(self.document).filter(|edition| edition.translated);
        if stated.is_none() && edition.is_none() {
            return None;
        }
        let tells = self.site.inputs.config.translations.notices != Notices::None;
        let method = stated.and_then(|stated| stated.method).or(edition.and_then(|edition| edition.method));
        Some(TranslationFact {
            from: stated.and_then(|stated| stated.from).or(edition.and_then(|edition| Some(edition.source?.0))),
            standing: edition.filter(|_| tells).map(|edition| edition.standing.as_str()),
            method: method.and_then(|method| METHODS.iter().find(|(_, one)| *one == method)).map(|(word, _)| *word),
            reviewed: edition.is_some_and(|edition| edition.reviewed)
                || stated.is_some_and(|stated| stated.reviewed_by.is_some() || stated.reviewed_on.is_some()),
        })
    }

    /// Stands for all that is written of the work: its facts, its text, and what others put into that.
    pub fn hash(&self) -> Hash {
        let facts = serde_json::to_vec(&self.facts()).unwrap_or_default();
        let mut around = String::new();
        let surroundings = Around(self);
        let face = &self.document().face;
        for number in 0..face.links.len() as u32 {
            around.push_str(&surroundings.link(number).unwrap_or_default());
            around.push('\n');
            around.push_str(&surroundings.title(number));
            around.push('\n');
        }
        for number in 0..face.assets.len() as u32 {
            around.push_str(&surroundings.asset(number).unwrap_or_default());
            around.push('\n');
        }
        for (title, steps) in self.steps() {
            around.extend([title.as_str(), "\n"]);
            around.extend(steps.iter().flat_map(|step| [&step.title, "\n", &step.address, "\n", &step.summary, "\n"]));
        }
        let text = self.document().text.text.as_bytes();
        Hasher::default().add(&facts).add(around.as_bytes()).add(text).finish()
    }

    /// The work as Markdown, with its facts above it.
    pub fn markdown(&self) -> String {
        let facts = self.facts();
        // Plain strings and numbers always have a form in YAML.
        let mut out = format!("---\n{}---\n\n# {}\n", serde_yaml::to_string(&facts).unwrap_or_default(), plain::escaped(&facts.title));
        if let Some(summary) = &facts.summary {
            out.push_str(&format!("\n*{}*\n", plain::escaped(summary)));
        }
        let headings = &self.document().face.headings;
        for Section { heading, blocks } in plain::sections(self.document(), &Around(self)) {
            if let Some(heading) = heading.and_then(|heading| headings.get(heading)) {
                out.push_str(&format!("\n{} {}\n", "#".repeat(heading.level.into()), plain::escaped(&heading.text)));
            }
            for text in blocks {
                out.push_str(&format!("\n{text}\n"));
            }
        }
        for (title, steps) in self.steps() {
            out.push_str(&format!("\n## {}\n\n", plain::escaped(&title)));
            for (number, Step { title, address, summary }) in steps.iter().enumerate() {
                let summary = if summary.is_empty() { String::new() } else { format!(": {}", plain::escaped(summary)) };
                out.push_str(&format!("{}. {}{summary}\n", number + 1, plain::link(title, address)));
            }
        }
        out
    }

    /// Of a path, the title of each part, and in it the steps with their summaries.
    fn steps(&self) -> Vec<(String, Vec<Step>)> {
        let (site, language) = (self.site, self.page.language);
        let sections = &site.inputs.graph.works[self.work].sections;
        let part = |section: &crate::graph::Section| {
            let title = section.title.as_ref().and_then(|title| title.get(&site.chain(language))).map(|(title, _)| title.to_owned());
            let step = |&work: &WorkIndex| {
                let card = site.card(work, language)?;
                let address = self.address(site.routes.work_link(work, language)?, None);
                Some(Step { title: card.title.clone(), address, summary: card.summary.clone() })
            };
            (title.unwrap_or_else(|| site.text(language, "steps")), section.works.iter().filter_map(step).collect())
        };
        sections.iter().map(part).collect()
    }

    /// Where an output stands for a reader of the twin: twins lead to twins.
    fn address(&self, to: &Address, anchor: Option<&str>) -> String {
        let twin = self.site.page_at(to).and_then(|page| self.site.markdown_of(page));
        let address = self.site.address_from(&self.page.address, twin.as_ref().unwrap_or(to));
        match anchor {
            Some(anchor) => format!("{address}#{}", encode(anchor)),
            None => address,
        }
    }

    /// The text in its sections as bare words, each with the headings that it stands under, from the outside in; the last is its own. The
    /// steps of a path stand above the first heading: they are no part of what is under the last.
    pub fn sections(&self) -> Vec<(Vec<&Heading>, Vec<Paragraph>)> {
        let mut headings = self.document().face.headings.iter();
        let mut path: Vec<&Heading> = Vec::new();
        let mut sections = Vec::new();
        for Stretch { anchor, paragraphs } in self.site.lines(self.document, self.page.language) {
            // Both stand in the order of the text.
            if let Some(heading) = anchor.and_then(|anchor| headings.find(|heading| heading.anchor == anchor)) {
                while path.pop_if(|above| above.level >= heading.level).is_some() {}
                path.push(heading);
            }
            sections.push((path.clone(), paragraphs));
        }
        if let Some((_, paragraphs)) = sections.first_mut() {
            paragraphs
                .extend(self.steps().into_iter().map(|(title, steps)| Paragraph { text: listed(title, &steps), foreign: Vec::new() }));
        }
        sections
    }

    /// The page.
    pub fn page(&self) -> &Page {
        self.page
    }
}

/// A step of a path.
struct Step {
    title: String,
    address: String,
    /// One sentence, or nothing.
    summary: String,
}

/// Steps below their title, a line each.
fn listed(title: String, steps: &[Step]) -> String {
    let line = |(number, Step { title, summary, .. }): (usize, &Step)| {
        let parting = if summary.is_empty() { "" } else { ": " };
        format!("\n{}. {title}{parting}{summary}", number + 1)
    };
    title + &steps.iter().enumerate().map(line).collect::<String>()
}

/// What a text is told by the site.
struct Around<'a, 's>(&'a Plain<'s>);

impl Around<'_, '_> {
    fn filler(&self) -> Filler<'_> {
        Filler { site: self.0.site, page: self.0.page, document: self.0.document }
    }
}

impl Surroundings for Around<'_, '_> {
    fn link(&self, number: u32) -> Option<String> {
        Some(match self.filler().lead(number)? {
            Lead::Page(address, anchor) => self.0.address(&address, anchor),
            Lead::Here(anchor) => format!("#{}", encode(anchor)),
            Lead::Outside(address) => address.to_owned(),
        })
    }

    fn title(&self, number: u32) -> String {
        match self.filler().resolved(number) {
            Resolved::Internal { destination, .. } => self.0.site.destination_title(destination, self.0.page.language),
            _ => String::new(),
        }
    }

    fn asset(&self, number: u32) -> Option<String> {
        let address = Address::new(self.filler().asset_address(number)?);
        Some(self.0.site.address_from(&self.0.page.address, &address))
    }

    fn message(&self, id: &'static str) -> String {
        self.0.site.text(self.0.page.language, id)
    }

    fn language_name(&self, language: Language) -> String {
        super::cards::language_name(&self.0.site.inputs, language, self.0.page.language)
    }

    fn facilitator(&self) -> bool {
        self.0.site.inputs.options.facilitator
    }
}
