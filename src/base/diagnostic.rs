//! What is wrong, where, and what to do: values that say it, without a word of any language.
//!
//! A diagnostic carries a [`Code`] and the arguments of its message; [`crate::strings`] turns both into a sentence of the user's language.
//! The messages stand in `i18n/*/diagnostics.ftl` under the code's own name, with what to do in the attribute `help`.

mod code;

use std::borrow::Cow;

pub use code::Code;
use serde::{Deserialize, Serialize};

use super::text::Place;

/// How grave a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Stops a build.
    Error,
    /// Is said, and stops a build only with `--strict`.
    Warning,
    /// Is said by `check`, for an editor to judge; stops nothing.
    Note,
}

impl Severity {
    /// The word in machine-readable output; it never changes.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

/// An argument of a message: its name and its value.
pub type Argument = (Cow<'static, str>, String);

/// One problem.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// What kind of problem.
    pub code: Code,
    /// How grave.
    pub severity: Severity,
    /// Where; `None` for what has no place in a file.
    pub place: Option<Place>,
    /// Other places that belong to it, such as the first of two files that claim one address.
    pub others: Vec<Place>,
    /// The arguments of the message, by name.
    pub args: Vec<Argument>,
    /// The nearest thing that exists, for a misspelt name.
    pub suggestion: Option<String>,
}

impl Diagnostic {
    /// A problem without a place yet.
    pub fn new(code: Code) -> Diagnostic {
        Diagnostic { code, severity: code.severity(), place: None, others: Vec::new(), args: Vec::new(), suggestion: None }
    }

    /// Says where.
    pub fn at(mut self, place: Place) -> Diagnostic {
        self.place = Some(place);
        self
    }

    /// Says where else.
    pub fn and_at(mut self, place: Place) -> Diagnostic {
        self.others.push(place);
        self
    }

    /// Gives the message an argument.
    pub fn arg(mut self, name: &'static str, value: impl ToString) -> Diagnostic {
        self.args.push((Cow::Borrowed(name), value.to_string()));
        self
    }

    /// Suggests the nearest of some names to a misspelt one.
    pub fn suggest<'a>(mut self, wrong: &str, names: impl IntoIterator<Item = &'a str>) -> Diagnostic {
        self.suggestion = nearest(wrong, names);
        self
    }

    /// `line:column code arguments → suggestion`, for the tables of tests.
    #[cfg(test)]
    pub(crate) fn brief(&self) -> String {
        let place = self.place.as_ref().map(|place| format!("{}:{} ", place.line, place.column)).unwrap_or_default();
        let args: Vec<&str> = self.args.iter().map(|(_, value)| value.as_str()).filter(|value| !value.is_empty()).collect();
        let suggestion = self.suggestion.as_ref().map(|name| format!(" → {name}")).unwrap_or_default();
        format!("{place}{} {}{suggestion}", self.code, args.join(" | "))
    }

    fn sort_key(&self) -> (Option<&Place>, Code, &[Argument]) {
        (self.place.as_ref(), self.code, &self.args)
    }
}

/// Collects problems that belong together, such as those of one file: so many errors and so many warnings. More help nobody, and each costs a walk to its place and perhaps
/// a search for what was meant.
pub struct Limited<'a> {
    problems: &'a mut Vec<Diagnostic>,
    errors: usize,
    warnings: usize,
}

impl<'a> Limited<'a> {
    /// How many of each severity.
    const MOST: usize = 200;

    /// Adds to these problems.
    pub fn new(problems: &'a mut Vec<Diagnostic>) -> Limited<'a> {
        Limited { problems, errors: 0, warnings: 0 }
    }

    /// Adds a problem, which is described only if there is room for it.
    pub fn add(&mut self, code: Code, describe: impl FnOnce(Diagnostic) -> Diagnostic) {
        let count = match code.severity() {
            Severity::Error => &mut self.errors,
            Severity::Warning | Severity::Note => &mut self.warnings,
        };
        if *count < Limited::MOST {
            *count += 1;
            self.problems.push(describe(Diagnostic::new(code)));
        }
    }
}

/// The order in which problems are shown: by file, place and code. The same one twice is said once.
pub fn sort(problems: &mut Vec<Diagnostic>) {
    problems.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
    problems.dedup();
}

/// Whether any of the problems stops a build.
pub fn has_errors(problems: &[Diagnostic]) -> bool {
    problems.iter().any(|problem| problem.severity == Severity::Error)
}

/// The name nearest to a misspelt one, if any is near enough that it can have been meant.
pub fn nearest<'a>(wrong: &str, names: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let wrong = wrong.to_lowercase();
    let length = wrong.chars().count();
    names
        .into_iter()
        .map(|name| (name.chars().count(), name))
        // The distance is at least the difference in length: what cannot be near is not measured.
        .filter(|(other, _)| length.abs_diff(*other) <= length.max(*other) / 3)
        .map(|(other, name)| (strsim::damerau_levenshtein(&wrong, &name.to_lowercase()), other, name))
        .filter(|(distance, other, _)| *distance <= length.max(*other) / 3)
        .map(|(distance, _, name)| (distance, name))
        .min()
        .map(|(_, name)| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_suggested_only_when_it_is_near() {
        let names = ["themes", "title", "translation"];
        assert_eq!(nearest("thmes", names).as_deref(), Some("themes"));
        assert_eq!(nearest("temes", names).as_deref(), Some("themes"));
        assert_eq!(nearest("colour", names), None);
    }

    #[test]
    fn every_code_has_a_name_of_its_own() {
        let mut names: Vec<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Code::ALL.len());
    }
}
