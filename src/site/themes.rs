//! Pages of themes.

use super::lists::{page_of, pager};
use super::picture::{Neighbours, draw};
use super::registers::{Register, register};
use super::routes::PAGE_LENGTH;
use super::view::{RegisterEntry, Shared, ThemeLink, ThemeNode, ThemeView, ThemesView};
use super::{Page, Section, Site};
use crate::base::language::Language;
use crate::graph::{ConceptIndex, DocumentIndex};

impl Site {
    pub(super) fn themes_view(&self, page: &Page, number: usize) -> ThemesView {
        let language = page.language;
        let mut entries = Vec::new();
        for index in 0..self.inputs.graph.concepts.len() {
            let theme = self.theme_link(index, language);
            let entry = |name: &str, see: Option<String>| RegisterEntry {
                name: name.to_owned(),
                address: theme.address.clone(),
                see,
                count: theme.count,
            };
            entries.push((theme.title.clone(), entry(&theme.title, None)));
            for name in self.other_names(index, language) {
                entries.push((name.clone(), entry(&self.locale(language).capitalize(name), Some(theme.title.clone()))));
            }
        }
        let Register { register, letters, pager } =
            register(self.locale(language), entries, number, |number| self.routes.section(Section::Themes, language, number));
        ThemesView {
            introduction: self.introduction(page, Section::Themes, number),
            themes: if number == 0 { self.theme_tree(language, MOST_LEVELS, MOST_NODES) } else { Vec::new() },
            register,
            letters,
            pager,
        }
    }

    /// The top themes and what lies under them, this many levels deep unless that makes more nodes than this: then fewer levels. Of too
    /// many top themes those with the most works are taken.
    pub(super) fn theme_tree(&self, language: Language, levels: usize, most: usize) -> Vec<ThemeNode> {
        let concepts = &self.inputs.graph.concepts;
        let mut top: Vec<ConceptIndex> = (0..concepts.len()).filter(|&concept| concepts[concept].broader.is_empty()).collect();
        if top.len() > most {
            top.sort_by_key(|&concept| (std::cmp::Reverse(self.theme_link(concept, language).count), concept));
            top.truncate(most);
        }
        let (mut level, mut nodes, mut depth) = (top.clone(), top.len(), 0);
        while depth < levels {
            let below = level.iter().map(|&concept| concepts[concept].narrower.len()).sum::<usize>();
            nodes += below;
            if below == 0 || nodes > most {
                break;
            }
            level = level.iter().flat_map(|&concept| &concepts[concept].narrower).copied().collect();
            depth += 1;
        }
        self.theme_nodes(&top, language, depth)
    }

    fn theme_nodes(&self, concepts: &[ConceptIndex], language: Language, levels: usize) -> Vec<ThemeNode> {
        let nodes = self.sorted_concepts(concepts, language).into_iter().map(|concept| ThemeNode {
            theme: self.theme_link(concept, language),
            definition: self.definition(concept, language),
            narrower: match levels {
                0 => Vec::new(),
                levels => self.theme_nodes(&self.inputs.graph.concepts[concept].narrower, language, levels - 1),
            },
        });
        nodes.collect()
    }

    fn sorted_concepts(&self, concepts: &[ConceptIndex], language: Language) -> Vec<ConceptIndex> {
        let locale = self.locale(language);
        let mut keyed: Vec<(Vec<u8>, ConceptIndex)> =
            concepts.iter().map(|&concept| (locale.sort_key(&self.theme_link(concept, language).title), concept)).collect();
        keyed.sort();
        keyed.into_iter().map(|(_, concept)| concept).collect()
    }

    pub(crate) fn definition(&self, concept: ConceptIndex, language: Language) -> Option<String> {
        self.own_text(&self.inputs.graph.concepts[concept].definition, language)
    }

    /// The further names of a theme in a language; a variant that states any has no other.
    pub(super) fn other_names(&self, concept: ConceptIndex, language: Language) -> &[String] {
        let names = &self.inputs.graph.concepts[concept].other_names;
        self.own(language).iter().find_map(|own| names.get(own)).map_or(&[], Vec::as_slice)
    }

    /// What else readers of a language may call a theme, shown or not: other names, hidden ones, and words that the house avoids.
    pub(crate) fn further_names(&self, concept: ConceptIndex, language: Language) -> Vec<String> {
        let stated = self.inputs.data.thesaurus.concepts.get(&self.inputs.graph.concepts[concept].id);
        let own = self.own(language);
        let words = stated.into_iter().flat_map(|stated| [&stated.other_names, &stated.hidden, &stated.avoid]);
        words.filter_map(|words| own.iter().find_map(|own| words.get(own))).flatten().cloned().collect()
    }

    /// The text that introduces a theme to the readers of a language.
    pub(crate) fn theme_text(&self, concept: ConceptIndex, language: Language) -> Option<DocumentIndex> {
        let introductions = &self.inputs.graph.introductions;
        let document = self.own(language).iter().find_map(|own| introductions.get(&(concept, *own)).copied());
        document.filter(|document| !self.is_faulty(*document))
    }

    pub(super) fn theme_view(&self, page: &Page, concept: ConceptIndex, number: usize) -> ThemeView {
        let language = page.language;
        let entry = &self.inputs.graph.concepts[concept];
        let links = |concepts: &[ConceptIndex]| -> Vec<Shared<ThemeLink>> {
            self.sorted_concepts(concepts, language).into_iter().map(|concept| self.theme_link(concept, language)).collect()
        };
        let (broader, narrower, related) = (links(&entry.broader), links(&entry.narrower), links(&entry.related));
        let theme = self.theme_link(concept, language);
        let neighbours = Neighbours { theme: &theme, broader: &broader, narrower: &narrower, related: &related };
        let picture = if number == 0 { draw(&neighbours, self.direction(language)) } else { None };
        let listed = self.cards.works_of(concept, language);
        let here = page_of(&listed.works, number);
        let start = number * PAGE_LENGTH;
        let (own, from_narrower) = here.split_at(listed.own.saturating_sub(start).min(here.len()));
        let introduction = self.theme_text(concept, language).filter(|_| number == 0);
        let (introduction, terms) = introduction.map(|document| self.aside(page, document)).unzip();
        let (mentioned_in, mentions) = if number == 0 { self.mentioned_in(concept, language) } else { (Vec::new(), 0) };
        ThemeView {
            theme,
            definition: self.definition(concept, language),
            other_names: self.other_names(concept, language).to_vec(),
            introduction,
            terms: terms.unwrap_or_default(),
            mentioned_in,
            mentions,
            broader,
            narrower,
            related,
            picture,
            groups: self.groups(own, language),
            narrower_groups: self.groups(from_narrower, language),
            total: listed.works.len(),
            pager: pager(listed.works.len(), number, |number| self.routes.theme(concept, language, number)),
        }
    }
}

/// A tree that is deeper is no help to anybody, and a concept with several broader ones would multiply without end.
const MOST_LEVELS: usize = 6;
/// For the same reason, how many nodes a tree has at most.
const MOST_NODES: usize = 1500;
