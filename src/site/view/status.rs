//! `status.html`: where every text stands, for editors.

use super::views;
use crate::base::language::{Direction, Language};
use crate::config::Kind;

views! {
    /// `status.html`: which text stands where, in which language.
    pub struct StatusView {
        /// The day that counts: `YYYY-MM-DD`.
        pub today: String,
        /// The languages, in the order of the switcher, with their totals.
        pub languages: Vec<StatusLanguage>,
        /// The texts, by id.
        pub works: Vec<StatusRow>,
        /// The kinds that occur, for a filter.
        pub kinds: Vec<Kind>,
        /// The states that occur, for a filter.
        pub states: Vec<&'static str>,
        /// The translations that are behind, with every change.
        pub behind: Vec<StatusBehind>,
        /// What should have been looked at again, the oldest first.
        pub overdue: Vec<StatusOverdue>,
        /// Labels and definitions of themes that a language lacks.
        pub gaps: Vec<StatusGap>,
    }

    /// A language and how much of what is asked for it has.
    pub struct StatusLanguage {
        /// Its tag.
        pub lang: Language,
        /// Its name in the page's language.
        pub name: String,
        /// Editions that readers can see.
        pub there: usize,
        /// Editions that are asked for.
        pub asked: usize,
        /// The first of the second, in percent.
        pub percent: usize,
    }

    /// A text in all languages.
    pub struct StatusRow {
        /// Its id.
        pub id: String,
        /// What it is.
        pub kind: Kind,
        /// Its title in the page's language, else that of the edition that leads.
        pub title: String,
        /// The language of the title where it is another than the page's.
        pub lang: Option<Language>,
        /// The direction of that one.
        pub dir: Option<Direction>,
        /// One cell for each language.
        pub cells: Vec<StatusCell>,
    }

    /// A text in one language.
    pub struct StatusCell {
        /// The language.
        pub lang: Language,
        /// `original`, `in-step`, `behind`, `behind-upstream`, `untracked`, `missing`, `draft`, or `none` where nothing is asked for.
        pub standing: &'static str,
        /// In how many blocks its source has changed.
        pub changes: usize,
        /// All states that it is in: `behind`, `machine`, `unreviewed`, `overdue`, …
        pub states: Vec<&'static str>,
        /// Its page, or the list of its changes on this one.
        pub address: Option<String>,
    }

    /// A translation that is behind.
    pub struct StatusBehind {
        /// The id of the element that the matrix leads to.
        pub anchor: String,
        /// The text's id.
        pub id: String,
        /// Its title in its own language.
        pub title: String,
        /// The language of the translation.
        pub lang: Language,
        /// Its direction.
        pub dir: Direction,
        /// The name of that language in the page's language.
        pub lang_name: String,
        /// The language that it was made from.
        pub from: Language,
        /// The direction of that one.
        pub from_dir: Direction,
        /// The name of that language in the page's language.
        pub from_name: String,
        /// The file of the translation.
        pub path: String,
        /// What its source says that it does not say yet.
        pub changes: Vec<StatusChange>,
    }

    /// A block that is not as it was.
    pub struct StatusChange {
        /// `new`, `changed`, `gone` or `moved`.
        pub kind: &'static str,
        /// `paragraph`, `heading`, `item`, …
        pub unit: &'static str,
        /// The heading that it stands under.
        pub section: Option<String>,
        /// What it was, if it has become something else.
        pub was: Option<StatusShape>,
        /// What it has become then.
        pub is: Option<StatusShape>,
        /// The words as they were.
        pub old: Vec<StatusWords>,
        /// The words as they are.
        pub new: Vec<StatusWords>,
    }

    /// What a block is, beside its words.
    pub struct StatusShape {
        /// `heading`, `right` or `wrong` of an answer, `ticked` or `empty` of another box, else `block`.
        pub shape: &'static str,
        /// Of a heading, its level.
        pub level: u8,
        /// What it stands in: `quote`, `list`, `item`, a directive's name; `none` if it stands in nothing.
        pub within: &'static str,
    }

    /// A run of words.
    pub struct StatusWords {
        /// The words, as they are written in the file.
        pub text: String,
        /// Whether the other version has something else here.
        pub differs: bool,
    }

    /// A text that should have been looked at again.
    pub struct StatusOverdue {
        /// Its title.
        pub title: String,
        /// Its language.
        pub lang: Language,
        /// Its direction.
        pub dir: Direction,
        /// The name of that language in the page's language.
        pub lang_name: String,
        /// The date that has passed: `YYYY-MM-DD`.
        pub date: String,
        /// Who answers for it.
        pub owner: Option<String>,
        /// Its page, if it has one.
        pub address: Option<String>,
    }

    /// A word of the thesaurus that a language lacks.
    pub struct StatusGap {
        /// The theme's id.
        pub theme: String,
        /// `label` or `definition`.
        pub word: &'static str,
        /// The name of the language in the page's language.
        pub lang_name: String,
    }
}
