//! The head of a document.

mod edit;
mod read;
mod split;

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::base::diagnostic::Code;
use crate::base::language::Language;
use crate::config::{Kind, Localized};
pub use edit::edit;
pub use read::{
    CADENCES, DISMISSIBLE, KEYS, METHODS, SOURCE_KEYS, STEP_KEYS, TRANSLATION_KEYS, WITHDRAWN_KEYS, locate, locate_step, places, read,
};
pub use split::{Parts, split};

/// Everything that front matter can say. Keys of the work stand in the lead edition; see [`WorkFacts`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FrontMatter {
    /// `title`
    pub title: Option<String>,
    /// `summary`
    pub summary: Option<String>,
    /// `slug`: one segment of an address.
    pub slug: Option<String>,
    /// `keywords`
    pub keywords: Vec<String>,
    /// `redirects`: old addresses of this edition, relative to the site's root.
    pub redirects: Vec<String>,
    /// `translation`: absent in an original.
    pub translation: Option<Translation>,
    /// `dismiss`: notes about this edition that are none, with the reasons.
    pub dismiss: BTreeMap<Code, String>,
    /// `terms`: whether mentions of terms become links; the edition's own value counts for it.
    pub terms: Option<bool>,
    /// `draft`; the edition's own value counts for it.
    pub draft: Option<bool>,
    /// `date`
    pub date: Option<Date>,
    /// `updated`
    pub updated: Option<Date>,
    /// `owner`
    pub owner: Option<String>,
    /// `review_by`
    pub review_by: Option<Date>,
    /// The keys of the work.
    pub work: WorkFacts,
}

/// Keys that hold for the work in all languages. `None` where the edition does not state them, so that a translation's repetition can be
/// compared with the lead edition's value.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WorkFacts {
    /// `lead`
    pub lead: Option<bool>,
    /// `kind`
    pub kind: Option<Kind>,
    /// `themes`: ids or labels, as written.
    pub themes: Option<Vec<String>>,
    /// `level`: 1 (easy) to 3.
    pub level: Option<u8>,
    /// `minutes`
    pub minutes: Option<u32>,
    /// `audience`
    pub audience: Option<Vec<String>>,
    /// `weight`: lists are sorted by it first, smaller ones before.
    pub weight: Option<i64>,
    /// `featured`
    pub featured: Option<bool>,
    /// `source`
    pub source: Option<SourceFact>,
    /// `said_by`: an id of `people.yaml` or a name.
    pub said_by: Option<Localized>,
    /// `illustrates`: ids of works.
    pub illustrates: Option<Vec<String>>,
    /// `practises`
    pub practises: Option<Vec<String>>,
    /// `see_also`
    pub see_also: Option<Vec<String>>,
    /// `steps` of a path.
    pub steps: Option<Vec<Section>>,
    /// `numbered`
    pub numbered: Option<bool>,
    /// `cadence`
    pub cadence: Option<Cadence>,
    /// `former_ids`
    pub former_ids: Option<Vec<String>>,
    /// `withdrawn`
    pub withdrawn: Option<Withdrawn>,
    /// `translate`: the languages that are asked for; empty for `none`.
    pub translate: Option<Vec<Language>>,
}

impl WorkFacts {
    /// Whether any step is stated, be it one that exists or not.
    pub fn has_steps(&self) -> bool {
        self.steps.iter().flatten().any(|section| !section.works.is_empty())
    }
}

/// `translation:` where a text comes from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Translation {
    /// The language that it was made from; may be outside the site.
    pub from: Option<Language>,
    /// How it was made.
    pub method: Option<Method>,
    /// The program.
    pub tool: Option<String>,
    /// The translator.
    pub by: Option<String>,
    /// When.
    pub on: Option<Date>,
    /// Who read it.
    pub reviewed_by: Option<String>,
    /// When.
    pub reviewed_on: Option<Date>,
}

/// How a translation was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// By a person.
    Human,
    /// By a program.
    Machine,
    /// By a program, then by a person.
    MachineEdited,
    /// Retold rather than translated.
    Adaptation,
}

/// `source:` where a work's matter comes from. An id of `people.yaml` or `sources.yaml` may stand for a text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SourceFact {
    /// Who told it: ids or names.
    pub author: Vec<Localized>,
    /// The book or article: an id or a title.
    pub work: Option<Localized>,
    /// The year.
    pub year: Option<i32>,
    /// The page or pages, as written.
    pub page: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
    /// Under which licence it stands.
    pub licence: Option<String>,
    /// Whether it is invented.
    pub fiction: Option<bool>,
}

/// A part of a path.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Section {
    /// Its title, if the path has titled parts.
    pub title: Option<Localized>,
    /// Ids of works, as written; [`locate_step`] finds the place of one.
    pub works: Vec<String>,
}

/// `cadence:` how often a step of a programme is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cadence {
    /// One a day.
    Daily,
    /// One a week.
    Weekly,
    /// One a month.
    Monthly,
}

/// `withdrawn:` a notice stands at the work's address.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Withdrawn {
    /// Since when.
    pub on: Option<Date>,
    /// Why.
    pub reason: Option<Localized>,
    /// The id of the work that takes its place.
    pub replaced_by: Option<String>,
}

#[cfg(test)]
mod tests;
