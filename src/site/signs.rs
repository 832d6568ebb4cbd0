//! What the frame of every page of a language says, looked up once.

use std::collections::BTreeMap;

use super::routes::href;
use super::view::{Crumb, Shared};
use super::{Section, Site};
use crate::base::language::{Direction, Language};
use crate::base::pseudo::Pseudo;
use crate::config::Kind;

/// The words of one language's frame.
pub(super) struct Signs {
    /// The name of the language in itself.
    pub name: String,
    /// Its direction.
    pub direction: Direction,
    /// Its home page.
    pub home: String,
    /// The ways from home to the pages below a list; to the others under `None`.
    trails: BTreeMap<Option<Section>, Shared<Vec<Crumb>>>,
    nowhere: Shared<Vec<Crumb>>,
}

impl Signs {
    pub(super) fn new(site: &Site, language: Language) -> Signs {
        let home = href(&site.routes.home(language));
        let first = Crumb { title: site.text(language, "home"), address: home.clone() };
        let has_list = |section: &Section| *section != Section::Kind(Kind::Page) && site.routes.count_of(*section, language) > 0;
        let list = |section: Section| Crumb {
            title: site.section_title(section, language),
            address: href(&site.routes.section(section, language, 0)),
        };
        let below = Section::ALL.into_iter().filter(has_list);
        let trails = below.map(|section| (Some(section), vec![first.clone(), list(section)])).chain([(None, vec![first.clone()])]);
        Signs {
            name: super::cards::own_name(&site.inputs, language),
            direction: match site.inputs.options.pseudo {
                Some(Pseudo::RightToLeft) => Direction::Rtl,
                _ => language.direction(),
            },
            trails: trails.map(|(section, crumbs)| (section, Shared::new(crumbs))).collect(),
            nowhere: Shared::new(Vec::new()),
            home,
        }
    }

    /// From home to a page below a list, or to one of no list.
    pub(super) fn trail(&self, section: Option<Section>) -> Shared<Vec<Crumb>> {
        self.trails.get(&section).or_else(|| self.trails.get(&None)).unwrap_or(&self.nowhere).clone()
    }

    /// The way to the home page itself.
    pub(super) fn no_trail(&self) -> Shared<Vec<Crumb>> {
        self.nowhere.clone()
    }
}
